namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Small threads in the shape of exports, mail and pages, written for these tests.</summary>
internal static class MoreSamples
{
    internal const string Disqus = """
        `<?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <thread dsq:id="2"><id/><forum>maps</forum><link>https://blog.example.org/maps</link><title>On maps &amp; debates</title><createdAt>2020-01-01T00:00:00Z</createdAt><author><name>Ada</name><email>ada@example.org</email></author></thread>
        <thread dsq:id="3"><id/><title/></thread>
        <post dsq:id="11"><id/><message><![CDATA[<p>Maps <b>help</b> people decide.</p>]]></message><createdAt>2020-01-02T00:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Bo</name><email>bo@example.org</email></author><ipAddress>192.0.2.7</ipAddress><thread dsq:id="2"/></post>
        <post dsq:id="12"><message/><createdAt>2020-01-03T00:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Cy</name></author><thread dsq:id="2"/><parent dsq:id="11"/></post>
        <post dsq:id="13"><message><![CDATA[<blockquote>Maps help people</blockquote><p>Do they?</p>]]></message><createdAt>2020-01-04T00:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>123</isSpam><author><name>Di</name></author><thread dsq:id="2"/><parent dsq:id="12"/></post>
        <post dsq:id="14"><message>Lost.</message><createdAt>2020-01-05T00:00:00Z</createdAt><author><name>Ed</name></author><thread dsq:id="99"/></post>
        </disqus>
        """;

    internal const string WordPress = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A blog</title>
        <item><title>On maps</title><link>https://blog.example.org/maps/</link><dc:creator><![CDATA[ada]]></dc:creator><content:encoded><![CDATA[Maps help.

        They do.]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt>
        <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author><![CDATA[Cy]]></wp:comment_author><wp:comment_author_email>cy@example.org</wp:comment_author_email><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP><wp:comment_date_gmt>2020-01-03 00:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[A < B
        so.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>5</wp:comment_parent></wp:comment>
        <wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author><wp:comment_date_gmt>2020-01-02 00:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[First]]></wp:comment_content><wp:comment_approved>spam</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
        <wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_type>pingback</wp:comment_type><wp:comment_content>x</wp:comment_content></wp:comment>
        </item>
        <item><title>Silent</title><wp:post_id>8</wp:post_id></item></channel></rss>
        """;

    internal const string Mbox = """
        From bo at example.org  Mon Nov  5 10:00:00 2001
        From: bo at example.org (Bo Bloggs)
        Date: Mon, 5 Nov 2001 10:00:00 +0100
        Subject: =?utf-8?q?Caf=C3=A9?= maps
        Message-ID: <1@example.org>

        It needs a fork, always.

        >From time to time I write. Ask me at bo@example.org.
        -- 
        Bo, director of forks

        From ada at example.org  Mon Nov  5 11:00:00 2001
        From: "Lovelace, Ada" <ada@example.org>
        Date: Mon, 05 Nov 2001 11:00:00 +0000
        Subject: Re: =?utf-8?q?Caf=C3=A9?= maps
        Message-ID: <2@example.org>
        In-Reply-To: <1@example.org>
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        On Mon, 5 Nov 2001, Bo Bloggs wrote:
        > It needs a fork, al=
        ways.

        It=92s not so, and never was.
        --b
        Content-Type: text/html

        <p>It is not so.</p>
        --b--

        From cy at example.org  Mon Nov  5 12:00:00 2001
        From: cy@example.org
        Date: Mon, 05 Nov 2001 12:00:00 +0000
        Subject: RE: Café maps
        Message-ID: <3@example.org>

        Right.

        -----Original Message-----
        From: Ada Lovelace [mailto:ada@example.org]
        Sent: Monday, November 05, 2001 11:00
        To: list@example.org
        Subject: Re: maps

        It's not so, and never was.

        From di at example.org  Mon Nov  5 13:00:00 2001
        From: Di <di@example.org>
        Date: Mon, 05 Nov 2001 13:00:00 +0000
        Subject: Re: Something else
        Message-ID: <4@example.org>
        References: <0@example.org> <gone@example.org>

        Lost.

        """;

    internal const string JsonLd = """
        <html><head><title>Maps</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"DiscussionForumPosting","@id":"https://forum.example.org/t/1","headline":"On maps","articleBody":"Maps help people.","author":{"@type":"Person","name":"Ada"},"datePublished":"2024-01-01T00:00:00Z","interactionStatistic":{"interactionType":"https://schema.org/CommentAction","userInteractionCount":3},
        "comment":[{"@type":"Comment","@id":"c1","text":"Do &amp; they?","author":[{"name":"Bo"}],"datePublished":"2024-01-02T00:00:00Z","comment":{"@type":"Comment","@id":"c2","text":"They do.","author":{"name":"Ada"}}},{"@type":"Comment","@id":"c3","parentItem":{"@id":"c2"},"text":"No.","author":{"name":"Cy"}}]}]}</script></head><body><p>Maps</p></body></html>
        """;

    internal const string Microformats = """
        <html><body><article class="h-entry"><a class="p-name u-url" href="https://ada.example.org/1">On maps</a><time class="dt-published" datetime="2024-01-01T00:00:00Z">then</time><div class="e-content">Maps help people.</div>
        <div class="p-comment h-cite"><a class="p-author h-card" href="https://bo.example.org/">Bo</a><a class="u-url" href="https://bo.example.org/2"></a><div class="e-content p-name"><blockquote>Maps help people.</blockquote>Do they?</div><a class="u-in-reply-to" href="https://ada.example.org/1"></a></div>
        <div class="p-comment h-cite"><span class="p-author h-card"><span class="p-name">Cy</span></span><div class="e-content">No.</div></div></article></body></html>
        """;

    internal const string ActivityPub = """
        {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[
         {"type":"Create","object":{"id":"https://a.example.org/1","type":"Page","attributedTo":["https://a.example.org/users/ada"],"name":"Maps","content":"<p>Maps help.</p>","source":{"content":"Maps *help*.","mediaType":"text/markdown"},"published":"2024-01-01T00:00:00Z"}},
         {"id":"https://a.example.org/2","type":"Note","attributedTo":"https://b.example.org/@bo","inReplyTo":"https://a.example.org/1","content":"<p>Do they?</p>","published":"2024-01-02T00:00:00Z"},
         {"id":"https://a.example.org/3","type":"Tombstone","formerType":"Note"},
         {"id":"https://a.example.org/4","type":"Note","attributedTo":{"id":"https://a.example.org/users/cy"},"inReplyTo":["https://a.example.org/3"],"content":"No."}]}
        """;

    internal const string GenericNested = """
        {"comments":[{"comment":{"id":"a","pid":"","text":"<p>Maps help.</p>","user":{"name":"Ada","id":"u1","ip":"x"},"time":"2024-01-01T00:00:00Z","score":3},"replies":[{"comment":{"id":"b","pid":"a","text":"","delete":true,"user":{"name":"deleted","id":"deleted"},"time":"2024-01-01T01:00:00Z"},"replies":[{"comment":{"id":"c","pid":"b","text":"<p>No.</p>","user":{"name":"Cy"},"time":"2024-01-01T02:00:00Z"}}]}]}],"info":{"count":3}}
        """;

    internal const string GenericPages = """
        [{"id":"/one/","title":"On+maps","comments":[{"id":1,"author":"Ada","email":"ada@example.org","remote_addr":"192.0.2.0","created":"2024-01-01 00:00:00","text":"Maps help.","parent":0},{"id":2,"parent":1,"author":"Bo","created":"2024-01-01 01:00:00","text":"No."}]},
         {"id":"/two/","title":"Other","comments":[{"id":1,"author":"Cy","created":"2024-01-02 00:00:00","text":"Elsewhere."}]}]
        """;

    internal const string MarkdownInterface = """
        # Comments

        Showing 3 of 2 comments

        ### Comment by [Ada Lovelace](/users/ada)

        - 2024-01-01T00:00:00.000Z
        - Karma: 12
        - HTML permalink: [https://forum.example.org/posts/abcdefghijklmnopq/maps?commentId=aaaaaaaaaaaaaaaaa](https://forum.example.org/posts/abcdefghijklmnopq/maps?commentId=aaaaaaaaaaaaaaaaa)
        - Markdown permalink: [/api/post/abcdefghijklmnopq/comments/aaaaaaaaaaaaaaaaa](/api/post/abcdefghijklmnopq/comments/aaaaaaaaaaaaaaaaa)

        Reactions by quoted text:

        - "the proxy is fixed"
          - changemind: 2

            The proxy is fixed early. See [this](/api/post/bcdefghijklmnopqr).

        ### Comment by [Bo](/users/bo)

        - 2024-01-02T00:00:00.000Z
        - Karma: -3
        - Reply depth: 1
        - Parent comment: [aaaaaaaaaaaaaaaaa](/api/post/abcdefghijklmnopq/comments/aaaaaaaaaaaaaaaaa)
        - HTML permalink: [x](https://forum.example.org/posts/abcdefghijklmnopq/maps?commentId=bbbbbbbbbbbbbbbbb)

                > The proxy is fixed early.

                Why?

        ### Comment by [deleted]

        - 2024-01-03T00:00:00.000Z
        - Karma: 0
        - Reply depth: 2
        - HTML permalink: [x](https://forum.example.org/posts/abcdefghijklmnopq/maps?commentId=ccccccccccccccccc)

                    _[No comment body available]_
        """;

    internal const string ForumMagnumPage = """
        <html><head><link rel="canonical" href="https://forum.example.org/posts/abcdefghijklmnopq/maps"><title>Maps</title></head><body class="PostsPage">
        <h1 class="LWPostsPageTopHeaderVote-voteScore">40</h1><h1 class="PostsPageTitle-root">On maps</h1><h1 class="PostsVoteDefault-voteScore">40</h1><h1 class="PostsVoteDefault-voteScore PostsVoteDefault-secondaryVoteScore">Ω 12</h1><span class="PostsAuthors"><a href="/users/ada">Ada</a></span><time datetime="2024-01-01T00:00:00Z">1st Jan</time>
        <div class="PostsPage-postContent" id="postContent"><div class="ContentStyles-base"><p>The proxy is fixed early on, always.</p></div></div>
        <div class="CommentsListMeta-root">2 comments</div>
        <div class="comments-node" id="aaaaaaaaaaaaaaaaa"><div class="CommentsItem-root"><a class="UsersNameDisplay" href="/users/bo">Bo</a><a href="/posts/abcdefghijklmnopq/maps?commentId=aaaaaaaaaaaaaaaaa"><time datetime="2024-01-02T00:00:00Z">1d</time></a><span class="OverallVoteAxis-voteScore">7</span><div class="CommentBody-root"><div class="CommentBody-commentStyling"><blockquote><p>the proxy is fixed early</p></blockquote><p>Is it?</p></div></div></div>
        <div class="comments-node" id="bbbbbbbbbbbbbbbbb"><div class="CommentsItem-root"><span class="CommentDeletedMetadata-root">[Comment deleted]</span></div><div class="comments-node" id="ccccccccccccccccc"><div class="CommentsItem-root"><a href="/users/cy">Cy</a><div class="CommentBody-root"><p>No.</p></div></div></div></div></div>
        <div class="comments-node" id="ddddddddddddddddd"><div class="SingleLineComment-root"><span class="SingleLineComment-karma">3</span><a href="/users/di">Di</a><span class="SingleLineComment-truncatedHighlight ContentStyles-commentBody">I do not think so, bec</span></div></div></body></html>
        """;

    internal const string GreaterWrong = """
        <html><head><title>On maps - LessWrong 2.0 viewer</title><link rel="canonical" href="https://www.greaterwrong.com/posts/abcdefghijklmnopq/maps"></head><body>
        <main class="post"><h1 class="post-title">On maps</h1><div class="post-meta top-post-meta"><a class="author" href="/users/ada" data-userid="u1" data-full-name="Ada L">Ada</a><span class="date" data-js-date="1704067200000">1 Jan 2024</span><span class="karma-value">40 points</span><a class="comment-count" href="#comments">4 comments</a><a class="lw2-link" href="https://forum.example.org/posts/abcdefghijklmnopq/maps">LW link</a></div><div class="body-text post-body"><p>The proxy is fixed early on, always.</p></div></main>
        <ul class="comment-thread"><li class="comment-item" id="comment-aaaa1"><div class="comment"><div class="comment-meta"><a class="author" href="/users/bo" data-userid="u2">Bo</a> <a class="date" href="/posts/abcdefghijklmnopq/maps#comment-aaaa1" data-js-date="1704153600000">2 Jan</a><span class="karma-value">7 points</span><a class="permalink" href="/posts/abcdefghijklmnopq/maps/comment/aaaa1"></a></div><div class="body-text comment-body"><blockquote><p>The proxy is fixed</p></blockquote><p>Is it?</p></div></div>
        <ul class="comment-thread"><li class="comment-item" id="comment-bbbb2"><div class="comment deleted-comment"><div class="comment-meta"><span class="deleted-meta">[ ]</span></div><div class="body-text comment-body">[deleted]</div></div><ul class="comment-thread"><li class="comment-item" id="comment-cccc3"><div class="comment retracted"><div class="comment-meta"><a class="author" data-userid="u3">Cy</a><a class="date" data-js-date="1704240000000">3 Jan</a></div><div class="body-text comment-body"><p>No.</p></div></div></li></ul></li></ul></li></ul></body></html>
        """;

    internal const string OldLessWrong = """
        <html><body><div class="post" id="thingrow_t3_1x"><h1 class="title">On maps</h1><span class="author"><a href="/user/ada">ada</a></span><span class="date">01 January 2012 10:00AM</span><div class="md"><p>The proxy is fixed early on, always.</p></div></div>
        <div class="comment" id="thingrow_t1_2a"><span class="comment-author"><strong class="author"><a href="/user/bo">bo</a></strong></span><span class="comment-date" time="1325412000">01 January 2012</span><span class="votes">5 points</span><div id="body_t1_2a"><div class="md"><p>Is it?</p></div></div><div class="child"><div class="comment" id="thingrow_t1_2b"><span class="comment-author deleted">[deleted]</span><span class="comment-date" time="1325412100">01 January 2012</span><div id="body_t1_2b">Comment deleted</div><div class="child"><div class="comment" id="thingrow_t1_2c"><span class="author"><a href="/user/cy">cy</a></span><span class="votes">-1 points</span><div id="body_t1_2c"><div class="md"><blockquote>Is it?</blockquote><p>Yes.</p></div></div></div></div></div></div></div></body></html>
        """;

    /// <summary>A blog with nested lists of comments.</summary>
    internal const string BlogPage = """
        <html><head><title>On maps | A blog</title><link rel="canonical" href="https://blog.example.org/maps/"></head><body><nav><ul><li class="menu-item menu-item-1"><a href="/">Home</a></li><li class="menu-item menu-item-2"><a href="/about">About us</a></li><li class="menu-item menu-item-3"><a href="/more">More</a></li></ul></nav>
        <article class="post-7 post"><h1>On maps</h1><div class="entry-content"><p>Maps help people to see where they disagree, which is more than most debates have ever done for anybody.</p></div></article>
        <ol class="commentlist"><li class="comment even thread-even depth-1" id="comment-21"><article id="div-comment-21" class="comment-body"><div class="comment-author vcard"><b class="fn">Bo</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="https://blog.example.org/maps/#comment-21"><time datetime="2020-01-02T00:00:00+00:00">2 January</time></a></div><div class="comment-content"><p>Do they help all people?</p></div></article>
        <ol class="children"><li class="comment odd alt depth-2" id="comment-22"><article id="div-comment-22" class="comment-body"><div class="comment-author vcard"><b class="fn">Cy</b> <span class="says">says:</span></div><div class="comment-metadata"><time datetime="2020-01-03T00:00:00+00:00">3 January</time></div><div class="comment-content"><blockquote><p>Do they help all people?</p></blockquote><p>Most of them.</p></div></article></li></ol></li>
        <li class="comment even thread-odd thread-alt depth-1" id="comment-23"><article id="div-comment-23" class="comment-body"><div class="comment-author vcard"><b class="fn">Di</b> <span class="says">says:</span></div><div class="comment-metadata"><time datetime="2020-01-04T00:00:00+00:00">4 January</time></div><div class="comment-content"><p>No map has helped me.</p></div></article></li></ol></body></html>
        """;

    /// <summary>A flat board whose quotes name posts.</summary>
    internal const string BoardPage = """
        <html><head><title>Board • View topic - On maps</title></head><body><h2>On maps</h2>
        <div id="p101" class="post bg2"><div class="inner"><div class="postbody"><p class="author">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u=2">Ada</a></strong> » 2020-01-01 10:00</p><div class="content">Maps help people decide.</div></div></div></div>
        <div id="p102" class="post bg1"><div class="inner"><div class="postbody"><p class="author">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u=3">Bo</a></strong> <time datetime="2020-01-02T10:00:00+00:00">Thu</time></p><div class="content">I wonder.</div></div></div></div>
        <div id="p103" class="post bg2"><div class="inner"><div class="postbody"><p class="author">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u=4">Cy</a></strong> <time datetime="2020-01-03T10:00:00+00:00">Fri</time></p><div class="content"><blockquote><div><cite><a href="./memberlist.php?u=2">Ada</a> wrote: <a href="./viewtopic.php?p=101#p101">↑</a></cite>Maps help people decide.</div></blockquote>They do not.</div></div></div></div></body></html>
        """;

    /// <summary>Rows of a table set in by width.</summary>
    internal const string IndentedPage = """
        <html><head><title>On maps</title></head><body><table class="answers">
        <tr class="comtr" id="31"><td><table><tr><td class="ind" indent="0"><img src="s.gif" width="0"></td><td class="default"><span class="comhead"><a href="user?id=bo" class="hnuser">bo</a> <span class="age" title="2020-01-01T00:00:00"><a href="item?id=31">1 day ago</a></span></span><div class="comment"><div class="commtext c00">Maps help people.</div></div></td></tr></table></td></tr>
        <tr class="comtr" id="32"><td><table><tr><td class="ind" indent="1"><img src="s.gif" width="40"></td><td class="default"><span class="comhead"><a href="user?id=cy" class="hnuser">cy</a> <span class="age" title="2020-01-01T01:00:00"><a href="item?id=32">1 day ago</a></span></span><div class="comment"><div class="commtext c00">How would they?</div></div></td></tr></table></td></tr>
        <tr class="comtr" id="33"><td><table><tr><td class="ind" indent="0"><img src="s.gif" width="0"></td><td class="default"><span class="comhead"><a href="user?id=di" class="hnuser">di</a> <span class="age" title="2020-01-01T02:00:00"><a href="item?id=33">1 day ago</a></span></span><div class="comment"><div class="commtext c00">Not me.</div></div></td></tr></table></td></tr></table></body></html>
        """;

    /// <summary>What programs' tests record of an interface.</summary>
    internal const string YamlRecording = """
        interactions:
        - request:
            body: null
            uri: https://social.example.org/x
          response:
            body:
              string: '{"ancestors":[],"descendants":[{"id":"7","content":"<p>It''s
                so</p>","account":{"id":"1","acct":"ada"}}]}'
            headers: {}
        """;

    internal const string EscapedRecording = """
        interactions:
        - response:
            body:
              string: "{\"id\":\"7\",\"content\":\"<p>It is \
                \u263A</p>\",\"account\":{\"acct\":\"ada\"}}"
        """;

    internal const string LineRecording = """
        https
        GET
        api.example.org
        None
        /x
        {'User-Agent': 'x'}
        {"query":1}
        200
        [('Date', 'x')]
        {"id":7,"type":"comment","by":"ada","time":1700000000,"text":"It is so"}

        """;
}
