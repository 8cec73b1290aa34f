using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>What programs' tests and browsers record of a talk with a forum, and answers of interfaces in their older and rarer forms.</summary>
public sealed class RecordedAnswersTests
{
    private const string Page = """[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"a1","title":"Maps?","author":"ada","selftext":"Maps help.","created_utc":1700000000}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","parent_id":"t3_a1","author":"bo","body":"Why?","created_utc":1700000060,"replies":""}}]}}]""";

    public static TheoryData<string> Recordings()
    {
        var text = JsonSerializer.Serialize(Page);
        var packed = Convert.ToBase64String(Packed(Page));
        return
        [
            """{"http_interactions":[{"request":{"body":{"encoding":"utf-8","string":"{\"id\":1}"},"method":"POST"},"response":{"body":{"encoding":"UTF-8","string":"not this"}}},{"request":{"body":{"string":""}},"response":{"body":{"encoding":"UTF-8","string":TEXT}}}],"recorded_with":"x"}""".Replace("TEXT", text, StringComparison.Ordinal),
            """{"http_interactions":[{"request":{"body":{"string":""}},"response":{"body":{"encoding":"UTF-8","base64_string":"PACKED"}}}]}""".Replace("PACKED", packed, StringComparison.Ordinal),
            """{"version":1,"interactions":[{"request":{"body":null},"response":{"body":{"string":TEXT}}}]}""".Replace("TEXT", text, StringComparison.Ordinal),
            """{"log":{"version":"1.2","entries":[{"request":{"method":"GET"},"response":{"status":200,"content":{"mimeType":"application/json","text":TEXT}}}]}}""".Replace("TEXT", text, StringComparison.Ordinal),
            """{"log":{"entries":[{"request":{},"response":{"content":{"encoding":"base64","text":"BYTES"}}}]}}""".Replace("BYTES", Convert.ToBase64String(Encoding.UTF8.GetBytes(Page)), StringComparison.Ordinal),
            $"---\nhttp_interactions:\n- request:\n    method: post\n    body:\n      encoding: UTF-8\n      string: '{{\"id\":7,\"type\":\"story\",\"by\":\"x\"}}'\n  response:\n    body:\n      encoding: UTF-8\n      string: '{Page.Replace("'", "''", StringComparison.Ordinal)}'\n",
            $"interactions:\n- request:\n    body: null\n  response:\n    body:\n      string: !!binary |\n        {packed[..40]}\n        {packed[40..]}\n    headers:\n      a: b\nversion: 1\n",
            $"---\nversion: 2\ninteractions:\n- id: 0\n  request:\n    body: \"\"\n  response:\n    body: {text}\n",
        ];
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Answers_in_a_recording_of_any_kind_are_read_and_what_was_sent_is_not(string recording)
    {
        var thread = Samples.Read(recording);

        Assert.Equal("reddit", thread.Format);
        Assert.Equal([("t3_a1", null, "Maps help."), ("t1_c1", "t3_a1", "Why?")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
    }

    [Fact]
    public void Comments_of_GitHub_s_first_years_are_known_by_their_address_and_what_is_no_post_is_counted()
    {
        const string Comments = """[{"url":"https://api.github.com/repos/o/r/issues/comments/11","id":11,"body":"Maps help.","user":{"login":"ada","id":1},"created_at":"2012-05-01T22:03:17Z","updated_at":"2012-05-01T22:03:17Z"},{"id":5,"event":"labeled","url":"https://api.github.com/repos/o/r/issues/events/5"}]""";

        var thread = Samples.Read(Comments);

        Assert.Equal(("github", "11", "ada", "Maps help."), (thread.Format, Assert.Single(thread.Posts).Id, thread.Posts[0].Author.Name, thread.Posts[0].Body));
        Assert.Equal(1, Assert.Single(thread.Report.LeftOut).Value);
    }

    [Fact]
    public void Reviews_asked_for_by_GraphQL_hold_their_comments_and_threads_of_a_review_the_answers()
    {
        var thread = Samples.Read("""
            {"data":{"repository":{"pullRequest":{"id":"PR1","title":"Draw maps","body":"I draw maps.","url":"https://github.com/o/r/pull/7","createdAt":"2024-01-01T00:00:00Z","author":{"login":"ada"},"comments":{"totalCount":1,"nodes":[{"id":"IC1","author":{"login":"bo"},"body":"Nice.","createdAt":"2024-01-01T01:00:00Z"}]},
            "reviews":{"totalCount":2,"nodes":[{"id":"RV1","author":{"login":"cy"},"body":"Not yet.","submittedAt":"2024-01-01T02:00:00Z","comments":{"nodes":[{"id":"RC1","author":{"login":"cy"},"body":"Name it.","path":"a.cs","line":3,"createdAt":"2024-01-01T02:00:00Z"}]}},{"id":"RV2","author":{"login":"di"},"body":"","submittedAt":"2024-01-01T03:00:00Z","comments":{"nodes":[]}}]},
            "reviewThreads":{"nodes":[{"comments":{"nodes":[{"id":"RC1","author":{"login":"cy"},"body":"Name it.","path":"a.cs","line":3,"createdAt":"2024-01-01T02:00:00Z"},{"id":"RC2","author":{"login":"ada"},"body":"> Name it.\n\nDone.","createdAt":"2024-01-01T04:00:00Z","replyTo":{"id":"RC1"}}]}}]}}}}}
            """);

        Assert.Equal([("PR1", null), ("IC1", "PR1"), ("RV1", "PR1"), ("RC1", "RV1"), ("RC2", "RC1")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(("a.cs, line 3", QuoteState.Exact), (thread.Post("RC1").Title, Assert.Single(thread.Post("RC2").Quotes).State));
        Assert.Equal(1, Assert.Single(thread.Report.LeftOut).Value);
    }

    [Fact]
    public void A_webhook_tells_a_review_and_a_comment_on_code_with_the_pull_request()
    {
        const string Pull = """{"url":"https://api.github.com/repos/o/r/pulls/7","id":70,"number":7,"title":"Draw maps","body":"I draw maps.","user":{"login":"ada","id":1},"html_url":"https://github.com/o/r/pull/7","created_at":"2024-01-01T00:00:00Z","author_association":"OWNER"}""";
        const string Review = $$$"""{"action":"submitted","review":{"id":80,"user":{"login":"bo","id":2},"body":"Not yet.","state":"changes_requested","submitted_at":"2024-01-01T01:00:00Z","html_url":"https://github.com/o/r/pull/7#pullrequestreview-80","author_association":"NONE"},"pull_request":{{{Pull}}},"sender":{"login":"bo"}}""";
        const string Comment = $$$"""{"action":"created","comment":{"url":"https://api.github.com/repos/o/r/pulls/comments/90","id":90,"pull_request_review_id":80,"path":"a.cs","line":3,"user":{"login":"bo","id":2},"body":"Name it.","created_at":"2024-01-01T01:00:00Z","html_url":"https://github.com/o/r/pull/7#discussion_r90","author_association":"NONE"},"pull_request":{{{Pull}}},"sender":{"login":"bo"}}""";

        var thread = Samples.Read(Comment, Review);

        Assert.Equal([("o/r#7", null), ("review-80", "o/r#7"), ("90", "review-80")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal("o/r#7", Samples.Read(Comment).Post("90").ParentId);
    }

    [Fact]
    public void Of_items_without_their_story_the_parent_numbered_first_is_the_story()
    {
        var report = Samples.Read("""[{"id":12,"type":"comment","by":"bo","parent":10,"text":"Why?"},{"id":15,"type":"comment","by":"cy","parent":10,"text":"No."},{"id":19,"type":"comment","by":"di","parent":17,"text":"So."}]""").Report;

        Assert.Equal((2, 3, 1, 2), (report.MissingParents, report.Orphans, report.MissingOpenings, report.AnswersToMissingOpenings));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[[[[[[[[")]
    public void Nothing_in_brackets_is_no_post(string text) => Assert.Contains("nothing in it looks like posts", Assert.Throws<ThreadFormatException>(() => Samples.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_refusal_names_a_format_as_it_is_shown_and_as_it_is_typed()
    {
        var code = Assert.Throws<ThreadFormatException>(() => Samples.Read("{}"));
        var none = Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([new ThreadInput("answer", "{}"u8.ToArray())], "discourse"));

        Assert.EndsWith("choose the format “Pasted text” (text).", code.Message, StringComparison.Ordinal);
        Assert.Contains("reading as “Discourse” (discourse)", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_is_no_text_and_a_stray_nought_in_a_thread_does_not_make_it_noise()
    {
        var noise = Enumerable.Range(0, 2000).Select(number => (byte)((number * 7919) % 251)).ToArray();

        Assert.Contains("is not text", Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([new ThreadInput("noise", noise)])).Message, StringComparison.Ordinal);
        Assert.Contains("help me to think", Samples.Read("Maps help\0 me to think, and help me to think again, and others too.\n\nThey do not help all.").Posts[0].Body.Replace("\0", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_that_an_editor_saved_in_sixteen_bits_is_the_same_mail()
    {
        var mail = new ThreadInput("mail", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(MoreSamples.Mbox)]);

        Assert.Equal(Samples.Read(MoreSamples.Mbox).Posts.Select(post => (post.Id, post.ParentId, post.Body)), ThreadReading.Read([mail]).Posts.Select(post => (post.Id, post.ParentId, post.Body)));
    }

    [Fact]
    public void Mail_without_a_time_has_that_of_whoever_passed_it_on_and_a_head_may_end_in_spaces()
    {
        var thread = Samples.Read("Received: from a.example.org by b.example.org; Mon, 5 Nov 2001 11:00:00 +0100\nFrom: Ada <ada@example.org>\nSubject: Maps\nMessage-ID: <1@example.org>\n \nMaps help.\n");

        Assert.Equal((new DateTimeOffset(2001, 11, 5, 10, 0, 0, TimeSpan.Zero), "Maps help."), (thread.Posts[0].CreatedAt!.Value, thread.Posts[0].Body));
    }

    [Fact]
    public void A_discussion_and_a_webhook_that_break_off_before_their_comments_are_still_known()
    {
        Assert.Equal(("github", "Do maps help?"), (Samples.Read("""{"data":{"repository":{"discussion":{"id":"D1","title":"Maps?","body":"Do maps help?","author":{"login":"ada"},"comm""").Format, Samples.Read("""{"data":{"repository":{"discussion":{"id":"D1","title":"Maps?","body":"Do maps help?","author":{"login":"ada"},"comm""").Posts[0].Body));
        Assert.Equal("github", Samples.Read("""{"action":"created","issue":{"url":"https://api.github.com/repos/o/r/issues/7","html_url":"https://github.com/o/r/issues/7","id":1,"number":7,"title":"Maps?","user":{"login":"ada"},"body":"Do maps help?"},"comm""").Format);
    }

    [Fact]
    public void A_status_whose_writer_is_not_told_is_kept()
    {
        var thread = Samples.Read("""{"ancestors":[{"id":"1","content":"<p>Do maps help?</p>","created_at":"2024-01-01T00:00:00Z"}],"descendants":[{"id":"2","in_reply_to_id":"1","account":null,"content":"<p>Yes.</p>"}]}""");

        Assert.Equal([("1", null, AuthorState.Unknown, "Do maps help?"), ("2", "1", AuthorState.Unknown, "Yes.")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.State, post.Body)));
    }

    [Fact]
    public void Comments_of_any_make_may_have_lost_their_words_or_writer_and_still_hold_their_answers()
    {
        var thread = Samples.Read("""[{"id":1,"parent":0,"creator_name":"Ada","text":"Do maps help?","post_date":1700000000},{"id":2,"parent":1,"author":null,"text":null},{"id":"3","parent":"2","commentatorInfo":{"userLogin":"bo"},"text":"No."}]""");

        Assert.Equal([("1", null, "Ada", "Do maps help?"), ("2", "1", null, ""), ("3", "2", "bo", "No.")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.Body)));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1700000000), 0), (thread.Posts[0].CreatedAt!.Value, thread.Report.MissingParents));
    }

    [Fact]
    public void A_post_that_has_a_number_in_its_topic_is_not_its_own_parent()
    {
        var thread = Samples.Read("""{"tid":7,"title":"Engines","posts":[{"pid":31,"tid":7,"content":"<p>Which engine?</p>","uid":1,"timestamp":1700000000000,"user":{"username":"ada"}},{"pid":32,"tid":7,"toPid":"31","content":"<p>None is.</p>","uid":2,"timestamp":1700000060000,"user":{"username":"bo"}}]}""");

        Assert.Equal([("31", null, "ada"), ("32", "31", "bo")], thread.Posts.Select(post => (post.Id, post.StatedParentId, post.Author.Name!)));
        Assert.Equal(0, thread.Report.CirclesCut);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
