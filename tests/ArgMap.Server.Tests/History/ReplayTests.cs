using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.History;

public sealed class ReplayTests(ArgMapApplication app, ITestOutputHelper output) : IClassFixture<ArgMapApplication>
{
    /// <summary>A sequence in which every kind of change occurs.</summary>
    private const int VariedSeed = 20261122;

    /// <summary>The seeds of the sequences: one that is known, and another each time.</summary>
    public static TheoryData<int> Seeds => [VariedSeed, Environment.TickCount & 0xFFFFFF];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task What_the_changes_add_up_to_is_the_map(int seed)
    {
        var (done, refused) = await WriteAtRandom(seed, writes: 600);
        output.WriteLine($"seed {seed}: {done} writes done, {refused} refused");
        Assert.True(done > 60, $"Only {done} of 600 writes were done; the test would prove little.");
        Assert.True(refused > 20, $"Only {refused} of 600 writes were refused; the test would prove little.");
        if (seed == VariedSeed)
        {
            var kinds = await app.With<ArgMapDbContext, List<ChangeKind>>(db => db.Changes.Select(change => change.Kind).Distinct().ToListAsync());
            Assert.Equal(Enum.GetValues<ChangeKind>(), kinds.Order());
        }

        var rebuilt = await Rebuild();

        try
        {
            var tables = await StoredRows.Tables(app.Connection);
            Assert.Equal(Replay.Tables.Order(), tables.Order());
            foreach (var table in tables)
            {
                Assert.Equal(await StoredRows.Of(app.Connection, table), await StoredRows.Of(rebuilt, table));
            }
        }
        finally
        {
            await TestDatabases.Drop(rebuilt);
        }
    }

    [Fact]
    public async Task The_check_of_the_log_finds_a_row_that_was_changed_behind_its_back()
    {
        await using var dataSource = NpgsqlDataSource.Create(app.Connection);
        var ada = await app.Person("Ada");
        var slug = await app.MapOf(ada, root: "Is it so?");
        await new Scribe(app, slug, ada).AddStep("Answer", 1, "It is.");
        Assert.Empty(await Replay.Differences(dataSource, CancellationToken.None));

        await Execute(dataSource, $"update nodes set text = 'It is not.' where number = 2 and map_id = (select id from maps where slug = '{slug}')");

        var differences = await Replay.Differences(dataSource, CancellationToken.None);
        Assert.Collection(
            differences,
            stored => Assert.Contains("It is not.", stored),
            logged => Assert.Contains("It is.", logged));
        await Execute(dataSource, $"update nodes set text = 'It is.' where number = 2 and map_id = (select id from maps where slug = '{slug}')");
        Assert.Empty(await Replay.Differences(dataSource, CancellationToken.None));
    }

    private async Task<(int Done, int Refused)> WriteAtRandom(int seed, int writes)
    {
        var (owner, other) = (await app.Person($"Owner{seed}"), await app.Person($"Other{seed}"));
        var slug = await app.MapOf(owner, $"Random {seed}");
        var random = new RandomWrites(new Random(seed), [new(app, slug, owner), new(app, slug, other)]);
        var done = 0;
        for (var write = 0; write < writes; write++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            done += (await random.Next()).Refusal is null ? 1 : 0;
        }

        return (done, writes - done);
    }

    /// <summary>Makes a second database of nothing but the people and the logs.</summary>
    private async Task<string> Rebuild()
    {
        var connection = await TestDatabases.Make();
        await using var dataSource = NpgsqlDataSource.Create(connection + ";Pooling=false");
        var options = new DbContextOptionsBuilder<ArgMapDbContext>();
        Server.Database.Registration.Configure(options, dataSource);
        await using (var db = new ArgMapDbContext(options.Options))
        {
            db.People.AddRange(await app.With<ArgMapDbContext, List<Person>>(from => from.People.AsNoTracking().ToListAsync()));
            await db.SaveChangesAsync();
        }

        var changes = await app.With<ArgMapDbContext, List<ChangeRow>>(from => from.Changes.AsNoTracking().OrderBy(change => change.MapId).ThenBy(change => change.Revision).ToListAsync());
        foreach (var map in changes.GroupBy(change => change.MapId))
        {
            await using var db = new ArgMapDbContext(options.Options);
            await Replay.Rebuild(db, [.. map], CancellationToken.None);
        }

        return connection;
    }

    private static async Task Execute(NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
