using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Text whose lines end where a program or a terminal had no more room, as in mails: where they end says nothing.</summary>
internal static partial class WrappedLines
{
    private const int LeastWidth = 50, MostWidth = 100, LeastBreaks = 2, MostOther = 10;

    /// <summary>Whether the breaks within the paragraphs of a text are all of that kind, but for one in ten: the next word would not have fitted into the line before.</summary>
    internal static bool AreAll(string text)
    {
        var lines = text.Split('\n');
        var width = lines.Max(line => line.TrimEnd().Length);
        if (width is < LeastWidth or > MostWidth)
        {
            return false;
        }

        var breaks = lines.Zip(lines.Skip(1)).Where(pair => !string.IsNullOrWhiteSpace(pair.First) && IsGoingOn(pair.Second)).ToList();
        var forced = breaks.Count(pair => pair.First.TrimEnd().Length + 1 + FirstWord(pair.Second) > width);
        return forced >= LeastBreaks && (breaks.Count - forced) * MostOther <= breaks.Count;
    }

    private static int FirstWord(string line) => line.Trim() is var words && words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : words.Length;

    private static bool IsGoingOn(string line) => !string.IsNullOrWhiteSpace(line) && !Item().IsMatch(line);

    /// <summary>What begins a line of its own in any case.</summary>
    [GeneratedRegex(@"^\s*([-*+•>#|]|\d{1,3}[.)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
