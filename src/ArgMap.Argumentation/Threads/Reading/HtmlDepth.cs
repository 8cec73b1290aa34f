using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>How deep HTML is nested, found before it is parsed: a parser's work grows with the square of it.</summary>
internal static partial class HtmlDepth
{
    private const int LeastEnds = 8;

    // Elements that have no end or whose end need not be written, so that counting them would find depth that is not there.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup",
    };

    internal static int Of(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && end - start < 20 && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }

            if (end == start || Unclosed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(start, end - start)))
            {
                continue;
            }

            depth = Math.Max(0, depth + (closes ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    internal static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var opens = html.IndexOf('<', at);
            if (opens < 0)
            {
                break;
            }

            text.Append(html, at, opens - at);
            var closes = html.IndexOf('>', opens);
            at = closes < 0 ? html.Length : closes + 1;
            text.Append(' ');
        }

        return text.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Whether a text that does not begin with a tag is what is left of a page.</summary>
    /// <param name="head">Its first few thousand characters.</param>
    /// <param name="tail">Its last ones.</param>
    internal static bool IsRestOfPage(string head, string tail) =>
        // Nobody but programs writes so many boxes; a mail says in its first lines what it is.
        !Header().IsMatch(head) && (BoxEnd().Count(head) >= LeastEnds || tail.Contains("</html>", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(>?From |[A-Za-z][A-Za-z-]{1,40}: )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();

    // What a program wrote into a text of another has marks before its line breaks.
    [GeneratedRegex(@"</(div|li|article|section|tr|table|header|footer|nav|ul|ol)>(?!\\)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BoxEnd();
}
