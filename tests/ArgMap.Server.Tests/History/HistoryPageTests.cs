using System.Net;
using AngleSharp.Dom;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.History;

public sealed class HistoryPageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Every_change_says_who_did_what_and_when_with_the_words_that_changed()
    {
        var (ada, map) = await Map("Ada", "Told");
        await ada.Patch($"/api/v1/maps/{map}/nodes/1", new { text = "Is it really so?" });
        await ada.Post($"/api/v1/maps/{map}/relations", new { kind = "Objection", target = 1, newPremises = new[] { new { text = "A <b>bold</b> claim." } } });

        var page = await app.Anonymous().Get($"/m/{map}/history");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var changes = page.Document.QuerySelectorAll(".history > li");
        Assert.Equal(["v3", "v2", "v1"], changes.Select(change => change.Id));
        Assert.Contains("Ada objected to #1 with #2 “A <b>bold</b> claim.” (step #3)", Words(changes[0]));
        Assert.Equal($"/m/{map}/r/3", changes[0].QuerySelectorAll(".change a")[^1].GetAttribute("href"));
        Assert.Equal("really ", changes[1].QuerySelector(".diff ins")!.TextContent);
        Assert.Empty(changes[1].QuerySelectorAll("del"));
        Assert.Contains("Ada made the map “Told” about #1 “Is it so?”", Words(changes[2]));
        Assert.All(changes, change => Assert.NotNull(change.QuerySelector("time[datetime]")));
        Assert.Empty(page.Document.QuerySelectorAll(".history form"));
    }

    [Fact]
    public async Task Who_made_a_change_and_the_owner_can_undo_it_and_the_undo_too()
    {
        var (owner, map) = await Map("Owner", "Undone");
        var grace = await app.WithToken("Grace");
        await grace.Post($"/api/v1/maps/{map}/nodes", new { text = "A claim." });
        await owner.Post($"/api/v1/maps/{map}/nodes", new { text = "Another." });
        using var browser = await app.SignedInAs("Grace");

        var page = await browser.Get($"/m/{map}/history");
        Assert.Equal([$"/m/{map}/history/2/undo"], Undos(page));
        using var owners = await app.SignedInAs("Owner");
        Assert.Equal([$"/m/{map}/history/3/undo", $"/m/{map}/history/2/undo"], Undos(await owners.Get($"/m/{map}/history")));

        var answer = await browser.Submit(page, $"/m/{map}/history/2/undo");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal($"/m/{map}/history?before=5#v4", answer.Location);
        page = await browser.Follow(answer);
        Assert.Contains("undid revision 2: withdrew #2 “A claim.”", Words(page.Document.GetElementById("v4")!));
        Assert.Contains("undone in revision 4", Words(page.Document.GetElementById("v2")!));
        Assert.Equal([$"/m/{map}/history/4/undo"], Undos(page));

        page = await browser.Follow(await browser.Submit(page, $"/m/{map}/history/4/undo"));

        Assert.Contains("undid revision 4: brought back #2", Words(page.Document.GetElementById("v5")!));
        Assert.DoesNotContain("undone", Words(page.Document.GetElementById("v2")!));
    }

    [Fact]
    public async Task An_undo_that_no_longer_fits_is_answered_with_the_page_and_the_reason()
    {
        var (alan, map) = await Map("Alan", "Moved on");
        await alan.Patch($"/api/v1/maps/{map}/nodes/1", new { text = "First" });
        using var browser = await app.SignedInAs("Alan");
        var page = await browser.Get($"/m/{map}/history");
        await alan.Patch($"/api/v1/maps/{map}/nodes/1", new { text = "Second" });

        var answer = await browser.Submit(page, $"/m/{map}/history/2/undo");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("#1 has been changed again in revision 3", answer.Document.QuerySelector("[role=alert]")!.TextContent);
        Assert.NotNull(answer.Document.GetElementById("v2"));
        Assert.Equal(3, (await alan.Get($"/api/v1/maps/{map}"))["revision"].GetInt32());
    }

    [Fact]
    public async Task Somebody_who_may_not_undo_is_told_so()
    {
        var (_, map) = await Map("Kurt", "Whose");
        using var stranger = await app.SignedInAs("Stranger");
        var own = await app.WithToken("Stranger");
        await own.Post($"/api/v1/maps/{map}/nodes", new { text = "A claim." });
        var page = await stranger.Get($"/m/{map}/history");
        var form = page.Document.QuerySelector("form[action$='/undo']")!;
        form.SetAttribute("action", $"/m/{map}/history/1/undo");

        var answer = await stranger.Submit(page, $"/m/{map}/history/1/undo");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Only the person who made a change", answer.Text);
    }

    [Fact]
    public async Task The_history_of_one_thing_shows_its_changes_alone()
    {
        var (emmy, map) = await Map("Emmy", "One thing");
        await emmy.Post($"/api/v1/maps/{map}/nodes", new { text = "A claim." });
        await emmy.Post($"/api/v1/maps/{map}/nodes", new { text = "Another." });
        await emmy.Patch($"/api/v1/maps/{map}/nodes/2", new { text = "A better claim." });

        var page = await app.Anonymous().Get($"/m/{map}/history?of=node:2");

        Assert.Equal(["v4", "v2"], page.Document.QuerySelectorAll(".history > li").Select(change => change.Id));
        Assert.Contains("History of #2", page.Text);
        Assert.Contains("There are no changes of #99", (await app.Anonymous().Get($"/m/{map}/history?of=node:99")).Text);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().Get($"/m/{map}/history?of=%3Cscript%3E&before=x")).Status);
    }

    [Fact]
    public async Task A_long_history_is_paged_without_gaps()
    {
        var (sofya, map) = await Map("Sofya", "Long");
        for (var change = 0; change < 60; change++)
        {
            await sofya.Post($"/api/v1/maps/{map}/nodes", new { text = $"Claim {change}." });
        }

        var first = await app.Anonymous().Get($"/m/{map}/history");
        var second = await app.Anonymous().Get(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(
            Enumerable.Range(1, 61).Reverse().Select(revision => $"v{revision}"),
            first.Document.QuerySelectorAll(".history > li").Concat(second.Document.QuerySelectorAll(".history > li")).Select(change => change.Id));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.Equal($"/m/{map}/history", second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_history_of_a_private_map_is_private()
    {
        var (owner, map) = await Map("Secretive", "Hidden");
        await owner.Patch($"/api/v1/maps/{map}", new { title = "Hidden", visibility = "Private" });
        using var stranger = await app.SignedInAs("Curious");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/m/{map}/history")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().Get($"/m/{map}/history?of=node:1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().Get("/m/nothing-here/history")).Status);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string?> Undos(Page page) => page.Document.QuerySelectorAll(".history form").Select(form => form.GetAttribute("action"));

    private async Task<(HttpClient Client, string Map)> Map(string owner, string title)
    {
        var client = await app.WithToken(owner);
        return (client, (await client.Post("/api/v1/maps", new { title, root = "Is it so?" }))["map"].GetString()!);
    }
}
