using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Tells pages of one thread from pages of others, by their addresses.</summary>
internal static partial class PageOfThread
{
    /// <summary>The address without what numbers a page: the same for all pages of a thread.</summary>
    public static string Of(Uri address)
    {
        var path = PathNumber().Replace(address.AbsolutePath, "").TrimEnd('/');
        var rest = address.Query.TrimStart('?').Split('&', ';')
            .Where(pair => pair.Length > 0 && !QueryNumber().IsMatch(pair))
            .Select(pair => TopicAndNumber().Replace(pair, "${topic}"))
            .Order(StringComparer.Ordinal);
        return $"{path}?{string.Join('&', rest)}";
    }

    [GeneratedRegex(@"/(page|p|seite|comment-page)[-/]?\d+/?$|[-/]page-?\d+(?=\.html?$|/?$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PathNumber();

    [GeneratedRegex(@"^(?<topic>topic=\d+)\.\w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopicAndNumber();

    [GeneratedRegex(@"^(page|p|pg|start|st|offset|from|cpage|pageno|page_no)=\d*$|^sid=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QueryNumber();
}
