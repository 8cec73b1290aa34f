using System.Globalization;

namespace ArgMap.Server.Shell;

/// <summary>Numbers in the query of an address.</summary>
/// <remarks>A parameter of type <c>int</c> would answer a mistyped number with a server fault; a reader is better served by the page without it.</remarks>
public static class QueryNumber
{
    /// <summary>The number, from 0, with or without the <c>#</c> that marks numbers in a map; null when the text is none.</summary>
    public static int? Of(string? text) =>
        int.TryParse(text?.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
