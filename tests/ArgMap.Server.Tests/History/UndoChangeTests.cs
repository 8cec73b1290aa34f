using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.History;

public sealed class UndoChangeTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    /// <summary>For each kind of change a write that makes one, on a map that <see cref="Furnish"/> has furnished.</summary>
    private static readonly Dictionary<ChangeKind, Func<Scribe, Task<Outcome<Written>>>> Writes = new()
    {
        [ChangeKind.EditMap] = scribe => scribe.EditMap("Another title", 2, "Unlisted"),
        [ChangeKind.AddNode] = scribe => scribe.AddNode("A new claim"),
        [ChangeKind.AddRelation] = scribe => scribe.AddStep("Objection", 2, "One premise", "and one linked with it"),
        [ChangeKind.EditNode] = scribe => scribe.EditNode(2, "Another text"),
        [ChangeKind.EditRelation] = scribe => scribe.EditRelation(3, "Restatement", target: 4, premises: [2]),
        [ChangeKind.WithdrawNode] = scribe => scribe.WithdrawNode(2),
        [ChangeKind.WithdrawRelation] = scribe => scribe.WithdrawRelation(3),
        [ChangeKind.AddComment] = scribe => scribe.Comment(3, "On the step", null),
        [ChangeKind.EditComment] = scribe => scribe.EditComment(1, "Another body"),
        [ChangeKind.WithdrawComment] = scribe => scribe.WithdrawComment(1),
        [ChangeKind.PromoteComment] = scribe => scribe.PromoteComment(1, "Said in a comment"),
        [ChangeKind.ResolveThread] = scribe => scribe.Resolve(3),
        [ChangeKind.ReopenThread] = scribe => scribe.Resolve(2, isResolved: false),
        [ChangeKind.AddSource] = scribe => scribe.AddSource("A third source", "Somebody"),
        [ChangeKind.EditSource] = scribe => scribe.EditSource(2, "Another title"),
        [ChangeKind.WithdrawSource] = scribe => scribe.WithdrawSource(2),
        [ChangeKind.LinkSources] = scribe => scribe.LinkSources(3, 2),
        [ChangeKind.UnlinkSources] = scribe => scribe.UnlinkSources(4),
        [ChangeKind.AddCitation] = scribe => scribe.Cite(new(ThingKind.Comment, 1), 2, "words"),
        [ChangeKind.WithdrawCitation] = scribe => scribe.WithdrawCitation(5),
        [ChangeKind.EditCitation] = scribe => scribe.EditCitation(5, "other words"),
        [ChangeKind.MoveNode] = scribe => scribe.MoveNode(2, null, 1, "Support"),
        [ChangeKind.GroupPremises] = scribe => scribe.GroupPremises("Objection", 1, 2, 4),
        [ChangeKind.UngroupPremises] = scribe => scribe.UngroupPremises(7),
        [ChangeKind.AddSubtree] = scribe => scribe.AddSubtree("A claim\n  - Against it\n", 2),
        [ChangeKind.WithdrawSubtree] = scribe => scribe.WithdrawSubtree(2),
        [ChangeKind.ImportThread] = scribe => scribe.ImportThread("A thread"),
        [ChangeKind.AcceptSuggestions] = scribe => scribe.AcceptSuggestion("From the thread", 2, 2, "words"),
        [ChangeKind.Undo] = scribe => scribe.Undo(3),
    };

    public static TheoryData<ChangeKind> Kinds => [.. Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.CreateMap)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_undo_brings_back_what_was_and_an_undo_of_it_what_was_undone(ChangeKind kind)
    {
        var scribe = await Furnish($"Undo {kind}");
        var before = await States(scribe.Slug);
        var done = (await Writes[kind](scribe)).Value;
        var after = await States(scribe.Slug);
        Assert.NotEqual(before, after);

        var undone = (await scribe.Undo(done.Revision)).Value;

        Assert.Equal(done.Revision + 1, undone.Revision);
        Assert.Equal(before, await States(scribe.Slug));

        var redone = (await scribe.Undo(undone.Revision)).Value;

        Assert.Equal(done.Revision + 2, redone.Revision);
        Assert.Equal(after, await States(scribe.Slug));
        Assert.Equal(
            [null, done.Revision, undone.Revision],
            await app.With<ArgMapDbContext, List<int?>>(db => db.Changes
                .Where(change => db.Maps.Any(map => map.Id == change.MapId && map.Slug == scribe.Slug) && change.Revision >= done.Revision)
                .OrderBy(change => change.Revision)
                .Select(change => change.Revision == done.Revision ? null : change.Undoes)
                .ToListAsync()));
    }

    [Fact]
    public async Task An_undo_that_no_longer_fits_says_why_and_changes_nothing()
    {
        var scribe = await Furnish("No longer fits");
        var edit = (await scribe.EditNode(2, "Another text")).Value;
        var later = (await scribe.EditNode(2, "A later text")).Value;
        var before = await States(scribe.Slug);

        var refusal = (await scribe.Undo(edit.Revision)).Refusal!;

        Assert.Equal((409, "undo-does-not-fit"), (refusal.Status, refusal.Code));
        Assert.Contains("#2", refusal.Detail);
        Assert.Contains($"revision {later.Revision}", refusal.Detail);
        Assert.Equal(before, await States(scribe.Slug));
    }

    [Fact]
    public async Task What_has_been_undone_cannot_be_undone_again()
    {
        var scribe = await Furnish("Twice");
        var edit = (await scribe.EditNode(2, "Another text")).Value;
        await scribe.Undo(edit.Revision);

        var refusal = (await scribe.Undo(edit.Revision)).Refusal!;

        Assert.Equal("undo-does-not-fit", refusal.Code);
        Assert.Contains("undone already", refusal.Detail);
    }

    [Fact]
    public async Task An_undo_that_would_make_a_circle_is_refused_with_the_circle()
    {
        var scribe = await Furnish("Circle");
        var (a, b) = ((await scribe.AddNode("A")).Value.AddedNode!.Value, (await scribe.AddNode("B")).Value.AddedNode!.Value);
        var there = (await scribe.AddRelation("Prerequisite", a, b)).Value;
        var withdrawal = (await scribe.WithdrawRelation(there.AddedRelation!.Value)).Value;
        await scribe.AddRelation("Prerequisite", b, a);

        var refusal = (await scribe.Undo(withdrawal.Revision)).Refusal!;

        Assert.Equal("unsound-graph", refusal.Code);
        Assert.Contains($"#{a}", refusal.Detail);
        Assert.Contains($"#{b}", refusal.Detail);
    }

    [Fact]
    public async Task The_node_a_map_is_about_is_not_withdrawn_by_an_undo()
    {
        var scribe = await Furnish("Root");
        var added = (await scribe.AddNode("The new root")).Value;
        await scribe.EditMap("Root", root: added.AddedNode);

        Assert.Equal("root-in-use", (await scribe.Undo(added.Revision)).Refusal?.Code);
    }

    [Fact]
    public async Task A_map_is_not_led_back_to_a_root_that_has_been_withdrawn()
    {
        var scribe = await Furnish("Old root");
        var edit = (await scribe.EditMap("Old root", root: 2)).Value;
        await scribe.WithdrawNode(1);

        var refusal = (await scribe.Undo(edit.Revision)).Refusal!;

        Assert.Equal("root-in-use", refusal.Code);
        Assert.Contains("#1", refusal.Detail);
    }

    [Fact]
    public async Task The_making_of_a_map_and_a_revision_that_is_not_there_cannot_be_undone()
    {
        var scribe = await Furnish("Nothing");

        Assert.Equal("undo-does-not-fit", (await scribe.Undo(1)).Refusal?.Code);
        Assert.Equal("not-found", (await scribe.Undo(99)).Refusal?.Code);
        Assert.Equal("not-found", (await scribe.Undo(0)).Refusal?.Code);
    }

    [Fact]
    public async Task Only_who_made_a_change_and_the_maps_owner_may_undo_it()
    {
        var owner = await Furnish("Whose");
        var (ada, grace) = (new Scribe(app, owner.Slug, await app.Person("Ada")), new Scribe(app, owner.Slug, await app.Person("Grace")));
        var (first, second) = ((await ada.AddNode("By Ada")).Value, (await ada.AddNode("By Ada too")).Value);

        Assert.Equal("forbidden", (await grace.Undo(first.Revision)).Refusal?.Code);
        Assert.Equal("signed-out", (await new Scribe(app, owner.Slug, Actor.Anonymous).Undo(first.Revision)).Refusal?.Code);
        Assert.Null((await ada.Undo(first.Revision)).Refusal);
        Assert.Null((await owner.Undo(second.Revision)).Refusal);
        Assert.Equal("forbidden", (await ada.Undo(second.Revision + 2)).Refusal?.Code);
    }

    /// <summary>A map with the question #1, the claim #2 answering it by step #3, the claim #4, comment 1 in the resolved thread of #2, sources 2 and 3, link 4, citation 5, the linked premises #5 and #6 supporting #4 by step #7.</summary>
    private async Task<Scribe> Furnish(string title)
    {
        var owner = await app.Person($"Owner of {title}");
        var scribe = new Scribe(app, await app.MapOf(owner, title), owner);
        await scribe.AddStep("Answer", 1, "It is.");
        await scribe.AddNode("Something else");
        await scribe.Comment(2, "A body");
        await scribe.AddSource("A source", "An author", "Another");
        await scribe.AddSource("A second source");
        await scribe.LinkSources(2, 3);
        await scribe.Cite(new(ThingKind.Node, 2), 2, "exact words");
        await scribe.Resolve(2);
        await scribe.AddStep("Support", 4, "One premise", "One linked with it");
        return scribe;
    }

    /// <summary>The state of everything in the map, without what every change moves and without what has been withdrawn, a thread that was never resolved being the same as none.</summary>
    private async Task<List<string>> States(string slug)
    {
        var all = new List<string>();
        foreach (var table in Replay.Tables.Where(table => table is not "changes"))
        {
            var (key, live) = table switch
            {
                "maps" => ("slug", "true"),
                "premises" => ("map_id", "not (select is_withdrawn from relations r where r.map_id = t.map_id and r.number = t.relation_number)"),
                "threads" => ("map_id", "is_resolved"),
                _ => ("map_id", "not is_withdrawn"),
            };
            var value = key == "slug" ? $"'{slug}'" : $"(select id from maps where slug = '{slug}')";
            all.AddRange(await StoredRows.Read(
                app.Connection,
                $"select '{table} ' || (to_jsonb(t) - 'revision' - 'changed_at' - 'next_number' - 'next_entry')::text from {table} t where {key} = {value} and {live} order by 1"));
        }

        return all;
    }
}
