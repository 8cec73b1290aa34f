using ArgMap.Migrations;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_exactly_what_the_model_says()
    {
        await using var dataSource = NpgsqlDataSource.Create("Host=localhost;Database=not-connected-to");
        await using var db = Migrator.Context(dataSource);

        Assert.False(db.Database.HasPendingModelChanges(), "A row type changed: dotnet ef migrations add Name --project migrations --output-dir History");
    }

    [Fact]
    public async Task An_empty_database_is_migrated_once()
    {
        var connection = await TestDatabases.MakeEmpty();
        await using (var dataSource = NpgsqlDataSource.Create(connection + ";Pooling=false"))
        {
            Assert.NotEmpty(await Migrator.Migrate(dataSource, CancellationToken.None));
            Assert.Empty(await Migrator.Migrate(dataSource, CancellationToken.None));
        }

        await TestDatabases.Drop(connection);
    }
}
