using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Database;

/// <summary>Connects ArgMap to its PostgreSQL.</summary>
public static class Registration
{
    /// <summary>Error codes to retry beyond Npgsql's transient ones. 25006: the primary was demoted while we held a connection to it.</summary>
    private static readonly string[] AlsoTransient = ["25006"];

    /// <summary>Registers the data source and the context; the connection string is <c>ConnectionStrings:ArgMap</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no connection string.</exception>
    public static IServiceCollection AddArgMapDatabase(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var connection = provider.GetRequiredService<IConfiguration>().GetConnectionString("ArgMap");
            return string.IsNullOrWhiteSpace(connection)
                ? throw new InvalidOperationException("There is no database to connect to. Set ConnectionStrings__ArgMap to a PostgreSQL connection string, or start with scripts/run, which brings a private one.")
                : new NpgsqlDataSourceBuilder(connection) { Name = "ArgMap" }.UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>()).Build();
        });
        services.AddDbContext<ArgMapDbContext>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        return services;
    }

    /// <summary>The options of the context, for the server, the migrator and tests.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource dataSource, string? migrationsAssembly = null) =>
        options.UseNpgsql(dataSource, npgsql =>
        {
            npgsql.EnableRetryOnFailure(maxRetryCount: 5, maxRetryDelay: TimeSpan.FromSeconds(5), errorCodesToAdd: AlsoTransient);
            if (migrationsAssembly is not null)
            {
                npgsql.MigrationsAssembly(migrationsAssembly);
            }
        });
}
