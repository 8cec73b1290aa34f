using ArgMap.Migrations;
using Npgsql;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>Fresh databases on a real PostgreSQL: migrated once into a template, then copied, which takes a fraction of a second.</summary>
public static class TestDatabases
{
    private const string Variable = "ARGMAP_TEST_POSTGRES";

    private static readonly string Run = $"argmap_test_{Environment.ProcessId}";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private static int made;

    private static string Server => Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException($"These tests need a PostgreSQL to make databases in. scripts/test brings one; to run them by themselves, set {Variable} to the connection string of a superuser.");

    /// <summary>Makes a database with the newest schema and nothing in it.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> Make()
    {
        var name = $"{Run}_{Interlocked.Increment(ref made)}";
        await Execute($"create database {name} template {await Template.Value}");
        return Connection(name);
    }

    /// <summary>Makes a database without any schema, for the migrator to work on.</summary>
    public static async Task<string> MakeEmpty()
    {
        var name = $"{Run}_{Interlocked.Increment(ref made)}";
        await Execute($"create database {name}");
        return Connection(name);
    }

    /// <summary>Drops a database that one of the above made, whoever is connected to it.</summary>
    public static Task Drop(string connection) =>
        Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");

    private static async Task<string> MakeTemplate()
    {
        var name = $"{Run}_template";
        await Execute($"drop database if exists {name} with (force)");
        await Execute($"create database {name}");

        // A template must have no connections, so this one is not pooled.
        await using var dataSource = NpgsqlDataSource.Create(Connection(name) + ";Pooling=false");
        await Migrator.Migrate(dataSource, CancellationToken.None);
        return name;
    }

    private static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(Server);
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
