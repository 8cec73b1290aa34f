namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Made-up feeds of comments, and a made-up discussion of Flarum.</summary>
internal static class FeedSamples
{
    internal const string WordPress = """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel>
        <title>Comments on: Maps &#038; debates</title>
        <atom:link href="https://blog.example.org/maps/feed/" rel="self" type="application/rss+xml" />
        <link>https://blog.example.org/maps/</link>
        <description>Thoughts</description>
        <lastBuildDate>Tue, 02 Jan 2024 10:00:00 +0000</lastBuildDate>
        <item>
        <title>By: Cy</title>
        <link>https://blog.example.org/maps/comment-page-1/#comment-13</link>
        <dc:creator><![CDATA[Cy]]></dc:creator>
        <pubDate>Tue, 02 Jan 2024 10:00:00 +0000</pubDate>
        <guid isPermaLink="false">https://blog.example.org/?p=5#comment-13</guid>
        <description><![CDATA[In reply to Bo. No.]]></description>
        <content:encoded><![CDATA[In reply to <a href="https://blog.example.org/maps/comment-page-1/#comment-12">Bo</a>.

        <blockquote><p>Maps help nobody.</p></blockquote><p>They do.</p>
        ]]></content:encoded>
        </item>
        <item>
        <title>By: Bo</title>
        <link>https://blog.example.org/maps/comment-page-1/#comment-12</link>
        <dc:creator><![CDATA[Bo]]></dc:creator>
        <pubDate>Mon, 01 Jan 2024 10:00:00 +0000</pubDate>
        <guid isPermaLink="false">https://blog.example.org/?p=5#comment-12</guid>
        <description><![CDATA[Maps help nobody.]]></description>
        <content:encoded><![CDATA[<p>Maps help nobody.</p>]]></content:encoded>
        </item>
        <item>
        <title>By: di@example.org</title>
        <link>https://blog.example.org/maps/comment-page-1/#comment-11</link>
        <dc:creator><![CDATA[di@example.org]]></dc:creator>
        <pubDate>Mon, 01 Jan 2024 09:00:00 +0000</pubDate>
        <guid isPermaLink="false">https://blog.example.org/?p=5#comment-11</guid>
        <description><![CDATA[First! See <a href="/other">here</a>.]]></description>
        </item>
        </channel></rss>
        """;

    internal const string Blogger = """
        <?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0'>
        <id>tag:blogger.example.org,1999:blog-1.post77.comments</id><updated>2024-01-02T00:00:00Z</updated><title type='text'>Comments on The blog: Maps and debates</title>
        <link rel='self' type='application/atom+xml' href='https://blog.example.org/feeds/77/comments/default'/><link rel='alternate' type='text/html' href='https://blog.example.org/2024/01/maps.html'/>
        <author><name>Ada</name><email>noreply@blogger.com</email></author><openSearch:totalResults>4</openSearch:totalResults>
        <entry><id>tag:blogger.example.org,1999:blog-1.post-101</id><published>2024-01-01T10:00:00.000-05:00</published><updated>2024-01-01T10:00:00.000-05:00</updated><title type='text'>Maps help nobody.</title><content type='html'>Maps help nobody.&lt;br /&gt;Nobody.</content>
        <link rel='self' href='https://www.blogger.example.org/feeds/1/77/comments/default/101'/><link rel='alternate' type='text/html' href='https://blog.example.org/2024/01/maps.html?showComment=1#c101'/><author><name>Bo</name><uri>https://www.blogger.example.org/profile/2</uri><email>noreply@blogger.com</email></author>
        <thr:in-reply-to href='https://blog.example.org/2024/01/maps.html' ref='tag:blogger.example.org,1999:blog-1.post-77' type='text/html'/></entry>
        <entry><id>tag:blogger.example.org,1999:blog-1.post-102</id><published>2024-01-01T11:00:00Z</published><updated>2024-01-01T12:00:00Z</updated><title type='text'>They do...</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>They <b>do</b> help.</div></content>
        <link rel='self' href='https://www.blogger.example.org/feeds/1/77/comments/default/102'/><link rel='related' href='https://www.blogger.example.org/feeds/1/77/comments/default/101'/><author><name>Cy</name><email>cy@example.org</email></author>
        <thr:in-reply-to href='https://blog.example.org/2024/01/maps.html' ref='tag:blogger.example.org,1999:blog-1.post-77' type='text/html'/></entry>
        <entry><id>tag:blogger.example.org,1999:blog-1.post-103</id><published>2024-01-01T12:00:00Z</published><updated>2024-01-01T12:00:00Z</updated><title type='text'>This comment has been removed by the author.</title><content type='html'>This comment has been removed by the author.</content><gd:extendedProperty name='blogger.contentRemoved' value='true'/>
        <link rel='related' href='https://www.blogger.example.org/feeds/1/77/comments/default/102'/><author><name>Bo</name><email>noreply@blogger.com</email></author>
        <thr:in-reply-to href='https://blog.example.org/2024/01/maps.html' ref='tag:blogger.example.org,1999:blog-1.post-77' type='text/html'/></entry>
        </feed>
        """;

    internal const string Board = """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>On maps</title><link>https://board.example.org/t/on-maps/12</link><description>The last posts</description>
        <item><title>On maps</title><dc:creator>@bo Bo</dc:creator><description>&lt;p&gt;Which people?&lt;/p&gt;</description><link>https://board.example.org/t/on-maps/12/2</link><pubDate>Mon, 01 Jan 2024 11:00:00 GMT</pubDate><guid isPermaLink="false">board.example.org-post-12-2</guid></item>
        <item><title>A word on maps</title><author>ada@example.org (Ada)</author><description>&lt;p&gt;Maps help people.&lt;/p&gt;</description><link>https://board.example.org/t/on-maps/12/1</link><pubDate>Mon, 01 Jan 2024 10:00:00 GMT</pubDate><guid isPermaLink="false">board.example.org-post-12-1</guid></item>
        </channel></rss>
        """;

    internal const string Flarum = """
        {"links":{"first":"https://flarum.example.org/api/discussions/7"},"data":{"type":"discussions","id":"7","attributes":{"title":"On maps","slug":"7-on-maps","commentCount":4,"participantCount":3,"createdAt":"2024-01-01T10:00:00+00:00","shareUrl":"https://flarum.example.org/d/7"},
         "relationships":{"user":{"data":{"type":"users","id":"1"}},"posts":{"data":[{"type":"posts","id":"21"},{"type":"posts","id":"22"},{"type":"posts","id":"23"},{"type":"posts","id":"24"},{"type":"posts","id":"25"},{"type":"posts","id":"26"}]}}},
         "included":[
          {"type":"users","id":"1","attributes":{"username":"ada","displayName":"Ada","avatarUrl":null}},
          {"type":"users","id":"2","attributes":{"username":"bo","displayName":"Bo"}},
          {"type":"posts","id":"21","attributes":{"number":1,"createdAt":"2024-01-01T10:00:00+00:00","contentType":"comment","contentHtml":"<p>Maps help <strong>people</strong> decide.</p>"},"relationships":{"user":{"data":{"type":"users","id":"1"}},"discussion":{"data":{"type":"discussions","id":"7"}},"likes":{"data":[{"type":"users","id":"2"}]}}},
          {"type":"posts","id":"22","attributes":{"number":2,"createdAt":"2024-01-01T10:30:00+00:00","contentType":"discussionRenamed","content":["Maps","On maps"]},"relationships":{"user":{"data":{"type":"users","id":"1"}},"discussion":{"data":{"type":"discussions","id":"7"}}}},
          {"type":"posts","id":"23","attributes":{"number":3,"createdAt":"2024-01-01T11:00:00+00:00","editedAt":"2024-01-01T11:05:00+00:00","contentType":"comment","contentHtml":"<blockquote class=\"uncited\"><div><p><a href=\"https://flarum.example.org/d/7/1\" class=\"PostMention\" data-id=\"21\">Ada</a> Maps help people decide.</p></div></blockquote>\n<p>Which people?</p>"},"relationships":{"user":{"data":{"type":"users","id":"2"}},"discussion":{"data":{"type":"discussions","id":"7"}}}},
          {"type":"posts","id":"24","attributes":{"number":4,"createdAt":"2024-01-01T12:00:00+00:00","contentType":"comment","contentHtml":"<p><a href=\"https://flarum.example.org/d/7/3\" class=\"PostMention\" data-id=\"23\">Bo</a> All of them.</p>"},"relationships":{"user":{"data":{"type":"users","id":"1"}},"discussion":{"data":{"type":"discussions","id":"7"}}}},
          {"type":"posts","id":"25","attributes":{"number":5,"createdAt":"2024-01-01T13:00:00+00:00","contentType":"comment","isHidden":true},"relationships":{"discussion":{"data":{"type":"discussions","id":"7"}}}}]}
        """;
}
