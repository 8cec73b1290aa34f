namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages as browsers save them, shaped like those of forums that many use; the words are ours.</summary>
internal static class SavedPages
{
    internal static string HackerNews => $"""
        <!DOCTYPE html><html op="item"><head><link rel="canonical" href="https://news.ycombinator.com/item?id=10"><title>Maps by default | Hacker News</title></head><body><table id="hnmain">
        <tr><td><table class="fatitem"><tr class="athing submission" id="10"><td class="title"></td><td class="title"><span class="titleline"><a href="https://paper.example.org/maps">Maps by default</a> <span class="sitebit comhead">(<a href="from?site=paper.example.org"><span class="sitestr">paper.example.org</span></a>)</span></span></td></tr>
        <tr><td colspan="2"></td><td class="subtext"><span class="subline"><span class="score" id="score_10">77 points</span> by <a href="user?id=ada" class="hnuser">ada</a> <span class="age" title="2023-11-14T22:13:20 1700000000"><a href="item?id=10">3 hours ago</a></span> | <a href="hide?id=10">hide</a> | <a href="item?id=10">6&nbsp;comments</a></span></td></tr>
        <tr><td colspan="2"></td><td><div class="toptext">A map helps by default, I think.</div></td></tr></table>
        <table class="comment-tree">{Row(11, 0, "bo", "&gt; A map helps by default<p>Why would it?</p>")}{Row(12, 1, "cy", "It did for me.", " noshow")}{Row(13, 1, null, null)}{Row(14, 2, "di", "Below what is gone.")}{Row(15, 0, "ed", "Not for me.")}{Row(16, 0, "fi", "Buy mine.", "", " [flagged] ")}</table></td></tr></table></body></html>
        """;

    internal const string NewReddit = """
        <!DOCTYPE html><html><head><title>CMV: maps help : r/maps</title><link rel="canonical" href="https://www.reddit.com/r/maps/comments/a1/maps_help/"></head><body><main>
        <shreddit-post id="t3_a1" author="ada" created-timestamp="2023-11-14T22:13:20.000000+0000" score="12" comment-count="3"><h1 slot="title">CMV: maps help</h1><div slot="text-body"><div class="md"><p>A map shows what hangs on what.</p></div></div></shreddit-post>
        <shreddit-comment-tree><shreddit-comment author="bo" thingid="t1_k7" depth="0" score="3" parentid="t3_a1"><div slot="commentMeta"><a href="/user/bo/">bo</a><span>•</span><time datetime="2023-11-14T22:20:20.000Z">2y ago</time></div><div id="t1_k7-comment-rtjson-content" class="md" slot="comment"><p>Mine does not, sadly.</p></div><shreddit-comment-action-row slot="actionRow" score="3"><button>Reply</button></shreddit-comment-action-row>
        <shreddit-comment author="cy" thingid="t1_m7" depth="1" score="4" parentid="t1_k7"><div slot="commentMeta"><a href="/user/cy/">cy</a><span>•</span><time datetime="2023-11-14T22:21:20.000Z">2y ago</time></div><div class="md" slot="comment"><p>One case is no rule.</p></div></shreddit-comment></shreddit-comment></shreddit-comment-tree></main></body></html>
        """;

    internal static string Board => $"""
        <!DOCTYPE html><html><head><title>Engines</title><meta name="generator" content="vBulletin 4.2"></head><body><ol id="posts">
        {Bulletin(31, "Ada", "Which engine is the best of all?")}
        {Bulletin(32, "Bo", "<div class=\"bbcode_container\"><div class=\"bbcode_quote\"><div class=\"quote_container\"><div class=\"bbcode_postedby\"><img src=\"q.png\" alt=\"Quote\"> Originally Posted by <strong>Ada</strong> <a href=\"showthread.php?p=31#post31\"><img src=\"v.png\" alt=\"View Post\"></a></div><div class=\"message\">Which engine is the best</div></div></div></div>The second.")}
        {Bulletin(33, "Cy", "<div style=\"margin:20px\"><div class=\"smallfont\">Quote:</div><table><tr><td class=\"alt2\"><div>Originally Posted by <strong>Bo</strong> <a href=\"showthread.php?p=32#post32\">View</a></div><div style=\"font-style:italic\">The second.</div></td></tr></table></div>No.")}
        </ol></body></html>
        """;

    internal static string SimpleMachines => $"""
        <!DOCTYPE html><html><head><title>Engines</title><link rel="canonical" href="https://board.example.org/index.php?topic=9.0"></head><body><div id="forumposts"><form action="https://board.example.org/index.php?action=quickmod2;topic=9.0" method="post" id="quickModForm">
        {Message(101, "Ada", "<strong>on:</strong>", "Which engine is the best of all?")}
        {Message(102, "Bo", "<strong>Reply #1 on:</strong>", "<div class=\"quoteheader\"><div class=\"topslice_quote\"><a href=\"https://board.example.org/index.php?topic=9.msg101#msg101\">Quote from: Ada on March 04, 2012, 09:21:00 PM</a></div></div><blockquote class=\"bbc_standard_quote\">Which engine is the best</blockquote><div class=\"quotefooter\"><div class=\"botslice_quote\"></div></div>The second.")}
        {Message(103, "Cy", "<strong>Reply #2 on:</strong>", "<blockquote class=\"bbc_standard_quote\"><cite><a href=\"https://board.example.org/index.php?topic=9.msg102#msg102\">Quote from: Bo on March 04, 2012, 10:21:00 PM</a></cite>The second.</blockquote>No.")}
        </form></div><form action="post2"><textarea name="message"></textarea><div class="windowbg">Quick reply</div></form></body></html>
        """;

    internal static string Blog => $"""
        <!DOCTYPE html><html><head><title>On maps – A blog</title><link rel="canonical" href="https://blog.example.org/maps/"></head><body><main><article id="post-7" class="post hentry"><h1 class="entry-title">On maps</h1><span class="author vcard"><a class="url fn" href="/a">Ada</a></span><div class="entry-content"><p>Maps help.</p></div></article>
        <div id="comments"><ol class="comment-list">{Comment(1, "Bo", "Yes.", $"<ol class=\"children\">{Comment(2, "Cy", "No.", "")}</ol>")}{Comment(3, "Di", "Why?", "")}</ol></div></main></body></html>
        """;

    private static string Row(int id, int indent, string? by, string? words, string state = "", string note = "") => $"""
        <tr class="athing comtr{state}" id="{id}"><td><table><tr><td class="ind" indent="{indent}"><img src="s.gif" width="{40 * indent}"></td><td class="default"><span class="comhead">{(by is null ? "" : $"<a href=\"user?id={by}\" class=\"hnuser\">{by}</a>")} <span class="age" title="2023-11-14T22:{id}:20 1700000999"><a href="item?id={id}">2 hours ago</a></span>{note}<span class="navs"> | <a href="#11">parent</a> | <a href="#15">next</a></span></span><br><div class="comment">{(words is null ? "[deleted]" : $"<div class=\"commtext c00\">{words}</div>")}<div class="reply"><p><u><a href="reply?id={id}">reply</a></u></p></div></div></td></tr></table></td></tr>
        """;

    private static string Bulletin(int id, string by, string words) => $"""
        <li class="postbitlegacy postcontainer" id="post_{id}"><div class="posthead"><span class="postdate"><span class="date">04-11-2012, <span class="time">09:21 PM</span></span></span></div><div class="userinfo"><a class="username" href="member.php?{id}"><strong>{by}</strong></a></div><div class="postbody"><h2 class="title">Re: Engines</h2><div class="content"><div id="post_message_{id}"><blockquote class="postcontent restore">{words}</blockquote></div></div></div></li>
        """;

    private static string Message(int id, string by, string on, string words) => $"""
        <div class="windowbg{(id % 2 == 0 ? "2" : "")}"><span class="topslice"><span></span></span><div class="post_wrapper"><div class="poster"><h4><a href="https://board.example.org/index.php?action=profile;u={id}" title="View the profile of {by}">{by}</a></h4><ul class="reset smalltext" id="msg_{id}_extra_info"><li class="postgroup">Newbie</li><li class="postcount">Posts: 12</li></ul></div><div class="postarea"><div class="flow_hidden"><div class="keyinfo"><div class="messageicon"></div><h5 id="subject_{id}"><a href="https://board.example.org/index.php?topic=9.msg{id}#msg{id}" rel="nofollow">Engines</a></h5><div class="smalltext">&#171; {on} March 04, 2012, 09:{id - 80}:00 PM &#187;</div><div id="msg_{id}_quick_mod"></div></div></div><div class="post"><div class="inner" id="msg_{id}">{words}</div></div></div><div class="moderatorbar"><div class="smalltext reportlinks">Logged</div><div class="signature" id="msg_{id}_signature">Read my book.</div></div></div><span class="botslice"><span></span></span></div><hr class="post_separator">
        """;

    private static string Comment(int id, string by, string words, string answers) => $"""
        <li id="comment-{id}" class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn"><a href="https://{by}.example.org" class="url">{by}</a></b> <span class="says">says:</span></div><a href="https://blog.example.org/maps/#comment-{id}"><time datetime="2019-01-0{id}T08:00:00+00:00">January {id}, 2019 at 8:00 am</time></a></footer><div class="comment-content"><p>{words}</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article>{answers}</li>
        """;
}
