using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Comments in JSON that no format of its own reads, in the shapes of sites, chats and comment systems.</summary>
public sealed class CommentsOfAnyMakeTests
{
    /// <summary>Each: Ada says that maps help, Bo answers no, and Cy asks Bo why.</summary>
    public static TheoryData<string, string> Shapes { get; } = new()
    {
        { "YouTube", """
            {"kind":"youtube#commentThreadListResponse","pageInfo":{"totalResults":1},"items":[{"kind":"youtube#commentThread","id":"1","snippet":{"channelId":"C","videoId":"v","topLevelComment":{"kind":"youtube#comment","id":"1","snippet":{"videoId":"v","textDisplay":"Maps &amp; help.","textOriginal":"Maps help.","authorDisplayName":"Ada","authorChannelId":{"value":"UCa"},"likeCount":4,"publishedAt":"2024-01-01T10:00:00Z","updatedAt":"2024-01-01T10:00:00Z"}},"totalReplyCount":2},
             "replies":{"comments":[{"id":"3","snippet":{"textOriginal":"Why?","parentId":"2","authorDisplayName":"Cy","publishedAt":"2024-01-01T12:00:00Z"}},{"id":"2","snippet":{"textOriginal":"No.","parentId":"1","authorDisplayName":"Bo","publishedAt":"2024-01-01T11:00:00Z"}}]}}]}
            """ },
        { "Discord", """
            {"guild":{"id":"8","name":"Talk"},"channel":{"id":"9","name":"general","topic":"Maps"},"messages":[
             {"id":"1","type":"Default","timestamp":"2024-01-01T10:00:00+00:00","timestampEdited":null,"content":"Maps help.","author":{"id":"5","name":"Ada","nickname":"ada"},"embeds":[{"title":"A page","url":"https://example.org","description":"Words of the page","author":{"name":"Page"}}],"mentions":[]},
             {"id":"2","type":"Reply","timestamp":"2024-01-01T11:00:00+00:00","content":"No.","author":{"id":"6","name":"Bo"},"reference":{"messageId":"1","channelId":"9","guildId":"8"}},
             {"id":"3","type":"Reply","timestamp":"2024-01-01T12:00:00+00:00","content":"Why?","author":{"id":"7","name":"Cy"},"reference":{"messageId":"2","channelId":"9"}}],"messageCount":3}
            """ },
        { "Telegram", """
            {"name":"Talk","type":"public_supergroup","id":99,"messages":[
             {"id":1,"type":"message","date":"2024-01-01T12:00:00","date_unixtime":"1704103200","from":"Ada","from_id":"user1","text":["Maps ",{"type":"bold","text":"help"},"."]},
             {"id":2,"type":"message","date":"2024-01-01T13:00:00","date_unixtime":"1704106800","from":"Bo","from_id":"user2","reply_to_message_id":1,"text":"No."},
             {"id":3,"type":"message","date":"2024-01-01T14:00:00","date_unixtime":"1704110400","from":"Cy","from_id":"user3","reply_to_message_id":2,"text":"Why?"}]}
            """ },
        { "Substack", """
            {"comments":[{"id":1,"body":"Maps help.","post_id":99,"type":"comment","deleted":false,"date":"2024-01-01T10:00:00.000Z","edited_at":null,"name":"Ada","reactions":{"❤":3},"children":[
             {"id":2,"body":"No.","post_id":99,"type":"comment","deleted":false,"date":"2024-01-01T11:00:00.000Z","name":"Bo","children":[{"id":3,"body":"Why?","deleted":false,"date":"2024-01-01T12:00:00.000Z","name":"Cy","children":[]}]}]}]}
            """ },
        { "Lobsters before 2022", """
            [{"short_id":"1","created_at":"2024-01-01T10:00:00Z","score":5,"comment":"<p>Maps help.</p>","url":"https://l.example.org/s/x#c_1","indent_level":1,"commenting_user":{"username":"Ada","about":"I write"}},
             {"short_id":"2","created_at":"2024-01-01T11:00:00Z","comment":"<p>No.</p>","url":"https://l.example.org/s/x#c_2","indent_level":2,"commenting_user":{"username":"Bo"}},
             {"short_id":"3","created_at":"2024-01-01T12:00:00Z","comment":"<p>Why?</p>","url":"https://l.example.org/s/x#c_3","indent_level":3,"commenting_user":"Cy"}]
            """ },
        { "WordPress", """
            [{"id":1,"post":7,"parent":0,"author":0,"author_name":"Ada","date":"2024-01-01T12:00:00","date_gmt":"2024-01-01T10:00:00","content":{"rendered":"<p>Maps help.</p>\n"},"link":"https://b.example.org/#comment-1","type":"comment"},
             {"id":2,"post":7,"parent":1,"author":4,"author_name":"Bo","date":"2024-01-01T13:00:00","date_gmt":"2024-01-01T11:00:00","content":{"rendered":"<p>No.</p>\n"},"type":"comment"},
             {"id":3,"post":7,"parent":2,"author":0,"author_name":"Cy","date":"2024-01-01T14:00:00","date_gmt":"2024-01-01T12:00:00","content":{"rendered":"<p>Why?</p>\n"},"type":"comment"}]
            """ },
        { "Commento", """
            {"version":1,"comments":[{"commentHex":"1","commenterHex":"a","markdown":"Maps help.","html":"<p>Maps help.</p>","parentHex":"root","creationDate":"2024-01-01T10:00:00Z","deleted":false},{"commentHex":"2","commenterHex":"b","markdown":"No.","parentHex":"1","creationDate":"2024-01-01T11:00:00Z"},{"commentHex":"3","commenterHex":"c","markdown":"Why?","parentHex":"2","creationDate":"2024-01-01T12:00:00Z"}],
             "commenters":[{"commenterHex":"a","email":"ada@example.org","name":"Ada"},{"commenterHex":"b","name":"Bo"},{"commenterHex":"c","name":"Cy"}]}
            """ },
        { "Twitter", """
            {"data":[{"id":"1","text":"Maps help.","author_id":"51","created_at":"2024-01-01T10:00:00.000Z","public_metrics":{"like_count":4}},{"id":"2","text":"No.","author_id":"52","created_at":"2024-01-01T11:00:00.000Z","referenced_tweets":[{"type":"replied_to","id":"1"}]},{"id":"3","text":"Why?","author_id":"53","created_at":"2024-01-01T12:00:00.000Z","referenced_tweets":[{"type":"replied_to","id":"2"}]}],
             "includes":{"users":[{"id":"51","name":"Ada","description":"I write","created_at":"2010-01-01T10:00:00.000Z"},{"id":"52","name":"Bo"},{"id":"53","name":"Cy"}]}}
            """ },
        { "Misskey", """
            [{"id":"3","createdAt":"2024-01-01T12:00:00Z","user":{"id":"c","name":"Cy","username":"cy"},"text":"Why?","replyId":"2","reply":{"id":"2","createdAt":"2024-01-01T11:00:00Z","user":{"name":null,"username":"Bo"},"text":"No.","replyId":"1"}},{"id":"1","createdAt":"2024-01-01T10:00:00Z","user":{"name":"Ada"},"text":"Maps help.","replyId":null}]
            """ },
        { "MongoDB", """
            {"_id":{"$oid":"1"},"author":"Ada","text":"Maps help.","created":{"$date":"2024-01-01T10:00:00Z"},"parent":null}
            {"_id":{"$oid":"2"},"author":"Bo","text":"No.","created":{"$date":{"$numberLong":"1704106800000"}},"parent":{"$oid":"1"}}
            {"_id":{"$oid":"3"},"author":"Cy","text":"Why?","created":{"$date":"2024-01-01T12:00:00Z"},"parent":{"$oid":"2"}}
            """ },
        { "parents by another key", """
            {"comments":[{"_id":{"$oid":"a1"},"cid":"t1_1","parent_id":null,"name":"Ada","content":"Maps help.","created":1704103200},{"_id":{"$oid":"a2"},"cid":"t1_2","parent_id":"t1_1","name":"Bo","content":"No.","created":1704106800},{"_id":{"$oid":"a3"},"cid":"t1_3","parent_id":"t1_2","name":"Cy","content":"Why?","created":1704110400}]}
            """ },
        { "by key", """
            {"comments":{"1":{"user":"Ada","text":"Maps help.","time":1704103200},"2":{"user":"Bo","text":"No.","parent":"1","time":1704106800000},"3":{"user":"Cy","text":"Why?","parent":"2","time":"1704110400"}}}
            """ },
        { "without keys of their own", """
            [{"post_id":7,"author":"Ada","text":"Maps help.","created_at":"2024-01-01 10:00:00","replies":[{"post_id":7,"author":"Bo","text":"No.","created_at":"2024-01-01 11:00:00","replies":[{"post_id":7,"author":"Cy","text":"Why?","created_at":"2024-01-01 12:00:00"}]}]}]
            """ },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Who_says_what_when_and_in_answer_to_whom(string shape, string json)
    {
        var thread = Samples.Read(json);

        Assert.Equal("json", thread.Format);
        Assert.Equal(["Maps help.", "No.", "Why?"], thread.Posts.Select(post => post.Body));
        Assert.Equal(["Ada", "Bo", "Cy"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal([10, 11, 12], thread.Posts.Select(post => post.CreatedAt?.UtcDateTime.Hour ?? -1));
        Assert.Equal([null, thread.Posts[0].Id, thread.Posts[1].Id], thread.Posts.Select(post => post.ParentId));
        Assert.True(thread.Report.MissingParents == 0, shape);
    }

    [Fact]
    public void A_video_is_what_its_comments_are_about()
    {
        var thread = Samples.Read("""
            {"id":"v","title":"A talk","description":"About maps.","formats":[{"format_id":"18","url":"https://r.example.org/x"}],"webpage_url":"https://www.youtube.com/watch?v=v","timestamp":1704067200,"comment_count":2,"comments":[
             {"id":"a","text":"Maps help.","author":"@ada","author_id":"UCa","parent":"root","timestamp":1704103200},{"id":"a.b","text":"No.","author":"@bo","parent":"a","timestamp":1704106800}],"automatic_captions":{"en":[{"ext":"json3","name":"English"}]}}
            """);

        Assert.Equal([("v", null), ("a", "v"), ("a.b", "a")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((PostKind.Opening, 3, 0, "https://www.youtube.com/watch?v=v"), (thread.Posts[0].Kind, thread.Report.StatedCount, thread.Report.MissingParents, thread.Address));
    }

    [Fact]
    public void A_topic_of_a_board_begins_with_its_first_post_and_has_no_others()
    {
        var thread = Samples.Read("""
            {"tid":5,"mainPid":20,"title":"Maps &amp; debates","postcount":3,"posts":[
             {"pid":20,"tid":5,"content":"<p>Maps help.</p>","timestamp":1704103200000,"deleted":0,"edited":0,"user":{"uid":1,"username":"ada","signature":"mine"},"replies":{"count":1,"text":"one reply","users":[{"uid":2,"username":"bo"}]},"votes":2},
             {"pid":21,"tid":5,"toPid":20,"content":"[[topic:post_is_deleted]]","timestamp":1704106800000,"deleted":1,"user":{"uid":2,"username":"bo"}},
             {"pid":22,"tid":5,"content":"<p>So?</p>","timestamp":1704110400000,"edited":1704110500000,"user":{"uid":3,"username":"cy"}}],
             "category":{"cid":2,"name":"General","description":"General talk"},"related":[{"tid":6,"title":"Other","teaser":{"pid":30,"tid":6,"content":"Words of another topic","user":{"username":"di"}}}]}
            """);

        Assert.Equal([("20", null), ("21", "20"), ("22", "20")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(("Maps & debates", PostKind.Opening, 3), (thread.Title, thread.Posts[0].Kind, thread.Report.StatedCount));
        Assert.Equal((PostState.Deleted, "", 2), (thread.Post("21").State, thread.Post("21").Body, thread.Posts[0].Score));
        Assert.Equal([null, null, 41], thread.Posts.Select(post => post.EditedAt?.UtcDateTime.Minute + post.EditedAt?.UtcDateTime.Second));
    }

    [Fact]
    public void A_list_under_the_name_of_a_text_is_text_only_where_its_pieces_are_no_comments()
    {
        var list = Samples.Read("""{"id":9,"title":"Talk","date":"2024-01-01T09:00:00Z","content":[{"id":1,"user":"Ada","text":"Maps help."},{"id":2,"user":"Bo","text":"No."}]}""");
        var pieces = Samples.Read("""[{"id":1,"user":"Ada","content":[{"type":"image","name":"a"},{"type":"text","text":"Maps "},"help."]}]""");

        Assert.Equal([("1", "Maps help."), ("2", "No.")], list.Posts.Select(post => (post.Id, post.Body)));
        Assert.Equal("Maps help.", Assert.Single(pieces.Posts).Body);
    }

    [Fact]
    public void A_story_has_the_address_of_its_discussion_and_links_to_what_it_is_about()
    {
        var thread = Samples.Read("""
            {"short_id":"s","created_at":"2024-01-01T09:00:00Z","title":"Maps","url":"https://example.org/maps","comments_url":"https://l.example.org/s/s/maps","description":"<p>Look.</p>","submitter_user":"ada","comment_count":1,
             "comments":[{"short_id":"c","created_at":"2024-01-01T10:00:00Z","is_deleted":true,"parent_comment":null,"comment":"<p>Comment removed by author</p>","url":"https://l.example.org/s/s/maps#c_c","commenting_user":"bo"}]}
            """);

        Assert.Equal(("https://l.example.org/s/s/maps", "<https://example.org/maps>\n\nLook.", 2), (thread.Address, thread.Posts[0].Body, thread.Report.StatedCount));
        Assert.Equal((PostState.Deleted, "", "s"), (thread.Post("c").State, thread.Post("c").Body, thread.Post("c").ParentId));
    }

    [Fact]
    public void Messages_without_words_and_notices_of_a_chat_lose_nobody_an_answer()
    {
        var thread = Samples.Read("""
            [{"user":"U1","type":"message","ts":"1704103200.000100","thread_ts":"1704103200.000100","text":"Maps &amp; lists: <https://example.org|here>","user_profile":{"real_name":"Ada"},"reactions":[{"name":"+1","count":2}]},
             {"user":"U2","type":"message","ts":"1704106800.000200","thread_ts":"1704103200.000100","text":"","user_profile":{"real_name":"Bo"},"files":[{"name":"a.png","url_private":"https://f.example.org/a.png"}],"edited":{"user":"U2","ts":"1704106900.000000"}},
             {"type":"message","subtype":"channel_join","user":"U3","ts":"1704107000.000000","text":"U3 has joined the channel"}]
            """);

        Assert.Equal(["Maps & lists: [here](https://example.org)", "[a.png](<https://f.example.org/a.png>)"], thread.Posts.Select(post => post.Body));
        Assert.Equal(("1704103200.000100", 1, 2), (thread.Posts[1].ParentId, thread.Report.LeftOut["notices of the forum"], thread.Posts[0].Reactions[0].Count));
        Assert.NotNull(thread.Posts[1].EditedAt);
    }

    [Fact]
    public void Source_of_a_board_becomes_Markdown_with_its_quotes()
    {
        var thread = Samples.Read("""
            [{"post_id":"1","username":"ada","post_time":"1704103200","post_subject":"Maps","post_text":"<r>Maps <B><s>[b]</s>help<e>[/b]</e></B> all.<br/>\nThey do.</r>"},
             {"post_id":"2","username":"bo","post_time":"1704106800","post_text":"[quote=\"ada, post: 1, member: 5\"]\nMaps help all.\n[/quote]\n\nNo:\n[list]\n[*]one & [i]two[/i]\n[*]three\n[/list]\n[url=https://example.org/x]See[/url]"},
             {"post_id":"3","username":"cy","post_time":"1704110400","post_text":"[quote=&quot;bo&quot;:1a2b3c4d]three[/quote:1a2b3c4d]Why?"}]
            """);

        Assert.Equal("Maps **help** all.  \nThey do.", thread.Post("1").Body);
        Assert.Equal("> Maps help all.\n\nNo:\n\n- one & *two*\n- three\n\n[See](https://example.org/x)", thread.Post("2").Body);
        Assert.Equal(("1", "ada", "bo"), (thread.Post("2").Quotes[0].PostId, thread.Post("2").Quotes[0].StatedAuthor, thread.Post("3").Quotes[0].StatedAuthor));
        Assert.Equal("> three\n\nWhy?", thread.Post("3").Body);
    }

    [Fact]
    public void What_describes_people_groups_and_pictures_is_no_comment() =>
        Assert.Throws<ThreadFormatException>(() => Samples.Read("""{"users":[{"id":1,"name":"Ada","description":"I write","created_at":"2024-01-01T10:00:00Z"}],"images":[{"id":2,"name":"a.png","description":"A map"}],"category":{"id":3,"name":"General","description":"All else"}}"""));
}
