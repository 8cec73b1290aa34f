using ArgMap.Canvas;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>Pictures of maps that have been read.</summary>
internal static class MapPictures
{
    /// <summary>Lays out the picture of a map, or of a part of it.</summary>
    /// <param name="map">The map.</param>
    /// <param name="scope">Which part.</param>
    /// <param name="fits">How many nodes fit, where the scope does not say how many levels are drawn.</param>
    public static PictureModel Of(MapView map, PictureScope scope, int fits = 60) =>
        PictureModel.Of(new PictureRequest(map.Graph, map.Tree, map.Standing.Labelling)
        {
            TextOf = number => map.Nodes[number].Text,
            OpenObjectionsTo = map.Standing.Objections.OpenAgainst,
            PageHref = Address.Map(map.Head.Slug),
            Scope = scope,
            Fits = fits,
        });
}
