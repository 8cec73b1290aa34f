using System.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Bringing in threads, for programs: start, look, stop.</summary>
internal static class ImportApi
{
    /// <param name="Name">What reports call it, such as the file's name.</param>
    /// <param name="Text">Its content; in its place <paramref name="Base64"/>, for what is not UTF-8.</param>
    /// <param name="Base64">Its content, as bytes.</param>
    public sealed record InputFile(string Name, string? Text = null, string? Base64 = null);

    /// <summary>A thread: its address, or files and text of it.</summary>
    /// <param name="Address">The address to fetch it from.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Files">Files of it; several make one thread.</param>
    /// <param name="Format">The format to read it as; recognised when missing.</param>
    /// <param name="Source">The source of a thread that is brought up to date; missing for one more. With neither address, text nor files it is fetched from where it came from.</param>
    /// <param name="IsPart">What is given is a part that was missing, and is read together with what was given before; otherwise it is all of the thread as it is now.</param>
    public sealed record IntoMapRequest(string? Address = null, string? Text = null, IReadOnlyList<InputFile>? Files = null, string? Format = null, int? Source = null, bool IsPart = false);

    /// <summary>A thread, and the map that is made of it.</summary>
    /// <param name="Address">The address to fetch it from.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Files">Files of it; several make one thread.</param>
    /// <param name="Format">The format to read it as; recognised when missing.</param>
    /// <param name="Title">The map's title; the thread's when missing.</param>
    /// <param name="Root">The question or thesis it is about; the title when missing.</param>
    /// <param name="RootKind"><c>Question</c> or <c>Claim</c>; when missing, what the title is, where that is taken, else a question.</param>
    /// <param name="Visibility"><c>Public</c> (the default), <c>Unlisted</c> or <c>Private</c>.</param>
    public sealed record NewMapRequest(
        string? Address = null, string? Text = null, IReadOnlyList<InputFile>? Files = null, string? Format = null, string? Title = null, string? Root = null, string? RootKind = null, string? Visibility = null);

    /// <summary>How far an import is.</summary>
    /// <param name="Import">Its id.</param>
    /// <param name="Map">The map's slug.</param>
    /// <param name="State">What is done just now, or how it ended: <c>Done</c>, <c>Failed</c> or <c>Cancelled</c>.</param>
    /// <param name="Message">In more words, or why it failed.</param>
    /// <param name="Source">Number of the thread's source, once it has one.</param>
    /// <param name="PostsStored">How many posts are stored.</param>
    /// <param name="PostsFound">How many there are to store, once that is known.</param>
    /// <param name="CreatedAt">When it was started.</param>
    /// <param name="FinishedAt">When it ended; missing while it goes on.</param>
    /// <param name="Outcome">What it changed; missing until it is done.</param>
    /// <param name="Format">The format the thread was read as.</param>
    /// <param name="Report">What was found, merged, missing and dropped; missing until it is done, and when the thread has been read again since.</param>
    public sealed record Progress(
        Guid Import, string Map, ImportState State, string? Message, int? Source, int PostsStored, int? PostsFound, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, ImportOutcome? Outcome, string? Format, ThreadReport? Report);

    /// <param name="Map">The map's slug.</param>
    /// <param name="Import">The import's id.</param>
    public sealed record Started(string Map, Guid Import);

    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        // Base64 and the escapes of JSON take more room than what they stand for.
        var most = routes.ServiceProvider.GetRequiredService<ImportSettings>().MostBytes * 2;
        routes.MapPost("/api/v1/imports", New).WithTags("Threads").WithName("ImportIntoNewMap").WithSummary("Makes a map of a thread: its address, files or text. It is read in the background; the answer says where to look how far it is.")
            .WithMetadata(new RequestSizeLimitAttribute(most)).Writes(413);
        var imports = routes.MapGroup("/api/v1/maps/{slug}/imports").WithTags("Threads");
        imports.MapPost("", Into).WithName("ImportThread").WithSummary("Brings a thread into a map, or brings one that is there up to date. It is read in the background; the answer says where to look how far it is.")
            .WithMetadata(new RequestSizeLimitAttribute(most)).Writes(403, 409, 413);
        imports.MapGet("/{import:guid}", Read).WithName("ReadImport").WithSummary("How far an import is, and what was found.").ProducesProblem(404);
        imports.MapPost("/{import:guid}/cancel", Cancel).WithName("CancelImport").WithSummary("Stops an import. What it has stored stays. Whoever started it may, and the map's owner.").Writes(403);
    }

    private static async Task<Results<Accepted<Started>, ProblemHttpResult>> New(
        NewMapRequest request, StartImport start, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation)
    {
        var given = Given(request.Address, request.Text, request.Files, request.Format);
        return given.Refusal is { } refusal ? ApiProblems.Problem(refusal)
            : Answer(await start.IntoNewMap(actor, new(request.Title, request.Root, request.RootKind, request.Visibility), given.Value, key, cancellation));
    }

    private static async Task<Results<Accepted<Started>, ProblemHttpResult>> Into(
        string slug, IntoMapRequest request, StartImport start, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation)
    {
        var given = Given(request.Address, request.Text, request.Files, request.Format);
        if (given.Refusal is { } refusal)
        {
            return ApiProblems.Problem(refusal);
        }

        var isNothing = request is { Address: null, Text: null, Files: null or [] };
        return Answer(request.Source is { } source
            ? await start.Update(actor, slug, source, isNothing ? null : given.Value, request.IsPart, key, cancellation)
            : await start.IntoMap(actor, slug, given.Value, key, cancellation));
    }

    private static async Task<Results<Ok<Progress>, ProblemHttpResult>> Read(string slug, Guid import, MapReader maps, Actor actor, CancellationToken cancellation)
    {
        IReadOnlyList<ImportView> found = [];
        IReadOnlyList<ForumThreadView> threads = [];
        var head = await maps.ReadHead(slug, actor, cancellation, batch => (found, threads) = (ImportReader.AddOne(batch, slug, import), PostReader.AddThreads(batch, slug)));
        if (head is null || found is not [var one])
        {
            return ApiProblems.Problem(head is null ? Missing.Map(slug) : ImportReader.Missing());
        }

        var thread = threads.FirstOrDefault(thread => thread.Source == one.Source);
        var isItsOwn = one.IsFinished && thread?.Import == one.Id;
        return TypedResults.Ok(new Progress(
            one.Id, slug, one.State, one.Message, one.Source, one.PostsStored, one.PostsFound, one.CreatedAt, one.FinishedAt, one.IsFinished ? one.Outcome : null, thread?.Format, isItsOwn ? thread!.Report : null));
    }

    private static async Task<Results<Ok<Started>, ProblemHttpResult>> Cancel(
        string slug, Guid import, CancelImport cancel, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation)
    {
        // Stopping twice is stopping: the key that every write takes has nothing to do here.
        _ = key;
        var outcome = await cancel.Handle(actor, slug, import, cancellation);
        return outcome.Refusal is { } refusal ? ApiProblems.Problem(refusal) : TypedResults.Ok(new Started(outcome.Value.Slug, outcome.Value.Import));
    }

    private static Results<Accepted<Started>, ProblemHttpResult> Answer(Outcome<StartedImport> outcome) => outcome.Refusal is { } refusal
        ? ApiProblems.Problem(refusal)
        : TypedResults.Accepted($"/api/v1/maps/{outcome.Value.Slug}/imports/{outcome.Value.Import}", new Started(outcome.Value.Slug, outcome.Value.Import));

    private static Outcome<GivenThread> Given(string? address, string? text, IReadOnlyList<InputFile?>? files, string? format)
    {
        List<RawInput> inputs = [];
        foreach (var file in files ?? [])
        {
            if (file is null)
            {
                return Refusal.Invalid("files", "One of the files is null. Give each with its name and its content.");
            }

            var name = string.IsNullOrWhiteSpace(file.Name) ? "a file without a name" : file.Name;
            var bytes = new byte[(file.Base64?.Length ?? 0) * 3 / 4];
            var length = 0;
            if (file.Text is null == file.Base64 is null || (file.Base64 is { } packed && !Convert.TryFromBase64String(packed, bytes, out length)))
            {
                return Refusal.Invalid("files", file.Base64 is not null && file.Text is null ? $"“{name}” is not in Base64." : $"Give the content of “{name}” either as text or in base64.");
            }

            inputs.Add(new RawInput(name, file.Text is { } content ? Encoding.UTF8.GetBytes(content) : bytes[..length]));
        }

        return new GivenThread(address, text, inputs, format);
    }
}
