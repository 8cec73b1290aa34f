namespace ArgMap.Server.Reading;

/// <summary>What an address says about which part of a map is drawn, to be kept while something else about the page changes.</summary>
internal static class KeptScope
{
    private static readonly string[] Names = ["at", "focus", "depth", "open", "shut", "more"];

    /// <summary>The parameters of the picture, as they were sent.</summary>
    public static IEnumerable<(string Name, string Value)> Of(IQueryCollection? query) =>
        Names.Where(name => query?.ContainsKey(name) is true).Select(name => (name, query![name].ToString()));

    /// <summary>The same as a query with its question mark; empty when there are none.</summary>
    public static string QueryOf(IQueryCollection? query) =>
        string.Join('&', Of(query).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}")) is { Length: > 0 } kept ? "?" + kept : "";
}
