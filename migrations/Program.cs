using System.Globalization;
using ArgMap.Server.History;
using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Shell;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace ArgMap.Migrations;

/// <summary>The migrator: brings a database to this version's schema. The web server never changes the schema.</summary>
/// <remarks>Exit codes: 0 done, 1 failed (the reason is on standard error), 2 called wrongly.</remarks>
internal static class MigratorProgram
{
    private static readonly string Usage =
        $"""
        usage: ArgMap.Migrations                      bring the database up to date and load the demo map
               ArgMap.Migrations --no-demo            bring the database up to date
               ArgMap.Migrations --check-log          check that every map is what its changes add up to
               ArgMap.Migrations --generate [WORD…]   add a made-up public map to try things out with, such as nodes=5000 seed=1

        ConnectionStrings__ArgMap names the database. The words after --generate, each of which may be left out:
        {MapRequest.Help}
        """;

    public static async Task<int> Main(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (args is not [] and not ["--no-demo"] and not ["--check-log"] and not ["--generate", ..])
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        MapRequest? wanted = null;
        if (args is ["--generate", .. var words])
        {
            (wanted, var problem) = MapRequest.Read(words);
            if (problem is not null)
            {
                await Console.Error.WriteLineAsync(problem);
                return 2;
            }
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

            if (wanted is not null)
            {
                return await Generate(dataSource, wanted);
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

    private static async Task<int> Generate(NpgsqlDataSource dataSource, MapRequest wanted)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        await using var db = Migrator.Context(dataSource);
        var outcome = await LoadGeneratedMap.Handle(db, clock, wanted.Plan, wanted.Title, CancellationToken.None);
        if (outcome.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Detail);
            return 1;
        }

        var loaded = outcome.Value;
        Console.WriteLine(loaded.WasThere
            ? $"The generated map is there already, at /m/{loaded.Slug}"
            : string.Create(CultureInfo.InvariantCulture, $"Generated a map at /m/{loaded.Slug} ({Plural.Of(wanted.Plan.Nodes, "node")}, {clock.GetElapsedTime(start).TotalSeconds:N1} s)"));
        return 0;
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
