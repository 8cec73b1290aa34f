namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Notes of GitLab: an issue has several discussions, and what is said in one answers what that began with.</summary>
public sealed class DiscussionNoteTests
{
    private const string Issue = """{"id":900,"iid":7,"title":"On maps","description":"Maps help.","state":"opened","created_at":"2024-01-01T09:00:00.000Z","author":{"id":1,"username":"ada","name":"Ada"},"user_notes_count":4,"web_url":"https://git.example.org/g/p/-/issues/7"}""";

    private static string Note(int id, string by, string words, string more = "") =>
        $$"""{"id":{{id}},"type":"DiscussionNote","body":"{{words}}","author":{"id":{{id + 50}},"username":"{{by}}","name":"{{by}}"},"created_at":"2024-01-01T1{{id}}:00:00.000Z","system":false,"noteable_id":900,"noteable_type":"Issue","resolvable":true{{more}}}""";

    [Fact]
    public void Notes_answer_the_first_of_their_discussion()
    {
        var thread = Samples.Read(Issue, $$"""
            [{"id":"aaa1","individual_note":false,"notes":[{{Note(1, "bo", "No.")}},{{Note(2, "cy", "Why?")}},{{Note(3, "bo", "Because.")}}]},
             {"id":"aaa2","individual_note":true,"notes":[{{Note(4, "dee", "Yes.")}}]},
             {"id":"aaa3","individual_note":true,"notes":[{{Note(5, "dee", "changed the description").Replace("\"system\":false", "\"system\":true", StringComparison.Ordinal)}}]}]
            """);

        Assert.Equal([("900", null), ("1", "900"), ("2", "1"), ("3", "1"), ("4", "900")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((5, 5, "notices of the forum"), (thread.Report.StatedCount, thread.Report.Posts, Assert.Single(thread.Report.LeftOut).Key));
    }

    [Fact]
    public void Notes_may_name_their_discussion_and_lie_in_their_issue()
    {
        var thread = Samples.Read($$"""{{Issue[..^1]}},"notes":[{{Note(1, "bo", "No.", ",\"discussion_id\":\"aaa1\"")}},{{Note(4, "dee", "Yes.", ",\"discussion_id\":\"aaa2\"")}},{{Note(2, "cy", "Why?", ",\"discussion_id\":\"aaa1\"")}}]}""".Replace("\"body\"", "\"note\"", StringComparison.Ordinal));

        Assert.Equal([("900", null, "Maps help."), ("1", "900", "No."), ("2", "1", "Why?"), ("4", "900", "Yes.")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
    }

    [Fact]
    public void What_GraphQL_hands_out_of_discussions_is_read_likewise()
    {
        var thread = Samples.Read("""
            {"data":{"project":{"issue":{"id":"gid://gitlab/Issue/900","title":"On maps","description":"Maps help.","createdAt":"2024-01-01T09:00:00Z","author":{"username":"ada"},"discussions":{"nodes":[
             {"id":"gid://gitlab/Discussion/aaa1","notes":{"nodes":[{"id":"gid://gitlab/DiscussionNote/1","body":"No.","author":{"username":"bo"},"createdAt":"2024-01-01T10:00:00Z","system":false},{"id":"gid://gitlab/DiscussionNote/2","body":"Why?","author":{"username":"cy"},"createdAt":"2024-01-01T11:00:00Z","system":false}]}},
             {"id":"gid://gitlab/Discussion/aaa2","notes":{"nodes":[{"id":"gid://gitlab/Note/4","body":"Yes.","author":{"username":"dee"},"createdAt":"2024-01-01T12:00:00Z","system":false}]}}]}}}}}
            """);

        Assert.Equal([("900", null), ("1", "900"), ("2", "1"), ("4", "900")], thread.Posts.Select(post => (post.Id.Split('/')[^1], post.ParentId?.Split('/')[^1])));
    }

    [Fact]
    public void Elsewhere_a_discussion_is_all_that_is_said_on_a_page()
    {
        var thread = Samples.Read("""[{"commentID":9,"discussionID":5,"body":"No.","insertUserID":2,"dateInserted":"2024-01-01T11:00:00Z"},{"commentID":10,"discussionID":5,"body":"Why?","insertUserID":3,"dateInserted":"2024-01-01T12:00:00Z"}]""");

        Assert.Equal([("9", null), ("10", null)], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }
}
