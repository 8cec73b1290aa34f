using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Exports, interfaces and marked pages in shapes that are seldom seen, and what forums count in them.</summary>
public sealed class ExportShapeTests
{
    [Theory]
    [InlineData("disqus", """<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"><title>Maps</title></thread><post dsq:id="5"><message><![CDATA[<p>Maps help &amp; guide.</p>]]></message><author><name>Ada</name></author><thread dsq:id="1"/></post><post dsq:id="6"><message><![CDATA[<p>&gt; Maps help &amp; guide.<br>No.</p>]]></message><author><name>Bo</name></author><thread dsq:id="1"/><parent dsq:id="5"/></post></disqus>""")]
    [InlineData("wordpress", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item><title>Maps</title><wp:post_id>1</wp:post_id><wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Ada</wp:comment_author><wp:comment_content><![CDATA[Maps help & guide.]]></wp:comment_content></wp:comment><wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_content><![CDATA[> Maps help & guide.\nNo.]]></wp:comment_content><wp:comment_parent>5</wp:comment_parent></wp:comment></item></channel></rss>")]
    public void Quotes_are_typed_where_a_forum_has_no_other_mark_for_them(string format, string export)
    {
        var thread = Samples.Read(export);

        Assert.Equal((format, "> Maps help & guide.\n\nNo."), (thread.Format, thread.Post("6").Body));
        Assert.Equal(("5", "Maps help & guide."), (thread.Post("6").Quotes[0].PostId, thread.Post("6").Quotes[0].Text));
    }

    [Fact]
    public void Words_below_a_picture_are_kept_without_the_marks_around_them()
    {
        var thread = Samples.Read("""<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Maps</title><content:encoded><![CDATA[[caption id="a" width="3"]<img src="https://b.example/i.png" alt="A map" /> How it looks[/caption]]]></content:encoded><wp:post_id>1</wp:post_id><wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_content>Thanks.</wp:comment_content></wp:comment></item></channel></rss>""");

        Assert.Equal("[A map](https://b.example/i.png) How it looks", thread.Posts[0].Body);
    }

    [Fact]
    public void A_dump_may_hold_files_without_posts_and_says_how_many_there_are()
    {
        var thread = Samples.Read(
            """<votes><row Id="1" PostId="10" VoteTypeId="2" /></votes>""",
            """<posts><row Id="10" PostTypeId="1" Title="Maps?" Body="&lt;p&gt;Do maps help?&lt;/p&gt;" AnswerCount="2" CommentCount="1" /><row Id="11" PostTypeId="2" ParentId="10" Body="&lt;p&gt;No.&lt;/p&gt;" CommentCount="0" /></posts>""");

        Assert.Equal((2, 4), (thread.Posts.Count, thread.Report.StatedCount));
    }

    [Fact]
    public void What_is_answered_may_be_shown_again_and_likes_say_nothing()
    {
        var thread = Samples.Read("""
            <html><body><div class="h-feed">
            <article class="h-entry"><a class="u-author h-card" href="https://ada.example">Ada</a><div class="e-content">Maps help.</div><a class="u-url" href="https://s.example/1"><time class="dt-published" datetime="2024-01-01T10:00Z"></time></a>
              <div class="u-like h-cite"><a class="p-author h-card" href="https://di.example">Di</a> liked this <a class="u-url" href="https://di.example/1"></a></div></article>
            <article class="h-entry"><a class="h-card" href="https://bo.example">Bo</a><div class="h-cite u-in-reply-to"><a class="u-url" href="https://s.example/1">Ada</a><p class="p-content">Maps help.</p></div><div class="e-content">No.</div><a class="u-url" href="https://s.example/2"><time class="dt-published" datetime="2024-01-01T11:00Z"></time></a></article>
            </div></body></html>
            """);

        Assert.Equal([("Ada", null), ("Bo", "https://s.example/1")], thread.Posts.Select(post => (post.Author.Name, post.ParentId)));
        Assert.Equal(1, Assert.Single(thread.Report.LeftOut).Value);
    }

    [Theory]
    [InlineData("reddit", """[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"a1","name":"t3_a1","title":"Maps &amp; debates","selftext":"","selftext_html":null,"author":"ada","is_self":false,"url":"https://e.example/?a=1&amp;b=2"}}]}}]""")]
    [InlineData("reddit", """[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"a1","name":"t3_a1","title":"Maps & debates","selftext":"","selftext_html":null,"author":"ada","is_self":false,"url":"https://e.example/?a=1&b=2"}}]}}]""")]
    public void The_title_of_a_link_is_decoded_once(string format, string page)
    {
        var thread = Samples.Read(page);

        Assert.Equal((format, "Maps & debates", "<https://e.example/?a=1&b=2>"), (thread.Format, thread.Title, thread.Posts[0].Body));
    }

    [Fact]
    public void Who_has_blocked_the_reader_is_not_named()
    {
        var thread = Samples.Read("""[{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_a1","author":"[blocked]","body":"[unavailable]"}}]}}]""");

        Assert.Equal((PostState.Hidden, AuthorState.Hidden, ""), (thread.Posts[0].State, thread.Posts[0].Author.State, thread.Posts[0].Body));
    }

    [Fact]
    public void What_can_be_voted_for_is_no_comment_that_the_forum_counts()
    {
        var thread = Samples.Read("""{"1":{"id":1,"type":"poll","by":"ada","title":"Maps?","time":1700000000,"parts":[2],"kids":[3],"descendants":1},"2":{"id":2,"type":"pollopt","by":"ada","poll":1,"text":"Yes","time":1700000000},"3":{"id":3,"type":"comment","by":"bo","parent":1,"text":"No.","time":1700000001}}""");

        Assert.Equal(("hackernews", 3, 3), (thread.Format, thread.Posts.Count, thread.Report.StatedCount));
    }

    [Theory]
    [InlineData("hackernews", """{"hits":[{"objectID":"5","story_id":1,"parent_id":1,"author":"bo","comment_text":"No.","created_at_i":1700000001}],"nbHits":3,"page":0,"nbPages":3}""", 2)]
    [InlineData("lemmy", """{"items":[{"comment":{"id":24,"content":"No.","path":"0.24","post_id":5},"creator":{"id":9,"name":"bo"}}],"next_page":"P24"}""", 1)]
    public void More_pages_are_told_of(string format, string page, int more)
    {
        var thread = Samples.Read(page);

        Assert.Equal((format, more), (thread.Format, Assert.Single(thread.Report.LeftOut).Value));
    }

    [Fact]
    public void A_server_of_the_fediverse_counts_answers_below_each_status()
    {
        var thread = Samples.Read("""{"ancestors":[],"descendants":[{"id":"2","in_reply_to_id":"1","content":"<p>No.</p>","replies_count":2,"account":{"acct":"bo"}},{"id":"3","in_reply_to_id":"2","content":"<p>Why?</p>","replies_count":0,"account":{"acct":"cy"}}]}""", """{"id":"1","in_reply_to_id":null,"content":"<p>Maps help.</p>","replies_count":1,"account":{"acct":"ada"}}""");

        Assert.Equal((3, 4), (thread.Posts.Count, thread.Report.StatedCount));
    }

    [Fact]
    public void An_answer_to_what_is_missing_stays_with_the_comment_it_began_under()
    {
        var thread = Samples.Read("""{"data":{"post":{"result":{"_id":"P1","title":"Maps","postedAt":"2024-01-01T00:00:00Z","contents":{"html":"<p>Maps help.</p>"}}},"comments":{"results":[{"_id":"C1","postId":"P1","postedAt":"2024-01-01T00:00:01Z","contents":{"html":"<p>No.</p>"}},{"_id":"C3","postId":"P1","parentCommentId":"C2","topLevelCommentId":"C1","postedAt":"2024-01-01T00:00:03Z","contents":{"html":"<p>Why?</p>"}}]}}}""");

        Assert.Equal(("C1", ParentFrom.Missing), (thread.Post("C3").ParentId, thread.Post("C3").ParentFrom));
    }

    [Fact]
    public void What_a_forum_shows_in_place_of_a_hidden_post_is_nobodys_words()
    {
        var thread = Samples.Read("""{"id":12,"title":"Maps","post_stream":{"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>This post was flagged by the community and is temporarily hidden.</p>","hidden":true,"cooked_hidden":true}]}}""");

        Assert.Equal((PostState.Hidden, ""), (thread.Posts[0].State, thread.Posts[0].Body));
    }

    [Fact]
    public void Who_sent_a_mail_through_a_list_is_named_without_it_and_records_of_programs_are_no_mail()
    {
        var thread = Samples.Read("""
            From MAILER-DAEMON Mon Jan  1 08:00:00 2024
            From: Mail System Internal Data <MAILER-DAEMON@l.example>
            Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA

            This text is part of the internal format of your mail folder.

            From ada Mon Jan  1 10:00:00 2024
            From: "'Ada' via Maps" <maps@l.example>
            Subject: On maps
            Message-ID: <1@l.example>

            Maps help.
            """);

        Assert.Equal(("Ada", "On maps"), (Assert.Single(thread.Posts).Author.Name, thread.Title));
    }
}
