using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Answers of interfaces as they are today, and as programs keep them.</summary>
public sealed class AnswersAsKeptTests
{
    [Fact]
    public void Algolia_names_the_members_of_a_comment_that_is_gone()
    {
        var thread = Samples.Read("""{"id":1,"created_at_i":1704103200,"type":"story","author":"ada","title":"Maps","text":null,"points":5,"parent_id":null,"children":[{"id":2,"created_at_i":1704103201,"type":"comment","author":null,"title":null,"text":null,"points":null,"parent_id":1,"story_id":1,"children":[{"id":3,"created_at_i":1704103202,"type":"comment","author":"cy","text":"Why?","parent_id":2,"story_id":1,"children":[]}]}]}""");

        Assert.Equal([PostState.Live, PostState.Deleted, PostState.Live], thread.Posts.Select(post => post.State));
        Assert.Equal((1, AuthorState.Deleted), (thread.Report.Deleted, thread.Posts[1].Author.State));
    }

    [Theory]
    [InlineData("forummagnum", """{"_id":"p1aaaaaaaaaaaaaaa","title":"Maps","postedAt":"2024-01-01T10:00:00Z","htmlBody":"<p>Maps help.</p>","comments":[{"_id":"c1aaaaaaaaaaaaaaa","parentCommentId":null,"postedAt":"2024-01-01T11:00:00Z","htmlBody":"<p>No.</p>","children":[{"_id":"c2aaaaaaaaaaaaaaa","parentCommentId":"c1aaaaaaaaaaaaaaa","postedAt":"2024-01-01T12:00:00Z","htmlBody":"<p>Why?</p>","children":[]}]}]}""")]
    [InlineData("lemmy", """{"post_view":{"post":{"id":5,"name":"Maps","ap_id":"https://l.example/post/5","body":"Maps help."},"creator":{"id":7,"name":"ada"}},"comments":[{"comment":{"id":24,"content":"No.","path":"0.24","post_id":5},"creator":{"id":9,"name":"bo"},"children":[{"comment":{"id":25,"content":"Why?","path":"0.24.25","post_id":5},"creator":{"id":8,"name":"cy"}}]}]}""")]
    [InlineData("discourse", """{"id":12,"title":"Maps","post_stream":{"posts":[{"id":1,"post_number":1,"username":"ada","cooked":"<p>Maps help.</p>","replies":[{"id":2,"post_number":2,"username":"bo","cooked":"<p>No.</p>","reply_to_post_number":1,"replies":[{"id":3,"post_number":3,"username":"cy","cooked":"<p>Why?</p>","reply_to_post_number":2}]}]}]}}""")]
    [InlineData("mastodon", """[{"id":"1","content":"<p>Maps help.</p>","account":{"acct":"ada"},"in_reply_to_id":null,"replies":[{"id":"2","content":"<p>No.</p>","account":{"acct":"bo"},"in_reply_to_id":"1","replies":[{"id":"3","content":"<p>Why?</p>","account":{"acct":"cy"},"in_reply_to_id":"2"}]}]}]""")]
    public void Answers_may_be_kept_within_what_they_answer(string format, string kept)
    {
        var thread = Samples.Read(kept);

        Assert.Equal([(format, "Maps help.", null), (format, "No.", thread.Posts[0].Id), (format, "Why?", thread.Posts[1].Id)], thread.Posts.Select(post => (thread.Format, post.Body, post.ParentId)));
    }

    [Fact]
    public void A_story_that_says_little_of_itself_is_read_with_its_comments()
    {
        var thread = Samples.Read("""{"id":"1","title":"Maps","author":"ada","text":"Maps help.","created_at":"2024-01-01T10:00:00Z","children":[{"id":"2","author":"bo","text":"No.","created_at":"2024-01-01T11:00:00Z","parent_id":"1","children":[]}]}""");

        Assert.Equal([("hackernews", "1", "Maps help."), ("hackernews", "2", "No.")], thread.Posts.Select(post => (thread.Format, post.Id, post.Body)));
    }

    [Theory]
    [InlineData("comments")]
    [InlineData("comments_data")]
    public void An_issue_may_be_kept_with_its_comments_in_it(string name)
    {
        var thread = Samples.Read($$$"""{"url":"https://api.github.com/repos/o/r/issues/5","html_url":"https://github.com/o/r/issues/5","number":5,"title":"Maps","user":{"login":"ada"},"body":"Maps help.","author_association":"OWNER","{{{name}}}":[{"url":"https://api.github.com/repos/o/r/issues/comments/1","html_url":"https://github.com/o/r/issues/5#issuecomment-1","id":1,"user":{"login":"bo"},"body":"No."},{"id":2,"user":{"login":"cy"},"body":"Why?","created_at":"2024-01-01T10:00:00Z"}]}""");

        Assert.Equal([("o/r#5", null), ("1", "o/r#5"), ("2", "o/r#5")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void A_comment_of_GitHub_that_lost_its_writer_is_kept()
    {
        var thread = Samples.Read("""[{"html_url":"https://github.com/o/r/issues/5","number":5,"title":"Maps","user":{"login":"ada"},"body":"Maps help.","author_association":"OWNER","comments":1},{"html_url":"https://github.com/o/r/issues/5#issuecomment-1","id":1,"body":"No.","author_association":"NONE","created_at":"2024-01-01T10:00:00Z"}]""");

        Assert.Equal([("o/r#5", "ada", null), ("1", null, "o/r#5")], thread.Posts.Select(post => (post.Id, post.Author.Name, post.ParentId)));
    }

    private const string Status = """
        "id":"100","created_at":"2024-01-01T10:00:00Z","in_reply_to_id":null,"content":"<p>Maps help.</p>","account":{"id":"1","acct":"ada"}
        """;

    private const string Context = """
        "ancestors":[],"descendants":[{"id":"101","created_at":"2024-01-01T10:01:00Z","in_reply_to_id":"100","content":"<p>No.</p>","account":{"id":"2","acct":"bo"}}]
        """;

    [Theory]
    [InlineData("{" + Status + "," + Context + "}")]
    [InlineData("{" + Status + ",\"context\":{" + Context + "}}")]
    [InlineData("[{" + Status + "},{" + Context + "}]")]
    [InlineData("{\"status\":{" + Status + "},\"context\":{" + Context + "}}")]
    public void A_status_may_be_kept_with_its_context(string kept)
    {
        var thread = Samples.Read(kept);

        Assert.Equal([("mastodon", "100", null), ("mastodon", "101", "100")], thread.Posts.Select(post => (thread.Format, post.Id, post.ParentId)));
    }

    [Fact]
    public void A_status_that_shows_another_one_quotes_it()
    {
        var thread = Samples.Read("[{" + Status + """},{"id":"102","created_at":"2024-01-01T10:02:00Z","in_reply_to_id":"100","content":"<p class=\"quote-inline\">RE: <a href=\"https://m.example/@ada/100\">m.example</a></p><p>Not these.</p>","quote":{"state":"accepted","quoted_status":{"id":"100","url":"https://m.example/@ada/100","content":"<p>Maps help.</p>","account":{"id":"1","acct":"ada"}}},"account":{"id":"2","acct":"bo"}}]""");

        Assert.Equal("[ada](<https://m.example/@ada/100>)\n\n> Maps help.\n\nNot these.", thread.Posts[1].Body);
        Assert.Equal((QuoteState.Exact, "100", "ada"), Assert.Single(thread.Posts[1].Quotes) is var quote ? (quote.State, quote.PostId, quote.StatedAuthor) : default);
    }

    [Fact]
    public void A_comment_of_Reddit_may_begin_with_code_and_a_dump_spell_nobody_in_Python()
    {
        var thread = Samples.Read("""[{"id":"c1","link_id":"t3_p1","parent_id":"t3_p1","author":"None","body":"    let x = 1\n\nis code."}]""");

        Assert.Equal(("    let x = 1\n\nis code.", AuthorState.Deleted), Assert.Single(thread.Posts) is var post ? (post.Body, post.Author.State) : default);
    }

    [Fact]
    public void A_page_of_Hacker_News_shows_a_word_in_place_of_a_comment_that_is_gone()
    {
        var thread = Samples.Read("""
            <html><head><title>Maps | Hacker News</title></head><body><table id="hnmain"><tr><td><table class="fatitem"><tr class="athing submission" id="100"><td class="title"><span class="titleline"><a href="item?id=100">Maps</a></span></td></tr><tr><td class="subtext"><a class="hnuser">ada</a></td></tr></table>
            <table class="comment-tree"><tr class="athing comtr" id="102"><td><table><tr><td class="ind" indent="0"></td><td class="default"><span class="comhead"><span class="age" title="2024-01-01T12:00:00 1704110400">1 day ago</span></span><div class="comment"><div class="commtext c00">[deleted]</div></div></td></tr></table></td></tr>
            <tr class="athing comtr" id="103"><td><table><tr><td class="ind" indent="0"></td><td class="default"><span class="comhead"><a class="hnuser">bo</a></span><div class="comment"><div class="commtext c00">[deleted]</div></div></td></tr></table></td></tr></table></td></tr></table></body></html>
            """);

        Assert.Equal([("100", PostState.Live, ""), ("102", PostState.Deleted, ""), ("103", PostState.Live, "\\[deleted]")], thread.Posts.Select(post => (post.Id, post.State, post.Body)));
    }

    [Fact]
    public void A_page_of_LessWrong_shows_some_comments_on_one_line()
    {
        var thread = Samples.Read(MoreSamples.ForumMagnumPage.Replace("<span class=\"SingleLineComment-karma\">3</span><a href=\"/users/di\">Di</a>", "<div class=\"SingleLineComment-commentInfo\"><span class=\"SingleLineComment-karma\">3</span><span class=\"SingleLineComment-username\"><a href=\"/users/di\">Di</a></span><span class=\"SingleLineComment-date\"><time datetime=\"2024-01-05T00:00:00Z\">3y</time></span></div>", StringComparison.Ordinal));

        Assert.Equal(("Di", 3, "I do not think so, bec"), thread.Posts[^1] is var last ? (last.Author.Name, last.Score, last.Body) : default);
    }

    [Fact]
    public void A_page_of_Reddit_tells_of_the_same_posts_as_its_JSON()
    {
        const string Page = """
            <html><head><title>Maps : r/debates</title><link rel="canonical" href="https://www.reddit.com/r/debates/comments/p1/maps/"></head><body><shreddit-post id="t3_p1" author="ada" created-timestamp="2024-01-01T10:00:00.000000+0000" score="12" comment-count="1" post-title="Maps"><h1 slot="title">Maps</h1><div slot="text-body"><div class="md"><p>Maps help us.</p><p>Always.</p></div></div></shreddit-post>
            <shreddit-comment-tree><shreddit-comment author="bo" thingid="t1_c1" depth="0" postid="t3_p1" score="3"><div slot="commentMeta"><time datetime="2024-01-01T11:00:00.000Z">1y ago</time></div><div slot="comment"><p>No.</p></div></shreddit-comment></shreddit-comment-tree></body></html>
            """;

        var thread = Samples.Read(Page, """[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p1","name":"t3_p1","title":"Maps","selftext":"Maps help us.\n\nAlways.","author":"ada","is_self":true}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_p1","author":"bo","body":"No."}}]}}]""");

        Assert.Equal([(null, "Maps help us.\n\nAlways."), (thread.Posts[0].Id, "No.")], thread.Posts.Select(post => (post.ParentId, post.Body)));
    }

    [Fact]
    public void How_many_voted_in_a_poll_of_Discourse_is_not_said_by_anybody()
    {
        var thread = Samples.Read("""{"posts":[{"id":1,"post_number":1,"topic_id":2,"username":"ada","cooked":"<p>Which?</p><div class=\"poll\"><div class=\"poll-container\"><ul><li>Maps</li><li>Lists</li></ul></div><div class=\"poll-info\"><span class=\"info-number\">0</span><span class=\"info-label\">voters</span></div></div>"}]}""");

        Assert.Equal("Which?\n\n- Maps\n- Lists", Assert.Single(thread.Posts).Body);
    }
}
