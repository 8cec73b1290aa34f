using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Accounts;

public sealed class AccountsApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_program_signs_a_person_up_gets_a_token_and_is_that_person()
    {
        using var client = app.CreateClient();
        using var made = await client.PostAsJsonAsync("/api/v1/people", new { name = "Alan Turing", password = "eight ch", mail = "alan@example.org" });
        var person = await made.Content.ReadFromJsonAsync<JsonElement>();
        using var token = await client.PostAsJsonAsync("/api/v1/tokens", new { name = "alan turing", password = "eight ch", label = "script" });
        var secret = (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        var me = await client.GetFromJsonAsync<JsonElement>("/api/v1/people/me");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (made.StatusCode, token.StatusCode));
        Assert.Equal("Alan Turing", me.GetProperty("name").GetString());
        Assert.Equal(person.GetProperty("id").GetString(), me.GetProperty("id").GetString());
        Assert.False(me.TryGetProperty("mail", out _));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_sign_up_is_said_by_input()
    {
        using var client = app.CreateClient();

        using var answer = await client.PostAsJsonAsync("/api/v1/people", new { name = "a", mail = "nowhere" });

        var problem = await Problem(answer, HttpStatusCode.BadRequest, "invalid-input");
        Assert.Equal(["mail", "name", "password"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Fact]
    public async Task A_name_that_is_taken_and_wrong_credentials_are_problems_with_codes()
    {
        using var taken = await app.WithToken("Rosalind");
        using var client = app.CreateClient();

        using var again = await client.PostAsJsonAsync("/api/v1/people", new { name = "ROSALIND", password = "a long enough password" });
        using var wrong = await client.PostAsJsonAsync("/api/v1/tokens", new { name = "Rosalind", password = "not this one", label = "x" });
        using var unlabelled = await client.PostAsJsonAsync("/api/v1/tokens", new { name = "Rosalind", password = ArgMapApplication.Password });

        await Problem(again, HttpStatusCode.Conflict, "name-taken");
        await Problem(wrong, HttpStatusCode.Unauthorized, "wrong-credentials");
        Assert.Contains("Bearer", wrong.Headers.WwwAuthenticate.ToString());
        var problem = await Problem(unlabelled, HttpStatusCode.BadRequest, "invalid-input");
        Assert.True(problem.GetProperty("errors").TryGetProperty("label", out _));
    }

    [Fact]
    public async Task A_program_lists_its_persons_tokens_and_revokes_them_and_a_revoked_one_is_refused()
    {
        using var first = await app.WithToken("Lister");
        using var second = await app.WithToken("Lister");
        using var stranger = await app.WithToken("Not the lister");
        var tokens = await first.GetFromJsonAsync<JsonElement>("/api/v1/tokens");
        Assert.Equal(2, tokens.GetArrayLength());
        Assert.False(tokens[0].TryGetProperty("token", out _));
        var newest = tokens[0].GetProperty("id").GetString();

        using var byStranger = await stranger.DeleteAsync($"/api/v1/tokens/{newest}");
        await Problem(byStranger, HttpStatusCode.NotFound, "not-found");
        Assert.Equal(1, (await stranger.GetFromJsonAsync<JsonElement>("/api/v1/tokens")).GetArrayLength());
        using var revoked = await first.DeleteAsync($"/api/v1/tokens/{newest}");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);

        using var refused = await second.GetAsync("/api/v1/tokens");
        var problem = await Problem(refused, HttpStatusCode.Unauthorized, "wrong-token");
        Assert.Contains("revoked", problem.GetProperty("detail").GetString());
        Assert.Equal(1, (await first.GetFromJsonAsync<JsonElement>("/api/v1/tokens")).GetArrayLength());
    }

    [Theory]
    [InlineData("Bearer argmap_0123456789012345678901234567890123456789012", "Nobody has this access token")]
    [InlineData("Bearer argmap_short", "50 characters")]
    [InlineData("Bearer", "access tokens only")]
    [InlineData("Basic YWRhOmFkYQ==", "access tokens only")]
    public async Task A_token_that_is_not_good_is_refused_even_where_none_is_needed(string header, string says)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var answer = await client.PostAsJsonAsync("/api/v1/people", new { name = "Nobody yet", password = "a long enough password" });

        var problem = await Problem(answer, HttpStatusCode.Unauthorized, "wrong-token");
        Assert.Contains(says, problem.GetProperty("detail").GetString());
        Assert.Contains("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Without_a_token_one_is_nobody_and_the_cookie_of_a_browser_counts_for_nothing()
    {
        using var browser = await app.SignedInAs("Cookie bearer");

        using var me = await browser.Http.GetAsync("/api/v1/people/me");
        using var list = await browser.Http.GetAsync("/api/v1/tokens");
        using var revoke = await browser.Http.DeleteAsync($"/api/v1/tokens/{Guid.Empty}");

        await Problem(me, HttpStatusCode.Unauthorized, "signed-out");
        await Problem(list, HttpStatusCode.Unauthorized, "signed-out");
        await Problem(revoke, HttpStatusCode.Unauthorized, "signed-out");
    }

    [Fact]
    public async Task A_token_counts_for_nothing_on_pages()
    {
        using var client = await app.WithToken("Token bearer");

        using var answer = await client.GetAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task The_last_use_of_a_token_is_noted_once_an_hour()
    {
        await using var server = app.AnotherServer();
        using var client = await server.WithToken("Punctual");
        Assert.Null(await LastUse("Punctual"));

        await client.GetStringAsync("/api/v1/people/me");
        var first = await LastUse("Punctual");
        server.Clock.Advance(TimeSpan.FromMinutes(50));
        await client.GetStringAsync("/api/v1/people/me");
        var soonAfter = await LastUse("Punctual");
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        await client.GetStringAsync("/api/v1/people/me");
        var later = await LastUse("Punctual");

        Assert.NotNull(first);
        Assert.Equal(first, soonAfter);
        Assert.InRange(later!.Value - first.Value, TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(75));
    }

    [Fact]
    public async Task Only_the_hash_of_a_token_is_stored()
    {
        using var client = await app.WithToken("Hashed");
        var token = client.DefaultRequestHeaders.Authorization!.Parameter!;

        var row = await app.With<ArgMapDbContext, AccessTokenRow>(db => db.AccessTokens.SingleAsync(row => db.People.Any(one => one.Id == row.PersonId && one.UserName == "Hashed")));

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token)), row.Hash);
        Assert.DoesNotContain(token, row.Label);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "$")]
    [InlineData("{\"name\":\n 1}", "$.name in line 2")]
    [InlineData("null", "/openapi/v1.json")]
    [InlineData("", "/openapi/v1.json")]
    public async Task A_body_that_is_not_what_was_asked_for_is_a_problem_that_says_where(string body, string says)
    {
        using var client = app.CreateClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync("/api/v1/people", content);

        var problem = await Problem(answer, HttpStatusCode.BadRequest, "unreadable");
        Assert.Contains(says, problem.GetProperty("detail").GetString());
    }

    private Task<DateTimeOffset?> LastUse(string name) => app.With<ArgMapDbContext, DateTimeOffset?>(db =>
        db.AccessTokens.Where(token => db.People.Any(one => one.Id == token.PersonId && one.UserName == name)).Select(token => token.LastUsedAt).SingleAsync());

    private static async Task<JsonElement> Problem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }
}
