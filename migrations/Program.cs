using ArgMap.Server.History;
using ArgMap.Server.Maps.Demo;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace ArgMap.Migrations;

/// <summary>The migrator: brings a database to this version's schema. The web server never changes the schema.</summary>
/// <remarks>Exit codes: 0 done, 1 failed (the reason is on standard error), 2 called wrongly.</remarks>
internal static class MigratorProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [] and not ["--no-demo"] and not ["--check-log"])
        {
            await Console.Error.WriteLineAsync("usage: ArgMap.Migrations [--no-demo | --check-log]   (ConnectionStrings__ArgMap names the database)");
            return 2;
        }

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var connection = configuration.GetConnectionString("ArgMap");
        if (string.IsNullOrWhiteSpace(connection))
        {
            await Console.Error.WriteLineAsync("Which database? Set ConnectionStrings__ArgMap to a PostgreSQL connection string.");
            return 2;
        }

        try
        {
            await using var dataSource = NpgsqlDataSource.Create(connection);
            if (args is ["--check-log"])
            {
                return await CheckLog(dataSource);
            }

            foreach (var name in await Migrator.Migrate(dataSource, CancellationToken.None))
            {
                Console.WriteLine($"Applied {name}");
            }

            if (args.Length == 0)
            {
                await using var db = Migrator.Context(dataSource);
                if (await LoadDemoMap.Handle(db, TimeProvider.System, CancellationToken.None) is { } slug)
                {
                    Console.WriteLine($"Loaded the demo map at /m/{slug}");
                }
            }

            return 0;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"{(args is ["--check-log"] ? "The log could not be checked" : "The database could not be brought up to date")}: {failure.Message}");
            return 1;
        }
    }

    /// <summary>Rebuilds every map from its changes, apart, and says where what is stored differs.</summary>
    private static async Task<int> CheckLog(NpgsqlDataSource dataSource)
    {
        var differences = await Replay.Differences(dataSource, CancellationToken.None);
        foreach (var difference in differences)
        {
            await Console.Error.WriteLineAsync(difference);
        }

        Console.WriteLine(differences.Count == 0 ? "Every map is what its changes add up to." : $"{differences.Count} rows differ.");
        return differences.Count == 0 ? 0 : 1;
    }
}
