using System.Globalization;

namespace ArgMap.Server.Shell;

/// <summary>A moment as an address carries it, such as <c>2026-03-04T10:20:00Z</c>.</summary>
/// <remarks>A query parameter of type <see cref="DateTimeOffset"/> would answer a mistyped moment with a server fault, and read one without a zone as the server's own time.</remarks>
public static class TypedMoment
{
    /// <summary>The moment, in UTC where the text names no zone; null when the text is none.</summary>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
