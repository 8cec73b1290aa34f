using System.Globalization;

namespace ArgMap.Canvas;

/// <summary>The id that a thing of the map has within the page its picture is on.</summary>
public static class PartId
{
    /// <summary>The id of the node or relation with this number.</summary>
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"picture-{number}");
}
