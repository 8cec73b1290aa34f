using System.Text.RegularExpressions;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Sources;
using ArgMap.Server.Text;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>What nodes and sources made of a suggestion say before anybody changes it: the words of the thread without their formatting.</summary>
public static partial class SuggestedText
{
    private const int FewLetters = 12;

    private static readonly string[] SentenceEnds = [". ", "? ", "! ", "… "];

    /// <summary>The text of each premise, in order; at most <see cref="Node.MaxTextLength"/> characters each.</summary>
    public static IReadOnlyList<string> Of(KnownSuggestion known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Text is { } worded ? [worded] : OfPassages(known.Suggestion);
    }

    private static IReadOnlyList<string> OfPassages(Suggestion suggestion)
    {
        return suggestion.Kind switch
        {
            SuggestionKind.Source => [SourceTitle(suggestion)],
            SuggestionKind.Request => [Shortened(Plain(suggestion.Passages[0].Text), SourceRow.MaxTitleLength)],
            _ => [.. suggestion.Passages.Select(passage => Shortened(Plain(passage.Text), Node.MaxTextLength))],
        };
    }

    /// <summary>Words of Markdown as one plain line.</summary>
    public static string Plain(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var lines = UserText.Clean(words).Split('\n').Select(line => LineMarks().Replace(line, ""));
        var line = string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Escapes().Replace(Marks().Replace(Links().Replace(line, "${words}"), "${words}"), "${sign}").Trim();
    }

    /// <summary>The beginning of a line that fits: whole sentences where there are any, else whole words.</summary>
    public static string Shortened(string line, int most)
    {
        ArgumentNullException.ThrowIfNull(line);
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

    /// <summary>What a source is called: the words of the link, else the sentence around it, else its address.</summary>
    private static string SourceTitle(Suggestion suggestion)
    {
        var words = suggestion.Passages is [var passage, ..] ? passage.Text : "";
        var link = Links().Matches(words).FirstOrDefault(match => suggestion.Address is null || match.Groups["target"].Value == suggestion.Address)?.Groups["words"].Value;
        foreach (var candidate in new[] { link, words })
        {
            var plain = Addresses().Replace(Plain(candidate ?? ""), "").Trim(' ', ':', '-', '–', '(', ')', '.');
            if (plain.Count(char.IsLetter) >= FewLetters)
            {
                return Shortened(plain, SourceRow.MaxTitleLength);
            }
        }

        return suggestion.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? Shortened($"{uri.Host}{Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/')}", SourceRow.MaxTitleLength)
            : Shortened(Plain(words) is { Length: > 0 } said ? said : "A source", SourceRow.MaxTitleLength);
    }

    [GeneratedRegex(@"^\s*(?:>\s?)*(?:[-*+]\s+|\#{1,6}\s+|\d{1,3}[.)]\s+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LineMarks();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]*)\]\((?<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\w\\])(?<mark>\*{1,3}|_{1,3}|`|~~)(?=\S)(?<words>[^*`\n]+?)(?<=\S)\k<mark>(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\\(?<sign>[!-/:-@\[-`{-~])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"<?https?://[^\s<>]+>?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Addresses();
}
