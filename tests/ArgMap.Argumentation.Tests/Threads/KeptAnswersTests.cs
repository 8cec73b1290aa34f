using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>What interfaces answer as it really is, and as programs keep it.</summary>
public sealed class KeptAnswersTests
{
    [Fact]
    public void A_notice_of_Discourse_is_not_missed_and_a_picture_is_a_link()
    {
        var thread = Samples.Read("""
            {"id":7,"title":"A","posts_count":2,"post_stream":{"stream":[1,2,3,4],"posts":[
             {"id":1,"post_number":1,"topic_id":7,"username":"ada","avatar_template":"/letter_avatar_proxy/v4/letter/a/x/{size}.png","cooked":"<div class=\"lightbox-wrapper\"><a class=\"lightbox\" href=\"//f.example.org/a.png\" title=\"A map\"><img src=\"//f.example.org/a_690.png\" alt=\"A map\"><div class=\"meta\"><svg></svg><span class=\"filename\">A map</span><span class=\"informations\">1920×1080 120 KB</span></div></a></div><p>So. <sup class=\"footnote-ref\"><a href=\"#footnote-1-1\">[1]</a></sup></p><ol class=\"footnotes-list\"><li id=\"footnote-1-1\"><p>A note. <a href=\"#footnote-ref-1-1\" class=\"footnote-backref\">↩</a></p></li></ol>"},
             {"id":2,"post_number":2,"topic_id":7,"username":"bo","avatar_template":"/user_avatar/f.example.org/bo/{size}/1.png","cooked":"<p><a href=\"/t/other/8\">other</a></p>"},
             {"id":3,"post_number":3,"topic_id":7,"username":"system","post_type":3,"cooked":""}]}}
            """);

        Assert.Equal("[A map](https://f.example.org/a.png)\n\nSo. [^1]\n\n[^1]: A note.", thread.Post("1").Body);
        Assert.Equal("https://f.example.org/t/7/1", thread.Post("1").Address);
        Assert.Equal((1, 0), (thread.Report.NotLoaded, thread.Report.NumberGaps));
    }

    [Fact]
    public void A_topic_of_Discourse_as_plain_text_has_its_writers_times_and_quotes()
    {
        var thread = Samples.Read("ada | 2024-01-01 10:00:00 UTC | #1\n\nMaps help people.\n\n---\n\nThey do.\n\n-------------------------\n\nbo | 2024-01-01 11:00:00 UTC | #2\n\n[quote=\"ada, post:1, topic:77\"]\nMaps help people.\n[/quote]\n\nNo.\n\n-------------------------\n\ncy | 2024-01-01 12:00:00 UTC | #4\n\nWhy?\n\n-------------------------\n\n");

        Assert.Equal([("77/1", null), ("77/2", "77/1"), ("77/4", "77/1")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(["Maps help people.\n\n---\n\nThey do.", "> Maps help people.\n\nNo.", "Why?"], thread.Posts.Select(post => post.Body));
        Assert.Equal((ParentFrom.Quote, QuoteState.Exact, 11, 1), (thread.Posts[1].ParentFrom, Assert.Single(thread.Posts[1].Quotes).State, thread.Posts[1].CreatedAt?.Hour, thread.Report.NumberGaps));
    }

    [Fact]
    public void A_Reddit_thread_that_a_program_nested_is_read_to_its_last_answer()
    {
        var thread = Samples.Read("""
            {"id":"p1","title":"Maps","selftext":"Maps help.\n\n&amp;#x200B;\n\nThey do.","subreddit":"x","author":"ada","is_self":true,"num_comments":3,"comments":[
             {"id":"c1","author":"bo","body":"No.","parent_id":"t3_p1","replies":[{"id":"c2","author":null,"body":"[deleted]","replies":[{"id":"c3","author":"cy","body":"Why?"}]}]}]}
            """);

        Assert.Equal([("t3_p1", null), ("t1_c1", "t3_p1"), ("t1_c2", "t1_c1"), ("t1_c3", "t1_c2")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((4, 4), (thread.Report.Posts, thread.Report.StatedCount));
        Assert.Equal("Maps help.\n\n\n\nThey do.", thread.Posts[0].Body);
    }

    [Fact]
    public void A_dump_of_Reddit_may_name_parents_by_number()
    {
        var thread = Samples.Read("""
            {"id":"gc1","author":"bo","body":"No.","link_id":"t3_p1","parent_id":null}
            {"id":"gc2","author":"cy","body":"Why?","link_id":"t3_p1","parent_id":21169}
            """);

        Assert.Equal("t1_gc1", thread.Post("t1_gc2").ParentId);
    }

    [Fact]
    public void A_submission_to_Reddit_shows_what_it_passes_on_and_what_can_be_voted_for()
    {
        var thread = Samples.Read("""
            [{"id":"x1","title":"Look","selftext":"","subreddit":"x","author":"bo","is_self":false,"url":"/r/y/comments/p1/maps/","crosspost_parent_list":[{"id":"p1","selftext":"Maps &amp; lists."}]},
             {"id":"x2","title":"Vote","selftext":"Well?","subreddit":"x","author":"bo","is_self":true,"poll_data":{"options":[{"text":"Yes","vote_count":3},{"text":"No"}]}}]
            """);

        Assert.Equal("<https://www.reddit.com/r/y/comments/p1/maps/>\n\n> Maps & lists.", thread.Post("t3_x1").Body);
        Assert.Equal("Well?\n\n- Yes\n- No", thread.Post("t3_x2").Body);
    }

    [Fact]
    public void What_the_search_of_ForumMagnum_finds_has_words_and_writers_and_a_post_its_link()
    {
        var thread = Samples.Read(
            """{"hits":[{"objectID":"c1","_id":"c1","postId":"p1","authorDisplayName":"Bo","body":"No.","baseScore":2,"postedAt":"2022-01-01T10:00:00Z"}]}""",
            """{"data":{"post":{"result":{"_id":"p1","title":"Maps","url":"https://example.org/maps","postedAt":"2022-01-01T09:00:00Z","baseScore":5,"htmlBody":"<p>Look.</p>","user":{"displayName":"Ada"}}}}}""");

        Assert.Equal(("<https://example.org/maps>\n\nLook.", "No.", "Bo", "p1"), (thread.Post("p1").Body, thread.Post("c1").Body, thread.Post("c1").Author.Name, thread.Post("c1").ParentId));
    }

    [Fact]
    public void What_GitHubs_own_command_line_hands_out_is_read_with_its_reviews()
    {
        var thread = Samples.Read("""
            {"title":"Maps","number":4,"url":"https://github.com/a/b/pull/4","author":{"login":"ada"},"body":"Maps help.","createdAt":"2024-01-01T10:00:00Z",
             "comments":[{"id":"I1","author":{"login":""},"authorAssociation":"NONE","body":"Buy!","isMinimized":true,"createdAt":"2024-01-01T11:00:00Z","reactionGroups":[{"content":"THUMBS_UP","users":{"totalCount":2}}]}],
             "reviews":[{"id":"R1","author":{"login":"bo"},"body":"Do they?","submittedAt":"2024-01-01T12:00:00Z"},{"id":"R2","author":{"login":"cy"},"body":"","submittedAt":"2024-01-01T13:00:00Z"}]}
            """);

        Assert.Equal(["https://github.com/a/b/pull/4", "I1", "R1"], thread.Posts.Select(post => post.Id));
        Assert.Equal((PostState.Hidden, AuthorState.Deleted, 2), (thread.Post("I1").State, thread.Post("I1").Author.State, thread.Post("I1").Reactions[0].Count));
        Assert.Equal(("bo", 1), (thread.Post("R1").Author.Name, thread.Report.LeftOut["reviews without words of their own, such as approvals"]));
    }

    [Fact]
    public void Comments_asked_for_without_marks_of_GitHub_have_their_words()
    {
        var thread = Samples.Read("""{"data":{"repository":{"issue":{"id":"I","title":"Maps","body":"So.","author":{"login":"ada"},"comments":{"nodes":[{"id":"c","author":null,"bodyText":"Not so."}]}}}}}""");

        Assert.Equal("Not so.", thread.Post("c").Body);
    }

    [Fact]
    public void What_refers_to_an_issue_of_GitHub_is_not_what_the_issue_is_about()
    {
        var thread = Samples.Read("""
            [{"event":"labeled","id":1,"actor":{"login":"ada"},"created_at":"2024-01-01T10:00:00Z"},
             {"event":"commented","id":77,"html_url":"https://github.com/a/b/issues/3#issuecomment-77","issue_url":"https://api.github.com/repos/a/b/issues/3","author_association":"NONE","body":"No.","user":{"login":"bo"},"created_at":"2024-01-01T11:00:00Z"},
             {"event":"cross-referenced","source":{"type":"issue","issue":{"html_url":"https://github.com/a/b/issues/9","number":9,"title":"Other","user":{"login":"cy"},"body":"Other words","author_association":"NONE"}}}]
            """);

        Assert.Equal(("77", null), (Assert.Single(thread.Posts).Id, thread.Title));
        Assert.Equal(2, thread.Report.LeftOut["what GitHub tells beside issues, comments and reviews"]);
    }

    [Fact]
    public void Comments_of_Lemmy_bring_their_post_along()
    {
        const string Comments = """
            {"comments":[{"comment":{"id":24,"post_id":3,"content":"Maps help.\n\n::: spoiler Which?\nAll.\n:::","path":"0.24","published":"2024-01-01T10:00:00"},"creator":{"id":2,"name":"bo"},"post":{"id":3,"name":"On maps","body":"Well?","url":"https://example.org/maps","creator_id":9,"published":"2024-01-01T09:00:00","ap_id":"https://l.example.org/post/3"},"counts":{"score":4}},
             {"comment":{"id":25,"post_id":3,"content":"I asked.","path":"0.24.25","published":"2024-01-01T11:00:00"},"creator":{"id":9,"name":"ada"},"post":{"id":3,"name":"On maps"},"counts":{"score":1}}]}
            """;
        const string Post = """{"post_view":{"post":{"id":3,"name":"On maps","body":"Well?","url":"https://example.org/maps","ap_id":"https://l.example.org/post/3"},"creator":{"id":9,"name":"ada"},"counts":{"comments":2,"score":6}}}""";

        var (alone, both, turned) = (Samples.Read(Comments), Samples.Read(Comments, Post), Samples.Read(Post, Comments));

        Assert.Equal([("post-3", null, "ada"), ("24", "post-3", "bo"), ("25", "24", "ada")], alone.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
        Assert.All([alone, both, turned], thread => Assert.Equal((3, 3, 0), (thread.Report.Found, thread.Report.Posts, thread.Report.DuplicatesDropped)));
        Assert.Equal(("<https://example.org/maps>\n\nWell?", "Maps help.\n\n**Which?**\n\nAll.", 0), (alone.Posts[0].Body, alone.Post("24").Body, alone.Report.MissingParents));
        Assert.All([both, turned], thread => Assert.Equal((0, 3, 6, 3), (thread.Report.DuplicatesDropped, thread.Report.StatedCount, thread.Posts[0].Score, thread.Posts.Count)));
    }

    [Fact]
    public void PieFed_answers_in_the_form_of_Lemmy_with_names_of_its_own()
    {
        var thread = Samples.Read("""{"comments":[{"comment":{"id":7,"post_id":3,"body":"Maps help.","path":"0.7","published":"2024-01-01T10:00:00Z"},"creator":{"id":2,"user_name":"ada"},"post":{"id":3,"title":"On maps"},"counts":{"score":2}}]}""");

        Assert.Equal(("On maps", "Maps help.", "ada"), (thread.Title, thread.Post("7").Body, thread.Post("7").Author.Name));
    }

    [Fact]
    public void A_thread_of_Bluesky_goes_up_and_down_from_a_post_and_says_what_cannot_be_seen()
    {
        var thread = Samples.Read("""
            {"thread":{"$type":"app.bsky.feed.defs#threadViewPost",
             "post":{"uri":"at://did:b/app.bsky.feed.post/2","cid":"x2","author":{"did":"did:b","handle":"bo.example.org","displayName":"Bo"},"record":{"$type":"app.bsky.feed.post","text":"Née so: example.org/lo…","createdAt":"2024-01-01T11:00:00.000Z","facets":[{"index":{"byteStart":9,"byteEnd":26},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://example.org/long"}]}],"reply":{"parent":{"uri":"at://did:a/app.bsky.feed.post/1"},"root":{"uri":"at://did:a/app.bsky.feed.post/1"}}},
              "embed":{"$type":"app.bsky.embed.recordWithMedia#view","media":{"images":[{"fullsize":"https://cdn.example.org/a","alt":"A map"}]},"record":{"record":{"uri":"at://did:a/app.bsky.feed.post/1","author":{"handle":"ada.example.org"},"value":{"text":"Maps help people."}}}},"replyCount":2,"likeCount":7,"indexedAt":"2024-01-01T11:00:01.000Z"},
             "parent":{"post":{"uri":"at://did:a/app.bsky.feed.post/1","author":{"did":"did:a","handle":"ada.example.org","displayName":""},"record":{"text":"Maps help people.","createdAt":"2024-01-01T10:00:00Z"},"replyCount":1}},
             "replies":[{"post":{"uri":"at://did:c/app.bsky.feed.post/3","author":{"did":"did:c","handle":"cy.example.org"},"record":{"text":"Why?","createdAt":"2024-01-01T12:00:00Z","reply":{"parent":{"uri":"at://did:b/app.bsky.feed.post/2"},"root":{"uri":"at://did:a/app.bsky.feed.post/1"}}},"replyCount":4}},
              {"$type":"app.bsky.feed.defs#blockedPost","uri":"at://did:d/app.bsky.feed.post/4","blocked":true},{"$type":"app.bsky.feed.defs#notFoundPost","uri":"at://did:e/app.bsky.feed.post/5","notFound":true}]}}
            """);

        Assert.Equal([("1", null), ("2", "1"), ("3", "2"), ("4", "2"), ("5", "2")], thread.Posts.OrderBy(post => post.Id[^1]).Select(post => (post.Id[^1..], post.ParentId?[^1..])));
        Assert.Equal(("bluesky", "https://bsky.app/profile/ada.example.org/post/1", 1), (thread.Format, thread.Address, thread.Report.NotLoaded));
        var answer = thread.Post("at://did:b/app.bsky.feed.post/2");
        Assert.Equal(("Née so: <https://example.org/long>\n\n[A map](<https://cdn.example.org/a>)\n\n[ada.example.org](<https://bsky.app/profile/ada.example.org/post/1>)\n\n> Maps help people.", 7, "Bo"), (answer.Body, answer.Score, answer.Author.Name));
        Assert.Equal((QuoteState.Exact, "at://did:a/app.bsky.feed.post/1"), (Assert.Single(answer.Quotes).State, answer.Quotes[0].PostId));
        Assert.Equal([PostState.Hidden, PostState.Deleted], thread.Posts.Where(post => post.Body.Length == 0).OrderBy(post => post.Id[^1]).Select(post => post.State));
    }

    [Fact]
    public void Pictures_and_choices_of_a_status_are_below_its_words()
    {
        var status = Samples.Read("""
            {"id":"1","created_at":"2024-01-01T10:00:00Z","content":"<p>Look.</p>","account":{"id":"2","acct":"ada"},"media_attachments":[{"type":"image","url":"https://f.example.org/a.png","description":"A map"},{"type":"image","url":null}],"poll":{"options":[{"title":"Yes"},{"title":"No"}]}}
            """);
        var note = Samples.Read("""
            {"@context":"https://www.w3.org/ns/activitystreams","id":"https://a.example.org/1","type":"Question","content":"<p>Look.</p>","attributedTo":"https://a.example.org/ada","attachment":[{"type":"Document","url":"https://f.example.org/a.png","name":"A map"}],"oneOf":[{"type":"Note","name":"Yes"},{"type":"Note","name":"No"}]}
            """);

        Assert.All([status, note], thread =>
        {
            Assert.Equal("Look.\n\n[A map](<https://f.example.org/a.png>)\n\n- Yes\n- No", Assert.Single(thread.Posts).Body);
            Assert.Equal(["https://f.example.org/a.png"], thread.Posts[0].Links);
        });
    }
}
