using AngleSharp.Dom;

namespace ArgMap.Canvas.Tests;

public sealed class MapPictureTests : BunitContext
{
    [Fact]
    public void The_picture_is_a_named_region_that_the_keyboard_can_scroll()
    {
        var region = Draw().Find("[role=region]");

        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("The map as a picture", region.GetAttribute("aria-label"));
    }

    [Fact]
    public void Each_node_is_one_article_named_by_its_text_and_linked_to_its_page()
    {
        var articles = Draw().FindAll("article");

        Assert.Equal(Debate.Deeper, articles.Count);
        foreach (var article in articles)
        {
            var link = article.QuerySelector("a.text")!;
            var number = article.Id!["picture-".Length..];
            Assert.Equal(link.Id, article.GetAttribute("aria-labelledby"));
            Assert.Equal($"/m/debate/n/{number}", link.GetAttribute("href"));
            Assert.Equal($"What node {number} says", link.TextContent);
            Assert.Equal(link.TextContent, link.GetAttribute("title"));
        }
    }

    [Theory]
    [InlineData(Debate.Root, "question", "open")]
    [InlineData(Debate.Thesis, "answer", "defeated")]
    [InlineData(Debate.FirstLinked, "prerequisite", "stands")]
    [InlineData(Debate.Objector, "objection", "stands")]
    [InlineData(Debate.Question, "question", "open")]
    public void Role_and_standing_are_words(int number, string role, string standing)
    {
        var article = Draw().Find($"#picture-{number}");

        Assert.Equal(role, article.QuerySelector(".role")!.TextContent.Trim());
        Assert.Equal(standing, article.QuerySelector(".standing")!.TextContent.Trim());
    }

    [Fact]
    public void A_relation_is_a_link_that_says_its_kind_its_target_and_how_it_fares()
    {
        Assert.Equal("objection #23 to #2, 2 linked premises, in force", NameOfStep(Debate.ObjectionStep));
        Assert.Equal("objection #24 to step #22, in force", NameOfStep(Debate.UndercutStep));
        Assert.Equal("defeated · 1 open", Words(Draw().Find($"#picture-{Debate.PrerequisiteStep} .status")));
        Assert.Equal("/m/debate/n/23", Draw().Find($"#picture-{Debate.ObjectionStep} a").GetAttribute("href"));
    }

    [Fact]
    public void Tabbing_walks_the_argument_in_reading_order()
    {
        var hrefs = Draw(request => request with { Depth = 2 }).FindAll("a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(["/m/debate/n/1", "/m/debate/n/21", "/m/debate/n/2", "/m/debate/n/22", "/m/debate/n/3"], hrefs.Take(5));
    }

    [Fact]
    public void A_box_says_how_many_nodes_it_hides_and_links_to_them()
    {
        var more = Draw(request => request with { Depth = 1 }).Find($"#picture-{Debate.Thesis} a.more");

        Assert.Equal("10 more below #2", Words(more));
        Assert.Equal("/m/debate?at=2#picture-2", more.GetAttribute("href"));
    }

    [Fact]
    public void Every_relation_is_drawn_in_the_style_of_its_kind_and_hidden_from_screen_readers()
    {
        var drawn = Draw();
        var links = drawn.FindAll("svg.links .link[data-relation]");

        Assert.Equal("true", drawn.Find("svg.links").GetAttribute("aria-hidden"));
        Assert.Equal(8, links.Count);
        Assert.Contains("kind-prerequisite", links.Single(link => link.GetAttribute("data-relation") == "22").ClassList);
        Assert.Contains("force-defeated", links.Single(link => link.GetAttribute("data-relation") == "22").ClassList);
    }

    [Fact]
    public void A_shared_premise_is_linked_both_ways()
    {
        var drawn = Draw();

        Assert.Equal("also support for #9", Words(drawn.Find($"#picture-{Debate.FirstLinked} .use")));
        Assert.Equal("/m/debate#picture-3", drawn.Find(".stand-in a").GetAttribute("href"));
    }

    [Fact]
    public void The_node_in_focus_is_the_current_one()
    {
        var current = Assert.Single(Draw(request => request with { Focus = Debate.Objector }).FindAll("[aria-current=true]"));

        Assert.Equal("picture-7", current.Id);
    }

    [Fact]
    public void Text_is_text() =>
        Assert.Empty(Draw(request => request with { TextOf = _ => "<script>alert(1)</script>" }).FindAll("script"));

    private string NameOfStep(int number) => Words(Draw().Find($"#picture-{number} a"));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<MapPicture> Draw(Func<PictureRequest, PictureRequest>? change = null)
    {
        var request = Debate.Request();
        var model = PictureModel.Of(change is null ? request : change(request));
        return Render<MapPicture>(parameters => parameters.Add(picture => picture.Model, model));
    }
}
