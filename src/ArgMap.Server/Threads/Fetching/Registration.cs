namespace ArgMap.Server.Threads.Fetching;

internal static class Registration
{
    /// <summary>What fetches threads by their address.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Threads:Fetching").Get<FetchingSettings>() ?? new FetchingSettings());
        return services.AddSingleton<ThreadFetcher>();
    }
}
