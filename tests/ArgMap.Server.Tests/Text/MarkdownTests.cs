using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

public sealed class MarkdownTests
{
    private const string Rel = "rel=\"nofollow ugc noopener\"";

    [Theory]
    [InlineData("one\n\ntwo", "<p>one</p>\n<p>two</p>\n")]
    [InlineData("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n")]
    [InlineData("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("3. c", "<ol start=\"3\">\n<li>c</li>\n</ol>\n")]
    [InlineData("```csharp\nx < y\n```", "<pre><code>x &lt; y\n</code></pre>\n")]
    [InlineData("---", "<hr />\n")]
    [InlineData("", "")]
    public void Markdown_is_formatted(string markdown, string html) => Assert.Equal(html, Markdown.ToHtml(markdown));

    [Fact]
    public void A_table_is_a_table_that_scrolls_by_itself() => Assert.Equal(
        """
        <div class="scrolls" role="group" aria-label="Table" tabindex="0"><table><tr><th scope="col">Year</th><th scope="col" class="numeric">Cars</th></tr><tr><td><strong>2020</strong> | early</td><td class="numeric">3,000</td></tr></table></div>

        """,
        Markdown.ToHtml("| Year | Cars |\n| --- | ---: |\n| **2020** \\| early | 3,000 |"));

    [Theory]
    [InlineData("a | b")]
    [InlineData("| a | b |\n| c | d |")]
    public void Bars_alone_make_no_table(string markdown) => Assert.Equal($"<p>{markdown}</p>\n", Markdown.ToHtml(markdown));

    [Theory]
    [InlineData("# Title", "<p class=\"heading\">Title</p>\n")]
    [InlineData("Title\n---", "<p class=\"heading\">Title</p>\n")]
    public void A_heading_leaves_the_outline_of_the_page_alone(string markdown, string html) => Assert.Equal(html, Markdown.ToHtml(markdown));

    [Theory]
    [InlineData("[a](https://example.org/b?c=d&e)", "https://example.org/b?c=d&amp;e", "a")]
    [InlineData("<https://example.org>", "https://example.org", "https://example.org")]
    [InlineData("https://example.org/b", "https://example.org/b", "https://example.org/b")]
    [InlineData("[a](HTTP://example.org)", "HTTP://example.org", "a")]
    [InlineData("<ada@example.org>", "mailto:ada@example.org", "ada@example.org")]
    [InlineData("[a](mailto:ada@example.org)", "mailto:ada@example.org", "a")]
    [InlineData("[a](/m/other)", "/m/other", "a")]
    [InlineData("[a](#c31)", "#c31", "a")]
    [InlineData("[](https://example.org)", "https://example.org", "https://example.org")]
    public void A_link_leads_where_it_may(string markdown, string href, string text) =>
        Assert.Equal($"<p><a href=\"{href}\" {Rel}>{text}</a></p>\n", Markdown.ToHtml(markdown));

    [Theory]
    [InlineData("![a cat](https://example.org/cat.png)", "a cat")]
    [InlineData("![](https://example.org/cat.png)", "picture")]
    public void A_picture_becomes_a_link_so_that_reading_loads_nothing_from_elsewhere(string markdown, string text) =>
        Assert.Equal($"<p><a href=\"https://example.org/cat.png\" {Rel}>{text}</a></p>\n", Markdown.ToHtml(markdown));

    [Fact]
    public void An_address_that_is_not_allowed_stays_readable() =>
        Assert.Equal("<p>see (ftp://example.org/x)</p>\n", Markdown.ToHtml("[see](ftp://example.org/x)"));

    [Fact]
    public void A_tag_is_shown_as_it_was_typed() =>
        Assert.Equal("<p>I &lt;b&gt;mean&lt;/b&gt; it</p>\n", Markdown.ToHtml("I <b>mean</b> it"));

    [Theory]
    [InlineData("#12", "12")]
    [InlineData("(see #12)", "12")]
    [InlineData("**#7**", "7")]
    [InlineData("[#12](#12)", "12")]
    public void A_number_leads_to_that_node_of_the_same_map(string markdown, string number)
    {
        var link = Assert.Single(Harmless.Assert(Markdown.ToHtml(markdown, "/m/map")).QuerySelectorAll("a"));

        Assert.Equal($"/m/map/n/{number}", link.GetAttribute("href"));
        Assert.Equal($"#{number}", link.TextContent);
    }

    [Theory]
    [InlineData("`#12`")]
    [InlineData("a#12")]
    [InlineData("#12a")]
    [InlineData("#0")]
    [InlineData("##12")]
    [InlineData("#1234567890")]
    [InlineData("\\&#12")]
    public void What_only_looks_like_a_number_of_a_node_is_left_alone(string markdown) =>
        Assert.Empty(Harmless.Assert(Markdown.ToHtml(markdown, "/m/map")).QuerySelectorAll("a"));

    [Fact]
    public void Two_numbers_and_the_words_between_them_are_all_kept() =>
        Assert.Equal("a #1, b #2.", Harmless.Assert(Markdown.ToHtml("a #1, b #2.", "/m/map")).TextContent.Trim());

    [Fact]
    public void Without_a_map_a_number_is_text() => Assert.Equal("<p>#12</p>\n", Markdown.ToHtml("#12"));

    [Fact]
    public void Text_that_nests_too_deeply_is_shown_as_it_was_typed()
    {
        var main = Harmless.Assert(Markdown.ToHtml(new string('>', 100) + " <b>&"));

        Assert.Equal("plain", Assert.Single(main.Children).ClassName);
        Assert.Equal(new string('>', 100) + " <b>&", main.TextContent.Trim());
    }

    [Fact]
    public void A_long_rule_is_a_rule() => Assert.Equal("<hr />\n", Markdown.ToHtml(string.Concat(Enumerable.Repeat("- ", 60))));

    [Fact]
    public void Quotes_nest_as_deep_as_anyone_reads()
    {
        var main = Harmless.Assert(Markdown.ToHtml(new string('>', Markdown.MaxNesting) + " x"));

        Assert.Equal(Markdown.MaxNesting, main.QuerySelectorAll("blockquote").Length);
    }

    [Fact]
    public void A_mark_after_a_tag_does_not_fuse_with_it() =>
        Assert.Equal("\u0338", Harmless.Assert(Markdown.ToHtml("*\u0338*")).TextContent.Trim());
}
