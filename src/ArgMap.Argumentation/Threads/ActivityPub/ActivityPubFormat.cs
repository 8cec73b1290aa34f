using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.ActivityPub;

/// <summary>ActivityPub: notes, articles, pages and tombstones, alone, wrapped in what was done with them, or in collections.</summary>
internal sealed class ActivityPubFormat : JsonFormat
{
    private const int MostLooked = 20;

    internal override string Name => "activitypub";

    internal override string Description => "ActivityPub: objects of the fediverse and their collections, as JSON";

    protected override int Recognise(JsonValue root) =>
        Objects(root).Take(MostLooked).Any(value => IsPost(value) && (root.Has("@context") || value["id"].Text?.StartsWith("http", StringComparison.Ordinal) == true)) ? 88 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        foreach (var value in Objects(root))
        {
            if (!IsPost(value))
            {
                // Collections and activities are only wrappers; actors and pictures are no posts.
                Page(value, thread);
                continue;
            }

            if ((value["id"].Words ?? thread.KeyOfLost(value, First(value["attributedTo"]), value["content"].Words)) is { } id)
            {
                Add(value, id, thread);
            }
        }
    }

    private static bool IsPost(JsonValue value) =>
        (value["type"].IsArray ? value["type"].Items.FirstOrDefault() : value["type"]).Text is "Note" or "Article" or "Page" or "Question" or "Tombstone" or "Video" or "Event" && (value.Has("id") || value.Has("content"));

    /// <summary>A collection may go on, on pages of its own.</summary>
    private static void Page(JsonValue value, ThreadAssembly thread)
    {
        var items = value["orderedItems"].Items.Concat(value["items"].Items).ToList();
        var goesOn = value["next"].IsString || (items.Count == 0 && value["first"].IsString);
        // An empty page that names another one stands for answers of which nobody knows whether there are any.
        if (value["type"].Text is "Collection" or "OrderedCollection" or "CollectionPage" or "OrderedCollectionPage" && (items.Count > 0 || !goesOn) && !value["first"].IsObject && (First(value["partOf"]) ?? value["id"].Words) is { } list)
        {
            thread.Stated.Page(list, [], null, goesOn);
        }
    }

    /// <summary>All objects within the value: items of collections, the objects of activities, what programs put together under names of their own, and of a post what answers it or is answered by it, where that is given whole.</summary>
    private static IEnumerable<JsonValue> Objects(JsonValue root)
    {
        var open = new Stack<JsonValue>();
        open.Push(root);
        while (open.TryPop(out var value))
        {
            if (value.IsArray)
            {
                foreach (var item in value.Items.Reverse())
                {
                    open.Push(item);
                }
            }
            else if (value.IsObject)
            {
                yield return value;
                foreach (var part in IsPost(value) ? [value["replies"], value["comments"], value["inReplyTo"]] : value.Members.Select(member => member.Value).Reverse())
                {
                    open.Push(part);
                }
            }
        }
    }

    private static void Add(JsonValue value, string id, ThreadAssembly thread)
    {
        var address = First(value["url"]) ?? value["id"].Words;
        var parent = First(value["inReplyTo"]);
        var isGone = value["type"].Text == "Tombstone";
        var author = First(value["attributedTo"]);
        thread.Forum ??= Uri.TryCreate(id, UriKind.Absolute, out var page) ? page.Host : null;
        var title = PlainText.Line(PlainText.Decoded(value["name"].Text)) ?? PlainText.Line(PlainText.Decoded(value["summary"].Text));
        if (parent is null && !isGone)
        {
            thread.Title ??= title;
            thread.Address ??= address;
        }

        thread.Stated.Below(id, null, value["replies"]["totalItems"].Number);
        if (parent is null && value["replies"]["first"]["next"].IsString)
        {
            thread.PromisesAnswersTo(id);
        }

        foreach (var answer in value["replies"]["items"].Items.Concat(value["replies"]["first"]["items"].Items))
        {
            if (answer.Text is { } promised)
            {
                thread.Promises(promised);
            }
        }

        thread.Add(new FoundPost
        {
            Id = id,
            SameAs = address is null || address == id ? [] : [address],
            Parent = parent,
            Kind = parent is null && !isGone ? PostKind.Opening : PostKind.Reply,
            Author = isGone ? new PostAuthor(null, null, AuthorState.Deleted) : new PostAuthor(author, Named(author) ?? PlainText.Line(value["attributedTo"]["name"].Text), author is null ? AuthorState.Unknown : AuthorState.Known),
            CreatedAt = value["published"].Time,
            CreatedAtAsWritten = value["published"].Text,
            EditedAt = value["updated"].Time is { } updated && updated != value["published"].Time ? updated : null,
            State = isGone ? PostState.Deleted : PostState.Live,
            Score = value["likes"]["totalItems"].Number,
            Title = title,
            Address = address,
            Body = Body(value, address, thread).Above([
                .. (value["attachment"].IsArray ? value["attachment"].Items : [value["attachment"]]).Select(attached => MarkdownLinks.To(First(attached["url"]) ?? attached["href"].Words, attached["name"].Text ?? attached["type"].Text)),
                string.Join('\n', value["oneOf"].Items.Concat(value["anyOf"].Items).Select(option => "- " + PlainText.Line(option["name"].Text)))]),
        });
    }

    private static ConvertedBody Body(JsonValue value, string? address, ThreadAssembly thread)
    {
        var source = value["source"];
        return source["mediaType"].Text == "text/markdown" && source["content"].Words is { } markdown ? ThreadAssembly.FromMarkdown(markdown)
            : value["mediaType"].Text == "text/markdown" ? ThreadAssembly.FromMarkdown(value["content"].Text)
            : TypedQuotes.In(thread.FromHtml(value["content"].Words ?? value["contentMap"].Members.Select(member => member.Value.Words).FirstOrDefault(words => words is not null), address));
    }

    /// <summary>A string, an object with an id or address, or a list of such.</summary>
    private static string? First(JsonValue value) =>
        value.IsArray ? value.Items.Select(One).FirstOrDefault(words => words is not null) : One(value);

    private static string? One(JsonValue value) => value.IsObject ? value["id"].Words ?? value["href"].Words : value.Words;

    /// <summary>The objects only give the address of whoever wrote them; its last part is the name people see.</summary>
    private static string? Named(string? actor) =>
        Uri.TryCreate(actor, UriKind.Absolute, out var address) ? address.AbsolutePath.TrimEnd('/').Split('/')[^1].TrimStart('@') is { Length: > 0 } name ? $"{name}@{address.Host}" : address.Host : actor;
}
