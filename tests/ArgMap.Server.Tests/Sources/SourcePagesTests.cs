using System.Net;
using AngleSharp.Dom;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Sources;

public sealed class SourcePagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_source_is_added_with_a_title_and_listed_as_an_open_request()
    {
        var debate = await Debate.Begin(app);

        var answer = await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The talk itself"), ("medium", "Talk"));

        var page = await debate.Ada.Follow(answer);
        Assert.Equal(debate.At("sources#s1"), page.Address);
        var source = page.Document.QuerySelector("ol.sources > #s1")!;
        Assert.Equal("The talk itself", source.QuerySelector("h2")!.TextContent);
        Assert.Equal("talk", source.QuerySelector(".medium")!.TextContent);
        Assert.Contains("Address wanted", source.TextContent, StringComparison.Ordinal);
        Assert.Contains("length not known", source.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not cited yet.", source.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_gives_the_address_that_is_wanted()
    {
        var debate = await Debate.Begin(app);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The talk itself"), ("medium", "Talk"));
        using var finder = await app.SignedInAs("Finder");

        var wrong = await finder.Submit(debate.At("sources"), debate.At("sources/1/address"), ("url", "example.org/talk"));
        var right = await finder.Submit(wrong, debate.At("sources/1/address"), ("url", "https://example.org/talk"));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("example.org/talk", wrong.Value("input[name=url]"));
        var link = (await finder.Follow(right)).Document.QuerySelector(".source-address a")!;
        Assert.Equal("https://example.org/talk", link.GetAttribute("href"));
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_source_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var debate = await Debate.Begin(app);

        var answer = await debate.Ada.Submit(
            debate.At("sources"), debate.At("sources"), ("title", "A post"), ("url", "javascript:alert(1)"), ("minutes", "an hour"), ("authors", "Ada\nGrace"), ("text", "Its words."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("http:// or https://", answer.Document.QuerySelector("#url-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("whole number", answer.Document.QuerySelector("#minutes-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("A post", "javascript:alert(1)", "an hour"), (answer.Value("#title"), answer.Value("#url"), answer.Value("#minutes")));
        Assert.Equal("Ada\nGrace", answer.Document.QuerySelector("#authors")!.TextContent);
        Assert.Equal("Its words.", answer.Document.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task Who_is_signed_out_keeps_what_they_wrote()
    {
        var debate = await Debate.Begin(app);
        using var reader = app.Anonymous();

        var source = await Debate.Post(reader, debate.At("sources"), null, ("title", "A post nobody knows"));
        var citation = await Debate.Post(reader, debate.At("cite"), null, ("about", "1"), ("exact", "Words with care chosen"));

        Assert.Equal(HttpStatusCode.Unauthorized, source.Status);
        Assert.Contains("A post nobody knows", source.Html, StringComparison.Ordinal);
        Assert.Contains("Sign in", source.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, citation.Status);
        Assert.Contains("Words with care chosen", citation.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_is_signed_out_is_led_to_sign_in_instead_of_forms()
    {
        var debate = await Debate.Begin(app);
        using var reader = app.Anonymous();

        foreach (var address in new[] { debate.At("sources"), debate.At("cite?about=1") })
        {
            var page = await reader.Get(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("main form"));
            Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(address)}", page.Document.QuerySelector("main .notice a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_stranger_cannot_see_the_sources_of_a_private_map()
    {
        var debate = await Debate.Begin(app, Server.Maps.Visibility.Private);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "Secret minutes"));
        using var stranger = await app.SignedInAs("Stranger");

        foreach (var page in new[] { "sources", "sources/1", "sources/1/edit", "cite?about=1" })
        {
            var answer = await stranger.Get(debate.At(page));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.DoesNotContain("Secret", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await debate.Ada.Get(debate.At(page))).Status);
        }
    }

    [Fact]
    public async Task Relations_between_sources_read_both_ways()
    {
        var debate = await Debate.Begin(app);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The talk"), ("medium", "Talk"));
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The post"), ("medium", "Transcript"));

        await debate.Ada.Submit(debate.At("sources/2"), debate.At("sources/2/links"), ("kind", "TranscriptOf"), ("to", "1"));

        var page = await debate.Ada.Get(debate.At("sources"));
        Assert.Equal("is a transcript of The talk", page.Document.QuerySelector("#s2 .relations")!.TextContent.Trim());
        Assert.Equal("is transcribed in The post", page.Document.QuerySelector("#s1 .relations")!.TextContent.Trim());
        await debate.Ada.Submit(debate.At("sources/1"), debate.At("sources/1/links/3/withdraw"));
        Assert.Null((await debate.Ada.Get(debate.At("sources"))).Document.QuerySelector(".relations"));
    }

    [Fact]
    public async Task A_passage_is_cited_with_a_new_source_and_withdrawn_again()
    {
        var debate = await Debate.Begin(app);

        var answer = await debate.Ada.Submit(
            debate.At("cite?about=1"), debate.At("cite?about=1"), ("newSource.title", "The talk"), ("newSource.medium", "Talk"), ("newSource.url", "https://example.org/talk"), ("start", "12:34"), ("end", "13:10"));

        Assert.Equal(debate.At("n/1#citation-2"), answer.Location);
        var citation = (await debate.Ada.Follow(answer)).Document.QuerySelector("#citation-2")!;
        Assert.Equal(debate.At("sources/1#q2"), citation.QuerySelector("cite a")!.GetAttribute("href"));
        Assert.Equal(("12:34–13:10", "https://example.org/talk#t=754,790"), Link(citation.QuerySelector("footer > a")!));
        var back = await debate.Ada.Submit(debate.At("n/1"), debate.At("citations/2/withdraw"));
        Assert.Equal(debate.At("n/1"), back.Location);
        Assert.Null((await debate.Ada.Follow(back)).Document.QuerySelector(".citation"));
    }

    [Fact]
    public async Task A_citation_leads_to_the_very_words_and_they_lead_back()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It cannot shield itself.");
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The comment"), ("text", "It can’t shield parts of itself.\nSo I am lost."));

        await debate.Ada.Submit(debate.At("cite?about=2"), debate.At("cite?about=2"), ("source", "1"), ("exact", "can't shield parts"));
        await debate.Ada.Submit(debate.At("cite?about=3"), debate.At("cite?about=3"), ("source", "1"), ("exact", "parts of itself.\nSo I am"));

        var page = await debate.Ada.Get(debate.At("sources/1"));
        Assert.Equal("can’t shield parts", page.Document.QuerySelector("mark#q2")!.TextContent);
        Assert.Equal(("#2", debate.At("n/2")), Link(page.Document.QuerySelector(".kept-text sup a")!));
        Assert.Equal(debate.At("r/3"), page.Document.QuerySelectorAll(".kept-text sup a")[^1].GetAttribute("href"));
        var list = await debate.Ada.Get(debate.At("sources"));
        Assert.Equal([("#2", debate.At("n/2")), ("#3", debate.At("r/3"))], list.Document.QuerySelectorAll("#s1 .number").Select(Link));
    }

    [Fact]
    public async Task Words_that_are_not_in_the_text_come_back_with_what_to_do()
    {
        var debate = await Debate.Begin(app);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The comment"), ("text", "It can’t shield parts of itself."));

        var answer = await debate.Ada.Submit(debate.At("cite?about=1"), debate.At("cite?about=1"), ("source", "1"), ("exact", "It shields itself."), ("note", "My note."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("not in the text of “The comment”", answer.Document.QuerySelector("#exact-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It shields itself.", answer.Document.QuerySelector("#exact")!.TextContent);
        Assert.Equal("My note.", answer.Value("#note"));
        Assert.Equal("1", answer.Document.QuerySelector("#source option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Quoted_words_stay_readable_when_the_text_changes()
    {
        var debate = await Debate.Begin(app);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The comment"), ("text", "It can’t shield parts of itself."));
        await debate.Ada.Submit(debate.At("cite?about=1"), debate.At("cite?about=1"), ("source", "1"), ("exact", "shield parts"));

        var edited = await debate.Ada.Submit(debate.At("sources/1/edit"), debate.At("sources/1/edit"), ("text", "All was rewritten."));

        var page = await debate.Ada.Follow(edited);
        Assert.Equal("“shield parts”", page.Document.QuerySelector("#q2 .citation > p")!.TextContent);
        Assert.Contains("These words are not in the text as it is kept now.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_came_too_late_shows_both()
    {
        var debate = await Debate.Begin(app);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "The comment"));
        var open = await debate.Ada.Get(debate.At("sources/1/edit"));
        await debate.Ada.Submit(debate.At("sources/1/edit"), debate.At("sources/1/edit"), ("title", "Theirs"));

        var late = await debate.Ada.Submit(open, debate.At("sources/1/edit"), ("title", "Mine"));
        var again = await debate.Ada.Submit(late, debate.At("sources/1/edit"), ("key", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Theirs", late.Document.QuerySelector(".versions")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", late.Value("#title"));
        Assert.Equal("Mine", (await debate.Ada.Follow(again)).Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Hostile_text_of_a_source_is_shown_as_text()
    {
        const string Hostile = "<script>alert(1)</script>\n<img src=x onerror=alert(1)>";
        var debate = await Debate.Begin(app);
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", Hostile), ("text", Hostile), ("note", Hostile), ("authors", Hostile));
        await debate.Ada.Submit(debate.At("cite?about=1"), debate.At("cite?about=1"), ("source", "1"), ("exact", Hostile), ("note", Hostile));

        foreach (var address in new[] { "sources", "sources/1", "sources/1/edit", "cite?about=1", "n/1" })
        {
            var page = await debate.Ada.Get(debate.At(address));
            Assert.Empty(page.Document.QuerySelectorAll("main script, main img, main [onerror]"));
        }

        Assert.Equal(Hostile.Split('\n'), (await debate.Ada.Get(debate.At("sources/1"))).Document.QuerySelectorAll(".kept-text p").Select(line => line.QuerySelector("mark")!.TextContent));
    }

    private static (string Words, string? Address) Link(IElement link) => (link.TextContent, link.GetAttribute("href"));
}
