using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Lemmy;

/// <summary>Lemmy: a post and its pages of comments, of versions 0.19 and 1.0.</summary>
internal sealed class LemmyFormat : JsonFormat
{
    internal override string Name => "lemmy";

    internal override string Description => "Lemmy: a post and its comments of versions 0.19 and 1.0, as JSON";

    protected override int Recognise(JsonValue root) => Views(root).Any() || root["post_view"]["post"].IsObject ? 92 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        if (root["post_view"]["post"].IsObject)
        {
            Add(root["post_view"], root["post_view"]["post"], isPost: true, thread);
        }

        foreach (var view in Views(root))
        {
            if (view["post"]["ap_id"].IsThere && view["post"].Has("name") && !thread.Has("post-" + view["post"]["id"].Text))
            {
                thread.Title ??= PlainText.Line(view["post"]["name"].Text);
            }

            Add(view, view["comment"], isPost: false, thread);
        }
    }

    private static IEnumerable<JsonValue> Views(JsonValue root) =>
        (root["comments"].IsArray ? root["comments"] : root["items"]).Items.Where(view => view["comment"].IsObject && view["comment"].Has("path"));

    private static void Add(JsonValue view, JsonValue thing, bool isPost, ThreadAssembly thread)
    {
        if (thing["id"].Text is not { } id)
        {
            thread.Damaged(thing.Place, "A post or comment without an id was left out.");
            return;
        }

        var creator = view["creator"];
        var address = thing["ap_id"].Words;
        if (isPost)
        {
            thread.Title = PlainText.Line(thing["name"].Text);
            thread.Address = address;
            thread.States((view["counts"]["comments"].Number ?? thing["comments"].Number) + 1);
        }

        thread.Forum ??= Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : null;
        var state = thing["removed"].IsTrue ? PostState.RemovedByModerator : thing["deleted"].IsTrue ? PostState.DeletedByAuthor : PostState.Live;
        // "0.24.27": the last is the comment itself, and 0 is the post.
        var path = thing["path"].Text?.Split('.') ?? [];
        var post = thing["post_id"].Text ?? view["post"]["id"].Text;
        var body = state == PostState.Live ? ThreadAssembly.FromMarkdown(isPost ? thing["body"].Text : thing["content"].Text) : ConvertedBody.Empty;
        thread.Add(new FoundPost
        {
            Id = isPost ? "post-" + id : id,
            Parent = isPost ? null : path.Length > 2 ? path[^2] : "post-" + post,
            ParentIsOpening = !isPost && path.Length <= 2,
            ParentIsAt = path.Length > 2 ? thread.At($"/api/v3/comment?id={path[^2]}") : post is null ? null : thread.At($"/api/v3/post?id={post}"),
            Kind = isPost ? PostKind.Opening : PostKind.Reply,
            Author = thread.Author(creator["name"].Words ?? creator["display_name"].Words, creator["id"].Text),
            CreatedAt = thing["published"].Time ?? thing["published_at"].Time,
            CreatedAtAsWritten = thing["published"].Text ?? thing["published_at"].Text,
            EditedAt = thing["updated"].Time ?? thing["updated_at"].Time,
            State = state,
            Score = view["counts"]["score"].Number ?? thing["score"].Number,
            Title = isPost ? PlainText.Line(thing["name"].Text) : null,
            Address = address,
            Body = isPost && thing["url"].Words is { } url ? body with { Markdown = $"<{url}>\n\n{body.Markdown}".TrimEnd(), Links = [url, .. body.Links.Where(link => link != url)] } : body,
        });
    }
}
