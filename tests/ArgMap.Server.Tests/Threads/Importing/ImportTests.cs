using System.IO.Compression;
using System.Net;
using System.Text;
using ArgMap.Argumentation.Citations;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Importing;

public sealed class ImportTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_thread_becomes_a_source_with_posts_and_suggestions()
    {
        var ada = await app.Person("Ada");

        var import = await app.Import(ada, SmallForum.File(SmallForum.Four));

        Assert.Equal((ImportState.Done, 4, 4, null), (import.State, import.PostsStored, import.PostsFound!.Value, import.Message));
        var posts = await app.Posts(import);
        Assert.Equal(
            [("a", null, 0, 2, 3), ("b", 1, 1, 1, 1), ("c", 2, 2, 0, 0), ("d", 1, 1, 0, 0)],
            posts.Select(post => (post.ExternalId, post.ParentNumber, post.Depth, post.Replies, post.Descendants)));
        Assert.Equal([1, 2, 3, 4], posts.Select(post => post.Number));
        Assert.Equal([0, 1, 2, 3], posts.Select(post => post.Position));
        Assert.Equal(("grace", 7, PostState.Live, AuthorState.Known), (posts[1].AuthorName, posts[1].Score!.Value, posts[1].State, posts[1].AuthorState));
        var quote = Assert.Single(ThreadJson.Read<List<StoredQuote>>(posts[1].Quotes));
        Assert.Equal((1, posts[0].Body.IndexOf("nothing acts", StringComparison.Ordinal)), (quote.Post, quote.PassageStart!.Value));
        var (source, thread, suggestions) = await app.With<ArgMapDbContext, (SourceRow, ForumThreadRow, int)>(async db => (
            await db.Sources.SingleAsync(row => row.MapId == import.MapId),
            await db.ForumThreads.SingleAsync(row => row.MapId == import.MapId),
            await db.Suggestions.CountAsync(row => row.MapId == import.MapId)));
        Assert.Equal(("Would deception crystallise?", Medium.CommentThread), (source.Title, source.Medium));
        Assert.Equal(("json", 4), (thread.Format, thread.Posts));
        Assert.Equal(4, ThreadJson.Read<ThreadReport>(thread.Report).Posts);
        Assert.True(suggestions > 0);
        Assert.Equal(new ImportOutcome(New: 4, Suggestions: suggestions), import.Outcome());
    }

    [Fact]
    public async Task A_map_made_of_a_thread_is_called_after_it()
    {
        var import = await app.Import(await app.Person("Bea"), SmallForum.File(SmallForum.Four, title: "Does it hold?"));

        var map = await app.With<ArgMapDbContext, (string Title, string Slug, string Root)>(async db =>
        {
            var row = await db.Maps.SingleAsync(map => map.Id == import.MapId);
            return (row.Title, row.Slug, await db.Nodes.Where(node => node.MapId == row.Id).Select(node => node.Text).SingleAsync());
        });
        Assert.Equal(("Does it hold?", "does-it-hold", "Does it hold?"), map);
    }

    [Fact]
    public async Task Pasted_text_is_kept_as_it_was_and_read()
    {
        var ada = await app.Person("Cora");
        const string Text = "I think that deception is unlikely by default.\n\nWhy would it crystallise at all?";

        var started = await app.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(ada, new("A paste"), new(null, Text, [], null), "one", CancellationToken.None));
        var import = await app.Ended(started.Value);

        Assert.Equal(ImportState.Done, import.State);
        Assert.NotEmpty(await app.Posts(import));
        var kept = await app.With<ArgMapDbContext, RawInputRow>(db => db.RawInputs.SingleAsync(row => row.ImportId == import.Id));
        Assert.Equal((Encoding.UTF8.GetByteCount(Text), "the pasted text"), ((int)kept.Length, kept.Name));
    }

    [Fact]
    public async Task The_layout_that_a_browser_copies_along_tells_who_answers_whom_until_a_format_is_chosen()
    {
        var ada = await app.Person("Lena");

        var copied = await app.Posts(await Read("one", null));
        var asText = await app.Posts(await Read("two", "text"));

        Assert.Equal([("1", null, "Ada"), ("2", 1, "Bo"), ("3", 2, "Cy")], copied.Select(post => (post.ExternalId, post.ParentNumber, post.AuthorName)));
        Assert.Single(asText);

        async Task<ThreadImportRow> Read(string key, string? format) =>
            await app.Ended((await app.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(ada, new($"Copied {key}"), CopiedForum.Given with { Format = format }, key, CancellationToken.None))).Value);
    }

    [Fact]
    public async Task A_thread_that_was_read_as_text_is_brought_up_to_date_as_text()
    {
        var ada = await app.Person("Mona");
        var before = await app.Ended((await app.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(ada, new("As text"), CopiedForum.Given with { Layout = null }, "one", CancellationToken.None))).Value);

        var started = await app.With<StartImport, Outcome<StartedImport>>(async start => await start.Update(ada, await app.SlugOf(before.MapId), before.SourceNumber!.Value, CopiedForum.Given, false, "two", CancellationToken.None));
        var outcome = (await app.Ended(started.Value)).Outcome();

        Assert.Equal((0, 0, 0), (outcome.New, outcome.Changed, outcome.Vanished));
    }

    [Fact]
    public async Task The_same_request_sent_twice_makes_one_map_and_one_import()
    {
        var ada = await app.Person("Dora");

        var (first, second) = (await Start(), await Start());

        Assert.Equal(first, second);
        await app.Ended(first);
        Assert.Equal(1, await app.With<ArgMapDbContext, int>(db => db.ThreadImports.CountAsync(row => row.ActorId == ada.Id)));
        Assert.Equal(1, await app.With<ArgMapDbContext, int>(db => db.Maps.CountAsync(row => row.OwnerId == ada.Id)));

        async Task<StartedImport> Start() =>
            (await app.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(ada, new("Twice"), new(null, null, [SmallForum.File(SmallForum.Four)], null), "the-key", CancellationToken.None))).Value;
    }

    [Fact]
    public async Task Nothing_that_is_unchanged_is_changed_by_reading_it_again()
    {
        var ada = await app.Person("Eva");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var rows = await app.Posts(before);

        var again = await app.Update(ada, before, false, SmallForum.File(SmallForum.Four.Select(said => said with { Score = said.Score + 10 })));

        Assert.Equal((0, 0, 4, 0), (again.Outcome().New, again.Outcome().Changed, again.Outcome().Unchanged, again.Outcome().Vanished));
        var after = await app.Posts(again);
        Assert.Equal(rows.Select(row => row.Score + 10), after.Select(row => row.Score));
        Assert.Equal(rows.Select(row => (row.Number, row.ExternalId, row.Version, row.FirstSeenAt, row.ChangedAt)), after.Select(row => (row.Number, row.ExternalId, row.Version, row.FirstSeenAt, row.ChangedAt)));
        Assert.Equal(0, await app.With<ArgMapDbContext, int>(db => db.PostVersions.CountAsync(row => row.MapId == before.MapId)));
        Assert.Equal(1, await app.With<ArgMapDbContext, int>(db => db.Sources.CountAsync(row => row.MapId == before.MapId)));
    }

    [Fact]
    public async Task Changed_new_and_vanished_posts_are_told_apart_and_nothing_is_lost()
    {
        var ada = await app.Person("Fay");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var (a, b, c, d) = (SmallForum.Four[0], SmallForum.Four[1], SmallForum.Four[2], SmallForum.Four[3]);

        app.Clock.Advance(TimeSpan.FromDays(1));
        var again = await app.Update(ada, before, false, SmallForum.File([a, b with { Body = "I take it back." }, d, new("e", "d", "grace", "It is.")]));

        Assert.Equal((1, 1, 2, 1), (again.Outcome().New, again.Outcome().Changed, again.Outcome().Unchanged, again.Outcome().Vanished));
        var posts = await app.Posts(again);
        Assert.Equal(["a", "b", "c", "d", "e"], posts.Select(post => post.ExternalId));
        Assert.Equal([1, 2, 3, 4, 5], posts.Select(post => post.Number));
        Assert.Equal([false, false, true, false, false], posts.Select(post => post.IsVanished));
        Assert.Equal((c.Body, 2, 2), (posts[2].Body, posts[2].ParentNumber!.Value, posts[2].Depth));
        Assert.Equal((2, "I take it back."), (posts[1].Version, posts[1].Body));
        Assert.True(posts[1].ChangedAt > posts[1].FirstSeenAt);
        Assert.True(posts[4].FirstSeenAt > posts[0].FirstSeenAt);
        var earlier = await app.With<ArgMapDbContext, PostVersionRow>(db => db.PostVersions.SingleAsync(row => row.MapId == before.MapId));
        Assert.Equal((2, 1, b.Body), (earlier.Number, earlier.Version, earlier.Body));

        var back = await app.Update(ada, again, false, SmallForum.File(SmallForum.Four));
        Assert.Equal((0, 1, 3, 1), (back.Outcome().New, back.Outcome().Changed, back.Outcome().Unchanged, back.Outcome().Vanished));
        Assert.Equal([false, false, false, false, true], (await app.Posts(back)).Select(post => post.IsVanished));
    }

    [Fact]
    public async Task A_pasted_post_that_was_edited_stays_the_same_post()
    {
        var ada = await app.Person("Fern");
        const string Opening = "Ada (1 January 2024):\nDoes deception crystallise before the base objective does, or only when training is nearly over?\n\n";
        const string Answer = "Grace (2 January 2024):\nIt needs a model of its own training, which no system of this size has had so far.\n\n";
        const string Other = "Ada (3 January 2024):\nThen the interesting question is when such a model appears.\n";
        var before = await app.Import(ada, Pasted(Opening + Answer + Other));
        var rows = await app.Posts(before);

        app.Clock.Advance(TimeSpan.FromDays(1));
        var edited = Answer.Replace("of this size has had", "of any size has had", StringComparison.Ordinal);
        var again = await app.Update(ada, before, false, Pasted(Opening + edited + "Grace (2 January 2024):\nI wrote about that elsewhere at length.\n\n" + Other));

        Assert.Equal(3, rows.Count);
        Assert.Equal((1, 1, 2, 0), (again.Outcome().New, again.Outcome().Changed, again.Outcome().Unchanged, again.Outcome().Vanished));
        var posts = await app.Posts(again);
        Assert.Equal(rows[1].Number, posts.Single(post => post.Body.Contains("of any size", StringComparison.Ordinal)).Number);
        var third = await app.Update(ada, again, false, Pasted(Opening + edited + Other));
        Assert.Equal((0, 0, 3, 1), (third.Outcome().New, third.Outcome().Changed, third.Outcome().Unchanged, third.Outcome().Vanished));

        static RawInput Pasted(string text) => new("paste.txt", Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task A_part_that_was_missing_is_read_with_what_was_there()
    {
        var ada = await app.Person("Gil");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four.Take(2), "one.json"));

        var again = await app.Update(ada, before, true, SmallForum.File(SmallForum.Four.Skip(2), "two.json"));

        Assert.Equal((2, 0, 0), (again.Outcome().New, again.Outcome().Changed, again.Outcome().Vanished));
        Assert.Equal([("a", null), ("b", 1), ("c", 2), ("d", 1)], (await app.Posts(again)).Select(post => (post.ExternalId, post.ParentNumber)));
    }

    [Fact]
    public async Task A_file_that_breaks_off_takes_nothing_away()
    {
        var ada = await app.Person("Gus of the half file");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var slug = await app.SlugOf(before.MapId);
        await Cite(slug, before, 2, "it cannot be shielded");
        var whole = SmallForum.File(SmallForum.Four.Select(said => said with { Score = 40 })).Bytes();
        var end = Encoding.UTF8.GetString(whole).IndexOf("so it cannot be shielded", StringComparison.Ordinal);

        var again = await app.Update(ada, before, false, new RawInput("thread.json", whole[..end]));

        Assert.Equal((0, 0, 4, 0, 0, true), (again.Outcome().New, again.Outcome().Changed, again.Outcome().Unchanged, again.Outcome().Vanished, again.Outcome().Orphaned, again.Outcome().IsMended));
        Assert.Equal(SmallForum.Four.Select(said => (said.Body, false)), (await app.Posts(again)).Select(post => (post.Body, post.IsVanished)));
        var third = await app.Update(ada, again, false, SmallForum.File(SmallForum.Four.Take(3)));
        Assert.Equal((3, 1, false), (third.Outcome().Unchanged, third.Outcome().Vanished, third.Outcome().IsMended));
    }

    [Fact]
    public async Task What_is_not_in_a_text_that_breaks_off_is_not_taken_to_be_gone()
    {
        var ada = await app.Person("Gwen of the half text");
        var text = Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Range(1, 60).Select(day => $"{(day % 2 == 0 ? "Ada" : "Grace")} ({1 + (day % 28)} January 2024):\nWhat I said for the {day * 7919 % 1000}th time is {day * 104729 % 7919} and {day * 15485863 % 99991}.")));
        var before = await app.Import(ada, Packed(text, cut: 0));

        var again = await app.Update(ada, before, false, Packed(text, cut: 400));

        Assert.Equal((0, 0, false), (again.Outcome().New, again.Outcome().Vanished, again.Outcome().IsMended));
        Assert.InRange(again.Outcome().Unseen, 1, 40);
        Assert.DoesNotContain(await app.Posts(again), post => post.IsVanished);

        static RawInput Packed(byte[] text, int cut)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                gzip.Write(text);
            }

            return new("thread.txt.gz", packed.ToArray()[..^cut]);
        }
    }

    [Fact]
    public async Task What_was_given_can_be_read_again_as_another_format()
    {
        var ada = await app.Person("Hal");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));

        var started = await app.With<StartImport, Outcome<StartedImport>>(async start =>
            await start.ReadAgain(ada, await app.SlugOf(before.MapId), before.Id, "text", null, CancellationToken.None));
        var again = await app.Ended(started.Value);

        Assert.Equal((ImportState.Done, before.SourceNumber), (again.State, again.SourceNumber));
        Assert.Equal("text", await app.With<ArgMapDbContext, string>(db => db.ForumThreads.Where(row => row.MapId == before.MapId).Select(row => row.Format).SingleAsync()));
        Assert.Equal(4, again.Outcome().Vanished);
    }

    [Fact]
    public async Task What_was_given_before_the_thread_was_brought_up_to_date_is_not_read_again()
    {
        var hal = await app.Person("Hal again");
        var first = await app.Import(hal, SmallForum.File(SmallForum.Four));
        var second = await app.Update(hal, first, false, SmallForum.File([.. SmallForum.Four, new("e", "d", "grace", "It comes later.")]));

        var refused = await ReadAgain(first);
        var read = await app.Ended((await ReadAgain(second)).Value);

        Assert.Equal((409, "import-outdated"), (refused.Refusal?.Status, refused.Refusal?.Code));
        Assert.Equal((0, 0, 5), (read.Outcome().Changed, read.Outcome().Vanished, read.Outcome().Unchanged));

        Task<Outcome<StartedImport>> ReadAgain(ThreadImportRow import) => app.With<StartImport, Outcome<StartedImport>>(async start =>
            await start.ReadAgain(hal, await app.SlugOf(import.MapId), import.Id, null, null, CancellationToken.None));
    }

    [Fact]
    public async Task Citations_are_found_again_or_said_to_be_lost()
    {
        var ada = await app.Person("Ida");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var slug = await app.SlugOf(before.MapId);
        var kept = await Cite(slug, before, 1, "Deception would crystallise");
        var moved = await Cite(slug, before, 2, "Gradient descent intervenes on all parameters");
        var changed = await Cite(slug, before, 3, "Parameters drift only where they matter for the loss.");
        var lost = await Cite(slug, before, 4, "Is joint optimisation not assumed to come first?");
        var (a, b, c, d) = (SmallForum.Four[0], SmallForum.Four[1], SmallForum.Four[2], SmallForum.Four[3]);

        var again = await app.Update(ada, before, false, SmallForum.File(
        [
            a,
            b with { Body = "Edited: I was too quick.\n\n" + b.Body },
            c with { Body = "Parameters would drift mostly where they matter for the loss." },
            d with { Body = "Never mind." },
        ]));

        Assert.Equal((1, 1, 1), (again.Outcome().Moved, again.Outcome().Uncertain, again.Outcome().Orphaned));
        var anchors = await app.With<ArgMapDbContext, Dictionary<int, CitationAnchorRow>>(db => db.CitationAnchors.AsNoTracking().Where(row => row.MapId == before.MapId).ToDictionaryAsync(row => row.CitationNumber));
        Assert.False(anchors.ContainsKey(kept));
        Assert.Equal((AnchorState.Moved, 2, "Gradient descent intervenes on all parameters"), (anchors[moved].State, anchors[moved].PostVersion, anchors[moved].Now));
        Assert.Equal(AnchorState.Uncertain, anchors[changed].State);
        Assert.Contains("would drift mostly where they matter", anchors[changed].Now, StringComparison.Ordinal);
        Assert.Equal((AnchorState.Orphaned, null), (anchors[lost].State, anchors[lost].Start));

        var back = await app.Update(ada, again, false, SmallForum.File(SmallForum.Four));
        Assert.Equal((0, 0, 0), (back.Outcome().Moved, back.Outcome().Uncertain, back.Outcome().Orphaned));
        Assert.Equal(0, await app.With<ArgMapDbContext, int>(db => db.CitationAnchors.CountAsync(row => row.MapId == before.MapId)));
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_sees_too_that_cited_words_are_gone()
    {
        var ada = await app.Person("Kim of lost words");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var slug = await app.SlugOf(before.MapId);
        await Cite(slug, before, 4, "Is joint optimisation not assumed to come first?");
        Assert.DoesNotContain("orphaned", (await app.Anonymous().Get($"/m/{slug}?at=1")).Text, StringComparison.Ordinal);

        await app.Update(ada, before, false, SmallForum.File([.. SmallForum.Four.Take(3), SmallForum.Four[3] with { Body = "Never mind." }]));

        Assert.Contains("orphaned", (await app.Anonymous().Get($"/m/{slug}?at=1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_can_ask_what_is_new_in_a_thread_since_a_moment()
    {
        var ada = await app.Person("Lea of new posts");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var slug = await app.SlugOf(before.MapId);
        using var reader = app.Anonymous();
        var debate = await reader.Get($"/m/{slug}/debate");
        var since = debate.Document.QuerySelector("#posts")!.GetAttribute("data-changed-at")!;
        Assert.Equal("""{"total":0,"added":[],"changed":[]}""", await reader.Http.GetStringAsync(New(since)));

        app.Clock.Advance(TimeSpan.FromMinutes(40));
        await app.Update(ada, before, false, SmallForum.File([.. SmallForum.Four.Take(3), SmallForum.Four[3] with { Body = "Never mind." }, new("e", "a", "eve", "I was not here before.")]));

        Assert.Equal("""{"total":2,"added":[5],"changed":[4]}""", await reader.Http.GetStringAsync(New(since)));
        Assert.NotEqual(since, (await reader.Get($"/m/{slug}/debate")).Document.QuerySelector("#posts")!.GetAttribute("data-changed-at"));
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.Get(New("yesterday"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/m/nothing-here/debate/new?thread=1&since=2026-01-01")).Status);

        string New(string moment) => $"/m/{slug}/debate/new?thread={before.SourceNumber}&since={Uri.EscapeDataString(moment)}";
    }

    [Fact]
    public async Task The_draft_is_among_the_views_while_it_has_open_suggestions()
    {
        var import = await app.Import(await app.Person("Mia of the tab"), SmallForum.File(SmallForum.Four));
        var slug = await app.SlugOf(import.MapId);
        using var reader = app.Anonymous();
        Assert.Contains("Draft", await Views(), StringComparer.Ordinal);

        await app.With<ArgMapDbContext, int>(db => db.Suggestions.Where(row => row.MapId == import.MapId).ExecuteUpdateAsync(all => all
            .SetProperty(row => row.State, SuggestionState.Rejected).SetProperty(row => row.AnsweredBy, import.ActorId).SetProperty(row => row.AnsweredAt, app.Clock.GetUtcNow())));

        Assert.DoesNotContain("Draft", await Views(), StringComparer.Ordinal);

        async Task<List<string>> Views() => [.. (await reader.Get($"/m/{slug}")).Document.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim())];
    }

    [Fact]
    public async Task Suggestions_keep_their_numbers_and_answered_ones_stay()
    {
        var ada = await app.Person("Jon");
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var first = await Suggestions(before.MapId);
        var answered = first.Keys.Max();
        await app.With<ArgMapDbContext, int>(db => db.Suggestions.Where(row => row.MapId == before.MapId && row.Number == answered).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, SuggestionState.Rejected).SetProperty(one => one.AnsweredBy, ada.Id).SetProperty(one => one.AnsweredAt, app.Clock.GetUtcNow())));

        await app.Update(ada, before, false, SmallForum.File(SmallForum.Four.Append(new("e", "d", "grace", "I don't think so. It would have to come much later than that, because the model must know what it is trained for."))));

        var second = await Suggestions(before.MapId);
        Assert.Equal(first.Keys, second.Keys.Where(first.ContainsKey));
        Assert.All(first, suggestion => Assert.Equal(suggestion.Value.Words, second[suggestion.Key].Words));
        Assert.Equal(SuggestionState.Rejected, second[answered].State);
        Assert.True(second.Count > first.Count);
    }

    [Theory]
    [InlineData("\u001f\u008b compressed", "not text")]
    [InlineData("", "is empty")]
    public async Task A_file_that_is_no_thread_is_refused_with_its_name_and_no_map_is_made(string content, string message)
    {
        var ada = await app.Person("Kim" + content.Length);

        var outcome = await app.With<StartImport, Outcome<StartedImport>>(start =>
            start.IntoNewMap(ada, new(null), new(null, null, [new RawInput("thread.json", Encoding.Latin1.GetBytes(content))], null), null, CancellationToken.None));

        Assert.Equal("files", outcome.Refusal?.Field);
        Assert.Contains("thread.json", outcome.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Contains(message, outcome.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await app.With<ArgMapDbContext, int>(db => db.Maps.CountAsync(row => row.OwnerId == ada.Id)));
    }

    [Fact]
    public async Task Text_that_no_database_holds_is_stored_and_keeps_its_length()
    {
        var ada = await app.Person("Ned");

        var import = await app.Import(ada, SmallForum.File([new("a", null, "ada", "A nul \0 and half a character \ud83d, then more words."), SmallForum.Four[3]]));

        Assert.Equal(ImportState.Done, import.State);
        Assert.DoesNotContain('\0', (await app.Posts(import))[0].Body);
    }

    [Fact]
    public async Task Strangers_can_neither_update_read_again_nor_stop()
    {
        var (ada, eve) = (await app.Person("Ola"), await app.Person("Eve"));
        var import = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var slug = await app.SlugOf(import.MapId);
        var source = import.SourceNumber!.Value;

        Assert.Equal(403, (await app.With<StartImport, Outcome<StartedImport>>(start => start.Update(eve, slug, source, new(null, "Nothing.", [], null), false, null, CancellationToken.None))).Refusal?.Status);
        Assert.Equal(403, (await app.With<StartImport, Outcome<StartedImport>>(start => start.ReadAgain(eve, slug, import.Id, "text", null, CancellationToken.None))).Refusal?.Status);
        Assert.Equal(403, (await app.With<CancelImport, Outcome<StartedImport>>(cancel => cancel.Handle(eve, slug, import.Id, CancellationToken.None))).Refusal?.Status);
    }

    private async Task<int> Cite(string slug, ThreadImportRow import, int post, string words) => (await app.With<MapWriter, Outcome<Written>>(writer => writer.Write(
        new MapWrite(slug, new Actor(import.ActorId, null), ChangeKind.AddCitation, null, words),
        async (map, cancel) =>
        {
            var row = await map.FindPost(import.SourceNumber!.Value, post, cancel);
            map.Add(PassageCitation.Of(row!, new(words), new Thing(ThingKind.Node, 1), map.Actor).Value);
            return null;
        },
        CancellationToken.None))).Value.AddedCitation!.Value;

    private async Task<SortedDictionary<int, (SuggestionState State, string Words)>> Suggestions(long map)
    {
        var rows = await app.With<ArgMapDbContext, List<SuggestionRow>>(db => db.Suggestions.AsNoTracking().Where(row => row.MapId == map).ToListAsync());
        return new(rows.ToDictionary(row => row.Number, row => (row.State, ThreadJson.Read<ArgMap.Argumentation.Drafting.Suggestion>(row.Payload).Passages[0].Text)));
    }
}
