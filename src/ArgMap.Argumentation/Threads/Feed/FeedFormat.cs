using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Feed;

/// <summary>Feeds of comments or posts: RSS as WordPress, Substack and boards hand it out, and Atom with the extension that says what an entry answers, as Blogger does.</summary>
internal sealed partial class FeedFormat : XmlFormat
{
    private const string PageKey = "page";

    // What entries answer without being in the feed: the articles, by the name entries have for them.
    private readonly Dictionary<string, FoundPost> articles = new(StringComparer.Ordinal);
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);
    private readonly List<FoundPost> found = [];
    private XmlRecord? feed;

    internal override string Name => "feed";

    internal override string Description => "RSS and Atom feeds of comments or posts: WordPress, Blogger, Substack, boards";

    protected override IReadOnlySet<string> Records { get; } = new HashSet<string>(StringComparer.Ordinal) { "item", "entry" };

    protected override bool KeepsRoot => true;

    protected override int RecogniseHead(string head) =>
        head.Contains("<rss", StringComparison.Ordinal) || head.Contains("<rdf:RDF", StringComparison.Ordinal) || head.Contains("http://purl.org/rss/1.0/", StringComparison.Ordinal) ? 80
            : (head.Contains("<feed", StringComparison.Ordinal) || head.Contains("<entry", StringComparison.Ordinal) || head.Contains(":feed", StringComparison.Ordinal)) && head.Contains("www.w3.org/2005/Atom", StringComparison.Ordinal) ? 80
            : 0;

    protected override XmlFormat ForOneFile() => new FeedFormat();

    protected override bool KeepsMarkup(XmlRecord record) => record.Name is "content" or "summary" && record.Attribute("type") == "xhtml";

    protected override void Take(XmlRecord record, IReadOnlyList<XmlRecord> around, string place, ThreadAssembly thread)
    {
        // Blogger's export has the template, the settings and the loose pages of a blog among its articles.
        if (record.All("category").Select(category => category.Attribute("term")?.Split('#')).Any(term => term is [_, "template" or "settings" or "page"]))
        {
            return;
        }

        feed ??= around.LastOrDefault(open => open.Name is "channel" or "feed") ?? (around.Count > 0 ? around[^1] : null);
        var address = Link(record);
        var id = record["id"] ?? record["guid"] ?? record.Attribute("about") ?? address;
        if (id is null && record["description"] is null && record["encoded"] is null && record["content"] is null)
        {
            thread.Damaged(place, "An entry without a key, a link or words was left out.");
            return;
        }

        id ??= $"entry-{entries.Count + 1}";
        entries.Add(id);
        found.Add(Post(record, id, address, thread));
    }

    protected override void Finish(ThreadAssembly thread)
    {
        if (found.Count == 0)
        {
            return;
        }

        var title = PlainText.Line(PlainText.Decoded(feed?["title"]));
        var link = feed is null ? null : Link(feed);
        var areComments = found.Exists(post => post.Parent is not null || IsComment(post));
        title = areComments && title is not null && CommentsOn().Match(title) is { Success: true, Length: var start } && start < title.Length ? title[start..] : title;
        thread.Title ??= title;
        thread.Address ??= link;
        thread.Forum ??= Uri.TryCreate(link, UriKind.Absolute, out var host) ? host.Host : null;
        thread.States(int.TryParse(feed?["totalResults"], System.Globalization.CultureInfo.InvariantCulture, out var total) ? total + (areComments ? 1 : 0) : null);
        // Of a feed of one article's comments the feed itself is the article; of a whole blog's, each comment says by its link of which.
        var of = found.Where(post => post.Parent is null && IsComment(post)).Select(post => Article(post.Address!)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var post in found)
        {
            if (post.Parent is null && IsComment(post))
            {
                var article = Article(post.Address!);
                post.Parent = article;
                articles.TryAdd(article, Page(article, article, of.Count == 1 ? title : null));
            }
        }

        if (!areComments && link is not null && !found.Exists(post => post.Address == link || post.Title == title))
        {
            // Posts of a topic, or articles of a blog: what they have in common is the feed.
            articles.TryAdd(PageKey, Page($"{PageKey}-{link}", link, title));
        }

        foreach (var article in articles.Values.Where(article => !entries.Contains(article.Id)))
        {
            article.Title ??= articles.Count == 1 ? title : null;
            thread.Add(article);
        }

        foreach (var post in found)
        {
            thread.Add(post);
        }
    }

    private FoundPost Post(XmlRecord record, string id, string? address, ThreadAssembly thread)
    {
        var answers = record.Child("in-reply-to");
        var parent = answers?.Attribute("ref");
        if (parent is not null && parent != id)
        {
            articles.TryAdd(parent, Page(parent, answers!.Attribute("href"), null));
        }

        // Blogger names the article there, and the comment that is answered by the address of its entry.
        var comment = record.All("link").Where(link => link.Attribute("rel") == "related").Select(link => CommentEntry().Match(link.Attribute("href") ?? "")).FirstOrDefault(match => match.Success)?.Groups["key"].Value;
        var self = record.All("link").Where(link => link.Attribute("rel") is "self" or "edit").Select(link => CommentEntry().Match(link.Attribute("href") ?? "")).FirstOrDefault(match => match.Success)?.Groups["key"].Value;
        var isGone = record.All("extendedProperty").Any(property => property.Attribute("name") == "blogger.contentRemoved" && property.Attribute("value") == "true");
        var html = Words(record);
        if (html is not null && InReplyTo().Match(html) is { Success: true } line && address is not null)
        {
            // WordPress says it in words, before those of the comment.
            comment ??= line.Groups["key"].Value;
            html = html[(line.Index + line.Length)..];
        }

        var body = isGone ? ConvertedBody.Empty : TypedQuotes.In(thread.FromHtml(html, address));
        var number = address is null ? null : CommentNumber().Match(address) is { Success: true } found ? found.Groups["key"].Value : null;
        var title = PlainText.Line(PlainText.Decoded(record["title"]));
        return new FoundPost
        {
            Id = id,
            OtherNames = [.. new[] { self, number }.OfType<string>()],
            Parent = comment ?? (parent == id ? null : parent),
            Author = Author(record, thread),
            CreatedAt = Times.Parse(record["published"] ?? record["pubDate"] ?? record["date"] ?? record["updated"]),
            CreatedAtAsWritten = record["published"] ?? record["pubDate"] ?? record["date"] ?? record["updated"],
            EditedAt = record["published"] is { } first && record["updated"] is { } last && first != last ? Times.Parse(last) : null,
            State = isGone ? PostState.Deleted : PostState.Live,
            Title = title is null || ByWhom().IsMatch(title) || number is not null || comment is not null || parent is not null || body.Markdown.StartsWith(title.TrimEnd('.', '…', ' '), StringComparison.Ordinal) ? null : title,
            Address = address,
            Body = body,
        };
    }

    private static FoundPost Page(string id, string? address, string? title) => new() { Id = id, Kind = PostKind.Page, Title = title, Address = address };

    private static PostAuthor Author(XmlRecord record, ThreadAssembly thread)
    {
        var author = record.Child("author");
        var email = author?["email"];
        thread.AddressesDropped += email is null || email.StartsWith("noreply@", StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        // RSS has the name in brackets after an address.
        var stated = record["creator"] ?? author?["name"] ?? record["author"];
        if (stated is not null && Mailbox().Match(stated) is { Success: true } mailbox)
        {
            thread.AddressesDropped++;
            stated = mailbox.Groups["name"].Value;
        }

        return thread.Author(PlainText.Decoded(stated));
    }

    /// <summary>What was written, as HTML.</summary>
    private static string? Words(XmlRecord record)
    {
        var child = record.All("content").FirstOrDefault(content => !string.IsNullOrWhiteSpace(content.Text)) ?? record.All("summary").FirstOrDefault(summary => !string.IsNullOrWhiteSpace(summary.Text));
        return record["encoded"] ?? (child is null ? record["description"]
            : child.Attribute("type") is null or "text" or "text/plain" ? System.Net.WebUtility.HtmlEncode(child.Text.Trim()).Replace("\n", "<br>", StringComparison.Ordinal)
            : child.Text);
    }

    /// <summary>Where people read it: Atom has links of several kinds, RSS one as text.</summary>
    private static string? Link(XmlRecord record)
    {
        var link = record.All("link").Where(link => link.Attribute("rel") is null or "alternate").Select(link => link.Attribute("href") ?? link.Text.Trim()).FirstOrDefault(address => address.Length > 0)
            ?? record["link"] ?? (record.Child("guid")?.Attribute("isPermaLink") != "false" ? record["guid"] : null);
        return Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? link : null;
    }

    private static bool IsComment(FoundPost post) => post.Address is not null && CommentNumber().IsMatch(post.Address);

    private static string Article(string address) => address[..CommentNumber().Match(address).Index];

    [GeneratedRegex(@"^(\p{L}[\p{L} ]{2,40}\s*:|Comments on)\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentsOn();

    [GeneratedRegex(@"^(By|Von|Par|Por|Di|Door|Av|Od)\s*:|^(Comment on|Re:)\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByWhom();

    [GeneratedRegex(@"(/comments?/default/)(?<key>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentEntry();

    [GeneratedRegex(@"(#comment-|/comment/|#c)(?<key>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentNumber();

    [GeneratedRegex(@"^\s*(<p>)?[\p{L} ]{3,40}<a href=""[^""]*#comment-(?<key>\d+)""[^>]*>[^<]*</a>\.?(</p>)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InReplyTo();

    [GeneratedRegex(@"^\S+@\S+\s*\((?<name>[^)]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mailbox();
}
