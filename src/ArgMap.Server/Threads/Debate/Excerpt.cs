namespace ArgMap.Server.Threads.Debate;

/// <summary>How a post begins, as plain words: enough to recognise it by.</summary>
internal static class Excerpt
{
    private const int Most = 280;

    /// <summary>The first words that the author wrote themselves, without formatting.</summary>
    public static string Of(string body)
    {
        var own = string.Join('\n', body.Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
        var plain = PlainWords.Of(string.IsNullOrWhiteSpace(own) ? body : own);
        if (plain.Length <= Most)
        {
            return plain;
        }

        var end = plain.LastIndexOf(' ', Most);
        return $"{plain.AsSpan(0, end > Most / 2 ? end : Most - 1)}…";
    }
}
