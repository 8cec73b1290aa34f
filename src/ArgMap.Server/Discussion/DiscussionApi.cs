using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Discussion;

/// <summary>Threads and comments, for programs.</summary>
public static class DiscussionApi
{
    /// <summary>One comment of a thread.</summary>
    /// <param name="Number">Its number within the map.</param>
    /// <param name="ReplyTo">Number of the comment it replies to; missing at the top of the thread.</param>
    /// <param name="Depth">How deep it is nested, from 0.</param>
    /// <param name="Body">Markdown; missing when it has been withdrawn.</param>
    /// <param name="IsWithdrawn">Whether it has been withdrawn.</param>
    /// <param name="Author">Name of who wrote it.</param>
    /// <param name="CreatedAt">When it was written.</param>
    /// <param name="ChangedAt">When it was changed last.</param>
    /// <param name="Revision">The map's revision that changed it last; an edit is based on this or a later one.</param>
    /// <param name="PromotedTo">Numbers of the nodes it became.</param>
    public sealed record CommentContract(
        int Number,
        int? ReplyTo,
        int Depth,
        string? Body,
        bool IsWithdrawn,
        string Author,
        DateTimeOffset CreatedAt,
        DateTimeOffset ChangedAt,
        int Revision,
        IReadOnlyList<int> PromotedTo);

    /// <summary>The thread of a node or relation.</summary>
    /// <param name="About">Number of the node or relation.</param>
    /// <param name="Kind"><c>Node</c> or <c>Relation</c>: what the number is.</param>
    /// <param name="IsResolved">Whether its people consider it settled.</param>
    /// <param name="ResolutionBy">Name of who resolved or reopened it last; missing when nobody has.</param>
    /// <param name="ResolutionAt">When they did.</param>
    /// <param name="Revision">The map's revision at which this is so.</param>
    /// <param name="Comments">The comments in reading order: each followed by its replies, oldest first.</param>
    public sealed record ThreadContract(
        int About,
        ThingKind Kind,
        bool IsResolved,
        string? ResolutionBy,
        DateTimeOffset? ResolutionAt,
        int Revision,
        IReadOnlyList<CommentContract> Comments);

    /// <summary>One version of a comment.</summary>
    /// <param name="Revision">The map's revision that made it.</param>
    /// <param name="At">When.</param>
    /// <param name="By">Name of who made the change.</param>
    /// <param name="Change">What they did, such as <c>AddComment</c>, <c>EditComment</c>, <c>WithdrawComment</c> or <c>Undo</c>.</param>
    /// <param name="Body">The words, in Markdown; those of a withdrawn comment too.</param>
    /// <param name="IsWithdrawn">Whether the comment was withdrawn then.</param>
    public sealed record VersionContract(int Revision, DateTimeOffset At, string By, ChangeKind Change, string Body, bool IsWithdrawn);

    /// <summary>Maps the endpoints.</summary>
    public static void MapDiscussionApi(this IEndpointRouteBuilder routes)
    {
        var reading = routes.MapGroup("/api/v1/maps/{slug}").WithTags("Discussion").ProducesProblem(404);
        reading.MapGet("/threads/{number:int}/comments", GetThread).WithName("GetThread").WithSummary("The thread of a node or relation: its comments in reading order, and whether it is resolved.");
        reading.MapGet("/comments/{number:int}/versions", GetVersions).WithName("GetCommentVersions").WithSummary("Every version of a comment, oldest first.");

        var writing = routes.MapGroup("/api/v1/maps/{slug}").WithTags("Discussion");
        writing.MapPost("/threads/{number:int}/comments", Post).WithName("AddComment").WithSummary("Adds a comment to the thread of a node or relation.").Writes();
        writing.MapPost("/threads/{number:int}/resolve", Resolve).WithName("ResolveThread").WithSummary("Marks a thread as settled.").Writes();
        writing.MapPost("/threads/{number:int}/reopen", Reopen).WithName("ReopenThread").WithSummary("Marks a thread as not settled.").Writes();
        writing.MapPatch("/comments/{number:int}", Patch).WithName("EditComment").WithSummary("Changes a comment's words; its author and the map's owner may.").Writes(403, 409);
        writing.MapDelete("/comments/{number:int}", Delete).WithName("WithdrawComment").WithSummary("Withdraws a comment; it keeps its place, and its words stay in its versions.").Writes(403);
        writing.MapPost("/comments/{number:int}/promote", Promote).WithName("PromoteComment").WithSummary("Makes a comment a node of the map, on its own or as a step onto what the thread is about.").Writes(409);
    }

    private static async Task<Results<Ok<ThreadContract>, ProblemHttpResult>> GetThread(string slug, int number, Actor actor, MapReader reader, CancellationToken cancellation)
    {
        ThreadReader? read = null;
        var head = await reader.ReadHead(slug, actor, cancellation, batch => read = ThreadReader.AddTo(batch, slug, number));
        if (head is null)
        {
            return ApiProblems.Problem(Missing.Map(slug));
        }

        return read?.Thread is { } thread ? TypedResults.Ok(Contract(thread, head.Revision)) : ApiProblems.Problem(Missing.Thread(number));
    }

    private static async Task<Results<Ok<IReadOnlyList<VersionContract>>, ProblemHttpResult>> GetVersions(string slug, int number, Actor actor, MapReader reader, CancellationToken cancellation)
    {
        CommentVersions? versions = null;
        if (await reader.ReadHead(slug, actor, cancellation, batch => versions = CommentVersions.AddTo(batch, slug, number)) is null)
        {
            return ApiProblems.Problem(Missing.Map(slug));
        }

        IReadOnlyList<VersionContract> all = [.. versions!.All.Select(version => new VersionContract(version.Revision, version.At, version.ByName, version.Kind, version.Body, version.IsWithdrawn))];
        return all.Count > 0 ? TypedResults.Ok(all) : ApiProblems.Problem(Missing.Comment(number));
    }

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Post(
        string slug, int number, AddComment.Request request, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        WriteAnswer.Created(await AddComment.Handle(writer, slug, number, actor, request, key, cancellation), written => $"/comments/{written.AddedComment}/versions");

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Resolve(
        string slug, int number, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        WriteAnswer.Ok(await ResolveThread.Handle(writer, slug, number, actor, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Reopen(
        string slug, int number, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        WriteAnswer.Ok(await ReopenThread.Handle(writer, slug, number, actor, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Patch(
        string slug, int number, EditComment.Request request, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        WriteAnswer.Ok(await EditComment.Handle(writer, slug, number, actor, request, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Delete(
        string slug, int number, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        WriteAnswer.Ok(await WithdrawComment.Handle(writer, slug, number, actor, key, cancellation));

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Promote(
        string slug, int number, PromoteComment.Request request, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        WriteAnswer.Created(await PromoteComment.Handle(writer, slug, number, actor, request, key, cancellation), written => $"/nodes/{written.AddedNode}");

    private static ThreadContract Contract(DiscussionThread thread, int revision) => new(
        thread.About.Number,
        thread.About.Kind,
        thread.IsResolved,
        thread.Resolution?.ByName,
        thread.Resolution?.At,
        revision,
        [.. thread.Comments.Select(placed => new CommentContract(
            placed.Comment.Number,
            placed.Comment.ReplyTo,
            placed.Depth,
            placed.Comment.Body,
            placed.Comment.IsWithdrawn,
            placed.Comment.AuthorName,
            placed.Comment.CreatedAt,
            placed.Comment.ChangedAt,
            placed.Comment.Revision,
            [.. placed.Promotions.Select(node => node.Number)]))]);
}
