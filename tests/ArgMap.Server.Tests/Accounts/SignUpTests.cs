using System.Net;
using System.Text;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Accounts;

public sealed class SignUpTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Who_signs_up_is_signed_in_and_back_where_they_were()
    {
        using var browser = app.Anonymous();

        var answer = await browser.Submit("/sign-up?returnUrl=%2Fm%2Fa-debate%3Fat%3D3", "/sign-up", ("name", "Ada Lovelace"), ("password", "eight ch"));

        Assert.Equal((HttpStatusCode.SeeOther, "/m/a-debate?at=3"), (answer.Status, answer.Location));
        Assert.Equal("Ada Lovelace", (await browser.Get("/account")).SignedInAs);
    }

    [Fact]
    public async Task The_session_is_a_cookie_that_scripts_and_other_sites_forms_cannot_use()
    {
        using var browser = app.Anonymous();

        var answer = await browser.Submit("/sign-up", "/sign-up", ("name", "Cookie"), ("password", ArgMapApplication.Password));

        var cookie = answer.Headers["Set-Cookie"];
        Assert.StartsWith("argmap-session=", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("expires=", cookie);
    }

    [Theory]
    [InlineData("", "a long enough password", "name", "missing")]
    [InlineData("   ", "a long enough password", "name", "empty")]
    [InlineData("a", "a long enough password", "name", "too short")]
    [InlineData("01234567890123456789012345678901234567890", "a long enough password", "name", "at most 40")]
    [InlineData("Ada<script>", "a long enough password", "name", "not “<”")]
    [InlineData("ada@home", "a long enough password", "name", "not “@”")]
    [InlineData("ada\u3164", "a long enough password", "name", "U+3164")]
    [InlineData("-ada", "a long enough password", "name", "begins with")]
    [InlineData("\u0301ada", "a long enough password", "name", "begins with")]
    [InlineData("Blank", "", "password", "missing")]
    [InlineData("Blank", "          ", "password", "missing")]
    [InlineData("Weak", "1234567", "password", "at least 8")]
    public async Task A_name_or_password_that_is_not_right_is_answered_at_its_field_and_the_name_stays_typed(string name, string password, string field, string says)
    {
        using var browser = app.Anonymous();

        var answer = await browser.Submit("/sign-up", "/sign-up", ("name", name), ("password", password), ("mail", "kept@example.org"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(says, answer.Document.QuerySelector($"#{field}-error")!.TextContent);
        Assert.Equal("true", answer.Document.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        Assert.Equal(name, answer.Value("#name"));
        Assert.Equal("kept@example.org", answer.Value("#mail"));
        Assert.False(answer.Document.QuerySelector("#password")!.HasAttribute("value"));
    }

    [Fact]
    public async Task A_password_of_two_hundred_characters_is_taken_and_one_longer_is_not()
    {
        using var browser = app.Anonymous();

        var tooLong = await browser.Submit("/sign-up", "/sign-up", ("name", "Longest"), ("password", new string('x', 201)));
        var longest = await browser.Submit(tooLong, "/sign-up", ("password", new string('x', 200)));

        Assert.Contains("at most 200", tooLong.Text);
        Assert.Equal(HttpStatusCode.SeeOther, longest.Status);
    }

    [Theory]
    [InlineData("नमस्ते")]
    [InlineData("Нина-П.")]
    [InlineData("O'Neill_2")]
    [InlineData("明日香")]
    public async Task A_name_may_be_of_any_script(string name)
    {
        using var browser = await app.SignedInAs(name);

        Assert.Equal(name, (await browser.Get("/account")).SignedInAs);
    }

    [Fact]
    public async Task A_name_is_stored_composed_with_single_spaces_and_without_what_is_invisible()
    {
        using var browser = app.Anonymous();
        await browser.Submit("/sign-up", "/sign-up", ("name", "  Ame\u0301lie \u202E  \u200BPoulain "), ("password", ArgMapApplication.Password));

        Assert.Equal("Am\u00E9lie Poulain", (await browser.Get("/account")).SignedInAs);
    }

    [Theory]
    [InlineData("GRACE hopper")]
    [InlineData("Grace  Hopper")]
    [InlineData("Ｇrace Hopper")]
    [InlineData("Gr\u200Bace Hopper")]
    public async Task A_name_that_differs_only_in_case_width_or_spaces_is_taken(string name)
    {
        using var grace = await app.SignedInAs("Grace Hopper");
        using var other = app.Anonymous();

        var answer = await other.Submit("/sign-up", "/sign-up", ("name", name), ("password", "another password"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("already called", answer.Document.QuerySelector("#name-error")!.TextContent);
        Assert.Equal(1, await app.With<ArgMapDbContext, int>(db => db.People.CountAsync(person => person.NormalizedUserName == "GRACE HOPPER")));
    }

    [Fact]
    public async Task Of_many_who_want_one_name_at_once_one_gets_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var browser = app.Anonymous();
            return (await browser.Submit("/sign-up", "/sign-up", ("name", "Wanted"), ("password", ArgMapApplication.Password))).Status;
        }));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.SeeOther));
        Assert.Equal(7, answers.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_account_and_answers_the_same()
    {
        using var browser = app.Anonymous();
        var form = await browser.Get("/sign-up");
        (string, string?)[] typed = [("name", "Twice"), ("password", ArgMapApplication.Password)];

        var first = await browser.Submit(form, "/sign-up", typed);
        using var fresh = app.Anonymous();
        var freshForm = await fresh.Get("/sign-up");
        var key = form.Value("form[action='/sign-up'] [name=key]");
        var again = await fresh.Submit(freshForm, "/sign-up", [.. typed, ("key", key)]);
        var guess = await fresh.Submit(freshForm, "/sign-up", ("name", "Twice"), ("password", "somebody else's"), ("key", key));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, again.Status));
        Assert.NotEqual(HttpStatusCode.SeeOther, guess.Status);
    }

    [Fact]
    public async Task The_password_is_stored_hashed_and_written_to_no_log()
    {
        const string Secret = "correct horse battery staple";
        await using var server = app.AnotherServer(TestLog.Everything);
        using var browser = server.Anonymous();
        await browser.Submit("/sign-up", "/sign-up", ("name", "Secretive"), ("password", Secret));
        await browser.Submit("/sign-out", "/sign-out");
        await browser.Submit("/sign-in", "/sign-in", ("name", "Secretive"), ("password", Secret));
        await browser.Submit("/account", "/account/password", ("current", Secret), ("new", Secret + Secret));

        var person = await app.With<ArgMapDbContext, Person>(db => db.People.SingleAsync(one => one.UserName == "Secretive"));

        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), person.PasswordHash);
        Assert.DoesNotContain(Secret, person.PasswordHash);
        Assert.Contains(server.Log.Lines, line => line.Contains("insert into people", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("battery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_up()
    {
        using var browser = app.Anonymous();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("name", "Forged"), KeyValuePair.Create("password", ArgMapApplication.Password)]);

        using var answer = await browser.Http.PostAsync("/sign-up", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("value=\"Forged\"", await answer.Content.ReadAsStringAsync());
        Assert.False(await app.With<ArgMapDbContext, bool>(db => db.People.AnyAsync(one => one.UserName == "Forged")));
    }
}
