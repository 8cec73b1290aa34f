using System.Globalization;
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
        return root["json"]["data"]["things"].IsArray ? 95
            : IsOrLists(root, IsThing) ? 95
            : IsOrLists(root, IsDumped) ? 85
            : 0;
    }

    private static bool IsThing(JsonValue value) => value["kind"].Text is "Listing" or "t1" or "t3" or "more" && value["data"].IsObject;

    private static bool IsDumped(JsonValue value) =>
        (value["link_id"].Text?.StartsWith("t3_", StringComparison.Ordinal) == true && value.Has("body")) || (value.Has("selftext") && value.Has("subreddit"));

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
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

            var (kind, data) = (value["kind"].Text, value["data"]);
            switch (kind)
            {
                case "Listing":
                    open.Push((data["children"], above));
                    break;
                case "t1":
                    open.Push((data["replies"], Comment(data, above, thread)));
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
                        open.Push((value["json"]["data"]["things"], null));
                    }
                    else if (value.Has("selftext"))
                    {
                        // Programs that keep a thread put its comments into the submission, and answers into what they answer.
                        open.Push((value["comments"], Submission(value, thread)));
                    }
                    else if (value.Has("body") && value.Has("id"))
                    {
                        open.Push((value["replies"], Comment(value, above, thread)));
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

    private static string? Submission(JsonValue data, ThreadAssembly thread)
    {
        if (Key(data, "t3_") is not { } id)
        {
            thread.Damaged(data.Place, "A submission without an id was left out.");
            return null;
        }

        var isEscaped = IsEscaped(data, "selftext");
        var title = PlainText.Line(Plain(data["title"].Text, data.Has("selftext_html") ? isEscaped : IsEscaped(data, "title")));
        // Who passes a submission on shows its words, not words of their own.
        var passedOn = data["crosspost_parent_list"].Items.FirstOrDefault();
        var post = Post(data, id, null, thread, data["selftext"].Words ?? passedOn["selftext"].Text, isEscaped || IsEscaped(passedOn, "selftext"));
        post.Kind = PostKind.Opening;
        post.Title = title;
        if (data["is_self"].IsTrue is false && data["url"].Words is { } url && !url.Contains($"/comments/{id[3..]}/", StringComparison.Ordinal) && post.State == PostState.Live)
        {
            post.Body = post.Body.About(Plain(url.StartsWith('/') ? Site + url : url, isEscaped));
        }

        post.Body = post.Body.Above([string.Join('\n', data["poll_data"]["options"].Items.Select(option => "- " + PlainText.Line(Plain(option["text"].Text, isEscaped))))]);

        thread.Title ??= title;
        thread.Forum = data["subreddit"].Words is { } subreddit ? "r/" + subreddit : "Reddit";
        thread.Address ??= post.Address;
        thread.States(data["num_comments"].Number + 1);
        thread.Add(post);
        return id;
    }

    private static string? Comment(JsonValue data, string? above, ThreadAssembly thread)
    {
        if (Key(data, "t1_") is not { } id)
        {
            thread.Damaged(data.Place, "A comment without an id was left out.");
            return above;
        }

        var post = Post(data, id, ParentOf(data) ?? above, thread, data["body"].Text, IsEscaped(data, "body"));
        thread.Forum ??= data["subreddit"].Words is { } subreddit ? "r/" + subreddit : null;
        thread.Add(post);
        return id;
    }

    private static FoundPost Post(JsonValue data, string id, string? parent, ThreadAssembly thread, string? text, bool isEscaped)
    {
        var body = text?.Trim() ?? "";
        var author = data["author"].Words;
        var isAuthorGone = author is null or "[deleted]";
        var state = body is "[removed]" or "[ Removed by Reddit ]" || data["removed_by_category"].Text is "moderator" or "anti_evil_ops" or "automod_filtered" ? PostState.RemovedByModerator
            : body is "[deleted]" || (body.Length == 0 && isAuthorGone && data["removed_by_category"].Text == "deleted") ? PostState.DeletedByAuthor
            : PostState.Live;
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
        var parent = data["parent_id"].IsString || !long.TryParse(data["parent_id"].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? data["parent_id"].Words : InLetters(number);
        parent ??= data["link_id"].Words;
        return parent is null || parent.StartsWith("t1_", StringComparison.Ordinal) || parent.StartsWith("t3_", StringComparison.Ordinal) ? parent : "t1_" + parent;
    }

    /// <summary>Keys are numbers to the base of 36; some dumps name parents by the plain number.</summary>
    private static string InLetters(long number)
    {
        var letters = "";
        for (; number > 0; number /= 36)
        {
            letters = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % 36)] + letters;
        }

        return letters;
    }

    private static string? Key(JsonValue data, string prefix) =>
        data["name"].Words is { } name && name.StartsWith(prefix, StringComparison.Ordinal) ? name : data["id"].Words is { } id ? prefix + id : null;

    /// <summary>Without <c>raw_json=1</c> the three characters of HTML are escaped in all texts; the HTML twin of the text shows which it was.</summary>
    private static bool IsEscaped(JsonValue data, string field) =>
        data[field + "_html"].Words is { } html ? !html.TrimStart().StartsWith('<')
            : data[field].Text is { } text && (text.Contains("&gt;", StringComparison.Ordinal) || text.Contains("&lt;", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal));

    private static string? Plain(string? text, bool isEscaped) =>
        (isEscaped ? text?.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal) : text)
            // The site's editor leaves these where a line was empty.
            ?.Replace("&#x200B;", "", StringComparison.OrdinalIgnoreCase).Replace("&nbsp;", " ", StringComparison.Ordinal);
}
