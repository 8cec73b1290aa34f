using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Text that was copied from a page, and the layout that browsers copy along.</summary>
public sealed class CopiedLayoutTests
{
    private const string Ada = "I think that maps should be kept in every library, because people lose their way without them.";
    private const string Bo = "Nobody has needed a printed map since telephones have shown where one stands at every hour.";
    private const string Cy = "Telephones run out of power in the mountains, and that is where people need maps most.";

    private const string Nested = $"""
        <div class="comment" id="c1"><p class="meta"><a class="author" href="/u/ada">Ada</a> <time datetime="2024-01-01T10:00:00Z">then</time></p><div class="body"><p>{Ada}</p></div>
        <div class="children"><div class="comment" id="c2"><p class="meta"><a class="author" href="/u/bo">Bo</a> <time datetime="2024-01-01T11:00:00Z">then</time></p><div class="body"><p>{Bo}</p></div>
        <div class="children"><div class="comment" id="c3"><p class="meta"><a class="author" href="/u/cy">Cy</a> <time datetime="2024-01-01T12:00:00Z">then</time></p><div class="body"><p>{Cy}</p></div></div></div></div></div></div>
        """;

    private const string NestedText = $"Ada then\n\n{Ada}\n\nBo then\n\n{Bo}\n\nCy then\n\n{Cy}";

    [Fact]
    public void The_layout_of_a_thread_tells_who_answers_whom()
    {
        var chosen = CopiedLayout.Chosen(Page(Nested), NestedText);

        Assert.Equal(Page(Nested), chosen);
        Assert.Equal([(Ada, "Ada", null), (Bo, "Bo", "1"), (Cy, "Cy", "2")], Samples.Read(chosen).Posts.Select(post => (post.Body, post.Author.Name, post.ParentId)));
    }

    [Fact]
    public void Paragraphs_of_a_text_that_names_nobody_are_no_more_posts_than_the_layout_has()
    {
        var text = $"The board\n\n    Maps\n\n    Rules\n\nTopic: Maps\n\n    10:13 PM#1\n    Ada\n        View Profile\n\n    Join Date\n        Jul 2005\n\n        {Ada}\n\n    Reply\n    10:20 PM#2\n    Bo\n        View Profile\n\n    Join Date\n        Jul 2005\n\n        {Bo}\n\n    Reply";
        var page = Page(Nested[..Nested.IndexOf("<div class=\"children\"><div class=\"comment\" id=\"c3\"", StringComparison.Ordinal)]);

        Assert.True(Samples.Read(text).Posts.Count > Samples.Read(page).Posts.Count * 3);
        Assert.Equal(page, CopiedLayout.Chosen(page, text));
    }

    [Fact]
    public void What_a_forum_says_of_edits_is_nothing_that_a_layout_loses()
    {
        var text = string.Join("\n\n", NestedText.Split("\n\n").Select(line => line.Length > 20 ? $"{line}\n\nLast edited by Ada Quist; 11-15-2013 at 09:00 AM. Reason: I had forgotten the second half of it." : line));

        Assert.Equal(Page(Nested), CopiedLayout.Chosen(Page(Nested), text));
    }

    [Fact]
    public void A_layout_that_loses_words_is_not_read()
    {
        const string More = NestedText + "\n\nDee then\n\nWhoever wants to find a spring or a hut by daylight has to have studied the country before on paper.\n\nEve then\n\nPaper gets wet, is torn in the wind, and is out of date on the day on which it leaves the printer's shop in town.";

        Assert.Equal(More, CopiedLayout.Chosen(Page(Nested), More));
    }

    [Theory]
    [InlineData($"<div><p>{Ada} <a href=\"https://maps.example/talk\">A talk</a> says so.</p></div>", $"{Ada} [A talk](https://maps.example/talk) says so.")]
    [InlineData($"<div><blockquote><p>{Bo}</p></blockquote><p>{Ada}</p></div>", $"> {Bo}\n\n{Ada}")]
    [InlineData($"<div style=\"color: red\"><b>{Ada}</b></div>", Ada)]
    public void Of_the_layout_of_one_comment_its_links_and_quotes_are_kept(string body, string chosen) =>
        Assert.Equal(chosen, CopiedLayout.Chosen(Page(body), Regex.Replace(body.Replace("</p></blockquote>", "\n\n", StringComparison.Ordinal), "<[^>]*>", "")));

    [Fact]
    public void A_layout_that_few_posts_are_seen_in_is_not_read()
    {
        var said = Enumerable.Range(1, 12).Select(number => $"[–]person{number} 5 points 2 hours ago\n\n{Ada.Replace("every library", $"library number {number}", StringComparison.Ordinal)}").ToList();
        var text = string.Join("\n\n", said);
        var page = Page(string.Concat(said.Chunk(6).Select((half, at) => $"<article class=\"comment\" id=\"c{at}\"><a class=\"author\" href=\"/u/{at}\">P{at}</a><time datetime=\"2024-01-01T10:0{at}:00Z\">then</time><div class=\"body\"><p>{string.Join("</p><p>", half)}</p></div></article>")));

        Assert.Equal((12, 2), (Samples.Read(text).Posts.Count, Samples.Read(page).Posts.Count));
        Assert.Equal(text, CopiedLayout.Chosen(page, text));
    }

    private static string Page(string body) => $"<!DOCTYPE html><html><head></head><body>{body}</body></html>";
}
