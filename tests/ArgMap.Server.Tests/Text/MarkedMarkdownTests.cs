using AngleSharp;
using AngleSharp.Dom;
using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

public sealed class MarkedMarkdownTests
{
    [Theory]
    [InlineData("Plain **words** here.", "words** he", "words he")]
    [InlineData("One.\n\nTwo *three* four.", "One.\n\nTwo *three", "One.Two three")]
    [InlineData("A [link with words](https://example.org/) and more", "with words](https://example.org/) and", "with words and")]
    [InlineData("> quoted words\n> go on\n\nown", "words\n> go on", "words\ngo on")]
    [InlineData("Wrapped words\ngo on\nhere.", "words\ngo on\n", "words\ngo on")]
    [InlineData("Words  \nbelow each other", "Words  \nbelow", "Words\nbelow")]
    [InlineData("- first item\n- second item", "item\n- second", "itemsecond")]
    [InlineData("use `the code` here", "`the code`", "the code")]
    [InlineData("5 &lt; 6 and so", "5 &lt; 6", "5 < 6")]
    [InlineData("a \\*star\\* is", "\\*star\\*", "*star*")]
    [InlineData("zero\u200Bwidth and é here", "and é", "and é")]
    [InlineData("| a | b |\n| --- | --- |\n| one cell | two words |", "cell | two", "celltwo")]
    [InlineData("\tcode is\n\nwords after", "words", "words")]
    public void A_passage_is_marked_at_its_place_in_the_text_as_stored(string markdown, string passage, string marked)
    {
        var document = Show(markdown, Passage(markdown, passage, "q1"));

        Assert.Equal(marked, string.Concat(document.QuerySelectorAll("mark").Select(mark => mark.TextContent)));
        Assert.Equal("MARK", document.QuerySelector("#q1")!.TagName);
        Assert.Equal("/n/1", Assert.Single(document.QuerySelectorAll("sup a")).GetAttribute("href"));
        Assert.Empty(document.QuerySelectorAll("a a"));
    }

    [Fact]
    public void Passages_may_overlap_and_lie_in_each_other()
    {
        const string Words = "one two three four five";

        var document = Show(Words, Passage(Words, "one two three", "q1"), Passage(Words, "three four", "q2"), Passage(Words, "two", "q3"), Passage(Words, "three four", "q4"));

        Assert.Equal(["one ", "two", " ", "three", " four"], document.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        foreach (var id in new[] { "q1", "q2", "q3", "q4" })
        {
            Assert.NotNull(document.QuerySelector($"#{id}"));
        }

        Assert.Equal(4, document.QuerySelectorAll("sup a").Length);
    }

    [Theory]
    [InlineData("Before\n\n```\nlet x = 1\n```\n\nAfter", "let x", "let x", "let x = 1\n")]
    [InlineData("```rust\nfn a<T>() {\n    b();\n}\n```", "a<T>() {\n    b", "a<T>() {|    b", "fn a<T>() {\n    b();\n}\n")]
    [InlineData("Before\n\n    indented code\n    goes on\n\nAfter", "code\n    goes", "code|goes", "indented code\ngoes on\n")]
    [InlineData("> quoted\n>\n> ```\n> let x = 1\n> let y = 2\n> ```\n\nAfter", "x = 1\n> let y", "x = 1|let y", "let x = 1\nlet y = 2\n")]
    [InlineData("- item\n\n  ~~~\n  let x = 1\n  ~~~", "x = 1", "x = 1", "let x = 1\n")]
    public void A_passage_of_code_is_marked_in_it_and_its_note_follows_the_block(string markdown, string passage, string marked, string whole)
    {
        var document = Show(markdown, Passage(markdown, passage, "q1"));

        Assert.Equal(marked, string.Join('|', document.QuerySelectorAll("pre code mark").Select(mark => mark.TextContent)));
        Assert.Equal("MARK", document.QuerySelector("#q1")!.TagName);
        Assert.Equal(whole, document.QuerySelector("pre code")!.TextContent);
        Assert.Equal(Show(markdown).QuerySelector("pre code")!.TextContent, document.QuerySelector("pre code")!.TextContent);
        Assert.Equal("/n/1", Assert.Single(document.QuerySelectorAll("sup a")).GetAttribute("href"));
        Assert.Equal("PRE", document.QuerySelector("sup")!.Closest("p")!.PreviousElementSibling!.TagName);
    }

    [Fact]
    public void A_passage_may_go_into_code_and_out_of_it()
    {
        const string Text = "Words before\n\n```\nlet x = 1\n```\n\nafter it";

        var into = Show(Text, Passage(Text, "before\n\n```\nlet x", "q1"));
        var outOf = Show(Text, Passage(Text, "x = 1\n```\n\nafter", "q1"));

        Assert.Equal(["before", "let x"], into.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("before", into.QuerySelector("#q1")!.TextContent);
        Assert.NotNull(into.QuerySelector("pre + p sup a"));
        Assert.Equal(["x = 1", "after"], outOf.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("x = 1", outOf.QuerySelector("#q1")!.TextContent);
        Assert.NotNull(outOf.QuerySelector("mark + sup a"));
    }

    [Fact]
    public void A_passage_of_nothing_that_is_shown_has_its_note_after_the_block()
    {
        const string Code = "Before\n\n```rust\nlet x = 1\n```\n\nAfter";

        Assert.NotNull(Show(Code, Passage(Code, "rust", "q1")).QuerySelector("pre + p sup#q1 a"));
    }

    [Fact]
    public void A_quote_says_where_its_words_come_from()
    {
        const string Text = "> their words\n\nmine";

        var html = Markdown.ToHtml(Text, [], [new(0, 13, "#p3", "Ada <x>, post 3")], "p7");

        Assert.Contains("<a class=\"quote-origin\" href=\"#p3\">Ada &lt;x&gt;, post 3</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_long_text_is_formatted_in_pieces_and_marked_in_each()
    {
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(index => $"Paragraph *number* {index} says so.\n\n"));

        var document = Show(text, Passage(text, "number* 2 says", "q1"), Passage(text, "number* 2990 says", "q2"));

        Assert.Equal(3_000, document.QuerySelectorAll("p").Length);
        Assert.Equal(3_000, document.QuerySelectorAll("em").Length);
        Assert.Equal(["number", " 2 says", "number", " 2990 says"], document.QuerySelectorAll("mark").Select(mark => mark.TextContent));
    }

    [Theory]
    [InlineData("<script>alert(1)</script> words")]
    [InlineData("[x](javascript:alert(1)) words")]
    [InlineData("<img src=x onerror=alert(1)> words")]
    public void Marks_let_nothing_through_that_plain_text_does_not(string hostile)
    {
        var document = Show(hostile, new MarkedPassage(0, hostile.Length, "q1\"><script>", "kind\"><script>", new("javascript:alert(1)//\"><script>", "<script>", "<script>", ("\"><script>", null))));

        Assert.Empty(document.QuerySelectorAll("script, img, [onerror]"));
        Assert.Empty(document.QuerySelectorAll("p a:not(sup a)[href^=javascript]"));
    }

    private static MarkedPassage Passage(string text, string words, string id) =>
        new(text.IndexOf(words, StringComparison.Ordinal), words.Length, id, "kind-support", new("/n/1", "#1", "support", ("shape-support", null)));

    private static IDocument Show(string markdown, params MarkedPassage[] passages) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(Markdown.ToHtml(markdown, passages, [], "p7"))).GetAwaiter().GetResult();
}
