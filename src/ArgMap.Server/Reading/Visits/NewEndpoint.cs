using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Reading.Visits;

/// <summary>What is new, for the script of the map's page; not part of the API.</summary>
public static class NewEndpoint
{
    private const int MaxListed = 2_000;

    /// <summary>Maps it.</summary>
    public static void MapWhatIsNew(this IEndpointRouteBuilder routes) => routes.MapGet("/m/{slug}/new", New).ExcludeFromDescription();

    private static async Task<IResult> New(string slug, string? since, Actor actor, MapReader maps, HttpContext context, CancellationToken cancellation)
    {
        if (await maps.Read(slug, actor, cancellation) is not { } map)
        {
            return TypedResults.NotFound();
        }

        if (TypedMoment.Of(since) is not { } moment)
        {
            return ApiProblems.Problem(Refusal.Invalid("since", "Give the moment since when things are new, such as since=2026-03-04T10:20:00Z."));
        }

        var news = NewThings.In(map, moment, actor);
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Ok(new Answer(news.Numbers.Count, [.. news.Numbers.Take(MaxListed)], map.Head.ChangedAt));
    }

    /// <summary>What is new, for the script.</summary>
    /// <param name="Total">How many nodes.</param>
    /// <param name="Numbers">The numbers of the first 2,000, in reading order.</param>
    /// <param name="ChangedAt">When the map last changed: the moment to ask with next time.</param>
    public sealed record Answer(int Total, IReadOnlyList<int> Numbers, DateTimeOffset ChangedAt);
}
