using System.Net;
using ArgMap.Argumentation.Citations;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Debates;

/// <summary>Passages whose posts were changed since they were cited, and what people do about them.</summary>
public sealed class ChangedPassagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Was = "Parameters drift only where they matter for the loss.";
    private const string Is = "Parameters would drift mostly where they matter for the loss";

    [Fact]
    public async Task What_came_of_reading_a_thread_again_leads_to_the_passages_to_look_at()
    {
        var (slug, again, ada) = await Changed("Ada");
        using var browser = ada;

        var report = await browser.Get(Address.ImportOf(slug, again.Id));
        var leads = report.Document.QuerySelectorAll(".report a").Single().GetAttribute("href")!;
        var list = await browser.Get(leads);

        Assert.Contains("1 stands elsewhere in its post, 1 needs a look, 1 is gone", report.Text, StringComparison.Ordinal);
        Assert.Equal(["To be looked at", "Gone", "Elsewhere in their post"], list.Document.QuerySelectorAll("main h2").Select(head => head.TextContent));
        Assert.Equal(Is, list.Document.QuerySelector(".citation-note q")!.TextContent);
        Assert.Contains("1 cited passage needs a look", (await browser.Get(Address.Debate(slug))).Text, StringComparison.Ordinal);
        var node = await browser.Get(Address.Node(slug, 1));
        Assert.Contains("in it any more. Settle it", node.Text, StringComparison.Ordinal);
        Assert.Equal(2, node.Document.QuerySelectorAll($"a[href^='{leads}#c']").Length);
        Assert.Contains(Address.Debate(slug, again.SourceNumber!.Value), (await browser.Get(Address.Source(slug, again.SourceNumber!.Value))).Document.QuerySelectorAll("main .page-header a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Words_that_still_say_so_are_cited_as_they_are_now_and_undoing_that_says_again_that_they_changed()
    {
        var (slug, again, bea) = await Changed("Bea");
        using var browser = bea;
        var list = Address.ChangedPassages(slug, again.SourceNumber!.Value);
        var citation = (await Citations(again)).Single(row => row.Exact == Was).Number;

        var done = await browser.Submit(list, Address.CiteOtherWords(slug, citation));

        Assert.Equal((HttpStatusCode.SeeOther, list), (done.Status, done.Location));
        Assert.Equal((Is, (AnchorState?)null), await Now(again, citation));
        Assert.DoesNotContain("To be looked at", (await browser.Get(list)).Text, StringComparison.Ordinal);
        var history = await browser.Get(Address.History(slug));
        Assert.Contains("changed the citation of", history.Text, StringComparison.Ordinal);

        var revision = await app.With<ArgMapDbContext, int>(db => db.Maps.Where(map => map.Id == again.MapId).Select(map => map.Revision).SingleAsync());
        await browser.Submit(history, Address.Undo(slug, revision));

        Assert.Equal((Was, AnchorState.Uncertain), await Now(again, citation));
    }

    [Fact]
    public async Task Words_that_are_gone_can_be_replaced_by_others_and_what_does_not_fit_is_said_beside_them()
    {
        var (slug, again, cora) = await Changed("Cora");
        using var browser = cora;
        var list = Address.ChangedPassages(slug, again.SourceNumber!.Value);
        var citation = (await Citations(again)).Single(row => row.PostNumber == 4).Number;

        var refused = await browser.Submit(list, Address.CiteOtherWords(slug, citation), ("exact", "Nobody says this."));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("are not in post 4 as it is now", refused.Document.QuerySelector($"#c{citation} .field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nobody says this.", refused.Document.QuerySelector($"#exact{citation}")!.TextContent);

        await browser.Submit(list, Address.CiteOtherWords(slug, citation), ("exact", "never mind"));

        Assert.Equal(("Never mind", (AnchorState?)null), await Now(again, citation));
    }

    [Fact]
    public async Task The_citation_says_which_thread_it_is_of_and_what_was_typed_stays_whatever_the_form_says()
    {
        var (slug, again, fay) = await Changed("Fay");
        using var browser = fay;
        var list = Address.ChangedPassages(slug, again.SourceNumber!.Value);
        var citation = (await Citations(again)).Single(row => row.PostNumber == 4).Number;
        var missing = await browser.Get(list);
        missing.Document.QuerySelectorAll("main form").First(form => form.GetAttribute("action") == Address.CiteOtherWords(slug, citation)).SetAttribute("action", Address.CiteOtherWords(slug, 999));

        var refused = await browser.Submit(list, Address.CiteOtherWords(slug, citation), ("exact", "Nobody says this."), ("thread", "999"));
        var done = await browser.Submit(list, Address.CiteOtherWords(slug, citation), ("exact", "never mind"), ("thread", "x"));
        var nowhere = await browser.Submit(missing, Address.CiteOtherWords(slug, 999), ("exact", "My own words."));

        Assert.Equal("Nobody says this.", refused.Document.QuerySelector($"#exact{citation}")?.TextContent);
        Assert.Equal(list, done.Location);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.Status);
        Assert.Contains("My own words.", nowhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_did_not_cite_the_words_sees_them_and_cannot_change_them()
    {
        var (slug, again, dora) = await Changed("Dora");
        dora.Dispose();
        using var eve = await app.SignedInAs("Eve of others' words");
        var list = await eve.Get(Address.ChangedPassages(slug, again.SourceNumber!.Value));
        var citation = (await Citations(again)).Single(row => row.Exact == Was).Number;

        Assert.Contains(Is, list.Text, StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll("main form"));
        var stranger = await app.Person("Eve who tries it all the same");
        Assert.Equal(403, (await app.With<MapWriter, Outcome<Written>>(writer => CiteOtherWords.Handle(writer, slug, citation, stranger, new(Is), null, CancellationToken.None))).Refusal?.Status);
        Assert.Equal((Was, AnchorState.Uncertain), await Now(again, citation));
    }

    /// <summary>A map whose thread was read again when three of its posts, which it cites, had been changed.</summary>
    private async Task<(string Slug, ThreadImportRow Again, Browser Owner)> Changed(string name)
    {
        var browser = await app.SignedInAs(name);
        var owner = await app.Person($"not {name}");
        var before = await app.Import(owner, SmallForum.File(SmallForum.Four));
        await app.With<ArgMapDbContext, int>(async db =>
        {
            var person = await db.Users.Where(user => user.UserName == name).Select(user => user.Id).SingleAsync();
            return await db.Maps.Where(map => map.Id == before.MapId).ExecuteUpdateAsync(all => all.SetProperty(map => map.OwnerId, person));
        });
        var slug = await app.SlugOf(before.MapId);
        (int Post, string Words)[] cited = [(2, "Gradient descent intervenes on all parameters"), (3, Was), (4, SmallForum.Four[3].Body)];
        foreach (var (post, words) in cited)
        {
            await app.With<MapWriter, Outcome<Written>>(writer => writer.Write(
                new MapWrite(slug, owner, ChangeKind.AddCitation, null, words),
                async (map, cancel) =>
                {
                    map.Add(PassageCitation.Of((await map.FindPost(before.SourceNumber!.Value, post, cancel))!, new(words), new Thing(ThingKind.Node, 1), map.Actor).Value);
                    return null;
                },
                CancellationToken.None));
        }

        var (a, b, c, d) = (SmallForum.Four[0], SmallForum.Four[1], SmallForum.Four[2], SmallForum.Four[3]);
        return (slug, await app.Update(owner, before, false, SmallForum.File([a, b with { Body = "Edited: I was too quick.\n\n" + b.Body }, c with { Body = $"{Is}." }, d with { Body = "Never mind." }])), browser);
    }

    private Task<List<CitationRow>> Citations(ThreadImportRow import) =>
        app.With<ArgMapDbContext, List<CitationRow>>(db => db.Citations.AsNoTracking().Where(row => row.MapId == import.MapId).ToListAsync());

    private async Task<(string? Exact, AnchorState? State)> Now(ThreadImportRow import, int citation) => await app.With<ArgMapDbContext, (string?, AnchorState?)>(async db => (
        await db.Citations.Where(row => row.MapId == import.MapId && row.Number == citation).Select(row => row.Exact).SingleAsync(),
        await db.CitationAnchors.Where(row => row.MapId == import.MapId && row.CitationNumber == citation).Select(row => (AnchorState?)row.State).SingleOrDefaultAsync()));
}
