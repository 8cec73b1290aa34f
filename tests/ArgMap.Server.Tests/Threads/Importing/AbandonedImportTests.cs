using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Importing;

/// <summary>Several servers on one database, of which some die. The fixture's own server is never started.</summary>
public sealed class AbandonedImportTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task An_import_whose_server_died_is_taken_up_by_another_and_stores_nothing_twice()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0" });
        var started = await Start(desk, await desk.Person("Leo"));
        await Done(started);
        var before = await desk.Row(started.Import);

        // As a crash leaves it: half of the posts stored, claimed by one who is not heard of any more.
        await desk.With<ArgMapDbContext, int>(async db =>
        {
            await db.Suggestions.Where(row => row.MapId == before.MapId).ExecuteDeleteAsync();
            await db.Posts.Where(row => row.MapId == before.MapId && row.Number > 2).ExecuteDeleteAsync();
            return await db.ThreadImports.Where(row => row.Id == before.Id).ExecuteUpdateAsync(row => row
                .SetProperty(one => one.State, ImportState.Storing).SetProperty(one => one.FinishedAt, (DateTimeOffset?)null).SetProperty(one => one.PostsStored, 2)
                .SetProperty(one => one.Claim, Guid.NewGuid()).SetProperty(one => one.HeartbeatAt, desk.Clock.GetUtcNow() - TimeSpan.FromMinutes(2)));
        });
        await Done(started);

        var after = await desk.Row(started.Import);
        Assert.Equal((ImportState.Done, 4, 2), (after.State, after.PostsStored, after.Attempts));
        Assert.Equal((4, 0, 0), (after.Outcome().New, after.Outcome().Changed, after.Outcome().Unchanged));
        Assert.Equal([("a", 1), ("b", 2), ("c", 3), ("d", 4)], (await desk.Posts(after)).Select(post => (post.ExternalId, post.Number)));
        Assert.Equal(1, await desk.With<ArgMapDbContext, int>(db => db.Sources.CountAsync(row => row.MapId == before.MapId)));
        Assert.Equal(1, await desk.With<ArgMapDbContext, int>(db => db.Changes.CountAsync(row => row.MapId == before.MapId && row.Kind == ChangeKind.ImportThread)));
    }

    [Fact]
    public async Task What_stops_the_server_again_and_again_is_not_tried_for_ever()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0" });
        var started = await Start(desk, await desk.Person("Mia"));
        await desk.With<ArgMapDbContext, int>(db => db.ThreadImports.Where(row => row.Id == started.Import).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, ImportState.Reading).SetProperty(one => one.Attempts, 3)
            .SetProperty(one => one.Claim, Guid.NewGuid()).SetProperty(one => one.HeartbeatAt, desk.Clock.GetUtcNow() - TimeSpan.FromMinutes(2))));

        await Done(started);

        var after = await desk.Row(started.Import);
        Assert.Equal(ImportState.Failed, after.State);
        Assert.Contains("each time the server stopped", after.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_nobody_has_taken_up_is_stopped_at_once()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0" });
        var pat = await desk.Person("Pat");
        var started = await Start(desk, pat);

        var stopped = await desk.With<CancelImport, Outcome<StartedImport>>(cancel => cancel.Handle(pat, started.Slug, started.Import, CancellationToken.None));

        Assert.Null(stopped.Refusal);
        Assert.Equal(ImportState.Cancelled, (await desk.Row(started.Import)).State);
    }

    [Fact]
    public async Task The_page_of_one_that_waits_loads_itself_again_and_stops_it()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0" });
        using var fay = await desk.SignedInAs("Fay");
        var sent = await fay.Submit("/import", "/import", ("text", "Words that wait."), ("title", "Waiting"));
        var page = await fay.Follow(sent);

        Assert.Contains("The thread will be read in a moment", page.Text, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page.Document.QuerySelector("noscript")?.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("progress"));

        var stopped = await fay.Follow(await fay.Submit(page, sent.Location + "/cancel"));
        Assert.Contains("Stopped", stopped.Text, StringComparison.Ordinal);
        Assert.Null(stopped.Document.QuerySelector("progress"));
    }

    [Fact]
    public async Task What_was_stopped_halfway_says_so_and_is_gone_on_with()
    {
        await using var desk = app.AnotherServer();
        using var gus = await desk.SignedInAs("Gus");
        var sent = await gus.Submit("/import", "/import", ("text", System.Text.Encoding.UTF8.GetString(SmallForum.File(SmallForum.Four).Bytes())), ("title", "Halfway"));
        var import = Guid.Parse(sent.Location!.Split('/')[^1]);
        var before = await desk.Ended(new StartedImport("halfway", import));

        // As it is when somebody stops it: half of the posts stored, and the thread not finished.
        await desk.With<ArgMapDbContext, int>(async db =>
        {
            await db.Suggestions.Where(row => row.MapId == before.MapId).ExecuteDeleteAsync();
            await db.Posts.Where(row => row.MapId == before.MapId && row.Number > 2).ExecuteDeleteAsync();
            await db.ForumThreads.Where(row => row.MapId == before.MapId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Posts, 0));
            return await db.ThreadImports.Where(row => row.Id == before.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, ImportState.Cancelled).SetProperty(one => one.PostsStored, 2));
        });
        Assert.Contains("Not all of this thread is here: 2 of its 4 posts. Reading it was stopped.", (await gus.Get("/m/halfway/debate")).Text, StringComparison.Ordinal);
        var page = await gus.Get(sent.Location);
        Assert.Contains("2 of 4 posts had been stored by then.", page.Text, StringComparison.Ordinal);

        var goneOn = await gus.Submit(page, sent.Location + "/read");
        var result = await desk.Ended(new StartedImport("halfway", Guid.Parse(goneOn.Location!.Split('/')[^1])));

        Assert.Equal((ImportState.Done, 2, 2), (result.State, result.Outcome().New, result.Outcome().Unchanged));
        Assert.DoesNotContain("Not all of this thread is here", (await gus.Get("/m/halfway/debate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_one_whose_server_died_says_that_it_is_taken_up()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0" });
        using var hal = await desk.SignedInAs("Hal");
        var sent = await hal.Submit("/import", "/import", ("text", "Words that somebody began to read."), ("title", "Begun"));
        var begun = Guid.Parse(sent.Location!.Split('/')[^1]);
        await desk.With<ArgMapDbContext, int>(db => db.ThreadImports.Where(row => row.Id == begun).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, ImportState.Reading).SetProperty(one => one.Claim, Guid.NewGuid()).SetProperty(one => one.HeartbeatAt, desk.Clock.GetUtcNow() - TimeSpan.FromSeconds(20))));

        Assert.Contains("It is taken up again within a minute", (await hal.Get(sent.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_stops_one_that_waits()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0" });
        var client = await desk.WithToken("Rhea");
        var started = await client.Post("/api/v1/imports", new { text = "Words that wait.", title = "Waiting" });

        await client.Post($"{started.Location!.OriginalString}/cancel", null);

        Assert.Equal("Cancelled", (await client.Get(started.Location!.OriginalString))["state"].GetString());
    }

    [Fact]
    public async Task One_person_cannot_have_the_server_read_without_end()
    {
        await using var desk = app.AnotherServer(new() { ["Threads:Importing:AtATime"] = "0", ["Threads:Importing:MostUnfinished"] = "2" });
        var quin = await desk.Person("Quin");
        var (first, second) = (await Start(desk, quin), await Start(desk, quin, "second"));

        var again = await Start(desk, quin, "second");
        var third = await desk.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(quin, new(null), new(null, null, [SmallForum.File(SmallForum.Four)], null), null, CancellationToken.None));

        Assert.Equal(second, again);
        Assert.Equal(429, third.Refusal?.Status);
        Assert.Contains("2 threads of yours are being read already", third.Refusal!.Detail, StringComparison.Ordinal);
        await desk.With<CancelImport, Outcome<StartedImport>>(cancel => cancel.Handle(quin, first.Slug, first.Import, CancellationToken.None));
        var next = await Start(desk, quin);
        Assert.Equal(429, (await desk.With<StartImport, Outcome<StartedImport>>(start => start.ReadAgain(quin, first.Slug, first.Import, null, null, CancellationToken.None))).Refusal?.Status);
        foreach (var waiting in new[] { second, next })
        {
            await desk.With<CancelImport, Outcome<StartedImport>>(cancel => cancel.Handle(quin, waiting.Slug, waiting.Import, CancellationToken.None));
        }
    }

    private static async Task<StartedImport> Start(ArgMapApplication desk, Actor actor, string? key = null) =>
        (await desk.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(actor, new(null), new(null, null, [SmallForum.File(SmallForum.Four)], null), key, CancellationToken.None))).Value;

    /// <summary>Starts a server, waits until it has brought the import to an end, and stops it.</summary>
    private async Task Done(StartedImport started)
    {
        await using var worker = app.AnotherServer();
        await worker.Ended(started);
    }
}
