using ArgMap.Canvas;
using ArgMap.Server.Accounts;
using ArgMap.Server.Discussion;
using ArgMap.Server.Reading;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArgMap.Server.Maps;

/// <summary>Parts of the map's page, for its script: the picture of another scope, and the panel of another thing.</summary>
public static class PictureEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/m/{slug}/picture", Picture).ExcludeFromDescription();
        routes.MapGet("/m/{slug}/panel/{number:int}", Panel).ExcludeFromDescription();
    }

    private static async Task<IResult> Picture(string slug, HttpContext context, MapReader maps, Actor actor, IServiceProvider services, ILoggerFactory loggers)
    {
        if (await maps.Read(slug, actor, context.RequestAborted) is not { } map)
        {
            return TypedResults.NotFound();
        }

        var (query, settings, notices) = (context.Request.Query, ReaderSettings.From(context), new List<string>());
        var known = Known.From(query);
        if (known is null && query.ContainsKey("was"))
        {
            return ApiProblems.Problem(Refusal.Invalid(
                "was",
                "Give “revision”, “changedAt” and “drawn” of the picture that “was” there, as its element has them (data-revision, data-changed-at, and data-drawn up to the question mark); or leave out “was” to be sent the whole picture."));
        }

        var scope = new ScopeCheck(map, notices).Of(PictureScope.Parse(context.Request.QueryString.Value), query["at"], query["focus"]);
        var now = Maps.MapPictures.Of(map, scope, settings);
        await using var renderer = new HtmlRenderer(services, loggers);
        var answer = await PictureAnswer.Of(map, known?.In(map, settings), now, notices, renderer);
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Json(answer, PictureAnswer.Json);
    }

    private static async Task<Results<RazorComponentResult<ThingPanel>, NotFound>> Panel(string slug, int number, HttpContext context, MapReader maps, Actor actor)
    {
        IReadOnlyList<CitationView> citations = [];
        ThreadReader? thread = null;
        var map = await maps.Read(slug, actor, context.RequestAborted, batch =>
        {
            citations = CitationReader.AddTo(batch, slug, number);
            thread = ThreadReader.AddTo(batch, slug, number);
        });
        if (map is null || !Outline.IsLive(map, number) || thread?.Thread is not { } said)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<ThingPanel>(new Dictionary<string, object?>
        {
            [nameof(ThingPanel.Map)] = map,
            [nameof(ThingPanel.Scope)] = new ScopeCheck(map, []).Of(PictureScope.Parse(context.Request.QueryString.Value), null, context.Request.Query["focus"]).Choosing(number),
            [nameof(ThingPanel.Number)] = number,
            [nameof(ThingPanel.Citations)] = citations,
            [nameof(ThingPanel.Thread)] = said,
        })
        { PreventStreamingRendering = true };
    }

    /// <summary>The picture that somebody has on the screen, as the script says.</summary>
    private sealed record Known(PictureScope Scope, int Revision, DateTimeOffset ChangedAt, string Imprint)
    {
        public static Known? From(IQueryCollection query) =>
            query.TryGetValue("was", out var was)
            && TypedNumber.Of(query["revision"]) is { } revision
            && TypedMoment.Of(query["changedAt"]) is { } changedAt
            && query["drawn"].ToString() is { Length: > 0 } imprint
                ? new(PictureScope.Parse(was), revision, changedAt, imprint)
                : null;

        /// <summary>That picture; null when it cannot be had any more, or is not what is on the screen: drawn with other settings, by another version, or changed there.</summary>
        public PictureModel? In(MapView map, ReaderSettings settings)
        {
            var was = (Revision, ChangedAt) == (map.Head.Revision, map.Head.ChangedAt)
                ? Maps.MapPictures.Of(map, Scope, settings)
                : Maps.MapPictures.Earlier(map, Revision, ChangedAt, Scope, settings);
            return was?.Imprint == Imprint ? was : null;
        }
    }
}
