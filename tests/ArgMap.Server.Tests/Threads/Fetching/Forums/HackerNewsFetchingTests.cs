using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class HackerNewsFetchingTests : ForumTests
{
    [Theory]
    [InlineData("https://news.ycombinator.com/item?id=10")]
    [InlineData("https://news.ycombinator.com/item?id=12#13")]
    public async Task A_discussion_comes_whole_in_one_answer_also_from_the_address_of_a_comment(string address)
    {
        Internet.Site("hn.algolia.com", request => request.Path.Value switch
        {
            "/api/v1/items/10" => Json(new
            {
                id = 10,
                type = "story",
                author = "ada",
                title = "Deception",
                created_at_i = 1700000000,
                story_id = 10,
                children = new object[]
                {
                    new { id = 11, type = "comment", author = "bo", parent_id = 10, story_id = 10, text = "<p>By default?", children = Array.Empty<object>() },
                    new { id = 12, children = new[] { new { id = 13, type = "comment", author = "cy", parent_id = 12, text = "<p>Agreed.", children = Array.Empty<object>() } } },
                },
            }),
            "/api/v1/items/12" => Json(new { id = 12, type = "comment", parent_id = 10, story_id = 10, author = "bo", text = "x", children = Array.Empty<object>() }),
            _ => null,
        });

        var thread = await Whole(address, "Hacker News");

        Assert.Equal(4, thread.Posts.Count);
        Assert.Equal(("", "10", "10", "12"), (Parents(thread)["10"], Parents(thread)["11"], Parents(thread)["12"], Parents(thread)["13"]));
    }

    [Fact]
    public async Task The_part_below_a_comment_is_never_taken_for_the_discussion_it_is_in()
    {
        Internet.Site("hn.algolia.com", request => request.Path == "/api/v1/items/2" ? Json(new { id = 2, type = "comment", parent_id = 1, story_id = 1, author = "bo", text = "One.", children = Array.Empty<object>() }) : null);
        Internet.Site("hacker-news.firebaseio.com", request => request.Path.Value switch
        {
            "/v0/item/1.json" => Json(new { id = 1, type = "story", by = "ada", title = "Why", time = 1700000000, kids = new[] { 2, 3 }, descendants = 2 }),
            "/v0/item/2.json" => Json(new { id = 2, type = "comment", by = "bo", parent = 1, text = "One.", time = 1700000001 }),
            "/v0/item/3.json" => Json(new { id = 3, type = "comment", by = "cy", parent = 1, text = "Two.", time = 1700000002 }),
            _ => null,
        });

        Assert.Equal(["1", "2", "3"], (await Whole("https://news.ycombinator.com/item?id=2", "Hacker News")).Posts.Select(post => post.Id).Order());
    }

    [Fact]
    public async Task That_a_comment_has_not_changed_says_nothing_of_the_discussion_it_is_in()
    {
        Internet.Site("hn.algolia.com", async context =>
        {
            var isComment = context.Request.Path == "/api/v1/items/2";
            if (isComment && context.Request.Headers.IfModifiedSince.Count > 0)
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.LastModified = "Sat, 21 Nov 2026 10:00:00 GMT";
            object comment = new { id = 2, type = "comment", parent_id = 1, story_id = 1, author = "bo", text = "One.", children = Array.Empty<object>() };
            await context.Response.WriteAsync(Json(isComment ? comment : new { id = 1, type = "story", story_id = 1, author = "ada", title = "Why", children = new[] { comment } }));
        });
        const string Address = "https://news.ycombinator.com/item?id=2";
        var first = await Internet.Fetched(Address);

        using var fetcher = Internet.Fetcher();
        var second = (await fetcher.Fetch(new(Address), first.Conditions, null, Xunit.TestContext.Current.CancellationToken)).Value;

        Assert.False(second.IsUnchanged);
        Assert.Equal(2, Read(second).Posts.Count);
    }

    [Fact]
    public async Task Where_that_fails_the_items_are_fetched_one_by_one_from_the_story_down()
    {
        Internet.Site("hn.algolia.com", async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.StartAsync();
        });
        Internet.Site("hacker-news.firebaseio.com", request => request.Path.Value switch
        {
            "/v0/item/1.json" => Json(new { id = 1, type = "story", by = "ada", title = "Why", time = 1700000000, kids = new[] { 2, 3, 5 }, descendants = 4 }),
            "/v0/item/2.json" => Json(new { id = 2, type = "comment", by = "bo", parent = 1, text = "One.", time = 1700000001, kids = new[] { 4 } }),
            "/v0/item/3.json" => Json(new { id = 3, type = "comment", deleted = true, parent = 1, time = 1700000002 }),
            "/v0/item/4.json" => Json(new { id = 4, type = "comment", by = "cy", parent = 2, text = "Two.", time = 1700000003 }),
            "/v0/item/5.json" => "null",
            _ => null,
        });

        var fetched = await Internet.Fetched("https://news.ycombinator.com/item?id=4");

        var thread = Read(fetched);
        Assert.Equal(["1", "2", "3", "4"], thread.Posts.Select(post => post.Id).Order());
        Assert.Equal((5, 1), (thread.Report.StatedCount, thread.Report.NotLoaded));
    }

    [Fact]
    public async Task An_item_that_nobody_knows_is_said_to_be_unknown()
    {
        Internet.Site("hn.algolia.com", (HttpRequest _) => null);
        Internet.Site("hacker-news.firebaseio.com", _ => "null");

        Assert.Contains("Hacker News knows no item 99", await Internet.Refused("https://news.ycombinator.com/item?id=99"), StringComparison.Ordinal);
    }
}
