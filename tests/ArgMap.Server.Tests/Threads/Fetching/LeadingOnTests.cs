using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>Addresses that lead to a thread of a forum whose interface is known, and pages that say they are of one.</summary>
public sealed class LeadingOnTests : IAsyncLifetime
{
    private const string Topic = """{"id":12,"title":"Why so?","posts_count":2,"post_stream":{"stream":[1,2],"posts":[{"id":1,"post_number":1,"topic_id":12,"username":"ada","cooked":"<p>Words of one.</p>","post_type":1},{"id":2,"post_number":2,"topic_id":12,"username":"bo","cooked":"<p>Words of two.</p>","post_type":1}]}}""";

    private readonly LocalInternet internet = new();

    public async ValueTask InitializeAsync()
    {
        await internet.InitializeAsync();
        internet.Site("talk.example", async context =>
        {
            if (context.Request.Path == "/p/7")
            {
                context.Response.Redirect("/t/why-so/12/2?u=ada");
                return;
            }

            var page = context.Request.Path.Value switch
            {
                "/t/12.json" => Topic,
                "/topics/of-the-week" => """<!DOCTYPE html><html><head><link rel="canonical" href="https://talk.example/t/why-so/12"></head><body><p>words""",
                "/amp" => """<!DOCTYPE html><html><head><base href="https://talk.example/"><meta property="og:url" content="/t/why-so/12"></head><body><p>words""",
                "/lying" => """<!DOCTYPE html><html><head><link rel="canonical" href="https://other.example/t/secrets/9"></head><body><p>words""",
                "/broken" => """<!DOCTYPE html><html><head><link rel="canonical" href="https://talk.example/t/gone/13"></head><body><p>words""",
                _ => null,
            };
            context.Response.StatusCode = page is null ? 404 : 200;
            context.Response.ContentType = page?[0] == '{' ? "application/json" : "text/html";
            await context.Response.WriteAsync(page ?? "");
        });
    }

    public ValueTask DisposeAsync() => internet.DisposeAsync();

    [Fact]
    public async Task A_redirect_to_a_thread_has_that_thread_read_whole()
    {
        internet.Site("short.example", context =>
        {
            context.Response.Redirect("https://talk.example/t/why-so/12?u=ada");
            return Task.CompletedTask;
        });

        var fetched = await internet.Fetched("https://short.example/abc");

        Assert.Equal(("Discourse", 1), (fetched.Forum, fetched.Parts.Count));
        Assert.Equal("The address leads to https://talk.example/t/why-so/12?u=ada, and that thread was read.", Assert.Single(fetched.Notes));
    }

    [Theory]
    [InlineData("""<head><noscript><META http-equiv="refresh" content="0;URL=https://talk.example/p/7"></noscript><title>https://talk.example/p/7</title></head><script>location.replace("https:\/\/talk.example\/p\/7")</script>""")]
    [InlineData("""<meta content='1; url="https://talk.example/p/7"' http-equiv=Refresh>""")]
    public async Task A_page_that_only_leads_on_is_followed(string page)
    {
        internet.Site("short.example", _ => page, "text/html");

        Assert.Equal("Discourse", (await internet.Fetched("https://short.example/abc")).Forum);
    }

    [Theory]
    [InlineData("https://talk.example/p/7")]
    [InlineData("https://talk.example/topics/of-the-week")]
    [InlineData("https://talk.example/amp")]
    [InlineData("https://www.google.com/amp/s/talk.example/p/7")]
    [InlineData("https://talk-example.cdn.ampproject.org/c/s/talk.example/amp")]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Ftalk.example%2Ft%2Fwhy-so%2F12&usg=x")]
    public async Task Other_addresses_of_a_thread_on_its_own_site_have_it_read_whole(string address) => Assert.Equal("Discourse", (await internet.Fetched(address)).Forum);

    [Fact]
    public async Task A_page_that_says_it_is_of_another_site_is_not_believed_and_the_reader_is_told()
    {
        internet.Site("other.example", _ => Topic);

        var fetched = await internet.Fetched("https://talk.example/lying");

        Assert.Equal("a web page", fetched.Forum);
        Assert.Contains("https://other.example/t/secrets/9, which is at another site. Only the page was read.", Assert.Single(fetched.Notes), StringComparison.Ordinal);
        Assert.DoesNotContain(internet.Requests, request => request.Contains("other.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_whose_thread_cannot_be_had_is_read_itself()
    {
        var fetched = await internet.Fetched("https://talk.example/broken");

        Assert.Equal(("a web page", "https://talk.example/broken"), (fetched.Forum, Assert.Single(fetched.Parts).Address));
    }

    [Theory]
    [InlineData("http://127.0.0.1/t/x/12")]
    [InlineData("http://inner.example/t/x/12")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task What_a_page_leads_to_is_checked_like_what_was_given(string inner)
    {
        internet.Site("inner.example", _ => Topic);
        internet.Name("inner.example", () => [System.Net.IPAddress.Parse("10.0.0.7")]);
        internet.Site("short.example", _ => $"""<meta http-equiv="refresh" content="0;url={inner}">""", "text/html");

        Assert.Contains("is not on the public Internet", await internet.Refused("http://short.example/abc"), StringComparison.Ordinal);
        Assert.Contains("is not on the public Internet", await internet.Refused($"https://www.google.com/url?url={Uri.EscapeDataString(inner)}"), StringComparison.Ordinal);
        Assert.All(internet.Connections, end => Assert.Equal(LocalInternet.Public, end.Address));
    }

    [Fact]
    public async Task Two_pages_that_lead_to_each_other_come_to_an_end()
    {
        internet.Site("short.example", request => $"""<meta http-equiv="refresh" content="0;url=/{(request.Path == "/a" ? "b" : "a")}">""", "text/html");

        Assert.Equal("a web page", (await internet.Fetched("https://short.example/a")).Forum);
        Assert.InRange(internet.Requests.Count, 2, 6);
    }
}
