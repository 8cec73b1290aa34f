using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.HackerNews;

/// <summary>Hacker News: items of the Firebase interface, one or many; Algolia's nested items and its search results.</summary>
internal sealed class HackerNewsFormat : JsonFormat
{
    private const string Item = "https://news.ycombinator.com/item?id=";

    internal override string Name => "hackernews";

    internal override string Description => "Hacker News: items of the Firebase or Algolia interface, as JSON";

    protected override int Recognise(JsonValue root)
    {
        if (root["hits"].Items.Any(hit => hit.Has("objectID") && (hit.Has("story_id") || hit.Has("points"))))
        {
            return 90;
        }

        return IsOrLists(root.Has("comments") && !root.Has("id") ? root["comments"] : root, IsItem) ? 90 : 0;
    }

    private static bool IsItem(JsonValue item) => item["id"].Number is not null
        && ((item["children"].Items.All(child => child.IsObject || child.Number is not null) && item["children"].IsArray && (item.Has("created_at_i") || item.Has("story_id") || item.Has("parent_id") || item["children"].Items.Any(child => child["parent_id"].Text == item["id"].Text)))
            || (item["type"].Text is "story" or "comment" or "job" or "poll" or "pollopt" && (item.Has("by") || item.Has("kids") || item.Has("dead") || item.Has("time")))
            // Interfaces of others hand out the same with names of their own.
            || (item.Has("time_ago") && item.Has("user") && item.Has("comments")));

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        thread.Forum ??= "Hacker News";
        if (root["hits"].IsArray && root["nbHits"].IsThere)
        {
            thread.Stated.Page("hits", root["hits"].Items.Select(hit => hit["objectID"].Text ?? hit.Place), root["nbHits"].Number, root["page"].Number + 1 < root["nbPages"].Number);
        }

        var open = new Stack<(JsonValue Value, string? Parent)>();
        open.Push((root, null));
        while (open.TryPop(out var next))
        {
            var (value, parent) = next;
            var id = value["id"].Text ?? value["objectID"].Text ?? (IsSaid(value) ? thread.KeyOfLost(value, NameOf(value), WordsOf(value)) : null);
            if (value.IsArray)
            {
                foreach (var item in value.Items.Reverse())
                {
                    open.Push((item, parent));
                }
            }
            else if (id is not null)
            {
                thread.Add(Post(value, id, parent, thread));
                foreach (var answers in (JsonValue[])[value["options"], value["children"], value["comments"], value["kids"]])
                {
                    open.Push((answers, id));
                }
            }
            else if (value.IsObject)
            {
                if (!value.Has("comments") && !value.Has("hits") && !value.Has("story") && !value.Has("items"))
                {
                    thread.Damaged(value.Place, "An item without an id was left out.");
                }

                foreach (var part in (JsonValue[])[value["comments"], value["items"], value["hits"], value["story"]])
                {
                    open.Push((part, null));
                }
            }
            else if (value.IsNull && root.IsArray)
            {
                thread.LeavesOut("items that Hacker News does not know (null)");
            }
        }
    }

    /// <summary>Whether something that has no key was said by somebody.</summary>
    private static bool IsSaid(JsonValue value) => value.IsObject && WordsOf(value) is not null && (NameOf(value) is not null || value.Has("type") || value.Has("created_at"));

    private static string? NameOf(JsonValue item) => item["by"].Words ?? item["user"].Words ?? item["author"].Words;

    private static string? WordsOf(JsonValue item) => item["text"].Words ?? item["comment_text"].Words ?? item["story_text"].Words ?? item["title"].Words;

    private static FoundPost Post(JsonValue item, string id, string? outer, ThreadAssembly thread)
    {
        foreach (var kid in item["kids"].Items.Concat(item["parts"].Items).Concat(item["children"].Items))
        {
            if (kid.Text is { } promised)
            {
                thread.Promises(promised);
            }
        }

        var parent = item["parent"].Text ?? item["parent_id"].Text ?? item["poll"].Text ?? outer;
        var type = item["type"].Text ?? (item.Has("comment_text") ? "comment" : null);
        var isTop = type is "story" or "job" or "poll" or "link" or "ask" || (parent is null && item.Has("title"));
        // Algolia leaves of a comment that is gone its key, and of late the names of its members.
        var isGone = item["deleted"].IsTrue || (type is null && !item.Has("author") && !item.Has("by") && !item.Has("user")) || (type is null or "comment" && NameOf(item) is null && WordsOf(item) is null);
        var name = NameOf(item);
        var title = PlainText.Line(PlainText.Decoded(item["title"].Text));
        var address = id.StartsWith(ThreadPost.ToldByWords, StringComparison.Ordinal) ? null : Item + id;
        thread.Title ??= PlainText.Line(PlainText.Decoded(item["story_title"].Text));
        if (isTop)
        {
            thread.Title ??= title;
            thread.Address ??= address;
            thread.States(item["descendants"].Number + 1 ?? item["num_comments"].Number + 1 ?? item["comments_count"].Number + 1);
        }

        return new FoundPost
        {
            Id = id,
            Parent = isTop ? null : parent,
            ParentElse = isTop || outer == parent ? null : outer,
            ParentIsOpening = !isTop && parent is not null && parent == item["story_id"].Text,
            ParentMayBeOpening = !isTop && parent is not null && !item.Has("story_id"),
            ParentIsAt = isTop || parent is null ? null : $"https://hacker-news.firebaseio.com/v0/item/{parent}.json",
            Kind = isTop ? PostKind.Opening : PostKind.Reply,
            Author = isGone && name is null ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(name),
            CreatedAt = item["time"].Time ?? item["created_at_i"].Time ?? item["created_at"].Time,
            CreatedAtAsWritten = item["time"].Text ?? item["created_at"].Text ?? item["created_at_i"].Text,
            State = isGone ? PostState.Deleted : item["dead"].IsTrue ? PostState.Hidden : PostState.Live,
            Score = item["score"].Number ?? item["points"].Number,
            Title = title,
            Address = address,
            // What can be voted for is no comment.
            IsUncounted = type == "pollopt",
            Body = Body(item, isTop, thread),
        };
    }

    private static ConvertedBody Body(JsonValue item, bool isTop, ThreadAssembly thread)
    {
        var html = item["text"].Words ?? item["content"].Words ?? item["comment_text"].Words ?? item["story_text"].Words;
        var body = thread.FromHtml(html, "https://news.ycombinator.com/");
        body = TypedQuotes.In(body);
        return body.About(isTop ? item["url"].Words : null);
    }
}
