using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Relations;

/// <summary>A map about the claim #1 with the objections #2 (by step #3) and #4 (by step #5), and #6 supporting #2 by step #7.</summary>
public sealed class MovingAndGroupingTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_node_is_hung_elsewhere_by_its_own_step()
    {
        var (scribe, _) = await Begin("Moved");

        var moved = (await scribe.MoveNode(6, 7, 4)).Value;

        Assert.Equal(["Objection 2→1", "Objection 4→1", "Support 6→4"], await Steps(scribe));
        Assert.Equal(7, Assert.Single(moved.Effects).Number);
    }

    [Fact]
    public async Task A_linked_premise_leaves_the_others_and_gets_a_step_of_its_own()
    {
        var (scribe, _) = await Begin("Left");
        await scribe.GroupPremises("Objection", 1, 2, 4);

        await scribe.MoveNode(4, 3, 6, "Support");

        Assert.Equal(["Objection 2→1", "Support 4→6", "Support 6→2"], await Steps(scribe));
    }

    [Fact]
    public async Task A_node_that_hung_from_nothing_is_attached()
    {
        var (scribe, _) = await Begin("Attached");
        var alone = (await scribe.AddNode("Alone")).Value.AddedNode!.Value;

        await scribe.MoveNode(alone, null, 3, "Objection");

        Assert.Contains($"Objection {alone}→3", await Steps(scribe));
    }

    [Fact]
    public async Task A_step_moved_by_somebody_else_in_the_meantime_is_a_conflict()
    {
        var (scribe, _) = await Begin("Twice moved");
        var seen = (await scribe.AddNode("What I saw last")).Value.Revision;
        await scribe.MoveNode(6, 7, 4);

        var late = (await scribe.MoveNode(6, 7, 1, basedOn: seen)).Refusal;

        var conflict = Assert.IsType<EditConflict>(late);
        Assert.Contains("#4", conflict.Theirs, StringComparison.Ordinal);
        Assert.Contains("#1", conflict.Yours, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_attached_stays_where_it_is()
    {
        var (_, slug) = await Begin("Not yours");
        var stranger = new Scribe(app, slug, await app.Person("A stranger who moves"));

        var refusal = (await stranger.MoveNode(6, 7, 4)).Refusal!;

        Assert.Equal(403, refusal.Status);
        Assert.Contains("link #6 to #4", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_hangs_elsewhere_by_now_is_not_moved_blindly()
    {
        var (scribe, _) = await Begin("Elsewhere");

        Assert.Equal("moved-already", (await scribe.MoveNode(4, 7, 1)).Refusal?.Code);
    }

    [Fact]
    public async Task Two_steps_become_one_and_come_apart_again()
    {
        var (scribe, _) = await Begin("Together");

        await scribe.GroupPremises("Objection", 1, 2, 4);
        Assert.Equal(["Objection 2,4→1", "Support 6→2"], await Steps(scribe));

        await scribe.UngroupPremises(3);
        Assert.Equal(["Objection 2→1", "Objection 4→1", "Support 6→2"], await Steps(scribe));
    }

    [Fact]
    public async Task The_step_that_something_is_said_about_is_the_one_that_is_kept()
    {
        var (scribe, _) = await Begin("Discussed");
        await scribe.AddStep("Objection", 5, "Not so");

        await scribe.GroupPremises("Objection", 1, 2, 4);

        Assert.Contains("Objection 2,4→1", await Steps(scribe));
        Assert.Contains("Objection 8→5", await Steps(scribe));
    }

    [Fact]
    public async Task Steps_that_are_both_discussed_are_not_joined()
    {
        var (scribe, _) = await Begin("Both discussed");
        await scribe.AddStep("Objection", 3, "Not so");
        await scribe.AddStep("Objection", 5, "Nor so");

        Assert.Equal("steps-discussed", (await scribe.GroupPremises("Objection", 1, 2, 4)).Refusal?.Code);
    }

    [Fact]
    public async Task What_hangs_below_goes_too_and_an_undo_brings_all_back()
    {
        var (scribe, _) = await Begin("Withdrawn");

        var gone = (await scribe.WithdrawSubtree(2)).Value;
        Assert.Equal(["Objection 4→1"], await Steps(scribe));
        Assert.Equal([2, 6], gone.Effects.Select(effect => effect.Number).Order());

        await scribe.Undo(gone.Revision);
        Assert.Equal(["Objection 2→1", "Objection 4→1", "Support 6→2"], await Steps(scribe));
    }

    [Fact]
    public async Task What_is_needed_elsewhere_stays_when_the_rest_is_withdrawn()
    {
        var (scribe, _) = await Begin("Needed elsewhere");
        await scribe.AddRelation("Support", 4, 6);

        await scribe.WithdrawSubtree(2);

        Assert.Equal(["Objection 4→1", "Support 6→4"], await Steps(scribe));
    }

    [Fact]
    public async Task Nothing_is_withdrawn_when_part_of_it_is_somebody_elses()
    {
        var (scribe, slug) = await Begin("Partly theirs");
        var guest = new Scribe(app, slug, await app.Person("A guest who withdraws"));
        var mine = (await guest.AddStep("Support", 4, "Mine")).Value.AddedNode!.Value;
        await scribe.AddStep("Objection", mine, "Not mine");

        var refusal = (await guest.WithdrawSubtree(mine)).Refusal!;

        Assert.Equal(403, refusal.Status);
        Assert.Equal(5, (await Steps(scribe)).Count);
    }

    private async Task<(Scribe Scribe, string Slug)> Begin(string title)
    {
        var owner = await app.Person($"Owner of {title}");
        var slug = await app.MapOf(owner, title, "It is so.", NodeKind.Claim);
        var scribe = new Scribe(app, slug, owner);
        await scribe.AddStep("Objection", 1, "Against it");
        await scribe.AddStep("Objection", 1, "Also against it");
        await scribe.AddStep("Support", 2, "For the first");
        return (scribe, slug);
    }

    private async Task<List<string>> Steps(Scribe scribe)
    {
        var map = await app.With<MapReader, MapView?>(reader => reader.Read(scribe.Slug, Actor.Anonymous, CancellationToken.None));
        return [.. map!.Graph.Relations.Where(map.Graph.IsLive).Select(step => $"{step.Kind} {string.Join(',', step.Premises)}→{step.Target}").Order(StringComparer.Ordinal)];
    }
}
