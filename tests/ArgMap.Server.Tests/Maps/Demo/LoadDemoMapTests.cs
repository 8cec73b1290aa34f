using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Maps.Demo;

public sealed class LoadDemoMapTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task The_demo_map_is_loaded_once()
    {
        await Load();

        Assert.Null(await Load());
        Assert.Equal(1, await app.With<ArgMapDbContext, int>(db => db.Maps.CountAsync(map => map.Slug == DemoMap.Current.LoadedSlug)));
    }

    [Fact]
    public async Task It_holds_together_and_everything_is_reached_from_its_question()
    {
        var map = await Read();

        Assert.Empty(Invariants.Check(map.Graph));
        Assert.True(map.Nodes.Count >= 25, $"The demo has {map.Nodes.Count} nodes.");
        Assert.Equal([map.Head.Root!.Value], map.Tree.Roots);
        Assert.Equal(NodeKind.Question, map.Nodes[map.Head.Root.Value].Kind);
    }

    [Fact]
    public async Task The_four_prerequisites_are_one_step_with_linked_premises()
    {
        var map = await Read();

        var step = Assert.Single(map.Relations.Values, relation => relation.Kind == RelationKind.Prerequisite && relation.Premises.Length == 4);
        Assert.Equal(ThingKind.Node, step.Target.Kind);
    }

    [Fact]
    public async Task An_objection_with_two_linked_premises_and_undercuts_are_there()
    {
        var map = await Read();

        Assert.Contains(map.Relations.Values, relation => relation.Kind == RelationKind.Objection && relation.Premises.Length == 2);
        Assert.Contains(map.Relations.Values, relation => relation.Kind == RelationKind.Objection && relation.Target.Kind == ThingKind.Relation);
    }

    [Fact]
    public async Task What_the_comment_asks_is_unanswered_and_the_talk_is_an_open_request()
    {
        var map = await Read();
        var wanted = await app.With<ArgMapDbContext, List<string>>(db =>
            db.Sources.Where(source => source.MapId == map.Head.Id && source.Url == null && source.Medium == Server.Sources.Medium.Talk).Select(source => source.Title).ToListAsync());

        Assert.True(map.Standing.UnansweredQuestions.Length >= 3);
        Assert.Single(wanted);
    }

    [Fact]
    public async Task Its_standing_is_what_the_docs_say()
    {
        var map = await Read();

        var defeated = map.Nodes.Keys.Where(number => map.Standing.Labelling.OfNode(number) == Standing.Defeated).Order();
        Assert.Equal([2, 32], defeated);
        Assert.DoesNotContain(map.Nodes.Keys, number => map.Standing.Labelling.OfNode(number) == Standing.Undecided);
        Assert.Equal(7, map.Standing.Objections.Total);
    }

    [Fact]
    public void Every_quotation_is_in_the_comment_word_for_word()
    {
        var demo = DemoMap.Current;
        var texts = demo.Sources.Where(source => source.TextFile is not null).ToDictionary(source => source.Key, source => DemoMap.TextOf(source.TextFile!));
        var quotations = demo.Citations.Where(citation => citation.Exact is not null).ToList();

        Assert.NotEmpty(quotations);
        Assert.All(quotations, citation => Assert.Contains(citation.Prefix + citation.Exact + citation.Suffix, texts[citation.Source], StringComparison.Ordinal));
    }

    private async Task<MapView> Read()
    {
        await Load();
        return (await app.With<MapReader, MapView?>(reader => reader.Read(DemoMap.Current.LoadedSlug, Actor.Anonymous, CancellationToken.None)))!;
    }

    private Task<string?> Load() => app.With<ArgMapDbContext, string?>(db => LoadDemoMap.Handle(db, app.Clock, CancellationToken.None));
}
