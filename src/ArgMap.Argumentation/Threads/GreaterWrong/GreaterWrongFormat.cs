using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.ForumMagnum;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.GreaterWrong;

/// <summary>GreaterWrong and its twins: pages of posts of LessWrong, the Alignment Forum and the EA Forum, with the same keys as there.</summary>
internal sealed class GreaterWrongFormat : PageFormat
{
    internal override string Name => "greaterwrong";

    internal override string Description => "GreaterWrong: a saved page of a post with its comments";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("comment-meta", StringComparison.Ordinal) && input.Text.Contains("data-js-date", StringComparison.Ordinal) && input.Text.Contains("comment-body", StringComparison.Ordinal) ? 93
            : input.Text.Contains("greaterwrong", StringComparison.OrdinalIgnoreCase) && input.Text.Contains("post-body", StringComparison.Ordinal) ? 85
            : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var main = page.QuerySelector("main.post") ?? page.QuerySelector(".post-body")?.ParentElement;
        var post = main is null ? null : Opening(main, page, address, thread);
        var unnamed = 0;
        foreach (var comment in NodeText.Elements(page.DocumentElement).Where(IsComment))
        {
            var isDeleted = Has(comment, "deleted-comment");
            var id = KeyOf(comment);
            if (id is null && !isDeleted)
            {
                thread.Damaged("a comment of the page", "A comment without a key was left out.");
                continue;
            }

            Comment(comment, id ?? $"deleted-{++unnamed}", isDeleted, post, address, thread);
        }
    }

    private static bool IsComment(IElement element) => element.LocalName == "div" && Has(element, "comment") && element.Children.Any(child => Has(child, "comment-meta") || Has(child, "comment-body"));

    private static string? Opening(IElement main, IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var meta = main.QuerySelector(".post-meta");
        var twin = meta?.QuerySelector("a.lw2-link")?.GetAttribute("href");
        var id = PostKey(twin) ?? PostKey(address) ?? page.QuerySelector("[data-post-id]")?.GetAttribute("data-post-id") ?? PostKey(page.QuerySelector("a.permalink")?.GetAttribute("href"));
        if (id is null)
        {
            return null;
        }

        var title = PlainText.Line(main.QuerySelector(".post-title")?.TextContent);
        thread.Title = title ?? thread.Title;
        // The forum itself is the place; this is a mirror of it.
        thread.Address = twin ?? thread.Address;
        thread.Forum = Uri.TryCreate(twin, UriKind.Absolute, out var forum) ? forum.Host : thread.Forum;
        thread.States(NumberIn(meta?.QuerySelector(".comment-count")?.TextContent) + 1);
        var authors = meta?.QuerySelectorAll(".author").ToList() ?? [];
        var body = main.QuerySelector(".post-body");
        var opening = new FoundPost
        {
            Id = id,
            Kind = PostKind.Opening,
            Author = ThreadAssembly.Authors(AuthorOf(authors.FirstOrDefault(), thread), authors.Skip(1).Select(author => AuthorOf(author, thread))),
            CreatedAt = TimeOf(meta?.QuerySelector(".date")),
            CreatedAtAsWritten = PlainText.Line(meta?.QuerySelector(".date")?.TextContent),
            Score = NumberIn(PlainText.Line(meta?.QuerySelector(".karma-value")?.TextContent)),
            Title = title,
            Address = twin ?? address,
            Body = body is null ? ConvertedBody.Empty : thread.FromElement(body, twin ?? address),
        };
        Dialogue.Add(opening, body, twin ?? address, thread);
        return id;
    }

    private static void Comment(IElement comment, string id, bool isDeleted, string? post, string? address, ThreadAssembly thread)
    {
        var own = Own(comment, IsComment).ToList();
        var date = own.Find(element => Has(element, "date"));
        var body = own.Find(element => Has(element, "comment-body"));
        var twin = own.Find(element => Has(element, "lw2-link"))?.GetAttribute("href");
        var stated = PageParts.Place(own.Find(element => Has(element, "comment-parent-link")))?.Replace("comment-", "", StringComparison.Ordinal);
        var score = PlainText.Line(own.Find(element => Has(element, "karma-value"))?.TextContent);
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = !string.IsNullOrEmpty(stated) ? stated : ItemAround(comment) ?? post,
            Kind = own.Find(element => Has(element, "permalink"))?.GetAttribute("href")?.Contains("/answer/", StringComparison.Ordinal) == true && ItemAround(comment) is null ? PostKind.Answer : PostKind.Reply,
            Author = isDeleted ? new PostAuthor(null, null, AuthorState.Deleted) : AuthorOf(own.Find(element => Has(element, "author")), thread),
            CreatedAt = TimeOf(date),
            CreatedAtAsWritten = PlainText.Line(date?.TextContent),
            State = isDeleted ? PostState.Deleted : Has(comment, "retracted") ? PostState.Retracted : PostState.Live,
            Score = NumberIn(score),
            Address = twin ?? (post is null || isDeleted ? null : address is null ? null : $"{address.Split('#', '?')[0]}#comment-{id}"),
            Body = isDeleted || body is null ? ConvertedBody.Empty : thread.FromElement(body, twin ?? address),
        });
    }

    /// <summary>A comment's key is on the item of the list it stands in, and in its own links.</summary>
    private static string? KeyOf(IElement comment)
    {
        if (comment.ParentElement?.Id is { } item && item.StartsWith("comment-", StringComparison.Ordinal))
        {
            return item[8..];
        }

        var link = Own(comment, IsComment).FirstOrDefault(element => Has(element, "permalink"))?.GetAttribute("href");
        return string.IsNullOrEmpty(link) ? null : LastPart(link) is { Length: > 3 } key ? key : null;
    }

    /// <summary>The key of the list item that holds the list in which this comment's item stands.</summary>
    private static string? ItemAround(IElement comment)
    {
        for (var at = comment.ParentElement?.ParentElement; at is not null; at = at.ParentElement)
        {
            if (at.Children.FirstOrDefault(IsComment) is { } parent && parent != comment)
            {
                return KeyOf(parent);
            }
        }

        return null;
    }

    private static PostAuthor AuthorOf(IElement? author, ThreadAssembly thread) =>
        author is null || PlainText.Line(author.TextContent) is "[deleted]" or null ? new PostAuthor(null, null, author is null ? AuthorState.Unknown : AuthorState.Deleted)
            : thread.Author(PlainText.Line(author.TextContent), author.GetAttribute("data-userid"));

    private static string? PostKey(string? address)
    {
        var parts = (address ?? "").Split('?', '#')[0].Split('/');
        var at = Array.FindIndex(parts, part => part is "posts" or "p");
        return at >= 0 && at + 1 < parts.Length && parts[at + 1].Length > 5 ? parts[at + 1] : null;
    }
}
