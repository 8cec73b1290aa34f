using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Pasted text: posts that begin with a line naming their author, in one of the shapes in which forums are copied, stand between rules or are set in as answers; else one post, however many paragraphs it has.</summary>
internal sealed class PlainTextFormat : ForumFormat
{
    /// <summary>How sure this format is of what only a program would read.</summary>
    internal const int OfCode = 1;

    private const int LeastRules = 2, LongRule = 8, LeastIndents = 3;

    internal override string Name => "text";

    internal override string Description => "Pasted text: split where lines name authors, at rules, or where blocks are set in as answers";

    // Anything can be read as text; markup and JSON only if nobody else wants them.
    internal override int Recognise(ThreadInput input) => input.LooksLikeMarkup || input.LooksLikeJson ? OfCode : 10;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var lines = PlainText.Clean(input.Text).Split('\n');
        var headers = PostHeader.FindAll(lines);
        var posts = headers.Count > 0 ? ByHeaders(lines, headers) : ByRules(lines) ?? ByIndents(lines) ?? [(null, 0, Dedented(lines, 0, lines.Length))];
        posts.RemoveAll(post => post.Header is null && post.Text.Length == 0);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new Stack<(int Indent, string Id)>();
        var isFlat = posts.Select(post => post.Indent).Distinct().Count() < 2;
        for (var index = 0; index < posts.Count; index++)
        {
            var (header, indent, text) = posts[index];
            var id = Key(ids, header, text);
            while (path.TryPeek(out var last) && last.Indent >= indent)
            {
                path.Pop();
            }

            thread.Add(new FoundPost
            {
                Id = id,
                Parent = path.TryPeek(out var parent) ? parent.Id : null,
                ParentIsGuess = true,
                // What was copied with a fold mark is a comment; a text without names may begin anywhere.
                Kind = index == 0 && header is not null && !header.IsComment && isFlat ? PostKind.Opening : PostKind.Reply,
                Author = header is { Name: "[deleted]" } ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(header?.Name),
                CreatedAt = Times.Parse(header?.When),
                CreatedAtAsWritten = header?.When,
                Score = header?.Score,
                State = text is "[deleted]" ? PostState.DeletedByAuthor : text is "[removed]" ? PostState.RemovedByModerator : PostState.Live,
                Body = text is "[deleted]" or "[removed]" ? ConvertedBody.Empty : ThreadAssembly.FromMarkdown(text),
            });
            path.Push((indent, id));
        }
    }

    private static List<(PostHeader? Header, int Indent, string Text)> ByHeaders(string[] lines, List<PostHeader> headers)
    {
        List<(PostHeader?, int, string)> posts = [];
        // Words before the first author are a post of their own: nothing pasted is lost.
        var before = Dedented(lines, 0, headers[0].Line);
        if (before.Length > 0)
        {
            posts.Add((null, 0, before));
        }

        for (var index = 0; index < headers.Count; index++)
        {
            var header = headers[index];
            var end = index + 1 < headers.Count ? headers[index + 1].Line : lines.Length;
            var text = Dedented(lines, header.Line + header.Lines, end);
            posts.Add((header, header.Indent, header.Rest.Length == 0 ? text : $"{header.Rest}\n{text}".TrimEnd('\n')));
        }

        return posts;
    }

    /// <summary>Posts between lines that are rules; null when there are too few of them to be more than a pause of one writer.</summary>
    private static List<(PostHeader? Header, int Indent, string Text)>? ByRules(string[] lines)
    {
        var rules = Enumerable.Range(0, lines.Length).Where(index => IsRule(lines[index])).ToList();
        if (rules.Count < LeastRules && !rules.Exists(index => lines[index].Trim().Length >= LongRule))
        {
            return null;
        }

        List<(PostHeader?, int, string)> posts = [];
        var start = 0;
        foreach (var end in rules.Append(lines.Length))
        {
            posts.Add((null, 0, Dedented(lines, start, end)));
            start = end + 1;
        }

        return posts;
    }

    /// <summary>A line of one mark repeated, with nothing beside it. Below a line of words it would be a heading's.</summary>
    private static bool IsRule(string line)
    {
        var marks = line.Trim();
        return marks.Length >= 3 && marks[0] is '-' or '=' or '_' or '*' or '~' or '#' or '─' or '—' && marks.All(mark => mark == marks[0]);
    }

    /// <summary>Blocks that are set in ever deeper, in even steps, as answers are; null when they are not. One level alone may be code or a list.</summary>
    private static List<(PostHeader? Header, int Indent, string Text)>? ByIndents(string[] lines)
    {
        List<(PostHeader? Header, int Indent, string Text)> posts = [];
        var start = 0;
        for (var index = 0; index <= lines.Length; index++)
        {
            if (index < lines.Length && !string.IsNullOrWhiteSpace(lines[index]))
            {
                continue;
            }

            // A quote waits for its answer.
            var isQuote = lines[start..index].All(line => line.TrimStart().StartsWith('>') || string.IsNullOrWhiteSpace(line)) && lines[start..index].Any(line => !string.IsNullOrWhiteSpace(line));
            if (isQuote && index < lines.Length)
            {
                continue;
            }

            var text = Dedented(lines, start, index);
            if (text.Length > 0)
            {
                var indent = PostHeader.IndentOf(lines[Array.FindIndex(lines, start, line => !string.IsNullOrWhiteSpace(line))]);
                posts.Add((null, indent, text));
            }

            start = index + 1;
        }

        var indents = posts.Select(post => post.Indent).Distinct().Order().ToList();
        return indents.Count >= LeastIndents && indents[0] == 0 && indents.TrueForAll(indent => indent % indents[1] == 0) && !posts.Exists(post => post.Indent > 0 && IsListItem(post.Text)) ? posts : null;
    }

    private static bool IsListItem(string text) => text[0] is '-' or '*' or '+' or '•' || (char.IsAsciiDigit(text[0]) && text.AsSpan().TrimStart("0123456789") is ['.' or ')', ..]);

    private static string Dedented(string[] lines, int start, int end)
    {
        var own = lines[start..end];
        var indent = own.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Length - line.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', own.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : "")).Trim('\n');
    }

    /// <summary>Text has no keys, so a post's words are its key: pasted again, it is the same post.</summary>
    private static string Key(Dictionary<string, int> ids, PostHeader? header, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{header?.Name}\n{text}"));
        var id = "text-" + Convert.ToHexStringLower(hash.AsSpan(0, 5));
        var times = ids[id] = ids.GetValueOrDefault(id) + 1;
        return times == 1 ? id : id + "-" + times.ToString(CultureInfo.InvariantCulture);
    }
}
