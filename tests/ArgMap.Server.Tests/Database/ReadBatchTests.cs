using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;
using Npgsql;

namespace ArgMap.Server.Tests.Database;

public sealed class ReadBatchTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_reader_does_not_notice_that_the_database_was_restarted()
    {
        var slug = await app.MapOf(await app.Person("Ada"));
        Assert.NotNull(await Read(slug));

        await EndEveryConnection();

        var map = await Read(slug);
        Assert.Equal("Is it so?", Assert.Single(map!.Nodes.Values).Text);
    }

    [Fact]
    public async Task A_query_that_is_wrong_is_not_asked_again()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.With<NpgsqlDataSource, bool>(async dataSource =>
        {
            var batch = new ReadBatch(dataSource);
            batch.Add("select no_such_column from maps", row => row.GetInt32(0));
            await batch.Run(CancellationToken.None);
            return true;
        }));

        Assert.Equal(PostgresErrorCodes.UndefinedColumn, refused.SqlState);
    }

    private Task<MapView?> Read(string slug) => app.With<MapReader, MapView?>(reader => reader.Read(slug, Actor.Anonymous, CancellationToken.None));

    private async Task EndEveryConnection()
    {
        await using var apart = NpgsqlDataSource.Create(app.Connection + ";Pooling=false");
        await using var command = apart.CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        Assert.True((long)(await command.ExecuteScalarAsync())! > 0);
    }
}
