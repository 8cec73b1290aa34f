using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages of many forums at once: what they say of a post in attributes, in labels, and around its words.</summary>
public sealed class ForumPageTests
{
    private const string Long = "A map helps by default, I think. It shows what hangs on what, and which objections nobody has answered so far.";

    [Fact]
    public void When_a_quoted_post_was_written_is_not_when_the_post_was()
    {
        var thread = Samples.Read(Page(Printed("Ada", "10:13", Long) + Printed("Bo", "10:20", "<blockquote><div><cite><a href=\"./memberlist.php?u=1\">Ada</a> wrote: <a href=\"./viewtopic.php?p=1#p1\" data-post-id=\"1\">↑</a><span class=\"responsive-hide\">Tue Nov 14, 2023 10:13 pm</span></cite>A map helps by default</div></blockquote>Why would it?") + Printed("Cy", "10:30", "It shows objections.")));

        Assert.Equal([("Ada", 13, Long), ("Bo", 20, "> A map helps by default\n\nWhy would it?"), ("Cy", 30, "It shows objections.")], thread.Posts.OrderBy(post => post.CreatedAt).Select(post => (post.Author.Name!, post.CreatedAt!.Value.Minute, post.Body)));

        static string Printed(string by, string at, string words) => $"<div class=\"post\"><h3>Re: Maps</h3><div class=\"date\"><img src=\"i.gif\" alt=\"Post\"><span class=\"sr-only\">Posted:</span> <strong>Tue Nov 14, 2023 {at} pm</strong></div><div class=\"author\">by <strong>{by}</strong></div><div class=\"content\">{words}</div></div><hr>";
    }

    [Fact]
    public void A_page_s_scripts_and_styles_are_no_words_of_it()
    {
        var thread = Samples.Read(Page(string.Concat(Enumerable.Range(1, 2).Select(number => $"<div class=\"comment\" id=\"comment-{number}\"><style>.author {{ color: red }}</style><a class=\"author\" href=\"/u/{number}\">N{number}<script>card()</script></a> <span class=\"date\">2 hours ago<script>pretty()</script></span><div class=\"comment-text\"><p>Maps help {number}.</p></div></div>"))));

        Assert.Equal([("N1", "2 hours ago"), ("N2", "2 hours ago")], thread.Posts.Select(post => (post.Author.Name!, post.CreatedAtAsWritten!)));
    }

    [Fact]
    public void Links_start_where_the_page_says_they_do()
    {
        var thread = Samples.Read($"<!DOCTYPE html><html><head><title>Maps</title><base href=\"https://board.example.org/\"><link rel=\"canonical\" href=\"threads/maps.7/\"></head><body>{Framed(1, "Ada", "See <a href=\"threads/trees.8/\">trees</a>.")}{Framed(2, "Bo", "I did.")}</body></html>");

        Assert.Equal(("https://board.example.org/threads/maps.7/", "board.example.org"), (thread.Address, thread.Forum));
        Assert.Equal(("See [trees](https://board.example.org/threads/trees.8/).", "https://board.example.org/threads/maps.7/#post-1"), (thread.Posts[0].Body, thread.Posts[0].Address));
    }

    [Theory]
    [InlineData("<a href=\"/viewtopic.php?p={0}#p{0}\">here</a>", "https://board.example.org/viewtopic.php?p=2#p2")]
    [InlineData("<a href=\"/comment/{0}\" title=\"link\"></a>", "https://board.example.org/comment/2")]
    [InlineData("<a href=\"https://board.example.org/t/7#issuecomment-{0}\"><relative-time datetime=\"2023-11-14T22:20:00Z\">then</relative-time></a>", "https://board.example.org/t/7#issuecomment-2")]
    [InlineData("<a href=\"/vote/up/{0}\">+</a>", null)]
    public void A_link_of_a_post_that_leads_to_its_key_is_its_address(string link, string? address)
    {
        var page = Page(string.Concat(Enumerable.Range(1, 2).Select(number => $"<div class=\"comment\" id=\"comment-{number}\"><b class=\"author\">N{number}</b> <span class=\"when\">2 hours ago</span> {link.Replace("{0}", $"{number}", StringComparison.Ordinal)}<div class=\"comment-text\"><p>Maps help {number}, see <a href=\"#comment-{number}\">this</a>.</p></div></div>")));

        Assert.Equal(address, Samples.Read(page.Replace("<head>", "<head><link rel=\"canonical\" href=\"https://board.example.org/t/7\">", StringComparison.Ordinal)).Post("2").Address);
    }

    [Theory]
    [InlineData("<div class=\"comment-content\"><p><em>deleted by creator</em></p></div>", PostState.DeletedByAuthor)]
    [InlineData("<div class=\"comment-content\"><p><em>removed by mod</em></p></div>", PostState.RemovedByModerator)]
    [InlineData("<div class=\"comment-content\">This post was deleted by <a href=\"/u/ada\">Ada</a> on Wed Nov 15, 2023 9:00 am.</div>", PostState.Deleted)]
    [InlineData("<div><h3>Message deleted by a moderator</h3></div>", PostState.RemovedByModerator)]
    [InlineData("<div><span>to maps</span></div><div>Message has been deleted</div>", PostState.Deleted)]
    [InlineData("<div class=\"comment-content\"><p>This post was deleted by mods because they had no answer.</p></div>", PostState.Live)]
    public void What_stands_in_place_of_words_says_who_took_them_away(string instead, PostState state)
    {
        var post = Samples.Read(Page(Comment(1, "Ada", "<div class=\"comment-content\"><p>Maps help.</p></div>") + Comment(2, "Bo", instead) + Comment(3, "Cy", "<div class=\"comment-content\"><p>No.</p></div>"))).Post("2");

        Assert.Equal((state, state == PostState.Live), (post.State, post.Body.Length > 0));
    }

    [Fact]
    public void What_is_read_aloud_of_a_post_tells_its_score_its_times_and_its_writer()
    {
        var thread = Samples.Read(Page("<ul class=\"comments\">" + Voted(1, "bo", 31, "Tuesday, November 14th, 2023 at 10:20:00 PM GMT+00:00") + Voted(2, "cy@other.example", -4, "Created: Tuesday, November 14th, 2023 at 10:30:00 PM GMT+00:00\n\n\nModified Wednesday, November 15th, 2023 at 9:00:00 AM GMT+00:00") + "</ul>"));

        Assert.Equal([("bo", 31), ("cy@other.example", -4)], thread.Posts.Select(post => (post.Author.Name!, post.Score!.Value)));
        Assert.Equal((Moment("2023-11-14T22:30:00Z"), Moment("2023-11-15T09:00:00Z"), 0), (thread.Posts[1].CreatedAt, thread.Posts[1].EditedAt, thread.Report.AddressesDropped));

        static string Voted(int number, string by, int score, string when) => $"<li class=\"comment\"><article id=\"comment-{number}\"><div><a class=\"person-listing\" href=\"/u/{by}\"><span>{by}</span></a> <span aria-label=\"{score} points\">{score}</span> <span class=\"moment-time\" data-tippy-content=\"{when}\">2 years ago</span></div><div class=\"comment-content\"><p>Maps help {number}.</p></div></article></li>";
    }

    [Fact]
    public void A_region_that_has_a_name_for_its_label_is_what_that_person_wrote()
    {
        var thread = Samples.Read(Page("<div role=\"list\">" + Mail(1, "Ada", $"<div role=\"region\" aria-labelledby=\"c1\"><div dir=\"ltr\">{Long}</div></div>") + Mail(2, "Bo", "<div role=\"region\" aria-labelledby=\"c2\"><div dir=\"ltr\">Why would it?</div></div>") + Mail(3, "Cy", "<div>Message has been deleted</div>") + "</div>"));

        Assert.Equal([("Ada", Long, PostState.Live), ("Bo", "Why would it?", PostState.Live), (null, "", PostState.Deleted)], thread.Posts.Select(post => (post.Author.Name, post.Body, post.State)));

        static string Mail(int number, string by, string words) => $"<section class=\"BkrUxb\" role=\"listitem\"><div><img alt=\"{by}'s profile photo\" src=\"a.png\"><h3 id=\"c{number}\">{by}</h3><span class=\"zX2W9c\">Nov 14, 2023, 10:1{number}:20 PM</span></div><div><span>to maps</span></div>{words}<div><button>Reply all</button></div></section>";
    }

    [Fact]
    public void A_forum_s_page_for_those_without_scripts_says_which_post_is_quoted_and_which_was_edited()
    {
        var thread = Samples.Read(Page(Crawled(1, "ada", "2023-11-14T22:13:20Z", $"<p>{Long}</p>") + Crawled(2, "bo", "2023-11-15T09:00:00Z", "<p>Why would it?</p>") + Crawled(3, "cy", "2023-11-14T22:13:20Z", "<aside class=\"quote no-group\" data-username=\"bo\" data-post=\"2\" data-topic=\"17\"><div class=\"title\">bo:</div><blockquote><p>Why would it?</p></blockquote></aside><p>Why not?</p>")).Replace("<head>", "<head><link rel=\"canonical\" href=\"https://forum.example.org/t/maps/17\">", StringComparison.Ordinal));

        Assert.Equal([("17/1", null), ("17/2", "17/1"), ("17/3", "17/2")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((QuoteState.Exact, "17/2"), (thread.Post("17/3").Quotes[0].State, thread.Post("17/3").Quotes[0].PostId));
        Assert.Equal([null, Moment("2023-11-15T09:00:00Z"), null], thread.Posts.Select(post => post.EditedAt));

        static string Crawled(int number, string by, string modified, string words) => $"<div id=\"post_{number}\" itemprop=\"comment\" itemscope itemtype=\"http://schema.org/Comment\" class=\"topic-body crawler-post\"><div class=\"crawler-post-meta\"><span class=\"creator\" itemprop=\"author\" itemscope><a itemprop=\"url\" href=\"/u/{by}\"><span itemprop=\"name\">{by}</span></a></span><span class=\"crawler-post-infos\"><time itemprop=\"datePublished\" datetime=\"2023-11-14T22:13:20Z\">November 14</time><meta itemprop=\"dateModified\" content=\"{modified}\"><span itemprop=\"position\">{number}</span></span></div><div class=\"post\" itemprop=\"text\">{words}</div></div>";
    }

    [Theory]
    [InlineData("<img src=s.gif border=0 alt='' title=Wink class=inlineimg>", ":wink:")]
    [InlineData("<img src=s.png class='mceSmilieSprite mceSmilie1' alt=':)' title='Smile    :)'>", ":)")]
    [InlineData("<div class='bbCodeBlock bbCodeCode'><div class=type>Code:</div><pre>x = 1</pre></div>", "```\nx = 1\n```")]
    [InlineData("<pre><code class=lang-auto>x = 1</code></pre>", "```\nx = 1\n```")]
    [InlineData("<ul class=contains-task-list><li><input type=checkbox checked> done</li><li><input type=checkbox> to do</li></ul>", "- [x] done\n- [ ] to do")]
    public void What_forums_draw_as_pictures_boxes_and_labels_is_what_was_written(string html, string markdown) =>
        Assert.Equal("Maps.\n\n" + markdown, Samples.Read(Page(Framed(1, "Ada", "<p>Maps.</p>" + html) + Framed(2, "Bo", "Yes, they do."))).Post("1").Body);

    [Theory]
    [InlineData("<shreddit-post id=\"t3_a1\" author=\"ada\" created-timestamp=\"2023-11-14T22:13:20.000000+0000\" score=\"12\" comment-count=\"7\" content-href=\"https://paper.example.org/maps\"><h1 slot=\"title\">Maps by default</h1><div slot=\"post-media-container\"><a href=\"https://paper.example.org/maps\">paper.example.org</a></div></shreddit-post>", 8)]
    [InlineData("<div class=\"post-listing\"><article class=\"row\"><div><span aria-label=\"12 points\">12</span></div><div><div><h1><a href=\"https://paper.example.org/maps\">Maps by default</a></h1></div><div><a class=\"person-listing\" href=\"/u/ada\"><span>ada</span></a> to <a href=\"/c/maps\">Maps</a> <span class=\"moment-time\" data-tippy-content=\"Tuesday, November 14th, 2023 at 10:13:20 PM GMT+00:00\">2 years ago</span></div></div></article></div>", null)]
    public void A_link_without_words_is_what_its_comments_are_about(string link, int? stated)
    {
        var thread = Samples.Read($"<!DOCTYPE html><html><head><title>Maps by default : r/maps</title><meta property=\"og:title\" content=\"r/maps on a forum: Maps by default\"><link rel=\"canonical\" href=\"https://forum.example.org/post/7\"></head><body><main>{link}{Comment(1, "Bo", "<div class=\"comment-content\"><p>Maps help.</p></div>")}{Comment(2, "Cy", "<div class=\"comment-content\"><p>Why?</p></div><button>2 more replies</button>")}</main></body></html>");

        Assert.Equal(("Maps by default", stated), (thread.Title, thread.Report.StatedCount));
        Assert.Equal((PostKind.Opening, "ada", 12, Moment("2023-11-14T22:13:20Z"), "<https://paper.example.org/maps>"), (thread.Posts[0].Kind, thread.Posts[0].Author.Name, thread.Posts[0].Score, thread.Posts[0].CreatedAt, thread.Posts[0].Body));
        Assert.Equal([("1", "article"), ("2", "article")], thread.Posts.Skip(1).Select(post => (post.Id, post.ParentId)));
        Assert.Equal(1, thread.Report.LeftOut.Values.Sum());
    }

    [Fact]
    public void A_shortertext_beside_a_long_line_about_it_is_what_its_comments_are_about()
    {
        var thread = Samples.Read(Page($"<div class=\"post-listing\"><article class=\"row\"><h1><a href=\"/post/7\">Maps</a></h1><div><a class=\"person-listing\" href=\"/u/ada\"><span>ada</span></a> to <a href=\"/c/maps\">Maps of debates, of arguments, and of all else that people draw as maps</a> <span class=\"moment-time\" data-tippy-content=\"Tuesday, November 14th, 2023 at 10:13:20 PM GMT+00:00\">2 years ago</span></div></article><article id=\"postContent\"><div class=\"md-div\"><p>Maps help.</p></div></article></div>{Comment(1, "Bo", "<div class=\"comment-content\"><p>How?</p></div>")}{Comment(2, "Cy", "<div class=\"comment-content\"><p>Why?</p></div>")}"));

        Assert.Equal(("Maps help.", "ada", PostKind.Opening), (thread.Posts[0].Body, thread.Posts[0].Author.Name, thread.Posts[0].Kind));
    }

    [Theory]
    [InlineData("Tue Nov 14, 2023 10:2{0} pm", "by")]
    [InlineData("Mar 14 Nov 2023 22:2{0}", "par")]
    [InlineData("14. November 2023 um 22:2{0} Uhr", "von")]
    public void The_day_when_its_writer_joined_is_not_when_a_post_was_written(string when, string by)
    {
        var thread = Samples.Read(Page(string.Concat(Enumerable.Range(1, 3).Select(number => $"<div id=\"p{number}\" class=\"post has-profile\"><div class=\"inner\"><dl class=\"postprofile\"><dt><a href=\"./memberlist.php?u={number}\" class=\"username-coloured\">N{number}</a></dt><dd class=\"profile-joined\"><strong>Joined:</strong> Mon Jul 26, 2010 9:00 am</dd></dl><div class=\"postbody\"><div id=\"post_content{number}\"><h3><a href=\"#p{number}\">Re: Maps</a></h3><ul class=\"post-buttons\"><li><a href=\"#\">Quote</a></li></ul><p class=\"author\"><a href=\"./viewtopic.php?p={number}#p{number}\"><img src=\"i.gif\" alt=\"Post\"></a><span>{by} <strong><a href=\"./memberlist.php?u={number}\" class=\"username-coloured\">N{number}</a></strong> » </span>{when.Replace("{0}", $"{number}", StringComparison.Ordinal)} </p><div class=\"content\">Maps help {number}.</div></div></div></div></div>"))));

        Assert.Equal([("1", 21, "Maps help 1."), ("2", 22, "Maps help 2."), ("3", 23, "Maps help 3.")], thread.Posts.Select(post => (post.Id, post.CreatedAt!.Value.Minute, post.Body)));
        Assert.All(thread.Posts, post => Assert.Equal((2023, 22, false), (post.CreatedAt!.Value.Year, post.CreatedAt.Value.Hour, string.IsNullOrEmpty(post.CreatedAtAsWritten))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_board_s_second_page_goes_on_where_the_first_ends(bool isSecondFirst)
    {
        string[] pages = [Page(Framed(1, "Ada", Long) + Framed(2, "Bo", "Why would it?")), Page(Framed(2, "Bo", "Why would it?") + Framed(3, "Cy", "I ask, too.")), Page(Framed(4, "Di", "Because.") + Framed(5, "Ada", "It shows objections."))];
        var thread = Samples.Read(isSecondFirst ? [.. pages.Reverse()] : pages);

        Assert.Equal([("1", null, PostKind.Opening), ("2", "1", PostKind.Reply), ("3", "1", PostKind.Reply), ("4", "1", PostKind.Reply), ("5", "1", PostKind.Reply)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Kind)));
    }

    [Fact]
    public void What_the_first_page_only_links_to_is_not_left_out_where_the_second_is_given()
    {
        var first = SavedPages.HackerNews.Replace("</table></td></tr></table></body>", "</table><a class=\"morelink\" href=\"item?id=10&p=2\">More</a></td></tr></table></body>", StringComparison.Ordinal);
        var shorter = first.Replace("6&nbsp;comments", "7&nbsp;comments", StringComparison.Ordinal);
        var second = SavedPages.HackerNews.Replace("id=\"16\"", "id=\"17\"", StringComparison.Ordinal);

        Assert.Equal((1, 0), (Samples.Read(shorter).Report.LeftOut.Values.Sum(), Samples.Read(shorter, second).Report.LeftOut.Values.Sum()));
    }

    [Theory]
    [InlineData("<em>Vom Ersteller gelöscht</em>", PostState.DeletedByAuthor)]
    [InlineData("<em>Von Mod entfernt</em>", PostState.RemovedByModerator)]
    [InlineData("Beitrag wurde von einem Moderator gelöscht", PostState.RemovedByModerator)]
    [InlineData("Gelöscht von Grace am 02.03.2024, 10:15 Uhr", PostState.Deleted)]
    [InlineData("Supprimé par Grace le 2 mars 2024, 10:15", PostState.Deleted)]
    [InlineData("Borrado por Grace el 2 de marzo de 2024, 10:15", PostState.Deleted)]
    [InlineData("Eliminado", PostState.Deleted)]
    [InlineData("...", PostState.Live)]
    [InlineData("Ce message a été supprimé par son auteur.", PostState.DeletedByAuthor)]
    [InlineData("Este comentario ha sido eliminado por un moderador", PostState.RemovedByModerator)]
    [InlineData("Die Karte ist gelöscht, von einem Moderator.", PostState.Live)]
    public void What_stands_in_place_of_words_may_say_so_in_another_language(string words, PostState state) =>
        Assert.Equal(state, Samples.Read(Page(Comment(1, "Ada", "<div class=\"comment-content\"><p>Maps help.</p></div>") + Comment(2, "Bo", $"<div class=\"comment-content\"><p>{words}</p></div>") + Comment(3, "Cy", "<div class=\"comment-content\"><p>No.</p></div>"))).Post("2").State);

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Page(string posts) => $"<!DOCTYPE html><html><head><title>Maps</title></head><body><div class=\"navbar\"><ul><li><a href=\"/\">Home</a></li></ul></div><h1>Maps</h1>{posts}</body></html>";

    private static string Comment(int number, string by, string words) => $"<div class=\"comment\" id=\"comment-{number}\"><a class=\"author\" href=\"/u/{by}\">{by}</a> <time datetime=\"2024-03-0{number}T10:00:00Z\">then</time>{words}</div>";

    private static string Framed(int number, string by, string words) => $"""
        <li id="post-{number}" class="message" data-author="{by}"><div class="messageUserInfo"><h3 class="userText"><a href="members/{by}/" class="username">{by}</a></h3></div><div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText ugc baseHtml">{words}</blockquote></article></div><div class="messageMeta"><a href="threads/maps.7/#post-{number}" title="Permalink" class="datePermalink"><span class="DateTime" title="Mar {number}, 2012 at 10:00 AM">Mar {number}, 2012</span></a></div></div></li>
        """;
}
