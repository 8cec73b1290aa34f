using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using Npgsql;

namespace ArgMap.Server.Tests.Maps.Generated;

public sealed class LoadGeneratedMapTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    /// <summary>More things than one change holds.</summary>
    private static readonly MapPlan Large = new(7_000, 3);

    [Fact]
    public async Task What_is_stored_is_what_was_generated()
    {
        var loaded = (await Load(Large)).Value;
        var made = GeneratedMap.Of(Large);
        var map = await Read(loaded.Slug);

        Assert.Equal("generated-7000-3", loaded.Slug);
        Assert.Equal(2, map.Head.Revision);
        Assert.Equal(Visibility.Public, map.Head.Visibility);
        Assert.Equal(made.Map.Nodes, map.Graph.Nodes);
        Assert.All(made.Map.Nodes, node => Assert.Equal(made.TextOf(node.Number), map.Nodes[node.Number].Text));
        Assert.Equal(
            made.Map.Relations.Select(step => (step.Number, step.Kind, string.Join(' ', step.Premises), step.Target)),
            map.Graph.Relations.Select(step => (step.Number, step.Kind, string.Join(' ', step.Premises), step.Target)));
        Assert.Empty(Invariants.Check(map.Graph));
    }

    [Fact]
    public async Task A_map_is_generated_once()
    {
        var plan = new MapPlan(20, 4);

        Assert.False((await Load(plan)).Value.WasThere);
        Assert.Equal(new LoadGeneratedMap.Loaded("generated-20-4", 0, true), (await Load(plan)).Value);
    }

    [Fact]
    public async Task Shapes_and_texts_have_addresses_of_their_own()
    {
        Assert.Equal("generated-wide-20-1", (await Load(new MapPlan(20, 1, MapShape.Wide))).Value.Slug);
        Assert.Equal("generated-deep-longword-20-1", (await Load(new MapPlan(20, 1, MapShape.Deep, TextKind.LongWord))).Value.Slug);
    }

    [Fact]
    public async Task A_title_can_be_given()
    {
        var loaded = (await Load(new MapPlan(2, 9), "Something to look at")).Value;

        Assert.Equal("Something to look at", (await Read(loaded.Slug)).Head.Title);
    }

    [Fact]
    public async Task The_log_adds_up_to_it()
    {
        await Load(new MapPlan(300, 5));

        Assert.Empty(await app.With<NpgsqlDataSource, IReadOnlyList<string>>(source => Replay.Differences(source, CancellationToken.None)));
    }

    private async Task<MapView> Read(string slug) =>
        (await app.With<MapReader, MapView?>(reader => reader.Read(slug, Actor.Anonymous, CancellationToken.None)))!;

    private Task<Outcome<LoadGeneratedMap.Loaded>> Load(MapPlan plan, string? title = null) =>
        app.With<ArgMapDbContext, Outcome<LoadGeneratedMap.Loaded>>(db => LoadGeneratedMap.Handle(db, app.Clock, plan, title, CancellationToken.None));
}
