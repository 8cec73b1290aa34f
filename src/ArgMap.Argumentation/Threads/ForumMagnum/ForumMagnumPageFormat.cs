using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.ForumMagnum;

/// <summary>A page of LessWrong, the Alignment Forum or the EA Forum as today's site draws it, saved from a browser.</summary>
internal sealed class ForumMagnumPageFormat : PageFormat
{
    internal override string Name => "forummagnum-page";

    internal override string Description => "LessWrong, Alignment Forum, EA Forum: a saved page of a post with its comments";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("comments-node", StringComparison.Ordinal) || input.Text.Contains("CommentsItem-", StringComparison.Ordinal) ? 92
            : input.Text.Contains("PostsPage", StringComparison.Ordinal) && input.Text.Contains("ContentStyles", StringComparison.Ordinal) ? 85
            : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var all = NodeText.Elements(page.DocumentElement).ToList();
        var post = Opening(all, address, thread);
        var cutShort = 0;
        foreach (var node in all.Where(IsNode))
        {
            var own = Own(node, IsNode).ToList();
            var body = own.Find(IsBody);
            cutShort += body is null && own.Exists(element => HasPart(element, "SingleLineComment")) || own.Exists(element => HasPart(element, "readMore") || HasPart(element, "read-more")) ? 1 : 0;
            thread.Add(Comment(node, own, body, post, address, thread));
        }

        if (cutShort > 0)
        {
            thread.LeavesOut("the rest of comments that the page shows on one line or cut short", cutShort);
        }
    }

    private static bool IsNode(IElement element) =>
        Has(element, "comments-node") && (element.Id is { Length: >= 10 } || PermalinkOf(element, NodeText.Elements(element, inner => !Has(inner, "comments-node"))) is not null);

    private static bool IsBody(IElement element) => !HasPart(element, "SingleLineComment") && (HasPart(element, "CommentBody-root") || HasPart(element, "CommentBody-commentStyling") || HasPart(element, "commentBody"));

    private static string? Opening(List<IElement> all, string? address, ThreadAssembly thread)
    {
        var id = PostKey(address) ?? all.Where(element => element.LocalName == "a").Select(element => PostKey(element.GetAttribute("href"))).FirstOrDefault(key => key is not null);
        var body = all.Find(element => element.Id == "postContent") ?? all.Find(element => HasPart(element, "PostsPage-postContent") || HasPart(element, "postContent") || HasPart(element, "postBody"));
        if (id is null || body is null)
        {
            return null;
        }

        var heading = all.Find(element => element.LocalName == "h1" && HasPart(element, "PostsPageTitle")) ?? all.Find(element => element.LocalName == "h1");
        // What stands before the text and is no comment says who wrote it, and when.
        var before = all.Take(all.IndexOf(body)).ToList();
        var head = before.FindIndex(element => element == heading) is var at and >= 0 ? before[at..] : before;
        var time = head.Find(element => element.LocalName == "time") ?? before.FindLast(element => element.LocalName == "time");
        var author = head.Find(IsUser) ?? before.FindLast(IsUser);
        // Beside it stands the score that the Alignment Forum gives.
        var score = before.FindLast(element => HasPart(element, "voteScore") && !HasPart(element, "secondaryVoteScore"));
        var title = PlainText.Line(heading?.TextContent);
        thread.Title = title ?? thread.Title;
        var count = all.Find(element => HasPart(element, "CommentsListMeta") || HasPart(element, "commentCount") || HasPart(element, "CommentCount"));
        thread.States(NumberIn(PlainText.Line(count?.TextContent)) + 1);
        var opening = new FoundPost
        {
            Id = id,
            Kind = PostKind.Opening,
            Author = ThreadAssembly.Authors(AuthorOf(author, thread), author is null ? [] : Together(author).Select(other => AuthorOf(other, thread))),
            CreatedAt = TimeOf(time),
            CreatedAtAsWritten = PlainText.Line(time?.TextContent),
            Score = NumberIn(PlainText.Line(score?.TextContent)),
            Title = title,
            Address = address,
            Body = thread.FromElement(body, address),
        };
        Dialogue.Add(opening, body, address, thread);
        return id;
    }

    private static FoundPost Comment(IElement node, List<IElement> own, IElement? body, string? post, string? address, ThreadAssembly thread)
    {
        var id = IdOf(node, own)!;
        var around = Around(node, IsNode);
        var time = own.Find(element => element.LocalName == "time");
        var author = own.Find(IsUser);
        var isGone = own.Exists(element => HasPart(element, "CommentDeletedMetadata")) || PlainText.Line(body?.TextContent) is "[Comment deleted]" or "[comment deleted]";
        var line = body is null ? own.Find(element => HasPart(element, "SingleLineComment-truncatedHighlight")) : null;
        var permalink = PermalinkOf(node, own);
        return new FoundPost
        {
            Id = id,
            Parent = around is null ? post : IdOf(around, [.. Own(around, IsNode)]),
            Kind = around is null && own.Exists(element => HasPart(element, "AnswerComment") || HasPart(element, "Answer-")) ? PostKind.Answer : PostKind.Reply,
            Author = author is null && isGone ? new PostAuthor(null, null, AuthorState.Deleted) : AuthorOf(author, thread),
            CreatedAt = TimeOf(time),
            CreatedAtAsWritten = PlainText.Line(time?.TextContent),
            State = isGone ? PostState.Deleted : own.Exists(element => HasPart(element, "retracted")) ? PostState.Retracted : PostState.Live,
            Score = NumberIn(PlainText.Line(own.Find(element => HasPart(element, "voteScore") || HasPart(element, "VoteAxis-voteScore") || HasPart(element, "karma"))?.TextContent)),
            Address = permalink is not null && Uri.TryCreate(address, UriKind.Absolute, out var page) && Uri.TryCreate(page, permalink, out var absolute) ? absolute.AbsoluteUri : address is null ? permalink : $"{address.Split('?', '#')[0]}?commentId={id}",
            Body = isGone ? ConvertedBody.Empty
                : body is not null ? thread.FromElement(body, address)
                : line is not null ? thread.FromElement(line, address)
                : ConvertedBody.Empty,
        };
    }

    private static string? IdOf(IElement node, List<IElement> own) => node.Id is { Length: >= 10 } id ? id : PermalinkOf(node, own)?.Split("commentId=")[^1].Split('&', '#')[0];

    private static string? PermalinkOf(IElement node, IEnumerable<IElement> own) =>
        own.FirstOrDefault(element => element.LocalName == "a" && element.GetAttribute("href") is { } href && href.Contains("commentId=", StringComparison.Ordinal)
            && (node.Id is not { Length: >= 10 } id || href.Contains(id, StringComparison.Ordinal)))?.GetAttribute("href");

    private static bool IsUser(IElement element) =>
        (element.LocalName == "a" && element.GetAttribute("href")?.Contains("/users/", StringComparison.Ordinal) == true && !string.IsNullOrWhiteSpace(element.TextContent))
            || (element.LocalName == "span" && HasPart(element, "UserNameDeleted"));

    /// <summary>Whom the page names beside the first as authors of the post.</summary>
    private static IEnumerable<IElement> Together(IElement author) =>
        Around(author, around => HasPart(around, "PostsAuthors")) is { } all ? NodeText.Elements(all).Where(IsUser).Where(other => other != author) : [];

    private static PostAuthor AuthorOf(IElement? author, ThreadAssembly thread) =>
        author is null ? new PostAuthor(null, null, AuthorState.Unknown)
            : author.LocalName == "span" || PlainText.Line(author.TextContent) is "[deleted]" or "[anonymous]" ? new PostAuthor(null, null, AuthorState.Deleted)
            : thread.Author(PlainText.Line(author.TextContent), LastPart(author.GetAttribute("href")));

    /// <summary>The key in any of the forms of an address: <c>/posts/KEY/slug</c>, <c>/s/SEQUENCE/p/KEY</c>, <c>/api/post/KEY</c>.</summary>
    internal static string? PostKey(string? address)
    {
        var parts = (address ?? "").Split('?', '#')[0].Split('/');
        var at = Array.FindIndex(parts, part => part is "posts" or "p" or "post");
        return at >= 0 && at + 1 < parts.Length && parts[at + 1].Length is >= 10 and <= 30 && parts[at + 1].All(char.IsAsciiLetterOrDigit) ? parts[at + 1] : null;
    }
}
