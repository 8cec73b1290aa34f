using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>A mail that ends with all it answers, quoted, under a line that says who wrote that; and so on within the quote.</summary>
internal static partial class QuotedMails
{
    private const int MostMails = 50;

    /// <summary>The mails in the order in which they were written; null where there is but one, or where quotes are answered piece by piece.</summary>
    internal static List<PastedPost>? Posts(string[] lines)
    {
        List<PastedPost> posts = [];
        PostHeader? header = null;
        while (posts.Count < MostMails && Split(lines) is ({ } own, var attribution, { } quoted) && own.Length > 0)
        {
            posts.Add(new(header, 0, own));
            header = new PostHeader { Name = QuoteRuns.AuthorIn(attribution)!, When = When().Match(attribution) is { Success: true } when ? when.Groups["when"].Value : null, Line = 0, Indent = 0 };
            lines = quoted;
        }

        if (posts.Count == 0)
        {
            return null;
        }

        posts.Add(new(header, 0, string.Join('\n', lines).Trim('\n')));
        posts.Reverse();
        return [.. posts.Select((post, index) => post with { Indent = index })];
    }

    /// <summary>What stands over the line that names a writer, that line, and what is quoted below it to the end; null without such a line.</summary>
    private static (string Own, string Attribution, string[] Quoted)? Split(string[] lines)
    {
        var first = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line) && !line.StartsWith('>'));
        if (first < 0 || !lines.Skip(first + 1).Any(line => line.StartsWith('>')))
        {
            return null;
        }

        // Programs break the line where it is long; one without a date may be a sentence of the writer's.
        foreach (var start in (int[])[first, first - 1])
        {
            if (start >= 0 && string.Join(' ', lines[start..(first + 1)]).Trim() is var attribution && attribution.Any(char.IsAsciiDigit) && QuoteRuns.AuthorIn(attribution) is not null)
            {
                return (string.Join('\n', lines[..start].Select(line => line.TrimEnd())).Trim('\n'), attribution,
                    [.. lines.Skip(first + 1).SkipWhile(string.IsNullOrWhiteSpace).Select(line => !line.StartsWith('>') ? "" : line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line[1..])]);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^On (?<when>.{6,40}?\d{1,2}:\d{2}(\s?[AaPp][Mm])?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex When();
}
