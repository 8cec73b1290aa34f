using System.IO.Compression;
using System.Text;
using ArgMap.Argumentation.Threads;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>What forums send in place of a thread, and what the person is told then.</summary>
public sealed class UnwillingForumsTests : IAsyncLifetime
{
    private const string Refusal = """{"errors":["You need to be logged in to do that."],"error_type":"not_logged_in"}""";

    private readonly LocalInternet internet = new();

    public ValueTask InitializeAsync() => internet.InitializeAsync();

    public ValueTask DisposeAsync() => internet.DisposeAsync();

    [Theory]
    [InlineData(403, "cf-mitigated", "challenge", "<html><title>Just a moment...</title>")]
    [InlineData(503, "Server", "cloudflare", "<html><script>window._cf_chl_opt={}</script>")]
    [InlineData(429, "x-vercel-mitigated", "challenge", "<html>")]
    [InlineData(200, "Server", "x", """<html><head><title>Making sure you&#39;re not a bot!</title><script id="anubis_challenge" type="application/json">{}</script>""")]
    [InlineData(202, "x-amzn-waf-action", "challenge", "<html>")]
    public async Task A_check_whether_a_person_asks_is_named_as_that_and_not_asked_again(int status, string header, string value, string page)
    {
        internet.Site("shut.example", async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers[header] = value;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(page);
        });

        var told = await internet.Refused("https://shut.example/thread");

        Assert.Contains("shut.example first wants to see that a person asks", told, StringComparison.Ordinal);
        Assert.Contains("bookmarklet", told, StringComparison.Ordinal);
        Assert.Single(internet.Requests);
    }

    [Fact]
    public async Task A_page_whose_people_speak_of_such_checks_is_none()
    {
        internet.Site("talk.example", _ => "<p>The page said &lt;title>Just a moment...&lt;/title> and loads /cdn-cgi/challenge-platform/ scripts.<script src=\"/cdn-cgi/challenge-platform/scripts/jsd/main.js\"></script>", "text/html");

        Assert.Single((await internet.Fetched("https://talk.example/thread")).Parts);
    }

    [Theory]
    [InlineData("/login?next=/thread")]
    [InlineData("/ucp.php?mode=login")]
    [InlineData("/users/sign_in")]
    [InlineData("/over18?dest=/thread")]
    public async Task A_door_is_not_read_as_the_thread(string door)
    {
        internet.Site("house.example", async context =>
        {
            if (context.Request.Path == "/thread")
            {
                context.Response.Redirect(door);
                return;
            }

            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<h1>Sign in</h1><p>Members only.");
        });

        Assert.Contains("house.example wants one to sign in or to agree to something first", await internet.Refused("https://house.example/thread"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_at_all_is_said_to_be_nothing()
    {
        internet.Site("empty.example", _ => "", "text/html");
        internet.Site("api.github.com", _ => "");

        Assert.Contains("empty.example sends an empty page", await internet.Refused("https://empty.example/thread"), StringComparison.Ordinal);
        Assert.Contains("api.github.com sends an empty page", await internet.Refused("https://github.com/ada/loom/issues/7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Discourse_that_gives_its_interface_to_members_only_is_read_page_by_page_and_the_reader_is_told()
    {
        internet.Site("talk.example", async context =>
        {
            var page = context.Request.Query["page"].ToString() switch { "" when context.Request.Path == "/t/why-so/12/5" => 3, "" => 1, var typed => int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture) };
            var isPage = context.Request.Path.Value is "/t/why-so/12" or "/t/why-so/12/5";
            context.Response.StatusCode = isPage ? 200 : 403;
            context.Response.ContentType = isPage ? "text/html" : "application/json";
            await context.Response.WriteAsync(!isPage ? Refusal : $"<!DOCTYPE html><html><head><link rel=\"canonical\" href=\"https://talk.example/t/why-so/12{(page > 1 ? $"?page={page}" : "")}\"></head><body>"
                + (page < 3 ? $"<a rel=\"next\" href=\"/t/why-so/12?page={page + 1}\">next</a>" : "") + $"<div class=\"h-feed\">{Post((page * 2) - 1)}{Post(page * 2)}</div></body></html>");
        });

        var fetched = await internet.Fetched("https://talk.example/t/why-so/12/5");

        Assert.Equal(["1", "2", "3", "4", "5", "6"], ThreadReading.Read(fetched.Inputs).Posts.Select(post => post.Body.Split(' ')[^1].TrimEnd('.')));
        Assert.Contains("talk.example does not give the topic to programs (403), so its pages were read", Assert.Single(fetched.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_packed_begins_with_a_mark_or_is_in_another_encoding_is_read(string packing)
    {
        internet.Site("talk.example", async context =>
        {
            if (context.Request.Path != "/t/12.json")
            {
                context.Response.StatusCode = 404;
                return;
            }

            context.Response.ContentType = packing == "br" ? "application/json; charset=windows-1251" : "application/json";
            context.Response.Headers.ContentEncoding = packing;
            var text = """{"id":12,"title":"Why","posts_count":1,"post_stream":{"stream":[1],"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>Слова поста.</p>","post_type":1}]}}""";
            byte[] bytes = packing == "br" ? CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text) : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
            await using Stream packed = packing == "br" ? new BrotliStream(context.Response.Body, CompressionMode.Compress) : new GZipStream(context.Response.Body, CompressionMode.Compress);
            await packed.WriteAsync(bytes);
        });

        var fetched = await internet.Fetched("https://talk.example/t/why/12");

        Assert.Equal(("Discourse", "Слова поста."), (fetched.Forum, Assert.Single(ThreadReading.Read(fetched.Inputs).Posts).Body));
    }

    [Theory]
    [InlineData("", "60", """{"message":"Slow down, please."}""", 60)]
    [InlineData("", "", """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""", 1)]
    [InlineData("2026-11-21T12:00:40.123Z", "", "{}", 40.123)]
    public async Task Limits_are_kept_in_whatever_way_they_are_told(string reset, string after, string said, double seconds)
    {
        var asked = 0;
        internet.Site("api.github.com", async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.Date = "Sat, 21 Nov 2026 12:00:00 GMT";
            if (++asked > 1)
            {
                await context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("/comments", StringComparison.Ordinal) ? "[]" : """{"number":7,"id":1,"title":"Why","body":"Words.","user":{"login":"ada"},"comments":0,"html_url":"https://github.com/ada/loom/issues/7","url":"https://api.github.com/repos/ada/loom/issues/7"}""");
                return;
            }

            context.Response.StatusCode = 403;
            context.Response.Headers.RetryAfter = after.Length == 0 ? default : after;
            if (reset.Length > 0)
            {
                (context.Response.Headers["X-RateLimit-Remaining"], context.Response.Headers["X-RateLimit-Reset"]) = ("0", reset);
            }

            await context.Response.WriteAsync(said);
        });

        Assert.Single((await internet.Fetched("https://github.com/ada/loom/issues/7")).Parts);
        Assert.Equal(seconds, internet.Clock.Waits.Max().TotalSeconds, 0.01);
    }

    [Fact]
    public async Task What_a_forum_says_to_why_it_does_not_answer_is_passed_on()
    {
        internet.Site("api.stackexchange.com", async context =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"error_id":502,"error_message":"too many requests from this IP, more requests available in 71833 seconds","error_name":"throttle_violation"}""");
        });

        Assert.Equal("api.stackexchange.com answers with 400: “too many requests from this IP, more requests available in 71833 seconds”.", await internet.Refused("https://stackoverflow.com/questions/9"));
    }

    [Fact]
    public async Task Lists_that_repeat_their_first_page_for_ever_come_to_an_end()
    {
        internet.Site("api.github.com", async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.Link = "<https://api.github.com/x?page=2>; rel=\"next\"";
            await context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("/comments", StringComparison.Ordinal)
                ? """[{"id":5,"body":"Words.","user":{"login":"bo"},"issue_url":"https://api.github.com/repos/ada/loom/issues/7"}]"""
                : """{"number":7,"id":1,"title":"Why","body":"Words.","user":{"login":"ada"},"comments":900}""");
        });
        internet.Site("api.stackexchange.com", request => request.Path.Value!.EndsWith("/questions/9", StringComparison.Ordinal)
            ? """{"items":[{"question_id":9,"title":"Why","body":"<p>Words.</p>"}],"has_more":false}"""
            : request.Path.Value.EndsWith("/answers", StringComparison.Ordinal) ? """{"items":[{"question_id":9,"answer_id":10,"body":"<p>So.</p>"}],"has_more":true}""" : """{"items":[{"post_id":9,"comment_id":11,"body":"Hm."}],"has_more":true}""");

        Assert.Equal(2, (await internet.Fetched("https://github.com/ada/loom/issues/7")).Parts.Count);
        Assert.Equal(3, (await internet.Fetched("https://stackoverflow.com/questions/9")).Parts.Count);
        Assert.Equal(8, internet.Requests.Count);
    }

    [Fact]
    public async Task An_interface_that_has_moved_within_its_site_is_asked_where_it_is_now()
    {
        internet.Site("old-name.example", context =>
        {
            context.Response.Redirect($"https://www.old-name.example{context.Request.Path}", permanent: true);
            return Task.CompletedTask;
        });
        internet.Site("www.old-name.example", async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var asked = await body.ReadToEndAsync();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(asked.Contains("comments", StringComparison.Ordinal) && !asked.Contains("contents{html version editedAt}", StringComparison.Ordinal)
                ? """{"data":{"comments":{"totalCount":1,"results":[{"_id":"c1","postId":"abcdefghijklmnopq","contents":{"html":"<p>Hm.</p>"},"user":{"displayName":"Bo"}}]}}}"""
                : """{"data":{"post":{"result":{"_id":"abcdefghijklmnopq","title":"Why","commentCount":1,"contents":{"html":"<p>Words.</p>"},"user":{"displayName":"Ada"}}}}}""");
        });

        var fetched = await internet.Fetched("https://old-name.example/posts/abcdefghijklmnopq/why");

        Assert.Equal(("ForumMagnum", 2, 0), (fetched.Forum, fetched.Parts.Count, fetched.Missing.Count));
    }

    [Fact]
    public async Task A_part_that_comes_as_a_page_for_people_or_as_something_else_is_missing_and_the_others_are_kept()
    {
        internet.Site("api.github.com", async context =>
        {
            var page = context.Request.Query["page"].ToString();
            context.Response.ContentType = page == "2" ? "text/html" : "application/json";
            context.Response.Headers.Link = page.Length > 0 && page != "4" ? "<https://api.github.com/x>; rel=\"next\"" : default;
            await context.Response.WriteAsync(page switch
            {
                "" => """{"number":7,"id":1,"title":"Why","body":"Words.","user":{"login":"ada"},"comments":350}""",
                "2" => "<html><h1>Please sign in</h1>",
                "3" => """{"message":"Something went wrong"}""",
                _ => $"[{string.Join(',', Enumerable.Range(int.Parse(page, System.Globalization.CultureInfo.InvariantCulture) * 100, 50).Select(id => $$"""{"id":{{id}},"body":"Words {{id}}.","user":{"login":"bo"},"issue_url":"https://api.github.com/repos/ada/loom/issues/7"}"""))}]",
            });
        });

        var fetched = await internet.Fetched("https://github.com/ada/loom/issues/7");

        Assert.Equal(3, fetched.Parts.Count);
        Assert.Collection(
            fetched.Missing,
            second => Assert.StartsWith("Comments, page 2 could not be fetched: api.github.com sends a page for people", second, StringComparison.Ordinal),
            third => Assert.StartsWith("Comments, page 3 could not be fetched: GitHub answers with something else", third, StringComparison.Ordinal));
    }

    private static string Post(int number) =>
        $"""<article class="h-entry" id="p{number}"><a class="p-author h-card" href="/u/ada">Ada</a><a class="u-url" href="/p{number}"><time class="dt-published" datetime="2026-11-0{number}T10:00:00Z">then</time></a><div class="e-content"><p>Words of post {number}.</p></div></article>""";
}
