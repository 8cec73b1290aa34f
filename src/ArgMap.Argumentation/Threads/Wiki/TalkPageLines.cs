using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>A talk page as lines of its source: how far each is set in, and its words, with links to pages of the wiki in brackets. What lies between two places can be had as a part of the page.</summary>
internal sealed class TalkPageLines
{
    private const int MostOfTime = 60;

    /// <summary>Where a wiki's links start does not matter, only what they name.</summary>
    private static readonly Uri AnyWiki = new("https://wiki.example/wiki/");

    private static readonly HashSet<string> InLine = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private static readonly HashSet<string> BoxNames = new(StringComparer.Ordinal) { "mbox", "tmbox", "ambox", "cmbox", "imbox", "ombox", "fmbox", "mbox-small", "navbox", "infobox", "talkheader", "wpbs" };

    private readonly Dictionary<INode, Around> around = [];
    private readonly List<(INode Node, int At)> pieces = [];
    private Line? open;

    internal TalkPageLines(IHtmlDocument page)
    {
        var root = page.QuerySelector("#mw-content-text") ?? page.QuerySelector("#bodyContent") ?? page.QuerySelector(".mw-parser-output") ?? page.QuerySelector(".moz-reader-content") ?? page.DocumentElement;
        around[root] = new Around(root, 0, 0);
        foreach (var node in NodeText.AllNodes(root, within => !IsPassedOver(within) && PageOf(within) is null))
        {
            Take(node);
        }
    }

    /// <summary>In the order of the page; headings among them.</summary>
    internal List<Line> All { get; } = [];

    /// <summary>How many boxes that templates drew were passed over.</summary>
    internal int Boxes { get; private set; }

    internal int Signatures => All.Count(line => WikitextSignature.Dated(line.Words) is not null);

    /// <summary>Behind the last line.</summary>
    internal (int Piece, int Offset) End => (pieces.Count, 0);

    /// <summary>A line that the source might have: words between two ends of blocks.</summary>
    internal sealed class Line(IElement block, int depth, int first)
    {
        private readonly StringBuilder words = new();
        private string? whole;

        internal IElement Block => block;

        /// <summary>How many items of lists it lies in: as many colons and asterisks stand before it in the source.</summary>
        internal int Depth => depth;

        /// <summary>The number of its first piece.</summary>
        internal int First => first;

        /// <summary>The number of its last piece.</summary>
        internal int Last { get; private set; } = first - 1;

        /// <summary>The level of a heading; 0 for what is none.</summary>
        internal int Level => block.LocalName is ['h', >= '1' and <= '6'] ? block.LocalName[1] - '0' : 0;

        /// <summary>The place on the page that a heading has.</summary>
        internal string? Anchor => block.QuerySelector(".mw-headline[id]")?.Id ?? (block.Id is { Length: > 0 } id ? id : null);

        internal string Words => whole ??= words.ToString();

        internal int Add(string more)
        {
            var at = words.Length;
            words.Append(more);
            Last++;
            return at;
        }
    }

    /// <summary>What an element lies in.</summary>
    /// <param name="Block">The nearest block.</param>
    /// <param name="Depth">How many items of lists it lies in.</param>
    /// <param name="First">How many pieces come before it.</param>
    private sealed record Around(IElement Block, int Depth, int First);

    /// <summary>The place of a sign of a line among the pieces of the page.</summary>
    internal (int Piece, int Offset) At(Line line, int sign)
    {
        var piece = line.First;
        while (piece < line.Last && pieces[piece + 1].At <= sign)
        {
            piece++;
        }

        return (piece, sign - pieces[piece].At);
    }

    /// <summary>A copy of what lies between two places, without the lists that set it in.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="depth">How many items of lists set it in.</param>
    internal IElement Between((int Piece, int Offset) from, (int Piece, int Offset) to, int depth)
    {
        var owner = around.Keys.First().Owner!;
        var whole = owner.CreateElement("div");
        var copies = new Dictionary<INode, INode>();
        for (var piece = from.Piece; piece <= to.Piece && piece < pieces.Count; piece++)
        {
            var node = pieces[piece].Node;
            var start = piece == from.Piece ? from.Offset : 0;
            if (node is IText text)
            {
                var end = piece == to.Piece ? Math.Min(to.Offset, text.Data.Length) : text.Data.Length;
                if (start < end)
                {
                    Into(node.Parent).AppendChild(owner.CreateTextNode(text.Data[start..end]));
                }
            }
            else if (start == 0 && piece != to.Piece)
            {
                Into(node.Parent).AppendChild(node.Clone(true));
            }
        }

        return whole;

        INode Into(INode? parent)
        {
            var chain = new Stack<INode>();
            var at = parent;
            while (at is not null && !copies.ContainsKey(at) && chain.Count < HtmlToMarkdown.MostDepth && around.TryGetValue(at, out var place) && place.First >= from.Piece && !(IsItem(at) && place.Depth <= depth))
            {
                chain.Push(at);
                at = at.Parent;
            }

            if (at is null || !copies.TryGetValue(at, out var into))
            {
                // What the lists around set in stands for itself.
                into = whole.AppendChild(owner.CreateElement("div"));
                copies[at ?? whole] = into;
            }

            while (chain.TryPop(out var next))
            {
                into = copies[next] = into.AppendChild(next.Clone(false));
            }

            return into;
        }
    }

    private void Take(INode node)
    {
        if (node is IText text)
        {
            Add(node, around[text.Parent!], text.Data.Replace('\n', ' ').Replace('\t', ' '));
            return;
        }

        if (node is not IElement element)
        {
            return;
        }

        var outer = around[element.Parent!];
        var own = around[element] = new Around(InLine.Contains(element.LocalName) ? outer.Block : element, outer.Depth + (IsItem(element) ? 1 : 0), pieces.Count);
        if (IsPassedOver(element))
        {
            Boxes += TalkPageFormat.IsFurniture(element) ? 0 : 1;
            return;
        }

        if (PageOf(element) is { } named)
        {
            Add(element, own, $"[[{named}|{PlainText.Line(NodeText.Of(element))}]]");
        }
        else if (!element.HasChildNodes)
        {
            Add(element, outer, "");
            open = element.LocalName == "br" ? null : open;
        }
    }

    private void Add(INode node, Around place, string words)
    {
        if (open?.Block != place.Block)
        {
            // Between blocks stand the ends of the source's lines.
            if (string.IsNullOrWhiteSpace(words) && node is IText)
            {
                return;
            }

            All.Add(open = new Line(place.Block, place.Depth, pieces.Count));
        }

        pieces.Add((node, open.Add(words)));
    }

    private static bool IsItem(INode node) => node is IElement { LocalName: "dd" or "dt" or "li" };

    private static bool IsPassedOver(IElement element) => TalkPageFormat.IsFurniture(element) || IsBox(element);

    private static bool IsBox(IElement element) => element.ClassList.Any(BoxNames.Contains) || (element.LocalName == "table" && element.GetAttribute("role") == "presentation");

    /// <summary>The page of a wiki that a link leads to, with what kind of page it is, as "User:Ada"; null for other links, and for the time of a signature, which leads to its comment.</summary>
    private static string? PageOf(IElement element)
    {
        if (element.LocalName != "a" || element.GetAttribute("href") is not { } href || !Uri.TryCreate(AnyWiki, href, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var titled = address.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("title=", StringComparison.Ordinal));
        var path = titled is not null ? titled["title=".Length..].Replace('+', ' ') : address.AbsolutePath;
        var segments = path.Split('/').SkipWhile(segment => !Uri.UnescapeDataString(segment).Contains(':', StringComparison.Ordinal)).ToList();
        var page = Uri.UnescapeDataString(string.Join('/', segments)).Replace('_', ' ');
        return page.Length == 0 || (NodeText.ShortLine(element, MostOfTime) is { } shown && WikitextSignature.HasTime(shown)) ? null : page.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal);
    }
}
