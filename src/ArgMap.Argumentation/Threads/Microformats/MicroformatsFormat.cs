using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;
using ArgMap.Argumentation.Threads.WebPage;

namespace ArgMap.Argumentation.Threads.Microformats;

/// <summary>Microformats: an entry with its comments, or a feed of entries, as pages of independent sites mark them.</summary>
internal sealed class MicroformatsFormat : PageFormat
{
    internal override string Name => "microformats";

    internal override string Description => "Microformats: entries and comments (h-entry, h-feed, h-cite) in a page";

    protected override int RecognisePage(ThreadInput input)
    {
        if (!input.Text.Contains("h-entry", StringComparison.Ordinal) && !input.Text.Contains("h-cite", StringComparison.Ordinal))
        {
            return 0;
        }

        var posts = NodeText.Elements(input.Html.DocumentElement).Count(IsPost);
        return posts < 2 ? 0 : posts >= WebPageFormat.CountPosts(input) ? 80 : 30;
    }

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var posts = NodeText.Elements(page.DocumentElement).Where(IsPost).ToList();
        // Of a post that another one answers, the page may show a part there as well.
        var addresses = posts.Where(post => !IsAnswered(post)).Select(post => AddressIn([.. Own(post, IsOthers)])).OfType<string>().ToHashSet(StringComparer.Ordinal);
        posts.RemoveAll(post => IsAnswered(post) && AddressIn([.. Own(post, IsOthers)]) is { } address && addresses.Contains(address));
        // In a feed there is no entry that all others answer. A comment is a part of an entry, also where damage has ended that before.
        var outermost = posts.Where(post => Around(post, IsPost) is null).ToList();
        var entries = outermost.Where(post => !IsComment(post)).ToList();
        var tops = entries.Count == 1 ? 1 : outermost.Count;
        var keys = new Dictionary<IElement, string>();
        for (var number = 0; number < posts.Count; number++)
        {
            keys[posts[number]] = Key(posts[number], number, keys.Values);
        }

        if (NodeText.Elements(page.DocumentElement).Count(element => IsReaction(element) && IsOthers(element)) is > 0 and var reactions)
        {
            thread.LeavesOut("likes and what was passed on without words", reactions);
        }

        foreach (var post in posts)
        {
            thread.Add(Post(post, keys, tops, entries is [var entry] && IsComment(post) ? entry : null, address, thread));
        }
    }

    private static bool IsPost(IElement element) => (Has(element, "h-entry") || Has(element, "h-cite")) && !IsReaction(element) && (!IsAnswered(element) || element.QuerySelector(".e-content, .p-content, .p-summary") is not null);

    /// <summary>Somebody liked or passed on what stands here, or this is what they liked: nothing is said.</summary>
    private static bool IsReaction(IElement element) => element.ClassList.Any(name => name is "u-like-of" or "u-repost-of" or "u-like" or "p-like" or "u-likes" or "u-repost" or "p-repost" or "u-reposts" or "u-bookmark" or "u-bookmark-of" or "p-bookmark");

    private static bool IsComment(IElement element) => Has(element, "p-comment") || Has(element, "u-comment");

    /// <summary>What an entry shows of that which it answers; it may be no more than an address.</summary>
    private static bool IsAnswered(IElement element) => Has(element, "u-in-reply-to") || Has(element, "p-in-reply-to");

    /// <summary>What somebody else wrote, with or without its words.</summary>
    private static bool IsOthers(IElement element) => IsPost(element) || Has(element, "h-cite");

    private static string Key(IElement post, int number, ICollection<string> taken)
    {
        var own = Own(post, IsOthers).ToList();
        var key = Value(own.Find(element => Has(element, "u-uid"))) ?? PlainText.Line(own.Find(element => Has(element, "p-uid"))?.TextContent) ?? AddressIn(own) ?? post.Id;
        return string.IsNullOrWhiteSpace(key) || taken.Contains(key) ? $"entry-{number + 1}" : key;
    }

    private static string? AddressIn(List<IElement> own) => Value(own.Find(element => Has(element, "u-url") && Around(element, around => Has(around, "h-card")) is null && !Has(element, "h-card")));

    private static string? Value(IElement? element) => element?.GetAttribute("href") ?? element?.GetAttribute("value") ?? PlainText.Line(element?.TextContent);

    private static FoundPost Post(IElement post, Dictionary<IElement, string> keys, int tops, IElement? entry, string? page, ThreadAssembly thread)
    {
        var own = Own(post, IsOthers).ToList();
        var around = Around(post, IsPost) ?? entry;
        var address = AddressIn(own);
        var answers = NodeText.Elements(post, element => !IsOthers(element)).Where(IsAnswered).Select(element => keys.TryGetValue(element, out var shown) ? shown : IsOthers(element) ? AddressIn([.. Own(element, IsOthers)]) : Value(element)).OfType<string>().ToList();
        var outer = around is null || IsAnswered(post) ? null : keys[around];
        // An entry may answer several; those in this thread come first.
        var parent = outer ?? answers.Find(keys.ContainsValue) ?? answers.FirstOrDefault();
        var body = own.Find(element => Has(element, "e-content")) ?? own.Find(element => Has(element, "p-content") || Has(element, "p-summary"));
        var card = own.Find(element => Has(element, "p-author") || Has(element, "u-author")) ?? own.Find(element => Has(element, "h-card") && body?.Contains(element) != true);
        var name = card is null ? null : NodeText.Elements(card).FirstOrDefault(element => Has(element, "p-name")) ?? card;
        var time = own.Find(element => Has(element, "dt-published"));
        var edited = own.Find(element => Has(element, "dt-updated"));
        var heading = own.Find(element => Has(element, "p-name") && element != body && (card is null || !card.Contains(element)));
        var title = PlainText.Line(heading?.TextContent);
        var isTop = parent is null && tops == 1;
        if (isTop)
        {
            thread.Title = title ?? thread.Title;
            thread.Address ??= address;
        }

        return new FoundPost
        {
            Id = keys[post],
            OtherNames = address is null ? [] : [address],
            Parent = parent,
            Kind = isTop ? PostKind.Opening : PostKind.Reply,
            Author = thread.Author(PlainText.Line(name?.TextContent), card?.GetAttribute("href")),
            CreatedAt = TimeOf(time),
            CreatedAtAsWritten = time?.GetAttribute("datetime") ?? PlainText.Line(time?.TextContent),
            EditedAt = TimeOf(edited) is { } changed && changed != TimeOf(time) ? changed : null,
            Title = title,
            Address = address,
            Body = body is null ? ConvertedBody.Empty : TypedQuotes.In(thread.FromElement(body, address ?? page)),
        };
    }
}
