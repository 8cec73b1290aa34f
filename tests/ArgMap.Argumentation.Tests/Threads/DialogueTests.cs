namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Dialogues of LessWrong are one text with many messages.</summary>
public sealed class DialogueTests
{
    private const string Words = """
        <p>We talked about maps.</p>
        <section class="dialogue-message ContentStyles-debateResponseBody" message-id="u1-Mon, 01 Jan 2024 10:00:00 GMT" user-id="u1" display-name="Ada" submitted-date="Mon, 01 Jan 2024 10:00:00 GMT" user-order="1"><section class="dialogue-message-header CommentUserName-author"><b>Ada</b></section><div class="dialogue-message-content"><p>Maps help us to find what nobody has answered yet.</p></div></section>
        <section class="dialogue-message ContentStyles-debateResponseBody" message-id="u2-Mon, 01 Jan 2024 11:00:00 GMT" user-id="u2" display-name="Bo" submitted-date="Mon, 01 Jan 2024 11:00:00 GMT" user-order="2"><section class="dialogue-message-header CommentUserName-author"><b>Bo</b></section><div class="dialogue-message-content"><blockquote><p>find what nobody has answered yet</p></blockquote><p>Do they?</p></div></section>
        <section class="dialogue-message ContentStyles-debateResponseBody" message-id="u2-Mon, 01 Jan 2024 11:00:00 GMT" user-id="u2" display-name="Bo" submitted-date="Mon, 01 Jan 2024 11:00:00 GMT" user-order="2"><section class="dialogue-message-header CommentUserName-author"><b>Bo</b></section><div class="dialogue-message-content"><p>I doubt it.</p></div></section>
        <p>The end.</p>
        """;

    private static readonly string Answer = """{"data":{"post":{"result":{"_id":"abcdefghijklmnopq","title":"On maps","pageUrl":"https://forum.example.org/posts/abcdefghijklmnopq/maps","postedAt":"2024-01-02T00:00:00Z","baseScore":40,"user":{"displayName":"Ada","_id":"u1"},"contents":{"html":WORDS}}}}}""".Replace("WORDS", System.Text.Json.JsonSerializer.Serialize(Words), StringComparison.Ordinal);

    private const string Page = $"""
        <html><head><link rel="canonical" href="https://forum.example.org/posts/abcdefghijklmnopq/maps"></head><body class="PostsPage"><h1 class="PostsPageTitle-root">On maps</h1><a href="/users/ada">Ada</a>
        <div class="PostsPage-postContent" id="postContent"><div class="ContentStyles-base">{Words}</div></div><div class="comments-node" id="ccccccccccccccccc"><div class="CommentsItem-root"><a href="/users/cy">Cy</a><div class="CommentBody-root"><p>No.</p></div></div></div></body></html>
        """;

    private const string Mirror = $"""
        <html><head><link rel="canonical" href="https://www.greaterwrong.com/posts/abcdefghijklmnopq/maps"></head><body>
        <main class="post"><h1 class="post-title">On maps</h1><div class="post-meta top-post-meta"><a class="author" href="/users/ada" data-userid="u1">Ada</a></div><div class="body-text post-body">{Words}</div></main></body></html>
        """;

    [Theory]
    [InlineData(null)]
    [InlineData(Page)]
    [InlineData(Mirror)]
    public void Each_message_is_a_post_by_whoever_wrote_it(string? page)
    {
        var posts = Samples.Read(page ?? Answer).Posts.Where(post => post.Author.Name != "Cy").ToList();

        Assert.Equal([("Ada", null), ("Ada", posts[0].Id), ("Bo", posts[1].Id), ("Bo", posts[2].Id)], posts.Select(post => (post.Author.Name, post.ParentId)));
        Assert.Equal(["We talked about maps.\n\nThe end.", "Maps help us to find what nobody has answered yet.", "> find what nobody has answered yet\n\nDo they?", "I doubt it."], posts.Select(post => post.Body));
        Assert.Equal((11, "abcdefghijklmnopq/u2-Mon, 01 Jan 2024 11:00:00 GMT", posts[1].Id), (posts[2].CreatedAt?.Hour, posts[2].Id, Assert.Single(posts[2].Quotes).PostId));
    }

    [Fact]
    public void Another_interface_of_the_forum_tells_of_the_same_messages()
    {
        var thread = Samples.Read(Answer, Page);

        Assert.Equal((5, 4), (thread.Posts.Count, thread.Report.DuplicatesDropped));
    }
}
