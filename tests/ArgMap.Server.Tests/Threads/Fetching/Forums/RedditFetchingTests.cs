using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class RedditFetchingTests : ForumTests
{
    [Theory]
    [InlineData("https://www.reddit.com/r/changemyview/comments/a1/cmv_so/")]
    [InlineData("https://old.reddit.com/r/changemyview/comments/a1/cmv_so/c9/?context=3")]
    [InlineData("https://redd.it/a1")]
    [InlineData("https://www.redd.it/a1")]
    [InlineData("http://m.reddit.com/comments/a1?utm_source=share")]
    [InlineData("https://sh.reddit.com/r/changemyview/comments/a1/comment/c9/?sort=new")]
    [InlineData("https://www.reddit.com/r/changemyview/s/AbCdEf123")]
    public async Task A_thread_is_fetched_with_what_it_only_names_and_what_is_deeper_than_it_shows(string address)
    {
        Internet.Site("www.reddit.com", Site());

        var thread = await Whole(address, "Reddit");

        Assert.Equal((256, 256, 0, 0), (thread.Posts.Count, thread.Report.StatedCount, thread.Report.NotLoaded, thread.Report.MissingParents));
        Assert.Equal(("t3_a1", "t1_c1", "t1_c1", "t1_d1"), (Parents(thread)["t1_c1"], Parents(thread)["t1_m250"], Parents(thread)["t1_d1"], Parents(thread)["t1_d2"]));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""",{"kind":"more","data":{"id":"m1","parent_id":"t3_a1","count":1,"children":["m1"]}}""", false)]
    public async Task A_thread_that_one_answer_holds_is_not_read_again_while_it_is_the_same(string more, bool isUnchanged)
    {
        Internet.Site("www.reddit.com", async context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            context.Response.Headers.ETag = "\"1\"";
            if (context.Response.StatusCode == 200)
            {
                await context.Response.WriteAsync(context.Request.Path.StartsWithSegments("/api") ? """{"json":{"data":{"things":[{"kind":"t1","data":{"id":"m1","name":"t1_m1","parent_id":"t3_a1","author":"cy","body":"No."}}]}}}"""
                    : $$$"""[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"a1","name":"t3_a1","title":"So?","selftext":"So.","author":"ada","created_utc":1700000000}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_a1","author":"bo","body":"Why?","created_utc":1700000010,"replies":""}}{{{more}}}]}}]""");
            }
        });
        const string Address = "https://www.reddit.com/r/x/comments/a1/so/";
        var first = await Internet.Fetched(Address);

        using var fetcher = Internet.Fetcher();

        Assert.Equal(isUnchanged, (await fetcher.Fetch(new(Address), first.Conditions, null, Xunit.TestContext.Current.CancellationToken)).Value.IsUnchanged);
    }

    [Fact]
    public async Task Parts_that_cannot_be_had_are_reported_and_the_others_are_kept()
    {
        Internet.Site("www.reddit.com", Site(broken: "m101"));

        var fetched = await Internet.Fetched("https://www.reddit.com/r/changemyview/comments/a1/cmv_so/");

        Assert.StartsWith("Comments m101 to m200 could not be fetched: www.reddit.com has a fault (500).", Assert.Single(fetched.Missing));
        var thread = Read(fetched);
        Assert.Equal((156, 100), (thread.Posts.Count, thread.Report.NotLoaded));
    }

    [Fact]
    public async Task A_site_that_shuts_programs_out_is_said_to_do_so()
    {
        Internet.Site("www.reddit.com", context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });

        Assert.Contains("www.reddit.com does not give this to programs", await Internet.Refused("https://www.reddit.com/r/x/comments/a1/y/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "an older page of the thread")]
    [InlineData(false, "a feed of its comments")]
    public async Task Where_the_interface_is_shut_what_else_the_site_gives_is_read_and_said_to_lack_comments(bool hasPage, string what)
    {
        const string Feed = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>CMV: so it is</title><entry><id>t3_a1</id><author><name>/u/op</name></author><title>CMV: so it is</title><updated>2026-01-01T00:00:00+00:00</updated><link href="https://www.reddit.com/r/x/comments/a1/y/"/><content type="html">&lt;p&gt;Why not?&lt;/p&gt;</content></entry><entry><id>t1_c1</id><author><name>/u/ada</name></author><title>/u/ada on CMV: so it is</title><updated>2026-01-01T01:00:00+00:00</updated><link href="https://www.reddit.com/r/x/comments/a1/y/c1/"/><content type="html">&lt;p&gt;Because.&lt;/p&gt;</content></entry></feed>""";
        Internet.Site("www.reddit.com", async context =>
        {
            var isFeed = context.Request.Path.Value!.EndsWith("/.rss", StringComparison.Ordinal);
            context.Response.StatusCode = isFeed ? 200 : 403;
            context.Response.ContentType = isFeed ? "application/atom+xml" : "text/html";
            await context.Response.WriteAsync(isFeed ? Feed : "<h1>Blocked");
        });
        Internet.Site("old.reddit.com", _ => hasPage ? "<!DOCTYPE html><html><body><div class=\"thing id-t3_a1 link\" data-fullname=\"t3_a1\">Why not?</div></body></html>" : "<h1>Sign in", "text/html");

        var fetched = await Internet.Fetched("https://www.reddit.com/r/x/comments/a1/y/");

        Assert.Equal(("Reddit", what), (fetched.Forum, Assert.Single(fetched.Parts).Name));
        Assert.Contains($"so {what} was read. Comments that it does not show are missing.", Assert.Single(fetched.Missing), StringComparison.Ordinal);
        if (!hasPage)
        {
            Assert.Equal(2, ArgMap.Argumentation.Threads.ThreadReading.Read(fetched.Inputs).Posts.Count);
        }
    }

    [Fact]
    public async Task A_page_that_is_no_thread_is_said_to_be_none()
    {
        Internet.Site("www.reddit.com", _ => "<html>", "text/html");

        Assert.Contains("This address on Reddit is no thread", await Internet.Refused("https://www.reddit.com/r/changemyview/"), StringComparison.Ordinal);
    }

    /// <summary>One comment; 250 that are only named, the last of them in the answer about the others; two pages deeper ones.</summary>
    private static Func<HttpContext, Task> Site(string broken = "") => async context =>
    {
        object Comment(string id, string parent, object? replies = null) =>
            new { kind = "t1", data = new { id, name = "t1_" + id, parent_id = parent, link_id = "t3_a1", author = "ada", body = $"Words of {id}.", created_utc = 1700000000.0, replies = replies ?? "" } };
        object Listing(params object[] children) => new { kind = "Listing", data = new { children } };
        object More(string parent, params string[] children) => new { kind = "more", data = new { count = children.Length, id = children.FirstOrDefault() ?? "_", parent_id = parent, children } };
        var post = Listing(new { kind = "t3", data = new { id = "a1", name = "t3_a1", title = "CMV: so it is", selftext = "Why not?", author = "op", num_comments = 255, subreddit = "changemyview", is_self = true, created_utc = 1700000000.0 } });
        string[] Names(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(number => "m" + number)];

        object? answer = null;
        switch (context.Request.Path.Value)
        {
            case "/r/changemyview/s/AbCdEf123":
                context.Response.Redirect("https://www.reddit.com/r/changemyview/comments/a1/cmv_so/?share_id=x");
                return;
            case "/r/changemyview/comments/a1/cmv_so/":
                context.Response.StatusCode = 403;
                return;
            case "/comments/a1.json":
                answer = new[] { post, Listing(Comment("c1", "t3_a1", Listing(More("t1_c1", Names(1, 210)), More("t1_c1"))), Comment("c2", "t3_a1")) };
                break;
            case "/comments/a1/_/c1.json":
                answer = new[] { post, Listing(Comment("c1", "t3_a1", Listing(Comment("d1", "t1_c1", Listing(More("t1_d1")))))) };
                break;
            case "/comments/a1/_/d1.json":
                answer = new[] { post, Listing(Comment("d1", "t1_c1", Listing(Comment("d2", "t1_d1")))) };
                break;
            case "/api/morechildren.json":
                var wanted = context.Request.Query["children"].ToString().Split(',');
                if (wanted.Contains(broken))
                {
                    context.Response.StatusCode = 500;
                    return;
                }

                object[] rest = wanted.Contains("m210") ? [More("t1_c1", Names(211, 250)), Comment("x1", "t1_m210")] : [];
                answer = new { json = new { errors = Array.Empty<object>(), data = new { things = wanted.Select(id => Comment(id, "t1_c1")).Concat(rest) } } };
                break;
        }

        context.Response.StatusCode = answer is null ? 404 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(answer));
    };
}
