using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.History;

/// <summary>The changes of a map, for programs that keep a copy of it; and undo.</summary>
public static class HistoryApi
{
    private const int PageSize = 100;

    /// <param name="Revision">The map's revision that the change made.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">The name of the person who made it.</param>
    /// <param name="Kind">What they did.</param>
    /// <param name="Undoes">The revision of the change that it undid; missing when it is no undo.</param>
    /// <param name="Effects">What it did to each thing: its number, its state before (missing when the change made it) and after.</param>
    public sealed record Change(int Revision, DateTimeOffset At, string By, ChangeKind Kind, int? Undoes, IReadOnlyList<Effect> Effects);

    /// <param name="Revision">The map's revision now. Once the last change here has this revision, there are no more.</param>
    /// <param name="Changes">The changes, the oldest first.</param>
    public sealed record ChangesSince(int Revision, IReadOnlyList<Change> Changes);

    public static void MapHistoryApi(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/api/v1/maps/{slug}/changes").WithTags("History");
        changes.MapGet("", Since).WithName("ListChanges").WithSummary("The changes of a map after a revision, the oldest first, with what each did. What they add up to is the map.")
            .ProducesProblem(400).ProducesProblem(404);
        changes.MapPost("/{revision:int}/undo", Undo).WithName("UndoChange").WithSummary("Undoes a change by a new change. Who made the change may, and the map's owner. An undo that no longer fits is answered 409 with the reason.")
            .Writes(403, 409);
    }

    private static async Task<Results<Ok<ChangesSince>, ProblemHttpResult>> Since(
        string slug, int? since, int? limit, ChangeLog log, Actor actor, CancellationToken cancellation)
    {
        if (limit is < 1 or > ChangeLog.MaxPageSize)
        {
            return ApiProblems.Problem(Refusal.Invalid("limit", $"A page has 1 to {ChangeLog.MaxPageSize} changes, not {limit}."));
        }

        return await log.Since(slug, since ?? 0, limit ?? PageSize, actor, cancellation) is { } page
            ? TypedResults.Ok(new ChangesSince(page.Map.Revision, [.. page.Changes.Select(change => new Change(change.Revision, change.At, change.By, change.Kind, change.Undoes, change.Effects))]))
            : ApiProblems.Problem(Missing.Map(slug));
    }

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Undo(
        string slug, int revision, MapWriter writer, ArgMapDbContext db, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await UndoChange.Handle(writer, db, slug, revision, actor, key, cancellation));
}
