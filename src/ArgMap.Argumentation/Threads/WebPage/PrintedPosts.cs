using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Pages that boards make for printing: who and when stand in a line above the words, and nothing lies around both. They get what other pages have.</summary>
internal static partial class PrintedPosts
{
    /// <summary>Puts a box around each post of such a page, with its writer and time marked.</summary>
    /// <returns>The boxes.</returns>
    internal static List<IElement> Mark(IHtmlDocument page)
    {
        List<IElement> boxes = [];
        foreach (var (head, name, time, words) in page.DocumentElement is { } root ? Found(root).ToList() : [])
        {
            if (PlainText.Line(name) is null || PlainText.Line(time) is not { } written || head[0].Parent is not { } around)
            {
                continue;
            }

            var (post, above, who, when, said) = (Box(page, "div", "post printed"), Box(page, "div", "printed-head"), Box(page, "span", "author"), Box(page, "span", "date"), Box(page, "div", "post-content"));
            around.InsertBefore(post, head[0]);
            (who.TextContent, when.TextContent) = (name, written.Replace(" @ ", " ", StringComparison.Ordinal));
            above.Append(who, when);
            post.Append(above, said);
            words.ForEach(node => said.AppendChild(node));
            foreach (var node in head)
            {
                node.Parent?.RemoveChild(node);
            }

            boxes.Add(post);
        }

        return boxes;
    }

    private static IEnumerable<(List<INode> Head, string Name, string Time, List<INode> Words)> Found(IElement root)
    {
        foreach (var element in NodeText.Elements(root))
        {
            if (element.ClassList.Contains("postheader") && element.NextElementSibling is { } body && body.ClassList.Contains("postbody"))
            {
                // Simple Machines: "Title: Maps, Post by: Ada on March 04, 2021".
                if (element.QuerySelectorAll("strong") is [.., var name, var time])
                {
                    yield return ([element], name.TextContent, time.TextContent, [body]);
                }
            }
            else if (element.ClassList.Contains("CommentDate") && element.NextElementSibling is { } comment && comment.ClassList.Contains("CommentContent") && (Signed(element) ?? By(element)) is { } printed)
            {
                yield return ([element], printed.Name, printed.Time, [comment]);
            }
            else if ((element.Id == "BlogDate" || (element.ClassList.Contains("entry-date") && root.QuerySelector("#print-link") is not null)) && Signed(element) is { } blog && root.QuerySelector("#BlogContent, .entry-content") is { } article)
            {
                yield return ([element], blog.Name, blog.Time, [article]);
            }
            else if (element.ClassList.Contains("printpost") && element.QuerySelector("h4") is { } heading && By(heading) is { } posted)
            {
                yield return ([element], posted.Name, posted.Time, [.. element.ChildNodes.Where(node => node != heading)]);
            }
            else if (element.LocalName == "td" && element.ClassList.Contains("page") && element.QuerySelector("table tr") is { } row && row.Children is [var who, { ClassName: "smallfont" } when])
            {
                // vBulletin 3: below a line with both stand the title and the words.
                var parts = element.Children.Where(part => part.LocalName == "div").ToList();
                yield return ([element.FirstElementChild!], who.TextContent, when.TextContent, [.. parts is [_, _, ..] ? parts[1..] : parts]);
            }
            else if (element.LocalName == "strong" && element.NextSibling is IText { Data: var dash } && dash.Trim() == "-" && element.NextElementSibling is { LocalName: "a" } member && member.NextSibling is IText { Data: var day } date && day.TrimStart().StartsWith('-'))
            {
                // MyBB: "Maps - Ada - 03-04-2021", up to a rule.
                yield return ([element, element.NextSibling, member, date], member.TextContent, day.Trim(' ', '-', '\n'), [.. UpToRule(date)]);
            }
        }
    }

    private static IEnumerable<INode> UpToRule(INode after)
    {
        for (var at = after.NextSibling; at is not null and not IElement { LocalName: "hr" }; at = at.NextSibling)
        {
            yield return at;
        }
    }

    /// <summary>WP-Print marks who wrote it; the time stands behind, up to what the article is filed under.</summary>
    private static (string Name, string Time)? Signed(IElement line)
    {
        if (line.QuerySelector("u, cite") is not { } name)
        {
            return null;
        }

        var time = line.QuerySelector("time")?.TextContent ?? string.Concat(Behind(name).Select(node => node.TextContent));
        return PlainText.Line(time) is { } words && Moment().Match(words) is { Success: true } match ? (name.TextContent, match.Groups["time"].Value) : null;
    }

    private static IEnumerable<INode> Behind(INode node)
    {
        for (var at = node.NextSibling; at is IText; at = at.NextSibling)
        {
            yield return at;
        }
    }

    private static (string Name, string Time)? By(IElement line) =>
        NodeText.ShortLine(line, 200) is { } words && NameAndTime().Match(words) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["time"].Value) : null;

    private static IElement Box(IHtmlDocument page, string name, string classes)
    {
        var box = page.CreateElement(name);
        box.ClassName = classes;
        return box;
    }

    /// <summary>"On March 4, 2021 @ 10:00 am In", with the words of the blog's own language.</summary>
    [GeneratedRegex(@"^(\p{L}{1,4} )?(?<time>.*?\d.*?)( (?!am$|pm$|Uhr$)\p{L}{2,4})?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Moment();

    /// <summary>"Posted by: Ada Mar 4 2021, 10:00 AM", and "#1 Comment By Ada On March 4, 2021 @ 10:00 am".</summary>
    [GeneratedRegex(@"\b[Bb]y:? (?<name>.{1,80}?) (On )?(?<time>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2},? \d{4}.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameAndTime();
}
