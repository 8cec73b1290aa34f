using System.Globalization;
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
        var posts = headers.Count > 0 ? ByHeaders(lines, headers, thread) : ByRules(lines) ?? ByIndents(lines) ?? [new(null, 0, Dedented(lines, 0, lines.Length))];
        posts.RemoveAll(post => post.Header is null && post.Text.Length == 0);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new Stack<(int Indent, string Id)>();
        var isFlat = posts.Select(post => post.Indent).Distinct().Count() < 2;
        var guessed = new GuessedParents();
        for (var index = 0; index < posts.Count; index++)
        {
            var (header, indent, text, score) = posts[index];
            var id = Key(ids, header, text);
            while (path.TryPeek(out var last) && last.Indent >= indent)
            {
                path.Pop();
            }

            thread.Add(new FoundPost
            {
                Id = id,
                Parent = path.TryPeek(out var parent) ? parent.Id : isFlat ? guessed.Of(id, header?.Name, text) : null,
                ParentIsGuess = true,
                Kind = index == 0 && Opens(header, headers.Count, isFlat) ? PostKind.Opening : PostKind.Reply,
                Author = header is { Name: "[deleted]" } ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(header?.Name),
                CreatedAt = Times.Parse(header?.When),
                CreatedAtAsWritten = header?.When,
                Score = header?.Score ?? score,
                State = text is "[deleted]" ? PostState.DeletedByAuthor : text is "[removed]" ? PostState.RemovedByModerator : PostState.Live,
                Body = text is "[deleted]" or "[removed]" ? ConvertedBody.Empty : ThreadAssembly.FromMarkdown(text),
            });
            path.Push((indent, id));
        }
    }

    /// <summary>Whether the first post is what the others answer. What was copied with a fold mark is a comment; a text without names may begin anywhere.</summary>
    private static bool Opens(PostHeader? header, int headers, bool isFlat) =>
        header is null ? headers > 1 : header.IsOpener || (!header.IsComment && isFlat);

    private static List<Pasted> ByHeaders(string[] lines, List<PostHeader> headers, ThreadAssembly thread)
    {
        List<Pasted> posts = [];
        // Words before the first author are a post of their own, or the title: nothing pasted is lost.
        var over = lines[..headers[0].Line];
        if (headers.Count > 1 && over.Any(PageFurniture.IsNavigation) && over.Any(line => !PageFurniture.IsNavigation(line)))
        {
            over = [.. over.Where(line => string.IsNullOrWhiteSpace(line) || !PageFurniture.IsNavigation(line))];
        }

        var before = Dedented(over, 0, over.Length);
        if (headers.Count > 1 && headers.All(header => header.Rest.Length == 0) && TitleOf(before, headers[0].IsOpener) is { } title)
        {
            thread.Title ??= title;
            before = before[before.IndexOf(title, StringComparison.Ordinal)..][title.Length..].Trim('\n');
        }

        if (before.Length > 0 && !(headers[0].IsOpener && before.Split('\n').All(PageFurniture.IsNavigation)))
        {
            posts.Add(new(null, 0, before));
        }

        var texts = headers.Index().Select(pair => Dedented(lines, pair.Item.Line + pair.Item.Lines, pair.Index + 1 < headers.Count ? headers[pair.Index + 1].Line : lines.Length)).ToList();
        var (bare, dropped) = headers.Count > 1 ? PageFurniture.Without(texts) : ([.. texts.Select(text => (text, (int?)null))], 0);
        if (dropped > 0)
        {
            thread.LeavesOut("lines with buttons and counts, copied with the comments", dropped);
        }

        // An indentation tells who answers whom; and then quotes have kept their marks, too.
        bare = headers.Count > 1 && headers.Select(header => header.Indent).Distinct().Count() == 1 ? CopiedQuotes.Marked(before, headers, bare) : bare;
        foreach (var (header, (text, score)) in headers.Zip(bare))
        {
            posts.Add(new(header, header.Indent, header.Rest.Length == 0 ? text : $"{header.Rest}\n{text}".TrimEnd('\n'), score));
        }

        // Where the title stands under the name of who opened the thread.
        if (headers[0].IsOpener && thread.Title is null && posts.FindIndex(post => post.Header == headers[0]) is var opener && TitleOf(posts[opener].Text, isAlone: false) is { } under)
        {
            thread.Title = under;
            posts[opener] = posts[opener] with { Text = posts[opener].Text[under.Length..].Trim('\n') };
        }

        return posts;
    }

    /// <summary>The line over a text that is its title: short, and apart from what is below. Null when there is none.</summary>
    private static string? TitleOf(string text, bool isAlone)
    {
        var lines = text.Split('\n');
        var title = lines[0].Trim();
        return title.Length is >= 8 and <= 200 && !title.StartsWith('>') && !PageFurniture.IsNavigation(title) && (lines.Length == 1 || string.IsNullOrWhiteSpace(lines[1]) || isAlone || (title.Length <= 120 && title[^1] is '?' || !".!:;,".Contains(title[^1], StringComparison.Ordinal) && lines[1].Length > title.Length)) ? title : null;
    }

    /// <summary>Posts between lines that are rules; null when there are too few of them to be more than a pause of one writer.</summary>
    private static List<Pasted>? ByRules(string[] lines)
    {
        var rules = Enumerable.Range(0, lines.Length).Where(index => IsRule(lines[index])).ToList();
        if (rules.Count < LeastRules && !rules.Exists(index => lines[index].Trim().Length >= LongRule))
        {
            return null;
        }

        List<Pasted> posts = [];
        var start = 0;
        foreach (var end in rules.Append(lines.Length))
        {
            posts.Add(new(null, 0, Dedented(lines, start, end)));
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
    private static List<Pasted>? ByIndents(string[] lines)
    {
        List<Pasted> posts = [];
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
                posts.Add(new(null, indent, text));
            }

            start = index + 1;
        }

        var indents = posts.Select(post => post.Indent).Distinct().Order().ToList();
        return indents.Count >= LeastIndents && indents[0] == 0 && indents.TrueForAll(indent => indent % indents[1] == 0) && !posts.Exists(post => post.Indent > 0 && IsListItem(post.Text)) ? posts : null;
    }

    private static bool IsListItem(string text) => text[0] is '-' or '*' or '+' or '•' || (char.IsAsciiDigit(text[0]) && text.AsSpan().TrimStart("0123456789") is ['.' or ')', ..]);

    /// <summary>A post as it was pasted.</summary>
    private sealed record Pasted(PostHeader? Header, int Indent, string Text, int? Score = null);

    private static string Dedented(string[] lines, int start, int end)
    {
        var own = lines[start..end];
        var indent = own.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Length - line.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', own.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : "")).Trim('\n');
    }

    private static string Key(Dictionary<string, int> ids, PostHeader? header, string text)
    {
        var id = WordKey.Of(header?.Name, text);
        var times = ids[id] = ids.GetValueOrDefault(id) + 1;
        return times == 1 ? id : id + "-" + times.ToString(CultureInfo.InvariantCulture);
    }
}
