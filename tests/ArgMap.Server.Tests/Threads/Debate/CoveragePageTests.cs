using System.Globalization;
using System.Net;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Debates;

public sealed class CoveragePageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static readonly IReadOnlyList<Said> Talk =
    [
        new("Ada", "Pure deception would crystallise."),
        new("Bob", "Why would it?", 1),
        new("Ada", "Because nothing changes it.", 2),
        new("Cy", "The base objective would do better.", 1),
        new("Dee", "> The base objective would do better.\n\nWould it?", 4) { Quotes = [new("The base objective would do better.", 0, 38, 1, null, QuoteState.Exact, 4, 0, 35, 1)] },
        new("Cy", "Hello there, everybody.", 1, 3),
        new(null, "", 1) { State = PostState.Deleted },
    ];

    [Fact]
    public async Task What_waits_is_listed_with_what_speaks_for_it_and_leaves_when_it_is_dealt_with()
    {
        var (slug, thread, ada) = await Begin();
        await DebatePageTests.Make(app, slug, thread, 1, ada, new(nameof(PassageUse.Claim), new("Pure deception"), null, "It would."));
        await app.With<ArgMapDbContext, int>(async db =>
        {
            db.Suggestions.Add(new SuggestionRow
            {
                MapId = (await db.Maps.SingleAsync(map => map.Slug == slug)).Id,
                SourceNumber = thread,
                Number = 1,
                Payload = "{}",
                Rank = 3,
                Kind = ArgMap.Argumentation.Drafting.SuggestionKind.Claim,
                PostNumber = 3,
                DraftedAt = app.Clock.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });
        using var bob = await app.SignedInAs("Bob");

        var page = await bob.Get(Address.Coverage(slug, thread));

        Assert.Equal(["post 3", "post 4", "post 2", "post 6", "post 5"], page.Document.QuerySelectorAll(".waiting .byline a").Select(link => link.TextContent));
        Assert.Contains("1 suggestion", DebatePageTests.Words(page, ".waiting li"), StringComparison.Ordinal);
        Assert.Contains("quoted once", DebatePageTests.Words(page, ".waiting li:nth-child(2)"), StringComparison.Ordinal);
        Assert.Contains("1 of 7 posts mapped, 1 without words, 5 left", page.Text, StringComparison.Ordinal);

        var answer = page.Document.QuerySelector(".waiting button")!.GetAttribute("formaction")!;
        Assert.Equal(Address.NothingToMap(slug, thread, 3, next: 4), answer);
        Assert.Equal(Address.NothingToMap(slug, thread, 5, next: 6), page.Document.QuerySelectorAll(".waiting button")[^1].GetAttribute("formaction"));
        using var form = new FormUrlEncodedContent(page.Document.QuerySelectorAll("#nothing input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).Append(new("nothing", "yes")));
        using var said = await bob.Http.PostAsync(answer, form);
        Assert.Equal($"{Address.Coverage(slug, thread)}#p4", said.Headers.Location?.OriginalString);
        Assert.NotNull(page.Document.QuerySelector("#p4"));
        Assert.DoesNotContain("post 3", DebatePageTests.Words(await bob.Get(Address.Coverage(slug, thread)), ".waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_words_are_not_what_to_read_first_however_many_liked_them()
    {
        var ada = await app.Person("ada of few words");
        var slug = await app.MapOf(ada);
        var thread = await StoredThread.In(app, slug, ada, [new("Ada", "Good point.", null, 100), new("Bob", "I doubt that the base objective would be better served by that.", 1, 3)]);

        var page = await app.Anonymous().Get(Address.Coverage(slug, thread));

        Assert.Equal(["post 2", "post 1"], page.Document.QuerySelectorAll(".waiting .byline a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Each_author_has_a_row_that_adds_up()
    {
        var (slug, thread, ada) = await Begin();
        await DebatePageTests.Make(app, slug, thread, 1, ada, new(nameof(PassageUse.Claim), new("Pure deception"), null, "It would."));
        await DebatePageTests.Make(app, slug, thread, 1, ada, new(nameof(PassageUse.Claim), new("crystallise"), null, "It crystallises."));

        var page = await app.Anonymous().Get(Address.Coverage(slug, thread));

        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Ada");
        Assert.Equal(["2", "8", "1", "2", "0", "1"], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Empty(page.Document.QuerySelectorAll("button[form=nothing]"));
    }

    [Fact]
    public async Task It_takes_one_round_trip_and_is_there_for_threads_only()
    {
        var (slug, thread, _) = await Begin();
        var reader = app.Anonymous();
        await reader.Get(Address.Coverage(slug, thread));
        using var asked = new RoundTrips(app);

        await reader.Get(Address.Coverage(slug, thread));

        Assert.True(asked.Count == 1, $"It asked {asked.Count} times: {asked}");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(Address.Coverage(slug, 999))).Status);
    }

    private async Task<(string Slug, int Thread, Actor Ada)> Begin()
    {
        var ada = await app.Person($"ada {Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}");
        var slug = await app.MapOf(ada);
        return (slug, await StoredThread.In(app, slug, ada, Talk), ada);
    }
}
