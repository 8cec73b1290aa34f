using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Text;

/// <summary>Text whose lines end where a program or a terminal had no more room, as in mails: where they end says nothing.</summary>
public static partial class WrappedLines
{
    private const int LeastWidth = 50, MostWidth = 100, EnoughBreaks = 2;

    /// <summary>
    /// Which lines of a text go on in the next. In such a paragraph the first word of the next line would have made every line longer than any is; where it has only two lines, the second begins
    /// in a small letter, or its first word would not have fitted into the width of longer paragraphs either.
    /// </summary>
    /// <param name="text">Markdown or plain text with "\n" between its lines.</param>
    /// <returns>For every line, whether it goes on. Items of lists, quotes, headings, rows of tables and code begin anew.</returns>
    public static IReadOnlyList<bool> GoOn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var goOn = new bool[lines.Length];
        var usual = int.MaxValue;
        foreach (var (first, last) in Paragraphs(lines).OrderByDescending(paragraph => paragraph.Last - paragraph.First))
        {
            var width = lines[first..(last + 1)].Select(line => line.AsSpan().TrimEnd().Length).Where(length => length <= MostWidth).DefaultIfEmpty(0).Max();
            if (width < LeastWidth || !Enumerable.Range(first, last - first).All(at => IsForced(lines[at], lines[at + 1], width))
                || (last - first < EnoughBreaks && !char.IsLower(lines[last].TrimStart()[0]) && !IsForced(lines[first], lines[last], usual)))
            {
                continue;
            }

            usual = last - first >= EnoughBreaks ? width : usual;
            Array.Fill(goOn, true, first, last - first);
        }

        return goOn;
    }

    private static IEnumerable<(int First, int Last)> Paragraphs(string[] lines)
    {
        for (var (first, last) = (0, 0); first < lines.Length; first = ++last)
        {
            while (last + 1 < lines.Length && IsWithin(lines[last], lines[last + 1]))
            {
                last++;
            }

            if (last > first)
            {
                yield return (first, last);
            }
        }
    }

    /// <summary>A text with blanks in place of the line ends that say nothing: as long as it was, so that places in it stay where they are.</summary>
    /// <param name="text">Markdown or plain text with "\n" between its lines.</param>
    public static string Joined(string text)
    {
        var goOn = GoOn(text);
        return string.Concat(text.Split('\n').SelectMany((line, at) => at == 0 ? [line] : new[] { goOn[at - 1] ? " " : "\n", line }));
    }

    /// <summary>Whether a line stands in one paragraph, or one item of a list, with the line above it.</summary>
    private static bool IsWithin(string line, string next) => !string.IsNullOrWhiteSpace(line) && !string.IsNullOrWhiteSpace(next) && !Quote().IsMatch(line) && !Heading().IsMatch(line) && !BeginsAnew().IsMatch(next);

    private static bool IsForced(string line, string next, int width) =>
        line.AsSpan().Trim() is var words && line.AsSpan().TrimEnd().Length + 1 + FirstWord(next) > width && (words.Length <= MostWidth || !words.Contains(' '));

    private static int FirstWord(string line) => line.Trim() is var words && words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : words.Length;

    [GeneratedRegex(@"^\s*([-*+•–>#|]|\(?(\d{1,3}|[a-zA-Z])[.)]\s|```)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeginsAnew();

    [GeneratedRegex(@"^\s*(#|\||```)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quote();
}
