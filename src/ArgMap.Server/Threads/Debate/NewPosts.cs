using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Debate;

/// <summary>What is new in a thread since a moment that the reader's own browser remembers; for the script of the debate view, not part of the API.</summary>
internal static class NewPosts
{
    private const int MostListed = 2_000;

    /// <summary>Maps it.</summary>
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/m/{slug}/debate/new", New).ExcludeFromDescription();

    private static async Task<IResult> New(string slug, int? thread, string? since, Actor actor, MapReader maps, HttpContext context, CancellationToken cancellation)
    {
        if (thread is null || TypedMoment.Of(since) is not { } moment)
        {
            return ApiProblems.Problem(Refusal.Invalid("since", "Give the number of the thread, and the moment since when posts are new, such as thread=1 and since=2026-03-04T10:20:00Z."));
        }

        IReadOnlyList<(int Number, bool IsAdded, int Total)> news = [];
        var map = await maps.ReadHead(slug, actor, cancellation, batch => news = batch.Add(
            $"""
            select p.number, p.first_seen_at > $3, (count(*) over ())::int from posts p join sources s on s.map_id = p.map_id and s.number = p.source_number
            where p.map_id = {MapReader.MapId} and p.source_number = $2 and not s.is_withdrawn and p.changed_at > $3 order by p.position limit {MostListed}
            """,
            row => (row.GetInt32(0), row.GetBoolean(1), row.GetInt32(2)),
            slug,
            thread,
            moment));
        if (map is null)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Ok(new Answer(
            news is [var first, ..] ? first.Total : 0,
            [.. news.Where(post => post.IsAdded).Select(post => post.Number)],
            [.. news.Where(post => !post.IsAdded).Select(post => post.Number)]));
    }

    /// <summary>What is new, for the script.</summary>
    /// <param name="Total">How many posts.</param>
    /// <param name="Added">Those that were not there; with the changed ones at most 2,000, in the order of the thread.</param>
    /// <param name="Changed">Those that said something else.</param>
    internal sealed record Answer(int Total, IReadOnlyList<int> Added, IReadOnlyList<int> Changed);
}
