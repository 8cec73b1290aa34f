using System.Globalization;
using AngleSharp.Dom;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas.Tests;

public sealed class MapPictureTests : BunitContext
{
    [Fact]
    public void The_picture_is_a_named_tree_with_one_tab_stop()
    {
        var drawn = Draw();

        Assert.Equal("The map as a picture", drawn.Find("[role=tree]").GetAttribute("aria-label"));
        Assert.Equal("picture-1", Assert.Single(drawn.FindAll("[role=tree] [tabindex='0']")).Id);
    }

    [Fact]
    public void The_page_knows_what_is_drawn()
    {
        var model = PictureModel.Of(Debate.Request("at=7&depth=2"));
        var picture = Render<MapPicture>(parameters => parameters
            .Add(picture => picture.Model, model)
            .Add(picture => picture.Slug, "debate")
            .Add(picture => picture.Revision, 17)
            .Add(picture => picture.ChangedAt, new DateTimeOffset(2026, 11, 21, 14, 0, 0, TimeSpan.FromHours(2)))).Find(".picture");

        Assert.Equal(["debate", "17", "at=7&depth=2", "2026-11-21T12:00:00.0000000Z", "full"], new[] { "slug", "revision", "scope", "changed-at", "lod" }.Select(name => picture.GetAttribute("data-" + name)));
    }

    [Fact]
    public void Each_node_is_one_item_whose_text_leads_to_the_same_picture_with_it_chosen()
    {
        var nodes = Draw("depth=all").FindAll("[role=treeitem].node");

        Assert.Equal(Debate.Deeper, nodes.Count);
        foreach (var node in nodes)
        {
            var link = node.QuerySelector("a.text")!;
            var number = node.GetAttribute("data-number");
            Assert.Equal($"picture-{number}", node.Id);
            Assert.Equal($"/m/debate?at={number}&depth=all#picture-{number}", link.GetAttribute("href"));
            Assert.Equal($"What node {number} says", link.TextContent);
        }
    }

    [Theory]
    [InlineData(Debate.Root, "question", "open")]
    [InlineData(Debate.Thesis, "answer", "defeated")]
    [InlineData(Debate.FirstLinked, "prerequisite", "stands")]
    [InlineData(Debate.Objector, "objection", "stands")]
    [InlineData(Debate.Question, "question", "open")]
    public void Role_and_standing_are_words_and_classes(int number, string role, string standing)
    {
        var node = Draw().Find($"#picture-{number}");

        Assert.Equal(role, node.QuerySelector(".role")!.TextContent.Trim());
        Assert.Equal(standing, node.QuerySelector(".standing")!.TextContent.Trim());
        Assert.Contains($"role-{role}", node.ClassList);
        Assert.Contains($"is-{standing}", node.ClassList);
    }

    [Fact]
    public void An_item_says_what_it_is_its_number_its_text_its_standing_and_what_is_open()
    {
        Assert.Equal("question #1 What node 1 says open fold what is below #1", Words("picture-1"));
        Assert.Equal("answer to #1, #2 What node 2 says defeated 1 open objection fold what is below #2", Words("picture-2"));
        Assert.Equal("objection to #2, linked with #8, #7 What node 7 says stands fold what is below #7", Words("picture-7"));
        Assert.Equal("objection to the step from #3, #4, #5 and #6 to #2, #9 What node 9 says stands fold what is below #9", Words("picture-9"));
        Assert.Equal("objection to #2 with 2 linked premises, #23 in force", Words("picture-23"));
        Assert.Equal("objection to the step from #3, #4, #5 and #6 to #2, #24 in force", Words("picture-24"));
        Assert.Equal("prerequisite of #2 with 4 linked premises, #22 defeated · 1 open objection", Words("picture-22"));
        Assert.Equal("support for #9, drawn elsewhere in this picture, #3 What node 3 says", Words("picture-3-in-26"));
    }

    [Fact]
    public void No_item_is_said_with_a_space_before_a_comma_or_a_full_stop()
    {
        var items = Draw().FindAll("[role=treeitem]").Select(Words).ToList();

        Assert.Contains(items, item => item.StartsWith("support for #9, drawn elsewhere", StringComparison.Ordinal));
        Assert.All(items, item => Assert.DoesNotMatch(@"\s[,.:;]", item));
    }

    [Fact]
    public void Tabbing_without_a_script_walks_the_argument_in_reading_order()
    {
        var hrefs = Draw("depth=2").FindAll("a:not(.fold, .more)").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(["/m/debate?at=1&depth=2#picture-1", "/m/debate?at=21&depth=2#picture-21", "/m/debate?at=2&depth=2#picture-2", "/m/debate?at=22&depth=2#picture-22", "/m/debate?at=3&depth=2#picture-3"], hrefs.Take(5));
    }

    [Fact]
    public void A_box_says_how_many_nodes_it_hides_and_leads_to_a_picture_with_it_opened()
    {
        var more = Draw("depth=1").Find($"#picture-{Debate.Thesis} a.more");

        Assert.Equal("10 more below #2", Words(more));
        Assert.Equal("/m/debate?depth=1&open=2#picture-2", more.GetAttribute("href"));
        Assert.Equal("false", Draw("depth=1").Find("#picture-2").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void A_box_that_is_open_can_be_folded()
    {
        Assert.Equal("/m/debate?depth=all&shut=7#picture-7", Draw().Find("#picture-7 a.fold").GetAttribute("href"));
        Assert.Equal("/m/debate?at=7&depth=all&shut=7#picture-7", Draw("at=12&depth=all").Find("#picture-7 a.fold").GetAttribute("href"));
        Assert.Equal("true", Draw().Find("#picture-7").GetAttribute("aria-expanded"));
        Assert.False(Draw().Find("#picture-12").HasAttribute("aria-expanded"));
    }

    [Fact]
    public void A_step_says_that_it_can_be_expanded_only_while_it_can_and_never_that_it_can_be_collapsed()
    {
        Assert.All(Draw().FindAll(".step"), step => Assert.False(step.HasAttribute("aria-expanded")));
        var folded = Draw($"depth=all&shut={Debate.PrerequisiteStep}").Find($"#picture-{Debate.PrerequisiteStep}");

        Assert.NotNull(folded.QuerySelector("a.more"));
        Assert.Equal("false", folded.GetAttribute("aria-expanded"));
    }

    [Theory]
    [InlineData("depth=all")]
    [InlineData("depth=1")]
    [InlineData("focus=7")]
    [InlineData("depth=all&shut=22")]
    public void Levels_go_down_one_at_a_time_and_only_below_what_is_expanded(string scope)
    {
        var items = Draw(scope).FindAll("[role=treeitem]");
        var levels = items.Select(item => int.Parse(item.GetAttribute("aria-level")!, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(items.Zip(levels, levels.Skip(1).Append(1)), item =>
        {
            var (part, own, next) = item;
            Assert.InRange(next, 1, own + 1);
            var expanded = part.GetAttribute("aria-expanded");
            Assert.True(next > own == (expanded == "true"), $"{part.Id} says {expanded ?? "nothing"}.");
            Assert.True(expanded is null == part.QuerySelector("a.fold, a.more") is null || part.ClassList.Contains("further"), $"{part.Id} says {expanded ?? "nothing"}.");
        });
    }

    [Fact]
    public void Every_step_is_drawn_in_the_style_of_its_kind_and_hidden_from_screen_readers()
    {
        var drawn = Draw();
        var links = drawn.FindAll("svg.links path.link");

        Assert.Equal("true", drawn.Find("svg.links").GetAttribute("aria-hidden"));
        Assert.Equal(8, links.Count);
        Assert.Equal(["link", "kind-prerequisite", "force-defeated"], links.Single(link => link.Id == "link-22").ClassList);
        Assert.Equal(2, drawn.FindAll("path.core").Count);
    }

    [Fact]
    public void A_line_through_half_of_a_large_picture_is_known_from_a_short_one()
    {
        var model = PictureModel.Of(RandomDebate.OfSize(1000, new Random(3)).Request());
        var drawn = Render<MapPicture>(parameters => parameters.Add(picture => picture.Model, model));
        var marked = drawn.FindAll("svg.links .is-long").Select(path => path.Id).ToHashSet();
        var nodes = model.Nodes.ToDictionary(node => node.Number);
        var lengths = model.Links.Where(link => link.Kind == PictureLinkKind.Cross).ToDictionary(link => link.Id, link => Distance(nodes[link.Owner.Number].Place, link.Owner.Place));

        Assert.All(lengths.Where(each => each.Value > 3_100), each => Assert.Contains(each.Key, marked));
        Assert.All(lengths.Where(each => each.Value < 2_800), each => Assert.DoesNotContain(each.Key, marked));
        Assert.Contains(lengths, each => each.Value > 3_100);
        Assert.Contains(lengths, each => each.Value < 2_800);
        Assert.Empty(drawn.FindAll(".trunk.is-long"));

        static double Distance(Box node, Box standIn) => Math.Abs(node.Right - standIn.Right) + Math.Abs(node.Bottom - standIn.Bottom);
    }

    [Fact]
    public void A_shared_premise_is_linked_both_ways()
    {
        var drawn = Draw();

        Assert.Equal("also support for #9", Words(drawn.Find($"#picture-{Debate.FirstLinked} .use")));
        Assert.Equal("/m/debate?at=26&depth=all#picture-26", drawn.Find($"#picture-{Debate.FirstLinked} .use a").GetAttribute("href"));
        Assert.Equal("/m/debate?at=3&depth=all#picture-3", drawn.Find(".stand-in a").GetAttribute("href"));
    }

    [Fact]
    public void What_is_chosen_is_the_selected_item_and_the_tab_stop()
    {
        var drawn = Draw("at=24&depth=all");

        Assert.Equal("picture-24", Assert.Single(drawn.FindAll("[aria-selected]")).Id);
        Assert.Equal("picture-24", Assert.Single(drawn.FindAll("[tabindex='0']")).Id);
    }

    [Fact]
    public void Levels_and_sets_are_those_of_the_argument()
    {
        var drawn = Draw();

        Assert.Equal(("1", "1", "1"), Place("picture-1"));
        Assert.Equal(("3", "1", "12"), Place("picture-22"));
        Assert.Equal(("3", "2", "12"), Place("picture-3"));
        Assert.Equal(("3", "6", "12"), Place("picture-24"));
        Assert.Equal(("4", "2", "2"), Place("picture-3-in-26"));
        Assert.Equal("picture-22", drawn.Find("#picture-24").GetAttribute("data-up"));
        Assert.Equal("picture-22", drawn.Find("#picture-3").GetAttribute("data-up"));
        Assert.False(drawn.Find("#picture-1").HasAttribute("data-up"));

        (string?, string?, string?) Place(string id)
        {
            var item = drawn.Find("#" + id);
            return (item.GetAttribute("aria-level"), item.GetAttribute("aria-posinset"), item.GetAttribute("aria-setsize"));
        }
    }

    [Fact]
    public void Text_is_text_and_told_again_only_where_it_is_cut()
    {
        var hostile = Render<MapPicture>(parameters => parameters.Add(picture => picture.Model, PictureModel.Of(Debate.Request() with { TextOf = _ => "<script>alert(1)</script>" })));
        var longWord = new string('x', 400);
        var cut = Render<MapPicture>(parameters => parameters.Add(picture => picture.Model, PictureModel.Of(Debate.Request("depth=0") with { TextOf = _ => longWord })));

        Assert.Empty(hostile.FindAll("script"));
        Assert.Empty(hostile.FindAll(".text[title]"));
        Assert.Equal(longWord, cut.Find(".text").GetAttribute("title"));
    }

    private string Words(string id) => Words(Draw().Find("#" + id));

    // As browsers say it: all elements of a part are blocks there, by flex or by their position, with a space before and after each.
    private static string Words(IElement element) =>
        string.Join(' ', string.Join(' ', element.Descendants().OfType<IText>().Select(text => text.Data)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<MapPicture> Draw(string? scope = null) =>
        Render<MapPicture>(parameters => parameters.Add(picture => picture.Model, PictureModel.Of(Debate.Request(scope))));
}
