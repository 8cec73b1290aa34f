using System.Text.RegularExpressions;
using ArgMap.Server.Text;

namespace ArgMap.Server.Threads;

/// <summary>Words of a post as one plain line, which a node can be called by.</summary>
internal static partial class PlainWords
{
    private const int MostRead = 8_000;

    private static readonly string[] SentenceEnds = [". ", "? ", "! ", "… "];

    /// <summary>Words of Markdown without formatting, line breaks and marks of quotes; of what nobody would read to its end, the beginning.</summary>
    internal static string Of(string words)
    {
        var lines = UserText.Clean(words.Length > MostRead ? words[..MostRead] + "…" : words).Split('\n').Select(line => LineMarks().Replace(line, ""));
        var line = string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // A picture may be a link in its turn.
        var unlinked = Links().Replace(Links().Replace(Footnotes().Replace(line, ""), "${words}"), "${words}");
        return Escapes().Replace(Marks().Replace(unlinked, "${words}"), "${sign}").Trim();
    }

    /// <summary>The beginning of a line that fits: whole sentences where there are any, else whole words.</summary>
    internal static string Shortened(string line, int most)
    {
        if (line.Length <= most)
        {
            return line;
        }

        var start = line[..(most - 1)];
        var sentence = SentenceEnds.Max(end => start.LastIndexOf(end, StringComparison.Ordinal));
        if (sentence > most / 4)
        {
            return start[..(sentence + 1)];
        }

        var word = start.LastIndexOf(' ');
        return $"{start[..(word > 0 ? word : start.Length - (char.IsHighSurrogate(start[^1]) ? 1 : 0))]}…";
    }

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]*)\]\((?<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    internal static partial Regex Links();

    [GeneratedRegex(@"^\s*(?:>\s?)*(?:[-*+]\s+|\#{1,6}\s+|\d{1,3}[.)]\s+|\[\^[^\[\]\\^\s]{1,40}\]:\s+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LineMarks();

    // Words are held to a length, or many marks that nothing ends would be read again and again.
    [GeneratedRegex(@"(?<![\w\\])(?<mark>\*{1,3}|_{1,3}|`|~~)(?=\S)(?<words>[^*`\n]{1,300}?)(?<=\S)\k<mark>(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<!\\)\[\^[^\[\]\\^\s]{1,40}\](?!\()", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Footnotes();

    [GeneratedRegex(@"\\(?<sign>[!-/:-@\[-`{-~])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escapes();
}
