using ArgMap.Canvas;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Reading.Sharing;

/// <summary>The picture of a map that an address asks for, for pages beside the map's own.</summary>
internal static class ScopedPicture
{
    /// <summary>Lays out the picture.</summary>
    /// <param name="map">The map.</param>
    /// <param name="context">The request, whose query says which part of the map is drawn.</param>
    public static PictureModel Of(MapView map, HttpContext context) =>
        MapPictures.Of(map, PictureScope.Parse(context.Request.QueryString.Value), ReaderSettings.From(context));
}
