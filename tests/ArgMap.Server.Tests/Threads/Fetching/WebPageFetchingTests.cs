using ArgMap.Argumentation.Threads;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching;

public class WebPageFetchingTests(LocalInternet internet) : IClassFixture<LocalInternet>
{
    private const string Html = "text/html; charset=utf-8";

    [Fact]
    public async Task A_page_is_fetched_whole_and_reads_as_a_thread()
    {
        internet.Site("blog.example", request => request.Path == "/article" ? Page(1, 3) : null, Html);

        var fetched = await internet.Fetched("https://blog.example/article#comments");

        Assert.Equal(("a web page", false, 0), (fetched.Forum, fetched.IsUnchanged, fetched.Missing.Count));
        Assert.Equal(["Words of post 1.", "Words of post 2.", "Words of post 3."], ThreadReading.Read(fetched.Inputs).Posts.Select(post => post.Body));
        Assert.Equal("https://blog.example/article#comments", Assert.Single(fetched.Parts).Address);
    }

    [Fact]
    public async Task The_pages_of_a_thread_before_and_after_the_one_that_was_given_are_fetched_and_no_other()
    {
        internet.Site("board.example", request => request.Path.Value switch
        {
            "/threads/why.7/" => Page(1, 2, """<a class="x" rel="next" href="/threads/why.7/page-2">2</a>"""),
            "/threads/why.7/page-2" => Page(3, 2, """<link rel="prev" href="/threads/why.7/"><link rel='next' href='/threads/why.7/page-3'>"""),
            "/threads/why.7/page-3" => Page(5, 2, """<link rel=prev href=/threads/why.7/page-2><a rel="next" href="/threads/another.8/">next thread</a>"""),
            _ => null,
        }, Html);

        var fetched = await internet.Fetched("https://board.example/threads/why.7/page-2");

        Assert.Equal(3, fetched.Parts.Count);
        Assert.Equal(["Words of post 1.", "Words of post 2.", "Words of post 3.", "Words of post 4.", "Words of post 5.", "Words of post 6."], ThreadReading.Read(fetched.Inputs).Posts.Select(post => post.Body).Order());
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_reported_and_the_others_are_kept()
    {
        internet.Site("gap.example", request => request.Query["page"].ToString() switch
        {
            "" => Page(1, 2, """<a rel="next" href="?page=2">2</a>"""),
            _ => null,
        }, Html);

        var fetched = await internet.Fetched("https://gap.example/thread");

        Assert.Single(fetched.Parts);
        Assert.StartsWith("The page /thread?page=2 could not be fetched: gap.example has nothing at this address (404).", Assert.Single(fetched.Missing));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        internet.Site("same.example", async context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"7\"" && context.Request.Headers.IfModifiedSince == "Sat, 21 Nov 2026 10:00:00 GMT")
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = "\"7\"";
            context.Response.Headers.LastModified = "Sat, 21 Nov 2026 10:00:00 GMT";
            context.Response.ContentType = Html;
            await context.Response.WriteAsync(Page(1, 2));
        });
        var first = await internet.Fetched("https://same.example/");

        using var fetcher = internet.Fetcher();
        var second = (await fetcher.Fetch(new("https://same.example/"), first.Conditions, null, Xunit.TestContext.Current.CancellationToken)).Value;

        Assert.False(first.IsUnchanged);
        Assert.True(second.IsUnchanged);
        Assert.Empty(second.Parts);
    }

    [Fact]
    public async Task An_encoding_that_only_the_header_names_is_kept()
    {
        internet.Site("old.example", async context =>
        {
            context.Response.ContentType = "text/html; charset=koi8-r";
            await context.Response.Body.WriteAsync(System.Text.CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes(Page(1, 2).Replace("Words", "Слова", StringComparison.Ordinal)));
        });

        var fetched = await internet.Fetched("http://old.example/");

        Assert.Equal(["Слова of post 1.", "Слова of post 2."], ThreadReading.Read(fetched.Inputs).Posts.Select(post => post.Body));
    }

    /// <summary>So many posts from that number on, marked up as microformats.</summary>
    private static string Page(int first, int count, string head = "") =>
        $"<!DOCTYPE html><html><head>{head}</head><body><div class=\"h-feed\">" + string.Concat(Enumerable.Range(first, count).Select(number =>
            $"""<article class="h-entry" id="p{number}"><a class="p-author h-card" href="/u/ada">Ada</a><a class="u-url" href="#p{number}"><time class="dt-published" datetime="2026-11-0{number}T10:00:00Z">then</time></a><div class="e-content"><p>Words of post {number}.</p></div></article>""")) + "</div></body></html>";
}
