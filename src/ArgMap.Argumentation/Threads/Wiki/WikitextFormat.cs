using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>The source text of a wiki's talk page: comments end with a signature, and colons and asterisks before them say what they answer.</summary>
internal sealed partial class WikitextFormat : ForumFormat
{
    internal override string Name => "wikitext";

    internal override string Description => "Wikipedia and other MediaWikis: the source text of a talk page";

    internal override int Recognise(ThreadInput input)
    {
        if (!(input.Head.Contains("[[", StringComparison.Ordinal) || input.Head.Contains("==", StringComparison.Ordinal) || input.Head.Contains("{{", StringComparison.Ordinal) || input.Head.Contains("~~~~", StringComparison.Ordinal)) || input.Head.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (input.IsTooLongForOnePiece)
        {
            return 0;
        }

        var head = input.Text.AsSpan(0, Math.Min(input.Text.Length, 200_000)).ToString();
        return head.Split('\n').Any(line => WikitextSignature.Dated(line) is not null) ? 90 : Unsaved().Count(head) > 1 ? 75 : 0;
    }

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var lines = PlainText.Clean(Hidden().Replace(input.Text, "")).Split('\n');
        thread.Address ??= input.Address;
        thread.Forum ??= Uri.TryCreate(input.Address, UriKind.Absolute, out var host) ? host.Host : null;
        var outline = new TalkOutline(thread);
        List<string> open = [];
        foreach (var line in lines)
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                Rest(open, outline, thread);
                var title = heading.Groups["title"].Value;
                outline.Section(heading.Groups["marks"].Length, PlainText.Line(thread.FromHtml(Wikitext.ToHtml([title], thread.Address), thread.Address).Markdown) ?? title);
            }
            else
            {
                open.Add(line);
                var signature = WikitextSignature.At(line);
                if (signature is not null)
                {
                    // What follows a signature on its line are closing tags, or what its writer added.
                    open[^1] = line[..signature.Start] + (line[signature.End..] is var after && HasWords(after) ? " " + after.Trim() : "");
                    Comment(open, signature, outline, thread);
                    open = [];
                }
            }
        }

        Rest(open, outline, thread);
        outline.Finish();
    }

    private static bool HasWords(string line) => Tag().Replace(line, "").Any(char.IsLetterOrDigit);

    private static void Comment(List<string> lines, WikitextSignature? signature, TalkOutline outline, ThreadAssembly thread)
    {
        var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        if (first < 0 && signature is null)
        {
            return;
        }

        var start = first < 0 ? "" : lines[first];
        var depth = start.Length - start.TrimStart(':', '*', '#', ';').Length;
        outline.Comment(depth, Outdent().IsMatch(start), signature, thread.FromHtml(Wikitext.ToHtml([.. lines.Select(line => Dedented(line, depth))], thread.Address), thread.Address));
    }

    /// <summary>Words after the last signature of a section, or without any, are somebody's; templates and tags alone are nobody's.</summary>
    private static void Rest(List<string> lines, TalkOutline outline, ThreadAssembly thread)
    {
        var words = Template().Replace(string.Join('\n', lines), "");
        while (Template().IsMatch(words))
        {
            words = Template().Replace(words, "");
        }

        if (HasWords(NoWords().Replace(words, "")))
        {
            Comment([.. words.Split('\n')], null, outline, thread);
        }
        else if (lines.Exists(line => !string.IsNullOrWhiteSpace(line)))
        {
            thread.LeavesOut("templates and links that stand for themselves");
        }

        lines.Clear();
    }

    private static string Dedented(string line, int depth)
    {
        var own = 0;
        while (own < depth && own < line.Length && line[own] is ':' or '*' or '#' or ';')
        {
            own++;
        }

        return Outdent().Replace(line[own..].TrimStart(' '), "");
    }

    [GeneratedRegex(@"^(?<marks>={1,6})\s*(?<title>[^=].*?)\s*\k<marks>\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!~)~{3,5}\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Unsaved();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<[^<>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Template();

    [GeneratedRegex(@"\[\[(Category|Kategorie|Catégorie|Categoría|File|Image|Datei)?:[^\[\]]*\]\]|^\s*__[A-Z]+__\s*$|<references\s*/?>", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex NoWords();

    [GeneratedRegex(@"\{\{\s*(od|outdent|unindent|undent|out|noindent)\s*\d*\s*(\|[^{}]*)?\}\}\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Outdent();
}
