using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>What the programs of boards put around and into posts, in the shapes in which they draw it; the words are ours.</summary>
public sealed class BoardPageTests
{
    [Fact]
    public void When_a_post_was_edited_is_not_when_it_was_written_and_no_word_of_it()
    {
        var thread = Samples.Read(Page(Old(1, "Ada", "03-04-2008, 09:21 PM", "Which engine is best?") + Old(2, "Bo", "03-14-2008, 10:21 PM", "None is.")));

        Assert.Equal([Moment("2008-03-04T21:21:00Z"), Moment("2008-03-14T22:21:00Z")], thread.Posts.Select(post => post.CreatedAt));
        Assert.Equal(["Which engine is best?", "None is."], thread.Posts.Select(post => post.Body));

        static string Old(int number, string by, string written, string words) => $"""
            <div id="edit{number}"><table id="post{number}"><tr><td class="thead"><a name="post{number}"><img src="old.gif" alt="Old"></a> {written}</td></tr><tr><td class="alt2"><a class="bigusername" href="member.php?u={number}">{by}</a></td>
            <td class="alt1" id="td_post_{number}"><div id="post_message_{number}">{words}</div><div class="smallfont"><hr><em>Last edited by {by}; 03-15-2008 at <span class="time">09:00 AM</span>. Reason: spelling</em></div></td></tr></table></div>
            """;
    }

    [Fact]
    public void A_note_of_an_edit_says_when_that_was()
    {
        var thread = Samples.Read(Page(string.Concat(Enumerable.Range(1, 2).Select(number => $"""
            <div id="p{number}" class="post"><div class="postbody"><p class="author">by <a href="./memberlist.php?u={number}" class="username">N{number}</a> <time datetime="2019-03-0{number}T21:21:00+00:00">then</time></p><div class="content">Maps help {number}.<div class="notice">Last edited by <a href="./memberlist.php?u={number}" class="username">N{number}</a> on Tue Mar 05, 2019 8:00 am, edited 2 times in total.</div></div></div></div>
            """))));

        Assert.Equal(["Maps help 1.", "Maps help 2."], thread.Posts.Select(post => post.Body));
        Assert.All(thread.Posts, post => Assert.Equal(Moment("2019-03-05T08:00:00Z"), post.EditedAt));
    }

    [Theory]
    [InlineData("01-02-2020, 09:21 PM", "01-03-2020, 09:21 PM", "02-01-2020, 09:21 PM", "2020-01-02T21:21:00Z")]
    [InlineData("02-01-2020, 21:21", "01-02-2020, 21:21", "<span title=\"02-02-2020\">Yesterday</span>, 21:21", "2020-01-02T21:21:00Z")]
    [InlineData("02-01-2020, 09:21 PM", "01-03-2020, 09:21 PM", "01-02-2020, 09:21 PM", "2020-02-01T21:21:00Z")]
    [InlineData("01-02-2020, 09:21 PM", "01-03-2020, 09:21 PM", "01-04-2020, 09:21 PM", null)]
    public void The_order_of_posts_tells_which_number_is_the_day_where_it_is_one_only_in_one_way(string first, string second, string third, string? moment) =>
        Assert.Equal(Moment(moment), Samples.Read(Page(Bulletin(1, "Ada", first, "One, I say.") + Bulletin(2, "Bo", second, "Two, I say.") + Bulletin(3, "Cy", third, "Three, I say."))).Post("1").CreatedAt);

    [Fact]
    public void A_quote_that_names_only_its_writer_is_found_in_that_writer_s_posts_and_tells_what_is_answered()
    {
        var thread = Samples.Read(Page(Bulletin(1, "Ada", "01-14-2020, 09:21 PM", "Which engine is best?") + Bulletin(2, "Bo", "01-15-2020, 09:21 PM", "The red one.") + Bulletin(3, "Di", "01-16-2020, 09:21 PM", "So it is said, the red one.")
            + Bulletin(4, "Cy", "01-17-2020, 09:21 PM", "<blockquote class=\"mycode_quote\"><cite><span> (01-15-2020, 09:21 PM)</span>Bo Wrote: </cite>The red one.</blockquote>No.")));

        Assert.Equal((QuoteState.Exact, "2"), (thread.Post("4").Quotes[0].State, thread.Post("4").Quotes[0].PostId));
        Assert.Equal(["1", "1", "2"], thread.Posts.Where(post => post.Id != "1").OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => post.ParentId));
    }

    [Fact]
    public void Posts_without_keys_are_told_by_their_words_so_that_other_pages_of_the_thread_do_not_replace_them()
    {
        string[] first = ["Which engine is best?", "The red one.", "Yes."], second = ["No, never.", "Yes."];
        var (one, two) = (Samples.Read(Plain(first)), Samples.Read(Plain([first[0], "The blue one.", .. first[1..]])));

        Assert.Equal(one.Posts.Select(post => post.Id), two.Posts.Where(post => post.Body != "The blue one.").Select(post => post.Id));
        Assert.All(one.Posts, post => Assert.StartsWith(ThreadPost.ToldByWords, post.Id, StringComparison.Ordinal));
        Assert.Equal(4, Samples.Read(Plain(first), Plain(second)).Report.Posts);

        static string Plain(string[] words) => Page(string.Concat(words.Select(text => $"<div class=\"comment\"><a class=\"author\" href=\"/u/ada\">Ada</a> <span class=\"age\">2 hours ago</span><div class=\"comment-text\"><p>{text}</p></div></div>")));
    }

    [Theory]
    [InlineData("<li class=\"subtree\"><div id=\"c_{0}\" data-shortid=\"{0}\" class=\"comment\"><div class=\"byline\"><a class=\"author\" href=\"/~n\">N</a> <time datetime=\"2024-03-01 10:00:00\">then</time></div><div class=\"comment_text\">Maps help {0}.</div></div></li>", "wnbxw1", "abcdef", "qrstu1")]
    [InlineData("<li component=\"post\" data-pid=\"{0}\"><a component=\"post/anchor\" data-index=\"0\"></a><div class=\"post-container\"><a class=\"author\" href=\"/user/n\">N</a> <time datetime=\"2024-03-01 10:00:00\">then</time><div class=\"content\" component=\"post/content\">Maps help {0}.</div></div></li>", "101", "102", "107")]
    [InlineData("<div class=\"comment\" id=\"comment-{0}\"><a class=\"author\" href=\"/user/n\">N</a> <time datetime=\"2024-03-01 10:00:00\">then</time><div class=\"comment-body\">Maps help {0}.</div></div>", "4b7a", "9c01", "0d5e")]
    public void A_post_has_the_whole_key_that_its_forum_gave_it(string shape, string one, string two, string three) =>
        Assert.Equal([one, two, three], Samples.Read(Page("<ol class=\"comments\">" + string.Concat(new[] { one, two, three }.Select(key => shape.Replace("{0}", key, StringComparison.Ordinal))) + "</ol>")).Posts.Select(post => post.Id).OrderBy(key => Array.IndexOf([one, two, three], key)));

    [Theory]
    [InlineData("<h1>The Board</h1><h2 class=\"topic-title\">Engines</h2>", "Engines - The Board")]
    [InlineData("<h1 class=\"forumtitle\">The Board</h1>", "Engines")]
    [InlineData("<h1>Engines</h1>", "Engines | The Board")]
    public void The_title_is_the_thread_s_and_not_the_forum_s(string headings, string title) =>
        Assert.Equal("Engines", Samples.Read($"<!DOCTYPE html><html><head><title>{title}</title></head><body>{headings}{Bulletin(1, "Ada", "01-14-2020, 09:21 PM", "Which?")}{Bulletin(2, "Bo", "01-15-2020, 09:21 PM", "None.")}</body></html>").Title);

    [Fact]
    public void An_article_is_its_text_without_what_is_drawn_around_it()
    {
        var thread = Samples.Read("""
            <!DOCTYPE html><html><head><title>On maps – A blog</title></head><body><h1 class="site-title">A blog</h1><article class="post hentry"><header class="entry-header"><h1>On maps</h1><a class="author" href="/ada">Ada</a> <time datetime="2019-01-01T08:00:00Z">then</time></header>
            <div class="entry-content"><p>Maps help by default, I think.</p><div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="?share=x">X</a></li></ul></div></div><footer>Posted in Maps</footer></article>
            <ol class="comment-list"><li id="comment-1" class="comment"><b class="fn">Bo</b> <time datetime="2019-01-02T08:00:00Z">then</time><div class="comment-content"><p>Why?</p></div></li><li id="comment-2" class="comment"><b class="fn">Cy</b> <time datetime="2019-01-03T08:00:00Z">then</time><div class="comment-content"><p>Yes.</p></div></li></ol></body></html>
            """);

        Assert.Equal(("On maps", "Ada", "Maps help by default, I think."), (thread.Title, thread.Posts[0].Author.Name, thread.Posts[0].Body));
    }

    [Theory]
    [InlineData("<p>[Comment removed by author]</p>", PostState.DeletedByAuthor)]
    [InlineData("<p>This post has been deleted.</p>", PostState.Deleted)]
    [InlineData("<p>Comment removed by moderator</p>", PostState.RemovedByModerator)]
    [InlineData("<p>This comment removed all doubt.</p>", PostState.Live)]
    public void What_a_forum_writes_in_place_of_a_post_is_no_post(string words, PostState state) =>
        Assert.Equal(state, Samples.Read(Page(Bulletin(1, "Ada", "01-14-2020, 09:21 PM", "Which?") + Bulletin(2, "Bo", "01-15-2020, 09:21 PM", words))).Post("2").State);

    [Fact]
    public void A_forum_that_draws_by_script_names_writers_parents_and_notices_in_its_own_way()
    {
        var thread = Samples.Read(Page($"""<div class="PostStream">{Stream(1, "comment", "<div class=\"Post-body\"><p>Which engine is best?</p></div>")}{Stream(2, "comment", "<div class=\"Post-body\"><p>The red one.</p></div>")}{Stream(3, "renamed", "")}{Stream(4, "comment", "<div class=\"Post-body\"><p><a class=\"PostMention\" data-id=\"2\" href=\"/d/1/2\">N2</a> No.</p></div>")}</div>"""));

        Assert.Equal([("1", "N1", null), ("2", "N2", "1"), ("4", "N4", "2")], thread.Posts.Select(post => (post.Id, post.Author.Name!, post.ParentId)));

        static string Stream(int number, string type, string body) => $"""
            <div class="PostStream-item" data-id="{number}" data-type="{type}">{(type == "comment" ? "<article class=\"CommentPost Post\">" : "<div class=\"EventPost Post\">")}<header><h3 class="PostUser-name"><a href="/u/N{number}"><span class="Avatar">N</span> <span class="username">N{number}</span></a></h3><time datetime="2022-03-0{number}T21:21:00Z">then</time></header>{(type == "comment" ? body + "</article>" : "N3 changed the title.</div>")}</div>
            """;
    }

    [Theory]
    [InlineData("<code>x = 1<br>\ny = 2</code>", "```\nx = 1\ny = 2\n```")]
    [InlineData("<div class=codeheader>Code <a>Select</a></div><code class=bbc_code>x<br>y</code>", "```\nx\ny\n```")]
    [InlineData("<div class=codebox><p>Code: <a href='#'>Select all</a></p><pre><code>x</code></pre></div>", "```\nx\n```")]
    [InlineData("<table><tr><td><b>Code:</b></td></tr><tr><td class=code>x&nbsp;=&nbsp;1;<br>y</td></tr></table>", "```\nx = 1;\ny\n```")]
    [InlineData("Fine. <img class=smilies src=s.gif alt=':)'>", "Fine. :)")]
    [InlineData("<div class=ipsSpoiler><div class=ipsSpoiler_header><span>Spoiler</span></div><div><p>He wins</p></div></div>", ">! He wins")]
    [InlineData("<blockquote class=spoiler><p>He wins</p></blockquote>", ">! He wins")]
    [InlineData("<p>Yes.</p><span data-excludequote><strong>Edited by Ada</strong><br>typo</span>", "Yes.")]
    [InlineData("<div class=lightbox-wrapper><a class=lightbox href=/big.png><img src=small.png alt=plan><div class=meta><span>plan</span> <span>1920×1080 200 KB</span></div></a></div>", "[plan](https://example.org/big.png)")]
    [InlineData("10<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup>", "10² H₂O 1st")]
    [InlineData("<div class=quote><p>Which?</p></div><p>None.</p>", "> Which?\n\nNone.")]
    public void What_boards_draw_in_a_post_becomes_what_was_meant(string html, string markdown)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new { id = 1, post_number = 2, topic_id = 1, username = "a", cooked = html });

        Assert.Equal(markdown, ThreadReading.Read([new ThreadInput("file", System.Text.Encoding.UTF8.GetBytes(json), "https://example.org/t/1")]).Posts[0].Body);
    }

    [Fact]
    public void Structured_data_that_counts_accepted_answers_does_not_count_posts() =>
        Assert.Null(Samples.Read(Page("""<script type="application/ld+json">{"@type":"QAPage","mainEntity":{"@type":"Question","name":"Engines","text":"Which?","answerCount":1}}</script>""" + Bulletin(1, "Ada", "01-14-2020, 09:21 PM", "Which?") + Bulletin(2, "Bo", "01-15-2020, 09:21 PM", "None.") + Bulletin(3, "Cy", "01-16-2020, 09:21 PM", "Some."))).Report.StatedCount);

    [Fact]
    public void A_thread_that_nobody_has_answered_is_its_one_post()
    {
        var thread = Samples.Read(Page("<div class=\"navbar\"><ul><li><a href=\"/\">Home</a></li></ul></div><div id=\"posts\">" + Bulletin(7, "Ada", "14-01-2020, 21:21", "Which engine is best?") + "</div>"));

        Assert.Equal([("7", "Ada", PostKind.Opening, "Which engine is best?")], thread.Posts.Select(post => (post.Id, post.Author.Name!, post.Kind, post.Body)));
    }

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Page(string posts) => $"<!DOCTYPE html><html><head><title>Engines</title></head><body><h1>Engines</h1>{posts}</body></html>";

    private static string Bulletin(int number, string by, string written, string words) => $"""
        <div class="post classic" id="post_{number}"><div class="post_author"><a class="username" href="member.php?uid={number}">{by}</a><div class="author_statistics">Posts: 12<br>Joined: Feb 2012</div></div><div class="post_content"><div class="post_head"><span class="post_date">{written}</span></div><div class="post_body" id="pid_{number}">{words}</div></div></div>
        """;
}
