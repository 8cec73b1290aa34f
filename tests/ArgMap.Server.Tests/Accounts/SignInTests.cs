using System.Net;
using System.Net.Http.Json;
using ArgMap.Server.Database;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Accounts;

public sealed class SignInTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_person_signs_out_and_in_again_under_their_name_in_any_case()
    {
        using var browser = await app.SignedInAs("Emmy Noether");

        var left = await browser.Submit("/account", "/sign-out");
        Assert.Equal("/", left.Location);
        Assert.Null((await browser.Get("/sign-in")).SignedInAs);

        var back = await browser.Submit("/sign-in?returnUrl=%2Faccount", "/sign-in", ("name", " emmy  NOETHER "), ("password", ArgMapApplication.Password));
        Assert.Equal("Emmy Noether", (await browser.Follow(back)).SignedInAs);
    }

    [Fact]
    public async Task Signing_out_needs_a_genuine_form()
    {
        using var browser = await app.SignedInAs("Steadfast");
        using var content = new FormUrlEncodedContent([]);

        using var answer = await browser.Http.PostAsync("/sign-out", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Steadfast", (await browser.Get("/account")).SignedInAs);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike_and_the_name_stays_typed()
    {
        using var person = await app.SignedInAs("Known");
        using var browser = app.Anonymous();

        var wrongPassword = await browser.Submit("/sign-in", "/sign-in", ("name", "Known"), ("password", "not this one"));
        var wrongName = await browser.Submit("/sign-in", "/sign-in", ("name", "Unknown"), ("password", ArgMapApplication.Password));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrongPassword.Status, wrongName.Status));
        Assert.Equal(wrongPassword.Text, wrongName.Text);
        Assert.Equal("Known", wrongPassword.Value("#name"));
        Assert.False(wrongPassword.Document.QuerySelector("#password")!.HasAttribute("value"));
    }

    [Theory]
    [InlineData("", "", "name")]
    [InlineData("Somebody", "", "password")]
    public async Task What_was_left_empty_is_asked_for(string name, string password, string field)
    {
        using var browser = app.Anonymous();

        var answer = await browser.Submit("/sign-in", "/sign-in", ("name", name), ("password", password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("missing", answer.Document.QuerySelector($"#{field}-error")!.TextContent);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/\n/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/é")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in?returnUrl=/sign-in")]
    [InlineData("")]
    public async Task An_address_that_is_no_page_of_this_site_is_not_followed(string address)
    {
        using var person = await app.SignedInAs("Careful");
        using var browser = app.Anonymous();

        var byPage = await browser.Submit($"/sign-in?returnUrl={Uri.EscapeDataString(address)}", "/sign-in", ("name", "Careful"), ("password", ArgMapApplication.Password));
        using var other = app.Anonymous();
        var byField = await other.Submit("/sign-in", "/sign-in", ("name", "Careful"), ("password", ArgMapApplication.Password), ("returnUrl", address));

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (byPage.Status, byPage.Location));
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (byField.Status, byField.Location));
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_five_minutes_and_say_until_when()
    {
        using var person = await app.SignedInAs("Besieged");
        using var browser = app.Anonymous();
        var page = await browser.Get("/sign-in");
        for (var attempt = 1; attempt < 10; attempt++)
        {
            page = await browser.Submit(page, "/sign-in", ("name", "Besieged"), ("password", $"guess {attempt}"));
            Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        }

        var tenth = await browser.Submit(page, "/sign-in", ("name", "Besieged"), ("password", "guess 10"));
        var right = await browser.Submit(tenth, "/sign-in", ("name", "Besieged"), ("password", ArgMapApplication.Password));
        using var api = await app.Anonymous().Http.PostAsJsonAsync("/api/v1/tokens", new { name = "Besieged", password = ArgMapApplication.Password, label = "x" });

        Assert.Equal((HttpStatusCode.Locked, HttpStatusCode.Locked, HttpStatusCode.Locked), (tenth.Status, right.Status, api.StatusCode));
        Assert.Matches(@"locked until \d\d:\d\d UTC \([45] minutes from now\)", right.Text);
        Assert.InRange(int.Parse(right.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 200, 300);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        Assert.InRange(api.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 200, 300);

        // Who is signed in already is not thrown out by somebody else's guessing.
        Assert.Equal("Besieged", (await person.Get("/account")).SignedInAs);

        await app.With<ArgMapDbContext, int>(db => db.People.Where(one => one.UserName == "Besieged")
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, one => one.LockoutEnd!.Value.AddMinutes(-5))));
        var later = await browser.Submit(right, "/sign-in", ("name", "Besieged"), ("password", ArgMapApplication.Password));
        Assert.Equal(HttpStatusCode.SeeOther, later.Status);
    }

    [Fact]
    public async Task A_session_lasts_thirty_days_and_longer_when_it_is_used()
    {
        await using var server = app.AnotherServer();
        using var browser = await server.SignedInAs("Regular");
        server.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("Regular", (await browser.Get("/account")).SignedInAs);
        server.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal("Regular", (await browser.Get("/account")).SignedInAs);

        server.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).Status);
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_server()
    {
        await using var before = app.AnotherServer();
        using var browser = await before.SignedInAs("Lasting");
        var cookies = await CookiesOf(before, "Lasting");

        await using var after = app.AnotherServer();
        using var again = after.Anonymous();
        again.Http.DefaultRequestHeaders.Add("Cookie", cookies);

        Assert.Equal("Lasting", (await again.Get("/account")).SignedInAs);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_account_by_way_of_the_sign_in_page()
    {
        using var browser = app.Anonymous();

        var answer = await browser.Get("/account");

        Assert.Equal("/sign-in?returnUrl=%2Faccount", new Uri(answer.Location!).PathAndQuery);
    }

    [Fact]
    public async Task A_fault_of_the_database_is_answered_with_a_page_for_people_who_are_signed_in_too()
    {
        await using var server = new ArgMapApplication();
        await server.InitializeAsync();
        using var browser = await server.SignedInAs("Unlucky");
        await TestDatabases.Drop(server.Connection);

        var answer = await browser.Get("/account");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("The site cannot reach its database at the moment.", answer.Text);
    }

    /// <summary>Signs in and gives the cookies a browser would send from then on.</summary>
    private static async Task<string> CookiesOf(ArgMapApplication server, string name)
    {
        using var first = await server.SignedInAs(name);
        using var browser = server.Anonymous();
        var page = await browser.Submit("/sign-in", "/sign-in", ("name", name), ("password", ArgMapApplication.Password));
        return page.Headers["Set-Cookie"].Split(';')[0];
    }
}
