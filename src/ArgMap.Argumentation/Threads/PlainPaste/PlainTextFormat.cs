using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Pasted text: posts that begin with a line naming their author, in one of the shapes in which forums are copied, stand between rules or are set in as answers; else one post, however many paragraphs it has.</summary>
internal sealed partial class PlainTextFormat : ForumFormat
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
        var lines = Lines(input.Text);
        var headers = PostHeader.FindAll(lines);
        var posts = SignedBelow.Posts(lines, thread) ?? (headers.Count > 0 ? ByHeaders(lines, headers, thread) : QuotedMails.Posts(lines) ?? ByRules(lines) ?? ByIndents(lines) ?? [new(null, 0, Dedented(lines, 0, lines.Length))]);
        posts.RemoveAll(post => (post.Header is null && post.Text.Length == 0) || post.Header is { IsNotice: true });
        thread.Title = thread.Title is { } title ? (posts.Exists(post => post.Header?.Place is not null) ? Site() : Board()).Replace(title, "") : null;
        var isMail = lines.Any(line => line.Contains('@', StringComparison.Ordinal) && Mailbox().IsMatch(line));
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new Stack<(int Indent, string Id)>();
        var isFlat = posts.Select(post => post.Indent).Distinct().Count() < 2;
        var guessed = new GuessedParents();
        for (var index = 0; index < posts.Count; index++)
        {
            var (header, indent, text, score) = posts[index];
            if (isMail)
            {
                text = PlainText.WithoutAddresses(text, out var addresses);
                thread.AddressesDropped += addresses;
            }

            var id = Key(ids, header, text);
            while (path.TryPeek(out var last) && last.Indent >= indent)
            {
                path.Pop();
            }

            thread.Add(new FoundPost
            {
                Id = id,
                Parent = path.TryPeek(out var parent) ? parent.Id : isFlat ? guessed.Of(id, header, text) : null,
                ParentIsGuess = true,
                Kind = index == 0 && Opens(header, headers.Count, isFlat) ? PostKind.Opening : header is { IsAnswer: true } ? PostKind.Answer : PostKind.Reply,
                Title = header?.Title,
                Author = header is { Name: "[deleted]" or "[removed]" } ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(header?.Name),
                CreatedAt = Times.Parse(header?.When),
                CreatedAtAsWritten = header?.When,
                Score = header?.Score ?? score,
                State = text is "[deleted]" || Gone().IsMatch(text) ? PostState.DeletedByAuthor : text is "[removed]" ? PostState.RemovedByModerator : PostState.Live,
                Body = text is "[deleted]" or "[removed]" || Gone().IsMatch(text) ? ConvertedBody.Empty : ThreadAssembly.FromMarkdown(text),
            });
            path.Push((indent, id));
        }
    }

    /// <summary>Whether the first post is what the others answer. What was copied with a fold mark is a comment; a text without names may begin anywhere.</summary>
    private static bool Opens(PostHeader? header, int headers, bool isFlat) =>
        header is null ? headers > 1 : header.IsOpener || (!header.IsComment && isFlat);

    private static List<PastedPost> ByHeaders(string[] lines, List<PostHeader> headers, ThreadAssembly thread)
    {
        List<PastedPost> posts = [];
        var (before, dropped) = headers.Count > 1 ? PageHead.Of(lines[..headers[0].Line], headers, thread) : (Dedented(lines, 0, headers[0].Line), 0);
        if (before.Length > 0)
        {
            posts.Add(new(null, 0, before));
        }

        var texts = headers.Index().Select(pair => Dedented(lines, pair.Item.Line + pair.Item.Lines, pair.Index + 1 < headers.Count ? headers[pair.Index + 1].Line : lines.Length)).ToList();
        // Beside what somebody goes on to say, chats show the time again.
        var isChat = headers.Count(header => PostTime.IsOfChat(header.When)) * 2 > headers.Count;
        texts = isChat ? texts.ConvertAll(text => string.Join('\n', text.Split('\n').Where(line => !PostTime.IsHour(line)))) : texts;
        if (headers.Count > 1)
        {
            var people = headers.Select(header => header.Name).ToHashSet(StringComparer.Ordinal);
            var events = texts.ConvertAll(text => TrackerEvents.Without(text, people));
            (texts, dropped) = (events.ConvertAll(kept => kept.Text), dropped + events.Sum(kept => kept.Lines));
        }

        var (bare, around) = headers.Count > 1 ? PageFurniture.Without(texts) : ([.. texts.Select(text => new PageFurniture.BarePost(text, null, null))], 0);
        if (!headers[0].IsComment && TopicLines.Without(bare[0].Text) is (var opening, > 0 and var topics))
        {
            bare[0] = bare[0] with { Text = opening };
            dropped += topics;
        }

        if (dropped + around > 0)
        {
            thread.LeavesOut("lines with buttons and counts, copied with the comments", dropped + around);
        }

        if (headers.Count(header => header.IsNotice) is > 0 and var notices)
        {
            thread.LeavesOut("notices of the chat", notices);
        }

        // An indentation tells who answers whom; and then quotes have kept their marks, too.
        bare = headers.Count > 1 && headers.Select(header => header.Indent).Distinct().Count() == 1 ? CopiedQuotes.Marked(before, headers, bare) : bare;
        var places = LinkedPlace.Below(texts);
        foreach (var (header, (text, score, when), place) in headers.Zip(bare, places))
        {
            posts.Add(new(header with { When = header.When ?? when, Place = header.Place ?? place }, header.Indent, header.Rest.Length == 0 ? text : $"{header.Rest}\n{text}".TrimEnd('\n'), score));
        }

        // Where the title stands under the name of who opened the thread.
        if (headers[0] is { IsOpener: true, Handle: null } && thread.Title is null && posts.FindIndex(post => post.Header?.Line == headers[0].Line) is var opener and >= 0 && PageHead.TitleOf(posts[opener].Text, headers[0].HasTitleBelow) is { } under)
        {
            thread.Title = under;
            posts[opener] = posts[opener] with { Text = posts[opener].Text[under.Length..].Trim('\n') };
        }

        return headers[0].AnswersBelow ? MailHeads.Chain(posts, thread) : posts;
    }

    /// <summary>The lines without signs that are not seen; where some of those are all there is, nothing is.</summary>
    private static string[] Lines(string text) => [.. PlainText.Clean(text).Split('\n').Select(line => line.AsSpan().IndexOfAny('\u200B', '\u200E', '\u200F') >= 0 ? Unseen().Replace(line, "") : line)];

    /// <summary>Posts between lines that are rules; null when there are too few of them to be more than a pause of one writer.</summary>
    private static List<PastedPost>? ByRules(string[] lines)
    {
        var rules = Enumerable.Range(0, lines.Length).Where(index => IsRule(lines[index])).ToList();
        if (rules.Count < LeastRules && !rules.Exists(index => lines[index].Trim().Length >= LongRule))
        {
            return null;
        }

        List<PastedPost> posts = [];
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
    private static List<PastedPost>? ByIndents(string[] lines)
    {
        List<PastedPost> posts = [];
        var (start, isQuote, isOther) = (0, false, false);
        for (var index = 0; index <= lines.Length; index++)
        {
            if (index < lines.Length && !string.IsNullOrWhiteSpace(lines[index]))
            {
                var isQuoted = lines[index].AsSpan().TrimStart().StartsWith('>');
                (isQuote, isOther) = (isQuote || isQuoted, isOther || !isQuoted);
                continue;
            }

            // A quote waits for its answer.
            if (isQuote && !isOther && index < lines.Length)
            {
                continue;
            }

            var text = Dedented(lines, start, index);
            if (text.Length > 0)
            {
                var indent = PostHeader.IndentOf(lines[Array.FindIndex(lines, start, line => !string.IsNullOrWhiteSpace(line))]);
                posts.Add(new(null, indent, text));
            }

            (start, isQuote, isOther) = (index + 1, false, false);
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

    private static string Key(Dictionary<string, int> ids, PostHeader? header, string text)
    {
        var id = WordKey.Of(header?.Name, text);
        var times = ids[id] = ids.GetValueOrDefault(id) + 1;
        return times == 1 ? id : id + "-" + times.ToString(CultureInfo.InvariantCulture);
    }

    // What sites and chats show in place of what was taken back.
    [GeneratedRegex(@"^(Comment deleted by user|Comment removed by (its author|user)|Deleted by (creator|author)|This (message|comment) (was|has been) deleted\.?|You deleted this message\.?|\(post deleted by author\)|post deleted by author)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Gone();

    /// <summary>Where a title leads to, as sites with links beside their comments show it after the title.</summary>
    [GeneratedRegex(@"\s+\((self\.\w+|([\w-]+\.)+\p{L}{2,})\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Site();

    [GeneratedRegex(@"\s+\(self\.\w+\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Board();

    [GeneratedRegex(@"<[^<>@\s]{1,64}@[^<>\s]{1,120}>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^[\u200B\u200E\u200F\u2060\s]+$|^[\u200E\u200F]+|[\u200B\u200E\u200F]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unseen();
}
