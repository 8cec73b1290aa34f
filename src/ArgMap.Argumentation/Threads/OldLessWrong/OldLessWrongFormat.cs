using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.OldLessWrong;

/// <summary>LessWrong before 2018 and old Reddit, whose program it was: a saved page of a post with its nested comments.</summary>
internal sealed class OldLessWrongFormat : PageFormat
{
    internal override string Name => "lesswrong-old";

    internal override string Description => "LessWrong before 2018, and old Reddit: a saved page of a post with its comments";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("thingrow_t1_", StringComparison.Ordinal) || input.Text.Contains("thing_t1_", StringComparison.Ordinal) || (input.Text.Contains("body_t1_", StringComparison.Ordinal) && input.Text.Contains("comment", StringComparison.Ordinal)) ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var all = NodeText.Elements(page.DocumentElement).ToList();
        var opening = all.Find(element => KeyOf(element)?.StartsWith("t3_", StringComparison.Ordinal) == true);
        var comments = all.Where(IsComment).ToList();
        var post = opening is null ? null : Opening(opening, address, thread);
        thread.States(all.Where(element => Has(element, "comment-count") || (element.LocalName == "a" && Has(element, "comments"))).Select(element => NumberIn(PlainText.Line(element.TextContent))).FirstOrDefault(number => number is not null) + 1);
        foreach (var comment in comments)
        {
            Comment(comment, KeyOf(comment)!, post, address, thread);
        }

        var more = all.Count(element => Has(element, "morecomments") || Has(element, "deepthread"));
        thread.LinksToMore(more);
    }

    // Where more comments can be loaded there is only a link.
    private static bool IsComment(IElement element) => KeyOf(element)?.StartsWith("t1_", StringComparison.Ordinal) == true && !Has(element, "morechildren") && !Has(element, "morerecursion");

    /// <summary>The forum's key of a post or comment: <c>t3_</c> or <c>t1_</c> and a number.</summary>
    private static string? KeyOf(IElement element)
    {
        if (element.GetAttribute("data-fullname") is { Length: > 3 } name && Has(element, "thing"))
        {
            return name;
        }

        return element.LocalName is "div" or "li" or "article" && element.Id is { } id
            && (id.StartsWith("thingrow_t", StringComparison.Ordinal) || id.StartsWith("thing_t", StringComparison.Ordinal)) ? id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..] : null;
    }

    private static string? Opening(IElement opening, string? address, ThreadAssembly thread)
    {
        var own = Own(opening, IsComment).ToList();
        var id = KeyOf(opening)!;
        var heading = own.Find(element => element.LocalName is "h1" or "h2" || Has(element, "title"));
        var body = own.Find(element => Has(element, "md") || Has(element, "usertext-body")) ?? own.Find(element => element.Id?.StartsWith("body_t3_", StringComparison.Ordinal) == true || Has(element, "content"));
        // On Reddit the site that a link leads to stands beside its title.
        var title = own.Find(element => element.LocalName == "a" && Has(element, "title"));
        var link = title?.GetAttribute("href") is { } href && href.StartsWith("http", StringComparison.Ordinal) && !href.Contains("/comments/" + (id.Length > 3 ? id[3..] : id), StringComparison.Ordinal) ? href : null;
        thread.Title = PlainText.Line((title ?? heading)?.TextContent) ?? thread.Title;
        var post = Post(opening, own, id, null, PostKind.Opening, body, address, thread);
        post.Body = post.Body.About(link);
        thread.Add(post);
        return id;
    }

    private static void Comment(IElement comment, string id, string? post, string? address, ThreadAssembly thread)
    {
        var own = Own(comment, IsComment).ToList();
        // What a link says holds where a page that lost the end of a comment seems to say otherwise.
        var stated = PageParts.Place(own.Find(element => element.LocalName == "a" && element.Id == "parent_" + id));
        var parent = !string.IsNullOrEmpty(stated) ? stated.StartsWith("t1_", StringComparison.Ordinal) ? stated : "t1_" + stated : Around(comment, IsComment) is { } around ? KeyOf(around) : post;
        var whole = own.Find(element => element.Id == "body_" + id);
        var body = own.Find(element => Has(element, "md")) ?? whole ?? own.Find(element => Has(element, "usertext-body") || Has(element, "comment-content"));
        thread.Add(Post(comment, own, id, parent, PostKind.Reply, body, address, thread));
    }

    private static FoundPost Post(IElement element, List<IElement> own, string id, string? parent, PostKind kind, IElement? body, string? address, ThreadAssembly thread)
    {
        var author = own.Find(part => part.LocalName == "a" && (Has(part, "author") || part.ParentElement is { } around && (Has(around, "author") || Has(around, "comment-author")))) ?? own.Find(part => Has(part, "author") || Has(part, "comment-author"));
        var date = own.Find(part => part.LocalName == "time") ?? own.Find(part => (Has(part, "comment-date") || Has(part, "date")) && part.HasAttribute("time")) ?? own.Find(part => Has(part, "comment-date") || Has(part, "date"));
        var votes = own.Find(part => Has(part, "votes")) ?? own.Find(part => Has(part, "score") && Has(part, "unvoted")) ?? own.Find(part => Has(part, "score"));
        var link = own.Find(part => part.LocalName == "a" && (Has(part, "bylink") || Has(part, "permalink")) && PageParts.Place(part) is null)?.GetAttribute("href");
        var name = PlainText.Line(author?.TextContent);
        var words = PlainText.Line(body?.TextContent);
        var isGone = Has(element, "deleted") || words is "[deleted]" || (words is null && name is null or "[deleted]" && kind == PostKind.Reply) || words?.StartsWith("Comment deleted", StringComparison.OrdinalIgnoreCase) == true;
        return new FoundPost
        {
            Id = id,
            Parent = parent,
            Kind = kind,
            Author = name is null or "[deleted]" ? new PostAuthor(null, null, name is null ? isGone ? AuthorState.Deleted : AuthorState.Unknown : AuthorState.Deleted) : thread.Author(name),
            CreatedAt = TimeOf(date),
            CreatedAtAsWritten = PlainText.Line(date?.TextContent),
            State = words is "[removed]" ? PostState.RemovedByModerator : isGone ? PostState.DeletedByAuthor : own.Exists(part => Has(part, "retracted")) || Has(element, "retracted") ? PostState.Retracted : PostState.Live,
            Score = NumberIn(PlainText.Line(votes?.TextContent)),
            Address = link is null ? null : Uri.TryCreate(address, UriKind.Absolute, out var page) && Uri.TryCreate(page, link, out var absolute) ? absolute.AbsoluteUri : link,
            Body = isGone || words is "[removed]" || body is null ? ConvertedBody.Empty : thread.FromElement(body, address),
        };
    }
}
