using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapFormsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_person_makes_a_map_and_is_led_to_it()
    {
        using var ada = await app.SignedInAs("ada");

        var made = await ada.Submit("/maps/new", "/maps/new", ("title", "Engines"), ("root", "Engines can think."), ("rootKind", "Claim"), ("about", "By *Ada*."));
        var page = await ada.Follow(made);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.OK), (made.Status, page.Status));
        Assert.Equal("Engines", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("Engines can think.", page.Document.QuerySelector(".thesis a")!.TextContent);
        Assert.Contains("By Ada.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_everything_typed_and_what_is_wrong_at_its_field()
    {
        using var grace = await app.SignedInAs("grace");
        var title = new string('t', MapRow.MaxTitleLength + 1);

        var page = await grace.Submit("/maps/new", "/maps/new", ("title", title), ("root", "Is it so?"), ("rootKind", "Claim"), ("about", "Where it comes from."), ("visibility", "Private"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(title, page.Document.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal(("Is it so?", "Where it comes from."), (page.Document.QuerySelector("#root")!.TextContent, page.Document.QuerySelector("#about")!.TextContent));
        Assert.Equal(["Claim", "Private"], page.Document.QuerySelectorAll("input[type=radio][checked]").Select(choice => choice.GetAttribute("value")!).Order());
        Assert.Equal("true", page.Document.QuerySelector("#title")!.GetAttribute("aria-invalid"));
        Assert.Contains("title", page.Document.QuerySelector("#title-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#title']"));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_map()
    {
        using var alan = await app.SignedInAs("alan");
        var form = await alan.Get("/maps/new");

        var first = await alan.Submit(form, "/maps/new", ("title", "Once"), ("root", "Is it once?"));
        var second = await alan.Submit(form, "/maps/new", ("title", "Once"), ("root", "Is it once?"));

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(first.Location, second.Location);
    }

    [Fact]
    public async Task Somebody_who_has_not_signed_in_is_led_to_do_so_and_back()
    {
        using var reader = app.Anonymous();

        var page = await reader.Get("/maps/new");

        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal("/sign-in?returnUrl=%2Fmaps%2Fnew", page.Document.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/maps/new")]
    [InlineData("settings")]
    public async Task Whoever_has_signed_out_in_the_meantime_hears_that_first_and_keeps_what_was_typed(string address)
    {
        using var owner = await app.SignedInAs("barbara");
        if (address == "settings")
        {
            address = $"/m/{await Make(owner, "Left open")}/settings";
        }

        var form = await owner.Get(address);
        await owner.Submit(form, "/sign-out");

        var page = await owner.Submit(form, address, ("title", "Typed before"), ("root", "#1"));

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Equal("Sign in first", page.Document.QuerySelector(".error-summary h2")!.TextContent);
        Assert.Equal("Typed before", page.Document.QuerySelector("#title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_owner_changes_everything_about_a_map()
    {
        using var owner = await app.SignedInAs("mary");
        var slug = await Make(owner, "Before");

        var saved = await owner.Submit($"/m/{slug}/settings", $"/m/{slug}/settings", ("title", "After"), ("about", "New words."), ("visibility", "Private"));

        Assert.Equal((HttpStatusCode.SeeOther, $"/m/{slug}"), (saved.Status, saved.Location));
        var page = await owner.Follow(saved);
        Assert.Equal("After", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("New words.", page.Text, StringComparison.Ordinal);
        Assert.Equal("private", page.Document.QuerySelector(".map-header .badge")!.TextContent);
        using var stranger = app.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/m/{slug}")).Status);
    }

    [Fact]
    public async Task Settings_changed_meanwhile_are_answered_with_both_texts_and_can_be_sent_again()
    {
        using var owner = await app.SignedInAs("sofia");
        var slug = await Make(owner, "First");
        var early = await owner.Get($"/m/{slug}/settings");
        await owner.Submit($"/m/{slug}/settings", $"/m/{slug}/settings", ("title", "Second"));

        var conflict = await owner.Submit(early, $"/m/{slug}/settings", ("title", "Third"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(["Second", "Third"], conflict.Document.QuerySelectorAll(".versions .as-typed").Select(text => text.TextContent.Trim()));
        Assert.Equal("Third", conflict.Document.QuerySelector("#title")!.GetAttribute("value"));
        var again = await owner.Submit(conflict, $"/m/{slug}/settings");
        Assert.Equal("Third", (await owner.Follow(again)).Document.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("the first")]
    [InlineData("#4711")]
    public async Task A_root_that_is_no_node_is_refused_with_what_was_typed(string root)
    {
        using var owner = await app.SignedInAs("emmy");
        var slug = await Make(owner, $"About {root}");

        var page = await owner.Submit($"/m/{slug}/settings", $"/m/{slug}/settings", ("root", root));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(root, page.Document.QuerySelector("#root")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("#root-error"));
    }

    [Fact]
    public async Task Only_the_owner_opens_and_sends_the_settings()
    {
        using var owner = await app.SignedInAs("lise");
        using var other = await app.SignedInAs("otto");
        var slug = await Make(owner, "Fission");
        var form = await owner.Get($"/m/{slug}/settings");

        var opened = await other.Get($"/m/{slug}/settings");
        var sent = await other.Submit(await other.Get("/maps/new"), "/maps/new", ("title", ""));
        var forged = await Forged(other, sent, $"/m/{slug}/settings");

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Equal(HttpStatusCode.Forbidden, opened.Status);
        Assert.Empty(opened.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, forged);
        Assert.Equal("Fission", (await owner.Get($"/m/{slug}")).Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Settings_of_a_private_map_that_a_stranger_sends_are_answered_as_for_an_unknown_map()
    {
        using var owner = await app.SignedInAs("rosa");
        using var other = await app.SignedInAs("karl");
        var slug = await app.MapOf(Actor.Anonymous with { Id = await IdOf(owner) }, "Hidden", visibility: Visibility.Private);
        var form = await other.Get("/maps/new");

        Assert.Equal(HttpStatusCode.NotFound, await Forged(other, form, $"/m/{slug}/settings"));
        Assert.Equal(HttpStatusCode.NotFound, await Forged(other, form, "/m/no-such-map/settings"));
    }

    private async Task<Guid> IdOf(Browser person)
    {
        var slug = await Make(person, "Mine");
        return (await app.With<MapReader, MapHead?>(reader => reader.ReadHead(slug, Actor.Anonymous, CancellationToken.None)))!.OwnerId;
    }

    private static async Task<string> Make(Browser person, string title)
    {
        var made = await person.Submit("/maps/new", "/maps/new", ("title", title), ("root", "Is it so?"), ("rootKind", nameof(NodeKind.Question)));
        return made.Location?["/m/".Length..] ?? throw new InvalidOperationException($"No map was made: {made.Text}");
    }

    // A form of another page, sent where this person finds no form of their own.
    private static async Task<HttpStatusCode> Forged(Browser person, Page page, string action)
    {
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("title", "Taken over")]);
        using var answer = await person.Http.PostAsync(action, content);
        return answer.StatusCode;
    }
}
