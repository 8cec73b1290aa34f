using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ArgMap.Argumentation.Threads.Reading;

internal sealed partial class HtmlToMarkdown
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<>&~");

    private static readonly HashSet<string> BlockNames = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "iframe", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    // Written by hand as formulas and left as they are. It backtracks nowhere, so it cannot be made slow.
    private static readonly Regex WrittenMaths = new(@"\$\$[^$]+\$\$|\$[^\s$]([^$\n]*[^\s$])?\$|\\\([^\n]+?\\\)|\\\[[^\n]+?\\\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private bool HoldsBlock(IElement element, int depth)
    {
        if (depth >= MostDepth)
        {
            return false;
        }

        if (BlockNames.Contains(element.LocalName))
        {
            return true;
        }

        // Boards draw a block of code as "code" alone, and break its lines as elsewhere.
        if (element.LocalName == "code")
        {
            return element.ParentElement?.LocalName != "pre" && element.QuerySelector("br") is not null;
        }

        if (element.LocalName is "br" or "img" or "math" or "svg" or "script" || element.ClassList.Contains("lightbox") || Maths(element) is not null)
        {
            return false;
        }

        if (holdsBlock.TryGetValue(element, out var known))
        {
            return known;
        }

        var holds = false;
        foreach (var child in element.ChildNodes)
        {
            holds = holds || (child is IElement inner && HoldsBlock(inner, depth + 1));
        }

        return holdsBlock[element] = holds;
    }

    private void Inline(INode node, int depth, StringBuilder inline)
    {
        if (node is IText text)
        {
            Text(text.Data, inline);
            return;
        }

        if (node is not IElement element)
        {
            return;
        }

        if (depth > MostDepth)
        {
            isTooDeep = isTooDeep || element.FirstElementChild is not null;
            Text(NodeText.Apart(element, BlockNames), inline);
            return;
        }

        if (Maths(element) is { } maths)
        {
            inline.Append(maths);
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                inline.Append('\n');
                break;
            case "b" or "strong":
                Marked(element, depth, inline, "**");
                break;
            case "i" or "em" or "cite" or "dfn" or "var":
                Marked(element, depth, inline, "*");
                break;
            case "s" or "strike" or "del":
                Marked(element, depth, inline, "~~");
                break;
            case "code" or "tt" or "kbd" or "samp":
                Code(NodeText.Of(element), inline);
                break;
            case "q":
                Around(element, depth, inline, "“", "”");
                break;
            case "sup" when Footnote(element) is { } note:
                inline.Append(note);
                break;
            case "sup" or "sub" when PageParts.Raised(element) is { } number:
                inline.Append(number);
                break;
            case "a" when !PageParts.IsSwitch(element):
                Anchor(element, depth, inline);
                break;
            case "img":
                Image(element, inline);
                break;
            case "audio" or "video" or "source" or "embed":
                Link(inline, element.GetAttribute("src") ?? element.QuerySelector("source")?.GetAttribute("src"), "");
                break;
            case "input" when element.GetAttribute("type") == "checkbox" && element.Closest("li") is not null:
                inline.Append(element.HasAttribute("checked") ? "[x] " : "[ ] ");
                break;
            case "span" when element.ClassList.Contains("footnote-back-link"):
            case "a" or "script" or "style" or "noscript" or "template" or "svg" or "button" or "select" or "textarea" or "input":
                break;
            case "span" when element.ClassList.Contains("spoiler") || element.ClassList.Contains("md-spoiler-text"):
                Around(element, depth, inline, ">!", "!<");
                break;
            default:
                Children(element, depth, inline);
                break;
        }
    }

    private void Children(IElement element, int depth, StringBuilder inline)
    {
        foreach (var child in element.ChildNodes)
        {
            Inline(child, depth + 1, inline);
        }
    }

    private static void Text(string data, StringBuilder inline)
    {
        var at = 0;
        foreach (var match in WrittenMaths.EnumerateMatches(data))
        {
            Words(Escape(data[at..match.Index]), inline);
            Words(data.Substring(match.Index, match.Length), inline);
            at = match.Index + match.Length;
        }

        Words(Escape(data[at..]), inline);
    }

    /// <summary>Runs of white space in HTML are one space, and none at the beginning of a line.</summary>
    private static void Words(string text, StringBuilder inline)
    {
        foreach (var character in text)
        {
            if (character is not (' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0'))
            {
                inline.Append(character);
            }
            else if (inline.Length > 0 && inline[^1] is not (' ' or '\n'))
            {
                inline.Append(' ');
            }
        }
    }

    private void Marked(IElement element, int depth, StringBuilder inline, string mark) => Around(element, depth, inline, mark, mark);

    private void Around(IElement element, int depth, StringBuilder inline, string opens, string closes)
    {
        var inner = new StringBuilder();
        Children(element, depth, inner);
        var text = inner.ToString();
        var words = text.Trim(' ', '\n');
        if (words.Length == 0 || (opens == closes && words.StartsWith(opens, StringComparison.Ordinal) && words.EndsWith(closes, StringComparison.Ordinal)))
        {
            Words(text, inline);
            return;
        }

        if (text[0] is ' ' or '\n')
        {
            Words(" ", inline);
        }

        // Marks do not reach over a line break that makes a paragraph.
        inline.Append(opens).Append(words.Replace("\n", closes + "\n" + opens, StringComparison.Ordinal).Replace("\n" + opens + closes + "\n", "\n\n", StringComparison.Ordinal)).Append(closes);
        if (text[^1] is ' ' or '\n')
        {
            inline.Append(' ');
        }
    }

    private static void Code(string text, StringBuilder inline)
    {
        var line = PlainText.Line(text);
        if (line is null)
        {
            return;
        }

        var mark = "`";
        while (line.Contains(mark, StringComparison.Ordinal))
        {
            mark += "`";
        }

        inline.Append(mark).Append(mark.Length > 1 ? $" {line} " : line).Append(mark);
    }

    private void Anchor(IElement element, int depth, StringBuilder inline)
    {
        if (element.ClassList.Contains("anchor") || element.ClassList.Contains("footnote-backref"))
        {
            return;
        }

        if (element.ClassList.Contains("mention") || element.ClassList.Contains("hashtag"))
        {
            Text(NodeText.Of(element), inline);
            return;
        }

        if (element.QuerySelector("img") is { } image && (element.ClassList.Contains("lightbox") || string.IsNullOrWhiteSpace(NodeText.Of(element))))
        {
            Link(inline, element.GetAttribute("href"), Escape(image.GetAttribute("alt") is { Length: > 0 } alt ? alt : "image"));
            return;
        }

        var inner = new StringBuilder();
        Children(element, depth, inner);
        var shown = inner.ToString().Replace('\n', ' ').Trim();
        Link(inline, PageParts.Place(element) is { } place && (place == element.ParentElement?.Id || (IsFootnote(place) && !shown.Any(char.IsLetterOrDigit))) ? null : element.GetAttribute("href"), shown);
    }

    private void Image(IElement element, StringBuilder inline)
    {
        if (PageParts.IsSmiley(element))
        {
            Text(PageParts.Smiley(element), inline);
            return;
        }

        var source = element.GetAttribute("data-src") ?? element.GetAttribute("src");
        Link(inline, source, Escape(PlainText.Line(element.GetAttribute("alt")) ?? "image"));
    }

    private void Link(StringBuilder inline, string? href, string text)
    {
        var target = Absolute(href);
        if (target is null)
        {
            Words(text, inline);
            return;
        }

        links.Add(target);
        var shown = text.Replace("\\", "", StringComparison.Ordinal);
        var isAddress = shown.Length == 0 || shown == target || shown == href || ("http://" + shown) == target || ("https://" + shown) == target
            || (shown.EndsWith("...", StringComparison.Ordinal) && target.StartsWith(shown[..^3], StringComparison.Ordinal));
        inline.Append(isAddress && target.Contains(':', StringComparison.Ordinal) ? $"<{target}>" : $"[{(text.Length == 0 ? Escape(target) : text)}]({target})");
    }

    /// <summary>The address with everything that would end a link in Markdown written as percent codes; null when it leads nowhere.</summary>
    private string? Absolute(string? href)
    {
        var target = href?.Trim();
        if (string.IsNullOrEmpty(target) || target.StartsWith('#'))
        {
            return null;
        }

        var hasScheme = Scheme().Match(target) is { Success: true } scheme ? scheme.Groups["name"].Value.ToLowerInvariant() : null;
        if (hasScheme is not (null or "http" or "https"))
        {
            return null;
        }

        if (hasScheme is null && address is not null && Uri.TryCreate(address, target, out var absolute))
        {
            target = absolute.AbsoluteUri;
        }

        return string.Concat(target.Select(character => character switch
        {
            ' ' => "%20",
            '(' => "%28",
            ')' => "%29",
            '<' => "%3C",
            '>' => "%3E",
            '\n' or '\r' or '\t' => "",
            _ => character.ToString(),
        }));
    }

    private static string? Footnote(IElement element)
    {
        var anchor = element.LocalName == "a" ? element : element.QuerySelector("a[href*='#']");
        return PageParts.Place(anchor) is { } place && IsFootnote(place) ? $"[^{FootnoteNumber(PlainText.Line(anchor!.TextContent) ?? place, 0)}]" : null;
    }

    private static bool IsFootnote(string place) => place.StartsWith("fn", StringComparison.Ordinal) || place.Contains("note", StringComparison.OrdinalIgnoreCase);

    private static string FootnoteNumber(string text, int other)
    {
        var digits = TrailingDigits().Match(text);
        return digits.Success ? digits.Groups["digits"].Value : other > 0 ? other.ToString(System.Globalization.CultureInfo.InvariantCulture) : "note";
    }

    /// <summary>The formula an element shows, as its TeX; null when it is none.</summary>
    private static string? Maths(IElement element)
    {
        if (element.LocalName == "script")
        {
            return element.GetAttribute("type") is { } type && type.StartsWith("math/tex", StringComparison.Ordinal)
                ? InDollars(NodeText.Of(element), type.Contains("display", StringComparison.Ordinal)) : null;
        }

        if (element.LocalName == "math" || element.ClassList.Contains("katex") || element.ClassList.Contains("katex-display"))
        {
            var source = element.QuerySelector("annotation[encoding='application/x-tex']");
            var tex = source is null ? element.GetAttribute("alttext") : NodeText.Of(source);
            return tex is null && element.LocalName != "math" ? null : InDollars(tex ?? NodeText.Of(element), element.ClassList.Contains("katex-display"));
        }

        if (element.ClassList.Contains("mjx-chtml") || element.ClassList.Contains("mjpage"))
        {
            var label = element.QuerySelector("[aria-label]")?.GetAttribute("aria-label") ?? element.GetAttribute("aria-label");
            return label is null ? null : InDollars(label, element.ClassList.Contains("MJXc-display") || element.ClassList.Contains("mjpage__block"));
        }

        return element.LocalName is "span" or "div" && element.ClassList.Contains("math") && element.FirstElementChild is null
            ? InDollars(NodeText.Of(element), element.LocalName == "div") : null;
    }

    private static string InDollars(string tex, bool isDisplay)
    {
        var line = (PlainText.Line(tex) ?? "").Trim('$');
        return isDisplay ? $"$${line}$$" : $"${line}$";
    }

    /// <summary>Text that Markdown would read as markup, with a backslash before what it would read so.</summary>
    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var (before, after) = (index == 0 ? ' ' : text[index - 1], index + 1 == text.Length ? ' ' : text[index + 1]);
            var isMarkup = character switch
            {
                '\\' => char.IsAsciiLetterOrDigit(after) is false && after != ' ',
                '`' => true,
                '*' => before != ' ' || after != ' ',
                '_' => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after),
                '[' => true,
                ']' => after is '(' or '[' or ':',
                '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
                '&' => after == '#' || char.IsAsciiLetter(after),
                '~' => after == '~' || before == '~',
                _ => false,
            };
            _ = isMarkup ? escaped.Append('\\').Append(character) : escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static string AtLineStart(string line)
    {
        if (BlockMark().IsMatch(line))
        {
            return "\\" + line;
        }

        var number = NumberMark().Match(line);
        return number.Success ? line.Insert(number.Groups["digits"].Length, "\\") : line;
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<digits>\d{1,6})\D*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrailingDigits();

    [GeneratedRegex(@"^(#{1,6}(\s|$)|>(?!!)|[-+](\s|$)|={3,}\s*$|-{3,}\s*$|~{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^(?<digits>\d{1,9})[.)](\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberMark();
}
