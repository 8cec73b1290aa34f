using AngleSharp;
using AngleSharp.Dom;
using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

public sealed class FootnotesTests
{
    [Fact]
    public void A_footnote_and_its_place_lead_to_each_other_and_nowhere_else()
    {
        var document = Show("Cars go[^1] away[^why], and go[^1] again.\n\n[^1]: In 2020.\n[^why]: See\n    more.\n\n    A second paragraph.\n\nThe end.");

        Assert.Equal(["1", "why", "1"], document.QuerySelectorAll("p > sup a").Select(link => link.TextContent));
        Assert.Equal(["Note 1", "Note why", "Note 1"], document.QuerySelectorAll("p > sup a").Select(link => link.GetAttribute("aria-label")));
        var notes = document.QuerySelectorAll(".footnote");
        Assert.Equal(["1 ↑In 2020.", "why ↑Seemore.A second paragraph."], notes.Select(note => note.TextContent.ReplaceLineEndings("")));
        foreach (var (place, note) in document.QuerySelectorAll("sup[id]").Zip(notes))
        {
            Assert.Equal(note, document.QuerySelector(place.QuerySelector("a")!.GetAttribute("href")!));
            Assert.Equal(place, document.QuerySelector(note.QuerySelector("a")!.GetAttribute("href")!));
        }

        Assert.Equal("The end.", document.Body!.LastElementChild!.TextContent);
        Assert.Equal(4, document.QuerySelectorAll("[id^=p7-]").Select(named => named.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Nobody[^2] wrote it.", "Nobody[^2] wrote it.")]
    [InlineData("[^1]: Nothing refers to it.", "1Nothing refers to it.")]
    [InlineData("One[^1].\n\n[^1]: First.\n[^1]: Second.", "One1.1 ↑First.1Second.")]
    [InlineData("Not \\[^1] here.\n\n[^1]: A note.", "Not [^1] here.1 ↑A note.")]
    [InlineData("`a[^1]` is code.\n\n    [^1]: so is this", "a[^1] is code.[^1]: so is this")]
    [InlineData("[^1]: [^2]: [^3]: deep", "1[^2]: [^3]: deep")]
    public void Whatever_was_written_is_shown(string markdown, string shown) => Assert.Equal(shown, Show(markdown).Body!.TextContent.ReplaceLineEndings(""));

    [Fact]
    public void A_note_within_a_link_is_no_link_in_a_link()
    {
        var document = Show("[words[^1]](https://example.org/)\n\n[^1]: A note.");

        Assert.Empty(document.QuerySelectorAll("a a"));
        Assert.Equal("https://example.org/", document.QuerySelector("p a")!.GetAttribute("href"));
    }

    [Fact]
    public void What_its_name_holds_stays_text()
    {
        var document = Show("One[^\"><b>x].\n\n[^\"><b>x]: A note with [words](javascript:alert(1)).");

        Assert.Empty(document.QuerySelectorAll("b, [href^=javascript]"));
        Assert.Equal("Note \"><b>x", document.QuerySelector("sup a")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Notes_at_the_end_of_a_very_long_text_are_found_from_its_beginning()
    {
        var document = Show(string.Concat(Enumerable.Range(1, 3_000).Select(number => $"Paragraph *number* {number} says[^{number}] something.\n\n")) + "[^1]: A note.\n\n[^2990]: Another.");

        Assert.Equal(["#p7-note1", "#p7-note2990"], document.QuerySelectorAll("sup a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["p7-note1", "p7-note2990"], document.QuerySelectorAll(".footnote").Select(note => note.Id));
    }

    [Fact]
    public void A_passage_is_marked_across_a_note_and_in_one()
    {
        const string Markdown = "Cars go[^1] away.\n\n[^1]: In the *year* 2020.";

        var document = Show(Markdown, new MarkedPassage(0, 17, "q1", "kind-support", null), new MarkedPassage(Markdown.IndexOf("the", StringComparison.Ordinal), 10, "q2", "kind-support", null));

        Assert.Equal(["Cars go", " away.", "the ", "year"], document.QuerySelectorAll("mark").Select(mark => mark.TextContent));
    }

    private static IDocument Show(string markdown, params MarkedPassage[] passages) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(Markdown.ToHtml(markdown, passages, [], "p7"))).GetAwaiter().GetResult();
}
