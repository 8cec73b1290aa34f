using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>The name, links and time with which comments on wikis end.</summary>
internal static partial class TalkPageSignature
{
    private const int LongestGap = 80;

    /// <summary>A text in Markdown without the signature it ends with; the text itself when it does not end with one of that writer, who is known by an address of the network where there is no name.</summary>
    internal static string Without(string markdown, string? author)
    {
        var end = markdown.TrimEnd();
        if (!Time().IsMatch(end))
        {
            return markdown;
        }

        var line = end.LastIndexOf('\n') + 1;
        var start = -1;
        var before = end.Length;
        foreach (var link in UserLink().Matches(end[line..]).ToList().AsEnumerable().Reverse())
        {
            // What stands further back mentions somebody; it signs nothing.
            if (before - (line + link.Index + link.Length) > LongestGap || !IsOf(link.Groups["target"].Value, author))
            {
                break;
            }

            before = start = line + link.Index;
        }

        return start < 0 ? markdown : end[..start].TrimEnd().TrimEnd('-', '–', '—', '~', '*').TrimEnd();
    }

    [GeneratedRegex(@"[:/](\d{1,3}(\.\d{1,3}){3}|[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{0,4}){3,7})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"\d{1,2}:\d{2}\b.{0,60}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    /// <summary>Somebody's page, talk or edits, whatever the wiki's language calls them.</summary>
    private static bool IsOf(string target, string? author)
    {
        var plain = Uri.UnescapeDataString(target).Replace('_', ' ');
        if (author is null)
        {
            return Anonymous().IsMatch(plain);
        }

        var at = plain.LastIndexOf(author, StringComparison.OrdinalIgnoreCase);
        return at > 0 && plain[at - 1] is ':' or '/' && (at + author.Length == plain.Length || plain[at + author.Length] is '#' or '&' or '?' or '/');
    }

    [GeneratedRegex(@"\[[^\[\]]*\]\((?<target>[^()\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserLink();
}
