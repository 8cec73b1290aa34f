using System.Security.Claims;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapHeaderTests : BunitContext
{
    private readonly MapView map = Draft.OfEverything().View(1);

    [Fact]
    public void It_says_first_what_a_reader_wants_first()
    {
        var header = Shown(Guid.Empty, map);

        Assert.Equal("A debate", header.Find("h1").TextContent);
        var facts = header.FindAll(".facts > div").ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => string.Join(" | ", fact.QuerySelectorAll("dd").Select(each => Plain(each.TextContent))));
        Assert.Equal("Would it crystallise?", facts["Question"]);
        Assert.Equal("stands Deception is likely. | stands Deception is unlikely.", facts["Theses that answer it"]);
        Assert.Equal(("2", "1", "1 min"), (facts["Open objections"], facts["Unanswered questions"], facts["To read"]));
    }

    [Fact]
    public void A_map_that_is_not_public_says_so()
    {
        Assert.Empty(Shown(Guid.Empty, map).FindAll(".badge"));
        Assert.Equal("unlisted", Shown(Guid.Empty, Draft.OfEverything().View(1, Visibility.Unlisted)).Find(".badge").TextContent);
    }

    [Fact]
    public void Only_the_owner_is_led_to_the_settings()
    {
        Assert.Equal(["Map", "Outline", "Sources", "History"], Shown(Guid.NewGuid(), map).FindAll(".views a").Select(link => link.TextContent));
        Assert.Equal(["Map", "Outline", "Sources", "History", "Settings"], Shown(Draft.Owner, map).FindAll(".views a").Select(link => link.TextContent));
    }

    [Fact]
    public void The_view_shown_is_the_current_one()
    {
        var current = Assert.Single(Shown(Guid.Empty, map).FindAll(".views [aria-current=page]"));

        Assert.Equal("Outline", current.TextContent);
    }

    [Fact]
    public void A_question_nobody_has_answered_says_so()
    {
        var draft = new Draft();
        var question = draft.Question("Is it so?");

        Assert.Contains("Nobody has answered it yet.", Shown(Guid.Empty, draft.View(question)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_answers_are_cut_short_and_counted()
    {
        var draft = new Draft();
        var question = draft.Question("How many?");
        for (var index = 0; index < 10; index++)
        {
            draft.Step(RelationKind.Answer, question, draft.Claim($"{index}"));
        }

        var header = Shown(Guid.Empty, draft.View(question));

        Assert.Equal(5, header.FindAll(".thesis").Count);
        Assert.Equal("6 more answers", header.Find(".thesis.more").TextContent);
    }

    [Fact]
    public void The_compact_form_leaves_the_first_heading_to_the_page_and_keeps_the_choice_across_views()
    {
        var header = Render<MapHeader>(parameters => parameters
            .Add(component => component.Head, map.Head)
            .Add(component => component.Map, map)
            .Add(component => component.View, "")
            .Add(component => component.Compact, true)
            .Add(component => component.At, 2));

        Assert.Empty(header.FindAll("h1, .facts, [aria-current]"));
        Assert.Equal("/m/map", header.Find(".map-title").GetAttribute("href"));
        Assert.Equal(["/m/map?at=2", "/m/map/outline?at=2#at"], header.FindAll(".views a").Take(2).Select(link => link.GetAttribute("href")));
    }

    private IRenderedComponent<MapHeader> Shown(Guid reader, MapView shown) => Render<MapHeader>(parameters => parameters
        .Add(component => component.Head, shown.Head)
        .Add(component => component.Map, shown)
        .Add(component => component.View, "Outline")
        .AddCascadingValue<HttpContext>(new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, reader.ToString())], "test")),
        }));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
