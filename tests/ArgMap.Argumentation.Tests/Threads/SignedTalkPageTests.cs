using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Talk pages of wikis that were saved without the marks of discussion tools: only signatures and how far comments are set in tell who answers whom. The words are ours.</summary>
public sealed partial class SignedTalkPageTests
{
    private const string Talk = """
        <table class="tmbox" role="presentation"><tr><td>This is the talk page for maps.</td></tr></table>
        <div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#Scale">1 Scale</a></li></ul></div>
        <h2><span class="mw-headline" id="Scale">Scale</span><span class="mw-editsection">[<a href="/w/index.php?title=Talk:Map&amp;action=edit">edit</a>]</span></h2>
        <p>A map needs a <i>scale</i>, as <a href="/wiki/User:Cy">Cy</a> said.
        </p><p>Always, and <a href="/wiki/Atlas" title="Atlas">in an atlas</a> too. <a href="/wiki/User:Ada_L" title="User:Ada L"><span style="color:green">Ada</span></a> (<a href="/wiki/User_talk:Ada_L">talk</a>) 10:00, 1 January 2024 (UTC)
        </p>
        <dl><dd><blockquote><p>A map needs a scale</p></blockquote></dd>
        <dd>Why? <a href="/wiki/Special:Contributions/192.0.2.44">192.0.2.44</a> (<a href="/wiki/User_talk:192.0.2.44">talk</a>) 11:00, 1 January 2024 (UTC) <a href="#" role="button">Reply</a>
        <dl><dd>To measure:
        <ul><li>lengths</li>
        <li>areas</li></ul>
        — <a href="/w/index.php?title=User:Cy&amp;action=edit&amp;redlink=1" class="new">Cy</a> 12:00, 1 January 2024 (UTC)</dd></dl></dd>
        <dd>It depends. --<a href="/wiki/User:Di">Di</a> <sup><a href="/wiki/User_talk:Di#top">(ask)</a></sup> 13:00, 1 January 2024 (UTC) And on what for?</dd></dl>
        <p><span style="white-space:nowrap">┌──────────┘</span> It does not. <a href="/wiki/User:Bo">Bo</a> (<a href="/wiki/User_talk:Bo">talk</a>) 14:00, 1 January 2024 (UTC)
        </p>
        <h3><span class="mw-headline" id="A_vote">A vote</span></h3>
        <ul><li><b>Support</b> this. <small class="autosigned">— Preceding <a href="/wiki/Wikipedia:Signatures">unsigned</a> comment added by <a href="/wiki/User:Eve">Eve</a> (<a href="/wiki/User_talk:Eve">talk</a> • <a href="/wiki/Special:Contributions/Eve">contribs</a>) 15:00, 1 January 2024 (UTC)</small>
        <ul><li>Why? <a href="/wiki/User:Bo">Bo</a> 16:00, 1 January 2024 (UTC)</li></ul></li></ul>
        <h2><span class="mw-headline" id="Empty">Empty</span></h2>
        <h2><span class="mw-headline" id="North">North</span></h2>
        <p>Words that nobody signed.
        </p>
        """;

    [Theory]
    [InlineData("""<!DOCTYPE html><html><head><title>Talk:Map - Wiki</title></head><body><h1 id="firstHeading">Talk:Map</h1><div id="mw-content-text"><div class="mw-parser-output">TALK</div></div><div id="catlinks">Categories: Maps</div><h2>Navigation menu</h2></body></html>""")]
    [InlineData("""<div class="mw-parser-output">TALK</div>""")]
    [InlineData("""<!DOCTYPE html><html><head><base href="//wiki.example.org/wiki/"></head><body class="mw-body-content parsoid-body"><section data-mw-section-id="0">TALK</section></body></html>""")]
    public void Comments_end_with_signatures_and_answer_what_they_are_set_in_from(string page)
    {
        var thread = Samples.Read(page.Replace("TALK", Talk, StringComparison.Ordinal));

        Assert.Equal(("wiki-page", 1, 1), (thread.Format, thread.Report.LeftOut["sections without comments"], thread.Report.LeftOut["templates and links that stand for themselves"]));
        Assert.Equal(
            [
                ("Scale", null, "", null), ("Ada L", "Scale", "A map needs a *scale*", 10), (null, "Ada L", "> A map needs a scale\n\nWhy?", 11), ("Cy", "192", "To measure:\n\n- lengths\n- areas", 12), ("Di", "Ada L", "It depends.\n\nAnd on what for?", 13),
                // What leads back to the margin answers what stands before it.
                ("Bo", "Di", "It does not.", 14),
                ("A vote", "Scale", "", null), ("Eve", "A vote", "**Support** this.", 15), ("Bo", "Eve", "Why?", 16), ("North", null, "", null), (null, "North", "Words that nobody signed.", null),
            ],
            thread.Posts.Select(post => (post.Title ?? post.Author.Name, Called(thread, post.ParentId), post.Body.Split(',')[0], post.CreatedAt?.Hour)));
        Assert.EndsWith("too.", thread.Posts[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(thread.Posts, post => post.ParentFrom == ParentFrom.Stated && post.ParentId is { } parent && !parent.StartsWith("h-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_talk_page_of_which_only_the_plain_text_and_links_are_left_is_told_by_its_signatures()
    {
        var plain = Attributes().Replace(Table().Replace(Talk, ""), "").Replace("\"/wiki/", "\"https://wiki.example.org/wiki/", StringComparison.Ordinal);

        var thread = Samples.Read($"""<!DOCTYPE html><html><head><title>Talk:Map - Wiki</title></head><body><div class="header reader-header"><a class="domain reader-domain" href="https://wiki.example.org/wiki/Talk:Map">wiki.example.org</a><h1 class="reader-title">Talk:Map</h1></div><div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">{plain}</div></div></div></body></html>""");

        Assert.Equal(("wiki-page", "https://wiki.example.org/wiki/Talk:Map", "Talk:Map"), (thread.Format, thread.Address, thread.Title));
        Assert.Equal(["Ada L", null, "Cy", "Di", "Bo", "Eve", "Bo", null], thread.Posts.Where(post => post.Kind != PostKind.Page).Select(post => post.Author.Name));
    }

    [Theory]
    [InlineData("1 mai 2021 à 21:21 (CEST)")]
    [InlineData("21:21, 1. Mai 2021 (CEST)")]
    [InlineData("1 maj 2021 kl. 21.21 (CEST)")]
    [InlineData("1 mei 2021 21:21 (CEST)")]
    [InlineData("21:21 1 may 2021 (CEST)")]
    [InlineData("21h21min de 1 de maio de 2021 (CEST)")]
    [InlineData("May 1, 2021 21:21 (CEST)")]
    [InlineData("21:21, 2021 May 1 (CEST)")]
    [InlineData("2021年5月1日 (六) 21:21 (CEST)")]
    public void Times_of_signatures_are_known_in_other_languages(string written)
    {
        var page = Samples.Read($"""<div class="mw-parser-output"><h2>Maps</h2><p>Do they help? <a href="/wiki/Benutzerin:Ada">Ada</a> {written}</p></div>""");
        var source = Samples.Read($"== Maps ==\nDo they help? [[Benutzerin:Ada|Ada]] {written}\n");

        Assert.Equal(new DateTimeOffset(2021, 5, 1, 19, 21, 0, TimeSpan.Zero), page.Posts[^1].CreatedAt);
        Assert.Equal(source.Posts.Select(post => (post.Id, post.Body, post.CreatedAt)), page.Posts.Select(post => (post.Id, post.Body, post.CreatedAt)));
    }

    [Fact]
    public void A_forum_that_talks_about_a_wiki_is_no_talk_page()
    {
        static string Post(int number, string words) => $"""<div class="comment" id="comment-{number}"><a class="author" href="/u/{number}">N{number}</a> <time datetime="2024-01-0{number}T10:00:00Z">then</time><div class="comment-text"><p>{words}</p></div></div>""";
        const string Signed = """They said: no. <a href="https://wiki.example.org/wiki/User:Bo">Bo</a> 14:00, 1 January 2024 (UTC)""";

        Assert.Equal("html", Samples.Read($"<!DOCTYPE html><html><head><title>Maps</title></head><body>{Post(1, Signed)}{Post(2, Signed + " again")}</body></html>").Format);
    }

    private static string? Called(ForumThread thread, string? id) => id is null ? null : thread.Posts.Single(post => post.Id == id) is var post && post.Title is { } title ? title : post.Author.Name ?? "192";

    [GeneratedRegex(@" (class|style|id|title|role)=""[^""]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"<table.*?</table>|<div.*?</div>|<span class=""mw-editsection"">.*?</span>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Table();
}
