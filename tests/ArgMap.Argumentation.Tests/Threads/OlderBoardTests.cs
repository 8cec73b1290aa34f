using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages of boards and blogs in the shapes their programs draw; the words are ours.</summary>
public sealed class OlderBoardTests
{
    private const string Menu = """<div class="navbar"><ul><li><a href="/">Home</a></li><li><a href="/faq">Help</a></li><li><a href="/search">Search</a></li></ul></div>""";

    private static string Rows => Page($"<table class=\"forumline\"><tr><th>Author</th><th>Message</th></tr>{Row(1, "Ada", "Which engine is the best of all?")}{Row(2, "Bo", "</span><table width=\"90%\"><tr><td><span class=\"genmed\"><b>Ada wrote:</b></span></td></tr><tr><td class=\"quote\">the best of all</td></tr></table><span class=\"postbody\">None is.")}{Row(3, "Cy", "The red one.")}</table>");

    private static string Boxes => Page(Box(1, "Ada", "rowodd firstpost blockpost1", "Which engine is the best of all?") + Box(2, "Bo", "roweven", "<div class=\"quotebox\"><cite>Ada wrote:</cite><blockquote><div><p>the best of all</p></div></blockquote></div><p>None is.</p>") + Box(3, "Cy", "rowodd", "The red one."));

    private static string Framed => Page($"<ol class=\"messageList\">{Frame(1, "Ada", "Which engine is the best of all?")}{Frame(2, "Bo", "<div class=\"bbCodeBlock bbCodeQuote\" data-author=\"Ada\"><aside><div class=\"attribution type\">Ada said: <a href=\"goto/post?id=1#post-1\">↑</a></div><blockquote class=\"quoteContainer\"><div class=\"quote\">the best of all</div><div class=\"quoteExpand\">Click to expand...</div></blockquote></aside></div>None is.")}{Frame(3, "Cy", "The red one.")}</ol>");

    private static string Listed => Page($"<ul component=\"topic\">{Item(1, "Ada", "topic-owner-post ", "<p>Which engine is the best of all?</p>")}{Item(2, "Bo", "", "<blockquote><p>the best of all</p></blockquote><p>None is.</p>")}{Item(3, "Cy", "", "<p>The red one.</p>")}</ul>");

    private static string Suite => Page($"<form method=\"post\">{Article(1, "Ada", "<p>Which engine is the best of all?</p>")}{Article(2, "Bo", "<blockquote class=\"ipsQuote\" data-ipsquote-contentcommentid=\"1\" data-ipsquote-username=\"Ada\"><div class=\"ipsQuote_citation\">Ada said:</div><div><p>the best of all</p></div></blockquote><p>None is.</p>")}{Article(3, "Cy", "<p>The red one.</p>")}</form>");

    public static TheoryData<string, bool> Boards() => new()
    {
        { Rows, true },
        { Boxes, true },
        { Framed, true },
        { Listed, false },
        { Suite, true },
    };

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_s_posts_are_all_there_with_writer_time_and_quote_and_without_signatures_and_buttons(string page, bool saysWhoIsQuoted)
    {
        var thread = Samples.Read(page);

        Assert.Equal([("1", "Ada"), ("2", "Bo"), ("3", "Cy")], thread.Posts.Select(post => (post.Id, post.Author.Name!)));
        Assert.Equal(["Which engine is the best of all?", "> the best of all\n\nNone is.", "The red one."], thread.Posts.Select(post => post.Body));
        Assert.Equal([new DateTimeOffset(2012, 3, 1, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2012, 3, 2, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2012, 3, 3, 10, 0, 0, TimeSpan.Zero)], thread.Posts.Select(post => post.CreatedAt));
        var quote = Assert.Single(thread.Post("2").Quotes);
        Assert.Equal((QuoteState.Exact, "1", saysWhoIsQuoted ? "Ada" : null), (quote.State, quote.PostId, quote.StatedAuthor));
        Assert.Equal((PostKind.Opening, "1", "1"), (thread.Post("1").Kind, thread.Post("2").ParentId, thread.Post("3").ParentId));
    }

    [Fact]
    public void A_few_words_that_are_quoted_without_a_name_are_found_in_a_post_right_before()
    {
        var thread = Samples.Read(Page(Box(1, "Ada", "rowodd firstpost blockpost1", "Which engine is the best of all?") + Box(2, "Bo", "roweven", "<p>None is.</p>") + Box(3, "Cy", "rowodd", "<blockquote><p>None is.</p></blockquote><p>The red one.</p>") + Box(4, "Di", "roweven", "<blockquote><p>engine</p></blockquote><p>Which one?</p>")));

        var quote = Assert.Single(thread.Post("3").Quotes);
        Assert.Equal((QuoteState.Exact, "2", "2"), (quote.State, quote.PostId, thread.Post("3").ParentId));
    }

    [Fact]
    public void The_switch_that_shows_quoted_lines_is_no_word()
    {
        var thread = Samples.Read(Page(Box(1, "Ada", "rowodd firstpost blockpost1", "Which engine is the best of all?") + Box(2, "Bo", "roweven", "<p>None is ... as far as I know.</p><div class=\"quoted-switch\"><a href=\"#\">...</a></div><div class=\"quoted-text\">It never was.</div>")));

        Assert.Equal("None is ... as far as I know.\n\n> It never was.", thread.Post("2").Body);
    }

    [Fact]
    public void What_a_board_draws_by_script_it_also_writes_for_those_without()
    {
        var thread = Samples.Read("""<!DOCTYPE html><html><head><title>Engines</title></head><body><div id="app"></div><noscript id="flarum-content"><div class="container"><h1>Engines</h1><div><article><div class="PostUser"><h3 class="PostUser-name">Ada</h3></div><div class="Post-body"><p>Which engine is the best?</p></div></article><hr><article><div class="PostUser"><h3 class="PostUser-name">Bo</h3></div><div class="Post-body"><blockquote><p>the best</p></blockquote><p>None is.</p></div></article><hr></div></div></noscript></body></html>""");

        Assert.Equal([("Ada", "Which engine is the best?"), ("Bo", "> the best\n\nNone is.")], thread.Posts.Select(post => (post.Author.Name!, post.Body)));
    }

    [Theory]
    [InlineData("03-01-2009, 10:00 AM", "03-14-2009, 09:30 PM", "2009-03-01T10:00:00Z", "2009-03-14T21:30:00Z")]
    [InlineData("01-03-2009, 10:00", "14-03-2009, 21:30", "2009-03-01T10:00:00Z", "2009-03-14T21:30:00Z")]
    [InlineData("01.03.09, 10:00", "02.03.09, 21:30", "2009-03-01T10:00:00Z", "2009-03-02T21:30:00Z")]
    [InlineData("03-01-2009, 10:00 AM", "03-02-2009, 09:30 PM", null, null)]
    public void Which_number_is_the_day_is_told_by_other_times_of_the_page_or_not_at_all(string first, string second, string? one, string? two)
    {
        var thread = Samples.Read(Page($"<div id=\"posts\">{Table(1, "Ada", first)}{Table(2, "Bo", second)}</div>"));

        Assert.Equal([first, second], thread.Posts.Select(post => post.CreatedAtAsWritten));
        Assert.Equal([Moment(one), Moment(two)], thread.Posts.Select(post => post.CreatedAt));
    }

    [Theory]
    [InlineData("Saturday, March 2nd, 2024 at 10:00:00 AM GMT+01:00", "2024-03-02T09:00:00Z")]
    [InlineData("March 1st, 2008 at 10:00 am", "2008-03-01T10:00:00Z")]
    [InlineData("Sender's time: March 3, 2024, 10 a.m.", "2024-03-03T10:00:00Z")]
    [InlineData("2024-03-02 10:00 am (UTC)", "2024-03-02T10:00:00Z")]
    [InlineData("Sat, 2 Mar 2024 10:00:00 -0500", "2024-03-02T15:00:00Z")]
    public void Times_written_out_for_people_are_moments(string title, string moment) =>
        Assert.All(Samples.Read(Page(string.Concat(Enumerable.Range(1, 2).Select(number => $"<div class=\"comment\" id=\"comment-{number}\"><a class=\"author\" href=\"/u/{number}\">N{number}</a> <span class=\"date\" title=\"{title}\">then</span><div class=\"comment-text\"><p>Maps help {number}.</p></div></div>")))).Posts, post => Assert.Equal(Moment(moment), post.CreatedAt));

    [Fact]
    public void A_saved_question_has_its_answers_and_the_comments_below_each()
    {
        var thread = Samples.Read($$"""
            <!DOCTYPE html><html><head><title>Engines</title><link rel="canonical" href="https://ask.example.org/questions/7/engines"></head><body>{{Menu}}<div id="question-header"><h1 itemprop="name"><a href="/questions/7">Which engine?</a></h1></div>
            <div class="question" data-questionid="7" data-score="5" id="question"><div class="s-prose js-post-body"><p>Which engine is <a href="/tour">best</a>?</p></div><div class="user-info"><div class="user-action-time">edited <span title="2024-03-05 10:00:00Z" class="relativetime">Mar 5</span></div><div class="user-details"><a href="/users/9/ed">ed</a></div></div>
            <div class="user-info"><div class="user-action-time">asked <span title="2024-03-01 10:00:00Z" class="relativetime">Mar 1</span></div><div class="user-details" itemprop="author"><a href="/users/1/ada">ada</a></div></div>{{Remark(70, "Best for what?")}}</div>
            <div id="answers"><div class="answer" data-answerid="8" data-score="-1"><div class="s-prose js-post-body"><p>None is.</p></div><div class="user-info"><div class="user-action-time">answered <span title="2024-03-02 10:00:00Z">Mar 2</span></div><div class="user-details" itemprop="author"><a href="/users/3/cy">cy</a></div></div>{{Remark(80, "Why?")}}</div></div></body></html>
            """);

        Assert.Equal(("stackexchange-page", "Which engine?", "ask.example.org"), (thread.Format, thread.Title, thread.Forum));
        Assert.Equal([("7", null, "ada", 5), ("comment-70", "7", "bo", 2), ("8", "7", "cy", -1), ("comment-80", "8", "bo", 2)], thread.Posts.OrderBy(post => post.Id.Replace("comment-", "", StringComparison.Ordinal), StringComparer.Ordinal).Select(post => (post.Id, post.ParentId, post.Author.Name!, post.Score!.Value)));
        Assert.Equal(("Which engine is [best](https://ask.example.org/tour)?", new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.Zero)), (thread.Post("7").Body, thread.Post("7").CreatedAt!.Value, thread.Post("7").EditedAt!.Value));
        Assert.Equal((PostKind.Answer, "Why?"), (thread.Post("8").Kind, thread.Post("comment-80").Body));
    }

    [Fact]
    public void A_question_was_asked_before_it_was_edited_in_any_language_and_what_all_may_edit_may_name_nobody()
    {
        var thread = Samples.Read($$"""
            <!DOCTYPE html><html><head><title>Engines</title></head><body><div class="question" data-questionid="7"><div class="js-post-body"><p>Which engine?</p></div><div class="post-signature"><div class="user-action-time"><a href="/posts/7/revisions">изменён <span title="2024-03-05 10:00:00Z">5 мар</span></a></div></div>
            <div class="post-signature owner"><div class="user-action-time">задан <span title="2024-03-01 10:00:00Z">1 мар</span></div><div class="user-details" itemprop="author"><a href="/users/1/ada">ada</a></div></div></div>
            <div class="answer" data-answerid="8"><div class="js-post-body"><p>None is.</p></div><div class="post-signature"><div class="user-action-time">изменён <span title="2024-03-06 10:00:00Z">6 мар</span></div><div class="user-details"></div></div><div class="post-signature"><div class="user-action-time">ответ дан <span title="2024-03-02 10:00:00Z">2 мар</span></div><div class="user-details" itemprop="author"><span class="community-wiki">общий</span><br><a href="/posts/8/revisions">3 revs, 2 users 90%</a></div></div></div></body></html>
            """);

        Assert.Equal([(Moment("2024-03-01T10:00:00Z"), Moment("2024-03-05T10:00:00Z"), "ada"), (Moment("2024-03-02T10:00:00Z"), Moment("2024-03-06T10:00:00Z"), null)], thread.Posts.Select(post => (post.CreatedAt, post.EditedAt, post.Author.Name)));
    }

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Page(string posts) => $"<!DOCTYPE html><html><head><title>Engines</title></head><body>{Menu}<h1>Engines</h1>{posts}</body></html>";

    private static string Row(int number, string by, string words) => $"""
        <tr><td class="row1"><span class="name"><a name="{number}"></a><b>{by}</b></span><br><span class="postdetails">Joined: 05 Jan 2004<br>Posts: 12</span></td><td class="row1"><table><tr><td><a href="viewtopic.php?p={number}#{number}"><img src="mini.gif" alt="Post"></a><span class="postdetails">Posted: Fri Mar 0{number}, 2012 10:00 am<span class="gen">&nbsp;</span>Post subject: Engines</span></td><td><a href="posting.php?p={number}"><img src="quote.gif" alt="Reply with quote"></a></td></tr>
        <tr><td colspan="2"><hr></td></tr><tr><td colspan="2"><span class="postbody">{words}</span><span class="postbody"><br>_________________<br>Visit my pages</span></td></tr></table></td></tr><tr><td class="row1"><span class="nav"><a href="#top">Back to top</a></span></td><td class="row1"><a href="profile.php?u={number}"><img src="p.gif" alt="View profile"></a></td></tr>
        """;

    private static string Box(int number, string by, string classes, string words) => $"""
        <div id="p{number}" class="blockpost {classes}"><h2><span><span class="conr">#{number}</span> <a href="viewtopic.php?pid={number}#p{number}">2012-03-0{number} 10:00:00</a></span></h2><div class="box"><div class="postleft"><dl><dt><strong><a href="profile.php?id={number}">{by}</a></strong></dt><dd class="usertitle"><strong>Member</strong></dd><dd>Registered: 2010-01-05</dd></dl></div><div class="postright"><h3>Re: Engines</h3><div class="postmsg">{words}<p class="postedit"><em>Last edited by Ada (2012-03-04 09:00:00)</em></p></div><div class="postsignature postmsg"><hr><p>Visit my pages</p></div></div></div><div class="inbox"><div class="postfoot"><p>Offline</p></div></div></div>
        """;

    private static string Frame(int number, string by, string words) => $"""
        <li id="post-{number}" class="message" data-author="{by}"><div class="messageUserInfo"><h3 class="userText"><a href="members/{number}/" class="username">{by}</a><em class="userTitle">Active Member</em></h3></div><div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText ugc baseHtml">{words}<div class="messageTextEndMarker">&nbsp;</div></blockquote></article></div><div class="baseHtml signature messageText ugc"><aside>Visit my pages</aside></div><div class="messageMeta"><a href="threads/e.7/#post-{number}" title="Permalink" class="datePermalink"><span class="DateTime" title="Mar {number}, 2012 at 10:00 AM">Mar {number}, 2012</span></a></div></div></li>
        """;

    private static string Item(int number, string by, string classes, string words) => $"""
        <li component="post" class="{classes}posts-list-item" data-pid="{number}" data-username="{by}"><a component="post/anchor" id="{number}"></a><strong><a href="/user/{by}" itemprop="author">{by}</a></strong> <a class="permalink" href="/post/{number}"><span class="timeago" title="2012-03-0{number}T10:00:00.000Z"></span></a><div class="content" component="post/content" itemprop="text">{words}</div><div class="post-footer"><div class="post-signature"><p>Visit my pages</p></div><a href="#">Reply</a></div></li>
        """;

    private static string Article(int number, string by, string words) => $"""
        <article id="elComment_{number}" class="cPost ipsBox ipsComment"><aside class="cAuthorPane"><h3 class="cAuthorPane_author"><strong><a href="https://board.example.org/profile/{number}/">{by}</a></strong></h3><ul class="cAuthorPane_info"><li>Members</li></ul></aside><div id="comment-{number}_wrap" class="ipsComment_content"><div class="ipsComment_meta"><a href="https://board.example.org/topic/7/?comment={number}">Posted <time datetime="2012-03-0{number}T10:00:00Z">March {number}</time></a></div><div class="cPost_contentWrap"><div data-role="commentContent" class="ipsType_richText">{words}</div><ul class="ipsComment_controls"><li><a href="#">Quote</a></li></ul><div data-role="memberSignature"><p>Visit my pages</p></div></div></div></article>
        """;

    private static string Table(int number, string by, string written) => $"""
        <div id="edit{number}"><table id="post{number}" class="tborder"><tr><td class="thead"><a name="post{number}"><img src="old.gif" alt="Old"></a> {written} <!-- date --></td></tr><tr><td class="alt2"><a class="bigusername" href="member.php?u={number}">{by}</a></td><td class="alt1" id="td_post_{number}"><div id="post_message_{number}">Maps help me think, number {number}.</div></td></tr></table></div>
        """;

    private static string Remark(int number, string words) => $"""
        <ul class="comments-list"><li id="comment-{number}" class="comment js-comment" data-comment-id="{number}" data-comment-score="2"><span class="comment-copy">{words}</span> <a href="/users/2/bo" class="comment-user">bo</a> <span class="comment-date"><span title="2024-03-03 10:00:00Z, License: CC BY-SA 4.0">Mar 3</span></span></li></ul>
        """;
}
