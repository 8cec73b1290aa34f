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
