using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ArgMap.Server.Text;

/// <summary>Turns people's Markdown into markup that can do no harm, whatever was written.</summary>
/// <remarks>
/// CommonMark with strikethrough, bare links and tables, and without raw HTML: a tag is shown as the characters that were typed. Links lead to http, https, mailto,
/// or within this site; any other address is shown as text. Pictures become links, so that reading loads nothing from elsewhere. Headings become bold paragraphs:
/// the outline of the page belongs to the page. <c>#12</c> leads to node 12 of the same map. Text that is too long or nests too deeply is shown as it was typed.
/// </remarks>
public static partial class Markdown
{
    /// <summary>
    /// The longest text, in UTF-16 code units, that is formatted: twice what any field takes. Longer text is shown as it was typed, because Markdig's time
    /// grows with the square of some texts (0.1 s for 20,000 characters of <c>[a]((((</c>, 3 s for 100,000).
    /// </summary>
    public const int MaxLength = 40_000;

    /// <summary>The most quotes, lists and emphases inside each other that are formatted. No one reads deeper, and parsers and browsers recurse.</summary>
    public const int MaxNesting = 32;

    /// <summary>On every link a person wrote: the site vouches for none of them, and none may reach back to the page.</summary>
    public const string LinkRelation = "nofollow ugc noopener";

    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>Makes markup of Markdown. It holds only elements and attributes from a short list; see the remarks on the type.</summary>
    /// <param name="markdown">The text as it was typed.</param>
    /// <param name="mapPath">The path of the map the text belongs to, such as <c>/m/slug</c>, for <c>#12</c>; null where there is none.</param>
    public static string ToHtml(string markdown, string? mapPath = null)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var text = UserText.Clean(markdown);
        if (Parse(text, Pipeline) is not { } document)
        {
            return AsTyped(text);
        }

        Tame(document, mapPath);
        return Render(document);
    }

    /// <summary>The text as parts; null when it is too long or nests too deeply.</summary>
    private static MarkdownDocument? Parse(string text, MarkdownPipeline pipeline, MarkdownParserContext? context = null)
    {
        if (text.Length > MaxLength || OpensTooManyBlocks(text))
        {
            return null;
        }

        try
        {
            var document = Markdig.Markdown.Parse(text, pipeline, context);
            return NestsTooDeeply(document) ? null : document;
        }
        catch (ArgumentException)
        {
            // Markdig's way of saying that the text nests deeper than the pipeline allows.
            return null;
        }
    }

    private static string Render(MarkdownDocument document, params IMarkdownObjectRenderer[] renderers)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new HeadingAsParagraph());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new TableThatScrolls());
        foreach (var own in renderers)
        {
            renderer.ObjectRenderers.Add(own);
        }

        renderer.Render(document);
        writer.Flush();

        // Character references such as &#x202E; only become characters in the parser.
        return UserText.WithoutInvisibles(writer.ToString());
    }

    private static MarkdownPipeline MakePipeline(bool isPlaced = false)
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseAutoLinks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UsePipeTables();
        builder.MaximumNestingDepth = 4 * MaxNesting;
        if (isPlaced)
        {
            builder.UsePreciseSourceLocation();
            Footnotes.AddTo(builder);
        }

        return builder.Build();
    }

    private static string AsTyped(string text) => $"<p class=\"plain\">{WebUtility.HtmlEncode(text)}</p>\n";

    // Before parsing, because the work of the parser grows with open blocks times lines. Every level of quoting costs a character at the start of a line.
    private static bool OpensTooManyBlocks(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var opened = 0;
            foreach (var character in line)
            {
                if (character is '>' or '+' or '-' or '*' or '.' or ')')
                {
                    opened++;
                }
                else if (character is not (' ' or '\t' or (>= '0' and <= '9')))
                {
                    break;
                }
            }

            if (opened > MaxNesting && !IsRule(line))
            {
                return true;
            }
        }

        return false;
    }

    // A line of one repeated character is a rule across the page, not a nest of lists.
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim(" \t");
        return trimmed[0] is '-' or '*' && !trimmed.ContainsAnyExcept(trimmed[0], ' ', '\t');
    }

    private static bool NestsTooDeeply(MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Item, int Depth)>();
        open.Push((document, 0));
        while (open.TryPop(out var next))
        {
            if (next.Depth > 2 * MaxNesting)
            {
                return true;
            }

            switch (next.Item)
            {
                case ContainerBlock block:
                    foreach (var child in block)
                    {
                        open.Push((child, next.Depth + 1));
                    }

                    break;
                case LeafBlock { Inline: { } inline }:
                    open.Push((inline, next.Depth));
                    break;
                case ContainerInline container:
                    foreach (var child in container)
                    {
                        open.Push((child, next.Depth + 1));
                    }

                    break;
            }
        }

        return false;
    }

    private static void Tame(MarkdownDocument document, string? mapPath)
    {
        foreach (var code in document.Descendants<FencedCodeBlock>().ToList())
        {
            // A language name would become a class of the writer's choice.
            code.Info = null;
            code.Arguments = null;
            code.RemoveData(typeof(HtmlAttributes));
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            TameLink(link, mapPath);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (SafeAddress.From(link.IsEmail ? "mailto:" + link.Url : link.Url, mapPath) is null)
            {
                link.ReplaceBy(new LiteralInline($"<{link.Url}>"));
            }
            else
            {
                link.GetAttributes().AddProperty("rel", LinkRelation);
            }
        }

        if (mapPath is not null)
        {
            foreach (var literal in document.Descendants<LiteralInline>().Where(literal => literal.Parent?.FindParentOfType<LinkInline>().Any() is not true).ToList())
            {
                LinkNumbers(literal, mapPath);
            }
        }
    }

    private static void TameLink(LinkInline link, string? mapPath)
    {
        var written = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        var address = SafeAddress.From(written, mapPath);
        var isNested = link.Parent?.FindParentOfType<LinkInline>().Any() is true;
        if (link.FirstChild is null)
        {
            // A link, or a picture, without words would be nothing one can see or press.
            link.AppendChild(new LiteralInline(link.IsImage ? "picture" : written));
        }

        if (address is null || isNested)
        {
            var said = string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
            if (address is null && said != written && written.Length > 0)
            {
                link.AppendChild(new LiteralInline($" ({written})"));
            }

            var plain = new ContainerInline();
            link.ReplaceBy(plain, copyChildren: true);
            return;
        }

        link.IsImage = false;
        link.GetDynamicUrl = null;
        link.Url = address;
        link.GetAttributes().AddProperty("rel", LinkRelation);
    }

    private static void LinkNumbers(LiteralInline literal, string mapPath)
    {
        var text = literal.Content.ToString();
        var end = 0;
        Inline last = literal;
        foreach (var match in NodeNumber().EnumerateMatches(text))
        {
            var reference = text.Substring(match.Index, match.Length);
            var link = new LinkInline(SafeAddress.From(reference, mapPath)!, "");
            link.AppendChild(new LiteralInline(reference));
            link.GetAttributes().AddProperty("rel", LinkRelation);
            var before = new LiteralInline(text[end..match.Index]);
            last.InsertAfter(before);
            before.InsertAfter(link);
            last = link;
            end = match.Index + match.Length;
        }

        if (end > 0)
        {
            last.InsertAfter(new LiteralInline(text[end..]));
            literal.Remove();
        }
    }

    /// <summary>A number of a node or step, standing by itself: not part of a word, an address or a colour.</summary>
    [GeneratedRegex(@"(?<![\w&/#])#[1-9][0-9]{0,8}(?![\w#])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NodeNumber();

    /// <summary>Wide tables scroll inside themselves. Markdig's own renderer says how columns are aligned by styles, which pages do not allow.</summary>
    private sealed class TableThatScrolls : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table obj)
        {
            renderer.EnsureLine();
            renderer.Write("<div class=\"scrolls\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>");
            foreach (var row in obj.OfType<TableRow>())
            {
                renderer.Write("<tr>");
                foreach (var (column, cell) in row.OfType<TableCell>().Index())
                {
                    var isNumeric = column < obj.ColumnDefinitions.Count && obj.ColumnDefinitions[column].Alignment is TableColumnAlign.Right;
                    renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td").Write(isNumeric ? " class=\"numeric\">" : ">");
                    renderer.ImplicitParagraph = true;
                    renderer.WriteChildren(cell);
                    renderer.ImplicitParagraph = false;
                    renderer.Write(row.IsHeader ? "</th>" : "</td>");
                }

                renderer.Write("</tr>");
            }

            renderer.WriteLine("</table></div>");
        }
    }

    private sealed class HeadingAsParagraph : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
        {
            renderer.EnsureLine();
            renderer.Write("<p class=\"heading\">").WriteLeafInline(obj);
            renderer.WriteLine("</p>");
        }
    }
}
