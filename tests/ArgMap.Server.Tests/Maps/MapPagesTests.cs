using System.Net;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapPagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    public static TheoryData<string> Views => ["", "/outline", "/settings"];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_private_map_is_for_strangers_what_an_unknown_one_is(string view)
    {
        var ada = await app.Person($"Ada {view}");
        var slug = await app.MapOf(ada, "A secret", visibility: Visibility.Private);
        using var stranger = app.Anonymous();

        var hidden = await stranger.Get($"/m/{slug}{view}");
        var unknown = await stranger.Get($"/m/{new string('x', slug.Length)}{view}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, unknown.Status));
        Assert.Equal(unknown.Document.DocumentElement.OuterHtml.Replace(new string('x', slug.Length), slug, StringComparison.Ordinal), hidden.Document.DocumentElement.OuterHtml);
        Assert.Equal(unknown.Headers.Keys.Order(), hidden.Headers.Keys.Order());
    }

    [Fact]
    public async Task Lists_show_public_maps_and_neither_private_nor_unlisted_ones()
    {
        var grace = await app.Person("Grace");
        await app.MapOf(grace, "Known to everyone");
        var unlisted = await app.MapOf(grace, "Known to some", visibility: Visibility.Unlisted);
        await app.MapOf(grace, "Known to Grace", visibility: Visibility.Private);
        using var stranger = app.Anonymous();

        var home = await stranger.Get("/");
        var page = await stranger.Get($"/m/{unlisted}");

        Assert.Contains("Known to everyone", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Known to some", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Known to Grace", home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("unlisted", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_map_opens_with_its_facts_and_its_picture()
    {
        var slug = await Demo();
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{slug}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var map = (await app.With<MapReader, MapView?>(maps => maps.Read(slug, Actor.Anonymous, CancellationToken.None)))!;
        var facts = MapFacts.Of(map);
        Assert.Contains(facts.Root!.Text, page.Text, StringComparison.Ordinal);
        Assert.All(facts.Theses, thesis => Assert.Contains(thesis.Node.Text, page.Text, StringComparison.Ordinal));
        Assert.Equal(
            [$"{facts.OpenObjections.Length}", $"{facts.UnansweredQuestions.Length}", $"{facts.MinutesToRead} min"],
            page.Document.QuerySelectorAll(".facts > div:not(.wide) dd").Take(3).Select(fact => fact.TextContent.Trim()));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".picture [role=treeitem].node"));
        Assert.Equal(facts.OpenObjections.Length, page.Document.QuerySelectorAll("#open-objections li").Length);
    }

    [Fact]
    public async Task The_outline_of_the_demo_map_shows_each_node_once()
    {
        var slug = await Demo();
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{slug}/outline?open=all");

        var map = (await app.With<MapReader, MapView?>(maps => maps.Read(slug, Actor.Anonymous, CancellationToken.None)))!;
        Assert.All(map.Nodes.Keys, number => Assert.Single(page.Document.QuerySelectorAll($"#n{number}")));
        Assert.All(map.Relations.Keys, number => Assert.Single(page.Document.QuerySelectorAll($"#r{number}")));
        Assert.Empty(page.Document.QuerySelectorAll("details:not([open])"));
    }

    [Fact]
    public async Task A_chosen_node_is_shown_with_the_way_to_it_and_stays_chosen_in_the_outline()
    {
        var slug = await Demo();
        var map = (await app.With<MapReader, MapView?>(maps => maps.Read(slug, Actor.Anonymous, CancellationToken.None)))!;
        var deepest = map.Nodes.Keys.MaxBy(map.Tree.Depth);
        using var reader = app.Anonymous();

        var picture = await reader.Get($"/m/{slug}?at={deepest}");
        var outline = await reader.Get(picture.Document.QuerySelectorAll(".views a")[1].GetAttribute("href")!);

        Assert.Equal(Outline.WayTo(map, deepest).Count, picture.Document.QuerySelectorAll(".path li").Length);
        Assert.NotNull(picture.Document.QuerySelector($".picture [aria-selected=true]#picture-{deepest}"));
        Assert.Equal($"n{deepest}", outline.Document.QuerySelector("main .item[aria-current]")!.Id);
    }

    [Theory]
    [InlineData("?at=nonsense")]
    [InlineData("?at=99999999999999999999")]
    [InlineData("?at=4711")]
    [InlineData("?depth=-1")]
    [InlineData("?depth=99999")]
    [InlineData("/outline?from=nonsense")]
    [InlineData("/outline?from=4711&skip=4711")]
    [InlineData("/outline?skip=2147483647")]
    [InlineData("/outline?at=4711")]
    public async Task A_mistyped_choice_shows_the_map_all_the_same(string query)
    {
        var slug = await Demo();
        using var reader = app.Anonymous();

        Assert.Equal(HttpStatusCode.OK, (await reader.Get($"/m/{slug}{query}")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_page_of_a_map_asks_the_database_more_than_three_times(bool isSignedIn)
    {
        var slug = await Demo();
        using var reader = isSignedIn ? await app.SignedInAs("counting") : app.Anonymous();
        foreach (var address in new[] { "/", $"/m/{slug}", $"/m/{slug}/outline", $"/m/{slug}?at=2", $"/m/{slug}/settings", "/?before=1-1" })
        {
            // The first visit also finds the keys that protect forms.
            await reader.Get(address);
            using var asked = new RoundTrips(app);

            await reader.Get(address);

            Assert.True(asked.Count is > 0 and <= 3, $"{address} asked {asked.Count} times: {asked}");
        }
    }

    private async Task<string> Demo()
    {
        await app.With<ArgMapDbContext, string?>(db => LoadDemoMap.Handle(db, app.Clock, CancellationToken.None));
        return DemoMap.Current.LoadedSlug;
    }
}
