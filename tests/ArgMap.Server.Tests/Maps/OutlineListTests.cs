using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Tests.Maps;

public sealed class OutlineListTests : BunitContext
{
    private readonly MapView map = Draft.OfEverything().View(1);

    [Fact]
    public void Every_node_and_step_has_one_id_and_every_link_within_the_page_leads_to_one()
    {
        var list = Shown();

        var ids = list.FindAll("[id]").Select(element => element.Id!).ToList();
        Assert.Distinct(ids);
        Assert.All(map.Nodes.Keys, number => Assert.Contains($"n{number}", ids));
        Assert.All(map.Relations.Keys, number => Assert.Contains($"r{number}", ids));
        var within = list.FindAll("a[href*='#n']").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.NotEmpty(within);
        Assert.All(within, target => Assert.Contains(target, ids));
    }

    [Fact]
    public void A_step_with_several_premises_is_shown_as_one()
    {
        var step = Shown().Find(".step");

        Assert.Contains("prerequisite", step.QuerySelector(".step-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 premises, together", step.TextContent, StringComparison.Ordinal);
        Assert.Equal(["The model is coherent.", "The model is aware."], step.QuerySelectorAll(".premises > li > .item > .text").Select(text => text.TextContent));
    }

    [Fact]
    public void An_undercut_says_that_it_is_about_the_step()
    {
        var undercut = Shown().Find(".step > .on-step > li");

        Assert.Contains("objection to this step", undercut.TextContent, StringComparison.Ordinal);
        Assert.Contains("It cannot shield itself.", undercut.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_node_and_step_can_be_opened_objected_to_and_replied_to()
    {
        var links = Shown().FindAll("a").Select(link => link.GetAttribute("href")).ToHashSet();

        Assert.All(map.Nodes.Keys, number => Assert.Superset(new HashSet<string?> { $"/m/map/n/{number}", $"/m/map/add?kind=Objection&to={number}", $"/m/map/n/{number}#thread" }, links));
        Assert.All(map.Relations.Keys, number => Assert.Superset(new HashSet<string?> { $"/m/map/r/{number}", $"/m/map/add?kind=Objection&to={number}", $"/m/map/r/{number}#thread" }, links));
    }

    [Fact]
    public void Only_what_is_named_is_unfolded()
    {
        var open = Shown([1]).FindAll("details[open]");

        Assert.Equal("n1", Assert.Single(open).ParentElement!.QuerySelector(".item")!.Id);
        Assert.Empty(Shown(null).FindAll("details:not([open])"));
    }

    [Fact]
    public void The_chosen_thing_is_marked_and_holds_the_anchor_that_links_lead_to()
    {
        var list = Render<OutlineList>(parameters => parameters
            .Add(component => component.Outline, Outline.Of(map))
            .Add(component => component.Slug, "map")
            .Add(component => component.At, 2)
            .Add(component => component.OpenAt, new HashSet<int>()));

        var chosen = list.Find("[aria-current=true]");
        Assert.Equal("n2", chosen.Id);
        Assert.NotNull(chosen.QuerySelector("#at"));
    }

    [Fact]
    public void Counts_are_told_in_words()
    {
        var draft = new Draft();
        var thesis = draft.Claim("It is so.");
        draft.Step(RelationKind.Objection, thesis, draft.Claim("It is not."));
        draft.Comments[thesis] = 1;
        draft.Citations[thesis] = 3;

        var list = Render<OutlineList>(parameters => parameters
            .Add(component => component.Outline, Outline.Of(draft.View(thesis)))
            .Add(component => component.Slug, "map")
            .Add(component => component.OpenAt, null));

        Assert.Equal(["1 open objection", "1 comment", "3 citations"], list.FindAll($"#n{thesis} > .count").Select(count => count.TextContent));
    }

    private IRenderedComponent<OutlineList> Shown(HashSet<int>? open = null) => Render<OutlineList>(parameters => parameters
        .Add(component => component.Outline, Outline.Of(map))
        .Add(component => component.Slug, "map")
        .Add(component => component.OpenAt, open));
}
