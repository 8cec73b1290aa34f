using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Pasted text: posts that begin with a line naming their author, in one of the shapes in which forums are copied; else one post a block.</summary>
internal sealed class PlainTextFormat : ForumFormat
{
    internal override string Name => "text";

    internal override string Description => "Pasted text: split where lines name authors, else at blank lines";

    // Anything can be read as text; markup and JSON only if nobody else wants them.
    internal override int Recognise(ThreadInput input) => input.LooksLikeMarkup || input.LooksLikeJson ? 1 : 10;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var lines = PlainText.Clean(input.Text).Split('\n');
        var headers = PostHeader.FindAll(lines);
        var posts = headers.Count > 0 ? ByHeaders(lines, headers) : ByBlocks(lines);
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

    private static List<(PostHeader? Header, int Indent, string Text)> ByBlocks(string[] lines)
    {
        List<(PostHeader?, int, string)> posts = [];
        var start = 0;
        for (var index = 0; index <= lines.Length; index++)
        {
            if (index < lines.Length && !string.IsNullOrWhiteSpace(lines[index]))
            {
                continue;
            }

            // A quote waits for its answer, and an indented block may be a list of the one before.
            var isQuote = index > start && lines[start..index].All(line => line.TrimStart().StartsWith('>') || string.IsNullOrWhiteSpace(line)) && lines[start..index].Any(line => !string.IsNullOrWhiteSpace(line));
            if (isQuote && index < lines.Length)
            {
                continue;
            }

            var text = Dedented(lines, start, index);
            if (text.Length > 0)
            {
                var first = Array.FindIndex(lines, start, line => !string.IsNullOrWhiteSpace(line));
                posts.Add((null, PostHeader.IndentOf(lines[first]), text));
            }

            start = index + 1;
        }

        return posts;
    }

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
