using System.Globalization;
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
        return WikitextSignature.Signed().Count(head) > 0 ? 90 : Unsaved().Count(head) > 1 ? 75 : 0;
    }

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var lines = PlainText.Clean(Hidden().Replace(input.Text, "")).Split('\n');
        thread.Address ??= input.Address;
        thread.Forum ??= Uri.TryCreate(input.Address, UriKind.Absolute, out var host) ? host.Host : null;
        var page = new Page(thread);
        List<string> open = [];
        foreach (var line in lines)
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                page.Rest(open);
                page.Section(heading.Groups["marks"].Length, heading.Groups["title"].Value);
            }
            else
            {
                open.Add(line);
                var signature = WikitextSignature.At(line);
                if (signature is not null)
                {
                    open[^1] = line[..signature.Start];
                    page.Comment(open, signature);
                    // What follows a signature on its line are closing tags or a remark.
                    open = line[signature.End..] is var after && HasWords(after) ? [after] : [];
                }
            }
        }

        page.Rest(open);
        page.Finish();
    }

    private static bool HasWords(string line) => Tag().Replace(line, "").Any(char.IsLetterOrDigit);

    /// <summary>A talk page while it is read.</summary>
    private sealed class Page(ThreadAssembly thread)
    {
        private readonly List<(int Level, FoundPost Post)> sections = [];
        private readonly List<(int Depth, string Id)> path = [];
        private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
        private readonly List<(FoundPost Section, int Comments)> all = [];
        private string? last;
        private int written;

        internal void Section(int level, string title)
        {
            while (sections.Count > 0 && sections[^1].Level >= level)
            {
                sections.RemoveAt(sections.Count - 1);
            }

            var plain = PlainText.Line(thread.FromHtml(Wikitext.ToHtml([title], thread.Address), thread.Address).Markdown) ?? title;
            var post = new FoundPost
            {
                Id = Free($"h-{plain.Replace(' ', '_')}"),
                Parent = sections.Count > 0 ? sections[^1].Post.Id : null,
                StandsAtTop = sections.Count == 0,
                Kind = PostKind.Page,
                Title = plain,
                Address = thread.Address is null ? null : $"{thread.Address.Split('#')[0]}#{Uri.EscapeDataString(plain.Replace(' ', '_'))}",
            };
            sections.Add((level, post));
            all.Add((post, written));
            path.Clear();
            last = null;
        }

        internal void Comment(List<string> lines, WikitextSignature? signature)
        {
            var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
            if (first < 0 && signature is null)
            {
                return;
            }

            var start = first < 0 ? "" : lines[first];
            var depth = start.Length - start.TrimStart(':', '*', '#', ';').Length;
            var isOutdent = Outdent().IsMatch(start);
            while (path.Count > 0 && path[^1].Depth >= depth && !isOutdent)
            {
                path.RemoveAt(path.Count - 1);
            }

            var parent = isOutdent ? last : path.Count > 0 ? path[^1].Id : null;
            var section = sections.Count > 0 ? sections[^1].Post.Id : null;
            var time = signature?.When;
            var (name, isMasked) = TalkPageKey.Masked(signature?.Author ?? "");
            thread.AddressesDropped += isMasked ? 1 : 0;
            var id = Free(signature is null ? $"unsigned-{written + 1}" : $"c-{name.Replace(' ', '_')}-{time?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) ?? "undated"}");
            thread.Add(new FoundPost
            {
                Id = id,
                Parent = parent ?? section,
                ParentIsGuess = parent is not null,
                StandsAtTop = parent is null && section is null,
                Author = isMasked ? new PostAuthor(null, null, AuthorState.Hidden) : thread.Author(name.Length == 0 ? null : name),
                CreatedAt = time,
                CreatedAtAsWritten = signature?.WhenAsWritten,
                Body = thread.FromHtml(Wikitext.ToHtml([.. lines.Select(line => Dedented(line, depth))], thread.Address), thread.Address),
            });
            if (isOutdent)
            {
                path.Clear();
            }

            path.Add((depth, id));
            last = id;
            written++;
        }

        /// <summary>Words after the last signature of a section, or without any, are somebody's; templates and tags alone are nobody's.</summary>
        internal void Rest(List<string> lines)
        {
            var words = Template().Replace(string.Join('\n', lines), "");
            while (Template().IsMatch(words))
            {
                words = Template().Replace(words, "");
            }

            if (HasWords(NoWords().Replace(words, "")))
            {
                Comment([.. words.Split('\n')], null);
            }
            else if (lines.Exists(line => !string.IsNullOrWhiteSpace(line)))
            {
                thread.LeavesOut("templates and links that stand for themselves");
            }

            lines.Clear();
        }

        internal void Finish()
        {
            for (var index = 0; index < all.Count; index++)
            {
                // A section of sections has the comments of those within it.
                var end = all.FindIndex(index + 1, other => !IsWithin(other.Section, all[index].Section));
                if ((end < 0 ? written : all[end].Comments) > all[index].Comments)
                {
                    thread.Add(all[index].Section);
                }
                else
                {
                    thread.LeavesOut("sections without comments");
                }
            }

            thread.Title ??= all.Count == 1 ? all[0].Section.Title : null;
        }

        private bool IsWithin(FoundPost section, FoundPost outer)
        {
            for (var at = section.Parent; at is not null; at = all.Find(known => known.Section.Id == at).Section?.Parent)
            {
                if (at == outer.Id)
                {
                    return true;
                }
            }

            return false;
        }

        private string Free(string id)
        {
            var times = ids[id] = ids.GetValueOrDefault(id) + 1;
            return times == 1 ? id : $"{id}-{times.ToString(CultureInfo.InvariantCulture)}";
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
