using System.Net;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Disqus;

/// <summary>Disqus: the XML export of a forum, with its pages and the comments on them.</summary>
internal sealed partial class DisqusFormat : XmlFormat
{
    private readonly Dictionary<string, FoundPost> pages = new(StringComparer.Ordinal);
    private readonly HashSet<string> commentedOn = new(StringComparer.Ordinal);

    internal override string Name => "disqus";

    internal override string Description => "Disqus: the XML export of a forum";

    protected override IReadOnlySet<string> Records { get; } = new HashSet<string>(StringComparer.Ordinal) { "thread", "post", "category" };

    protected override int RecogniseHead(string head) => Root().IsMatch(head) && head.Contains("disqus.com", StringComparison.Ordinal) ? 95 : 0;

    protected override int RecogniseWithin(string head) => Within().IsMatch(head) ? 88 : 0;

    protected override XmlFormat ForOneFile() => new DisqusFormat();

    protected override void Take(XmlRecord record, IReadOnlyList<XmlRecord> around, string place, ThreadAssembly thread)
    {
        // A post names its thread by an empty element of the same name. Around what is full some other element may have lost its end.
        if (around.Count > 1 && record.IsEmpty)
        {
            around[^1].Add(record);
            return;
        }

        var id = record.Attribute("id");
        if (record.Name == "category")
        {
            return;
        }

        if (id is null)
        {
            thread.Damaged(place, $"A {(record.Name == "post" ? "comment" : "page")} without an id was left out.");
        }
        else if (record.Name == "thread")
        {
            pages[Page(id)] = PageOf(record, id, thread);
        }
        else
        {
            thread.Add(Comment(record, id, thread));
        }
    }

    protected override void Finish(ThreadAssembly thread)
    {
        foreach (var (key, page) in pages)
        {
            if (commentedOn.Contains(key))
            {
                thread.Add(page);
            }
            else
            {
                thread.LeavesOut("pages without comments");
            }
        }

        var only = commentedOn.Where(pages.ContainsKey).ToList();
        if (only.Count == 1)
        {
            thread.Title ??= pages[only[0]].Title;
            thread.Address ??= pages[only[0]].Address;
        }
    }

    private static string Page(string id) => "thread-" + id;

    private static FoundPost PageOf(XmlRecord record, string id, ThreadAssembly thread)
    {
        thread.Forum ??= record["forum"];
        return new FoundPost
        {
            Id = Page(id),
            Kind = PostKind.Page,
            Author = AuthorOf(record, thread),
            CreatedAt = Times.Parse(record["createdAt"]),
            CreatedAtAsWritten = record["createdAt"],
            State = record["isDeleted"] == "true" ? PostState.Deleted : PostState.Live,
            Title = PlainText.Line(PlainText.Decoded(record["title"])),
            Address = record["link"],
            Body = thread.FromHtml(record["message"], record["link"]),
        };
    }

    private FoundPost Comment(XmlRecord record, string id, ThreadAssembly thread)
    {
        var page = record.Child("thread")?.Attribute("id") is { } of ? Page(of) : null;
        if (page is not null)
        {
            commentedOn.Add(page);
        }

        if (!string.IsNullOrWhiteSpace(record["ipAddress"]))
        {
            thread.AddressesDropped++;
        }

        var address = page is null ? null : pages.GetValueOrDefault(page)?.Address;
        var isGone = record["isDeleted"] == "true";
        return new FoundPost
        {
            Id = id,
            Parent = record.Child("parent")?.Attribute("id") ?? page,
            Around = page is null ? [] : [page],
            Author = AuthorOf(record, thread),
            CreatedAt = Times.Parse(record["createdAt"]),
            CreatedAtAsWritten = record["createdAt"],
            // What marks spam is not always a truth value; only these two say no.
            State = isGone ? PostState.Deleted : record["isSpam"] is null or "false" or "0" ? PostState.Live : PostState.Hidden,
            Address = address is null ? null : $"{address}#comment-{id}",
            Body = isGone ? ConvertedBody.Empty : TypedQuotes.In(thread.FromHtml(record["message"] is { } html ? Counted().Replace(html, link => WebUtility.HtmlEncode(Check().Replace(Uri.UnescapeDataString(link.Groups["to"].Value), ""))) : null, address)),
        };
    }

    private static PostAuthor AuthorOf(XmlRecord record, ThreadAssembly thread)
    {
        var author = record.Child("author");
        thread.AddressesDropped += author?["email"] is null ? 0 : 1;
        return thread.Author(author?["name"] ?? author?["username"], author?["username"]);
    }

    [GeneratedRegex(@"<(\w{1,20}:)?disqus\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(\w{1,20}:)?(post|thread) dsq:id=""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Within();

    // Links go by a counter, which has the address in its own and a check behind it.
    [GeneratedRegex(@"(?<=href="")https?://disq\.us/url\?url=(?<to>[^""&]+)[^""]*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@":[A-Za-z0-9_-]{20,40}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Check();
}
