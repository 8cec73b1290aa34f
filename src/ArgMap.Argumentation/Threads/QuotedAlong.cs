using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Mail;

namespace ArgMap.Argumentation.Threads;

/// <summary>What programs quote along with somebody's words: who wrote them and a firm's warning above, and a signature or the footer of a list below. No post has these words as its own.</summary>
internal static partial class QuotedAlong
{
    private const int MostBelow = 14, MostAttribution = 3;

    /// <summary>The lines of a quote that are somebody's words, and who they say wrote them.</summary>
    internal static (int From, int To, string? Author) Words(string[] lines)
    {
        var (from, author) = Above(lines);
        var to = Below(lines, from);
        while (from < to && (string.IsNullOrWhiteSpace(lines[from]) || Warning().IsMatch(lines[from])))
        {
            from++;
        }

        while (to > from && string.IsNullOrWhiteSpace(lines[to - 1]))
        {
            to--;
        }

        return (from, to, author);
    }

    private static (int From, string? Author) Above(string[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
        {
            return (0, null);
        }

        if (CopiedHead.At(lines, first) is { } head)
        {
            return (first + head.Lines, head.Writer);
        }

        for (var taken = 1; taken <= MostAttribution && first + taken <= lines.Length && !string.IsNullOrWhiteSpace(lines[first + taken - 1]); taken++)
        {
            var line = string.Join(' ', lines[first..(first + taken)]);
            // Somebody's own words may end so too, but do not say when or from where.
            if (QuoteRuns.AuthorIn(line) is { } author && Dated().IsMatch(line))
            {
                return (first + taken, author);
            }
        }

        return (0, null);
    }

    private static int Below(string[] lines, int from)
    {
        var key = Array.FindIndex(lines, from, line => line.StartsWith("-----BEGIN PGP SIGNATURE", StringComparison.Ordinal));
        lines = key > from ? lines[..key] : lines;
        var notice = Array.FindLastIndex(lines, line => MailingList.Notice().IsMatch(line));
        for (var rule = Math.Max(from + 1, lines.Length - MostBelow); rule < lines.Length; rule++)
        {
            if (lines[rule].TrimEnd() == "--" || (rule < notice && MailingList.Rule().IsMatch(lines[rule])))
            {
                return rule;
            }
        }

        return lines.Length;
    }

    [GeneratedRegex(@"\d{1,2}[:.]\d{2}|\b(19|20)\d{2}\b|\d[./-]\d|@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();

    /// <summary>What servers of firms write over mail from elsewhere.</summary>
    [GeneratedRegex(@"^\W*((CAUTION|WARNING|ATTENTION|NOTICE|EXTERNAL)\b.{0,40}\b(e-?mail|message|sender)\b|This (e-?mail|message)\b).{0,60}\b(outside|external)\b|^-----BEGIN PGP SIGNED MESSAGE-----|^Hash: SHA\d+\s*$|^\W*Do not click (on )?(any )?links\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Warning();
}
