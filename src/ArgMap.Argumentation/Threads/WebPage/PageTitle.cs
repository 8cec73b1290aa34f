using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>What a page is called: above the posts stands the name of the forum, and then what they are about; the window's title has both.</summary>
internal static partial class PageTitle
{
    internal static string? Of(IHtmlDocument page, List<IElement> posts) => Whole(page, posts) is { } title && Printed().Replace(title, "").Trim() is { Length: > 0 } plain ? plain : null;

    private static string? Whole(IHtmlDocument page, List<IElement> posts)
    {
        var shared = PlainText.Line(page.QuerySelector("meta[property='og:title']")?.GetAttribute("content"));
        var title = (page.QuerySelector("#BlogTitle") is { } printed ? PlainText.Line(printed.TextContent) : null) ?? PlainText.Line(page.Title);
        var headings = Headings(page, posts).Select(heading => PlainText.Line(heading.TextContent)).OfType<string>().ToList();
        return shared is not null ? headings.FindLast(heading => IsPartOf(heading, shared)) ?? shared
            : headings.FindLast(heading => title?.Contains(heading, StringComparison.Ordinal) == true) ?? title ?? headings.FirstOrDefault();
    }

    /// <summary>The heading of what the posts are about, where the window's title has it too.</summary>
    internal static IElement? Heading(IHtmlDocument page, List<IElement> posts) =>
        PlainText.Line(page.Title) is { } title ? Headings(page, posts).LastOrDefault(heading => PlainText.Line(heading.TextContent) is { } line && title.Contains(line, StringComparison.Ordinal)) : null;

    private static IEnumerable<IElement> Headings(IHtmlDocument page, List<IElement> posts) =>
        NodeText.Elements(page.DocumentElement, within => within.LocalName != "aside" && !SiteName().IsMatch($"{within.ClassName} {within.Id}"))
            .TakeWhile(element => posts.Count == 0 || element != posts[0])
            .Where(element => element.LocalName is "h1" or "h2" && !SiteName().IsMatch($"{element.ClassName} {element.Id}"));

    /// <summary>The title for others adds the name of the forum at one end, behind a sign.</summary>
    private static bool IsPartOf(string heading, string title) =>
        (title.StartsWith(heading, StringComparison.Ordinal) && Added().IsMatch(title[heading.Length..])) || (title.EndsWith(heading, StringComparison.Ordinal) && AddedBefore().IsMatch(title[..^heading.Length]));

    /// <summary>What boards write into the title of a page for printing, and GitHub into that of every page.</summary>
    [GeneratedRegex(@"^Print Page - | - (Printable Version|Druckversion)$| \[Archive\](?=\s|$)|( · \S+/\S+)? · (Issue|Pull Request|Discussion) #\d+( · \S+/\S+)?( · GitHub)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Printed();

    [GeneratedRegex(@"^\s*[-–—|·•:»]\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Added();

    [GeneratedRegex(@"[-–—|·•:»]\s+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddedBefore();

    [GeneratedRegex(@"(site|forum|board|blog)[-_]?(title|name|description|header|branding)|logo|masthead|^ ?header$|top_section", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SiteName();
}
