using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Forms in which interfaces answer that are asked for seldom, or that programs make of their answers.</summary>
public sealed class SeldomAnswersTests
{
    [Theory]
    [InlineData("""{"jquery":[[0,1,"call",["body"]],[10,11,"attr","insert_things"],[11,12,"call",[[THINGS],false]]],"success":true}""")]
    [InlineData("""{"json":{"errors":[],"data":{"things":[THINGS]}}}""")]
    public void More_comments_of_old_Reddit_come_drawn(string answer)
    {
        var things = """{"kind":"t1","data":{"parent":"t3_p1","id":"t1_c2","link":"t3_p1","replies":"","contentText":"Maps &gt; lists","content":"&lt;div class=&#34; thing id-t1_c2 comment &#34; data-fullname=&#34;t1_c2&#34; data-author=&#34;bo&#34; &gt;&lt;div class=&#34;entry&#34;&gt;&lt;p class=&#34;tagline&#34;&gt;&lt;a class=&#34;author&#34;&gt;bo&lt;/a&gt;&lt;span class=&#34;score unvoted&#34; title=&#34;4&#34;&gt;4 points&lt;/span&gt;&lt;time datetime=&#34;2024-01-01T10:00:02+00:00&#34;&gt;1 month ago&lt;/time&gt;&lt;/p&gt;&lt;div class=&#34;usertext-body&#34;&gt;&lt;div class=&#34;md&#34;&gt;&lt;p&gt;Maps &amp;gt; lists&lt;/p&gt;&lt;/div&gt;&lt;/div&gt;&lt;/div&gt;&lt;/div&gt;"}},{"kind":"t1","data":{"parent":"t1_c2","id":"t1_c3","content":"&lt;div class=&#34;thing comment&#34; data-author=&#34;[deleted]&#34;&gt;&lt;div class=&#34;usertext-body&#34;&gt;&lt;div class=&#34;md&#34;&gt;&lt;p&gt;[removed]&lt;/p&gt;&lt;/div&gt;&lt;/div&gt;&lt;/div&gt;"}},{"kind":"more","data":{"parent":"t1_c3","id":"t1_c9","content":"&lt;div&gt;&lt;/div&gt;"}}""";

        var thread = Samples.Read("""[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p1","name":"t3_p1","title":"Maps","selftext":"Maps help.","num_comments":3}}]}}]""", answer.Replace("THINGS", things, StringComparison.Ordinal));

        Assert.Equal([("t3_p1", null, PostState.Live), ("t1_c2", "t3_p1", PostState.Live), ("t1_c3", "t1_c2", PostState.RemovedByModerator)], thread.Posts.Select(post => (post.Id, post.ParentId, post.State)));
        Assert.Equal(("bo", "Maps > lists", 4, 2), (thread.Posts[1].Author.Name, thread.Posts[1].Body, thread.Posts[1].Score, thread.Posts[1].CreatedAt?.Second));
        Assert.Equal(1, thread.Report.NotLoaded);
    }

    [Fact]
    public void Pictures_of_Reddit_keep_what_is_written_below_them()
    {
        var thread = Samples.Read("""
            [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p1","name":"t3_p1","title":"Maps","selftext":"","is_self":true,"gallery_data":{"items":[{"media_id":"m1","caption":"The first map"},{"media_id":"m2"}]},"media_metadata":{"m1":{"s":{"u":"https://i.example/m1.jpg?a=1&amp;b=2"}},"m2":{"s":{"gif":"https://i.example/m2.gif"}}}}}]}},
             {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_p1","author":"bo","body":"See ![img](m3 \"my map\").","media_metadata":{"m3":{"s":{"u":"https://i.example/m3.jpg"}}}}}]}}]
            """);

        Assert.Equal(["[The first map](<https://i.example/m1.jpg?a=1&b=2>)\n\n<https://i.example/m2.gif>", "See [my map](<https://i.example/m3.jpg>)."], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public void A_tree_of_Reddit_with_parts_that_are_not_loaded_is_not_taken_for_another_forum_s()
    {
        var thread = Samples.Read("""{"data":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_p1","link_id":"t3_p1","author":"bo","body":"No.","replies":""}},{"kind":"more","data":{"count":1,"children":["c5"],"id":"c5","parent_id":"t3_p1"}}]}""");

        Assert.Equal(("reddit", "t1_c1", 1), (thread.Format, Assert.Single(thread.Posts).Id, thread.Report.NotLoaded));
    }

    [Fact]
    public void A_dump_of_Reddit_may_name_the_submission_by_number()
    {
        var thread = Samples.Read("""
            {"id":"c1","author":"bo","body":"No.","link_id":902,"parent_id":902}
            {"id":"c2","author":"cy","body":"Why?","link_id":902,"parent_id":433}
            {"id":"p2","title":"Maps","selftext":"Maps help.","author":"ada"}
            """);

        Assert.Equal([("t3_p2", null), ("t1_c1", "t3_p2"), ("t1_c2", "t1_c1")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void Items_of_Hacker_News_may_hold_their_answers()
    {
        var thread = Samples.Read("""{"id":10,"type":"story","by":"ada","time":1704103200,"title":"Maps","descendants":2,"kids":[{"id":11,"type":"comment","by":"bo","time":1704103201,"parent":10,"text":"No.","kids":[{"id":12,"type":"comment","by":"cy","time":1704103202,"parent":11,"text":"Why?"}]}]}""");

        Assert.Equal([("10", null), ("11", "10"), ("12", "11")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void Items_of_Hacker_News_as_others_hand_them_out_are_the_same_items()
    {
        var thread = Samples.Read("""{"id":10,"title":"Maps","points":5,"user":"ada","time":1704103200,"time_ago":"2 hours ago","type":"link","url":"https://e.example","comments":[{"id":11,"level":0,"user":"bo","time":1704103300,"time_ago":"1 hour ago","content":"<p>&gt; Maps help</p><p>No.","comments":[]}],"comments_count":1}""");

        Assert.Equal([("hackernews", "10", null, "ada"), ("hackernews", "11", "10", "bo")], thread.Posts.Select(post => (thread.Format, post.Id, post.ParentId, post.Author.Name)));
        Assert.Equal(("> Maps help\n\nNo.", "https://news.ycombinator.com/item?id=10"), (thread.Posts[1].Body, thread.Address));
    }

    [Theory]
    [InlineData("""{"data":{"repository":{"discussions":{"nodes":[TALK]}}}}""")]
    [InlineData("""{"data":{"nodes":[TALK]}}""")]
    [InlineData("""{"data":{"repo":{"d":TALK}},"errors":[{"message":"Something went wrong"}]}""")]
    public void A_discussion_of_GitHub_is_found_under_any_name(string answer)
    {
        var thread = Samples.Read(answer.Replace("TALK", """{"id":"D_1","title":"Maps","body":"Maps?","url":"https://github.com/o/r/discussions/6","createdAt":"2024-01-01T10:00:00Z","author":{"login":"ada"},"answer":{"id":"DC_1"},"comments":{"nodes":[{"id":"DC_1","author":null,"body":"No.","createdAt":"2024-01-02T10:00:00Z","replies":{"nodes":[{"id":"DC_2","author":{"login":"cy"},"body":"Why?","createdAt":"2024-01-03T10:00:00Z"}]}}]}}""", StringComparison.Ordinal));

        Assert.Equal([("github", "D_1", null, PostKind.Opening), ("github", "DC_1", "D_1", PostKind.Answer), ("github", "DC_2", "DC_1", PostKind.Reply)], thread.Posts.Select(post => (thread.Format, post.Id, post.ParentId, post.Kind)));
        Assert.Equal((AuthorState.Deleted, answer.Contains("errors", StringComparison.Ordinal) ? 1 : 0), (thread.Posts[1].Author.State, thread.Report.LeftOut.Count));
    }

    [Fact]
    public void Answers_to_one_comment_on_GitHub_and_comments_in_a_timeline_are_not_lost()
    {
        var thread = Samples.Read(
            """{"data":{"node":{"id":"DC_1","replies":{"nodes":[{"id":"DC_2","author":{"login":"cy"},"body":"Why?","createdAt":"2024-01-03T10:00:00Z"}]}}}}""",
            """{"data":{"repository":{"issue":{"id":"I_1","title":"Maps","body":"Maps break.","author":{"login":"ada"},"timelineItems":{"nodes":[{"id":"IC_1","author":{"login":"bo"},"body":"Not here.","createdAt":"2024-01-02T10:00:00Z"},{"createdAt":"2024-01-02T10:00:00Z"}]}}}}}""",
            """[{"event":"line-commented","comments":[{"url":"https://api.github.com/repos/o/r/pulls/comments/88","id":88,"path":"a.cs","line":4,"body":"Why this line?","user":{"login":"di","id":3},"created_at":"2024-01-04T10:00:00Z","html_url":"https://github.com/o/r/pull/5#discussion_r88","author_association":"MEMBER"}]}]""");

        Assert.Equal(["Maps break.", "Not here.", "Why?", "Why this line?"], thread.Posts.Select(post => post.Body));
        Assert.Equal("DC_1", thread.Post("DC_2").StatedParentId);
    }

    [Theory]
    [InlineData("QUESTION\nANSWER\nCOMMENT")]
    [InlineData("""{"items":[QUESTION,ANSWER,COMMENT],"has_more":false}""")]
    public void Stack_Exchange_may_be_asked_for_posts_of_any_kind_and_for_less_of_each(string answer)
    {
        var thread = Samples.Read(answer
            .Replace("QUESTION", """{"post_id":9,"post_type":"question","score":3,"creation_date":1700000000,"title":"Why can&#39;t maps?","body":"<p>Maps?</p>"}""", StringComparison.Ordinal)
            .Replace("ANSWER", """{"post_id":22,"post_type":"answer","owner":{"user_id":2,"display_name":"Bo"},"score":5,"creation_date":1700000100}""", StringComparison.Ordinal)
            .Replace("COMMENT", """{"comment_id":31,"post_id":22,"post_type":"answer","creation_date":1700000200,"body":"Why?"}""", StringComparison.Ordinal));

        Assert.Equal([("9", null, PostKind.Opening), ("22", "9", PostKind.Answer), ("comment-31", "22", PostKind.Reply)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Kind)));
        Assert.Equal(("Why can't maps?", 1), (thread.Title, Assert.Single(thread.Report.LeftOut).Value));
    }

    [Fact]
    public void Comments_of_LessWrong_that_hold_the_latest_answers_and_posts_asked_for_without_their_time_are_read()
    {
        var thread = Samples.Read("""{"data":{"post":{"result":{"_id":"p1p1p1p1p1p1p1p1p","title":"Maps","contents":{"agentMarkdown":"Maps help."}}},"comments":{"results":[{"_id":"c1","parentCommentId":null,"postId":"p1p1p1p1p1p1p1p1p","contents":{"html":"<p>No.</p>"},"latestChildren":[{"_id":"c2","parentCommentId":"c1","contents":{"originalContents":{"type":"ckEditorMarkup","data":"<p>Why?</p>"}}}]}]}}}""");

        Assert.Equal([("p1p1p1p1p1p1p1p1p", null, "Maps help."), ("c1", "p1p1p1p1p1p1p1p1p", "No."), ("c2", "c1", "Why?")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
    }

    [Fact]
    public void Comments_below_answers_on_Discourse_are_read_and_a_solution_is_an_answer()
    {
        var thread = Samples.Read("""{"id":7,"title":"On maps","post_stream":{"posts":[{"id":1,"post_number":1,"topic_id":7,"username":"ada","cooked":"<p>Do maps help?</p>"},{"id":2,"post_number":2,"topic_id":7,"username":"bo","accepted_answer":true,"cooked":"<p>They do.</p>","comments":[{"id":55,"username":"cy","created_at":"2024-01-01T12:00:00Z","raw":"Why?","cooked":"<p>Why?</p>"}]}]}}""");

        Assert.Equal([("1", null, PostKind.Opening), ("2", "1", PostKind.Answer), ("comment-55", "2", PostKind.Reply)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Kind)));
    }

    [Fact]
    public void Answers_in_comments_of_PieFed_and_one_comment_of_Lemmy_are_read()
    {
        const string post = """{"id":5,"name":"On maps","published":"2024-01-01T09:00:00Z","ap_id":"https://l.example/post/5"}""";
        var thread = Samples.Read(
            """{"comments":[{"comment":{"id":11,"body":"No.","post_id":5,"path":"0.11"},"creator":{"user_name":"bo"},"counts":{"score":2},"replies":[{"comment":{"id":12,"body":"Why?","post_id":5,"path":"0.11.12"},"creator":{"user_name":"cy"},"counts":{"score":2}}]}]}""",
            """{"comment_view":{"comment":{"id":13,"content":"Because.","post_id":5,"path":"0.11.12.13"},"creator":{"id":4,"name":"di"},"post":POST,"counts":{"score":1}}}""".Replace("POST", post, StringComparison.Ordinal));

        Assert.Equal([("post-5", null), ("11", "post-5"), ("12", "11"), ("13", "12")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void An_article_of_WordPress_holds_the_comments_that_were_asked_for_with_it()
    {
        var thread = Samples.Read("""{"id":5,"date_gmt":"2024-01-01T10:00:00","type":"post","link":"https://b.example/maps","title":{"rendered":"On maps"},"content":{"rendered":"<p>Maps help.</p>","protected":false},"author":1,"_embedded":{"author":[{"id":1,"name":"Ada"}],"replies":[[{"id":21,"parent":0,"author_name":"Bo","date":"2024-01-02T11:00:00","content":{"rendered":"<p>No.</p>"},"link":"https://b.example/maps/#comment-21","type":"comment"},{"id":22,"parent":21,"author_name":"Cy","date":"2024-01-03T11:00:00","content":{"rendered":"<p>Why?</p>"},"type":"comment"}]]}}""");

        Assert.Equal([("5", null, "Maps help."), ("21", "5", "No."), ("22", "21", "Why?")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
        Assert.Equal("On maps", thread.Title);
    }

    [Fact]
    public void A_status_beside_its_context_in_one_list_and_one_that_somebody_passes_on_are_read()
    {
        var thread = Samples.Read("""[{"id":"9","content":"","account":{"id":"3","acct":"cy"},"reblog":{"id":"1","in_reply_to_id":null,"content":"<p>Maps help.</p>","account":{"id":"1","acct":"ada"}}},{"ancestors":[],"descendants":[{"id":"2","in_reply_to_id":"1","content":"<p>No.</p>","account":{"id":"2","acct":"bo"}}]}]""");

        Assert.Equal([("1", null, "ada"), ("2", "1", "bo")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
    }
}
