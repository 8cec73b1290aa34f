using System.Text;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Bluesky;

/// <summary>Bluesky: a post with what is above and below it, or a list of posts, as its interface answers.</summary>
internal sealed class BlueskyFormat : JsonFormat
{
    private const string Site = "https://bsky.app/profile/";

    internal override string Name => "bluesky";

    internal override string Description => "Bluesky: a post and its thread, or a list of posts, as JSON";

    protected override int Recognise(JsonValue root) =>
        IsOrLists(root, IsPost) || IsOrLists(root["thread"], IsNode) || IsOrLists(root["posts"], IsPost) || IsOrLists(root["feed"], IsNode) ? 93 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        thread.Forum ??= "Bluesky";
        var open = new Stack<(JsonValue Value, string? Above)>();
        open.Push((root, null));
        while (open.TryPop(out var next))
        {
            var (value, above) = next;
            if (value.IsArray)
            {
                foreach (var item in value.Items.Reverse())
                {
                    open.Push((item, above));
                }

                continue;
            }

            if (!value.IsObject)
            {
                continue;
            }

            // A thread has its posts within nodes, which later answers keep in values of their own.
            var post = IsPost(value) ? value : value["post"];
            var uri = IsPost(post) ? post["uri"].Words : null;
            if (uri is not null)
            {
                Add(post, uri, thread);
                if (post["replyCount"].Number > 0)
                {
                    thread.PromisesAnswersTo(uri);
                }
            }
            else if (value["uri"].Words is { } gone && (value["notFound"].IsTrue || value["blocked"].IsTrue))
            {
                thread.Add(new FoundPost { Id = gone, Parent = above, State = value["blocked"].IsTrue ? PostState.Hidden : PostState.Deleted, Author = new PostAuthor(null, null, value["blocked"].IsTrue ? AuthorState.Hidden : AuthorState.Deleted) });
            }

            foreach (var part in (JsonValue[])[value["replies"], value["value"], value["thread"], value["posts"], value["feed"], value["reply"]["parent"], value["reply"]["root"]])
            {
                open.Push((part, uri ?? above));
            }

            open.Push((value["parent"], null));
        }
    }

    private static bool IsPost(JsonValue value) => value["uri"].Text?.StartsWith("at://", StringComparison.Ordinal) == true && value["record"].IsObject;

    private static bool IsNode(JsonValue value) => IsPost(value["post"]) || IsPost(value["value"]["post"]);

    private static void Add(JsonValue post, string uri, ThreadAssembly thread)
    {
        var (record, author) = (post["record"], post["author"]);
        var (parent, top) = (record["reply"]["parent"]["uri"].Words, record["reply"]["root"]["uri"].Words);
        var address = Address(uri, author);
        if (parent is null)
        {
            thread.Address ??= address;
        }

        thread.Add(new FoundPost
        {
            Id = uri,
            Parent = parent,
            ParentIsOpening = parent is not null && parent == top,
            Kind = parent is null ? PostKind.Opening : PostKind.Reply,
            Author = new PostAuthor(author["did"].Text, Writer(author), AuthorState.Known),
            CreatedAt = record["createdAt"].Time ?? post["indexedAt"].Time,
            CreatedAtAsWritten = record["createdAt"].Text,
            Score = post["likeCount"].Number,
            Address = address,
            Body = Quoting(ThreadAssembly.FromMarkdown(WithLinks(record)).Above(Attached(post["embed"]).Concat(Attached(post["embed"]["media"]))), post["embed"]),
        });
    }

    private static string? Address(string uri, JsonValue author) =>
        (author["handle"].Words ?? author["did"].Words) is { } person ? $"{Site}{person}/post/{uri[(uri.LastIndexOf('/') + 1)..]}" : null;

    /// <summary>Addresses are shortened in the text; where they are and what they stand for is told in bytes beside it.</summary>
    private static string WithLinks(JsonValue record)
    {
        var text = Encoding.UTF8.GetBytes(record["text"].Text ?? "");
        var (linked, done) = (new StringBuilder(), 0);
        foreach (var facet in record["facets"].Items.OrderBy(facet => facet["index"]["byteStart"].Number))
        {
            var address = facet["features"].Items.Select(feature => feature["uri"].Words).FirstOrDefault(uri => uri is not null);
            if (facet["index"]["byteStart"].Number is not { } start || facet["index"]["byteEnd"].Number is not { } end || start < done || end > text.Length || end <= start)
            {
                continue;
            }

            var words = Encoding.UTF8.GetString(text, start, end - start);
            var plain = words.TrimEnd('…', '.');
            if (MarkdownLinks.To(address, address?.Contains(plain, StringComparison.OrdinalIgnoreCase) == true ? null : words) is { Length: > 0 } link)
            {
                linked.Append(Encoding.UTF8.GetString(text, done, start - done)).Append(link);
                done = end;
            }
        }

        return linked.Append(Encoding.UTF8.GetString(text, done, text.Length - done)).ToString();
    }

    private static IEnumerable<string> Attached(JsonValue embed) =>
        embed["images"].Items.Select(image => MarkdownLinks.To(image["fullsize"].Words, PlainText.Line(image["alt"].Text) ?? "image"))
            .Append(MarkdownLinks.To(embed["external"]["uri"].Words, embed["external"]["title"].Text))
            .Append(MarkdownLinks.To(embed["playlist"].Words, PlainText.Line(embed["alt"].Text) ?? "video"));

    /// <summary>A post that is shown within another is quoted by it, below its words.</summary>
    private static ConvertedBody Quoting(ConvertedBody body, JsonValue embed)
    {
        var quoted = embed["record"]["record"].IsObject ? embed["record"]["record"] : embed["record"];
        return quoted["uri"].Words is { } uri && quoted["value"]["text"].IsString
            ? body.Quoting(ThreadAssembly.FromMarkdown(WithLinks(quoted["value"])).Above(quoted["embeds"].Items.SelectMany(Attached)), Writer(quoted["author"]), uri, Address(uri, quoted["author"])) : body;
    }

    private static string? Writer(JsonValue author) => PlainText.Line(author["displayName"].Text) ?? PlainText.Line(author["handle"].Text);
}
