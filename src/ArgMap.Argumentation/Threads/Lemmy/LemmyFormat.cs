using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Lemmy;

/// <summary>Lemmy: a post and its pages of comments, of versions 0.19 and 1.0.</summary>
internal sealed partial class LemmyFormat : JsonFormat
{
    internal override string Name => "lemmy";

    internal override string Description => "Lemmy: a post and its comments of versions 0.19 and 1.0, as JSON";

    protected override int Recognise(JsonValue root) => Views(root).Any() || Posts(root).Any() ? 92 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        foreach (var view in Posts(root))
        {
            Add(view, view["post"], isPost: true, thread);
        }

        if (root["items"].IsArray || root["comments"].IsArray)
        {
            thread.Stated.Page("comments", [], null, root["next_page"].Words is not null);
        }

        var views = Views(root).ToList();
        foreach (var view in views)
        {
            // Each comment brings the post along, without its writer.
            thread.Title ??= Title(view["post"]);
            if (view["post"]["id"].Text is { } post && (view["post"].Has("published") || view["post"].Has("published_at")) && !thread.Has("post-" + post))
            {
                Add(views.Find(other => other["creator"]["id"].Text is { } writer && writer == view["post"]["creator_id"].Text), view["post"], isPost: true, thread, isStub: true);
            }

            Add(view, view["comment"], isPost: false, thread);
        }
    }

    private static IEnumerable<JsonValue> Views(JsonValue root) =>
        Answered(root).SelectMany(answer => (answer["comments"].IsArray ? answer["comments"] : answer["items"]).Items.Append(answer["comment_view"]).Append(answer)).SelectMany(WithAnswers).Where(view => view["comment"].IsObject && (view["comment"].Has("path") || (view["comment"].Has("post_id") && view.Has("counts"))));

    private static IEnumerable<JsonValue> Posts(JsonValue root) =>
        Answered(root).SelectMany(answer => answer["posts"].Items.Append(answer["post_view"]).Append(answer)).Where(view => view["post"].IsObject && !view.Has("comment") && view["creator"].IsObject && (view["post"].Has("ap_id") || view.Has("counts")));

    /// <summary>What the forum answered: programs that keep a thread put the answer about the post beside that about its comments.</summary>
    private static IEnumerable<JsonValue> Answered(JsonValue root) =>
        (root.IsArray ? root.Items : [root]).SelectMany(value => (JsonValue[])[value, value["post"], value["comments"]]).Where(value => value.IsObject);

    /// <summary>PieFed, which answers in the same form, has names of its own for some of it.</summary>
    private static string? Title(JsonValue post) => PlainText.Line(post["name"].Text ?? post["title"].Text);

    private static void Add(JsonValue view, JsonValue thing, bool isPost, ThreadAssembly thread, bool isStub = false)
    {
        if ((thing["id"].Text ?? thread.KeyOfLost(thing, view["creator"]["name"].Words, thing["content"].Words ?? thing["body"].Words)) is not { } id)
        {
            return;
        }

        var creator = view["creator"];
        var address = thing["ap_id"].Words;
        if (isPost)
        {
            thread.Title = Title(thing);
            thread.Address = address;
            thread.States(((isStub ? null : view["counts"]["comments"].Number) ?? thing["comments"].Number) + 1);
        }

        thread.Forum ??= Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : null;
        var state = thing["removed"].IsTrue ? PostState.RemovedByModerator : thing["deleted"].IsTrue ? PostState.DeletedByAuthor : PostState.Live;
        // "0.24.27": the last is the comment itself, and 0 is the post.
        var path = thing["path"].Text?.Split('.') ?? [];
        var post = thing["post_id"].Text ?? view["post"]["id"].Text;
        var body = state == PostState.Live ? ThreadAssembly.FromMarkdown(Spoiler().Replace((isPost ? null : thing["content"].Text) ?? thing["body"].Text ?? "", match => match.Groups["title"] is { Length: > 0 } title ? $"**{title.Value}**\n" : "")) : ConvertedBody.Empty;
        thread.Add(new FoundPost
        {
            Id = isPost ? "post-" + id : id,
            SameAs = address is null ? [] : [address],
            IsStub = isStub,
            Parent = isPost ? null : path.Length > 2 ? path[^2] : "post-" + post,
            Around = isPost || path.Length <= 2 ? [] : [.. path[1..^2].Reverse(), "post-" + post],
            ParentIsOpening = !isPost && path.Length <= 2,
            ParentIsAt = path.Length > 2 ? thread.At($"/api/v3/comment?id={path[^2]}") : post is null ? null : thread.At($"/api/v3/post?id={post}"),
            Kind = isPost ? PostKind.Opening : PostKind.Reply,
            Author = thread.Author(creator["name"].Words ?? creator["user_name"].Words ?? creator["display_name"].Words, creator["id"].Text),
            CreatedAt = thing["published"].Time ?? thing["published_at"].Time,
            CreatedAtAsWritten = thing["published"].Text ?? thing["published_at"].Text,
            EditedAt = thing["updated"].Time ?? thing["updated_at"].Time,
            State = state,
            Score = (isStub ? null : view["counts"]["score"].Number) ?? thing["score"].Number,
            Title = isPost ? Title(thing) : null,
            Address = address,
            Body = body.About(isPost ? thing["url"].Words : null),
        });
    }

    [GeneratedRegex(@"^:::[ \t]*(spoiler[ \t]+(?<title>[^\n]*[^\s:]))?[ \t:]*\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Spoiler();
}
