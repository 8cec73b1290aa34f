using System.Data.Common;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ArgMap.Server.Tests.History;

public sealed class IdempotencyTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_request_sent_twice_is_done_once_and_answered_the_same()
    {
        var ada = await app.Person("Ada");
        var slug = await app.MapOf(ada);
        var scribe = new Scribe(app, slug, ada);

        var first = await scribe.AddNode("Once", key: "k1");
        await scribe.AddNode("In between");
        var second = await scribe.AddNode("Once", key: "k1");

        Assert.Equal((2, 2), (first.Value.Revision, second.Value.Revision));
        Assert.Equal(first.Value.Effects, second.Value.Effects);
        Assert.Equal(3, await Revision(slug));
    }

    [Fact]
    public async Task A_request_sent_eight_times_at_once_is_done_once()
    {
        var grace = await app.Person("Grace");
        var slug = await app.MapOf(grace);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Scribe(app, slug, grace).AddNode("Once", key: "k1"))));

        Assert.All(outcomes, outcome => Assert.Equal((2, 2), (outcome.Value.Revision, outcome.Value.AddedNode)));
        Assert.Equal(2, await Revision(slug));
    }

    [Fact]
    public async Task A_key_used_for_another_request_is_refused()
    {
        var alan = await app.Person("Alan");
        var slug = await app.MapOf(alan);
        var scribe = new Scribe(app, slug, alan);
        await scribe.AddNode("Once", key: "k1");

        var other = await scribe.AddNode("Something else", key: "k1");
        var undo = await scribe.Undo(2, key: "k1");

        Assert.Equal("idempotency-key-reused", other.Refusal?.Code);
        Assert.Equal("idempotency-key-reused", undo.Refusal?.Code);
        Assert.Equal(2, await Revision(slug));
    }

    [Fact]
    public async Task Keys_of_different_people_and_of_different_maps_do_not_meet()
    {
        var (kurt, emmy) = (await app.Person("Kurt"), await app.Person("Emmy"));
        var (one, other) = (await app.MapOf(kurt, "One"), await app.MapOf(kurt, "Other"));

        Assert.Equal(2, (await new Scribe(app, one, kurt).AddNode("By Kurt", key: "k1")).Value.Revision);
        Assert.Equal(3, (await new Scribe(app, one, emmy).AddNode("By Emmy", key: "k1")).Value.Revision);
        Assert.Equal(2, (await new Scribe(app, other, kurt).AddNode("By Kurt elsewhere", key: "k1")).Value.Revision);
    }

    [Fact]
    public async Task A_map_asked_for_eight_times_at_once_is_made_once()
    {
        var sofya = await app.Person("Sofya");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.With<MapWriter, Outcome<Written>>(writer =>
            CreateMap.Handle(writer, sofya, new("Made once", "Is it?"), "k1", CancellationToken.None)))));
        var other = await app.With<MapWriter, Outcome<Written>>(writer => CreateMap.Handle(writer, sofya, new("Another", "Is it?"), "k1", CancellationToken.None));

        Assert.Single(outcomes.Select(outcome => outcome.Value.Slug).Distinct());
        Assert.Equal("idempotency-key-reused", other.Refusal?.Code);
        Assert.Equal(1, await app.With<ArgMapDbContext, int>(db => db.Maps.CountAsync(map => map.OwnerId == sofya.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("clé")]
    [InlineData("line\nbreak")]
    public async Task A_key_that_no_header_can_carry_is_refused(string key)
    {
        var person = await app.Person($"Key {key.Length}{key.Length > 3 && key[3] == 'e'}");
        var slug = await app.MapOf(person);

        Assert.Equal("invalid-input", (await new Scribe(app, slug, person).AddNode("Once", key: key)).Refusal?.Code);
        Assert.Equal("invalid-input", (await new Scribe(app, slug, person).AddNode("Once", key: new string('k', 101))).Refusal?.Code);
    }

    [Theory]
    [InlineData(CutAt.BeforeTheCommit)]
    [InlineData(CutAt.AfterTheCommit)]
    public async Task A_connection_cut_around_the_commit_leaves_exactly_one_change(CutAt cut)
    {
        var person = await app.Person($"Cut {cut}");
        var slug = await app.MapOf(person, $"Cut {cut}");
        await using var dataSource = NpgsqlDataSource.Create(app.Connection);
        var options = new DbContextOptionsBuilder<ArgMapDbContext>();
        Server.Database.Registration.Configure(options, dataSource);
        var scissors = new Scissors(app.Connection, cut);
        await using var db = new ArgMapDbContext(options.AddInterceptors(scissors).Options);

        for (var write = 2; write <= 4; write++)
        {
            scissors.IsOpen = true;
            var outcome = await AddNode.Handle(new MapWriter(db, app.Clock, new Server.Live.MapSignals()), slug, person, new("Claim", $"Text {write}", null), null, CancellationToken.None);
            Assert.False(scissors.IsOpen, "Nothing was cut.");
            Assert.Equal((write, write), (outcome.Value.Revision, outcome.Value.AddedNode));
            Assert.Equal(write, await Revision(slug));
        }

        Assert.Empty(await Replay.Differences(dataSource, CancellationToken.None));
    }

    private Task<int> Revision(string slug) => app.With<ArgMapDbContext, int>(db => db.Maps.Where(map => map.Slug == slug).Select(map => map.Revision).SingleAsync());

    public enum CutAt
    {
        BeforeTheCommit,
        AfterTheCommit,
    }

    /// <summary>Cuts a connection, once, when its transaction is about to be committed, or when it has been and nobody has been told.</summary>
    private sealed class Scissors(string connection, CutAt cut) : DbTransactionInterceptor
    {
        public bool IsOpen { get; set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (IsOpen)
            {
                IsOpen = false;
                var own = (NpgsqlConnection)transaction.Connection!;
                if (cut == CutAt.AfterTheCommit)
                {
                    await using var commit = new NpgsqlCommand("commit", own);
                    await commit.ExecuteNonQueryAsync(cancellationToken);
                }

                await using var other = NpgsqlDataSource.Create(connection + ";Pooling=false");
                await using var kill = other.CreateCommand($"select pg_terminate_backend({own.ProcessID}, 5000)");
                Assert.Equal(true, await kill.ExecuteScalarAsync(cancellationToken));
                if (cut == CutAt.AfterTheCommit)
                {
                    // The driver knows that its transaction is over; what it would have heard of the commit, it hears of this.
                    await using var next = new NpgsqlCommand("select 1", own);
                    await next.ExecuteScalarAsync(cancellationToken);
                }
            }

            return result;
        }
    }
}
