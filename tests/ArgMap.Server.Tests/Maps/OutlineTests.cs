using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Tests.Maps;

public sealed class OutlineTests
{
    [Fact]
    public void Every_live_node_and_step_has_exactly_one_place()
    {
        var map = Draft.OfEverything().View(1);

        var things = All(Outline.Of(map)).Select(thing => thing.Number).ToList();

        Assert.Equal(map.Nodes.Keys.Concat(map.Relations.Keys).Order(), things.Order());
    }

    [Fact]
    public void A_node_with_several_parents_is_a_link_at_all_but_one()
    {
        var map = Draft.OfEverything().View(1);

        var premises = All(Outline.Of(map)).OfType<OutlineStep>().SelectMany(step => step.Premises).Where(premise => premise.Node.Text == "It is suboptimal.").ToList();

        Assert.Equal(2, premises.Count);
        Assert.Single(premises, premise => premise.Here is not null);
    }

    [Fact]
    public void An_undercut_is_under_the_step_it_attacks()
    {
        var map = Draft.OfEverything().View(1);

        var attacked = All(Outline.Of(map)).OfType<OutlineStep>().Single(step => step.Kind is RelationKind.Prerequisite);

        var undercut = Assert.Single(attacked.Steps);
        Assert.True(undercut.IsOntoStep);
        Assert.Equal("It cannot shield itself.", Assert.Single(undercut.Premises).Node.Text);
    }

    [Fact]
    public void What_was_withdrawn_is_not_in_it()
    {
        var draft = Draft.OfEverything();
        var withdrawn = draft.View(1).Nodes.Values.Single(node => node.Text == "It is suboptimal.").Number;
        draft.Withdraw(withdrawn);
        var map = draft.View(1);

        Assert.DoesNotContain(All(Outline.Of(map)), thing => thing.Number == withdrawn);
        Assert.False(Outline.IsLive(map, withdrawn));
    }

    [Fact]
    public void What_is_too_deep_continues_on_a_page_that_starts_there()
    {
        var draft = new Draft();
        List<int> chain = [draft.Claim("Top")];
        for (var depth = 1; depth <= 20; depth++)
        {
            var below = draft.Claim($"Below {depth}");
            draft.Step(RelationKind.Support, chain[^1], below);
            chain.Add(below);
        }

        var map = draft.View(chain[0]);
        var seen = new List<int>();
        int? from = null;
        do
        {
            var nodes = All(Outline.Of(map, from)).OfType<OutlineNode>().ToList();
            Assert.True(nodes.Count <= Outline.MaxDepth + 1);
            seen.AddRange(nodes.Select(node => node.Number));
            from = nodes.Find(node => node.HiddenSteps > 0)?.Number;
        }
        while (from is not null);

        Assert.Equal(chain, seen.Distinct());
    }

    [Fact]
    public void What_is_too_wide_is_read_page_by_page_and_nothing_is_left_out()
    {
        var draft = new Draft();
        var top = draft.Claim("Top");
        var supports = Enumerable.Range(0, 1_000).Select(index => draft.Step(RelationKind.Support, top, draft.Claim($"Support {index}"))).ToList();
        var map = draft.View(top);

        var seen = new List<int>();
        OutlineThing page;
        do
        {
            var outline = Outline.Of(map, top, seen.Count);
            page = Assert.Single(outline.Tops);
            Assert.InRange(All(outline).OfType<OutlineNode>().Count(), 2, Outline.MaxNodes + Relation.MaxPremises);
            seen.AddRange(page.Steps.Select(step => step.Number));
        }
        while (page.HiddenSteps > 0);

        Assert.Equal(supports, seen);
    }

    [Fact]
    public void Loose_nodes_are_read_page_by_page_too()
    {
        var draft = new Draft();
        var loose = Enumerable.Range(0, 1_000).Select(index => draft.Claim($"Loose {index}")).ToList();
        var map = draft.View(null);

        var seen = new List<int>();
        Outline outline;
        do
        {
            outline = Outline.Of(map, null, seen.Count);
            seen.AddRange(outline.Tops.Select(top => top.Number));
        }
        while (outline.MoreTops > 0);

        Assert.Equal(loose, seen);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(41)]
    public void The_outline_around_a_thing_shows_it_however_deep_it_is(int at)
    {
        var draft = new Draft();
        var above = draft.Claim("Top");
        var top = above;
        for (var depth = 1; depth <= 20; depth++)
        {
            var below = draft.Claim($"Below {depth}");
            draft.Step(RelationKind.Support, above, below);
            above = below;
        }

        Assert.True(Outline.Around(draft.View(top), at).Shows(at));
    }

    [Fact]
    public void The_outline_around_one_of_very_many_shows_it()
    {
        var draft = new Draft();
        var top = draft.Claim("Top");
        var steps = Enumerable.Range(0, 1_000).Select(index => draft.Step(RelationKind.Support, top, draft.Claim($"Support {index}"))).ToList();

        Assert.True(Outline.Around(draft.View(top), steps[^1]).Shows(steps[^1]));
    }

    [Fact]
    public void The_way_to_something_names_the_steps_that_are_attacked_and_no_others()
    {
        var map = Draft.OfEverything().View(1);
        var shield = map.Nodes.Values.Single(node => node.Text == "It cannot shield itself.").Number;
        var needs = map.Relations.Values.Single(relation => relation.Kind is RelationKind.Prerequisite).Number;

        Assert.Equal([1, 2, needs, shield], Outline.WayTo(map, shield));
    }

    private static IEnumerable<OutlineThing> All(Outline outline) => outline.Tops.SelectMany(All);

    private static IEnumerable<OutlineThing> All(OutlineThing thing) =>
        [thing, .. (thing as OutlineStep)?.Premises.Where(premise => premise.Here is not null).SelectMany(premise => All(premise.Here!)) ?? [], .. thing.Steps.SelectMany(All)];
}
