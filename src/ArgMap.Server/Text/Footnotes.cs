using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ArgMap.Server.Text;

/// <summary>The footnotes of one text: <c>[^1]</c> leads to where a line begins with <c>[^1]:</c>, and back.</summary>
/// <remarks>
/// Notes stay where they are written and are all shown. Markdig's own extension drops those that nothing refers to, moves the others to the end and numbers them
/// anew; and it knows nothing of the other pieces that a long text is formatted in.
/// </remarks>
internal sealed partial class Footnotes
{
    /// <summary>The longest name of a note.</summary>
    private const int MaxLabelLength = 40;

    private static readonly SearchValues<char> EndsLabel = SearchValues.Create("[]^\\ \t\r\n");

    private readonly string scope;
    private readonly Dictionary<string, Note> notes = new(StringComparer.Ordinal);

    /// <summary>Finds which notes a text has.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="scope">What the ids on the page begin with, so that texts beside each other keep theirs apart.</param>
    internal Footnotes(string text, string scope)
    {
        this.scope = scope;
        foreach (var match in Mention().EnumerateMatches(text))
        {
            var mention = text.AsSpan(match.Index, match.Length);
            var label = LabelOf(mention.TrimStart())!;
            var isNote = mention[^1] == ':' && text.AsSpan(..match.Index).TrimEnd(' ') is [] or [.., '\n'];
            var note = notes.GetValueOrDefault(label) ?? new Note(notes.Count + 1);
            notes[label] = isNote ? note with { IsWritten = true } : note with { IsReferredTo = true };
        }
    }

    private sealed record Note(int Index, bool IsWritten = false, bool IsReferredTo = false);

    /// <summary>Lets a pipeline read notes, of a text whose <see cref="Footnotes"/> are in the context it is read with.</summary>
    internal static void AddTo(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new NoteParser());
        pipeline.InlineParsers.Insert(0, new ReferenceParser());
    }

    /// <summary>What a text is read with.</summary>
    internal MarkdownParserContext Context()
    {
        var context = new MarkdownParserContext();
        context.Properties[typeof(Footnotes)] = this;
        return context;
    }

    /// <summary>What writes them.</summary>
    internal IEnumerable<IMarkdownObjectRenderer> Renderers() => [new NoteRenderer(this), new ReferenceRenderer(this)];

    private bool Has(string label) => notes.TryGetValue(label, out var note) && note is { IsWritten: true };

    private string IdOf(string label) => string.Create(CultureInfo.InvariantCulture, $"{scope}-note{notes[label].Index}");

    private string PlaceOf(string label) => string.Create(CultureInfo.InvariantCulture, $"{scope}-to-note{notes[label].Index}");

    /// <summary>The name in <c>[^name]</c>, which the text begins with; null when it begins with none.</summary>
    private static string? LabelOf(ReadOnlySpan<char> text)
    {
        if (text is not ['[', '^', .. var rest])
        {
            return null;
        }

        var end = rest[..Math.Min(rest.Length, MaxLabelLength + 1)].IndexOfAny(EndsLabel);
        return end > 0 && rest[end] == ']' ? rest[..end].ToString() : null;
    }

    [GeneratedRegex(@"\[\^[^\[\]\\^\s]{1,40}\]:?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mention();

    /// <summary>A note.</summary>
    private sealed class NoteBlock(BlockParser parser, string label) : ContainerBlock(parser)
    {
        public string Label => label;

        public bool IsAfterBlank { get; set; }
    }

    /// <summary>A mention of one in the text.</summary>
    private sealed class ReferenceInline(string label) : LeafInline
    {
        public string Label => label;
    }

    private sealed class NoteParser : BlockParser
    {
        public NoteParser() => OpeningCharacters = ['['];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || processor.CurrentContainer is not MarkdownDocument || Begun(processor) is not { } label)
            {
                return BlockState.None;
            }

            var line = processor.Line;
            processor.NewBlocks.Push(new NoteBlock(this, label) { Line = processor.LineIndex, Column = processor.Column, Span = new SourceSpan(line.Start, line.End) });
            processor.GoToColumn(processor.Column + label.Length + 4);
            return BlockState.Continue;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var note = (NoteBlock)block;
            var wasBlank = note.IsAfterBlank;
            note.IsAfterBlank = processor.IsBlankLine;
            if (processor.IsBlankLine)
            {
                return BlockState.Continue;
            }

            if (!processor.IsCodeIndent)
            {
                // Else it is taken for open where the next begins. A line that just goes on with its paragraph stays in it.
                if (wasBlank || Begun(processor) is not null)
                {
                    processor.Close(block);
                }

                return BlockState.None;
            }

            processor.GoToCodeIndent();
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }

        /// <summary>The name of the note that a line begins; null when it begins none.</summary>
        private static string? Begun(BlockProcessor processor) =>
            processor.Context?.Properties.ContainsKey(typeof(Footnotes)) is true && LabelOf(processor.Line.AsSpan()) is { } label && processor.Line.PeekCharExtra(label.Length + 3) == ':' ? label : null;
    }

    private sealed class ReferenceParser : InlineParser
    {
        public ReferenceParser() => OpeningCharacters = ['['];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (processor.Context?.Properties.GetValueOrDefault(typeof(Footnotes)) is not Footnotes notes || LabelOf(slice.AsSpan()) is not { } label || !notes.Has(label))
            {
                return false;
            }

            var (from, length) = (slice.Start, label.Length + 3);
            var start = processor.GetSourcePosition(from, out var line, out var column);
            processor.Inline = new ReferenceInline(label) { Line = line, Column = column, Span = new SourceSpan(start, start + length - 1) };
            slice.Start += length;
            return true;
        }
    }

    private sealed class NoteRenderer(Footnotes notes) : HtmlObjectRenderer<NoteBlock>
    {
        private readonly HashSet<string> written = new(StringComparer.Ordinal);

        protected override void Write(HtmlRenderer renderer, NoteBlock obj)
        {
            var isFirst = written.Add(obj.Label);
            renderer.EnsureLine();
            renderer.Write("<div class=\"footnote\"").Write(isFirst ? $" id=\"{notes.IdOf(obj.Label)}\">" : ">");
            if (isFirst && notes.notes[obj.Label].IsReferredTo)
            {
                renderer.Write($"<a href=\"#{notes.PlaceOf(obj.Label)}\" aria-label=\"Back to where note ").WriteEscape(obj.Label).Write(" belongs\">").WriteEscape(obj.Label).Write(" ↑</a>");
            }
            else
            {
                renderer.Write("<span>").WriteEscape(obj.Label).Write("</span>");
            }

            renderer.Write("<div>");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</div></div>");
        }
    }

    private sealed class ReferenceRenderer(Footnotes notes) : HtmlObjectRenderer<ReferenceInline>
    {
        private readonly HashSet<string> written = new(StringComparer.Ordinal);

        protected override void Write(HtmlRenderer renderer, ReferenceInline obj)
        {
            var id = written.Add(obj.Label) ? $" id=\"{notes.PlaceOf(obj.Label)}\"" : "";
            var isInLink = obj.Parent is LinkInline || obj.Parent?.FindParentOfType<LinkInline>().Any() is true;
            renderer.Write($"<sup class=\"to-footnote\"{id}>");
            if (!isInLink)
            {
                renderer.Write($"<a href=\"#{notes.IdOf(obj.Label)}\" aria-label=\"Note ").WriteEscape(obj.Label).Write("\">");
            }

            renderer.WriteEscape(obj.Label).Write(isInLink ? "</sup>" : "</a></sup>");
        }
    }
}
