namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>The topics of an opening post and where it is shown, which LessWrong and forums like it put over and under its words: "AI", "Rationality", "Frontpage".</summary>
internal static class TopicLines
{
    private const int MostTopics = 8, LongestLine = 200;

    /// <summary>The words of a post without those lines, and how many lines went.</summary>
    internal static (string Text, int Lines) Without(string text)
    {
        var lines = text.Split('\n');
        var start = Array.FindIndex(lines, IsShelf) + 1;
        if (start > MostTopics + 1 || lines[..start].Any(IsSaid))
        {
            start = 0;
        }

        var end = Array.FindLastIndex(lines, IsShelf);
        if (end < start || lines[(end + 1)..].Any(line => !string.IsNullOrWhiteSpace(line) && !PageFurniture.IsNumber(line)))
        {
            end = lines.Length;
        }

        while (end < lines.Length && end > start && !string.IsNullOrWhiteSpace(lines[end - 1]) && !IsSaid(lines[end - 1]))
        {
            end--;
        }

        var dropped = lines[..start].Concat(lines[end..]).Count(line => !string.IsNullOrWhiteSpace(line));
        return (string.Join('\n', lines[start..end]).Trim('\n'), dropped);
    }

    private static bool IsShelf(string line) => line.Trim() is "Frontpage" or "Personal Blog" or "Curated";

    private static bool IsSaid(string line) => line.Length > LongestLine || line.TrimEnd().AsSpan().TrimEnd("\"”’)") is [.., '.' or '!' or '?' or ':' or ';' or ',' or '…'];
}
