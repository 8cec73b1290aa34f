using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.StackExchange;

/// <summary>Stack Exchange: questions, answers and comments as its interface pages them out.</summary>
internal sealed class StackExchangeFormat : JsonFormat
{
    internal override string Name => "stackexchange";

    internal override string Description => "Stack Exchange: questions, answers and comments of its interface, as JSON";

    protected override int Recognise(JsonValue root) =>
        root["items"].Items.Any(IsPost) || IsPost(root) || (root.IsArray && root.Items.Take(1).Any(IsPost)) ? 92 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        var open = new Stack<(JsonValue Item, string? Above, string? List)>((IsPost(root) ? [root] : (root.IsArray ? root : root["items"]).Items.Reverse()).Select(item => (item, (string?)null, (string?)null)));
        while (open.TryPop(out var next))
        {
            var (item, above, within) = next;
            if (!IsPost(item) && !HasLostKey(item, within))
            {
                thread.Damaged(item.Place, "This is neither a question nor an answer nor a comment, and was left out.");
                continue;
            }

            var id = Post(item, above, within, thread);
            foreach (var name in (string[])["answers", "comments"])
            {
                // Programs that keep a question may put the whole answer of the site there.
                foreach (var part in (item[name].IsArray ? item[name] : item[name]["items"]).Items.Where(part => IsPost(part) || HasLostKey(part, name)))
                {
                    open.Push((part, id ?? above, name));
                }
            }
        }

        if (root["has_more"].IsThere)
        {
            var items = root["items"].Items.ToList();
            thread.Stated.Page(items.Count == 0 ? "" : items[0].Has("comment_id") ? "comments" : items[0].Has("answer_id") ? "answers" : "questions", items.Select(Key), root["total"].Number, root["has_more"].IsTrue);
        }
    }

    private static bool IsPost(JsonValue item) =>
        (item["question_id"].Text ?? item["answer_id"].Text ?? item["comment_id"].Text ?? (item.Has("post_type") ? item["post_id"].Text : null)) is not null && IsSaid(item);

    // Nobody owns what all may edit, and one may ask for less.
    private static bool IsSaid(JsonValue item) =>
        item.Has("owner") || (item["creation_date"].Number is not null && (item.Has("body") || item.Has("body_markdown") || item.Has("title")));

    /// <summary>A post that lost its key: it stands where only posts do, or has what only posts of the site have.</summary>
    private static bool HasLostKey(JsonValue item, string? list) => IsSaid(item) && (list is not null || item.Has("is_answered") || item.Has("is_accepted") || item.Has("post_id"));

    private static string Key(JsonValue item) => item["comment_id"].Text ?? item["answer_id"].Text ?? item["question_id"].Text ?? item["post_id"].Text ?? item.Place;

    private static string? At(string what, string? id, string? address) => id is null ? null
        : $"https://api.stackexchange.com/2.3/{what}/{id}?{(Uri.TryCreate(address, UriKind.Absolute, out var page) ? $"site={page.Host}&" : "")}filter=withbody";

    /// <param name="above">The key of the post that the site put this one into; it may leave out naming that again.</param>
    /// <param name="list">The member of that post in which this one stands.</param>
    /// <returns>Its key; null when it lost that and its words.</returns>
    private static string? Post(JsonValue item, string? above, string? list, ThreadAssembly thread)
    {
        var (question, answer, comment) = (item["question_id"].Text, item["answer_id"].Text, item["comment_id"].Text);
        var isComment = comment is not null || list == "comments" || (question is null && answer is null && item.Has("post_id") && !item.Has("post_type"));
        if (!isComment)
        {
            // Asked for as posts, both are called that.
            (question, answer) = item["post_type"].Text == "answer" ? (question, answer ?? item["post_id"].Text) : (question ?? item["post_id"].Text, answer);
        }

        var isAnswer = !isComment && (answer is not null || list == "answers" || (item.Has("is_accepted") && !item.Has("title")));
        question ??= isAnswer ? above : null;
        if (!item.Has("body") && !item.Has("body_markdown"))
        {
            thread.LeavesOut("the words of posts, for which the site was not asked");
        }

        var about = item["post_id"].Text ?? above;
        // Comments are counted on their own: their keys may be those of posts.
        var key = comment is not null ? "comment-" + comment : isComment ? null : isAnswer ? answer : question;
        var (owner, html) = (item["owner"], item["body"].Words);
        var name = PlainText.Decoded(owner["display_name"].Text);
        if ((key ?? thread.KeyOfLost(item, name, html ?? item["body_markdown"].Text)) is not { } id)
        {
            return null;
        }

        var isQuestion = !isComment && !isAnswer;
        var title = PlainText.Line(PlainText.Decoded(item["title"].Text));
        var address = item["link"].Words;
        if (isQuestion)
        {
            thread.Title = title;
            thread.Address = address;
            thread.Stated.Below(id, PostKind.Answer, item["answer_count"].Number);
        }

        thread.Stated.Below(id, PostKind.Reply, item["comment_count"].Number);

        thread.Forum ??= Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : null;
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = isComment ? about : isAnswer ? question : null,
            ParentIsOpening = isAnswer,
            ParentIsAt = isComment ? At("posts", about, address) : isAnswer ? At("questions", question, address) : null,
            Kind = isQuestion ? PostKind.Opening : isAnswer ? PostKind.Answer : PostKind.Reply,
            Author = owner["user_type"].Text == "does_not_exist"
                ? thread.Author(name) with { State = AuthorState.Deleted } : thread.Author(name, owner["user_id"].Text),
            CreatedAt = item["creation_date"].Time,
            CreatedAtAsWritten = item["creation_date"].Text,
            EditedAt = item["last_edit_date"].Time,
            Score = item["score"].Number,
            Title = isQuestion ? title : null,
            Address = address,
            Body = html is not null ? thread.FromHtml(html, address) : ThreadAssembly.FromMarkdown(PlainText.Decoded(item["body_markdown"].Text)),
        });
        return id;
    }
}
