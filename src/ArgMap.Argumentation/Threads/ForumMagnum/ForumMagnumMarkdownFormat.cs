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
            : MarkdownPostHead.In(input.Head) is not null ? 85
            : 0;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var text = PlainText.Clean(input.Text);
        var site = Uri.TryCreate(input.Address, UriKind.Absolute, out var from) ? from.GetLeftPart(UriPartial.Authority) : null;
        if (Navigation().Match(text) is { Success: true } navigation)
        {
            // Every answer ends with where else to go, which says what site it is from.
            site ??= navigation.Groups["site"].Value is { Length: > 0 } named ? named : null;
            text = text[..navigation.Index];
        }

        thread.Forum ??= Uri.TryCreate(site, UriKind.Absolute, out var host) ? host.Host : null;
        var lines = text.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(line => Heading().IsMatch(lines[line])).ToList();
        var before = string.Join('\n', lines[..(starts.Count > 0 ? starts[0] : lines.Length)]);
        var post = Opening(before, text, input.Address, site, thread);
        if (Showing().Match(before) is { Success: true } showing && int.TryParse(showing.Groups["total"].Value, System.Globalization.CultureInfo.InvariantCulture, out var total))
        {
            thread.States(total + 1);
        }

        List<(FoundPost Post, int Depth)> comments = [];
        for (var index = 0; index < starts.Count; index++)
        {
            if (Comment(lines[starts[index]..(index + 1 < starts.Count ? starts[index + 1] : lines.Length)], starts[index] + 1, site, thread) is { } comment)
            {
                comments.Add(comment);
            }
        }

        Nest(Sorted().IsMatch(before) ? [.. comments.OrderBy(comment => comment.Post.CreatedAt)] : comments, post);
        comments.ForEach(comment => thread.Add(comment.Post));
        if (ListsOnly().IsMatch(before))
        {
            thread.LeavesOut("the words of comments that the interface only lists below a post", comments.Count);
        }
    }

    /// <summary>In its first form the interface says how deep a comment stands and not what it answers: the last before it that stands less deep, in the order they stand in, or were written in where they are sorted.</summary>
    private static void Nest(List<(FoundPost Post, int Depth)> comments, string? post)
    {
        var path = new Dictionary<int, string>();
        foreach (var (comment, depth) in comments)
        {
            path[depth] = comment.Id;
            comment.ParentIsGuess = comment.Parent is null && depth > 0;
            comment.Parent ??= depth > 0 && path.TryGetValue(depth - 1, out var above) ? above : post;
        }
    }

    private static string? Opening(string text, string whole, string? address, string? site, ThreadAssembly thread)
    {
        var head = MarkdownPostHead.In(text);
        // In addresses of the interface a post may be called by its title.
        var key = ForumMagnumPageFormat.PostKey(address) ?? new[] { head?.Lines, head is null ? text : null, Permalinks().Match(whole).Value, text, whole }.OfType<string>().SelectMany(part => new[] { PagePath().Match(part), PostLink().Match(part) })
            .FirstOrDefault(match => match.Success)?.Groups["id"].Value;
        if (head is null)
        {
            thread.Title ??= PlainText.Line(Listing().Replace(MarkdownPostHead.Unescaped(TitleLine().Match(text).Groups["title"].Value), ""));
            return key;
        }

        var id = key ?? "post";
        thread.Title = head.Title;
        thread.Address ??= PagePath().Match(head.Lines) is { Success: true } path ? Absolute(path.Value, site) : null;
        thread.States(head.Comments + 1);
        thread.Add(new FoundPost
        {
            Id = id,
            OtherNames = id == "post" ? [] : ["post"],
            Kind = PostKind.Opening,
            Author = ThreadAssembly.Authors(Author(head.Name, head.Slug, thread), head.With.Select(name => Author(name, null, thread))),
            CreatedAt = Times.Parse(head.Date),
            CreatedAtAsWritten = PlainText.Line(head.Date),
            Score = head.Score,
            Title = thread.Title,
            Address = thread.Address,
            Body = Markdown(Below().Replace(head.Body, ""), site).About(head.Linked),
        });
        return id;
    }

    private static (FoundPost Post, int Depth)? Comment(string[] lines, int line, string? site, ThreadAssembly thread)
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
                if (Reaction().Match(item) is { Success: true } reaction && PlainText.Number(reaction.Groups["count"].ValueSpan) is { } count)
                {
                    reactions.Add(new PostReaction(reaction.Groups["name"].Value, reaction.Groups["less"].Success ? -count : count, quote is null ? [] : [quote.TrimEnd('.', '…')]));
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
            return null;
        }

        var body = string.Join('\n', Dedented(lines[at..]));
        return (new FoundPost
        {
            Id = id,
            Parent = parent,
            Author = Author(MarkdownPostHead.Unescaped(heading.Groups["name"].Value), heading.Groups["slug"].Value is { Length: > 0 } slug ? slug : null, thread),
            CreatedAt = Times.Parse(written),
            CreatedAtAsWritten = written,
            State = body.Trim() == NoBody ? PostState.Deleted : PostState.Live,
            Score = score,
            Address = Absolute(address, site),
            Reactions = reactions,
            Body = body.Trim() == NoBody ? ConvertedBody.Empty : Markdown(body, site),
        }, depth);
    }

    /// <summary>Nobody stands for an account that is gone, under one of two names.</summary>
    private static PostAuthor Author(string name, string? slug, ThreadAssembly thread) =>
        slug is null && name is "" or "[deleted]" or "[Anonymous]" ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(name, slug);

    private static string? Absolute(string? address, string? site) => address?.StartsWith('/') == true ? site + address : address;

    /// <summary>Links to posts and headings are written for the interface and lead nowhere for people.</summary>
    private static ConvertedBody Markdown(string text, string? site)
    {
        var read = HomeAnchor().Replace(PostLink().Replace(text, match => match.Value.Replace("/api/post/", "/posts/", StringComparison.Ordinal)), "#");
        return ThreadAssembly.FromMarkdown(site is null ? read : OnSite().Replace(read, "](" + site.Replace("$", "$$", StringComparison.Ordinal) + "/"));
    }

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

    [GeneratedRegex(@"^#{1,6}\s+Comment by\s+(\[(?<name>(\\.|[^\]\\])*)\]\((?<href>[^)]*?/users/(?<slug>[^)/?#\s]+))?[^)]*\)|(?<name>.*?))\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[-*]?\s*(HTML|Markdown) permalink:", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Permalink();

    [GeneratedRegex(@"^#{1,3}\s+(?<title>[^\n]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"/posts/(?<id>[A-Za-z0-9]{10,30})(/[^/\s)\]?#]+)?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PagePath();

    [GeneratedRegex(@"^.*permalink:.*$", RegexOptions.Multiline, 5000)]
    private static partial Regex Permalinks();

    [GeneratedRegex(@"\n(#{1,6} Navigation|Navigation\n-+)\s+[-*]\s+\[[^\]\n]*\]\((?<site>https?://[^/\s)]+)?/api/home\)\s+[^\n]*/api/SKILL\.md[^\n]*\s*\z", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Navigation();

    /// <summary>What stands between a post and comments below it.</summary>
    [GeneratedRegex(@"(^|\n)((##[ \t]+)?Top Comments Index([ \t]*\n-+)?|(##[ \t]+)?Comment thread([ \t]*\n-+)?\s+Showing the comment and its[^\n]*)\s*\z", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Below();

    [GeneratedRegex(@"(^|\n)(##[ \t]+)?Top Comments Index([ \t]*\n-+)?\s*\z", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ListsOnly();

    [GeneratedRegex(@"Showing\s+\d+\s+of\s+\d+\s+comments\s+\(sort=", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Sorted();

    [GeneratedRegex(@"^Comments?(:| on) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listing();

    [GeneratedRegex(@"\]\(/(?!/)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OnSite();

    [GeneratedRegex(@"/(api/post|posts)/(?<id>[A-Za-z0-9]{10,30})(?![A-Za-z0-9-])", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PostLink();

    [GeneratedRegex(@"/api/home#", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex HomeAnchor();

    [GeneratedRegex(@"Showing\s+\d+\s+of\s+(?<total>\d+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Showing();

    [GeneratedRegex(@"^.*\]\((?<href>[^)\s]+)|<?(?<href>https?://[^\s>)]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Target();

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9_ -]{0,40}):\s*(?<less>-)?(?<count>\d+)(\s*\(.*\))?$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reaction();

    [GeneratedRegex(@"^(Karma|Voting system|Approval votes|Total votes|Agreement|Agreement votes|Reply depth|Replies|Answer|Author|Date|Posted|Edited)\b.*:", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Known();
}
