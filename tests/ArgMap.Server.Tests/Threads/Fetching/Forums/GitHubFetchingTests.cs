using System.Text.Json;
using ArgMap.Argumentation.Threads;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class GitHubFetchingTests : ForumTests
{
    [Theory]
    [InlineData("https://github.com/ada/loom/issues/7#issuecomment-3", false, 231)]
    [InlineData("https://github.com/ada/loom/pull/7/files", true, 235)]
    public async Task An_issue_is_fetched_with_all_its_comments_and_a_pull_request_with_its_reviews_and_those_on_the_code(string address, bool isPull, int posts)
    {
        Internet.Site("api.github.com", Issue(isPull, 230));

        var thread = await Whole(address, "GitHub");

        Assert.Equal((posts, 231), (thread.Posts.Count, thread.Report.StatedCount));
        var isOnCode = thread.Posts.ToLookup(post => post.Id is "9001" or "9002" or "9003");
        Assert.All(isOnCode[false].Skip(1), post => Assert.Equal("ada/loom#7", post.ParentId));
        Assert.Equal(isPull ? [("9001", "review-80"), ("9002", "9001"), ("9003", "ada/loom#7")] : [], isOnCode[true].OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => (post.Id, post.ParentId!)));
    }

    [Fact]
    public async Task A_page_of_comments_that_cannot_be_had_is_reported_and_the_next_is_fetched()
    {
        Internet.Site("api.github.com", Issue(isPull: false, 230, broken: 2));

        var fetched = await Internet.Fetched("https://github.com/ada/loom/issues/7");

        Assert.StartsWith("Comments, page 2 could not be fetched: api.github.com has a fault (502).", Assert.Single(fetched.Missing));
        Assert.Equal(131, Read(fetched).Posts.Count);
    }

    [Fact]
    public async Task The_token_goes_to_the_interface_and_nowhere_else()
    {
        Internet.Settings.GitHubToken = "secret-token";
        string? atHome = null, elsewhere = "not asked";
        Internet.Site("api.github.com", context =>
        {
            atHome = context.Request.Headers.Authorization;
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "https://elsewhere.example/issue";
            return Task.CompletedTask;
        });
        Internet.Site("elsewhere.example", context =>
        {
            elsewhere = context.Request.Headers.Authorization;
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        await Internet.Refused("https://github.com/ada/loom/issues/7");

        Assert.Equal(("Bearer secret-token", ""), (atHome, elsewhere ?? ""));
    }

    [Fact]
    public async Task A_discussion_is_fetched_with_a_token_comments_and_replies_on_as_many_pages_as_there_are()
    {
        Internet.Settings.GitHubToken = "secret-token";
        Internet.Site("api.github.com", Discussion);

        var thread = await Whole("https://github.com/ada/loom/discussions/9#discussioncomment-1", "GitHub");

        Assert.Equal(["C1", "C2", "D9", "R1", "R2", "R3"], thread.Posts.Select(post => post.Id).Order());
        Assert.Equal(("D9", "C1", "C1", "C1", "D9"), (Parents(thread)["C1"], Parents(thread)["R1"], Parents(thread)["R2"], Parents(thread)["R3"], Parents(thread)["C2"]));
        Assert.Equal(PostKind.Answer, thread.Posts.Single(post => post.Id == "C2").Kind);
    }

    [Fact]
    public async Task Without_a_token_the_page_of_a_discussion_is_fetched()
    {
        Internet.Site("github.com", _ => "<p>words", "text/html");

        Assert.Equal("a web page", (await Internet.Fetched("https://github.com/ada/loom/discussions/9")).Forum);
    }

    [Fact]
    public async Task The_page_of_an_organisations_discussion_is_fetched_as_its_repository_is_not_known()
    {
        Internet.Settings.GitHubToken = "secret-token";
        Internet.Site("api.github.com", _ => """{"data":{"repository":null}}""");
        Internet.Site("github.com", _ => "<p>words", "text/html");

        Assert.Equal("a web page", (await Internet.Fetched("https://github.com/orgs/loom/discussions/9")).Forum);
    }

    [Fact]
    public async Task A_discussion_of_a_number_too_large_to_be_one_is_left_to_its_page()
    {
        Internet.Settings.GitHubToken = "secret-token";
        Internet.Site("github.com", _ => "<p>words", "text/html");

        Assert.Equal("a web page", (await Internet.Fetched("https://github.com/ada/loom/discussions/999999999999999999")).Forum);
    }

    private static Func<HttpContext, Task> Issue(bool isPull, int comments, int broken = 0) => async context =>
    {
        object Comment(int id, string at) => new { id, html_url = $"https://github.com/ada/loom/issues/7#{at}-{id}", body = $"Comment {id}.", user = new { login = "bo", id = 2 }, author_association = "NONE", created_at = "2026-01-01T00:00:00Z", updated_at = "2026-01-01T00:00:00Z" };
        object Review(int id, string body) => new { id, html_url = $"https://github.com/ada/loom/pull/7#pullrequestreview-{id}", body, state = "COMMENTED", user = new { login = "bo", id = 2 }, author_association = "NONE", submitted_at = "2026-01-01T00:00:00Z" };
        object OnCode(int id, int review, int? answers) => new { id, pull_request_review_id = review, in_reply_to_id = answers, path = "loom.cs", line = 3, html_url = $"https://github.com/ada/loom/pull/7#discussion_r{id}", body = $"Comment {id}.", user = new { login = "bo", id = 2 }, author_association = "NONE", created_at = "2026-01-01T00:00:00Z" };
        var page = Number(context.Request, "page");
        object? answer = context.Request.Path.Value switch
        {
            "/repos/ada/loom/issues/7" => new
            {
                number = 7,
                title = "It breaks",
                html_url = "https://github.com/ada/loom/issues/7",
                body = "So it does.",
                user = new { login = "ada", id = 1 },
                author_association = "OWNER",
                comments,
                created_at = "2026-01-01T00:00:00Z",
                updated_at = "2026-01-01T00:00:00Z",
                pull_request = isPull ? new { url = "x" } : null,
            },
            "/repos/ada/loom/issues/7/comments" => Enumerable.Range(1, comments).Skip((page - 1) * 100).Take(100).Select(id => Comment(id, "issuecomment")),
            "/repos/ada/loom/pulls/7/reviews" => new[] { Review(80, "Not yet."), Review(81, "") },
            "/repos/ada/loom/pulls/7/comments" => new[] { OnCode(9001, 80, null), OnCode(9002, 82, 9001), OnCode(9003, 81, null) },
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 404 : page > 0 && page == broken ? 502 : 200;
        if (page > 0 && page * 100 < comments && !context.Request.Path.Value!.Contains("pulls", StringComparison.Ordinal))
        {
            context.Response.Headers.Link = $"<https://api.github.com/repositories/1/issues/7/comments?page={page + 1}>; rel=\"next\", <https://api.github.com/x>; rel=\"last\"";
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(answer));
    };

    private static async Task Discussion(HttpContext context)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        var variables = asked.RootElement.GetProperty("variables");
        var after = variables.TryGetProperty("after", out var cursor) ? cursor.GetString() : null;
        object Comment(string id, string? answers = null) => new { id, body = $"Words of {id}.", createdAt = "2026-01-01T00:00:00Z", author = new { login = "bo" }, replyTo = answers is null ? null : new { id = answers } };
        object Page(string? next) => new { hasNextPage = next is not null, endCursor = next };
        object answer = after switch
        {
            "replies" => new { node = new { comments = new { pageInfo = Page(null), nodes = new[] { Comment("R2", "C1"), Comment("R3", "C1") } } } },
            "comments" => new
            {
                repository = new
                {
                    discussion = new
                    {
                        id = "D9",
                        title = "Shall we?",
                        body = "I ask.",
                        url = "https://github.com/ada/loom/discussions/9",
                        createdAt = "2026-01-01T00:00:00Z",
                        author = new { login = "ada" },
                        answer = new { id = "C2" },
                        comments = new { totalCount = 2, pageInfo = Page(null), nodes = new[] { new { id = "C2", body = "Yes.", createdAt = "2026-01-01T00:00:00Z", author = (object?)null, isAnswer = true, replies = new { pageInfo = Page(null), nodes = Array.Empty<object>() } } } },
                    },
                },
            },
            _ => new
            {
                repository = new
                {
                    discussion = new
                    {
                        id = "D9",
                        title = "Shall we?",
                        body = "I ask.",
                        url = "https://github.com/ada/loom/discussions/9",
                        createdAt = "2026-01-01T00:00:00Z",
                        author = new { login = "ada" },
                        answer = new { id = "C2" },
                        comments = new { totalCount = 2, pageInfo = Page("comments"), nodes = new[] { new { id = "C1", body = "No.", createdAt = "2026-01-01T00:00:00Z", author = new { login = "cy" }, isAnswer = false, replies = new { pageInfo = Page("replies"), nodes = new[] { Comment("R1", "C1") } } } } },
                    },
                },
            },
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(new { data = answer }));
    }
}
