using System.Buffers;
using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Layout;
using ArgMap.Canvas;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.Net.Http.Headers;

namespace ArgMap.Server.Reading.Sharing;

/// <summary>The picture of a map, or of a part of it, as a file: an SVG that stands alone.</summary>
public static class PictureFile
{
    private const int LongestName = 80;

    // What file systems keep for themselves.
    private static readonly SearchValues<char> Reserved = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Maps it.</summary>
    public static void MapSharing(this IEndpointRouteBuilder routes) => routes.MapGet("/m/{slug}/picture.svg", Draw).ExcludeFromDescription();

    /// <param name="slug">The map.</param>
    /// <param name="view">What of the picture is wanted: left, top, width and height in canvas units; missing for all of it.</param>
    /// <param name="context">The request, whose query says which part of the map is drawn.</param>
    /// <param name="maps">Reads the map.</param>
    /// <param name="actor">Who asks.</param>
    private static async Task<IResult> Draw(string slug, string? view, HttpContext context, MapReader maps, Actor actor)
    {
        Box? rectangle = null;
        if (!string.IsNullOrEmpty(view) && (rectangle = Rectangle(view)) is null)
        {
            return TypedResults.Text("The view is no rectangle. Give its left, top, width and height as four numbers, such as view=0,0,800,600; width and height are more than 0.", statusCode: StatusCodes.Status400BadRequest);
        }

        var (scope, settings) = (PictureScope.Parse(context.Request.QueryString.Value), ReaderSettings.From(context));
        var seal = new PictureSeal(context, $"{scope.ToQuery()} {rectangle} {settings.PictureKey}");
        if (await seal.IsUnbroken(maps, slug, actor))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await maps.Read(slug, actor, context.RequestAborted) is not { } map)
        {
            return TypedResults.NotFound();
        }

        seal.Set(map.Head);
        SecurityHeaders.AllowOwnStyle(context.Response);
        var name = new ContentDispositionHeaderValue("inline");
        name.SetHttpFileName(NameOf(map.Head.Title) + ".svg");
        context.Response.Headers.ContentDisposition = name.ToString();
        var picture = Maps.MapPictures.Of(map, scope, settings);
        return TypedResults.Stream(to => SvgPicture.WriteAsync(to, picture, map.Head.Title, rectangle, context.RequestAborted), "image/svg+xml; charset=utf-8");
    }

    /// <summary>A title as the name of a file.</summary>
    internal static string NameOf(string title)
    {
        var name = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            if (name.Length >= LongestName)
            {
                break;
            }

            _ = Rune.IsControl(rune) || (rune.IsBmp && Reserved.Contains((char)rune.Value)) ? name.Append(' ') : name.Append(rune.ToString());
        }

        return string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.') is { Length: > 0 } readable ? readable : "map";
    }

    private static Box? Rectangle(string view)
    {
        var sides = view.Split(',').Select(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return sides is [var left, var top, > 0 and var width, > 0 and var height] && sides.All(double.IsFinite) ? new Box(left, top, width, height) : null;
    }
}
