using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.ForumMagnum;

/// <summary>The Markdown interface of LessWrong, the Alignment Forum and the EA Forum: the text of a post, and lists of comments.</summary>
/// <remarks>Depth is cut at six there, so a comment's parent is told by its link, and by depth only where there is none.</remarks>
internal sealed partial class ForumMagnumMarkdownFormat : ForumFormat
{
    private const string NoBody = "_[No comment body available]_";

    internal override string Name => "forummagnum-markdown";

    internal override string Description => "LessWrong, Alignment Forum, EA Forum: the Markdown interface's text of a post or of comments";

    internal override int Recognise(ThreadInput input) =>
        input.LooksLikeJson || input.LooksLikeMarkup ? 0
            : Heading().IsMatch(input.Head) && Permalink().IsMatch(input.Head) ? 92
            : PostHead().IsMatch(input.Head) ? 85
            : 0;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var lines = PlainText.Clean(input.Text).Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(line => Heading().IsMatch(lines[line])).ToList();
        var before = string.Join('\n', lines[..(starts.Count > 0 ? starts[0] : lines.Length)]);
        var post = Opening(before, input, thread);
        if (Showing().Match(before) is { Success: true } showing && int.TryParse(showing.Groups["total"].Value, System.Globalization.CultureInfo.InvariantCulture, out var total))
        {
            thread.States(total + 1);
        }

        // The last comment of each depth so far.
        var path = new Dictionary<int, string>();
        for (var index = 0; index < starts.Count; index++)
        {
            Comment(lines[starts[index]..(index + 1 < starts.Count ? starts[index + 1] : lines.Length)], starts[index] + 1, post, path, thread);
        }
    }

    private static string? Opening(string text, ThreadInput input, ThreadAssembly thread)
    {
        var match = PostHead().Match(text);
        var key = ForumMagnumPageFormat.PostKey(input.Address) ?? PostLink().Match(text) switch { { Success: true } link => link.Groups["id"].Value, _ => null }
            ?? (PostLink().Match(input.Text) is { Success: true } any ? any.Groups["id"].Value : null);
        if (!match.Success)
        {
            thread.Title ??= PlainText.Line(TitleLine().Match(text).Groups["title"].Value);
            return key;
        }

        var id = key ?? "post";
        thread.Title = PlainText.Line(match.Groups["title"].Value);
        var body = text[(match.Index + match.Length)..];
        thread.Add(new FoundPost
        {
            Id = id,
            OtherNames = id == "post" ? [] : ["post"],
            Kind = PostKind.Opening,
            Author = thread.Author(Unescaped(match.Groups["name"].Value), match.Groups["slug"].Value is { Length: > 0 } slug ? slug : null),
            CreatedAt = Times.Parse(match.Groups["date"].Value),
            CreatedAtAsWritten = PlainText.Line(match.Groups["date"].Value),
            Title = thread.Title,
            Body = Markdown(body),
        });
        return id;
    }

    private static void Comment(string[] lines, int line, string? post, Dictionary<int, string> path, ThreadAssembly thread)
    {
        var heading = Heading().Match(lines[0]);
        var at = 1;
        string? id = null, parent = null, written = null, address = null;
        int? score = null;
        var depth = 0;
        List<PostReaction> reactions = [];
        string? quote = null;
        for (; at < lines.Length; at++)
        {
            var words = lines[at].Trim();
            var isItem = words.StartsWith("- ", StringComparison.Ordinal) || words.StartsWith("* ", StringComparison.Ordinal);
            if (words.Length > 0 && !isItem && !words.StartsWith("Reactions ", StringComparison.Ordinal) && !words.StartsWith('"'))
            {
                break;
            }

            var item = isItem ? words[2..].Trim() : words;
            if (item.StartsWith("Reactions ", StringComparison.Ordinal))
            {
                quote = null;
            }
            else if (item.StartsWith('"'))
            {
                quote = item.Trim('"');
            }
            else if (reactions.Count > 0 || quote is not null || (id is not null && Reaction().IsMatch(item) && !Known().IsMatch(item)))
            {
                if (Reaction().Match(item) is { Success: true } reaction)
                {
                    reactions.Add(new PostReaction(reaction.Groups["name"].Value, int.Parse(reaction.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture), quote is null ? [] : [quote.TrimEnd('.', '…')]));
                }
                else if (words.Length > 0)
                {
                    break;
                }
            }
            else if (item.StartsWith("Karma:", StringComparison.Ordinal))
            {
                score = Number(item);
            }
            else if (item.StartsWith("Reply depth:", StringComparison.Ordinal))
            {
                depth = Number(item) ?? 0;
            }
            else if (item.Contains("permalink", StringComparison.OrdinalIgnoreCase))
            {
                id ??= LastKey(item);
                address = item.StartsWith("HTML", StringComparison.Ordinal) ? Target().Match(item).Groups["href"].Value is { Length: > 0 } href ? href : null : address;
            }
            else if (item.Contains("arent", StringComparison.Ordinal))
            {
                parent = LastKey(item) ?? parent;
            }
            else if (Times.Parse(item) is not null || written is null && item.Length is > 0 and < 60 && char.IsAsciiDigit(item[0]))
            {
                written = item;
            }
            else if (item.Length > 0 && !Known().IsMatch(item))
            {
                break;
            }
        }

        if (id is null)
        {
            thread.Damaged($"line {line}", "A comment without a permalink was left out.");
            return;
        }

        path[depth] = id;
        var body = string.Join('\n', Dedented(lines[at..]));
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = parent ?? (depth > 0 && path.TryGetValue(depth - 1, out var above) ? above : post),
            ParentIsGuess = parent is null && depth > 0,
            Author = heading.Groups["name"].Value is "" or "[deleted]" or "\\[deleted\\]" ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(Unescaped(heading.Groups["name"].Value), heading.Groups["slug"].Value is { Length: > 0 } slug ? slug : null),
            CreatedAt = Times.Parse(written),
            CreatedAtAsWritten = written,
            State = body.Trim() == NoBody ? PostState.Deleted : PostState.Live,
            Score = score,
            Address = address,
            Reactions = reactions,
            Body = body.Trim() == NoBody ? ConvertedBody.Empty : Markdown(body),
        });
    }

    /// <summary>Links to posts and headings are written for the interface and lead nowhere for people.</summary>
    private static ConvertedBody Markdown(string text) =>
        ThreadAssembly.FromMarkdown(HomeAnchor().Replace(PostLink().Replace(text, match => match.Value.Replace("/api/post/", "/posts/", StringComparison.Ordinal)), "#"));

    private static string[] Dedented(string[] lines)
    {
        var indent = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(line => line.Length >= indent ? line[indent..] : "")];
    }

    private static int? Number(string item) =>
        int.TryParse(item.AsSpan(item.IndexOf(':', StringComparison.Ordinal) + 1).Trim(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? LastKey(string item)
    {
        var href = Target().Match(item).Groups["href"].Value;
        var key = href.Contains("commentId=", StringComparison.Ordinal) ? href.Split("commentId=")[1].Split('&', '#')[0] : href.Contains('#', StringComparison.Ordinal) ? href.Split('#')[1].Replace("comment-", "", StringComparison.Ordinal) : href.Split('?')[0].TrimEnd('/').Split('/')[^1];
        return key.Length > 0 ? key : null;
    }

    private static string Unescaped(string name) => name.Replace("\\", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^#{1,6}\s+Comment by\s+(\[(?<name>(\\.|[^\]\\])*)\]\((?<href>[^)]*?/users/(?<slug>[^)/?#\s]+))?[^)]*\)|(?<name>.*?))\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[-*]?\s*(HTML|Markdown) permalink:", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Permalink();

    [GeneratedRegex(@"^\s*#\s+(?<title>[^\n]+)\n+By\s+(\[(?<name>[^\]\n]*)\]\([^)\n]*?/users/(?<slug>[^)/?#\s]+)[^)\n]*\)|(?<name>[^\n]+?))[ \t\\]*\n+(?<date>[^\n]{4,60})(\n|$)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PostHead();

    [GeneratedRegex(@"^#{1,3}\s+(?<title>[^\n]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"/(api/post|posts)/(?<id>[A-Za-z0-9]{10,30})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PostLink();

    [GeneratedRegex(@"/api/home#", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex HomeAnchor();

    [GeneratedRegex(@"Showing\s+\d+\s+of\s+(?<total>\d+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Showing();

    [GeneratedRegex(@"^.*\]\((?<href>[^)\s]+)|<?(?<href>https?://[^\s>)]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Target();

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9_ -]{0,40}):\s*(?<count>-?\d+)(\s*\(.*\))?$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reaction();

    [GeneratedRegex(@"^(Karma|Voting system|Approval votes|Total votes|Agreement|Agreement votes|Reply depth|Replies|Answer|Author|Date|Posted|Edited)\b.*:", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Known();
}
