using System.Globalization;
using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Reading.Visits;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.Reading.Visits;

public sealed class NewTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task What_others_added_since_the_last_visit_is_new_until_the_visit_ends()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");

        Assert.Null(await New(grace, debate));
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await debate.Add(RelationKind.Support, 1, "Added while Grace is here.");
        Assert.Null(await New(grace, debate));

        app.Clock.Advance(TimeSpan.FromMinutes(31));
        await debate.Add(RelationKind.Objection, 1, "Added while Grace is away.");
        Assert.Equal("1 new", await New(grace, debate));
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("1 new", await New(grace, debate));
        await debate.Add(RelationKind.Objection, 1, "And one more.");
        Assert.Equal("2 new", await New(grace, debate));

        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("Nothing new", await New(grace, debate));
    }

    [Fact]
    public async Task The_list_without_a_script_names_what_is_new_in_reading_order()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");
        await New(grace, debate);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await debate.Add(RelationKind.Objection, 1, "An objection.");
        await debate.Add(RelationKind.Support, 1, "A support.");

        var page = await grace.Get((await grace.Get(debate.At(""))).Document.QuerySelector("[data-new] a")!.GetAttribute("href")!);

        Assert.Equal("2 new", page.Document.QuerySelector("#new h2")!.TextContent);
        Assert.Equal(["A support.", "An objection."], page.Document.QuerySelectorAll("#new .text").Select(link => link.TextContent));
        Assert.Equal($"/m/{debate.Slug}?at=4&new=1", page.Document.QuerySelector("#new .text")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_one_added_oneself_and_what_was_withdrawn_is_not_new()
    {
        var debate = await Debate.Begin(app);
        await New(debate.Ada, debate);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await debate.Add(RelationKind.Objection, 1, "Ada's own.");

        Assert.Equal("Nothing new", await New(debate.Ada, debate));
    }

    [Fact]
    public async Task The_script_of_somebody_without_an_account_asks_since_when()
    {
        var debate = await Debate.Begin(app);
        var before = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await debate.Add(RelationKind.Objection, 1, "An objection.");
        using var client = app.CreateClient();

        var answer = await client.Get(debate.At("new?since=" + Uri.EscapeDataString(before.ToString("O", CultureInfo.InvariantCulture))));
        var changedAt = answer["changedAt"].GetString()!;
        var later = await client.Get(debate.At("new?since=" + Uri.EscapeDataString(changedAt)));

        Assert.Equal((1, 2), (answer.Number("total"), Assert.Single(answer["numbers"].EnumerateArray()).GetInt32()));
        Assert.Equal(0, later.Number("total"));
        var line = (await app.Anonymous().Get(debate.At(""))).Document.QuerySelector("[data-new]")!;
        Assert.True(line.HasAttribute("hidden"));
        Assert.Equal(DateTimeOffset.Parse(changedAt, CultureInfo.InvariantCulture), DateTimeOffset.Parse(line.GetAttribute("data-changed-at")!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("new")]
    [InlineData("new?since=")]
    [InlineData("new?since=yesterday")]
    [InlineData("new?since=2026-13-45T00:00:00Z")]
    public async Task A_moment_that_is_none_is_refused_with_an_example(string address)
    {
        var debate = await Debate.Begin(app);

        var answer = await app.CreateClient().Get(debate.At(address));

        answer.Problem(400);
        Assert.Contains("such as since=2026-03-04T10:20:00Z", answer["detail"].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_leaves_the_map_as_it_is_and_is_noted_for_people_who_are_signed_in_only()
    {
        var debate = await Debate.Begin(app);
        var before = (await debate.Read()).Head;

        await app.Anonymous().Get(debate.At(""));
        await New(debate.Ada, debate);

        Assert.Equal(before, (await debate.Read()).Head);
        Assert.Equal(1, await Count($"select count(*) from visits where map_id = {before.Id}"));
    }

    [Fact]
    public async Task A_page_is_read_in_as_many_round_trips_as_before()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");
        await grace.Get(debate.At(""));
        await Stored(debate);
        using var asked = new RoundTrips(app);

        await grace.Get(debate.At(""));

        // Who it is, and the map with the visit before.
        Assert.True(asked.Count <= 2, asked.ToString());
    }

    [Fact]
    public async Task A_visit_goes_with_the_account()
    {
        var debate = await Debate.Begin(app);
        var map = (await debate.Read()).Head.Id;
        var passing = await app.Person("Passing");
        await Store(passing, map, app.Clock.GetUtcNow());
        Assert.Equal(1, await Count($"select count(*) from visits where person_id = '{passing.Id}'"));

        await app.With<ArgMapDbContext, int>(db => db.People.Where(person => person.Id == passing.Id).ExecuteDeleteAsync());

        Assert.Equal(0, await Count($"select count(*) from visits where person_id = '{passing.Id}'"));
    }

    [Fact]
    public async Task A_visit_that_cannot_be_stored_stops_none_of_those_after_it()
    {
        var debate = await Debate.Begin(app);
        var map = (await debate.Read()).Head.Id;
        var person = await app.Person("Steady");

        await Store(person, map + 1_000_000, app.Clock.GetUtcNow());
        await Store(person, map, app.Clock.GetUtcNow());

        Assert.Equal(1, await Count($"select count(*) from visits where person_id = '{person.Id}'"));
    }

    [Fact]
    public async Task A_visit_that_is_stored_late_changes_nothing_about_a_later_one()
    {
        var debate = await Debate.Begin(app);
        var map = (await debate.Read()).Head.Id;
        var person = await app.Person("Quick");
        var first = new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

        foreach (var minutes in (double[])[0, 40, 10, 40, 50, 45])
        {
            await Store(person, map, first.AddMinutes(minutes));
        }

        var row = await app.With<ArgMapDbContext, VisitRow>(db => db.Visits.AsNoTracking().SingleAsync(visit => visit.PersonId == person.Id));
        Assert.Equal((first.AddMinutes(50), first), (row.LastAt, row.PreviousEnd!.Value));
    }

    /// <summary>What the header says is new to this reader, or null; what is noted of the visit is stored when it returns.</summary>
    private async Task<string?> New(Browser reader, Debate debate)
    {
        var page = await reader.Get(debate.At(""));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await Stored(debate);
        var line = page.Document.QuerySelector("[data-new]")!;
        return line.HasAttribute("hidden") ? null : line.QuerySelector("strong")?.TextContent ?? "Nothing new";
    }

    // Visits are stored in turn: when one of nobody, which comes last, is through, all before it are.
    private async Task Stored(Debate debate) => await Store(new Actor(Guid.Empty, null), (await debate.Read()).Head.Id, app.Clock.GetUtcNow());

    private Task Store(Actor person, long map, DateTimeOffset at) => app.With<VisitNotes, bool>(async notes =>
    {
        await using var nowhere = NpgsqlDataSource.Create(app.Connection);
        await notes.Stored(Visit.Ask(new ReadBatch(nowhere), "", person, at)!, map);
        return true;
    });

    private async Task<long> Count(string sql)
    {
        await using var database = NpgsqlDataSource.Create(app.Connection + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
