using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Reddit;

/// <summary>Reddit: the two listings of a thread, answers to <c>morechildren</c>, focused pages, and dumps of single posts a line.</summary>
internal sealed class RedditFormat : JsonFormat
{
    private const string Site = "https://www.reddit.com";

    internal override string Name => "reddit";

    internal override string Description => "Reddit: the JSON of a thread, with its \"more\" parts in any order, or dumps of posts";

    protected override int Recognise(JsonValue root)
    {
        var first = root.IsArray ? root.Items.FirstOrDefault() : root;
        return first["kind"].Text is "Listing" or "t1" or "t3" or "more" && first["data"].IsObject ? 95
            : root["json"]["data"]["things"].IsArray ? 95
            : first["link_id"].Text?.StartsWith("t3_", StringComparison.Ordinal) == true && first.Has("body") ? 85
            : first.Has("selftext") && first.Has("subreddit") ? 85
            : 0;
    }

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
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

                continue;
            }

            var (kind, data) = (value["kind"].Text, value["data"]);
            switch (kind)
            {
                case "Listing":
                    open.Push(data["children"]);
                    break;
                case "t1":
                    Comment(data, thread);
                    open.Push(data["replies"]);
                    break;
                case "t3":
                    Submission(data, thread);
                    break;
                case "more":
                    More(data, thread);
                    break;
                default:
                    if (value["json"]["data"]["things"].IsArray)
                    {
                        open.Push(value["json"]["data"]["things"]);
                    }
                    else if (value.Has("selftext"))
                    {
                        Submission(value, thread);
                    }
                    else if (value.Has("body") && value.Has("id"))
                    {
                        Comment(value, thread);
                    }
                    else if (value.IsObject)
                    {
                        thread.Damaged(value.Place, "This is neither a post nor a list of posts, and was left out.");
                    }

                    break;
            }
        }
    }

    private static void More(JsonValue data, ThreadAssembly thread)
    {
        var children = data["children"].Items.Select(child => child.Text).OfType<string>().ToList();
        children.ForEach(child => thread.Promises("t1_" + child));
        if (children.Count == 0 && data["parent_id"].Text is { } parent)
        {
            // "Continue this thread": answers there are, how many is not said.
            thread.PromisesAnswersTo(parent);
        }
    }

    private static void Submission(JsonValue data, ThreadAssembly thread)
    {
        if (Key(data, "t3_") is not { } id)
        {
            thread.Damaged(data.Place, "A submission without an id was left out.");
            return;
        }

        var isEscaped = IsEscaped(data, "selftext");
        var title = PlainText.Line(Plain(data["title"].Text, data.Has("selftext_html") ? isEscaped : IsEscaped(data, "title")));
        var post = Post(data, id, thread, data["selftext"].Text, isEscaped);
        post.Kind = PostKind.Opening;
        post.Title = title;
        if (data["is_self"].IsTrue is false && data["url"].Words is { } url && post.State == PostState.Live)
        {
            var target = Plain(url, isEscaped)!;
            post.Body = post.Body with { Markdown = $"<{target}>\n\n{post.Body.Markdown}".TrimEnd(), Links = [target, .. post.Body.Links.Where(link => link != target)] };
        }

        thread.Title ??= title;
        thread.Forum = data["subreddit"].Words is { } subreddit ? "r/" + subreddit : "Reddit";
        thread.Address ??= post.Address;
        thread.States(data["num_comments"].Number + 1);
        thread.Add(post);
    }

    private static void Comment(JsonValue data, ThreadAssembly thread)
    {
        if (Key(data, "t1_") is not { } id)
        {
            thread.Damaged(data.Place, "A comment without an id was left out.");
            return;
        }

        var post = Post(data, id, thread, data["body"].Text, IsEscaped(data, "body"));
        thread.Forum ??= data["subreddit"].Words is { } subreddit ? "r/" + subreddit : null;
        thread.Add(post);
    }

    private static FoundPost Post(JsonValue data, string id, ThreadAssembly thread, string? text, bool isEscaped)
    {
        var body = text?.Trim() ?? "";
        var author = data["author"].Words;
        var isAuthorGone = author is null or "[deleted]";
        var state = body is "[removed]" or "[ Removed by Reddit ]" || data["removed_by_category"].Text is "moderator" or "anti_evil_ops" or "automod_filtered" ? PostState.RemovedByModerator
            : body is "[deleted]" || (body.Length == 0 && isAuthorGone && data["removed_by_category"].Text == "deleted") ? PostState.DeletedByAuthor
            : PostState.Live;
        var parent = id.StartsWith("t1_", StringComparison.Ordinal) ? ParentOf(data) : null;
        return new FoundPost
        {
            Id = id,
            Parent = parent,
            ParentIsOpening = parent?.StartsWith("t3_", StringComparison.Ordinal) == true,
            ParentIsAt = data["link_id"].Words is { } link && parent is not null
                ? $"{Site}/comments/{link.Replace("t3_", "", StringComparison.Ordinal)}{(parent.StartsWith("t1_", StringComparison.Ordinal) ? "/_/" + parent[3..] : "")}.json" : null,
            Author = isAuthorGone ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(author),
            CreatedAt = data["created_utc"].Time ?? data["created"].Time,
            CreatedAtAsWritten = data["created_utc"].Text,
            EditedAt = data["edited"].Time,
            State = state,
            Score = data["score_hidden"].IsTrue ? null : data["score"].Number ?? data["ups"].Number,
            Address = data["permalink"].Words is { } path ? (path.StartsWith('/') ? Site + path : path) : null,
            Body = state == PostState.Live || body is not ("[removed]" or "[deleted]" or "[ Removed by Reddit ]") ? ThreadAssembly.FromMarkdown(Plain(body, isEscaped)) : ConvertedBody.Empty,
        };
    }

    private static string? ParentOf(JsonValue data)
    {
        var parent = data["parent_id"].Words ?? data["link_id"].Words;
        return parent is null || parent.StartsWith("t1_", StringComparison.Ordinal) || parent.StartsWith("t3_", StringComparison.Ordinal) ? parent : "t1_" + parent;
    }

    private static string? Key(JsonValue data, string prefix) =>
        data["name"].Words is { } name && name.StartsWith(prefix, StringComparison.Ordinal) ? name : data["id"].Words is { } id ? prefix + id : null;

    /// <summary>Without <c>raw_json=1</c> the three characters of HTML are escaped in all texts; the HTML twin of the text shows which it was.</summary>
    private static bool IsEscaped(JsonValue data, string field) =>
        data[field + "_html"].Words is { } html ? !html.TrimStart().StartsWith('<')
            : data[field].Text is { } text && (text.Contains("&gt;", StringComparison.Ordinal) || text.Contains("&lt;", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal));

    private static string? Plain(string? text, bool isEscaped) =>
        isEscaped ? text?.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal) : text;
}
