using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class DiscourseFetchingTests : ForumTests
{
    [Theory]
    [InlineData("https://talk.example/t/why-so/12")]
    [InlineData("https://talk.example/t/12")]
    [InlineData("https://talk.example/t/why-so/12/107?u=ada")]
    [InlineData("https://talk.example/t/12.json")]
    public async Task A_topic_is_fetched_with_all_the_posts_that_it_names(string address)
    {
        Internet.Site("talk.example", Topic(posts: 173));

        var thread = await Whole(address, "Discourse");

        Assert.Equal((173, 173, 0, 0), (thread.Posts.Count, thread.Report.StatedCount, thread.Report.NotLoaded, thread.Report.MissingParents));
        Assert.Equal("1005", Parents(thread)["1150"]);
        Assert.Equal(5, Internet.Requests.Count);
    }

    [Fact]
    public async Task A_forum_below_the_root_of_its_host_is_found_there()
    {
        Internet.Site("house.example", Topic(posts: 30, root: "/forum"));

        Assert.Equal(30, (await Whole("https://house.example/forum/t/why-so/12/3", "Discourse")).Posts.Count);
    }

    [Fact]
    public async Task A_forum_that_gives_fewer_posts_at_once_than_were_asked_for_is_asked_again()
    {
        Internet.Site("talk.example", Topic(posts: 173, atOnce: 20));

        Assert.Equal(173, (await Whole("https://talk.example/t/x/12", "Discourse")).Posts.Count);
    }

    [Fact]
    public async Task Posts_that_are_named_and_never_given_are_counted_by_the_reader_and_not_asked_for_for_ever()
    {
        Internet.Site("talk.example", Topic(posts: 60, gone: [33, 44]));

        var thread = await Whole("https://talk.example/t/x/12", "Discourse");

        Assert.Equal((58, 2), (thread.Posts.Count, thread.Report.NotLoaded));
        Assert.Equal(3, Internet.Requests.Count);
    }

    [Fact]
    public async Task Chunks_that_cannot_be_had_are_reported_and_the_others_are_kept()
    {
        Internet.Site("talk.example", Topic(posts: 173, broken: 1080));

        var fetched = await Internet.Fetched("https://talk.example/t/x/12");

        Assert.StartsWith("Posts 71–120 could not be fetched: talk.example has a fault (502).", Assert.Single(fetched.Missing));
        var thread = Read(fetched);
        Assert.Equal((123, 50), (thread.Posts.Count, thread.Report.NotLoaded));
    }

    [Fact]
    public async Task Five_chunks_that_fail_one_after_the_other_end_it_with_what_there_is()
    {
        Internet.Site("talk.example", Topic(posts: 700, broken: 0));

        var fetched = await Internet.Fetched("https://talk.example/t/x/12");

        Assert.Equal(6, fetched.Missing.Count);
        Assert.Equal(20, Read(fetched).Posts.Count);
        Assert.Equal(1 + (5 * 4), Internet.Requests.Count);
    }

    [Fact]
    public async Task What_only_looks_like_a_topic_is_fetched_as_a_page()
    {
        Internet.Site("shop.example", async context =>
        {
            context.Response.StatusCode = context.Request.Path == "/t/shirts/12" ? 200 : 404;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>words");
        });

        var fetched = await Internet.Fetched("https://shop.example/t/shirts/12");

        Assert.Equal(("a web page", 1), (fetched.Forum, fetched.Parts.Count));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task A_topic_that_one_answer_holds_is_not_read_again_while_it_is_the_same(int posts, bool isOne)
    {
        var topic = Topic(posts);
        Internet.Site("talk.example", context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            context.Response.Headers.ETag = "\"1\"";
            return topic(context);
        });
        const string Address = "https://talk.example/t/x/12";
        var first = await Internet.Fetched(Address);

        using var fetcher = Internet.Fetcher();
        var second = (await fetcher.Fetch(new(Address), first.Conditions, null, Xunit.TestContext.Current.CancellationToken)).Value;

        Assert.Equal((isOne, isOne ? 0 : posts), (second.IsUnchanged, second.IsUnchanged ? 0 : Read(second).Posts.Count));
    }

    private static Func<HttpContext, Task> Topic(int posts, string root = "", int atOnce = int.MaxValue, int[]? gone = null, int broken = -1) => async context =>
    {
        var path = context.Request.Path.Value;
        object Post(int number) => new
        {
            id = 1000 + number,
            post_number = number,
            topic_id = 12,
            username = number % 2 == 0 ? "bo" : "ada",
            created_at = "2026-01-01T00:00:00.000Z",
            updated_at = "2026-01-01T00:00:00.000Z",
            version = 1,
            reply_to_post_number = number > 100 ? 5 : (int?)null,
            cooked = $"<p>Words of post {number}.</p>",
            post_type = 1,
        };
        var there = Enumerable.Range(1, posts).Where(number => gone?.Contains(number) != true);
        object? answer = null;
        if (path == root + "/t/12.json")
        {
            answer = new { id = 12, title = "Why so?", posts_count = posts - (gone?.Length ?? 0), post_stream = new { posts = there.Take(20).Select(Post), stream = Enumerable.Range(1001, posts) } };
        }
        else if (path == root + "/t/12/posts.json")
        {
            var ids = context.Request.Query["post_ids[]"].Select(id => int.Parse(id!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            if (broken == 0 || ids.Contains(broken))
            {
                context.Response.StatusCode = 502;
                return;
            }

            answer = new { post_stream = new { posts = there.Where(number => ids.Contains(1000 + number)).Take(atOnce).Select(Post) } };
        }

        context.Response.StatusCode = answer is null ? 404 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(answer));
    };
}
