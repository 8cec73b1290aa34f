using System.Globalization;
using ArgMap.Argumentation.Threads;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class FediverseFetchingTests : ForumTests
{
    [Theory]
    [InlineData("https://lemmy.example/post/24", "v3")]
    [InlineData("https://lemmy.example/comment/107", "v3")]
    [InlineData("https://lemmy.example/post/24/107", "v4")]
    public async Task A_post_of_Lemmy_is_fetched_with_all_pages_of_comments_by_the_interface_its_version_has(string address, string version)
    {
        Internet.Site("lemmy.example", Lemmy(version, comments: 123));

        var thread = await Whole(address, "Lemmy");

        Assert.Equal((124, 124), (thread.Posts.Count, thread.Report.StatedCount));
        Assert.Equal(("", "post-24", "101"), (Parents(thread)["post-24"], Parents(thread)["101"], Parents(thread)["150"]));
    }

    [Theory]
    [InlineData("https://social.example/@ada/100")]
    [InlineData("https://social.example/@bo/103")]
    [InlineData("https://social.example/users/bo/statuses/103")]
    [InlineData("https://social.example/web/statuses/103")]
    [InlineData("https://social.example/ap/users/7/statuses/103")]
    [InlineData("https://social.example/@bo@other.example/103?utm_source=share")]
    public async Task A_thread_of_Mastodon_is_fetched_whole_from_any_of_its_statuses_and_beyond_what_is_shown_at_once(string address)
    {
        Internet.Site("social.example", Mastodon);

        var thread = await Whole(address, "Mastodon");

        Assert.Equal(["100", "101", "102", "103", "104"], thread.Posts.Select(post => post.Id).Order());
        Assert.Equal(("", "100", "101", "102", "103"), (Parents(thread)["100"], Parents(thread)["101"], Parents(thread)["102"], Parents(thread)["103"], Parents(thread)["104"]));
    }

    [Fact]
    public async Task A_comment_of_Lemmy_that_is_not_there_is_not_taken_for_the_post_of_its_number()
    {
        var lemmy = Lemmy("v3", comments: 3);
        Internet.Site("lemmy.example", context =>
        {
            context.Response.StatusCode = 404;
            return context.Request.Path == "/api/v3/comment" ? Task.CompletedTask : lemmy(context);
        });

        Assert.Contains("lemmy.example has nothing at this address", await Internet.Refused("https://lemmy.example/comment/24"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_of_the_fediverse_are_followed_up_to_the_first_and_down_from_server_to_server()
    {
        Internet.Site("one.example", Objects(new()
        {
            ["/objects/top"] = new { id = "https://one.example/objects/top", type = "Note", attributedTo = "https://one.example/u/ada", content = "<p>Top.</p>", published = "2026-01-01T00:00:00Z", replies = new { type = "Collection", id = "https://one.example/objects/top/replies", first = new { type = "CollectionPage", items = new[] { "https://two.example/notes/a" }, next = "https://one.example/objects/top/replies?page=2" } } },
            ["/objects/top/replies?page=2"] = new { id = "https://one.example/objects/top/replies?page=2", type = "CollectionPage", items = new object[] { "https://one.example/objects/b", new { id = "https://one.example/objects/whole", type = "Note", attributedTo = "https://one.example/u/cy", content = "<p>Whole.</p>", inReplyTo = "https://one.example/objects/top" } } },
            ["/objects/b"] = new { id = "https://one.example/objects/b", type = "Note", attributedTo = "https://one.example/u/bo", content = "<p>B.</p>", inReplyTo = "https://one.example/objects/top", replies = "https://one.example/objects/b/replies" },
            ["/objects/b/replies"] = new { id = "https://one.example/objects/b/replies", type = "Collection", items = Array.Empty<string>() },
        }));
        Internet.Site("two.example", Objects(new()
        {
            ["/notes/a"] = new { id = "https://two.example/notes/a", type = "Note", attributedTo = "https://two.example/u/di", content = "<p>A.</p>", inReplyTo = "https://one.example/objects/top", replies = new { type = "Collection", items = new[] { "https://two.example/notes/aa", "https://inside.example/notes/secret" } } },
            ["/notes/aa"] = new { id = "https://two.example/notes/aa", type = "Note", attributedTo = "https://two.example/u/ed", content = "<p>AA.</p>", inReplyTo = "https://two.example/notes/a" },
        }));
        Internet.Name("inside.example", () => [System.Net.IPAddress.Parse("10.1.1.1")]);

        var fetched = await Internet.Fetched("https://two.example/notes/aa");

        Assert.Equal("ActivityPub", fetched.Forum);
        Assert.Contains("inside.example is not on the public Internet", Assert.Single(fetched.Missing), StringComparison.Ordinal);
        var thread = ThreadReading.Read(fetched.Inputs);
        Assert.Equal(["A.", "AA.", "B.", "Top.", "Whole."], thread.Posts.Select(post => post.Body).Order(StringComparer.Ordinal));
        Assert.Equal("https://two.example/notes/a", Parents(thread)["https://two.example/notes/aa"]);
    }

    private static Func<HttpContext, Task> Lemmy(string version, int comments) => async context =>
    {
        var isOld = version == "v3";
        object Comment(int number)
        {
            var id = 100 + number;
            var place = number > 40 ? $"0.101.{id}" : $"0.{id}";
            object comment = isOld
                ? new { id, post_id = 24, path = place, content = $"Comment {id}.", published = "2026-01-01T00:00:00Z", ap_id = $"https://lemmy.example/comment/{id}", deleted = false, removed = false }
                : new { id, post_id = 24, path = place, content = $"Comment {id}.", published_at = "2026-01-01T00:00:00Z", ap_id = $"https://lemmy.example/comment/{id}", deleted = false, removed = false, score = 1 };
            return new { comment, creator = new { id = 5, name = "bo" }, post = new { id = 24 }, counts = new { score = 1 } };
        }

        var page = context.Request.Query["page_cursor"].ToString() is ['P', .. var cursor] ? int.Parse(cursor, CultureInfo.InvariantCulture) : Number(context.Request, "page", 1);
        var some = Enumerable.Range(1, comments).Skip((page - 1) * 50).Take(50).Select(Comment);
        var path = context.Request.Path.Value!;
        object? answer = !path.StartsWith($"/api/{version}/", StringComparison.Ordinal) ? null : path[8..] switch
        {
            "post" when Number(context.Request, "id") == 24 => new { post_view = new { post = new { id = 24, name = "Why so?", body = "I ask.", ap_id = "https://lemmy.example/post/24", published = "2026-01-01T00:00:00Z", comments }, creator = new { id = 4, name = "ada" }, counts = new { comments } } },
            "comment" => new { comment_view = new { comment = new { id = 107, post_id = 24 }, post = new { id = 24 } } },
            "comment/list" when isOld => new { comments = some },
            "comment/list" => new { items = some, next_page = page * 50 < comments ? $"P{page + 1}" : null },
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 404 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(answer));
    };

    /// <summary>A chain of five of which the server shows two below the first at once.</summary>
    private static async Task Mastodon(HttpContext context)
    {
        object Status(int id) => new
        {
            id = id.ToString(CultureInfo.InvariantCulture),
            url = $"https://social.example/@ada/{id}",
            content = $"<p>Status {id}.</p>",
            created_at = "2026-01-01T00:00:00Z",
            account = new { id = "1", acct = "ada" },
            in_reply_to_id = id == 100 ? null : (id - 1).ToString(CultureInfo.InvariantCulture),
            replies_count = id == 104 ? 0 : 1,
        };
        var parts = context.Request.Path.Value!.Split('/');
        var id = parts is ["", "api", "v1", "statuses", var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        object? answer = id is < 100 or > 104 ? null
            : parts.Length == 5 ? Status(id)
            : new { ancestors = Enumerable.Range(100, id - 100).Select(Status), descendants = Enumerable.Range(id + 1, Math.Min(2, 104 - id)).Select(Status) };
        context.Response.StatusCode = answer is null ? 404 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(answer));
    }

    private static Func<HttpContext, Task> Objects(Dictionary<string, object> objects) => async context =>
    {
        var isThere = objects.TryGetValue(context.Request.Path + context.Request.QueryString, out var value);
        context.Response.StatusCode = !isThere ? 404 : context.Request.Headers.Accept.ToString().Contains("application/activity+json", StringComparison.Ordinal) ? 200 : 406;
        context.Response.ContentType = "application/activity+json";
        await context.Response.WriteAsync(Json(value));
    };
}
