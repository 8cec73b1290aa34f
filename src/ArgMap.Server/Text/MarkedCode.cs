using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ArgMap.Server.Text;

/// <content>Passages within blocks of code, which Markdig keeps as lines and not as inlines.</content>
public static partial class Markdown
{
    /// <summary>Puts a block with marks in it in place of a block of code.</summary>
    /// <returns>The new block; null where a line is not in the source as it is shown, as with some tabs: then nothing is marked.</returns>
    private static MarkedCode? MarkCode(CodeBlock code, string source, List<MarkedPassage> over, HashSet<MarkedPassage> begun)
    {
        List<(string Text, MarkInline? Mark)> pieces = [];
        for (var number = 0; number < code.Lines.Count; number++)
        {
            ref var line = ref code.Lines.Lines[number];
            if (StartOf(line, source) is not { } start)
            {
                return null;
            }

            var end = start + line.Slice.Length;
            var cuts = over.SelectMany(passage => new[] { passage.Start, passage.Start + passage.Length }).Where(cut => cut > start && cut < end).Append(start).Append(end).Distinct().Order().ToList();
            for (var index = 0; index + 1 < cuts.Count; index++)
            {
                var (from, until) = (cuts[index], cuts[index + 1]);
                var covers = over.FindAll(passage => passage.Start < until && passage.Start + passage.Length > from);
                pieces.Add((source[from..until], covers.Count == 0 ? null : new MarkInline(covers, [.. covers.Where(passage => !begun.Contains(passage) && !pieces.Exists(piece => piece.Mark?.Begins.Contains(passage) == true))])));
            }

            pieces.Add(("\n", null));
        }

        if (!pieces.Exists(piece => piece.Mark is not null))
        {
            return null;
        }

        begun.UnionWith(pieces.SelectMany(piece => piece.Mark?.Begins ?? []));
        var marked = new MarkedCode(pieces) { Span = code.Span };
        code.Parent![code.Parent.IndexOf(code)] = marked;
        return marked;
    }

    private static int? StartOf(StringLine line, string source)
    {
        var words = line.Slice.AsSpan();
        var start = line.Slice.Start;
        return start >= 0 && start + words.Length <= source.Length && source.AsSpan(start, words.Length).SequenceEqual(words) ? start : null;
    }

    /// <summary>A block of code in pieces, some of which are marked.</summary>
    private sealed class MarkedCode(List<(string Text, MarkInline? Mark)> pieces) : LeafBlock(null)
    {
        public List<(string Text, MarkInline? Mark)> Pieces => pieces;
    }

    private sealed class CodeRenderer : HtmlObjectRenderer<MarkedCode>
    {
        protected override void Write(HtmlRenderer renderer, MarkedCode obj)
        {
            renderer.EnsureLine();
            renderer.Write("<pre><code>");
            foreach (var (text, mark) in obj.Pieces)
            {
                if (mark is not null)
                {
                    MarkRenderer.Begin(renderer, mark);
                }

                renderer.WriteEscape(text);
                renderer.Write(mark is null ? "" : "</mark>");
            }

            renderer.Write("</code></pre>");
            renderer.EnsureLine();
        }
    }
}
