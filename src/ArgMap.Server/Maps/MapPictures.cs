using ArgMap.Canvas;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>Pictures of maps that have been read.</summary>
internal static class MapPictures
{
    /// <summary>Lays out the picture of a map, or of the part around one node or step.</summary>
    /// <param name="map">The map.</param>
    /// <param name="focus">Number of the node or step in focus, or null.</param>
    /// <param name="depth">How many levels are drawn; null for as many as fit.</param>
    /// <param name="mostNodes">About how many nodes fit.</param>
    public static PictureModel Of(MapView map, int? focus, int? depth, int mostNodes = 20)
    {
        var slug = map.Head.Slug;
        return PictureModel.Of(new PictureRequest(map.Graph, map.Tree, map.Standing.Labelling)
        {
            TextOf = number => map.Nodes[number].Text,
            OpenObjectionsTo = map.Standing.Objections.OpenAgainst,
            HrefOf = number => Address.Of(slug, new Thing(map.Nodes.ContainsKey(number) ? ThingKind.Node : ThingKind.Relation, number)),
            FocusHrefOf = number => Address.MapAt(slug, number),
            PageHref = focus is { } at ? Address.MapAt(slug, at, depth) : Address.Map(slug),
            Focus = focus,
            Depth = depth,
            MostNodes = mostNodes,
        });
    }
}
