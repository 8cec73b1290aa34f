using ArgMap.Server.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace ArgMap.Migrations;

/// <summary>Applies the migrations of this folder. Used by the executable and by tests.</summary>
public static class Migrator
{
    /// <summary>Applies what is pending; two migrators at once wait for each other.</summary>
    /// <returns>The names of the migrations applied, in order; empty when the database was up to date.</returns>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refused a statement; EF Core's lock and transactions leave it as it was before the failing migration.</exception>
    public static async Task<IReadOnlyList<string>> Migrate(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        await using var db = Context(dataSource);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        await db.Database.MigrateAsync(cancellation);
        return pending;
    }

    /// <summary>A context that knows the migrations of this assembly.</summary>
    public static ArgMapDbContext Context(NpgsqlDataSource dataSource)
    {
        var options = new DbContextOptionsBuilder<ArgMapDbContext>();
        Registration.Configure(options, dataSource, typeof(Migrator).Assembly.GetName().Name);
        return new ArgMapDbContext(options.Options);
    }
}

/// <summary>Lets <c>dotnet ef migrations add Name --project migrations --output-dir History</c> make the model; it connects to nothing.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<ArgMapDbContext>
{
    public ArgMapDbContext CreateDbContext(string[] args) => Migrator.Context(NpgsqlDataSource.Create("Host=localhost;Database=argmap"));
}
