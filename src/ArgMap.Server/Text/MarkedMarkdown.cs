using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ArgMap.Server.Text;

/// <content>Text of a forum, with passages marked: it is not cleaned first, as positions count in it as it is stored, and may be longer than what people write here.</content>
public static partial class Markdown
{
    /// <summary>Longer texts are formatted in pieces of about this length, cut between blocks.</summary>
    private const int PieceLength = 30_000;

    private static readonly MarkdownPipeline PlacedPipeline = MakePipeline(isPlaced: true);

    /// <summary>Makes markup of Markdown with marks in it, as harmless as <see cref="ToHtml(string, string?)"/>.</summary>
    /// <param name="markdown">The text as it is stored.</param>
    /// <param name="passages">What is marked. Passages may overlap and cross formatting.</param>
    /// <param name="origins">Where quotes come from.</param>
    /// <param name="scope">What the ids of its footnotes begin with: something that no other text of the page has.</param>
    public static string ToHtml(string markdown, IReadOnlyList<MarkedPassage> passages, IReadOnlyList<QuoteOrigin> origins, string scope)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(scope);
        var notes = new Footnotes(markdown, scope);
        // One for all pieces: it knows which ids have been given.
        IMarkdownObjectRenderer[] renderers = [new MarkRenderer(), new CodeRenderer(), new NoteRenderer(), .. notes.Renderers()];
        if (markdown.Length <= MaxLength)
        {
            return PieceToHtml(markdown, passages, origins, notes, renderers);
        }

        using var html = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        for (var start = 0; start < markdown.Length;)
        {
            var end = PieceEnd(markdown, start);
            var here = passages.Where(passage => passage.Start >= start && passage.Start < end).Select(passage => passage with { Start = passage.Start - start, Length = Math.Min(passage.Length, end - passage.Start) });
            var quotes = origins.Where(origin => origin.Start >= start && origin.Start < end).Select(origin => origin with { Start = origin.Start - start });
            html.Write(PieceToHtml(markdown[start..end], [.. here], [.. quotes], notes, renderers));
            start = end;
        }

        return html.ToString();
    }

    // After a blank line that no list, quote or code goes on across, so that a piece reads as it did in the whole.
    private static int PieceEnd(string text, int start)
    {
        if (text.Length - start <= PieceLength)
        {
            return text.Length;
        }

        for (var at = start + PieceLength; at > start + (PieceLength / 2); at--)
        {
            if (text[at - 1] == '\n' && text[at - 2] == '\n' && char.IsLetter(text[at]))
            {
                return at;
            }
        }

        return start + PieceLength;
    }

    private static string PieceToHtml(string text, IReadOnlyList<MarkedPassage> passages, IReadOnlyList<QuoteOrigin> origins, Footnotes notes, IMarkdownObjectRenderer[] renderers)
    {
        if (Parse(text, PlacedPipeline, notes.Context()) is not { } document)
        {
            return UserText.WithoutInvisibles(AsTyped(text));
        }

        // Before links are tamed: what is made of a text then no longer knows where it stood.
        Say(document, origins);
        Mark(document, text, passages);
        Tame(document, mapPath: null);
        return Render(document, renderers);
    }

    private static void Say(MarkdownDocument document, IReadOnlyList<QuoteOrigin> origins)
    {
        foreach (var origin in origins)
        {
            var quote = document.Descendants<QuoteBlock>().Where(block => block.Span.Start < origin.Start + origin.Length && block.Span.End >= origin.Start).MaxBy(block => block.Span.Start);
            quote?.Add(new ParagraphBlock { Inline = new ContainerInline().AppendChild(new NoteInline([], origin)) });
        }
    }

    private static void Mark(MarkdownDocument document, string source, IReadOnlyList<MarkedPassage> passages)
    {
        if (passages.Count == 0)
        {
            return;
        }

        var begun = new HashSet<MarkedPassage>();
        var last = new Dictionary<MarkedPassage, MarkInline>();
        var lastCode = new Dictionary<MarkedPassage, MarkedCode>();
        IEnumerable<MarkdownObject> leaves = document.Descendants<LeafInline>().Where(leaf => leaf is LineBreakInline || (leaf is LiteralInline or CodeInline or HtmlEntityInline or AutolinkInline && leaf.Span.Length > 0));
        foreach (var part in leaves.Concat(document.Descendants<CodeBlock>()).OrderBy(part => part.Span.Start).ToList())
        {
            var over = passages.Where(passage => IsOver(passage, part)).ToList();
            if (over.Count > 0 && part is LeafInline leaf)
            {
                Cover(leaf, over);
            }
            else if (over.Count > 0 && MarkCode((CodeBlock)part, source, over, begun) is { } code)
            {
                foreach (var passage in code.Pieces.SelectMany(piece => piece.Mark?.Covers ?? []))
                {
                    lastCode[passage] = code;
                    last.Remove(passage);
                }
            }
        }

        foreach (var group in lastCode.Where(pair => !last.ContainsKey(pair.Key)).GroupBy(pair => pair.Value, pair => pair.Key))
        {
            // A link within code would be copied with it.
            group.Key.Parent!.Insert(group.Key.Parent.IndexOf(group.Key) + 1, new ParagraphBlock { Inline = new ContainerInline().AppendChild(new NoteInline([.. group], null)) });
        }

        foreach (var group in passages.Where(passage => last.ContainsKey(passage) || !lastCode.ContainsKey(passage)).GroupBy(passage => last.GetValueOrDefault(passage)))
        {
            var notes = new NoteInline([.. group], null);
            if (group.Key is null)
            {
                // Nothing of these could be marked.
                foreach (var passage in group)
                {
                    var block = document.LastOrDefault(block => block.Span.Start <= passage.Start);
                    document.Insert(block is null ? 0 : document.IndexOf(block) + 1, new ParagraphBlock { Inline = new ContainerInline().AppendChild(new NoteInline([passage], null) { HasIds = true }) });
                }

                continue;
            }

            Inline after = group.Key;
            while (after.Parent is LinkInline link)
            {
                after = link;
            }

            after.InsertAfter(notes);
        }

        void Cover(LeafInline leaf, List<MarkedPassage> over)
        {
            // The backslash before an escaped character is in the span and not in what is shown.
            var (from, until) = (leaf.Span.Start + (leaf is LiteralInline { IsFirstCharacterEscaped: true } ? 1 : 0), leaf is LineBreakInline ? leaf.Span.Start + 1 : leaf.Span.End + 1);
            if (leaf is LiteralInline { Content: var content } && content.Length < until - from && source.AsSpan(from, until - from).Trim().SequenceEqual(content.AsSpan()))
            {
                // The spaces around the words of a cell are in the span, too.
                from = source.IndexOf(content.ToString(), from, StringComparison.Ordinal);
                until = from + content.Length;
            }

            var isText = leaf is LiteralInline whole && whole.Content.Length == until - from;
            var cuts = isText ? over.SelectMany(passage => new[] { passage.Start, passage.Start + passage.Length }).Where(cut => cut > from && cut < until).Append(from).Append(until).Distinct().Order().ToList() : [from, until];
            Inline before = leaf;
            for (var index = 0; index + 1 < cuts.Count; index++)
            {
                var (start, end) = (cuts[index], cuts[index + 1]);
                Inline piece = isText ? new LiteralInline(((LiteralInline)leaf).Content.ToString()[(start - from)..(end - from)]) { Span = new SourceSpan(start, end - 1) } : leaf;
                var covers = over.FindAll(passage => passage.Start < end && passage.Start + passage.Length > start);
                if (covers.Count == 0)
                {
                    before.InsertAfter(piece);
                    before = piece;
                    continue;
                }

                var mark = new MarkInline(covers, [.. covers.Where(begun.Add)]);
                before.InsertAfter(mark);
                before = mark;
                if (!isText)
                {
                    leaf.Remove();
                }

                mark.AppendChild(piece);
                covers.ForEach(passage => last[passage] = mark);
            }

            if (isText)
            {
                leaf.Remove();
            }
        }
    }

    /// <summary>Whether a passage lies over a part of the text; over the end of a line only where it goes on in the next, so that no mark begins or ends in nothing.</summary>
    private static bool IsOver(MarkedPassage passage, MarkdownObject part) =>
        part is LineBreakInline ? passage.Start < part.Span.Start && passage.Start + passage.Length > part.Span.Start + 1 : passage.Start <= part.Span.End && passage.Start + passage.Length > part.Span.Start;

    /// <summary>A stretch of text that the same passages cover.</summary>
    private sealed class MarkInline(IReadOnlyList<MarkedPassage> covers, IReadOnlyList<MarkedPassage> begins) : ContainerInline
    {
        /// <summary>The shortest of them says how it looks: it lies within the others.</summary>
        public string Class => covers.MinBy(passage => passage.Length)!.Class + (covers.Count > 1 ? " several" : "");

        public IReadOnlyList<MarkedPassage> Covers => covers;

        /// <summary>Those that begin here.</summary>
        public IReadOnlyList<MarkedPassage> Begins => begins;
    }

    private sealed class NoteInline(IReadOnlyList<MarkedPassage> passages, QuoteOrigin? origin) : LeafInline
    {
        public IReadOnlyList<MarkedPassage> Passages => passages;

        public QuoteOrigin? Origin => origin;

        /// <summary>The passages could not be marked, so whoever looks for them finds them here.</summary>
        public bool HasIds { get; init; }
    }

    private sealed class MarkRenderer : HtmlObjectRenderer<MarkInline>
    {
        public static void Begin(HtmlRenderer renderer, MarkInline mark)
        {
            renderer.Write("<mark class=\"").Write(WebUtility.HtmlEncode(mark.Class)).Write("\"");
            renderer.Write(mark.Begins is [var first, ..] ? $" id=\"{WebUtility.HtmlEncode(first.Id)}\">" : ">");
            foreach (var other in mark.Begins.Skip(1))
            {
                renderer.Write($"<span id=\"{WebUtility.HtmlEncode(other.Id)}\"></span>");
            }
        }

        protected override void Write(HtmlRenderer renderer, MarkInline obj)
        {
            Begin(renderer, obj);
            if (obj.FirstChild is LineBreakInline { IsHard: var isHard })
            {
                // By itself it would be left out, as what is last in a paragraph is.
                renderer.Write(isHard ? "<br />\n" : "\n");
            }
            else
            {
                renderer.WriteChildren(obj);
            }

            renderer.Write("</mark>");
        }
    }

    private sealed class NoteRenderer : HtmlObjectRenderer<NoteInline>
    {
        protected override void Write(HtmlRenderer renderer, NoteInline obj)
        {
            if (obj.Origin is { } origin)
            {
                renderer.Write($"<a class=\"quote-origin\" href=\"{WebUtility.HtmlEncode(origin.Address)}\">{WebUtility.HtmlEncode(origin.Text)}</a>");
                return;
            }

            foreach (var passage in obj.Passages)
            {
                if (passage.Note is not { } note)
                {
                    continue;
                }

                var id = obj.HasIds ? $" id=\"{WebUtility.HtmlEncode(passage.Id)}\"" : "";
                renderer.Write($"<sup class=\"{WebUtility.HtmlEncode(passage.Class)}\"{id}> <a href=\"{WebUtility.HtmlEncode(note.Address)}\" title=\"{WebUtility.HtmlEncode(note.Says)}\">");
                Shape(note.Shapes.Before);
                renderer.Write(WebUtility.HtmlEncode(note.Text));
                Shape(note.Shapes.After);
                renderer.Write($"<span class=\"visually-hidden\"> {WebUtility.HtmlEncode(note.Says)}</span></a></sup>");
            }

            void Shape(string? id) => renderer.Write(id is null ? "" : $"<svg aria-hidden=\"true\"><use href=\"#{WebUtility.HtmlEncode(id)}\"></use></svg>");
        }
    }
}
