using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages that boards make for printing and for machines, and what other sites put into a frame.</summary>
public sealed class PrintedPageTests
{
    private static string Page(string title, string begin, string end, string first, string second) => $"<html><head><title>{title}</title></head><body>{begin}{first}{second}{end}</body></html>";

    public static TheoryData<string> Printed => new()
    {
        Page("Print Page - Maps", "<h1 id='title'>Board</h1><dl id='posts'>", "</dl>", Smf("dt", "dd", "Ada", "10:00:00", "Maps help people."), Smf("dt", "dd", "Bo", "10:01:00", "No.")),
        Page("Print Page - Maps", "<div id='posts'>", "</div>", Smf("div", "div", "Ada", "10:00:00", "Maps help people."), Smf("div", "div", "Bo", "10:01:00", "No.")),
        Page("Maps", "<div id='print'>", "</div>", Invision("Ada", "10:00 AM", "Maps help people."), Invision("Bo", "10:01 AM", "No.")),
        Page("Maps", "<table class='tborder'><tr><td><a href='i'>Board</a></td></tr></table>", "", VBulletin("Ada", "03-14-2021 10:00 AM", "Maps help people."), VBulletin("Bo", "03-14-2021 10:01 AM", "No.")),
        Page("Maps - Printable Version", "<table><tr><td><div><strong>Maps</strong></div><hr />", "</td></tr></table>", MyBb("Ada", "03-14-2021, 10:00 AM", "Maps help people."), MyBb("Bo", "03-14-2021, 10:01 AM", "No.")),
    };

    private static string Smf(string head, string body, string name, string time, string words) => $"<{head} class='postheader'>Title: <strong>Re: Maps</strong><br>Post by: <strong>{name}</strong> on <strong>March 14, 2021, {time} AM</strong></{head}><{body} class='postbody'>{words}</{body}>";

    private static string Invision(string name, string time, string words) => $"<div class='printpost'><h4>Posted by: {name} Mar 14 2021, {time}</h4><p>{words}</p></div>";

    private static string VBulletin(string name, string time, string words) => $"<table class='tborder'><tr><td class='page'><table><tr><td style='font-size:14pt'>{name}</td><td class='smallfont'>{time}</td></tr></table><hr><div><strong>Maps</strong></div><div>{words}</div></td></tr></table><br>";

    private static string MyBb(string name, string time, string words) => $"<strong>RE: Maps</strong> - <a href='member.php?action=profile&amp;uid=1'>{name}</a> -  {time}<br /><br />{words}<br /><br /><hr size='1' />";

    [Theory]
    [MemberData(nameof(Printed))]
    public void Posts_for_printing_have_a_line_above_them(string page)
    {
        var thread = Samples.Read(page);

        Assert.Equal(("html", "Maps"), (thread.Format, thread.Title));
        Assert.Equal(
            [("Ada", "Maps help people.", new DateTimeOffset(2021, 3, 14, 10, 0, 0, TimeSpan.Zero)), ("Bo", "No.", new DateTimeOffset(2021, 3, 14, 10, 1, 0, TimeSpan.Zero))],
            thread.Posts.Select(post => (post.Author.Name, post.Body, post.CreatedAt)));
    }

    [Fact]
    public void A_page_for_machines_says_when_beside_the_words()
    {
        var thread = Samples.Read("""<html><head><title>Maps [Archive]</title></head><body><div class="post"><div class="posttop"><div class="username">Ada</div><div class="date">03-04-2021, 10:00 AM</div></div><div class="posttext">Maps help people.</div></div><hr><div class="post"><div class="posttop"><div class="username">Bo</div><div class="date">03-14-2021, 10:01 AM</div></div><div class="posttext">No, they do not.</div></div></body></html>""");

        Assert.Equal([("Ada", "Maps help people."), ("Bo", "No, they do not.")], thread.Posts.Select(post => (post.Author.Name, post.Body)));
        Assert.Equal(("Maps", new DateTimeOffset(2021, 3, 4, 10, 0, 0, TimeSpan.Zero)), (thread.Title, thread.Posts[0].CreatedAt));
    }

    [Fact]
    public void A_quote_may_have_a_line_with_its_writer_above_it()
    {
        var thread = Samples.Read("""<html><head><title>Maps</title></head><body><div class="post" id="post1"><span class="author">Ada</span> <time datetime="2021-03-14T10:00:00Z"></time><div class="postcolor">Maps help people.</div></div><div class="post" id="post2"><span class="author">Bo</span> <time datetime="2021-03-14T10:01:00Z"></time><div class="postcolor"><div class="quotetop">QUOTE(Ada @ Mar 14 2021, 10:00 AM) <a href="i.php?act=findpost&amp;pid=1">*</a></div><div class="quotemain">Maps help people.</div>No, they do not.</div></div></body></html>""");

        Assert.Equal("> Maps help people.\n\nNo, they do not.", thread.Posts[1].Body);
        Assert.Equal(("Ada", QuoteState.Exact), (thread.Posts[1].Quotes[0].StatedAuthor, thread.Posts[1].Quotes[0].State));
    }

    [Fact]
    public void Comments_in_a_frame_open_nothing()
    {
        var thread = Samples.Read("""<html><head><title>Disqus Comments</title></head><body><ul id="post-list" class="post-list"><li class="post" id="post-11"><span class="author"><a href="https://disqus.com/by/ada/">Ada</a></span> <a class="time-ago" title="Sunday, March 14, 2021 10:00 AM">x</a><div class="post-message"><p>Maps help people.</p></div><ul class="children"><li class="post" id="post-12"><span class="author"><a href="https://disqus.com/by/bo/">Bo</a></span> <a class="time-ago" title="Sunday, March 14, 2021 10:01 AM">x</a><div class="post-message"><p>No.</p></div></li></ul></li><li class="post" id="post-13"><span class="author"><a href="https://disqus.com/by/cy/">Cy</a></span> <a class="time-ago" title="Sunday, March 14, 2021 10:02 AM">x</a><div class="post-message"><p>Why?</p></div></li></ul></body></html>""");

        Assert.Equal([("11", null), ("12", "11"), ("13", null)], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void How_far_an_answer_is_set_in_counts_within_a_list_of_answers()
    {
        var thread = Samples.Read($"""<html><head><title>Maps</title></head><body><div class="first">{Mail("A1", "Ada", "Maps help people.", "0em")}</div><div class="replies">{Mail("B2", "Bo", "No.", "1.5em")}{Mail("C3", "Cy", "Why?", "2.5em")}{Mail("D4", "Di", "So.", "1.5em")}</div></body></html>""");

        Assert.Equal([("1", null), ("2", "1"), ("3", "2"), ("4", "1")], thread.Posts.Select(post => (post.Id, post.ParentId)));

        static string Mail(string key, string name, string words, string margin) => $"""<div class="email even" style="margin-left: {margin}" id="{key}"><span class="name"><a href="/users/{name}/">{name}</a></span> <time datetime="2021-03-14T10:0{key[1]}:00Z"></time><div class="email-body"><p>{words}</p></div></div>""";
    }

    [Fact]
    public void A_story_without_paragraphs_is_kept()
    {
        var story = string.Concat(Enumerable.Repeat("Maps help people think in large debates. ", 9)).Trim();
        var thread = Samples.Read($"""<html><head><title>Maps</title></head><body><article class="fhitem"><h2>Maps</h2><div class="byline">Posted by <a class="author">Ed</a></div><div class="body"><div class="p">{story}</div></div></article><ul><li class="comment" id="comment_1"><span class="by">by <a href="/~ada">Ada</a></span> <time datetime="2021-03-14T10:00:00Z"></time><div class="commentBody">No.</div></li><li class="comment" id="comment_2"><span class="by">by <a href="/~bo">Bo</a></span> <time datetime="2021-03-14T10:01:00Z"></time><div class="commentBody">Why?</div></li></ul></body></html>""");

        Assert.Contains(story, thread.Posts[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_story_of_Slashdot_is_kept()
    {
        var thread = Samples.Read("""<html><head><title>Maps</title></head><body><article id="firehose-17" class="fhitem fhitem-story"><h2 class="story">Maps</h2><span class="story-byline">Posted by <a href="/~ed">Ed</a> <time datetime="2021-03-14T09:00:00Z"></time></span><div class="body" id="fhbody-17"><div id="text-17" class="p">Maps help people, says a study.</div></div></article><ul><li class="comment" id="comment_1"><span class="by">by <a href="/~ada">Ada</a></span> <time datetime="2021-03-14T10:00:00Z"></time><div class="commentBody">No.</div></li><li class="comment" id="comment_2"><span class="by">by <a href="/~bo">Bo</a></span> <time datetime="2021-03-14T10:01:00Z"></time><div class="commentBody">Why?</div></li></ul></body></html>""");

        Assert.Equal(["Maps help people, says a study.", "No.", "Why?"], thread.Posts.Select(post => post.Body));
    }

    private const string PrintedBefore = """
        <html><head><title>Weekly &raquo; Print</title></head><body><p>- Weekly -</p><div id="Outline"><p id="BlogTitle">On maps</p><p id="BlogDate">Posted By <u>Ada</u> On March 4, 2021 @ 10:00 pm In <u>Debate</u> | <u><a href="#comments_controls">2 Comments</a></u></p>
        <div id="BlogContent"><p>Maps help people.</p><p>All of them.</p></div><hr><div id="comments_box"><p id="CommentTitle">2 Comments To "On maps"</p>
        <p class="CommentDate"><strong>#1 Comment</strong> By <u>Bo</u> On March 5, 2021 @ 11:00 am</p><div class="CommentContent"><p>No.</p></div>
        <p class="CommentDate"><strong>#2 Pingback</strong> By <u>Cy On Maps</u> On March 5, 2021 @ 11:30 pm</p><div class="CommentContent"><p>Why?</p></div></div><p>Article printed from Weekly</p><p id="print-link">Click here</p></div></body></html>
        """;

    private const string PrintedToday = """
        <html><head><title>Weekly On maps</title></head><body><main class="center"><header class="entry-header"><span class="hat"><strong>- Weekly -</strong></span><h1 class="entry-title">On maps</h1><span class="entry-date"> Geschrieben von <cite>Ada</cite> am <time> 4. März 2021 @ 22:00 </time> <span>In Debatte |</span></span></header>
        <div class="entry-content"><p>Maps help people.</p><p>All of them.</p></div><div class="comments"><div id="comments_box">
        <p class="CommentDate"><strong>#1 Kommentar</strong> Von <u>Bo</u> am 5. März 2021 @ 11:00</p><div class="CommentContent"><p>No.</p></div>
        <p class="CommentDate"><strong>#2 Kommentar</strong> Von <u>Cy On Maps</u> am 5. März 2021 @ 23:30 Uhr</p><div class="CommentContent"><p>Why?</p></div></div></div><footer><p id="print-link">Click here</p></footer></main></body></html>
        """;

    [Theory]
    [InlineData(PrintedBefore)]
    [InlineData(PrintedToday)]
    public void An_article_that_a_blog_prints_has_its_writer_and_time_and_its_comments_theirs(string page)
    {
        var thread = Samples.Read(page);

        Assert.Equal("On maps", thread.Title);
        Assert.Equal(
            [("Ada", "2021-03-04 22:00", "Maps help people.\n\nAll of them."), ("Bo", "2021-03-05 11:00", "No."), ("Cy On Maps", "2021-03-05 23:30", "Why?")],
            thread.Posts.Select(post => (post.Author.Name, post.CreatedAt?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), post.Body)));
        Assert.All(thread.Posts.Skip(1), comment => Assert.Equal(thread.Posts[0].Id, comment.ParentId));
    }
}
