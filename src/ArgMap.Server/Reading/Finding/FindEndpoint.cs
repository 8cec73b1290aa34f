using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Reading.Finding;

/// <summary>Finding for the script of the map's page; not part of the API.</summary>
public static class FindEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapFinding(this IEndpointRouteBuilder routes) => routes.MapGet("/m/{slug}/find", Find).ExcludeFromDescription();

    private static async Task<IResult> Find(string slug, string? q, Actor actor, MapReader maps, HttpContext context, CancellationToken cancellation)
    {
        if (await maps.Read(slug, actor, cancellation) is not { } map)
        {
            return TypedResults.NotFound();
        }

        var sought = Sought.Of(q);
        if (sought.Problem is { } problem)
        {
            return ApiProblems.Problem(Refusal.Invalid("q", problem));
        }

        var (total, numbers) = MapSearch.Of(map).Find(sought);
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Ok(new Answer(total, numbers, map.Head.Revision));
    }

    /// <summary>What was found, for the script.</summary>
    /// <param name="Total">How many there are.</param>
    /// <param name="Numbers">The numbers of the first <see cref="MapSearch.MaxFound"/>, in reading order.</param>
    /// <param name="Revision">The revision of the map that was searched.</param>
    public sealed record Answer(int Total, IReadOnlyList<int> Numbers, int Revision);
}
