using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Posts that several people wrote together.</summary>
public sealed class CoauthorTests
{
    [Theory]
    [InlineData("""{"data":{"post":{"result":{"_id":"abcdefghijklmnopq","title":"Maps","postedAt":"2024-01-01T00:00:00Z","baseScore":1,"user":{"_id":"u1","displayName":"Ada"},"coauthors":[{"_id":"u2","slug":"bo","displayName":"Bo"},{"_id":"u3","displayName":"Cy"}],"coauthorStatuses":[{"userId":"u2","confirmed":true},{"userId":"u3","confirmed":false}],"contents":{"html":"<p>Maps help.</p>"}}}}}""")]
    [InlineData("""<html><head><link rel="canonical" href="https://forum.example.org/posts/abcdefghijklmnopq/maps"></head><body class="PostsPage"><h1 class="PostsPageTitle-root">Maps</h1><span class="PostsAuthors-root">by <span class="PostsAuthors-authorName"><a href="/users/ada">Ada</a>, <a href="/users/bo">Bo</a></span></span><a href="/users/dee">Dee</a><div class="PostsPage-postContent" id="postContent"><div class="ContentStyles-base"><p>Maps help.</p></div></div></body></html>""")]
    [InlineData("""<html><head><title>Maps - GreaterWrong</title></head><body><main class="post"><h1 class="post-title">Maps</h1><div class="post-meta top-post-meta"><a class="author" href="/users/ada" data-userid="u1">Ada</a>, <a class="author" href="/users/bo" data-userid="u2">Bo</a><a class="lw2-link" href="https://forum.example.org/posts/abcdefghijklmnopq/maps">LW</a></div><div class="body-text post-body"><p>Maps help.</p></div></main></body></html>""")]
    [InlineData("# Maps\n\n*   By [Ada](/users/ada), [Bo](/users/bo)\n*   2024-01-01T10:00:00.000Z\n*   40 points\n*   Comments: 0\n*   Post URL (HTML): [/posts/abcdefghijklmnopq/maps](/posts/abcdefghijklmnopq/maps)\n*   Post URL (Markdown): [/api/post/maps](/api/post/maps)\n\nMaps help.\n\n### Navigation\n\n*   [Front page](https://forum.example.org/api/home)\n*   [Markdown API documentation](https://forum.example.org/api/SKILL.md)\n")]
    public void All_who_wrote_a_post_of_ForumMagnum_are_named(string input)
    {
        var post = Assert.Single(Samples.Read(input).Posts);

        Assert.Equal(("Ada, Bo", "Maps help."), (post.Author.Name, post.Body));
    }

    [Theory]
    [InlineData("Ada", "Ada, Bo", true)]
    [InlineData("Ada, Bo", "Bo", true)]
    [InlineData("Ada", "Ada L", false)]
    [InlineData("Ada, Bo", "Ada, Cy", false)]
    [InlineData(null, null, false)]
    public void Who_wrote_one_post_together_with_others_is_the_author_of_both(string? one, string? other, bool areSame) => Assert.Equal(areSame, PostAuthor.AreSame(one, other));
}
