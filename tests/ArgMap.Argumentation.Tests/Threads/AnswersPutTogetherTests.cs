using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>What programs make of several answers of an interface: one beside the other, one within the other, or with little in them.</summary>
public sealed class AnswersPutTogetherTests
{
    private const string RedditComments = """[{"id":"c1","author":"bo","body":"No.","parent_id":"t3_abc"},{"id":"c2","author":"cy","body":"Why?","parent_id":"t1_c1"}]""";

    private const string LemmyPost = """{"post":{"id":5,"name":"Maps","ap_id":"https://l.example/post/5","body":"Maps help.","published":"2024-01-01T10:00:00Z"},"creator":{"id":7,"name":"ada"}}""";

    private const string LemmyComments = """{"comments":[{"comment":{"id":24,"content":"No.","path":"0.24","post_id":5},"post":{"id":5,"published":"2024-01-01T10:00:00Z"},"creator":{"id":9,"name":"bo"}},{"comment":{"id":25,"content":"Why?","path":"0.24.25","post_id":5},"creator":{"id":8,"name":"cy"}}]}""";

    private const string Issue = """{"url":"https://api.github.com/repos/o/r/issues/5","html_url":"https://github.com/o/r/issues/5","number":5,"title":"Maps","user":{"login":"ada"},"body":"Maps help.","author_association":"OWNER"}""";

    [Theory]
    [InlineData("reddit", $$"""{"submission":{"id":"abc","title":"Maps","selftext":"Maps help.","author":"ada"},"comments":{{RedditComments}}}""")]
    [InlineData("reddit", $$$"""{"data":{"submission_metadata":{"permalink":"/r/x/comments/abc/maps/","title":"Maps","selftext":"Maps help.","author":"ada"},"comments":{{{RedditComments}}}}}""")]
    [InlineData("reddit", """[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"name":"t3_abc","title":"Maps","selftext_html":"&lt;p&gt;Maps help.&lt;/p&gt;","author":"ada"}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1_c1","author":"bo","body_html":"<p>No.</p>","parent_id":"t3_abc","replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1_c2","author":"cy","body_html":"<p>Why?</p>","parent_id":"t1_c1"}}]}}}}]}}]""")]
    [InlineData("lemmy", $$"""{"post_view":{{LemmyPost}},"comments":{{LemmyComments}}}""")]
    [InlineData("lemmy", $$"""{"post":{{LemmyPost}},"comments":{{LemmyComments}}}""")]
    [InlineData("lemmy", $$"""[{{LemmyPost}},{{LemmyComments}}]""")]
    [InlineData("stackexchange", """{"items":[{"question_id":10,"title":"Maps","body":"<p>Maps help.</p>","creation_date":1704103200,"owner":{"display_name":"ada"},"answers":[{"answer_id":11,"body":"<p>No.</p>","creation_date":1704103201,"owner":{"display_name":"bo"},"comments":[{"comment_id":12,"body":"Why?","creation_date":1704103202,"owner":{"display_name":"cy"}}]}]}]}""")]
    [InlineData("stackexchange", """{"question_id":10,"title":"Maps","body":"<p>Maps help.</p>","creation_date":1704103200,"owner":{"display_name":"ada"},"answers":{"items":[{"answer_id":11,"question_id":10,"body":"<p>No.</p>","creation_date":1704103201,"owner":{"display_name":"bo"},"comments":{"items":[{"comment_id":12,"post_id":11,"body":"Why?","creation_date":1704103202,"owner":{"display_name":"cy"}}]}}]}}""")]
    [InlineData("discourse", """{"id":12,"title":"Maps","post_stream":{"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>Maps help.</p>"}]},"posts":[{"id":2,"post_number":2,"topic_id":12,"username":"bo","cooked":"<p>No.</p>","reply_to_post_number":1},{"id":3,"post_number":3,"topic_id":12,"username":"cy","cooked":"<p>Why?</p>","reply_to_post_number":2}]}""")]
    [InlineData("discourse", """{"topic":{"id":12,"title":"Maps"},"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>Maps help.</p>"},{"id":2,"post_number":2,"topic_id":12,"username":"bo","cooked":"<p>No.</p>","reply_to_post_number":1},{"id":3,"post_number":3,"topic_id":12,"username":"cy","cooked":"<p>Why?</p>","reply_to_post_number":2}]}""")]
    [InlineData("activitypub", """{"@context":"https://www.w3.org/ns/activitystreams","id":"https://v.example/1","type":"Video","name":"Maps","content":"<p>Maps help.</p>","attributedTo":"https://v.example/ada","comments":{"type":"OrderedCollection","orderedItems":[{"id":"https://v.example/2","type":"Note","content":"<p>No.</p>","attributedTo":"https://v.example/bo","inReplyTo":"https://v.example/1"},{"id":"https://v.example/3","type":"Note","content":"<p>Why?</p>","attributedTo":"https://v.example/cy","inReplyTo":"https://v.example/2"}]}}""")]
    [InlineData("activitypub", """{"post":{"id":"https://v.example/1","type":"Article","name":"Maps","content":"<p>Maps help.</p>","attributedTo":"https://v.example/ada"},"replies":[{"id":"https://v.example/2","type":"Note","content":"<p>No.</p>","attributedTo":"https://v.example/bo","inReplyTo":"https://v.example/1"},{"id":"https://v.example/3","type":"Note","content":"<p>Why?</p>","attributedTo":"https://v.example/cy","inReplyTo":"https://v.example/2"}]}""")]
    [InlineData("activitypub", """{"@context":"https://www.w3.org/ns/activitystreams","type":"Create","object":{"id":"https://v.example/3","type":"Note","content":"<p>Why?</p>","attributedTo":"https://v.example/cy","inReplyTo":{"id":"https://v.example/2","type":"Note","content":"<p>No.</p>","attributedTo":"https://v.example/bo","inReplyTo":{"id":"https://v.example/1","type":"Article","name":"Maps","content":"<p>Maps help.</p>","attributedTo":"https://v.example/ada"}}}}""")]
    [InlineData("discourse", """{"id":12,"title":"Maps","post_stream":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>Maps help.</p>"},{"id":2,"post_number":2,"topic_id":12,"username":"bo","cooked":"<p>No.</p>","reply_to_post_number":1},{"id":3,"post_number":3,"topic_id":12,"username":"cy","cooked":"<p>Why?</p>","reply_to_post_number":2,"post_type":3,"action_code":"closed.enabled"}]}""")]
    [InlineData("jsonld", """{"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"#page","name":"Page"},{"@type":"BlogPosting","@id":"#t","headline":"Maps","articleBody":"Maps help.","author":{"name":"ada"}},{"@type":"Comment","@id":"#c1","text":"No.","about":{"@id":"#t"},"author":{"name":"bo"}},{"@type":"Comment","@id":"#c2","text":"Why?","about":{"@id":"#t"},"parentItem":{"@id":"#c1"},"author":{"name":"cy"}}]}""")]
    [InlineData("jsonld", """{"@context":"https://schema.org","@type":"VideoObject","@id":"#t","name":"Maps","description":"Maps help.","author":{"name":"ada"},"comment":[{"@type":"Comment","@id":"#c1","text":"No.","author":{"name":"bo"},"comment":[{"@type":"Comment","text":"Why?","author":{"name":"cy"}}]}]}""")]
    [InlineData("github", """{"data":{"repository":{"discussion":{"id":"D","title":"Maps","bodyText":"Maps help.","author":{"login":"ada"},"comments":{"nodes":[{"bodyText":"No.","author":{"login":"bo"},"replies":{"nodes":[{"bodyText":"Why?","author":{"login":"cy"}}]}}]}}}}}""")]
    [InlineData("jsonld", """{"@context":"https://schema.org","@graph":[{"@type":["CreativeWork","DiscussionForumPosting"],"@id":"#t","headline":"Maps","text":"Maps help.","author":{"@id":"#p"},"comment":[{"@id":"#c1"}]},{"@type":"Comment","@id":"#c1","text":"No.","author":{"name":"bo"},"comment":{"@id":"#c2"}},{"@type":"Comment","@id":"#c2","text":"Why?","author":{"name":"cy"}},{"@type":"Person","@id":"#p","name":"ada"}]}""")]
    public void A_thread_is_read_whole(string format, string kept)
    {
        var thread = Samples.Read(kept);

        Assert.Equal((format, "Maps"), (thread.Format, thread.Title));
        Assert.Equal(
            [("ada", "Maps help.", null), ("bo", "No.", thread.Posts[0].Id), ("cy", "Why?", thread.Posts[1].Id)],
            thread.Posts.Select(post => (post.Author.Name?.Split('@')[0], post.Body, post.ParentId)));
    }

    [Fact]
    public void An_issue_may_stand_beside_pages_of_its_comments()
    {
        var thread = Samples.Read($$"""[{{Issue}},[{"id":1,"html_url":"https://github.com/o/r/issues/5#issuecomment-1","user":{"login":"bo"},"body":"No.","author_association":"NONE"}]]""");

        Assert.Equal([("o/r#5", null), ("1", "o/r#5")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void The_answer_of_a_discussion_is_kept_where_its_comments_lack_it()
    {
        var thread = Samples.Read("""{"data":{"repository":{"discussion":{"id":"D","title":"Maps","body":"Do maps help?","author":{"login":"ada"},"answer":{"id":"C2","body":"Yes.","author":{"login":"bo"}},"comments":{"nodes":[{"id":"C1","body":"No.","author":{"login":"cy"}}]}}}}}""");

        Assert.Equal([("C1", PostKind.Reply), ("C2", PostKind.Answer), ("D", PostKind.Opening)], thread.Posts.Select(post => (post.Id, post.Kind)).OrderBy(post => post.Id, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("github", """[{"number":5,"title":"Maps","html_url":"https://github.com/o/r/discussions/5","user":{"login":"ada"},"body":"Maps help.","author_association":"OWNER","answer_html_url":"https://github.com/o/r/discussions/5#discussioncomment-8"},{"id":7,"html_url":"https://github.com/o/r/discussions/5#discussioncomment-7","user":{"login":"bo"},"body":"No.","author_association":"NONE"},{"id":8,"html_url":"https://github.com/o/r/discussions/5#discussioncomment-8","user":{"login":"cy"},"body":"Yes.","author_association":"NONE"}]""")]
    [InlineData("discourse", """{"id":12,"title":"Maps","accepted_answer":{"post_number":3},"post_stream":{"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>Maps help.</p>"},{"id":2,"post_number":2,"topic_id":12,"username":"bo","cooked":"<p>No.</p>"},{"id":3,"post_number":3,"topic_id":12,"username":"cy","cooked":"<p>Yes.</p>"}]}}""")]
    public void The_answer_that_was_chosen_is_known_where_only_the_opening_names_it(string format, string kept)
    {
        var thread = Samples.Read(kept);

        Assert.Equal((format, PostKind.Opening, PostKind.Reply, PostKind.Answer), (thread.Format, thread.Posts[0].Kind, thread.Posts[1].Kind, thread.Posts[2].Kind));
    }

    [Fact]
    public void What_comments_are_about_may_stand_beside_them()
    {
        var thread = Samples.Read("""{"title":"Maps &amp; debates","comments":[{"_id":"C1","postId":"P1","parentCommentId":null,"postedAt":"2024-01-01T00:00:00Z","user":{"displayName":"Ada"},"contents":{"html":"<p>Maps help.</p>"}}]}""");

        Assert.Equal(("forummagnum", "Maps & debates"), (thread.Format, thread.Title));
    }

    [Fact]
    public void What_looks_like_posts_elsewhere_in_an_answer_is_counted_with_its_place()
    {
        var thread = Samples.Read("""
            [{"event":"commented","id":77,"html_url":"https://github.com/a/b/issues/3#issuecomment-77","created_at":"2024-01-01T11:00:00Z","author_association":"NONE","body":"No.","user":{"login":"bo"}},
            {"event":"cross-referenced","created_at":"2024-01-01T12:00:00Z","source":{"type":"issue","issue":{"number":9,"title":"Other","user":{"login":"zed"},"body":"Other words"}}},
            {"event":"cross-referenced","created_at":"2024-01-01T13:00:00Z","source":{"type":"issue","issue":{"number":10,"title":"More","user":{"login":"zed"},"body":"More words"}}}]
            """);

        Assert.Equal(["No."], thread.Posts.Select(post => post.Body));
        Assert.Contains(new KeyValuePair<string, int>("what looks like posts in places where github has none, the first at line 2, byte 98 (the format json may read them)", 2), thread.Report.LeftOut);
    }

    [Fact]
    public void What_a_search_found_in_the_words_of_a_comment_is_not_counted_as_another()
    {
        var thread = Samples.Read("""{"hits":[{"objectID":"2","author":"bo","comment_text":"No.","created_at":"2020-01-02T00:00:00Z","story_id":1,"parent_id":1,"_highlightResult":{"author":{"value":"bo"},"comment_text":{"value":"<em>No</em>."}},"_tags":["comment"]}]}""");

        Assert.Equal("hackernews", thread.Format);
        Assert.Empty(thread.Report.LeftOut);
    }

    [Fact]
    public void Curly_marks_may_stand_around_what_a_quote_of_a_topic_is_from()
    {
        var thread = Samples.Read("""{"id":12,"title":"Maps","post_stream":{"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","raw":"Maps help people think."},{"id":2,"post_number":2,"topic_id":12,"username":"bo","raw":"Well."},{"id":3,"post_number":3,"topic_id":12,"username":"cy","raw":"[quote=“bo, post:2, topic:12”]\nWell.\n[/quote]\nWhy?"}]}}""");

        Assert.Equal((thread.Posts[1].Id, "bo"), (thread.Posts[2].ParentId, thread.Posts[2].Quotes[0].StatedAuthor));
    }
}
