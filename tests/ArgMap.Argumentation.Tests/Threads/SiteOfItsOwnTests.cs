using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages of programs that draw a post's head beside it, its words as they were typed, or its writer below; the words are ours.</summary>
public sealed class SiteOfItsOwnTests
{
    private const string First = "Maps should be kept in every library, because people lose their way without them.", Second = "Who would pay for the shelves?", Third = "The shelves are there already.";

    private static readonly (string Name, string Words)[] Said = [("Ada L", First), ("Bo", Second), ("Cy", Third)];

    private static string BbPress => Page("Topic", "<ul class=\"forums bbp-replies\"><li class=\"bbp-header\"><div>Author</div><div>Posts</div></li><li class=\"bbp-body\">" + All((number, name, words) => $"""
        <li><div id="post-{number}" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">March {number}, 2021 at 10:00 am</span><a href="https://x.example/topic/maps/#post-{number}" class="bbp-reply-permalink">#{number}</a></div></div>
        <div class="loop-item-{number} user-id-{number} bbp-parent-forum-9 {(number % 2 == 0 ? "even" : "odd")} post-{number} reply type-reply hentry"><div class="bbp-reply-author"><a href="https://x.example/users/{number}/" class="bbp-author-link"><span class="bbp-author-name">{name}</span></a><div class="bbp-author-role">Participant</div></div>
        <div class="bbp-reply-content"><p>{words}</p></div></div></li>
        """) + "</li></ul><div class=\"bbp-pagination-count\">Viewing 3 posts</div>");

    private static string Khoros => Page("Maps", All((number, name, words) => $"""
        <div class="lia-linear-display-message-view"><div data-lia-message-uid="{number}" class="lia-panel-message message-uid-{number}"><span class="UserName lia-user-name"><a class="lia-link-navigation lia-user-name-link" href="/t5/user/viewprofilepage/user-id/{number}"><span class="login-bold">{name}</span></a></span>
        <p class="lia-message-dates"><span class="DateTime lia-message-posted-on"><span class="local-date">{'\u200E'}2021-03-0{number}</span> <span class="local-time">10:00 AM</span></span></p><div class="lia-message-subject"><h2>Re: Maps</h2></div>
        <div class="lia-message-body"><div class="lia-message-body-content"><p>{words}</p></div></div><span class="MessageKudosCount lia-component-message-kudos-count">4 Kudos</span><a href="/t5/replypage">Reply</a></div></div>
        """));

    private static string MetaFilter => Page("Maps", $"""
        <h1 class="posttitle">Maps <br><span class="smallcopy">March 1, 2021 10:00 AM</span></h1><div class="copy">{First}<br><span class="smallcopy">posted by <a href="https://x.example/user/1">Ada L</a> to Libraries (2 comments total)</span></div>
        {All((number, name, words) => number == 1 ? "" : $"""<a name="{number}"></a><div class="comments" id="c{number}">{words}<br><span class="smallcopy">posted by <a href="https://x.example/user/{number}">{name}</a> at <a href="/1/Maps#{number}">10:00 AM</a> on March {number}, 2021 <span>[<a href="/favorited/{number}">4 favorites</a>]</span></span></div>""")}
        <div class="comments"><a href="/0/Older">« Older</a> Something else | <a href="/2/Newer">Another Newer »</a></div>
        """);

    private static string Bugzilla => Page("Maps", All((number, name, words) => $"""
        <div id="c{number}" class="bz_comment{(number == 1 ? " bz_first_comment" : "")}"><div class="bz_comment_head"><span class="bz_comment_user"><span class="vcard"><span class="fn">{name}</span></span></span><span class="bz_comment_time">2021-03-0{number} 10:00:00 UTC</span></div><pre class="bz_comment_text">{words}</pre></div>
        """));

    private static string LiveJournal => Page("Maps", $"""
        <article class="b-singlepost"><h1>Maps</h1><dl class="b-singlepost-author vcard author"><dd><span class="ljuser"><a href="https://ada.x.example/"><b>Ada L</b></a></span></dd></dl><time class="b-singlepost-author-date dt-published">2021-03-01 10:00:00</time><article class="b-singlepost-body entry-content e-content">{First}</article></article>
        {All((number, name, words) => number == 1 ? "" : $"""<div class="b-tree-twig b-tree-twig-1" style="margin-left: 0px" data-tid="t{number}"><div id="t{number}" class="b-leaf" data-username="{name}"><div class="b-leaf-header"><img src="i.png" alt=""/><span class="ljuser"><a href="https://{name}.x.example/"><b>{name}</b></a></span><span class="b-leaf-createdtime">March {number}, 2021 at 10:00 am</span><a href="/1.html?thread={number}#t{number}" class="b-leaf-permalink">link</a></div><div class="b-leaf-article">{words}</div><ul><li><a href="/1.html?replyto={number}">Reply</a></li></ul></div></div>""")}
        """);

    private static string Phorum => Page("Maps", All((number, name, words) => $"""
        <a name="{number}"></a><div class="message"><div class="message-author"><a href="/profile.php?1,{number}">{name}</a></div><small><strong>Re: Maps</strong><br/>March {number}, 2021 10:00 am</small><div class="message-body">{words}<div class="message-options"><a href="/read.php?1,{number}#REPLY">Reply</a></div></div></div>
        """));

    private static string WoltLab => Page("Maps", "<ul class=\"wbbThreadPostList messageList\">" + All((number, name, words) => $"""
        <li id="post{number}" class="anchorFixedHeader"><article class="wbbPost message" data-post-id="{number}"><aside class="messageSidebar"><a href="/user/{number}/" class="username userLink"><span>{name}</span></a></aside><div class="messageContent"><header class="messageHeader"><a href="https://x.example/thread/1/?postID={number}#post{number}" class="permalink"><time datetime="2021-03-0{number}T10:00:00+00:00">March</time></a></header>
        <div class="messageBody"><div class="messageText">{(number == 3 ? "<blockquote class=\"quoteBox\" cite=\"https://x.example/thread/1/?postID=2#post2\"><div class=\"quoteBoxTitle\"><a href=\"https://x.example/thread/1/?postID=2#post2\">Zitat von Bo</a></div><div class=\"quoteBoxContent\"><p>" + Second + "</p></div></blockquote>" : "")}<p>{words}</p></div></div></div></article></li>
        """) + "</ul>");

    public static TheoryData<string> Pages() => [BbPress, Khoros, MetaFilter, Bugzilla, LiveJournal, Phorum];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_post_is_there_with_its_writer_its_time_and_its_words_alone(string page)
    {
        var thread = Samples.Read(page);

        Assert.Equal(Said, thread.Posts.Select(post => (post.Author.Name!, post.Body)));
        Assert.Equal([1, 2, 3], thread.Posts.Select(post => post.CreatedAt?.Day ?? int.Parse(post.CreatedAtAsWritten!.Split(' ')[0][^2..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(["2", "3"], thread.Posts.Skip(1).Select(post => post.Id));
    }

    [Fact]
    public void The_title_of_a_quote_says_whose_words_it_has_and_is_none_of_them()
    {
        var post = Samples.Read(WoltLab).Post("3");

        Assert.Equal($"> {Second}\n\n{Third}", post.Body);
        var quote = Assert.Single(post.Quotes);
        Assert.Equal((QuoteState.Exact, "2", "Bo", "2"), (quote.State, quote.PostId, quote.StatedAuthor, post.ParentId));
    }

    [Fact]
    public void Words_that_were_typed_keep_their_lines()
    {
        var post = Samples.Read(Bugzilla.Replace(Third, "(In reply to Bo)\n<span class=\"quote\">&gt; Who would pay for the shelves?</span>\n\n" + Third, StringComparison.Ordinal)).Post("3");

        Assert.Equal($"(In reply to Bo)\n> {Second}\n\n{Third}", post.Body);
        Assert.Equal("2", Assert.Single(post.Quotes).PostId);
    }

    [Fact]
    public void A_link_over_a_quote_that_names_a_day_is_no_part_of_the_writer_s_name()
    {
        var thread = Samples.Read(BbPress.Replace($"<p>{Third}</p>", $"<p><a href=\"https://y.example/\">On Monday</a> Bo wrote:</p><blockquote><p>{Second}</p></blockquote><p>{Third}</p>", StringComparison.Ordinal));

        Assert.Equal(("Bo", "2"), (Assert.Single(thread.Post("3").Quotes).StatedAuthor, thread.Post("3").ParentId));
    }

    private static string All(Func<int, string, string, string> post) => string.Concat(Said.Select((said, index) => post(index + 1, said.Name, said.Words)));

    private static string Page(string title, string body) => $"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>";
}
