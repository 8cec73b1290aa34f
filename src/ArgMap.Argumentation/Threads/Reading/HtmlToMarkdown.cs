using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>A post's HTML as Markdown: text, emphasis, links, lists, quotes, code, tables, images as links, footnotes, spoilers, mathematics as text.</summary>
/// <remarks>Nothing of the HTML itself passes through: what has no counterpart in Markdown becomes its text.</remarks>
internal sealed partial class HtmlToMarkdown
{
    /// <summary>Deeper than any post a person wrote; what is deeper becomes plain text.</summary>
    internal const int MostDepth = 400;

    /// <summary>More than any post a person wrote has; parsed, each takes a kilobyte.</summary>
    internal const int MostTags = 200_000;

    private const int MostIndents = 30, MostPadding = 8;

    private readonly Uri? address;
    private readonly List<string> links = [];
    private readonly List<QuoteSource> sources = [];
    private readonly Dictionary<INode, bool> holdsBlock = [];

    /// <summary>Who is quoted is kept apart from the words.</summary>
    private readonly HashSet<INode> heads = [];

    /// <summary>The element before the one being written: some forums name the writer above a quote.</summary>
    private IElement? before;

    private bool isTooDeep;

    /// <summary>How many blockquotes and lists are open: each indents all lines within.</summary>
    private int indents;

    private HtmlToMarkdown(string? address) => Uri.TryCreate(address, UriKind.Absolute, out this.address);

    /// <summary>Converts a fragment of HTML. Relative links are made absolute by the address, if there is one.</summary>
    internal static ConvertedBody Convert(string? html, string? address)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return ConvertedBody.Empty;
        }

        html = MendedHtml.Of(html);
        var (isTooDeep, hasTooManyTags) = (HtmlDepth.Of(html) > MostDepth, html.AsSpan().Count('<') > MostTags);
        if (isTooDeep || hasTooManyTags)
        {
            return new ConvertedBody(PlainText.Clean(PlainText.Decoded(HtmlDepth.WithoutTags(html))).Trim(), [], [], isTooDeep) { HasTooManyTags = hasTooManyTags };
        }

        var document = new HtmlParser().ParseDocument("<body>" + PlainText.Clean(PlainText.WithoutOwnMarks(html)));
        return Convert(document.Body!, address);
    }

    /// <summary>Converts what an element holds.</summary>
    internal static ConvertedBody Convert(INode element, string? address)
    {
        var writer = new HtmlToMarkdown(address);
        var markdown = string.Join("\n\n", writer.Blocks(element, 0)).Trim('\n');
        return new ConvertedBody(markdown, [.. writer.links.Distinct(StringComparer.Ordinal)], writer.sources, writer.isTooDeep);
    }

    private List<string> Blocks(INode parent, int depth)
    {
        List<string> blocks = [];
        var inline = new StringBuilder();
        AddBlocks(parent, depth, blocks, inline);
        Flush(inline, blocks);
        return blocks;
    }

    private void AddBlocks(INode parent, int depth, List<string> blocks, StringBuilder inline)
    {
        IElement? previous = null;
        foreach (var child in parent.ChildNodes)
        {
            (before, previous) = (previous, child as IElement ?? previous);
            if (child is IElement head && (heads.Contains(head) || PageParts.IsNoText(head)))
            {
                continue;
            }

            Add(child, depth, blocks, inline);
        }
    }

    private void Add(INode child, int depth, List<string> blocks, StringBuilder inline)
    {
        if (child is IElement element && HoldsBlock(element, depth))
        {
            Flush(inline, blocks);
            Block(element, depth + 1, blocks);
        }
        else
        {
            Inline(child, depth + 1, inline);
        }
    }

    private void Block(IElement element, int depth, List<string> blocks)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                var heading = OneLine(element, depth);
                if (heading.Length > 0)
                {
                    blocks.Add(new string('#', element.LocalName[1] - '0') + " " + heading);
                }

                break;
            case "div" when ForumQuotes.IsHead(element):
                break;
            case "blockquote" or "div" when PageParts.IsSpoiler(element):
                blocks.Add(Prefixed(string.Join("\n\n", Blocks(element, depth)), ">! "));
                break;
            case "blockquote" or "div" or "table" when ForumQuotes.Of(element, before) is { } forum:
                heads.UnionWith(forum.Heads);
                Quote(forum.Words, depth, blocks, forum.Source);
                break;
            case "aside" when element.ClassList.Contains("quote"):
                var quoted = element.QuerySelector("blockquote") ?? element;
                Quote(quoted, depth, blocks, new QuoteSource(
                    element.GetAttribute("data-username") is { Length: > 0 } user ? user : null, element.GetAttribute("data-post"), element.GetAttribute("data-topic")));
                break;
            case "div" when element.ClassList.Contains("poll-info"):
                // How many voted when the page was made: not what somebody wrote.
                break;
            case "a" when element.ClassList.Contains("lightbox"):
                // Below the picture stand its size and its name again.
                var picture = new StringBuilder();
                Anchor(element, depth, picture);
                Flush(picture, blocks);
                break;
            case "aside" when element.ClassList.Contains("onebox"):
                Onebox(element, blocks);
                break;
            case "ul" or "ol" or "menu" or "dir":
                List(element, depth, blocks);
                break;
            case "dl":
                foreach (var part in element.Children)
                {
                    blocks.AddRange(part.LocalName == "dt" ? [$"**{OneLine(part, depth)}**"] : Blocks(part, depth));
                }

                break;
            case "pre" or "code":
                blocks.Add(Fenced(element));
                break;
            case "table" when element.QuerySelector("td.code") is { } cell && cell.Closest("table") == element:
                blocks.Add(Fenced(cell));
                break;
            case "hr":
                blocks.Add("---");
                break;
            case "table":
                Table(element, depth, blocks);
                break;
            case "details":
                var summary = element.Children.FirstOrDefault(child => child.LocalName == "summary");
                if (summary is not null && OneLine(summary, depth) is { Length: > 0 } title)
                {
                    blocks.Add($"**{title}**");
                }

                blocks.AddRange(Blocks(element, depth));
                break;
            case "li":
                blocks.Add(Item("- ", Blocks(element, depth), isTight: true));
                break;
            case "summary" or "script" or "style" or "noscript" or "template" or "head" or "form" or "nav" or "iframe" or "svg" or "button" or "select" or "textarea":
                if (Maths(element) is { } maths)
                {
                    blocks.Add(maths);
                }
                else if (element.LocalName == "iframe")
                {
                    var frame = new StringBuilder();
                    Link(frame, element.GetAttribute("src"), element.GetAttribute("title") ?? "");
                    Flush(frame, blocks);
                }
                else if (element.LocalName == "form")
                {
                    blocks.AddRange(Blocks(element, depth));
                }

                break;
            default:
                if (Maths(element) is { } formula)
                {
                    blocks.Add(formula);
                }
                else
                {
                    blocks.AddRange(Blocks(element, depth));
                }

                break;
        }
    }

    private void Quote(IElement element, int depth, List<string> blocks, QuoteSource? source)
    {
        indents++;
        var inner = Blocks(element, depth);
        indents--;
        if (inner.Count == 0)
        {
            return;
        }

        var mark = "";
        if (source is not null)
        {
            mark = $"{PlainText.SourceOpens}{sources.Count}{PlainText.SourceCloses}";
            sources.Add(source);
        }

        var text = mark + string.Join("\n\n", inner);
        blocks.Add(indents >= MostIndents ? text : Prefixed(text, "> "));
    }

    private void Onebox(IElement element, List<string> blocks)
    {
        var link = element.GetAttribute("data-onebox-src") ?? element.QuerySelector("a[href]")?.GetAttribute("href");
        var inline = new StringBuilder();
        Link(inline, link, element.QuerySelector("h3, h4") is { } title ? Escape(PlainText.Line(title.TextContent) ?? "") : "");
        Flush(inline, blocks);
    }

    private void List(IElement element, int depth, List<string> blocks)
    {
        var number = int.TryParse(element.GetAttribute("start"), out var start) && start >= 0 ? start : 1;
        var isFootnotes = element.ClassList.Contains("footnotes") || element.ClassList.Contains("footnotes-list") || element.ClassList.Contains("footnote-section") || element.ParentElement?.ClassList.Contains("footnotes") == true;
        List<(string Marker, List<string> Blocks)> items = [];
        indents++;
        foreach (var item in element.Children)
        {
            var inner = item.LocalName is "li" ? Blocks(item, depth) : Stray(item, depth);
            var note = isFootnotes && item.Id is { Length: > 0 } id ? FootnoteNumber(id, items.Count + 1) : null;
            items.Add((note is not null ? $"[^{note}]: " : element.LocalName == "ol" ? $"{number++}. " : "- ", inner));
        }

        indents--;
        items.RemoveAll(item => item.Blocks.Count == 0);
        var isTight = items.TrueForAll(item => item.Blocks.Count(block => !IsList(block)) <= 1);
        if (items.Count > 0)
        {
            var lines = items.Select(item => Item(indents >= MostIndents ? "" : item.Marker, item.Blocks, isTight));
            blocks.Add(string.Join(isTight ? "\n" : "\n\n", lines));
        }
    }

    /// <summary>What stands in a list without being an item counts as one: <c>ul &gt; ul</c> is common.</summary>
    private List<string> Stray(IElement stray, int depth)
    {
        List<string> blocks = [];
        var inline = new StringBuilder();
        Add(stray, depth, blocks, inline);
        Flush(inline, blocks);
        return blocks;
    }

    private static bool IsList(string block) => block.StartsWith("- ", StringComparison.Ordinal) || (block.Length > 2 && char.IsAsciiDigit(block[0]) && block.AsSpan().TrimStart("0123456789").StartsWith(". "));

    private static string Item(string marker, List<string> blocks, bool isTight)
    {
        var text = string.Join(isTight ? "\n" : "\n\n", blocks);
        var indent = new string(' ', marker.StartsWith('[') ? 4 : marker.Length);
        return marker + text.Replace("\n", "\n" + indent, StringComparison.Ordinal).Replace("\n" + indent + "\n", "\n\n", StringComparison.Ordinal);
    }

    private static string Prefixed(string text, string prefix) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? prefix.TrimEnd() : prefix + line));

    private static string Fenced(IElement element)
    {
        var text = PlainText.Clean(PageParts.Code(element)).Trim('\n');
        var (longest, run) = (2, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);

        var classes = (element.QuerySelector("code")?.ClassName ?? element.ClassName ?? "").Split(' ');
        var language = classes.FirstOrDefault(name => name.StartsWith("lang-", StringComparison.Ordinal) || name.StartsWith("language-", StringComparison.Ordinal));
        // Discourse calls it "auto" where nobody says in what language the code is.
        return $"{fence}{(language == "lang-auto" ? "" : language?[(language.IndexOf('-', StringComparison.Ordinal) + 1)..])}\n{text}\n{fence}";
    }

    private void Table(IElement element, int depth, List<string> blocks)
    {
        var rows = element.QuerySelectorAll("tr").Where(row => row.Closest("table") == element).ToList();
        var cells = rows.Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList()).Where(row => row.Count > 0).ToList();
        var width = cells.Count == 0 ? 0 : cells.Max(row => row.Count);
        // One column, or tables within tables, is how old pages place things: no table of data.
        // A single wide row would make all others as wide, cells over cells of nothing.
        if (width < 2 || (long)width * cells.Count > 1000 + (MostPadding * cells.Sum(row => (long)row.Count)) || element.QuerySelector("table, blockquote, ul, ol, pre") is not null)
        {
            foreach (var cell in cells.SelectMany(row => row))
            {
                blocks.AddRange(Blocks(cell, depth));
            }

            return;
        }

        var table = new StringBuilder();
        for (var index = 0; index < cells.Count; index++)
        {
            table.Append('|');
            for (var column = 0; column < width; column++)
            {
                table.Append(' ').Append(column < cells[index].Count ? OneLine(cells[index][column], depth).Replace("|", @"\|", StringComparison.Ordinal) : "").Append(" |");
            }

            if (index == 0)
            {
                table.Append("\n|").Insert(table.Length, " --- |", width);
            }

            table.Append(index == cells.Count - 1 ? "" : "\n");
        }

        blocks.Add(table.ToString());
    }

    private string OneLine(INode element, int depth) =>
        PlainText.Line(string.Join(' ', Blocks(element, depth)).Replace("  \n", " ", StringComparison.Ordinal)) ?? "";

    private static void Flush(StringBuilder inline, List<string> blocks)
    {
        var lines = inline.ToString().Split('\n').Select(line => line.Trim(' ')).ToList();
        inline.Clear();
        while (lines.Count > 0 && lines[0].Length == 0)
        {
            lines.RemoveAt(0);
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        List<string> paragraph = [];
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                paragraph.Add(AtLineStart(line));
            }
            else if (paragraph.Count > 0)
            {
                // Two line breaks in a row are how people make a paragraph.
                blocks.Add(string.Join("  \n", paragraph));
                paragraph = [];
            }
        }

        if (paragraph.Count > 0)
        {
            blocks.Add(string.Join("  \n", paragraph));
        }
    }
}
