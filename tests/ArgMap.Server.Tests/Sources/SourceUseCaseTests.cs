using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Sources;

public sealed class SourceUseCaseTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static readonly AddSource.Request Talk = new("A talk", "Talk");

    [Fact]
    public async Task Title_and_medium_are_enough()
    {
        var (ada, slug) = await Map();

        var number = await Added(slug, ada, new("A talk", "talk"));

        var source = await Find(slug, number);
        Assert.Equal(("A talk", Medium.Talk, null, null, null), (source.Title, source.Medium, source.Url, source.Published, source.Minutes));
        Assert.Equal(ada.Id, source.AddedById);
    }

    [Fact]
    public async Task Everything_that_is_known_is_kept()
    {
        var (ada, slug) = await Map();

        var number = await Added(slug, ada, new("A post", "ForumPost", " https://example.org/post?id=1 ", ["Ada", " ", "Grace"], "2023-02", 12, null, "*Known*.", "One two three."));

        var source = await Find(slug, number);
        Assert.Equal(("https://example.org/post?id=1", "2023-02", 12, 3), (source.Url, source.Published, source.Minutes, source.Words));
        Assert.Equal(["Ada", "Grace"], source.Authors);
        Assert.Equal(("*Known*.", "One two three."), (source.Note, source.Text));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\u200Bscript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    [InlineData("mailto:ada@example.org")]
    [InlineData("/m/a-map")]
    [InlineData("//example.org/")]
    [InlineData("example.org")]
    [InlineData("#top")]
    [InlineData("https://")]
    [InlineData("https://ada:secret@example.org/")]
    [InlineData("https://example.org/a page")]
    [InlineData("https:\\\\example.org")]
    public async Task An_address_that_is_not_http_or_https_is_refused(string url)
    {
        var (ada, slug) = await Map();

        var refusal = (await Add(slug, ada, Talk with { Url = url })).Refusal;

        Assert.Equal((400, "url"), (refusal!.Status, refusal.Field));
        Assert.Contains("http:// or https://", refusal.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-02-30", "published")]
    [InlineData("2023-13", "published")]
    [InlineData("next year", "published")]
    public async Task A_date_that_no_calendar_has_is_refused(string published, string field)
    {
        var (ada, slug) = await Map();

        Assert.Equal(field, (await Add(slug, ada, Talk with { Published = published })).Refusal!.Field);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var (ada, slug) = await Map();

        var refusal = (await Add(slug, ada, new(" ", "Film", "nowhere", [new string('x', 121)], "1.1.2023", 0, -3, new string('x', 4_001), new string('x', 200_001)))).Refusal;

        Assert.Equal(["authors", "medium", "minutes", "note", "published", "text", "title", "url", "words"], refusal!.Errors.Keys.Order());
    }

    [Fact]
    public async Task An_edit_replaces_what_is_known_and_leaves_the_text_alone()
    {
        var (ada, slug) = await Map();
        var number = await Added(slug, ada, new("A post", "ForumPost", "https://example.org/", null, "2023", 5, 100, "Note", "The text."));

        var outcome = await Edit(slug, number, ada, new("The post", "Analysis", null, ["Ada"], null, null, 200));

        Assert.Null(outcome.Refusal);
        var source = await Find(slug, number);
        Assert.Equal(("The post", Medium.Analysis, null, null, null, 200, null), (source.Title, source.Medium, source.Url, source.Published, source.Minutes, source.Words, source.Note));
        Assert.Equal("The text.", source.Text);
        await Edit(slug, number, ada, new("The post", "Analysis", Text: ""));
        Assert.Null((await Find(slug, number)).Text);
    }

    [Fact]
    public async Task An_edit_based_on_an_older_revision_is_answered_with_both()
    {
        var (ada, slug) = await Map();
        var number = await Added(slug, ada, Talk);
        await Edit(slug, number, ada, new("First", "Talk", BasedOn: 2));

        var refusal = (await Edit(slug, number, ada, new("Second", "Talk", BasedOn: 2))).Refusal;

        var conflict = Assert.IsType<EditConflict>(refusal);
        Assert.StartsWith("First\n", conflict.Theirs, StringComparison.Ordinal);
        Assert.StartsWith("Second\n", conflict.Yours, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_added_it_and_the_owner_of_the_map_change_or_withdraw_a_source()
    {
        var (ada, slug) = await Map();
        var (guest, other) = (await app.Person(Name("Guest")), await app.Person(Name("Other")));
        var number = await Added(slug, guest, Talk);

        Assert.Equal(403, (await Edit(slug, number, other, new("Mine", "Talk"))).Refusal!.Status);
        Assert.Equal(403, (await Withdraw(slug, number, other)).Refusal!.Status);
        Assert.Null((await Edit(slug, number, guest, new("The talk", "Talk"))).Refusal);
        Assert.Null((await Withdraw(slug, number, ada)).Refusal);
        Assert.Equal("withdrawn", (await Edit(slug, number, guest, new("Again", "Talk"))).Refusal!.Code);
    }

    [Fact]
    public async Task Anyone_may_give_an_address_that_is_wanted_once()
    {
        var (ada, slug) = await Map();
        var (finder, late) = (await app.Person(Name("Finder")), await app.Person(Name("Late")));
        var number = await Added(slug, ada, Talk);

        Assert.Null((await Give(slug, number, finder, "https://example.org/talk")).Refusal);
        Assert.Equal("https://example.org/talk", (await Find(slug, number)).Url);
        Assert.Equal("address-known", (await Give(slug, number, late, "https://example.org/elsewhere")).Refusal!.Code);
        Assert.Null((await Give(slug, number, late, "https://example.org/talk")).Refusal);
        Assert.Equal("url", (await Give(slug, number, late, "javascript:alert(1)")).Refusal!.Field);
        Assert.Equal("url", (await Give(slug, number, late, " ")).Refusal!.Field);
    }

    [Fact]
    public async Task Sources_that_are_not_there_are_not_found()
    {
        var (ada, slug) = await Map();

        Assert.Equal(404, (await Edit(slug, 99, ada, new("A talk", "Talk"))).Refusal!.Status);
        Assert.Equal(404, (await Withdraw(slug, 99, ada)).Refusal!.Status);
        Assert.Equal(404, (await Give(slug, 99, ada, "https://example.org/")).Refusal!.Status);
        Assert.Equal(404, (await Unlink(slug, 99, ada)).Refusal!.Status);
        Assert.Equal("from", (await Link(slug, ada, 98, "Narrates", 99)).Refusal!.Field);
    }

    [Fact]
    public async Task Sources_are_joined_once_and_not_to_themselves_or_the_wrong_way_round()
    {
        var (ada, slug) = await Map();
        var (talk, transcript) = (await Added(slug, ada, Talk), await Added(slug, ada, new("Its transcript", "Transcript")));

        Assert.Null((await Link(slug, ada, transcript, "TranscriptOf", talk)).Refusal);

        Assert.Equal("already-linked", (await Link(slug, ada, transcript, "TranscriptOf", talk)).Refusal!.Code);
        Assert.Equal("linked-the-other-way", (await Link(slug, ada, talk, "TranscriptOf", transcript)).Refusal!.Code);
        Assert.Equal("to", (await Link(slug, ada, talk, "RespondsTo", talk)).Refusal!.Field);
        Assert.Equal("kind", (await Link(slug, ada, transcript, "Likes", talk)).Refusal!.Field);
        Assert.Null((await Link(slug, ada, talk, "RespondsTo", transcript)).Refusal);
        Assert.Null((await Link(slug, ada, transcript, "RespondsTo", talk)).Refusal);
    }

    [Fact]
    public async Task A_relation_between_sources_can_be_taken_away_and_said_again()
    {
        var (ada, slug) = await Map();
        var (talk, transcript) = (await Added(slug, ada, Talk), await Added(slug, ada, new("Its transcript", "Transcript")));
        var link = (await Link(slug, ada, transcript, "TranscriptOf", talk)).Value.AddedSourceLink!.Value;

        Assert.Equal(403, (await Unlink(slug, link, await app.Person(Name("Other")))).Refusal!.Status);
        Assert.Null((await Unlink(slug, link, ada)).Refusal);
        Assert.Null((await Link(slug, ada, transcript, "TranscriptOf", talk)).Refusal);
    }

    [Fact]
    public async Task A_source_that_is_cited_cannot_be_withdrawn_and_its_relations_go_with_it_otherwise()
    {
        var (ada, slug) = await Map();
        var (talk, transcript) = (await Added(slug, ada, Talk), await Added(slug, ada, new("Its transcript", "Transcript")));
        await Link(slug, ada, transcript, "TranscriptOf", talk);
        var citation = (await app.With<MapWriter, Outcome<Written>>(writer =>
            AddCitation.Handle(writer, slug, ada, new(About: 1, Source: talk), null, CancellationToken.None))).Value.AddedCitation!.Value;

        var refusal = (await Withdraw(slug, talk, ada)).Refusal;
        await app.With<MapWriter, Outcome<Written>>(writer => WithdrawCitation.Handle(writer, slug, citation, ada, null, CancellationToken.None));
        var withdrawn = await Withdraw(slug, talk, ada);

        Assert.Equal("source-cited", refusal!.Code);
        Assert.Single(withdrawn.Value.Effects.OfType<SourceLinkEffect>());
        Assert.True((await Find(slug, talk)).IsWithdrawn);
        Assert.Equal("to", (await Link(slug, ada, transcript, "TranscriptOf", talk)).Refusal!.Field);
    }

    private static string Name(string start) => start + Guid.NewGuid().ToString("N")[..8];

    private async Task<(Actor Owner, string Slug)> Map()
    {
        var owner = await app.Person(Name("Owner"));
        return (owner, await app.MapOf(owner));
    }

    private Task<SourceRow> Find(string slug, int number) => app.With<ArgMapDbContext, SourceRow>(db =>
        db.Sources.AsNoTracking().SingleAsync(source => source.Number == number && db.Maps.Any(map => map.Id == source.MapId && map.Slug == slug)));

    private async Task<int> Added(string slug, Actor actor, AddSource.Request request) => (await Add(slug, actor, request)).Value.AddedSource!.Value;

    private Task<Outcome<Written>> Add(string slug, Actor actor, AddSource.Request request) =>
        app.With<MapWriter, Outcome<Written>>(writer => AddSource.Handle(writer, slug, actor, request, null, CancellationToken.None));

    private Task<Outcome<Written>> Edit(string slug, int number, Actor actor, EditSource.Request request) =>
        app.With<MapWriter, Outcome<Written>>(writer => EditSource.Handle(writer, slug, number, actor, request, null, CancellationToken.None));

    private Task<Outcome<Written>> Give(string slug, int number, Actor actor, string url) =>
        app.With<MapWriter, Outcome<Written>>(writer => GiveAddress.Handle(writer, slug, number, actor, new(url), null, CancellationToken.None));

    private Task<Outcome<Written>> Withdraw(string slug, int number, Actor actor) =>
        app.With<MapWriter, Outcome<Written>>(writer => WithdrawSource.Handle(writer, slug, number, actor, null, CancellationToken.None));

    private Task<Outcome<Written>> Link(string slug, Actor actor, int from, string kind, int to) =>
        app.With<MapWriter, Outcome<Written>>(writer => LinkSources.Handle(writer, slug, actor, new(from, kind, to), null, CancellationToken.None));

    private Task<Outcome<Written>> Unlink(string slug, int number, Actor actor) =>
        app.With<MapWriter, Outcome<Written>>(writer => UnlinkSources.Handle(writer, slug, number, actor, null, CancellationToken.None));
}
