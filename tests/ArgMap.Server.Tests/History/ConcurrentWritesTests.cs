using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.History;

public sealed class ConcurrentWritesTests(ArgMapApplication app, ITestOutputHelper output) : IClassFixture<ArgMapApplication>
{
    private const int Writers = 16;

    [Fact]
    public async Task Sixteen_writers_on_one_map_lose_nothing_and_break_nothing()
    {
        const int WritesEach = 15;
        var owner = await app.Person("Owner");
        var slug = await app.MapOf(owner, "Crowded", "Is there room for all?");
        var claims = new List<int>();
        for (var claim = 0; claim < 8; claim++)
        {
            claims.Add((await new Scribe(app, slug, owner).AddNode($"Claim {claim}")).Value.AddedNode!.Value);
        }

        var people = new List<Actor>();
        for (var writer = 0; writer < Writers; writer++)
        {
            people.Add(writer == 0 ? owner : await app.Person($"Writer {writer}"));
        }

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = people.Select((person, index) => Task.Run(async () =>
        {
            var (scribe, random, outcomes) = (new Scribe(app, slug, person), new Random(index), new List<Outcome<Written>>());
            await start.Task;
            for (var write = 0; write < WritesEach; write++)
            {
                var (from, to) = (claims[random.Next(claims.Count)], claims[random.Next(claims.Count)]);
                outcomes.Add(await (random.Next(7) switch
                {
                    0 => scribe.AddNode($"Of {index}, number {write}"),
                    1 => scribe.AddStep("Objection", from, $"Objection of {index}, number {write}"),
                    2 => scribe.Comment(from, $"Comment of {index}, number {write}"),
                    3 => scribe.EditNode(outcomes.LastOrDefault(outcome => outcome.Refusal is null && outcome.Value.AddedNode is not null)?.Value.AddedNode ?? from, $"Edited by {index} in {write}"),
                    4 => scribe.WithdrawRelation(to + 8),
                    _ => scribe.AddRelation("Prerequisite", to, from),
                }));
            }

            return outcomes;
        })).ToList();
        start.SetResult();
        var all = (await Task.WhenAll(writing)).SelectMany(outcomes => outcomes).ToList();

        var written = all.Where(outcome => outcome.Refusal is null && outcome.Value.Effects.Count > 0).Select(outcome => outcome.Value).ToList();
        output.WriteLine($"{written.Count} written; refused: {string.Join(", ", all.Where(outcome => outcome.Refusal is not null).CountBy(outcome => outcome.Refusal!.Code))}");
        await AssertNothingLost(slug, 1 + claims.Count, written);
        Assert.Contains(all, outcome => outcome.Refusal?.Code == "unsound-graph");
    }

    [Fact]
    public async Task Of_two_racing_prerequisites_that_would_make_a_circle_one_is_refused()
    {
        var (ada, grace) = (await app.Person("Ada"), await app.Person("Grace"));
        var slug = await app.MapOf(ada, "Circles");
        for (var round = 0; round < 20; round++)
        {
            var (one, other) = (new Scribe(app, slug, ada), new Scribe(app, slug, grace));
            var (a, b) = ((await one.AddNode("A")).Value.AddedNode!.Value, (await other.AddNode("B")).Value.AddedNode!.Value);

            var outcomes = await Task.WhenAll(
                Task.Run(() => one.AddRelation("Prerequisite", a, b)),
                Task.Run(() => other.AddRelation("Prerequisite", b, a)));

            var refusal = Assert.Single(outcomes, outcome => outcome.Refusal is not null).Refusal!;
            Assert.Equal("unsound-graph", refusal.Code);
        }
    }

    [Fact]
    public async Task Writers_of_the_same_title_get_maps_of_their_own()
    {
        var people = new List<Actor>();
        for (var writer = 0; writer < Writers; writer++)
        {
            people.Add(await app.Person($"Maker {writer}"));
        }

        var slugs = await Task.WhenAll(people.Select(person => Task.Run(() => app.MapOf(person, "The same title"))));

        Assert.Equal(Writers, slugs.Distinct().Count());
        Assert.Single(slugs, "the-same-title");
    }

    private async Task AssertNothingLost(string slug, int revisionBefore, IReadOnlyList<Written> written)
    {
        Assert.Equal(Enumerable.Range(revisionBefore + 1, written.Count), written.Select(write => write.Revision).Order());

        var map = (await app.With<MapReader, MapView?>(reader => reader.Read(slug, Actor.Anonymous, CancellationToken.None)))!;
        Assert.Equal(revisionBefore + written.Count, map.Head.Revision);
        Assert.Empty(Invariants.Check(map.Graph));
        foreach (var effect in written.SelectMany(write => write.Effects).Where(effect => effect.IsAddition))
        {
            Assert.True(effect is not NodeEffect || map.Nodes.ContainsKey(effect.Number), $"Node #{effect.Number} is lost.");
            Assert.True(effect is not RelationEffect || map.Relations.ContainsKey(effect.Number), $"Relation #{effect.Number} is lost.");
        }

        await app.With<ArgMapDbContext, bool>(async db =>
        {
            var row = await db.Maps.AsNoTracking().SingleAsync(row => row.Slug == slug);
            var comments = await db.Comments.Where(comment => comment.MapId == row.Id).Select(comment => comment.Number).ToListAsync();
            Assert.Equal(Enumerable.Range(1, row.NextNumber - 1), map.Nodes.Keys.Concat(map.Relations.Keys).Order());
            Assert.Equal(Enumerable.Range(1, row.NextEntry - 1), comments.Order());
            Assert.Equal(written.SelectMany(write => write.Effects).Count(effect => effect is CommentEffect), comments.Count);
            Assert.Equal(
                Enumerable.Range(1, row.Revision),
                await db.Changes.Where(change => change.MapId == row.Id).OrderBy(change => change.Revision).Select(change => change.Revision).ToListAsync());
            return true;
        });

        await using var dataSource = NpgsqlDataSource.Create(app.Connection);
        Assert.Empty(await Replay.Differences(dataSource, CancellationToken.None));
    }
}
