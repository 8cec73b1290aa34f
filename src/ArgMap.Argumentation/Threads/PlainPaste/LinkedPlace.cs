namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Where a comment stands among the others of its thread, as the links beside it tell that were copied with it.</summary>
/// <param name="IsNested">It answers another comment: it has a link to its parent.</param>
/// <param name="IsDeep">What it answers need not stand at the top.</param>
/// <param name="IsFirst">It is the first answer, so what it answers is the comment before it.</param>
internal sealed record LinkedPlace(bool IsNested, bool IsDeep, bool IsFirst)
{
    /// <summary>From the links over a comment of Hacker News, such as "| root | parent | prev | next": only what stands deeper has a root that is not its parent. Null when there are none.</summary>
    internal static LinkedPlace? Of(string links) => links.Length == 0 ? null : new(Has(links, "parent"), Has(links, "root"), !Has(links, "prev"));

    /// <summary>
    /// From the buttons under comments of old Reddit, which have "parent" among them where they are nested; that tells nothing where all are. It does not tell whether others stand between either: mostly
    /// none do. Null for each that has none.
    /// </summary>
    internal static List<LinkedPlace?> Below(List<string> texts)
    {
        var places = texts.ConvertAll(Below);
        return places.Exists(place => place is { IsNested: false }) ? places : texts.ConvertAll(_ => (LinkedPlace?)null);
    }

    private static LinkedPlace? Below(string text)
    {
        var buttons = text.Split('\n').Where(line => PageFurniture.IsButtons(line)).ToList();
        return !buttons.Exists(line => line.Contains("permalink", StringComparison.OrdinalIgnoreCase)) ? null
            : buttons.Exists(line => line.Contains("parent", StringComparison.OrdinalIgnoreCase)) ? new(IsNested: true, IsDeep: true, IsFirst: true) : new(false, false, false);
    }

    private static bool Has(string links, string link) => links.Split('|', StringSplitOptions.TrimEntries).Contains(link, StringComparer.Ordinal);
}
