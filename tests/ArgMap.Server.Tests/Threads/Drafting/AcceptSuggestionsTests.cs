using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;
using ArgMap.Server.Threads.Drafting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.Threads.Drafting;

public sealed class AcceptSuggestionsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Claim = "nothing acts on an objective", Objection = "Gradient descent intervenes";

    [Fact]
    public async Task An_objection_enters_the_map_with_what_it_objects_to_and_with_both_passages()
    {
        var draft = await Drafts.Of(app, "Ada", SmallForum.File(SmallForum.Four));
        var (claim, objection) = (await draft.Saying(Claim), await draft.Saying(Objection));

        var written = (await draft.Accept(Drafts.As(objection), Drafts.As(claim))).Value;

        var (one, other) = ((await draft.Saying(Claim)).MadeNode!.Value, (await draft.Saying(Objection)).MadeNode!.Value);
        var map = await draft.Map();
        var step = Assert.Single(map.Relations.Values, step => step.Premises.Contains(other));
        Assert.Equal((RelationKind.Objection, one), (step.Kind, step.Target.Number));
        Assert.Equal("Gradient descent intervenes on all parameters, so it cannot be shielded.", map.Nodes[other].Text);
        Assert.Equal(written.Revision, map.Head.Revision);
        var cited = await app.With<ArgMapDbContext, List<string>>(db => db.Citations.Where(citation => citation.MapId == map.Head.Id).OrderBy(citation => citation.Number).Select(citation => $"#{citation.AboutNode} post {citation.PostNumber}: {citation.Exact}").ToListAsync());
        Assert.Equal(2, cited.Count);
        Assert.Contains($"#{other} post 2: Gradient descent intervenes on all parameters, so it cannot be shielded.", cited);
    }

    [Fact]
    public async Task A_claim_after_an_objection_of_the_same_text_speaks_for_that_and_not_for_the_thesis()
    {
        var draft = await Drafts.Of(app, "Uma", SmallForum.File(
        [
            new("a", null, "ada", "I think that the High Street should be closed to cars for good."),
            new("b", "a", "bo", "I don't think that is right, because cars have to go somewhere.\n\nI believe that the school road would be the worst place for them."),
        ]));
        var (objection, claim) = (await draft.Saying("cars have to go somewhere"), await draft.Saying("the school road"));
        Assert.Equal((SuggestionKind.Objection, SuggestionKind.Claim), (objection.Kind, claim.Kind));

        var hanging = Hanging.Of(claim.Suggestion, await draft.Known(), 1);

        Assert.Null(hanging.On);
        Assert.Equal(objection.Number, hanging.Suggestion);
    }

    [Fact]
    public async Task What_its_target_is_not_in_the_map_for_hangs_from_what_the_map_is_about()
    {
        var draft = await Drafts.Of(app, "Bea", SmallForum.File(SmallForum.Four));

        await draft.Accept(Drafts.As(await draft.Saying(Objection)));

        var map = await draft.Map();
        Assert.Equal(map.Head.Root, Assert.Single(map.Relations.Values).Target.Number);
    }

    [Fact]
    public async Task What_is_invisible_or_turns_text_around_does_not_enter_the_map_with_the_words_it_stands_in()
    {
        var draft = await Drafts.Of(app, "Bea of odd signs", SmallForum.File([SmallForum.Four[0] with { Body = "I think that it \u202Eesrever\u202C would crystal\u200Blise, because nothing acts on it." }, SmallForum.Four[3]], title: "Would \u202Eit\u202C\u200B crystallise?"));

        await draft.AcceptAll();

        var map = await draft.Map();
        Assert.Equal("Would it crystallise?", map.Head.Title);
        Assert.Contains("I think that it esrever would crystallise, because nothing acts on it.", map.Nodes.Values.Select(node => node.Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_somebody_made_by_hand_of_the_same_passage_is_what_others_hang_from()
    {
        var draft = await Drafts.Of(app, "Bea by hand", SmallForum.File(SmallForum.Four));
        var made = (await app.With<MapWriter, Outcome<Written>>(writer => MakeFromPassage.Handle(
            writer, draft.Slug, draft.Thread, 1, draft.Owner, new(nameof(PassageUse.Claim), new("nothing acts on an objective that is irrelevant to the outputs"), null, "In my words"), null, CancellationToken.None))).Value.AddedNode!.Value;

        Assert.Equal((SuggestionState.Open, made), ((await draft.Saying(Claim)).State, (await draft.Saying(Claim)).CitedBy!.Value));
        using var reader = app.Anonymous();
        Assert.Contains($"#{made} cites them", (await reader.Get($"/m/{draft.Slug}/draft")).Text, StringComparison.Ordinal);
        await draft.Accept(Drafts.As(await draft.Saying(Objection)));

        Assert.Equal(made, Assert.Single((await draft.Map()).Relations.Values).Target.Number);
    }

    [Fact]
    public async Task What_was_accepted_and_undone_is_offered_again_where_the_thread_is_read()
    {
        var draft = await Drafts.Of(app, "Bea undoes", SmallForum.File(SmallForum.Four));
        using var reader = app.Anonymous();
        var waiting = await Waiting();

        await draft.Undo((await draft.Accept(Drafts.As(await draft.Saying(Claim)))).Value.Revision);

        Assert.Equal(waiting, await Waiting());
        var suggestion = await draft.Saying(Claim);
        var made = (await app.With<MapWriter, Outcome<Written>>(writer => MakeFromPassage.Handle(
            writer, draft.Slug, draft.Thread, 1, draft.Owner, new(nameof(PassageUse.Claim), new("nothing acts on an objective that is irrelevant to the outputs"), null, "In my words"), null, CancellationToken.None))).Value;
        await app.With<NpgsqlDataSource, int>(async database =>
        {
            await TakenByHand.Note(database, draft.Slug, draft.Thread, suggestion.Number, draft.Owner.Id!.Value, made, app.Clock.GetUtcNow(), CancellationToken.None);
            return 0;
        });
        Assert.Equal((SuggestionState.Accepted, made.AddedNode), ((await draft.Saying(Claim)).State, (await draft.Saying(Claim)).MadeNode));

        async Task<string> Waiting() => (await reader.Get($"/m/{draft.Slug}/debate/{draft.Thread}/coverage")).Document.QuerySelector(".waiting")!.TextContent;
    }

    [Fact]
    public async Task What_somebody_accepts_while_another_rejects_all_that_is_left_stays_accepted()
    {
        var draft = await Drafts.Of(app, "Bea and Cy", SmallForum.File(SmallForum.Four));
        var claim = await draft.Saying(Claim);
        var left = (await draft.Known()).Count - 1;
        await using var database = NpgsqlDataSource.Create(app.Connection);
        await using var accepting = await database.OpenConnectionAsync();
        await using var transaction = await accepting.BeginTransactionAsync();
        await using var accept = new NpgsqlCommand(
            """
            with map as (select id from maps where slug = $1 for update)
            update suggestions set state = 'Accepted', answered_by = $3, answered_at = now() where map_id = (select id from map) and number = $2
            """,
            accepting,
            transaction);
        accept.Parameters.Add(new() { Value = draft.Slug });
        accept.Parameters.Add(new() { Value = claim.Number });
        accept.Parameters.Add(new() { Value = draft.Owner.Id });
        await accept.ExecuteNonQueryAsync();

        var rejecting = draft.Reject();
        await using var waits = database.CreateCommand($"select exists (select from pg_stat_activity where {accepting.ProcessID} = any (pg_blocking_pids(pid)))");
        while (!(bool)(await waits.ExecuteScalarAsync())!)
        {
            Assert.False(rejecting.IsCompleted);
        }

        await transaction.CommitAsync();

        Assert.Equal(left, (await rejecting).Value);
        Assert.Equal(SuggestionState.Accepted, (await draft.Saying(Claim)).State);
    }

    [Fact]
    public async Task A_person_changes_kind_words_and_target_as_they_see_fit()
    {
        var draft = await Drafts.Of(app, "Cora", SmallForum.File(SmallForum.Four));
        var claim = (await draft.Accept(Drafts.As(await draft.Saying(Claim), target: ""))).Value.AddedNode!.Value;

        var written = (await draft.Accept(Drafts.As(await draft.Saying(Objection), "Prerequisite", $"#{claim}", "Parameters can be shielded."))).Value;

        var map = await draft.Map();
        Assert.Equal("Parameters can be shielded.", map.Nodes[written.AddedNode!.Value].Text);
        Assert.Equal((RelationKind.Prerequisite, claim), (map.Relations.Values.Single().Kind, map.Relations.Values.Single().Target.Number));
    }

    [Fact]
    public async Task What_the_map_says_already_is_cited_and_makes_no_node()
    {
        var draft = await Drafts.Of(app, "Dora", SmallForum.File(SmallForum.Four));
        var before = await draft.Map();

        var written = (await draft.Accept(Drafts.As(await draft.Saying(Claim), "Citation", "#1"))).Value;

        Assert.Null(written.AddedNode);
        Assert.NotNull(written.AddedCitation);
        Assert.Equal(before.Nodes.Count, (await draft.Map()).Nodes.Count);
        Assert.Equal(SuggestionState.Accepted, (await draft.Saying(Claim)).State);
    }

    [Theory]
    [InlineData("Support", "#99", "text", "There is no node or step #99")]
    [InlineData("Support", "elsewhere", "text", "is no node of this map")]
    [InlineData("Support", "S99", "text", "is not in the map yet")]
    [InlineData("Citation", "", "text", "Say which node")]
    [InlineData("Sermon", "#1", "text", "What it becomes must be one of")]
    [InlineData("Support", "#1", " ", "The text is missing")]
    public async Task What_cannot_be_is_refused_in_plain_words_and_leaves_the_map_alone(string kind, string target, string text, string message)
    {
        var draft = await Drafts.Of(app, $"Eve {kind} {target} {text.Length}", SmallForum.File(SmallForum.Four));
        var revision = (await draft.Map()).Head.Revision;

        var refusal = (await draft.Accept(Drafts.As(await draft.Saying(Claim), kind, target, text))).Refusal;

        Assert.Contains(message, refusal?.Detail, StringComparison.Ordinal);
        Assert.Equal((revision, SuggestionState.Open), ((await draft.Map()).Head.Revision, (await draft.Saying(Claim)).State));
    }

    [Fact]
    public async Task What_would_hang_from_itself_is_told_just_that()
    {
        var draft = await Drafts.Of(app, "Gil", SmallForum.File(SmallForum.Four));
        var claim = await draft.Saying(Claim);

        var refusal = (await draft.Accept(Drafts.As(claim, "Support", $"s{claim.Number}"))).Refusal;

        Assert.Equal("target", refusal?.Field);
        Assert.Contains($"S{claim.Number} is this suggestion itself", refusal?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answer_sent_twice_counts_once_and_another_ones_is_refused()
    {
        var draft = await Drafts.Of(app, "Fay", SmallForum.File(SmallForum.Four));
        var item = Drafts.As(await draft.Saying(Claim));

        var (first, second) = (await draft.Accept(draft.Owner, "key", item), await draft.Accept(draft.Owner, "key", item));
        var third = await draft.Accept(await app.Person("Grace"), "other", item);

        Assert.Equal(first.Value.Revision, second.Value.Revision);
        Assert.Contains("Fay has put this into the map already", third.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_the_change_opens_the_suggestions_again_and_undoing_that_closes_them()
    {
        var draft = await Drafts.Of(app, "Hana", SmallForum.File(SmallForum.Four));
        var before = (await draft.Known()).Values.Count(known => known.State == SuggestionState.Open);
        var written = (await draft.AcceptAll()).Value;
        Assert.All((await draft.Known()).Values, known => Assert.Equal(SuggestionState.Accepted, known.State));

        var undone = (await draft.Undo(written.Revision)).Value;

        Assert.Equal(before, (await draft.Known()).Values.Count(known => known.State == SuggestionState.Open));
        Assert.Equal(1, (await draft.Map()).Nodes.Values.Count(node => !node.IsWithdrawn));

        await draft.Undo(undone.Revision);

        Assert.All((await draft.Known()).Values, known => Assert.Equal(SuggestionState.Accepted, known.State));
    }

    [Fact]
    public async Task What_was_rejected_is_passed_by_and_can_be_brought_back()
    {
        var draft = await Drafts.Of(app, "Ida", SmallForum.File(SmallForum.Four));
        var claim = await draft.Saying(Claim);

        Assert.Equal(1, (await draft.Reject(claim.Number)).Value);
        var known = await draft.Known();

        Assert.Equal(SuggestionState.Rejected, known[claim.Number].State);
        Assert.Null(Hanging.Of((await draft.Saying(Objection)).Suggestion, known, 1).Suggestion);
        Assert.Equal(1, (await app.With<Npgsql.NpgsqlDataSource, Server.Shell.Outcome<int>>(database => RejectSuggestions.BringBack(database, draft.Slug, draft.Owner, draft.Thread, [claim.Number], CancellationToken.None))).Value);
        Assert.Equal(SuggestionState.Open, (await draft.Known())[claim.Number].State);
    }

    [Fact]
    public async Task Nobody_answers_the_draft_of_a_map_they_may_not_see()
    {
        var draft = await Drafts.Of(app, "Jo", SmallForum.File(SmallForum.Four));
        await app.With<ArgMapDbContext, int>(db => db.Maps.Where(map => map.Slug == draft.Slug).ExecuteUpdateAsync(set => set.SetProperty(map => map.Visibility, Visibility.Private)));
        var stranger = await app.Person("Kim");

        var rejected = await app.With<Npgsql.NpgsqlDataSource, Server.Shell.Outcome<int>>(database => RejectSuggestions.Handle(database, app.Clock, draft.Slug, stranger, draft.Thread, null, CancellationToken.None));
        var accepted = await draft.Accept(stranger, null, Drafts.As(await draft.Saying(Claim)));

        Assert.Equal((404, 404), (rejected.Refusal!.Status, accepted.Refusal!.Status));
        Assert.Equal(SuggestionState.Open, (await draft.Saying(Claim)).State);
    }

    [Fact]
    public async Task What_supported_an_objection_that_was_rejected_objects_itself()
    {
        var draft = await Drafts.Of(app, "Lu", SmallForum.File(
        [
            new("a", null, "ada", "Deception would crystallise, because nothing acts on an objective that is irrelevant to the outputs."),
            new("b", "a", "grace", "> nothing acts on an objective that is irrelevant to the outputs\n\nI don't think that is right: gradient descent intervenes on all parameters.\n\nSo it cannot be shielded, and therefore deception is not favoured."),
        ]));
        var claim = await draft.Saying("nothing acts on an objective");
        var known = await draft.Known();
        var objection = Assert.Single(known.Values, each => each.Post == 2 && each.Kind == SuggestionKind.Objection && each.Suggestion.Passages[0].Text.Contains("right", StringComparison.Ordinal));
        var support = new Suggestion { Number = 99, Kind = SuggestionKind.Support, Passages = objection.Suggestion.Passages, Cue = "x", Reason = "x", Rank = 1, Target = new(objection.Number, null, "x") };

        Assert.Equal((objection.Number, false), (Hanging.Of(support, known, 1).Suggestion, Hanging.Of(support, known, 1).IsTurned));
        await draft.Reject(objection.Number);
        var turned = Hanging.Of(support, await draft.Known(), 1);

        Assert.Equal((claim.Number, true, AcceptedAs.Objection), (turned.Suggestion, turned.IsTurned, AcceptedAsWords.Default(support.Kind, turned, isOnQuestion: false)));
    }
}
