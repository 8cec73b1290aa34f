using System.Text;
using System.Text.Json;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Importing;

/// <summary>A forum that says what a test wants, as files of JSON comments.</summary>
internal static class SmallForum
{
    /// <summary>A comment of the forum.</summary>
    internal sealed record Said(string Id, string? Parent, string Author, string Body, int Score = 1, bool Deleted = false);

    /// <summary>Four comments: a claim, an objection that quotes it, an answer, and a question beside.</summary>
    internal static IReadOnlyList<Said> Four { get; } =
    [
        new("a", null, "ada", "Deception would crystallise, because nothing acts on an objective that is irrelevant to the outputs."),
        new("b", "a", "grace", "> nothing acts on an objective that is irrelevant to the outputs\n\nI don't think that is right. Gradient descent intervenes on all parameters, so it cannot be shielded.", 7),
        new("c", "b", "ada", "Parameters drift only where they matter for the loss.", 3),
        new("d", null, "alan", "Is joint optimisation not assumed to come first?"),
    ];

    internal static RawInput File(IEnumerable<Said> said, string name = "thread.json", string title = "Would deception crystallise?") => new(name, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        comments = said.Select((one, index) => new
        {
            id = one.Id,
            parent_id = one.Parent,
            author = one.Author,
            body = one.Body,
            score = one.Score,
            deleted = one.Deleted,
            created_at = $"2026-01-01T10:{index / 60 % 60:00}:{index % 60:00}Z",
            title = index == 0 ? title : null,
        }),
    })));

    internal static byte[] Bytes(this RawInput file)
    {
        using var content = file.Open();
        var bytes = new byte[file.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Starts an import into a new map and waits until it has come to an end.</summary>
    internal static async Task<ThreadImportRow> Import(this ArgMapApplication app, Actor actor, params RawInput[] files) =>
        await app.Ended((await app.With<StartImport, Server.Shell.Outcome<StartedImport>>(start => start.IntoNewMap(actor, new(null), new(null, null, files, null), null, CancellationToken.None))).Value);

    /// <summary>Starts to bring a thread up to date and waits until that has come to an end.</summary>
    internal static async Task<ThreadImportRow> Update(this ArgMapApplication app, Actor actor, ThreadImportRow before, bool adds, params RawInput[] files) =>
        await app.Ended((await app.With<StartImport, Server.Shell.Outcome<StartedImport>>(async start =>
            await start.Update(actor, await app.SlugOf(before.MapId), before.SourceNumber!.Value, new(null, null, files, null), adds, null, CancellationToken.None))).Value);

    /// <summary>The import once it has come to an end.</summary>
    internal static async Task<ThreadImportRow> Ended(this ArgMapApplication app, StartedImport started)
    {
        await app.With<ImportSignals, bool>(async signals =>
        {
            await signals.End(started.Import).WaitAsync(TimeSpan.FromSeconds(60));
            return true;
        });
        return await app.Row(started.Import);
    }

    /// <summary>The page that a form which starts an import leads to, once that has come to an end.</summary>
    internal static Task<Page> Ended(this ArgMapApplication app, Browser browser, Page sent) => app.Ended(browser, sent.Location ?? throw new InvalidOperationException(sent.Text));

    /// <summary>The page of an import, once that has come to an end.</summary>
    internal static async Task<Page> Ended(this ArgMapApplication app, Browser browser, string address)
    {
        await app.Ended(new StartedImport("", Guid.Parse(address[(address.LastIndexOf('/') + 1)..])));
        return await browser.Get(address);
    }

    internal static Task<ThreadImportRow> Row(this ArgMapApplication app, Guid import) =>
        app.With<ArgMapDbContext, ThreadImportRow>(db => db.ThreadImports.AsNoTracking().SingleAsync(row => row.Id == import));

    internal static Task<string> SlugOf(this ArgMapApplication app, long map) =>
        app.With<ArgMapDbContext, string>(db => db.Maps.Where(row => row.Id == map).Select(row => row.Slug).SingleAsync());

    /// <summary>What came of the import.</summary>
    internal static ImportOutcome Outcome(this ThreadImportRow import) => ThreadJson.Read<ImportOutcome>(import.Outcome ?? throw new InvalidOperationException($"{import.State}: {import.Message}"));

    /// <summary>The posts of the import's thread, in its order.</summary>
    internal static Task<List<PostRow>> Posts(this ArgMapApplication app, ThreadImportRow import) =>
        app.With<ArgMapDbContext, List<PostRow>>(db => db.Posts.AsNoTracking().Where(post => post.MapId == import.MapId && post.SourceNumber == import.SourceNumber).OrderBy(post => post.Position).ToListAsync());
}
