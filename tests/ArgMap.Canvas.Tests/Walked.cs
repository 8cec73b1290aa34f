using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Canvas.Tests;

/// <summary>Reads the path of a link as a browser does.</summary>
internal static partial class Walked
{
    /// <summary>The points at which the pieces of a path end, in canvas units.</summary>
    public static List<(double X, double Y)> Points(PictureLink link)
    {
        var (x, y) = (0.0, 0.0);
        var points = new List<(double X, double Y)>();
        foreach (Match command in Commands().Matches(link.Data))
        {
            var numbers = Numbers().Matches(command.Groups[2].Value).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray();
            (x, y) = command.Groups[1].Value switch
            {
                "M" => (numbers[0], numbers[1]),
                "h" => (x + numbers[0], y),
                "v" => (x, y + numbers[0]),
                "m" or "l" or "q" or "c" => (x + numbers[^2], y + numbers[^1]),
                var other => throw new InvalidOperationException($"Nothing is known about the command {other}."),
            };
            points.Add((Math.Round(x, 2), Math.Round(y, 2)));
        }

        return points;
    }

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"-?[0-9.]+")]
    private static partial Regex Numbers();
}
