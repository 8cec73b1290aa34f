using ArgMap.Argumentation.Citations;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Finds where words stand that a reader marked on the page, which is not the text itself but what it looks like.</summary>
internal static class PlaceOfWords
{
    private const int FewLetters = 12;

    /// <summary>The place; null when it cannot be told.</summary>
    /// <param name="body">The post's text.</param>
    /// <param name="words">The words as marked.</param>
    /// <param name="before">What stands before them on the page.</param>
    /// <param name="after">What stands after them.</param>
    public static (int Start, int Length)? In(string body, string? words, string? before, string? after)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var text = new CitableText(body);
        var cited = text.Cite(words);
        // The surroundings decide only where they must; and the nearest of them first, as further off there may be notes that are not in the text.
        foreach (var (prefix, suffix) in new[] { (End(before), Beginning(after)), (End(before), null), (null, Beginning(after)) })
        {
            if (cited.Result is not CitingResult.Ambiguous || (prefix is null && suffix is null))
            {
                break;
            }

            cited = text.Cite(words, prefix, suffix) is { Result: CitingResult.Found } found ? found : cited;
        }

        return cited is { Result: CitingResult.Found, Selector.Start: { } start } ? (start, cited.Length) : null;
    }

    private static string? End(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.TrimEnd() is var whole && whole.Length > FewLetters ? whole[^FewLetters..] : whole;

    private static string? Beginning(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.TrimStart() is var whole && whole.Length > FewLetters ? whole[..FewLetters] : whole;
}
