using System.Text.Encodings.Web;
using ArgMap.Canvas;
using ArgMap.Server.Accounts;
using ArgMap.Server.Discussion;
using ArgMap.Server.Reading;
using ArgMap.Server.Sources;
using Microsoft.AspNetCore.Components;
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

        var scope = new ScopeCheck(map, []).Of(PictureScope.Parse(context.Request.QueryString.Value), context.Request.Query["at"], context.Request.Query["focus"]);
        var picture = Maps.MapPictures.Of(map, scope, ReaderSettings.From(context));
        await using var renderer = new HtmlRenderer(services, loggers);
        var whole = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MapPicture>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MapPicture.Model)] = picture,
            [nameof(MapPicture.Slug)] = slug,
            [nameof(MapPicture.Revision)] = map.Head.Revision,
            [nameof(MapPicture.ChangedAt)] = map.Head.ChangedAt,
            [nameof(MapPicture.Label)] = $"{map.Head.Title}: the map as a picture",
        }))).ToHtmlString());
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Json(
            new PictureAnswer(map.Head.Revision, picture.Scope.ToQuery(), picture.Width, picture.Height, map.Head.ChangedAt, whole),
            new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
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

    /// <summary>The picture of a scope, whole.</summary>
    /// <param name="Revision">The revision that is drawn.</param>
    /// <param name="Scope">The scope as the query of an address, as the picture itself names it.</param>
    /// <param name="Width">In canvas units.</param>
    /// <param name="Height">In canvas units.</param>
    /// <param name="ChangedAt">When the map was changed last.</param>
    /// <param name="Whole">The picture's element, to be put in place of the old one.</param>
    private sealed record PictureAnswer(int Revision, string Scope, double Width, double Height, DateTimeOffset ChangedAt, string Whole);
}
