namespace ArgMap.Server.Reading;

/// <summary>What an address says about which part of a map is drawn, to be kept while something else about the page changes.</summary>
internal static class KeptScope
{
    private static readonly string[] Names = ["at", "focus", "depth", "open", "shut", "more"];

    /// <summary>The parameters of the picture, as they were sent.</summary>
    public static IEnumerable<(string Name, string Value)> Of(IQueryCollection? query) =>
        Names.Where(name => query?.ContainsKey(name) is true).Select(name => (name, query![name].ToString()));
}
