using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;
using Npgsql;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapCacheTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    /// <summary>A sequence in which every kind of change occurs, and another each time.</summary>
    public static TheoryData<int> Seeds => [20261121, Environment.TickCount & 0xFFFFFF];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task What_is_in_memory_is_what_the_database_holds_after_every_write(int seed)
    {
        await using var other = app.AnotherServer();
        await using var forgetful = app.AnotherServer(new() { ["MapCache:Nodes"] = "0" });
        var ada = await app.Person($"Ada {seed}");
        var grace = await app.Person($"Grace {seed}");
        var slug = await app.MapOf(ada);

        // Two servers write, and each is now and then the one that has not heard of what the other wrote.
        var writes = new RandomWrites(new Random(seed), [new Scribe(app, slug, ada), new Scribe(other, slug, grace)]);
        for (var write = 0; write < 150; write++)
        {
            await writes.Next();
            var truth = await Read(forgetful, slug, ada);
            Assert.Equal(truth, await Read(write % 3 == 0 ? other : app, slug, ada));
        }
    }

    [Fact]
    public async Task An_unchanged_map_is_read_in_one_round_trip_and_not_made_again()
    {
        var ada = await app.Person("Ada of once");
        var slug = await app.MapOf(ada);
        var first = await View(app, slug, ada);
        using var asked = new RoundTrips(app);

        var second = await View(app, slug, Actor.Anonymous);

        Assert.Same(first, second);
        Assert.Same(first!.Facts, second!.Facts);
        Assert.Equal(1, asked.Count);
    }

    [Fact]
    public async Task A_changed_map_is_read_in_one_round_trip_as_well()
    {
        var ada = await app.Person("Ada of change");
        var slug = await app.MapOf(ada);
        await View(app, slug, ada);
        await new Scribe(app, slug, ada).AddStep("Answer", 1, "It is.");
        using var asked = new RoundTrips(app);

        var changed = await View(app, slug, ada);

        Assert.Equal([1, 2], changed!.Nodes.Keys.Order());
        Assert.Equal(1, asked.Count);
    }

    [Fact]
    public async Task A_map_that_has_become_private_is_gone_for_others_at_once_and_comes_back_when_it_opens()
    {
        await using var other = app.AnotherServer();
        var ada = await app.Person("Ada of secrets");
        var slug = await app.MapOf(ada);
        var scribe = new Scribe(app, slug, ada);
        Assert.NotNull(await View(other, slug, Actor.Anonymous));

        await scribe.EditMap("A secret", visibility: "Private");
        Assert.Null(await View(other, slug, Actor.Anonymous));
        Assert.Null(await View(other, slug, await app.Person("Grace of secrets")));
        Assert.Equal("A secret", (await View(other, slug, ada))!.Head.Title);
        Assert.Null(await View(other, slug, Actor.Anonymous));

        await scribe.EditMap("Open", visibility: "Unlisted");
        Assert.Equal("Open", (await View(other, slug, Actor.Anonymous))!.Head.Title);
    }

    [Fact]
    public async Task A_map_whose_history_was_exchanged_is_read_whole()
    {
        // As a backup does that was restored under a running server: the same revision, and other words.
        var ada = await app.Person("Ada of backups");
        var slug = await app.MapOf(ada, root: "Is it so?");
        Assert.Equal("Is it so?", (await View(app, slug, ada))!.Nodes[1].Text);
        await using var database = NpgsqlDataSource.Create(app.Connection);
        await using var restore = database.CreateCommand(
            $"""
            with map as (update maps set changed_at = changed_at - interval '1 day' where slug = '{slug}' returning id, changed_at),
              log as (update changes set at = map.changed_at from map where map_id = map.id)
            update nodes set text = 'Was it so?' from map where map_id = map.id
            """);
        await restore.ExecuteNonQueryAsync();

        Assert.Equal("Was it so?", (await View(app, slug, ada))!.Nodes[1].Text);
    }

    [Fact]
    public async Task Many_readers_of_a_map_that_nobody_has_read_share_one()
    {
        await using var other = app.AnotherServer();
        var slug = await app.MapOf(await app.Person("Ada of many"));

        var views = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => View(other, slug, Actor.Anonymous)));

        Assert.Single(views.Distinct());
    }

    [Fact]
    public void The_maps_read_least_lately_make_room_by_the_size_of_maps()
    {
        using var cache = new MapCache(new() { Nodes = 100 });
        var (small, middle, large) = (Map("small", 10), Map("middle", 40), Map("large", 60));
        cache.Keep(small);
        cache.Keep(middle);
        cache.Find("small");

        cache.Keep(large);

        Assert.Same(small, cache.Find("small"));
        Assert.Null(cache.Find("middle"));
        Assert.Same(large, cache.Find("large"));
        Assert.Equal(72, cache.Nodes);
        cache.Keep(Map("larger than all there is", 100));
        Assert.Equal(72, cache.Nodes);
    }

    [Fact]
    public void A_map_that_was_long_on_its_way_does_not_replace_a_newer_one()
    {
        using var cache = new MapCache(new());
        var (old, current) = (Map("map", 3, revision: 4), Map("map", 4, revision: 5));
        cache.Keep(current);

        Assert.Same(old, cache.Keep(old));

        Assert.Same(current, cache.Find("map"));
        Assert.Same(current, cache.Keep(Map("map", 4, revision: 5)));
    }

    private static MapView Map(string slug, int nodes, int revision = 1) => new(
        new MapHead(1, slug, slug, null, null, Visibility.Public, Draft.Owner, "ada", revision, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
        Enumerable.Range(1, nodes).ToDictionary(
            number => number,
            number => new NodeView(number, Argumentation.Maps.NodeKind.Claim, "text", null, Draft.Owner, "ada", null, false, 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)),
        new Dictionary<int, RelationView>(),
        new Dictionary<int, int>(),
        new Dictionary<int, int>());

    private static Task<MapView?> View(ArgMapApplication server, string slug, Actor reader) =>
        server.With<MapReader, MapView?>(maps => maps.Read(slug, reader, CancellationToken.None));

    /// <summary>Everything of a map, in words that compare by what they hold.</summary>
    private static async Task<string> Read(ArgMapApplication server, string slug, Actor reader)
    {
        var map = (await View(server, slug, reader))!;
        return string.Join(
            Environment.NewLine,
            [
                $"{map.Head}",
                .. map.Nodes.OrderBy(node => node.Key).Select(node => $"{node.Value}"),
                .. map.Relations.OrderBy(relation => relation.Key).Select(relation => $"{relation.Value with { Premises = [] }} of {string.Join(", ", relation.Value.Premises)}"),
                .. map.CommentCounts.OrderBy(count => count.Key).Select(count => $"{count.Value} comments about {count.Key}"),
                .. map.CitationCounts.OrderBy(count => count.Key).Select(count => $"{count.Value} citations for {count.Key}"),
                .. map.Graph.Relations.Select(relation => $"{relation.Number} {map.Standing.Labelling.Force(relation.Number)}"),
                $"{string.Join(", ", map.Tree.Roots)}",
                $"{map.Facts.MinutesToRead} {map.Facts.OpenObjections.Length} {map.Facts.UnansweredQuestions.Length}",
            ]);
    }
}
