using ArgMap.Server.Threads.Drafting.Models;
using ArgMap.Server.Threads.Importing;
using ArgMap.Server.Threads.Sending;

namespace ArgMap.Server.Threads;

/// <summary>Connects what belongs to imported threads.</summary>
public static class Registration
{
    /// <summary>Registers the services of imported threads.</summary>
    public static IServiceCollection AddThreads(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(configuration.GetSection("Threads:Importing").Get<ImportSettings>() ?? new ImportSettings());
        services.AddSingleton(configuration.GetSection("Threads:Model").Get<ModelSettings>() ?? new ModelSettings());
        services.AddSingleton<ModelEndpoint>();
        services.AddSingleton<AskModel>();
        services.AddSingleton<ImportSignals>();
        services.AddSingleton<ImportLedger>();
        services.AddSingleton<FetchInputs>();
        services.AddSingleton<PlaceThread>();
        services.AddSingleton<RunImport>();
        services.AddScoped<StartImport>();
        services.AddScoped<Drafting.Cues.KeepCues>();
        services.AddSingleton<CancelImport>();
        services.AddHostedService<ThreadImporter>();
        return services;
    }

    /// <summary>Maps the forms and endpoints of imported threads.</summary>
    public static void MapThreads(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Debate.NewPosts.Map(routes);
        ImportForms.Map(routes);
        ImportApi.Map(routes);
        SentPageForm.Map(routes);
    }
}
