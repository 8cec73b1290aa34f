using System.Globalization;
using ArgMap.Canvas;
using ArgMap.Server.Reading;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>Pictures of maps that have been read.</summary>
internal static class MapPictures
{
    /// <summary>About as many nodes as one sees at once at full size, or with one turn of the wheel.</summary>
    private const int Fits = 24;

    /// <summary>Lays out the picture of a map, or of a part of it, as a reader likes it.</summary>
    /// <param name="map">The map.</param>
    /// <param name="scope">Which part.</param>
    /// <param name="settings">How.</param>
    public static PictureModel Of(MapView map, PictureScope scope, ReaderSettings settings) => Of(map, scope, settings, Fits);

    /// <summary>Lays out the picture of a map, or of a part of it.</summary>
    /// <param name="map">The map.</param>
    /// <param name="scope">Which part.</param>
    /// <param name="fits">How many nodes fit, where the scope does not say how many levels are drawn.</param>
    public static PictureModel Of(MapView map, PictureScope scope, int fits = Fits) => Of(map, scope, ReaderSettings.Default, fits);

    /// <summary>The picture of an earlier revision that somebody has on the screen, when it is still in memory.</summary>
    /// <param name="map">The map now.</param>
    /// <param name="revision">The earlier revision.</param>
    /// <param name="changedAt">When that was made.</param>
    /// <param name="scope">The part of the map that is drawn, as the picture itself names it.</param>
    /// <param name="settings">How.</param>
    public static PictureModel? Earlier(MapView map, int revision, DateTimeOffset changedAt, PictureScope scope, ReaderSettings settings) =>
        map.Pictures.Find(Source(map.Head with { Revision = revision, ChangedAt = changedAt }, scope, settings, Fits));

    private static PictureModel Of(MapView map, PictureScope scope, ReaderSettings settings, int fits) => map.Pictures.Of(
        Source(map.Head, scope, settings, fits),
        () => PictureModel.Of(new PictureRequest(map.Graph, map.Tree, map.Standing.Labelling)
        {
            TextOf = number => map.Nodes[number].Text,
            OpenObjectionsTo = map.Standing.Objections.OpenAgainst,
            PageHref = Address.Map(map.Head.Slug),
            Scope = scope,
            UsualDepth = settings.Depth,
            Direction = settings.Direction,
            Density = settings.Density switch
            {
                Density.Compact => PictureDensity.Compact,
                Density.Large => PictureDensity.Large,
                _ => PictureDensity.Comfortable,
            },
            Fits = fits,
        }),
        picture => Source(map.Head, picture.Scope, settings, fits));

    private static PictureSource Source(MapHead head, PictureScope scope, ReaderSettings settings, int fits) =>
        new(head.Id, head.Revision, head.ChangedAt, string.Create(CultureInfo.InvariantCulture, $"{scope.ToQuery()} {settings.PictureKey} {fits}"));
}
