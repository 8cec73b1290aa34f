using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Reddit;

/// <summary>Reddit: the two listings of a thread, answers to <c>morechildren</c>, focused pages, and dumps of single posts a line.</summary>
internal sealed partial class RedditFormat : JsonFormat
{
    // As long as a name that is looked up may be.
    private const int MostOfKey = 50;

    private const string Site = "https://www.reddit.com";

    internal override string Name => "reddit";

    internal override string Description => "Reddit: the JSON of a thread, with its \"more\" parts in any order, or dumps of posts";

    protected override int Recognise(JsonValue root)
    {
        return root["json"]["data"]["things"].IsArray || root["jquery"].Items.Any(step => step.Items.Any(part => part.Items.Any(list => list.Items.Any(IsThing)))) ? 95
            : IsOrLists(root, IsThing) ? 95
            : IsOrLists(root, IsDumped) || IsOrLists(root, value => Kept(value).IsObject) ? 85
            : 0;
    }

    private static bool IsThing(JsonValue value) => value["kind"].Text is "Listing" or "t1" or "t3" or "more" && value["data"].IsObject;

    private static bool IsDumped(JsonValue value) =>
        (value.Has("link_id") && value.Has("body") && value.Has("author")) || (value.Has("selftext") && (value.Has("subreddit") || value.Has("title")));

    /// <summary>The submission that programs which keep a thread put beside its comments; these then need not name it.</summary>
    private static JsonValue Kept(JsonValue value) =>
        value["comments"].IsArray && !value.Has("selftext") ? value.Members.Select(member => member.Value).FirstOrDefault(part => part.Has("selftext") && part.Has("title")) : default;

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
                    open.Push((data["replies"], data["content"].IsString ? DrawnComment.Read(data, thread) : Comment(data, above, thread)));
                    break;
                case "t3":
                    Submission(data, thread);
                    break;
                case "more":
                    More(data, thread);
                    break;
                default:
                    if (value["json"]["data"]["things"].IsArray || value["jquery"].IsArray)
                    {
                        open.Push((value["jquery"].IsArray ? value["jquery"] : value["json"]["data"]["things"], null));
                    }
                    else if (value.Has("selftext"))
                    {
                        // Programs that keep a thread put its comments into the submission, and answers into what they answer.
                        open.Push((value["comments"], Submission(value, thread)));
                    }
                    else if (Kept(value) is { IsObject: true } kept)
                    {
                        open.Push((value["comments"], Submission(kept, thread)));
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
        if (children.Count == 0 && (data["parent_id"].Text ?? data["parent"].Text) is { } parent)
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

        var post = Submitted(data, id, thread);
        if (data["crosspost_parent_list"].Items.FirstOrDefault() is { IsObject: true } passedOn && Key(passedOn, "t3_") is { } passed)
        {
            // Who passes a submission on shows the words of another.
            var original = Submitted(passedOn, passed, thread);
            post.Body = post.Body.Quoting(original.Body, original.Author.Name, passed, original.Address ?? Linked(data));
        }

        var title = post.Title;
        thread.Title ??= title;
        thread.Forum = data["subreddit"].Words is { } subreddit ? "r/" + subreddit : "Reddit";
        thread.Address ??= post.Address;
        thread.States(data["num_comments"].Number + 1);
        thread.Add(post);
        return id;
    }

    /// <summary>A submission with what it links to, shows and asks.</summary>
    private static FoundPost Submitted(JsonValue data, string id, ThreadAssembly thread)
    {
        var isEscaped = IsEscaped(data, "selftext");
        // A link has no text whose HTML would show it.
        isEscaped |= data["selftext_html"].Words is null && IsEscaped(data, "title");
        var post = Post(data, id, null, thread, data["selftext"].Words, data["selftext_html"].Words, isEscaped);
        post.Kind = PostKind.Opening;
        post.Title = PlainText.Line(Plain(data["title"].Text, isEscaped));
        if (data["is_self"].IsTrue is false && post.State == PostState.Live && !data["crosspost_parent_list"].Items.Any() && Linked(data) is { } url && !url.Contains($"/comments/{id[3..]}/", StringComparison.Ordinal))
        {
            post.Body = post.Body.About(Plain(url, isEscaped));
        }

        post.Body = post.Body.Above([.. data["gallery_data"]["items"].Items.Select(item => MarkdownLinks.To(Picture(data, item["media_id"].Text), Plain(item["caption"].Text, isEscaped))), string.Join('\n', data["poll_data"]["options"].Items.Select(option => "- " + PlainText.Line(Plain(option["text"].Text, isEscaped))))]);
        return post;
    }

    private static string? Linked(JsonValue data) => data["url"].Words is { } url ? (url.StartsWith('/') ? Site + url : url) : null;

    private static string? Comment(JsonValue data, string? above, ThreadAssembly thread)
    {
        if ((Key(data, "t1_") ?? thread.KeyOfLost(data, data["author"].Words, data["body"].Words)) is not { } id)
        {
            return above;
        }

        var post = Post(data, id, ParentOf(data) ?? above, thread, data["body"].Text, data["body_html"].Words, IsEscaped(data, "body"));
        thread.Forum ??= data["subreddit"].Words is { } subreddit ? "r/" + subreddit : null;
        // Lists of what somebody wrote say what it was about.
        thread.Title ??= PlainText.Line(Plain(data["link_title"].Text, IsEscaped(data, "link_title")));
        thread.Address ??= data["link_permalink"].Words;
        thread.Add(post);
        return id;
    }

    private static FoundPost Post(JsonValue data, string id, string? parent, ThreadAssembly thread, string? text, string? html, bool isEscaped)
    {
        // Who asks for few fields may get only what is shown.
        var shown = text is null && html is not null ? thread.FromHtml(html.TrimStart().StartsWith('<') ? html : WebUtility.HtmlDecode(html), Site) : null;
        var body = (text ?? shown?.Markdown.Replace("\\", "", StringComparison.Ordinal))?.Trim() ?? "";
        var author = data["author"].Words;
        // "None" is how Python, in which most dumps are written, spells that there is nobody.
        var isAuthorGone = author is null or "[deleted]" or "None";
        var state = body is "[unavailable]" ? PostState.Hidden : (body is "[removed]" || body.StartsWith("[ Removed by ", StringComparison.OrdinalIgnoreCase)) || data["removed_by_category"].Text is "moderator" or "anti_evil_ops" or "automod_filtered" ? PostState.RemovedByModerator
            : body is "[deleted]" || (body.Length == 0 && isAuthorGone && data["removed_by_category"].Text == "deleted") ? PostState.DeletedByAuthor
            : PostState.Live;
        return new FoundPost
        {
            Id = id,
            Parent = parent,
            ParentIsOpening = parent?.StartsWith("t3_", StringComparison.Ordinal) == true,
            ParentIsAt = data["link_id"].Words is { } link && parent is not null
                ? $"{Site}/comments/{link.Replace("t3_", "", StringComparison.Ordinal)}{(parent.StartsWith("t1_", StringComparison.Ordinal) ? "/_/" + parent[3..] : "")}.json" : null,
            // Who has blocked the reader is not named.
            Author = author is "[unavailable]" or "[blocked]" ? new PostAuthor(null, null, AuthorState.Hidden) : isAuthorGone ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(author),
            CreatedAt = data["created_utc"].Time ?? data["created"].Time,
            CreatedAtAsWritten = data["created_utc"].Text,
            EditedAt = data["edited"].Time,
            State = state,
            Score = data["score_hidden"].IsTrue ? null : data["score"].Number ?? data["ups"].Number,
            Address = data["permalink"].Words is { } path ? (path.StartsWith('/') ? Site + path : path) : null,
            Body = state == PostState.Live || (body is not ("[removed]" or "[deleted]" or "[unavailable]") && !body.StartsWith("[ Removed by ", StringComparison.OrdinalIgnoreCase)) ? shown ?? ThreadAssembly.FromMarkdown(Pictures(Plain(text?.TrimEnd(), isEscaped), data)) : ConvertedBody.Empty,
        };
    }

    private static string? ParentOf(JsonValue data)
    {
        var submission = data["link_id"].Words is not { } link || link.StartsWith("t3_", StringComparison.Ordinal) ? data["link_id"].Words
            : "t3_" + (!data["link_id"].IsString && long.TryParse(link, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? InLetters(at) : link);
        if (data["parent_id"].Words is null || data["parent_id"].Words == data["link_id"].Words)
        {
            return submission;
        }

        var parent = data["parent_id"].IsString || !long.TryParse(data["parent_id"].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? data["parent_id"].Words : InLetters(number);
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

    /// <summary>Where a picture of the post lies; it names them by keys.</summary>
    private static string? Picture(JsonValue data, string? key) =>
        key is { Length: <= MostOfKey } && data["media_metadata"][key]["s"] is { IsObject: true } source ? Plain(source["u"].Words ?? source["gif"].Words ?? source["mp4"].Words, isEscaped: true) : null;

    private static string? Pictures(string? text, JsonValue data) =>
        data["media_metadata"].IsObject ? Embedded().Replace(text ?? "", match => MarkdownLinks.To(Picture(data, match.Groups["key"].Value), match.Groups["caption"].Value is { Length: > 0 } caption ? caption : match.Groups["kind"].Value) is { Length: > 0 } link ? link : match.Value) : text;

    private static string? Key(JsonValue data, string prefix) =>
        data["name"].Words is { } name && name.StartsWith(prefix, StringComparison.Ordinal) ? name : data["id"].Words is { } id ? id.StartsWith(prefix, StringComparison.Ordinal) ? id : prefix + id
            : prefix == "t3_" && SubmittedAt().Match(data["permalink"].Text ?? "") is { Success: true } place ? prefix + place.Groups["key"].Value : null;

    [GeneratedRegex(@"/comments/(?<key>[a-z0-9]{1,13})(/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubmittedAt();

    [GeneratedRegex(@"!\[(?<kind>[^\]\n]{0,100})\]\((?<key>[\w|:-]{1,50})(\s+""(?<caption>[^""\n]{0,300})"")?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Embedded();

    /// <summary>Without <c>raw_json=1</c> the three characters of HTML are escaped in all texts; the HTML twin of the text shows which it was.</summary>
    private static bool IsEscaped(JsonValue data, string field) =>
        data[field + "_html"].Words is { } html ? !html.TrimStart().StartsWith('<')
            : data[field].Text is { } text && (text.Contains("&gt;", StringComparison.Ordinal) || text.Contains("&lt;", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal));

    private static string? Plain(string? text, bool isEscaped) =>
        (isEscaped ? text?.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal) : text)
            // The site's editor leaves these where a line was empty.
            ?.Replace("&#x200B;", "", StringComparison.OrdinalIgnoreCase).Replace("&nbsp;", " ", StringComparison.Ordinal);
}
