using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mastodon;

/// <summary>A page of Mastodon, drawn by the browser or, until version 4, by the server: one status at length, above it what it answers, below it the answers.</summary>
internal sealed class MastodonPageFormat : PageFormat
{
    internal override string Name => "mastodon-page";

    internal override string Description => "Mastodon: a saved page of a status with what it answers and the answers";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("detailed-status", StringComparison.Ordinal) && input.Text.Contains("display-name__account", StringComparison.Ordinal) && input.Html.QuerySelector(".detailed-status .status__content") is not null ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var statuses = NodeText.Elements(page.DocumentElement).Where(IsStatus).ToList();
        var shown = Math.Max(0, statuses.FindIndex(status => Has(status, "detailed-status")));
        List<FoundPost> posts = [];
        for (var index = 0; index < statuses.Count; index++)
        {
            var post = Post(statuses[index], address, thread);
            var (parent, isGuess) = index == 0 ? (null, false) : index <= shown ? (posts[index - 1].Id, false) : ParentOf(statuses[index], posts, shown);
            (post.Parent, post.ParentIsGuess) = (parent, isGuess);
            post.Kind = parent is null ? PostKind.Opening : PostKind.Reply;
            posts.Add(post);
        }

        posts.ForEach(thread.Add);
        var more = page.QuerySelectorAll("a.load-more, button.load-more, .load-gap").Length;
        thread.LinksToMore(more);
    }

    // What one quotes is drawn within it as another.
    private static bool IsStatus(IElement element) => IsCalledStatus(element) && Around(element, IsCalledStatus) is null && element.QuerySelector(".status__content") is not null;

    private static bool IsCalledStatus(IElement element) => Has(element, "detailed-status") || Has(element, "status");

    /// <summary>The page draws a line from an answer up to the status above it, and another where it answers the one at length. Where it draws neither, whoever is spoken to first tells.</summary>
    private static (string Parent, bool IsGuess) ParentOf(IElement status, List<FoundPost> posts, int shown)
    {
        var entry = Around(status, around => Has(around, "entry"));
        var isDirect = entry is not null ? Has(entry, "p-comment") : Has(status, "status--first-in-thread") && status.QuerySelector(".status__line:not(.status__line--full)") is not null;
        if (isDirect || posts.Count == shown + 1)
        {
            return (posts[shown].Id, false);
        }

        if (entry is null && !Has(status, "status--first-in-thread"))
        {
            return (posts[^1].Id, false);
        }

        var spokenTo = AccountOf(status.QuerySelector(".status__content a.mention:not(.hashtag)")?.GetAttribute("href"));
        var answered = spokenTo is null ? null : posts.FindLast(post => AccountOf(post.Address) == spokenTo);
        return ((answered ?? (entry is null ? posts[shown] : posts[^1])).Id, true);
    }

    private static FoundPost Post(IElement status, string? page, ThreadAssembly thread)
    {
        var link = status.QuerySelector("a.detailed-status__datetime, a.status__relative-time");
        var time = link?.QuerySelector("time");
        var address = Uri.TryCreate(page, UriKind.Absolute, out var start) && Uri.TryCreate(start, link?.GetAttribute("href"), out var absolute) ? absolute.AbsoluteUri : link?.GetAttribute("href");
        var words = status.QuerySelector(".e-content") ?? status.QuerySelector(".status__content__text") ?? status.QuerySelector(".status__content")!;
        var name = PlainText.Line(status.QuerySelector(".display-name__account")?.TextContent)?.TrimStart('@');
        return new FoundPost
        {
            Id = status.GetAttribute("data-id") ?? LastPart(link?.GetAttribute("href")),
            SameAs = address?.StartsWith("http", StringComparison.Ordinal) == true ? [address] : [],
            // The name with its server is how people are told apart there; it only looks like an e-mail address.
            Author = name is null ? new PostAuthor(null, null, AuthorState.Unknown) : new PostAuthor(null, name, AuthorState.Known),
            CreatedAt = TimeOf(time),
            CreatedAtAsWritten = time?.GetAttribute("datetime") ?? PlainText.Line(link?.TextContent),
            EditedAt = Times.Parse(link?.QuerySelector("abbr[title]")?.GetAttribute("title")?.Split(' ', 2)[^1]),
            Score = NumberIn(PlainText.Line(status.QuerySelector(".detailed-status__favorites")?.TextContent)),
            Title = PlainText.Line(status.QuerySelector(".p-summary, .content-warning p, .content-warning span")?.TextContent),
            Address = address,
            Body = TypedQuotes.In(thread.FromElement(words, page)).Above([
                .. status.QuerySelectorAll("a.media-gallery__item-thumbnail, .attachment-list a").Select(media => MarkdownLinks.To(media.GetAttribute("href"), media.QuerySelector("img")?.GetAttribute("alt"))),
                string.Join('\n', status.QuerySelectorAll(".poll__option__text").Select(option => "- " + PlainText.Line(option.TextContent)))]),
        };
    }

    /// <summary>Whose page or status an address is: "example.org/@ada", whichever server shows it.</summary>
    private static string? AccountOf(string? address)
    {
        var account = Uri.TryCreate(address, UriKind.Absolute, out var link) ? Array.Find(link.AbsolutePath.Split('/'), part => part.StartsWith('@')) : null;
        return account is null ? null : account.LastIndexOf('@') is > 0 and var server ? $"{account[(server + 1)..]}/{account[..server]}" : $"{link!.Host}/{account}";
    }
}
