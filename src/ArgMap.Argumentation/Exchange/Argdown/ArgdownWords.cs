using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Exchange.Argdown;

/// <summary>Text as it stands in Argdown, where some characters mean something: how it is written and how it is read.</summary>
internal static partial class ArgdownWords
{
    /// <summary>Characters that mean something wherever they stand.</summary>
    private const string Special = "\\#[]<>{}*_@:/^~";

    /// <summary>Escaped characters wait here, out of the way of what gives characters a meaning: the private use area of Unicode.</summary>
    private const char FirstKept = '\uE000';

    /// <summary>More escapes than this in one statement have no room there; they are read as if they were not escaped.</summary>
    private const int MostKept = 6_400;

    /// <summary>Writes a text so that it is read as nothing but itself. Line breaks become spaces: a statement is a paragraph.</summary>
    public static string Escape(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var character in Spaces().Replace(text.Trim(' ', '\t', '\r', '\n'), " "))
        {
            // A line must not begin with what looks like a relation, a number or a rule.
            if (Special.Contains(character, StringComparison.Ordinal) || (written.Length == 0 && !char.IsLetterOrDigit(character) && character < 0x80))
            {
                written.Append('\\');
            }

            written.Append(character);
        }

        return written.ToString();
    }

    /// <summary>What <see cref="Escape"/> leaves of a text when it is read again.</summary>
    public static string AsRead(string text) => Spaces().Replace(text.Trim(' ', '\t', '\r', '\n'), " ");

    /// <summary>Reads the text of a statement: without its tags, data, emphasis and escapes.</summary>
    /// <param name="written">As it stands in the document.</param>
    /// <param name="tags">Gets its tags.</param>
    /// <param name="losses">Gets what is not carried.</param>
    public static string Read(string written, ICollection<string> tags, ICollection<string> losses)
    {
        var kept = new List<char>();
        var text = Escaped().Replace(written, match =>
        {
            if (kept.Count == MostKept)
            {
                return match.Value[^1].ToString();
            }

            kept.Add(match.Value[^1]);
            return ((char)(FirstKept + kept.Count - 1)).ToString();
        });
        text = Tag().Replace(text, match =>
        {
            tags.Add(match.Groups["words"].Success ? match.Groups["words"].Value.Trim() : match.Groups["word"].Value);
            return " ";
        });
        text = Replace(text, Data(), _ => " ", losses, "data in braces");
        text = Replace(text, Link(), match => $"{match.Groups["text"].Value} ({match.Groups["address"].Value})", losses, null);
        text = Mention().Replace(text, match => match.Groups["title"].Value);
        text = Emphasis().Replace(text, match => match.Groups["words"].Value);
        text = Emphasis().Replace(text, match => match.Groups["words"].Value);
        text = Spaces().Replace(text.Trim(' ', '\t', '\r', '\n'), " ");
        return kept.Count == 0 ? text : string.Concat(text.Select(character => character >= FirstKept && character - FirstKept < kept.Count ? kept[character - FirstKept] : character));
    }

    private static string Replace(string text, Regex what, MatchEvaluator by, ICollection<string> losses, string? loss)
    {
        if (loss is not null && what.IsMatch(text))
        {
            losses.Add(loss);
        }

        return what.Replace(text, by);
    }

    [GeneratedRegex(@"\\.|[\uE000-\uF8FF]", RegexOptions.Singleline, 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"(?<![^\s])#(\((?<words>[^()]+)\)|(?<word>[\p{L}\p{N}_-]+))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![^\s])\{[^{}]*\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Data();

    [GeneratedRegex(@"\[(?<text>[^\[\]]+)\]\((?<address>[^()\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"@[\[<](?<title>[^\[\]<>]+)[\]>]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<mark>\*\*|__|\*|_)(?<words>\S(.*?\S)?)\k<mark>(?![\p{L}\p{N}])", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
