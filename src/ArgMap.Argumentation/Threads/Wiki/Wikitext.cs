using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>The little of a wiki's markup that people use in talk, as HTML.</summary>
internal static partial class Wikitext
{
    /// <summary>Lines of one comment, without what set them in.</summary>
    /// <param name="lines">In order.</param>
    /// <param name="address">The page's own address, which links to other pages start from; null when it is not known, and links become their words.</param>
    internal static string ToHtml(IReadOnlyList<string> lines, string? address)
    {
        var html = new StringBuilder();
        var list = "";
        foreach (var line in lines)
        {
            var marks = line.Length - line.TrimStart(':', '*', '#').Length;
            var kind = marks == 0 ? "" : line[marks - 1] switch { '*' => "ul", '#' => "ol", _ => "" };
            if (kind != list)
            {
                html.Append(list.Length > 0 ? $"</{list}>" : "").Append(kind.Length > 0 ? $"<{kind}>" : "");
                list = kind;
            }

            var words = Inline(line[marks..].Trim(), address);
            _ = kind.Length > 0 ? html.Append("<li>").Append(words).Append("</li>")
                : string.IsNullOrWhiteSpace(line) ? html.Append("<br><br>")
                : marks > 0 ? html.Append("<br><br>").Append(words)
                : html.Append(' ').Append(words);
        }

        return html.Append(list.Length > 0 ? $"</{list}>" : "").ToString();
    }

    private static string Inline(string text, string? address)
    {
        var html = Unformatted().Replace(text, match => WebUtility.HtmlEncode(match.Groups["text"].Value).Replace("[", "&#91;", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal));
        html = Quoting().Replace(html, "<q>${text}</q>");
        html = QuoteBlock().Replace(html, "<blockquote>${text}</blockquote>");
        html = Calling().Replace(html, match => "@" + string.Join(", @", match.Groups["names"].Value.Split('|').Where(name => !name.Contains('=', StringComparison.Ordinal)).Select(name => name.Trim())));
        html = Folded().Replace(html, "");
        html = Coded().Replace(html, "<code>${text}</code>");
        html = Page().Replace(html, match => Link(match.Groups["page"].Value.Trim(), match.Groups["shown"].Value, address));
        html = External().Replace(html, match => $"<a href=\"{match.Groups["target"].Value.Replace("\"", "%22", StringComparison.Ordinal)}\">{(match.Groups["shown"].Value is { Length: > 0 } shown ? shown : match.Groups["target"].Value)}</a>");
        html = Strong().Replace(html, "<b>${text}</b>");
        return Emphasis().Replace(html, "<i>${text}</i>");
    }

    private static string Link(string page, string shown, string? address)
    {
        var words = shown.Length > 0 ? shown : page.TrimStart(':');
        var path = "/wiki/" + Uri.EscapeDataString(page.TrimStart(':').Replace(' ', '_')).Replace("%3A", ":", StringComparison.Ordinal).Replace("%23", "#", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
        return address is null || page.Length == 0 ? words : $"<a href=\"{path}\">{words}</a>";
    }

    [GeneratedRegex(@"<nowiki>(?<text>.*?)</nowiki>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Unformatted();

    [GeneratedRegex(@"\{\{\s*(tq|tqi|talk quote inline|xt|green)\s*\|(1=)?(?<text>[^{}]*)\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Quoting();

    [GeneratedRegex(@"\{\{\s*(tqb|tq2|talk quote block|talkquote|quote|blockquote|cquote|bq|zitat)\s*\|(1=|text=)?(?<text>[^{}|]*)(\|[^{}]*)?\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QuoteBlock();

    [GeneratedRegex(@"\{\{\s*(ping|reply to|reply|re|u|user link|yo|noping|mention|@)\s*\|(?<names>[^{}]*)\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Calling();

    /// <summary>What is folded is read like everything else.</summary>
    [GeneratedRegex(@"\{\{\s*(hat|hab|cot|cob|collapse top|collapse bottom|collapsed? (top|bottom)|archive top|archive bottom|atop|abot|abottom|discussion top|discussion bottom|hidden archive top|hidden archive bottom|clear|od|outdent|reflist-talk|reftalk)\s*(\|[^{}]*)?\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"\{\{\s*(code|mono|kbd|tt)\s*\|(1=)?(?<text>[^{}]*)\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Coded();

    [GeneratedRegex(@"\[\[(?<page>[^\[\]|]+)(\|(?<shown>[^\[\]]*))?\]\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"\[(?<target>(https?:)?//[^\s\[\]]+)(\s+(?<shown>[^\[\]]*))?\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex External();

    [GeneratedRegex(@"'''(?<text>.+?)'''", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"''(?<text>.+?)''", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();
}
