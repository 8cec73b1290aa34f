using System.Net;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Accounts;

public sealed class AccountPageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string NewPassword = "another good password";

    [Fact]
    public async Task Changing_the_password_ends_every_other_session_at_once_and_keeps_this_one()
    {
        using var here = await app.SignedInAs("Prudence");
        using var elsewhere = await app.SignedInAs("Prudence");

        var changed = await here.Submit("/account", "/account/password", ("current", ArgMapApplication.Password), ("new", NewPassword));

        var page = await here.Follow(changed);
        Assert.Equal("Prudence", page.SignedInAs);
        Assert.Contains("Your password was changed", page.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Get("/account")).Status);

        using var browser = app.Anonymous();
        var old = await browser.Submit("/sign-in", "/sign-in", ("name", "Prudence"), ("password", ArgMapApplication.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, old.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Submit(old, "/sign-in", ("password", NewPassword))).Status);
    }

    [Theory]
    [InlineData("", NewPassword, "current", "missing")]
    [InlineData("not mine at all", NewPassword, "current", "not your present password")]
    [InlineData(ArgMapApplication.Password, "short", "new", "at least 8")]
    public async Task A_password_is_not_changed_without_the_present_one_and_a_good_new_one(string current, string next, string field, string says)
    {
        using var browser = await app.SignedInAs("Reluctant");
        using var elsewhere = await app.SignedInAs("Reluctant");

        var answer = await browser.Submit("/account", "/account/password", ("current", current), ("new", next));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(says, answer.Document.QuerySelector($"#{field}-error")!.TextContent);
        Assert.Equal("Reluctant", (await elsewhere.Get("/account")).SignedInAs);
    }

    [Fact]
    public async Task A_mail_address_is_kept_shown_to_its_person_and_removed_again()
    {
        using var browser = await app.SignedInAs("Postal");

        var saved = await browser.Follow(await browser.Submit("/account", "/account/mail", ("mail", "postal@example.org")));
        Assert.Equal("postal@example.org", saved.Value("#mail"));

        var wrong = await browser.Submit(saved, "/account/mail", ("mail", "two@at@signs"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("two@at@signs", wrong.Value("#mail"));

        await browser.Submit(saved, "/account/mail", ("mail", ""));
        Assert.Null(await app.With<ArgMapDbContext, string?>(db => db.People.Where(one => one.UserName == "Postal").Select(one => one.Email).SingleAsync()));
        Assert.Equal("Postal", (await browser.Get("/account")).SignedInAs);
    }

    [Fact]
    public async Task A_token_is_shown_once_then_listed_without_its_secret_and_revoked()
    {
        using var browser = await app.SignedInAs("Maker");

        var made = await browser.Submit("/account", "/account/tokens", ("label", "my <script>"));
        var token = made.Document.QuerySelector("#token")!.TextContent;
        var list = await browser.Get("/account");

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Matches("^argmap_[A-Za-z0-9_-]{43}$", token);
        Assert.Contains("no-store", made.Headers["Cache-Control"]);
        Assert.Contains("my <script>", list.Text);
        Assert.Contains("never used", list.Text);
        Assert.DoesNotContain(token, list.Document.Source.Text);

        var revoke = list.Document.QuerySelectorAll("form").Single(form => form.GetAttribute("action")!.EndsWith("/revoke", StringComparison.Ordinal)).GetAttribute("action")!;
        var after = await browser.Follow(await browser.Submit(list, revoke));
        Assert.Contains("You have no access tokens", after.Text);
    }

    [Fact]
    public async Task A_form_for_a_token_sent_twice_makes_one_and_says_so()
    {
        using var browser = await app.SignedInAs("Doubtful");
        var page = await browser.Get("/account");

        await browser.Submit(page, "/account/tokens", ("label", "once"));
        var again = await browser.Submit(page, "/account/tokens", ("label", "once"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("made already", again.Text);
        Assert.Single(again.Document.QuerySelectorAll(".tokens li"));
    }

    [Fact]
    public async Task A_token_needs_a_label_and_fifty_are_enough()
    {
        using var browser = await app.SignedInAs("Hoarder");
        var page = await browser.Get("/account");
        Assert.Contains("empty", (await browser.Submit(page, "/account/tokens", ("label", "  "))).Document.QuerySelector("#label-error")!.TextContent);

        await app.With<ArgMapDbContext, int>(async db =>
        {
            var person = await db.People.SingleAsync(one => one.UserName == "Hoarder");
            db.AccessTokens.AddRange(Enumerable.Range(0, CreateAccessToken.MaxPerPerson).Select(number => new AccessTokenRow
            {
                Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
                PersonId = person.Id,
                Label = $"token {number}",
                Hash = Guid.CreateVersion7(app.Clock.GetUtcNow()).ToByteArray(),
                CreatedAt = app.Clock.GetUtcNow(),
            }));
            return await db.SaveChangesAsync();
        });

        Assert.Contains("as many as one person may have", (await browser.Submit("/account", "/account/tokens", ("label", "one more"))).Text);
    }

    [Fact]
    public async Task Nobody_revokes_another_persons_token_or_sees_it()
    {
        using var owner = await app.SignedInAs("Owner");
        using var stranger = await app.SignedInAs("Stranger");
        var made = await owner.Submit("/account", "/account/tokens", ("label", "the owner's own"));
        var revoke = made.Document.QuerySelectorAll("form").Single(form => form.GetAttribute("action")!.EndsWith("/revoke", StringComparison.Ordinal)).GetAttribute("action")!;

        var page = await stranger.Get("/account");
        var genuine = page.Value("[name=__RequestVerificationToken]");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", genuine)]);
        using var answer = await stranger.Http.PostAsync(revoke, content);

        Assert.DoesNotContain("the owner's own", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("the owner's own", (await owner.Get("/account")).Text);
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/mail")]
    [InlineData("/account/tokens")]
    public async Task A_form_of_the_account_sent_by_somebody_who_has_signed_out_leads_to_the_sign_in_page(string action)
    {
        using var browser = await app.SignedInAs("Leaver");
        var page = await browser.Get("/account");
        await browser.Submit(page, "/sign-out");

        var answer = await browser.Submit(page, action);

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?returnUrl=%2Faccount"), (answer.Status, answer.Location));
    }
}
