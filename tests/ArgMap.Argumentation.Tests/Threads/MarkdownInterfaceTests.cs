using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>The Markdown interface of LessWrong as its source draws it: a list over the post, links within the site, and where else to go at the end.</summary>
public sealed class MarkdownInterfaceTests
{
    private const string Navigation = """


        ### Navigation

        *   [Front page](https://forum.example.org/api/home)
        *   [Markdown API documentation](https://forum.example.org/api/SKILL.md)
        """;

    private const string Post = """
        # On maps \[draft\]

        *   By [Ada L](/users/ada), [Bo](/users/bo)
        *   2024-01-01T10:00:00.000Z
        *   40 points
        *   Linkpost: [https://elsewhere.example/maps](https://elsewhere.example/maps)
        *   Tag: [Maps](/w/maps)
        *   Frontpage
        *   Comments: 4
        *   Post URL (HTML): [/posts/abcdefghijklmnopq/on-maps](/posts/abcdefghijklmnopq/on-maps)
        *   Post URL (Markdown): [/api/post/mapsandterritories](/api/post/mapsandterritories)

        * The first item is of the post.

        The proxy is fixed early on. See [this](/api/post/bcdefghijklmnopqr).

        ## Top Comments Index

        ### Comment by [Bo](/users/bo)

        *   2024-01-01T11:00:00.000Z
        *   Karma: 15
        *   HTML permalink: [/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa](/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa)
        *   Markdown permalink: [/api/post/on-maps/comments/c1aaaaaaaaaaaaaaa](/api/post/on-maps/comments/c1aaaaaaaaaaaaaaa)
        """;

    private const string Comments = """
        # Comments: On maps

        Post URL (Markdown): [/api/post/mapsandterritories](/api/post/mapsandterritories)

        Post URL (HTML): [/posts/abcdefghijklmnopq/on-maps](/posts/abcdefghijklmnopq/on-maps)

        Showing 4 of 4 comments (sort=top).

        ### Comment by [Bo](/users/bo)

        *   2024-01-01T11:00:00.000Z
        *   Karma: 15
        *   HTML permalink: [/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa](/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa)

          Why so? I doubt it.

        ### Comment by [Cy](/users/cy)

        *   2024-01-01T14:00:00.000Z
        *   Karma: 9
        *   Reply depth: 1
        *   HTML permalink: [/posts/abcdefghijklmnopq/on-maps/comment/c4aaaaaaaaaaaaaaa](/posts/abcdefghijklmnopq/on-maps/comment/c4aaaaaaaaaaaaaaa)

            An answer to what was written last before it.

        ### Comment by [Di](/users/di)

        *   2024-01-01T13:00:00.000Z
        *   Karma: 5
        *   HTML permalink: [/posts/abcdefghijklmnopq/on-maps/comment/c3aaaaaaaaaaaaaaa](/posts/abcdefghijklmnopq/on-maps/comment/c3aaaaaaaaaaaaaaa)

          Thoughts of my own.

        ### Comment by \[Anonymous\]

        *   2024-01-01T12:00:00.000Z
        *   Karma: 2
        *   Reply depth: 1
        *   HTML permalink: [/posts/abcdefghijklmnopq/on-maps/comment/c2aaaaaaaaaaaaaaa](/posts/abcdefghijklmnopq/on-maps/comment/c2aaaaaaaaaaaaaaa)

            Because they are.
        """;

    [Theory]
    [InlineData("# On maps", "# On maps")]
    [InlineData("# On maps", "On maps")]
    [InlineData("*   ", "-   ")]
    public void A_post_stands_below_a_list_of_what_is_known_of_it(string written, string also)
    {
        var thread = Samples.Read((Post + Navigation).Replace(written, also, StringComparison.Ordinal));

        var post = thread.Posts[0];
        Assert.Equal(("forummagnum-markdown", "forum.example.org", "On maps [draft]", "https://forum.example.org/posts/abcdefghijklmnopq/on-maps"), (thread.Format, thread.Forum, thread.Title, thread.Address));
        Assert.Equal(("abcdefghijklmnopq", "Ada L, Bo", "ada", 40, 10), (post.Id, post.Author.Name, post.Author.Id, post.Score, post.CreatedAt?.Hour));
        Assert.Equal("<https://elsewhere.example/maps>\n\n* The first item is of the post.\n\nThe proxy is fixed early on. See [this](https://forum.example.org/posts/bcdefghijklmnopqr).", post.Body);
        Assert.Equal((5, 1), (thread.Report.StatedCount, thread.Report.LeftOut["the words of comments that the interface only lists below a post"]));
        Assert.Equal(("c1aaaaaaaaaaaaaaa", "abcdefghijklmnopq"), (thread.Posts[1].Id, thread.Posts[1].ParentId));
    }

    [Fact]
    public void Where_else_to_go_is_no_part_of_the_last_comment()
    {
        var thread = Samples.Read(Comments + Navigation);

        Assert.Equal("On maps", thread.Title);
        Assert.Equal(["Why so? I doubt it.", "Because they are.", "Thoughts of my own.", "An answer to what was written last before it."], thread.Posts.Select(post => post.Body));
        Assert.Equal("https://forum.example.org/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa", thread.Posts[0].Address);
        Assert.Equal(AuthorState.Deleted, thread.Posts[1].Author.State);
    }

    [Fact]
    public void Sorted_comments_that_only_say_how_deep_they_stand_answer_what_was_written_before_them()
    {
        var thread = Samples.Read(Post + Navigation, Comments + Navigation);

        Assert.Equal(
            [("abcdefghijklmnopq", null), ("c1aaaaaaaaaaaaaaa", "abcdefghijklmnopq"), ("c2aaaaaaaaaaaaaaa", "c1aaaaaaaaaaaaaaa"), ("c3aaaaaaaaaaaaaaa", "abcdefghijklmnopq"), ("c4aaaaaaaaaaaaaaa", "c3aaaaaaaaaaaaaaa")],
            thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal("Why so? I doubt it.", thread.Posts[1].Body);
    }

    [Fact]
    public void A_comment_can_be_asked_for_with_what_it_answers()
    {
        var thread = Samples.Read(Post[..Post.IndexOf("## Top", StringComparison.Ordinal)] + "## Comment thread\n\nShowing the comment and its 1 parent comment (oldest first).\n\n" + Comments[Comments.IndexOf("### Comment by [Di]", StringComparison.Ordinal)..Comments.IndexOf("### Comment by \\[", StringComparison.Ordinal)] + Navigation);

        Assert.EndsWith("/posts/bcdefghijklmnopqr).", thread.Posts[0].Body, StringComparison.Ordinal);
        Assert.Equal(["abcdefghijklmnopq", "c3aaaaaaaaaaaaaaa"], thread.Posts.Select(post => post.Id));
    }
}
