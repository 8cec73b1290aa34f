using System.Collections.Concurrent;
using System.Globalization;
using ArgMap.Server.Threads.Fetching;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching;

public sealed class PolitenessTests : IAsyncLifetime
{
    private readonly LocalInternet internet = new();

    public ValueTask InitializeAsync() => internet.InitializeAsync();

    public ValueTask DisposeAsync() => internet.DisposeAsync();

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "90", 90)]
    [InlineData(429, "Sat, 21 Nov 2026 12:00:30 GMT", 30)]
    public async Task A_forum_that_wants_a_pause_gets_it_and_is_asked_again(int status, string wanted, int seconds)
    {
        var asked = 0;
        internet.Site("busy.example", async context =>
        {
            if (++asked == 1)
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = wanted;
                context.Response.Headers.Date = "Sat, 21 Nov 2026 12:00:00 GMT";
                return;
            }

            await Page(context);
        });

        var fetched = await internet.Fetched("https://busy.example/");

        Assert.Single(fetched.Parts);
        Assert.Equal(2, asked);
        Assert.Equal(seconds, internet.Clock.Waits.Max().TotalSeconds, 0.01);
    }

    [Theory]
    [InlineData("86400", "wants to be left alone for 24 hours")]
    [InlineData("2147483647", "wants to be left alone for 24 hours")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", "wants to be left alone for 24 hours")]
    public async Task A_forum_that_wants_a_long_pause_is_left_alone_and_the_person_is_told(string wanted, string told)
    {
        internet.Site("tired.example", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = wanted;
            context.Response.Headers.Date = "Mon, 01 Jan 0001 00:00:00 GMT";
            return Task.CompletedTask;
        });

        Assert.Contains(told, await internet.Refused("https://tired.example/"), StringComparison.Ordinal);
        Assert.Single(internet.Requests);
    }

    [Fact]
    public async Task A_pause_that_one_fetching_was_asked_for_is_kept_by_all()
    {
        internet.Site("tired.example", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        using var fetcher = internet.Fetcher();
        foreach (var address in (string[])["https://tired.example/one", "https://tired.example/two"])
        {
            var outcome = await fetcher.Fetch(new(address), null, null, Xunit.TestContext.Current.CancellationToken);
            Assert.Contains("wants to be left alone for 60 minutes", outcome.Refusal!.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(["GET tired.example/one"], internet.Requests);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("1795262460")]
    public async Task A_limit_that_is_used_up_is_waited_for_in_either_way_of_writing_it(string reset)
    {
        var asked = 0;
        internet.Site("counted.example", async context =>
        {
            context.Response.Headers.Date = "Sat, 21 Nov 2026 12:00:00 GMT";
            context.Response.Headers["X-RateLimit-Remaining"] = asked == 0 ? "0" : "99.0";
            context.Response.Headers["X-RateLimit-Reset"] = reset;
            context.Response.StatusCode = asked++ == 0 ? 403 : 200;
            await Page(context);
        });

        Assert.Single((await internet.Fetched("https://counted.example/")).Parts);
        Assert.Equal(60, internet.Clock.Waits.Max().TotalSeconds, 0.01);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task A_fault_is_tried_again_with_growing_pauses_and_then_reported(int status)
    {
        internet.Site("broken.example", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var told = await internet.Refused("https://broken.example/");

        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), told, StringComparison.Ordinal);
        Assert.Equal(4, internet.Requests.Count);
        Assert.Equal([1, 2, 4], internet.Clock.Waits.Select(wait => (int)Math.Round(wait.TotalSeconds)));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_made_again()
    {
        var asked = 0;
        internet.Site("shaky.example", async context =>
        {
            if (++asked < 3)
            {
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("<p>half");
                context.Abort();
                return;
            }

            await Page(context);
        });

        Assert.Single((await internet.Fetched("https://shaky.example/")).Parts);
        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData(404, "has nothing at this address (404)")]
    [InlineData(410, "has nothing at this address (410)")]
    [InlineData(401, "with the bookmarklet")]
    [InlineData(403, "with the bookmarklet")]
    [InlineData(418, "answers with 418, which is no thread")]
    public async Task A_forum_that_says_no_is_asked_once_and_the_person_is_told_what_to_do(int status, string told)
    {
        internet.Site("closed.example", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.Contains(told, await internet.Refused("https://closed.example/"), StringComparison.Ordinal);
        Assert.Single(internet.Requests);
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_however_many_fetch_from_it()
    {
        var (now, most) = (0, 0);
        var arrived = new ConcurrentQueue<int>();
        internet.Site("small.example", async context =>
        {
            arrived.Enqueue(Interlocked.Increment(ref now));
            await Page(context);
            Interlocked.Decrement(ref now);
        });
        using var fetcher = internet.Fetcher();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => fetcher.Fetch(new($"https://small.example/{number}"), null, null, Xunit.TestContext.Current.CancellationToken)));

        most = arrived.Max();
        Assert.Equal((12, 1), (arrived.Count, most));
        Assert.Equal(11, internet.Clock.Waits.Count(wait => wait > TimeSpan.Zero && wait <= internet.Settings.Pause));
    }

    [Fact]
    public async Task More_requests_than_one_thread_may_take_end_it_with_what_there_is()
    {
        internet.Settings.MostRequests = 3;
        internet.Site("long.example", async context =>
        {
            var page = int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($"<a rel=\"next\" href=\"?page={page + 1}\">on</a><p>words");
        });

        var fetched = await internet.Fetched("https://long.example/");

        Assert.Equal(3, fetched.Parts.Count);
        Assert.Contains("more than 3 requests", Assert.Single(fetched.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_far_it_is_is_told_with_every_answer_and_every_pause()
    {
        var asked = 0;
        internet.Site("told.example", async context =>
        {
            if (++asked == 1)
            {
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "20";
                return;
            }

            await Page(context);
        });
        var told = new Told();
        using var fetcher = internet.Fetcher();

        await fetcher.Fetch(new("https://told.example/"), null, told, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal("Fetching the page from told.example.", told.All[0].Doing);
        Assert.Contains(told.All, progress => progress.Doing == "told.example is asked again in 20 seconds.");
        Assert.Equal((2, "<p>words".Length), (told.All[^1].Requests, (int)told.All[^1].Bytes));
    }

    private static async Task Page(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<p>words");
    }

    private sealed class Told : IProgress<FetchProgress>
    {
        public List<FetchProgress> All { get; } = [];

        public void Report(FetchProgress value) => All.Add(value);
    }
}
