using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Sources;

public sealed class AddCitationTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Text = "It can’t shield parts of itself.\nWhy would it?\nIt can’t hide. Why would it not?";

    [Fact]
    public async Task Quoted_words_are_kept_as_they_stand_in_the_text_with_what_is_around_them()
    {
        var (ada, slug, source) = await MapWithText();

        var citation = await Find(slug, await Cite(slug, ada, new(About: 1, Source: source, Exact: "can't   hide.")));

        Assert.Equal("can’t hide.", citation.Exact);
        Assert.EndsWith("Why would it?\nIt ", citation.Prefix, StringComparison.Ordinal);
        Assert.Equal(" Why would it not?", citation.Suffix);
        Assert.Equal((new Thing(ThingKind.Node, 1), source, ada.Id), (citation.State.About, citation.SourceNumber, citation.AuthorId));
    }

    [Theory]
    [InlineData("It shields parts", null, null, "exact", "not in the text")]
    [InlineData("It can’t", "would it?", "shield", "suffix", "right after them")]
    [InlineData("Why would it", "hide too.", null, "prefix", "right before them")]
    [InlineData("Why would it", null, null, "exact", "stand in 2 places")]
    [InlineData("it CAN’T", null, "", "exact", "stand in 2 places")]
    public async Task Words_that_are_not_in_the_text_are_refused(string exact, string? prefix, string? suffix, string field, string says)
    {
        var (ada, slug, source) = await MapWithText();

        var refusal = (await Add(slug, ada, new(About: 1, Source: source, Exact: exact, Prefix: prefix, Suffix: suffix))).Refusal;

        Assert.Equal((400, field), (refusal!.Status, refusal.Field));
        Assert.Contains(says, refusal.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it can’t", null, "hide", "It can’t", 47)]
    [InlineData("WHY WOULD IT", "itself.", null, "Why would it", 33)]
    public async Task Capitals_may_differ_and_what_is_around_the_words_decides_between_several_places(string exact, string? prefix, string? suffix, string stands, int start)
    {
        var (ada, slug, source) = await MapWithText();

        var citation = await Find(slug, await Cite(slug, ada, new(About: 1, Source: source, Exact: exact, Prefix: prefix, Suffix: suffix)));

        Assert.Equal(stands, citation.Exact);
        Assert.Equal(start, Text.IndexOf(citation.Prefix + citation.Exact + citation.Suffix, StringComparison.Ordinal) + citation.Prefix!.Length);
    }

    [Fact]
    public async Task Words_of_a_source_whose_text_is_not_kept_are_taken_on_trust()
    {
        var (ada, slug, _) = await MapWithText();
        var talk = await app.With<MapWriter, Outcome<Written>>(writer => AddSource.Handle(writer, slug, ada, new("A talk", "Talk"), null, CancellationToken.None));

        var citation = await Find(slug, await Cite(slug, ada, new(About: 1, Source: talk.Value.AddedSource, Exact: "Nobody can check this.")));

        Assert.Equal(("Nobody can check this.", null), (citation.Exact, citation.Prefix));
    }

    [Theory]
    [InlineData("12:34", "13:10", 754, 790)]
    [InlineData("1:02:03", null, 3723, null)]
    [InlineData("754", "755", 754, 755)]
    public async Task Times_are_typed_as_people_say_them(string start, string? end, int startSeconds, int? endSeconds)
    {
        var (ada, slug, source) = await MapWithText();

        var citation = await Find(slug, await Cite(slug, ada, new(About: 1, Source: source, Start: start, End: end)));

        Assert.Equal((startSeconds, endSeconds), (citation.StartSeconds!.Value, citation.EndSeconds));
    }

    [Theory]
    [InlineData("13:10", "12:34", "end", "not after the start")]
    [InlineData("12:34", "12:34", "end", "not after the start")]
    [InlineData(null, "12:34", "start", "without a start")]
    [InlineData("12:61", null, "start", "12:34")]
    [InlineData("soon", "later", "start", "“soon”")]
    public async Task Times_that_make_no_passage_are_refused(string? start, string? end, string field, string says)
    {
        var (ada, slug, source) = await MapWithText();

        var refusal = (await Add(slug, ada, new(About: 1, Source: source, Start: start, End: end))).Refusal;

        Assert.Contains(says, refusal!.Errors[field], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_after_the_end_of_a_talk_is_refused()
    {
        var (ada, slug, _) = await MapWithText();

        var refusal = (await Add(slug, ada, new(About: 1, NewSource: new("A talk", "Talk", Minutes: 62), Start: "1:03:00"))).Refusal;

        Assert.Equal("start", refusal!.Field);
        Assert.Null((await Add(slug, ada, new(About: 1, NewSource: new("A talk", "Talk", Minutes: 62), Start: "1:02:30"))).Refusal);
    }

    [Fact]
    public async Task A_source_is_added_and_cited_in_one_change()
    {
        var (ada, slug, _) = await MapWithText();

        var outcome = await Add(slug, ada, new(About: 1, NewSource: new("A talk", "Talk", "https://example.org/talk"), Start: "12:34", Note: "The crucial minute."));

        Assert.Equal(3, outcome.Value.Revision);
        var citation = await Find(slug, outcome.Value.AddedCitation!.Value);
        Assert.Equal((outcome.Value.AddedSource!.Value, "The crucial minute."), (citation.SourceNumber, citation.Note));
    }

    [Fact]
    public async Task Nothing_is_added_when_the_new_source_is_not_right()
    {
        var (ada, slug, _) = await MapWithText();

        var refusal = (await Add(slug, ada, new(About: 1, NewSource: new("", "Talk", "javascript:alert(1)")))).Refusal;

        Assert.Equal(["newSource.title", "newSource.url"], refusal!.Errors.Keys.Order());
    }

    [Fact]
    public async Task A_step_and_a_comment_can_cite()
    {
        var (ada, slug, source) = await MapWithText();
        var step = (await app.With<MapWriter, Outcome<Written>>(writer =>
            Server.Relations.AddRelation.Handle(writer, slug, ada, new("Objection", 1, null, [new("No.")]), null, CancellationToken.None))).Value.AddedRelation!.Value;
        var comment = (await app.With<MapWriter, Outcome<Written>>(writer =>
            Server.Discussion.AddComment.Handle(writer, slug, step, ada, new("Look."), null, CancellationToken.None))).Value.AddedComment!.Value;

        await Cite(slug, ada, new(About: step, Source: source));
        await Cite(slug, ada, new(AboutComment: comment, Source: source));

        IReadOnlyList<CitationView> citations = [];
        await app.With<MapReader, MapHead?>(reader => reader.ReadHead(slug, ada, CancellationToken.None, batch => citations = CitationReader.AddTo(batch, slug, step)));
        Assert.Equal([new Thing(ThingKind.Relation, step), new Thing(ThingKind.Comment, comment)], citations.Select(citation => citation.About));
    }

    [Fact]
    public async Task What_is_not_there_cannot_cite_or_be_cited()
    {
        var (ada, slug, source) = await MapWithText();

        Assert.Equal("about", (await Add(slug, ada, new(About: 99, Source: source))).Refusal!.Field);
        Assert.Equal("about", (await Add(slug, ada, new(AboutComment: 99, Source: source))).Refusal!.Field);
        Assert.Equal("about", (await Add(slug, ada, new(Source: source))).Refusal!.Field);
        Assert.Equal("about", (await Add(slug, ada, new(About: 1, AboutComment: 2, Source: source))).Refusal!.Field);
        Assert.Equal("source", (await Add(slug, ada, new(About: 1, Source: 99))).Refusal!.Field);
        Assert.Equal("source", (await Add(slug, ada, new(About: 1))).Refusal!.Field);
        Assert.Equal("source", (await Add(slug, ada, new(About: 1, Source: source, NewSource: new("Another", "Talk")))).Refusal!.Field);
        Assert.Equal("exact", (await Add(slug, ada, new(About: 1, Source: source, Prefix: "before"))).Refusal!.Field);
    }

    [Fact]
    public async Task A_citation_is_withdrawn_by_its_author_or_the_owner_only()
    {
        var (ada, slug, source) = await MapWithText();
        var (guest, other) = (await Someone(), await Someone());
        var number = await Cite(slug, guest, new(About: 1, Source: source));

        Assert.Equal(403, (await Withdraw(slug, number, other)).Refusal!.Status);
        Assert.Equal(404, (await Withdraw(slug, 99, guest)).Refusal!.Status);
        Assert.Null((await Withdraw(slug, number, ada)).Refusal);
        Assert.True((await Find(slug, number)).IsWithdrawn);
    }

    [Fact]
    public async Task The_same_request_sent_twice_cites_once()
    {
        var (ada, slug, source) = await MapWithText();
        var request = new AddCitation.Request(About: 1, Source: source, Exact: "shield parts");

        var first = await app.With<MapWriter, Outcome<Written>>(writer => AddCitation.Handle(writer, slug, ada, request, "once", CancellationToken.None));
        var second = await app.With<MapWriter, Outcome<Written>>(writer => AddCitation.Handle(writer, slug, ada, request, "once", CancellationToken.None));

        Assert.Equal((first.Value.Revision, first.Value.AddedCitation), (second.Value.Revision, second.Value.AddedCitation));
    }

    private Task<Actor> Someone() => app.Person("Somebody" + Guid.NewGuid().ToString("N")[..8]);

    private async Task<(Actor Owner, string Slug, int Source)> MapWithText()
    {
        var owner = await Someone();
        var slug = await app.MapOf(owner);
        var added = await app.With<MapWriter, Outcome<Written>>(writer => AddSource.Handle(writer, slug, owner, new("A comment", "ForumPost", Text: Text), null, CancellationToken.None));
        return (owner, slug, added.Value.AddedSource!.Value);
    }

    private async Task<int> Cite(string slug, Actor actor, AddCitation.Request request) => (await Add(slug, actor, request)).Value.AddedCitation!.Value;

    private Task<Outcome<Written>> Add(string slug, Actor actor, AddCitation.Request request) =>
        app.With<MapWriter, Outcome<Written>>(writer => AddCitation.Handle(writer, slug, actor, request, null, CancellationToken.None));

    private Task<Outcome<Written>> Withdraw(string slug, int number, Actor actor) =>
        app.With<MapWriter, Outcome<Written>>(writer => WithdrawCitation.Handle(writer, slug, number, actor, null, CancellationToken.None));

    private Task<CitationRow> Find(string slug, int number) => app.With<ArgMapDbContext, CitationRow>(db =>
        db.Citations.AsNoTracking().SingleAsync(citation => citation.Number == number && db.Maps.Any(map => map.Id == citation.MapId && map.Slug == slug)));
}
