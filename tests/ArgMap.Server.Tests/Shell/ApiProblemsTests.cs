using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

public sealed class ApiProblemsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Theory]
    [InlineData("", "application/json", 400, "unreadable", "needs a body")]
    [InlineData("{\"title", "application/json", 400, "unreadable", "line 1")]
    [InlineData("[]", "application/json", 400, "unreadable", "$")]
    [InlineData("{\"titel\": \"A debate\"}", "application/json", 400, "unreadable", "$.titel")]
    [InlineData("{\"title\": 7}", "application/json", 400, "unreadable", "$.title")]
    [InlineData("title=A+debate", "application/x-www-form-urlencoded", 415, "wrong-content-type", "application/json")]
    [InlineData("{}", "text/plain", 415, "wrong-content-type", "application/json")]
    [InlineData("{}", "application/json", 400, "invalid-input", "The title is missing")]
    public async Task A_body_that_cannot_be_used_is_refused_with_what_is_wrong(string body, string contentType, int status, string code, string says)
    {
        var answer = await app.CreateClient().PostText("/api/v1/maps", body, contentType);

        Assert.Equal(code, answer.Problem(status));
        Assert.Contains(says, answer["detail"].GetString());
        Assert.DoesNotContain("Exception", answer.Body.GetRawText());
        Assert.DoesNotContain("System.", answer.Body.GetRawText());
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "not-found", "/api/v1/nothing")]
    [InlineData("GET", "/api", 404, "not-found", "/api")]
    [InlineData("GET", "/api/v1/maps/x/nodes/y", 404, "not-found", "/nodes/y")]
    [InlineData("GET", "/api/v1/maps/x", 404, "not-found", "/m/x")]
    [InlineData("DELETE", "/api/v1/maps", 405, "method-not-allowed", "only GET")]
    [InlineData("GET", "/api/v1/maps?limit=many", 400, "unreadable", "“many” cannot be read as the input limit")]
    [InlineData("GET", "/api/v1/maps?limit=101", 400, "invalid-input", "1 to 100")]
    public async Task An_address_that_cannot_be_used_is_refused_with_what_is_wrong(string method, string path, int status, string code, string says)
    {
        foreach (var accept in new[] { "*/*", "text/html" })
        {
            var answer = await Api.Send(app.CreateClient(), new HttpMethod(method), path, null, ("Accept", accept));

            Assert.Equal(code, answer.Problem(status));
            Assert.Contains(says, answer["detail"].GetString());
        }
    }

    [Fact]
    public async Task A_caller_who_asks_too_often_is_told_when_to_come_back()
    {
        await using var strict = app.AnotherServer(new() { ["RateLimits:WritesAtOnce"] = "1", ["RateLimits:WritesPerSecond"] = "1" });
        var client = strict.CreateClient();
        ApiAnswer answer;
        var asked = 0;
        do
        {
            answer = await client.Post("/api/v1/maps", new { });
        }
        while (answer.Status != System.Net.HttpStatusCode.TooManyRequests && ++asked < 50);

        Assert.Equal("too-many-requests", answer.Problem(429));
        Assert.Contains("Try again after", answer["detail"].GetString());
    }
}
