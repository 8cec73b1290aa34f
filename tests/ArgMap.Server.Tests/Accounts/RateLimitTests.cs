using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Accounts;

public sealed class RateLimitTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static readonly Dictionary<string, string> ThreeSignIns = new()
    {
        ["RateLimits:SignInsAtOnce"] = "3",
        ["RateLimits:SignInsPerMinute"] = "1",
    };

    [Fact]
    public async Task Too_many_tries_to_sign_in_are_answered_with_a_page_that_says_how_long_to_wait()
    {
        await using var server = app.AnotherServer(ThreeSignIns);
        using var browser = server.Anonymous();
        var page = await browser.Get("/sign-in");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Submit(page, "/sign-in", ("name", $"Guess {attempt}"), ("password", "a guess at it"))).Status);
        }

        var refused = await browser.Submit(page, "/sign-in", ("name", "Guess 4"), ("password", "a guess at it"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("60", refused.Headers["Retry-After"]);
        Assert.Contains("Too many requests", refused.Text);
        Assert.Contains("You can try again in 60 seconds", refused.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/sign-in")).Status);
    }

    [Fact]
    public async Task Signing_up_and_the_api_draw_on_the_same_limit_and_a_program_gets_a_problem()
    {
        await using var server = app.AnotherServer(ThreeSignIns);
        using var browser = server.Anonymous();
        await browser.Submit("/sign-up", "/sign-up", ("name", ""), ("password", ""));
        using var one = await browser.Http.PostAsJsonAsync("/api/v1/people", new { name = "", password = "" });
        using var two = await browser.Http.PostAsJsonAsync("/api/v1/tokens", new { name = "", password = "" });

        using var refused = await browser.Http.PostAsJsonAsync("/api/v1/tokens", new { name = "", password = "" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (one.StatusCode, two.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(429, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task The_limit_on_writing_is_each_persons_own_and_leaving_is_not_limited()
    {
        await using var server = app.AnotherServer(new() { ["RateLimits:WritesAtOnce"] = "2", ["RateLimits:WritesPerSecond"] = "1" });
        using var busy = await server.SignedInAs("Busy");
        using var calm = await server.SignedInAs("Calm");
        var page = await busy.Get("/account");
        var answers = new List<HttpStatusCode>();
        for (var write = 0; write < 12; write++)
        {
            answers.Add((await busy.Submit(page, "/account/mail", ("mail", ""))).Status);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.SeeOther, (await busy.Submit(page, "/sign-out")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await calm.Submit("/account", "/account/mail", ("mail", ""))).Status);
    }
}
