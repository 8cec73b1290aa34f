using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages as browsers and archives of the web keep them.</summary>
public sealed class KeptPageTests
{
    private const string Address = "https://forum.example.org/threads/maps.5/";

    private static string Page(string links, string above, string within) => $"""
        {above}<html><head><title>Maps | Board</title></head><body>{within}<h1>Maps</h1>
        {Post(1, "Ada", $"Maps help people. <a href='{(links.StartsWith('/') ? "https://web.archive.org" + links : links)}http://x.example/a'>See</a>", links)}
        {Post(2, "Bo", "No, they do not.", links)}
        </body></html>
        """;

    private static string Post(int number, string name, string words, string links) =>
        $"""<article class="message" data-author="{name}" data-content="post-{number}" id="js-post-{number}"><a href="{(links.Length > 0 ? links + "https://forum.example.org" : "")}/threads/maps.5/post-{number}"><time datetime="2015-03-04T10:0{number}:00Z">Mar 4, 2015</time></a><div class="bbWrapper">{words}</div></article>""";

    private static string Packed(string encoding, string body) => $"""
        From: <Saved by Blink>
        Snapshot-Content-Location: {Address}
        Subject: Maps | Board
        Date: Thu, 4 Mar 2021 10:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        	type="text/html";
        	boundary="a"


        --a
        Content-Type: text/html
        Content-Transfer-Encoding: {encoding}
        Content-Location: {Address}

        {body}
        --a
        Content-Type: text/css
        Content-Location: cid:css@mhtml.blink

        @charset "utf-8";
        --a--
        """;

    public static TheoryData<string> Kept => new()
    {
        Page("", $"<!-- saved from url=(0041){Address} -->\n", ""),
        Page("", "", "").Replace("<html>", $"<html><!--\n Page saved with SingleFile \n url: {Address} \n saved date: Thu Mar 04 2021\n-->", StringComparison.Ordinal),
        Page("/web/20150306010203/", "", $"""<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><a href="/web/20150306010203*/{Address}">5 captures</a></div><!-- END WAYBACK TOOLBAR INSERT -->""").Replace("<head>", $"""<head><script>__wm.wombat("{Address}","20150306010203");</script>""", StringComparison.Ordinal),
        Page("https://archive.ph/o/AbCdE/", "", "").Replace("<head>", $"""<head><link rel="canonical" href="https://archive.ph/20150306-010203/{Address}">""", StringComparison.Ordinal),
        Page("https://archive.ph/o/AbCdE/", "", "").Replace("<head>", $"""<head><link rel="canonical" href="https://archive.ph/AbCdE"><meta property="og:url" content="https://archive.ph/AbCdE"><link rel="bookmark" href="http://archive.today/20150306010203/{Address}">""", StringComparison.Ordinal),
        Packed("8bit", Page("", "", "")),
        Packed("base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Page("", "", "")), Base64FormattingOptions.InsertLineBreaks)),
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_page_is_read_as_the_page_it_was(string kept)
    {
        var thread = Samples.Read(kept);

        Assert.Equal(("html", Address), (thread.Format, thread.Address));
        Assert.Equal(
            [("1", "Ada", "Maps help people. [See](http://x.example/a)", Address + "post-1"), ("2", "Bo", "No, they do not.", Address + "post-2")],
            thread.Posts.Select(post => (post.Id, post.Author.Name, post.Body, post.Address)));
    }

    public static TheoryData<string, string> LinkedWithin => new()
    {
        { "bbbb2", MoreSamples.GreaterWrong.Replace("</li></ul></li></ul></li></ul>", "</li></ul></li></ul></li>" + Answer("dddd4", "bbbb2", "So it is.") + "</ul>", StringComparison.Ordinal) },
        { "t1_2b", MoreSamples.OldLessWrong.Replace("</body>", "<div class=\"comment\" id=\"thingrow_t1_2d\"><span class=\"author\">di</span><a class=\"bylink\" id=\"parent_t1_2d\" href=\"#2b\">Parent</a><a class=\"bylink\" href=\"/lw/1x/2d\">Permalink</a><div class=\"md\"><p>So it is.</p></div></div></body>", StringComparison.Ordinal) },
        { "2", "<html><body>" + string.Concat(Enumerable.Range(1, 3).Select(number => $"<div class=\"comment\" id=\"c{number}\"><b class=\"author\">N{number}</b> <time datetime=\"2024-01-0{number}T00:00:00Z\">day</time> <a class=\"parent\" href=\"#c{number - 1}\">parent</a><div class=\"comment-body\"><h2 id=\"why{number}\"><a href=\"#why{number}\">Why</a></h2><p>Maps help {number} of us.<sup><a href=\"#fn{number}\">[{number}]</a></sup> <a href=\"#fnref{number}\">^</a> <a href=\"#\">...</a></p></div></div>")) + "</body></html>" },
    };

    private static string Answer(string id, string parent, string words) =>
        $"<li class=\"comment-item\" id=\"comment-{id}\"><div class=\"comment\"><div class=\"comment-meta\"><a class=\"author\">Di</a><a class=\"comment-parent-link\" href=\"#comment-{parent}\">Parent</a></div><div class=\"body-text comment-body\"><p>{words}</p></div></div></li>";

    [Theory]
    [MemberData(nameof(LinkedWithin))]
    public void Links_within_a_page_hold_where_a_browser_writes_the_address_of_the_page_before_them(string answered, string page)
    {
        var (read, kept) = (Samples.Read(page), Samples.Read(page.Replace("href=\"#", $"href=\"{Address}#", StringComparison.Ordinal)));

        Assert.Equal(answered, read.Posts[^1].ParentId);
        Assert.Equal(read.Posts.Select(post => (post.Id, post.ParentId, post.Body)), kept.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
        Assert.Equal(read.Posts.Select(post => post.Address?.Split('/')[^1]), kept.Posts.Select(post => post.Address?.Split('/')[^1]));
    }

    [Theory]
    [InlineData("item?id=10")]
    [InlineData("https://news.ycombinator.com/item?id=10")]
    public void A_title_that_leads_to_its_own_page_is_about_nothing_else(string link)
    {
        var thread = Samples.Read(SavedPages.HackerNews.Replace("https://paper.example.org/maps", link, StringComparison.Ordinal));

        Assert.Equal("A map helps by default, I think.", thread.Posts[0].Body);
    }

    [Fact]
    public void An_address_of_an_archive_is_that_of_what_it_keeps()
    {
        Assert.Equal(Address, new ThreadInput("page", "<html></html>"u8.ToArray(), "https://web.archive.org/web/20150306010203/" + Address).Address);
        Assert.Equal("https://web.archive.org/", new ThreadInput("page", "<html></html>"u8.ToArray(), "https://web.archive.org/").Address);
    }

    [Fact]
    public void A_mail_with_pictures_is_no_kept_page()
    {
        var thread = Samples.Read("""
            From: Ada <ada@l.example>
            Subject: Maps
            Message-ID: <1@l.example>
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="a"

            --a
            Content-Type: text/html

            <p>Maps help people.</p>
            --a--
            """);

        Assert.Equal(("mbox", "Ada", "Maps help people."), (thread.Format, thread.Posts[0].Author.Name, thread.Posts[0].Body));
    }

    [Fact]
    public void A_link_on_a_page_of_old_Reddit_is_kept_and_its_site_is_no_part_of_the_title()
    {
        var thread = Samples.Read("""<html><body><div class="thing link" id="thing_t3_abc" data-fullname="t3_abc"><p class="title"><a class="title" href="https://e.example/maps">Maps</a> <span class="domain">(<a href="/domain/e.example/">e.example</a>)</span></p><p class="tagline">by <a class="author">ada</a></p></div><div class="thing comment" id="thing_t1_c1" data-fullname="t1_c1"><p class="tagline"><a class="author">bo</a></p><div class="md"><p>No.</p></div></div></body></html>""");

        Assert.Equal(("Maps", "<https://e.example/maps>"), (thread.Title, thread.Posts[0].Body));
    }
}
