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
        if (args is not [] and not ["--no-demo"])
        {
            await Console.Error.WriteLineAsync("usage: ArgMap.Migrations [--no-demo]   (ConnectionStrings__ArgMap names the database)");
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
            await Console.Error.WriteLineAsync($"The database could not be brought up to date: {failure.Message}");
            return 1;
        }
    }
}
