using System.Globalization;

namespace ArgMap.Server.Shell;

/// <summary>A whole number as a person types it into a field or an address carries it.</summary>
/// <remarks>A query parameter of type <c>int</c> would answer a mistyped number with a server fault; a reader is better served by the page without it.</remarks>
public static class TypedNumber
{
    /// <summary>The number, from 0, with or without the <c>#</c> that marks numbers in a map; null when the text is none.</summary>
    public static int? Of(string? text) =>
        int.TryParse(text?.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
