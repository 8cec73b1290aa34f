using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.GitHub;

/// <summary>GitHub: issues and pull requests with comments and reviews from the REST interface or a webhook, discussions from GraphQL.</summary>
internal sealed partial class GitHubFormat : JsonFormat
{
    private const int MostDepth = 6;

    private const string WordlessReviews = "reviews without words of their own, such as approvals";

    private static readonly string[] Lists = ["comments", "replies", "reviews", "reviewThreads", "timelineItems"];

    internal override string Name => "github";

    internal override string Description => "GitHub: issues and pull requests with comments and reviews (REST, webhooks), discussions (GraphQL), as JSON";

    protected override int Recognise(JsonValue root)
    {
        return IsOrLists(root, value => IsRest(value) || IsEvent(value) || IsListed(value) || Discussions(value).Any()) ? 92 : 0;
    }

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        // Programs that fetch page by page put an issue and lists of its comments into one.
        foreach (var value in root.IsArray ? root.Items.SelectMany(item => item.IsArray ? item.Items : [item]) : [root])
        {
            if (!IsRest(value) && Discussions(value).ToList() is { Count: > 0 } discussions)
            {
                discussions.ForEach(discussion => ReadDiscussion(discussion, thread));
            }
            else if (IsEvent(value))
            {
                foreach (var part in (JsonValue[])[value["issue"], value["pull_request"], value["review"], value["comment"]])
                {
                    if (part.IsObject)
                    {
                        Rest(part, thread);
                    }
                }
            }
            else if (IsRest(value))
            {
                Rest(value, thread);
                // Programs that keep an issue put its comments into it, under names of their own.
                foreach (var comment in value.Members.SelectMany(member => member.Value.Items).Where(item => item.Has("body") && item.Has("user")))
                {
                    Rest(comment, thread);
                }
            }
            else if (IsListed(value))
            {
                value["comments"].Items.Where(IsRest).ToList().ForEach(comment => Rest(comment, thread));
            }
            else
            {
                thread.LeavesOut("what GitHub tells beside issues, comments and reviews");
            }
        }
    }

    /// <summary>An issue, a comment or a review; those of the first years say neither how their writer belongs nor to which issue they do, but the address tells.</summary>
    private static bool IsRest(JsonValue value) => value.Has("body") && (value.Has("user") || value.Has("created_at"))
        && (value.Has("author_association") || value.Has("issue_url") || (value["url"].Text is { } url && url.Contains("/repos/", StringComparison.Ordinal) && Spoken().IsMatch(url)));

    /// <summary>What GraphQL was asked for, also where the answer breaks off before the comments.</summary>
    private static bool IsDiscussion(JsonValue value, JsonValue root) => value.Has("comments") || value.Has("reviews") || (root["data"]["repository"].IsObject && value.Has("author") && (value.Has("body") || value.Has("title")));

    /// <summary>What a webhook tells: of an issue or a pull request, what somebody said.</summary>
    private static bool IsEvent(JsonValue value) =>
        (value["issue"].IsObject && (value["comment"].IsObject || value["action"].IsString)) || (value["pull_request"].IsObject && (value["comment"].IsObject || value["review"].IsObject || value["action"].IsString));

    /// <summary>What a timeline tells of comments on the code, which stand together.</summary>
    private static bool IsListed(JsonValue value) => value["event"].IsString && value["comments"].Items.Any(IsRest);

    /// <summary>What GraphQL was asked for, under the names of its schema or under any other, alone or several at once.</summary>
    private static IEnumerable<JsonValue> Discussions(JsonValue root)
    {
        if (Discussion(root) is var known && IsDiscussion(known, root))
        {
            yield return known;
            yield break;
        }

        var open = new Stack<(JsonValue Value, int Depth)>();
        open.Push((root["data"], 0));
        while (open.TryPop(out var next))
        {
            var (value, depth) = next;
            if (IsSaid(value) || Lists.Any(list => value[list]["nodes"].Items.Concat(value[list]["edges"].Items.Select(edge => edge["node"])).Any(IsSaid)))
            {
                yield return value;
            }
            else if (depth < MostDepth)
            {
                foreach (var inner in (value.IsArray ? value.Items : value.Members.Select(member => member.Value)).Where(inner => inner.IsObject || inner.IsArray).Reverse())
                {
                    open.Push((inner, depth + 1));
                }
            }
        }
    }

    private static bool IsSaid(JsonValue value) => value.Has("author") && (value["author"].IsNull || value["author"]["login"].IsString) && (value.Has("body") || value.Has("bodyHTML") || value.Has("bodyText"));

    private static JsonValue Discussion(JsonValue root)
    {
        var data = root["data"];
        var repository = data["repository"];
        return data["node"].IsObject ? data["node"] : repository["discussion"].IsObject ? repository["discussion"] : repository["issue"].IsObject ? repository["issue"] : repository["pullRequest"].IsObject ? repository["pullRequest"]
            // The site's own command line hands out what it got, without what was asked.
            : root.Has("author") && root.Has("body") && root.Has("comments") && (Key(root["url"].Words) is not null || root["comments"].Items.Concat(root["reviews"].Items).Any(said => said.Has("authorAssociation"))) ? root : default;
    }

    /// <summary>What a list of that name holds, asked for in either way; what it leaves out is said.</summary>
    private static List<JsonValue> Nodes(JsonValue holder, string name, ThreadAssembly thread)
    {
        var list = holder[name];
        var nodes = list.Items.Concat(list["nodes"].Items).Concat(list["edges"].Items.Select(edge => edge["node"])).Where(node => node.IsObject).ToList();
        if (list["pageInfo"].IsObject || list["totalCount"].IsThere)
        {
            thread.Stated.Page($"{holder["id"].Words ?? holder["url"].Words}/{name}", nodes.Select(node => node["id"].Words ?? node["url"].Words ?? $"{thread.FileName}: {node.Place}"), list["totalCount"].Number, list["pageInfo"]["hasNextPage"].IsTrue);
        }

        return nodes;
    }

    private static void Rest(JsonValue value, ThreadAssembly thread)
    {
        var isIssue = value.Has("number") && value.Has("title");
        var isReview = !isIssue && value.Has("submitted_at");
        var key = (isIssue ? Issue(value["html_url"].Words) ?? value["number"].Text : isReview ? Review(value["id"]) : value["id"].Text) ?? Key(value["html_url"].Words)
            ?? thread.KeyOfLost(value, value["user"]["login"].Words, value["body"].Words);
        if (key is null)
        {
            return;
        }

        if (isReview && value["body"].Words is null)
        {
            thread.LeavesOut(WordlessReviews);
            return;
        }

        var title = PlainText.Line(value["title"].Text) ?? Place(value["path"].Words, value["line"].Number ?? value["original_line"].Number);
        var issue = Issue(value["html_url"].Words);
        var review = Review(value["pull_request_review_id"]);
        if (isIssue)
        {
            thread.Title = title;
            thread.Address = value["html_url"].Words;
            // Only discussions have one.
            thread.Chooses(Key(value["answer_html_url"].Words));
            // Only a pull request's own record counts the comments on the code, and none the reviews.
            thread.States(value["comments"].Number + (value["review_comments"].Number ?? 0) + 1);
        }

        thread.Forum ??= "GitHub";
        var (created, updated) = (value["created_at"].Time ?? value["submitted_at"].Time, value["updated_at"].Time);
        thread.Add(new FoundPost
        {
            Id = key,
            SameAs = value["node_id"].Words is { } node ? [node] : [],
            Parent = isIssue ? null : value["in_reply_to_id"].Text ?? value["parent_id"].Text ?? review ?? issue,
            ParentElse = review is null ? null : issue,
            ParentIsOpening = !isIssue && value["in_reply_to_id"].Text is null && value["parent_id"].Text is null,
            ParentIsAt = isIssue || value["in_reply_to_id"].Text is not null ? null : value["issue_url"].Words ?? value["pull_request_url"].Words,
            Kind = isIssue ? PostKind.Opening : PostKind.Reply,
            Author = Author(value["user"], thread),
            CreatedAt = created,
            CreatedAtAsWritten = value["created_at"].Text ?? value["submitted_at"].Text,
            // An issue is updated by every comment; only a comment's own time says that it was edited.
            EditedAt = !isIssue && updated > created ? updated : null,
            Title = title,
            Address = value["html_url"].Words,
            Reactions = [.. value["reactions"].Members.Where(member => member.Name is not ("url" or "total_count") && member.Value.Number > 0).Select(member => new PostReaction(member.Name, member.Value.Number!.Value, []))],
            Body = ThreadAssembly.FromMarkdown(value["body"].Text),
        });
    }

    private static void ReadDiscussion(JsonValue discussion, ThreadAssembly thread)
    {
        var id = discussion["id"].Words;
        thread.Forum ??= "GitHub";
        if (discussion.Has("title") || discussion.Has("body"))
        {
            thread.Title = PlainText.Line(discussion["title"].Text);
            thread.Address = discussion["url"].Words;
            thread.Add(Comment(discussion, id ?? thread.Address ?? "discussion", null, PostKind.Opening, thread));
        }

        // A review holds what was said of the code, and a thread of a review the answers to it.
        var comments = Nodes(discussion, "comments", thread).Select(comment => (Comment: comment, Above: id)).ToList();
        comments.AddRange(Nodes(discussion, "replies", thread).Concat(discussion["timelineItems"]["nodes"].Items.Where(IsSaid)).Select(comment => (comment, id)));
        foreach (var review in Nodes(discussion, "reviews", thread))
        {
            comments.Add((review, id));
            comments.AddRange(Nodes(review, "comments", thread).Select(comment => (comment, review["body"].Words is null ? id : review["id"].Words ?? id)));
        }

        comments.AddRange(Nodes(discussion, "reviewThreads", thread).SelectMany(talk => Nodes(talk, "comments", thread)).Select(comment => (comment, id)));
        // Who asks for the answer may have asked for few of the comments, or for none.
        if (IsSaid(discussion["answer"]) && !comments.Exists(said => said.Comment["id"].Words is { } known && known == discussion["answer"]["id"].Words))
        {
            comments.Add((discussion["answer"], id));
        }

        foreach (var (comment, above) in comments)
        {
            if (comment.Has("submittedAt") && comment["body"].Words is null)
            {
                thread.LeavesOut(WordlessReviews);
                continue;
            }

            if (SaidKey(comment, thread) is not { } key)
            {
                continue;
            }

            var isAnswer = comment["isAnswer"].IsTrue || (discussion["answer"]["id"].Words is { } answer && comment["id"].Words == answer);
            thread.Add(Comment(comment, key, comment["replyTo"]["id"].Words ?? above, isAnswer ? PostKind.Answer : PostKind.Reply, thread));
            foreach (var reply in Nodes(comment, "replies", thread))
            {
                if (SaidKey(reply, thread) is { } own)
                {
                    thread.Add(Comment(reply, own, key, PostKind.Reply, thread));
                }
            }
        }
    }

    /// <summary>GraphQL hands out keys only to those who ask for them.</summary>
    private static string? SaidKey(JsonValue said, ThreadAssembly thread) =>
        said["id"].Words ?? Key(said["url"].Words) ?? thread.KeyOfLost(said, said["author"]["login"].Words, said["body"].Words ?? said["bodyText"].Words ?? said["bodyHTML"].Words);

    private static FoundPost Comment(JsonValue value, string id, string? parent, PostKind kind, ThreadAssembly thread) => new()
    {
        Id = id,
        SameAs = Key(value["url"].Words) is { } key && key != id ? [key] : [],
        Parent = parent,
        Kind = kind,
        Author = Author(value["author"], thread),
        CreatedAt = value["createdAt"].Time ?? value["submittedAt"].Time,
        CreatedAtAsWritten = value["createdAt"].Text ?? value["submittedAt"].Text,
        EditedAt = value["lastEditedAt"].Time,
        State = value["deletedAt"].IsThere ? PostState.Deleted : value["isMinimized"].IsTrue ? PostState.Hidden : PostState.Live,
        Score = value["upvoteCount"].Number,
        Title = PlainText.Line(value["title"].Text) ?? Place(value["path"].Words, value["line"].Number),
        Address = value["url"].Words,
        Reactions = [.. value["reactionGroups"].Items.Select(group => (group["content"].Words, Count: group["users"]["totalCount"].Number ?? group["reactors"]["totalCount"].Number)).Where(group => group.Words is not null && group.Count > 0).Select(group => new PostReaction(group.Words!, group.Count!.Value, []))],
        Body = value["body"].Words is { } body ? ThreadAssembly.FromMarkdown(body)
            : value["bodyHTML"].Words is { } html ? thread.FromHtml(html, value["url"].Words) : ThreadAssembly.FromMarkdown(value["bodyText"].Text),
    };

    /// <summary>Nobody stands for an account that is gone, which the site shows as a ghost.</summary>
    private static PostAuthor Author(JsonValue user, ThreadAssembly thread) =>
        user["login"].Words is { } login ? thread.Author(login, user["id"].Text) : new PostAuthor(null, null, user.IsNull || user.Has("login") ? AuthorState.Deleted : AuthorState.Unknown);

    private static string? Review(JsonValue id) => id.Text is { } number ? "review-" + number : null;

    /// <summary>What of the code a comment is about.</summary>
    private static string? Place(string? path, int? line) => path is null || line is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}");

    /// <summary>"owner/name#number", which comments share with their issue.</summary>
    private static string? Issue(string? address)
    {
        var parts = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath.Trim('/').Split('/') : [];
        return parts.Length >= 4 ? $"{parts[0]}/{parts[1]}#{parts[3]}" : null;
    }

    /// <summary>What the REST interface calls what stands at an address of the site; null for other addresses.</summary>
    private static string? Key(string? address) =>
        Page().Match(address ?? "") is not { Success: true } page ? null
            : page.Groups["comment"] is { Success: true, Value: var comment } ? (page.Groups["review"].Success ? "review-" : "") + comment : Issue(address!.Split('#')[0]);

    [GeneratedRegex(@"^https?://[^/]+/[^/]+/[^/]+/(issues|pull|discussions)/\d+(#(issuecomment-|discussioncomment-|discussion_r|(?<review>pullrequestreview-))(?<comment>\d+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/(issues|pulls?|discussions|comments)/(comments/)?\d+(/reviews/\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spoken();
}
