using System.Net;
using System.Security.Claims;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Editing;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ArgMap.Server.Tests.Editing;

public sealed class EditPageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_cannot_open_the_editor_of_a_private_map()
    {
        var ada = await app.Person("Ada of the private map");
        var slug = await app.MapOf(ada, visibility: Visibility.Private);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().Get($"/m/{slug}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs("Stranger")).Get($"/m/{slug}/edit")).Status);
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_asked_to_and_gets_no_island()
    {
        var slug = await app.MapOf(await app.Person("Ada of the public map"));

        var page = await app.Anonymous().Http.GetStringAsync($"/m/{slug}/edit", Cancelled);

        Assert.Contains("Only people who are signed in can write", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_other_page_holds_anything_of_a_circuit()
    {
        var ada = await app.SignedInAs("Ada who reads and edits");
        var slug = await app.MapOf(await app.Person("Ada of the read map"));

        var editor = await ada.Http.GetStringAsync($"/m/{slug}/edit", Cancelled);
        Assert.Contains("<!--Blazor:", editor, StringComparison.Ordinal);
        Assert.Matches(@"/css/edit\.\w+\.css", editor);
        foreach (var address in new[] { "/", $"/m/{slug}", $"/m/{slug}/outline", $"/m/{slug}/n/1", $"/m/{slug}/history", "/account" })
        {
            Assert.DoesNotContain("blazor", await ada.Http.GetStringAsync(address, Cancelled), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", null, HttpStatusCode.Forbidden)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "http://localhost", HttpStatusCode.OK)]
    [InlineData("/m/any/_blazor/negotiate?negotiateVersion=1", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("/m/any/_blazor/negotiate?negotiateVersion=1", "http://localhost", HttpStatusCode.OK)]
    public async Task Only_pages_of_this_site_reach_a_circuit(string address, string? origin, HttpStatusCode status)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Each_call_asks_anew_whether_the_session_still_holds()
    {
        var (slug, session, person) = await Begin("Ada who changes her password");
        Assert.Null((await Desk.Read(session, slug, Cancelled)).Refusal);

        await app.With<ArgMapDbContext, int>(db =>
        {
            db.People.Single(row => row.Id == person.Id).SecurityStamp = "another";
            return db.SaveChangesAsync(Cancelled);
        });

        Assert.True((await Desk.Read(session, slug, Cancelled)).Refusal!.IsSignedOut);
        Assert.True((await Add(session, slug)).Refusal!.IsSignedOut);
    }

    [Fact]
    public async Task Each_call_asks_anew_whether_the_map_is_still_to_be_seen()
    {
        var (slug, _, owner) = await Begin("Ada who closes her map");
        var (_, session, _) = await Begin("Ben who loses sight of it");
        Assert.Null((await Desk.Read(session, slug, Cancelled)).Refusal);

        await app.With<ArgMapDbContext, int>(db =>
        {
            db.Maps.Single(map => map.Slug == slug && map.OwnerId == owner.Id).Visibility = Visibility.Private;
            return db.SaveChangesAsync(Cancelled);
        });

        Assert.Equal(404, (await Desk.Read(session, slug, Cancelled)).Refusal!.Status);
        Assert.Equal(404, (await Add(session, slug)).Refusal!.Status);
    }

    [Fact]
    public async Task A_writer_who_is_too_fast_is_slowed_as_at_the_forms()
    {
        await using var slow = app.AnotherServer(new() { ["RateLimits:WritesAtOnce"] = "2", ["RateLimits:WritesPerSecond"] = "1" });
        var (slug, session, _) = await Begin("Ada in a hurry");
        var desk = slow.Services.GetRequiredService<EditingDesk>();

        var outcomes = new List<Refusal?>();
        for (var i = 0; i < 20; i++)
        {
            outcomes.Add((await Add(session, slug, desk)).Refusal);
        }

        Assert.Null(outcomes[0]);
        Assert.Contains(outcomes, refusal => refusal?.Status == 429);
    }

    private EditingDesk Desk => app.Services.GetRequiredService<EditingDesk>();

    private Task<Outcome<Written>> Add(ClaimsPrincipal session, string slug, EditingDesk? desk = null) =>
        (desk ?? Desk).Write(session, (services, actor) => AddNode.Handle(services.GetRequiredService<MapWriter>(), slug, actor, new(nameof(NodeKind.Claim), "Something", null), null, Cancelled), Cancelled);

    private async Task<(string Slug, ClaimsPrincipal Session, Actor Person)> Begin(string name)
    {
        var person = await app.Person(name);
        var claims = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id.ToString()!), new(ClaimTypes.Name, name), new(new ClaimsIdentityOptions().SecurityStampClaimType, name)], "tests");
        return (await app.MapOf(person), new ClaimsPrincipal(claims), person);
    }
}
