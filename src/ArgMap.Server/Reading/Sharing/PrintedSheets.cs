using ArgMap.Argumentation.Layout;
using ArgMap.Canvas;

namespace ArgMap.Server.Reading.Sharing;

/// <summary>A picture cut into sheets of paper.</summary>
/// <param name="IsWide">Whether the sheets lie on their long side.</param>
/// <param name="Views">What each sheet shows, in canvas units, from the top down. All are as wide as the picture.</param>
/// <param name="All">How many sheets the whole picture would take.</param>
public sealed record PrintedSheets(bool IsWide, IReadOnlyList<Box> Views, int All)
{
    /// <summary>The most sheets that are printed.</summary>
    public const int Most = 40;

    // What is left of A4 and of Letter between margins of 18 mm, in CSS pixels: the lesser of the two.
    private const double LongSide = 920;
    private const double ShortSide = 640;

    /// <summary>What the title takes of the first sheet.</summary>
    private const double Head = 130;

    /// <summary>Letters of 15 units are then of about 6.5 points, which can be read at arm's length.</summary>
    private const double Readable = 0.58;

    /// <summary>Cuts a picture so that every box is whole on a sheet: between boxes where that leaves a sheet at least half full, else the next sheet begins above what was cut through.</summary>
    public static PrintedSheets Of(PictureModel picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Parts.Count == 0)
        {
            return new(false, [], 0);
        }

        var isWide = ShortSide / picture.Width < Readable;
        var scale = Math.Min(1, (isWide ? LongSide : ShortSide) / picture.Width);
        var high = (isWide ? ShortSide : LongSide) / scale;
        var boxes = picture.Parts.Select(part => part.Place).OrderBy(box => box.Top).ToList();
        var tallest = boxes.Max(box => box.Height);
        var views = new List<Box>();
        var all = 0;
        for (var top = 0.0; top < picture.Height;)
        {
            var (bottom, next) = Cut(boxes, tallest, top, all == 0 ? high - (Head / scale) : high, picture.Height);
            all++;
            if (views.Count < Most)
            {
                views.Add(new Box(0, top, picture.Width, bottom - top));
            }

            top = next;
        }

        return new(isWide, views, all);
    }

    private static (double Bottom, double Next) Cut(List<Box> byTop, double tallest, double top, double high, double end)
    {
        var limit = top + high;
        if (limit >= end)
        {
            return (end, end);
        }

        var between = limit;
        while (HighestThrough(byTop, tallest, between) is { } through && through > top + (high / 2))
        {
            between = through;
        }

        if (HighestThrough(byTop, tallest, between) is null)
        {
            return (between, between);
        }

        // A box taller than a sheet is cut, or there would be no end.
        var begin = HighestThrough(byTop, tallest, limit) is { } cut && cut > top ? cut - Math.Min(PictureMetrics.Margin / 2, (cut - top) / 2) : limit;
        return (limit, begin);
    }

    /// <summary>The highest top of the boxes that a cut at this height would go through; null when there is none.</summary>
    private static double? HighestThrough(List<Box> byTop, double tallest, double height)
    {
        var from = FirstNotAbove(byTop, height - tallest);
        for (var i = from; i < byTop.Count && byTop[i].Top < height; i++)
        {
            if (byTop[i].Bottom > height)
            {
                return byTop[i].Top;
            }
        }

        return null;
    }

    private static int FirstNotAbove(List<Box> byTop, double height)
    {
        var (low, high) = (0, byTop.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = byTop[middle].Top < height ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
