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
        var open = new Stack<(JsonValue Item, string? Above)>((IsPost(root) ? [root] : (root.IsArray ? root : root["items"]).Items.Reverse()).Select(item => (item, (string?)null)));
        while (open.TryPop(out var next))
        {
            var (item, above) = next;
            if (!IsPost(item))
            {
                thread.Damaged(item.Place, "This is neither a question nor an answer nor a comment, and was left out.");
                continue;
            }

            var id = Post(item, above, thread);
            foreach (var list in (JsonValue[])[item["answers"], item["comments"]])
            {
                // Programs that keep a question may put the whole answer of the site there.
                foreach (var part in (list.IsArray ? list : list["items"]).Items.Where(IsPost))
                {
                    open.Push((part, id));
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
        (item["question_id"].Text ?? item["answer_id"].Text ?? item["comment_id"].Text ?? (item.Has("post_type") ? item["post_id"].Text : null)) is not null
            // Nobody owns what all may edit, and one may ask for less.
            && (item.Has("owner") || (item["creation_date"].Number is not null && (item.Has("body") || item.Has("body_markdown") || item.Has("title"))));

    private static string Key(JsonValue item) => item["comment_id"].Text ?? item["answer_id"].Text ?? item["question_id"].Text ?? item["post_id"].Text ?? item.Place;

    private static string? At(string what, string? id, string? address) => id is null ? null
        : $"https://api.stackexchange.com/2.3/{what}/{id}?{(Uri.TryCreate(address, UriKind.Absolute, out var page) ? $"site={page.Host}&" : "")}filter=withbody";

    /// <param name="above">The key of the post that the site put this one into; it may leave out naming that again.</param>
    private static string Post(JsonValue item, string? above, ThreadAssembly thread)
    {
        var (question, answer, comment) = (item["question_id"].Text, item["answer_id"].Text, item["comment_id"].Text);
        if (comment is null)
        {
            // Asked for as posts, both are called that.
            (question, answer) = item["post_type"].Text == "answer" ? (question, answer ?? item["post_id"].Text) : (question ?? item["post_id"].Text, answer);
        }

        question ??= answer is null ? null : above;
        if (!item.Has("body") && !item.Has("body_markdown"))
        {
            thread.LeavesOut("the words of posts, for which the site was not asked");
        }

        var about = item["post_id"].Text ?? above;
        // Comments are counted on their own: their keys may be those of posts.
        var id = comment is not null ? "comment-" + comment : (answer ?? question)!;
        var isQuestion = comment is null && answer is null;
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
        var owner = item["owner"];
        var name = PlainText.Decoded(owner["display_name"].Text);
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = comment is not null ? about : answer is not null ? question : null,
            ParentIsOpening = comment is null && answer is not null,
            ParentIsAt = comment is not null ? At("posts", about, address) : answer is not null ? At("questions", question, address) : null,
            Kind = isQuestion ? PostKind.Opening : comment is null ? PostKind.Answer : PostKind.Reply,
            Author = owner["user_type"].Text == "does_not_exist"
                ? thread.Author(name) with { State = AuthorState.Deleted } : thread.Author(name, owner["user_id"].Text),
            CreatedAt = item["creation_date"].Time,
            CreatedAtAsWritten = item["creation_date"].Text,
            EditedAt = item["last_edit_date"].Time,
            Score = item["score"].Number,
            Title = isQuestion ? title : null,
            Address = address,
            Body = item["body"].Words is { } html ? thread.FromHtml(html, address) : ThreadAssembly.FromMarkdown(PlainText.Decoded(item["body_markdown"].Text)),
        });
        return id;
    }
}
