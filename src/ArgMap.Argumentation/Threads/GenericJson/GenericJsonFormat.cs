using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.GenericJson;

/// <summary>Comments in JSON of any make: lists of objects with a text, nested or naming their parents, as isso, remark42 and home-made exports have them.</summary>
internal sealed class GenericJsonFormat : JsonFormat
{
    private static readonly string[] Texts = ["text", "body", "content", "contents", "message_parsed", "message", "comment", "comment_text", "comment_content", "html", "body_html", "bodyHtml", "content_html", "contentHtml", "rendered", "orig", "raw", "markdown", "description", "articleBody"];
    private static readonly string[] Ids = ["id", "_id", "comment_id", "commentId", "post_id", "postId", "uuid", "guid", "cid", "key", "url", "permalink"];
    private static readonly string[] Parents = ["parent", "parent_id", "parentId", "parentCommentId", "pid", "reply_to", "replyTo", "in_reply_to", "inReplyTo", "in_reply_to_id", "replyToId", "reply_to_id", "parent_comment_id", "parentID"];
    private static readonly string[] Authors = ["author_name", "authorName", "author", "user", "username", "name", "user_name", "userName", "by", "creator", "display_name", "displayName", "nickname", "from", "owner", "creator_name", "creatorName", "postedBy", "posted_by", "writer", "poster", "screen_name", "commentatorInfo"];
    private static readonly string[] TimeNames = ["created_at", "createdAt", "created", "date", "time", "timestamp", "published", "published_at", "publishedAt", "created_utc", "posted_at", "postedAt", "datePublished", "date_gmt", "ts", "creation_date", "post_date", "postDate", "date_created", "dateCreated", "comment_date_gmt", "comment_date", "created_on", "createdOn", "dateline"];
    private static readonly string[] Scores = ["score", "points", "votes", "likes", "upvotes", "karma", "vote_count", "like_count", "likeCount"];
    private static readonly string[] Children = ["replies", "children", "comments", "answers", "responses", "posts", "items", "messages", "data", "results", "nodes", "thread", "threads", "discussion", "hits", "entries"];
    private static readonly HashSet<string> NotWithin = new([.. Authors, .. Parents, "user", "users", "authors", "account", "profile"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Personal = ["email", "mail", "author_email", "remote_addr", "ip", "ip_address", "ipAddress", "author_ip"];

    internal override string Name => "json";

    internal override string Description => "Comments of any other make, as JSON";

    protected override int Recognise(JsonValue root)
    {
        return new Walk().All(root).Any() ? 30 : 0;
    }

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        var all = new Walk().All(root).ToList();
        // Zero names no parent where numbers begin at one.
        var isZeroAPost = all.Exists(found => First(found.Value["comment"].IsObject ? found.Value["comment"] : found.Value, Ids).Words == "0");
        foreach (var (value, page, parent, number) in all)
        {
            var comment = value["comment"].IsObject ? value["comment"] : value;
            foreach (var personal in Personal)
            {
                thread.AddressesDropped += comment[personal].Words is null ? 0 : 1;
            }

            if (number == 0)
            {
                thread.Title ??= PlainText.Line(Title(comment));
                thread.Address ??= comment["url"].Words ?? comment["link"].Words;
            }

            thread.Add(Post(comment, page, parent, number, isZeroAPost, thread));
        }

        foreach (var part in (JsonValue[])[root, root["info"]])
        {
            thread.States(part["count"].Number ?? part["total"].Number ?? part["comment_count"].Number ?? part["commentCount"].Number);
        }
    }

    private static FoundPost Post(JsonValue comment, string? page, string? outer, int number, bool isZeroAPost, ThreadAssembly thread)
    {
        var author = First(comment, Authors);
        var named = author.IsObject ? First(author, ["name", "displayName", "display_name", "username", "userName", "user_name", "login", "userLogin", "nickname", "screen_name", "slug", "id"]) : author;
        var isGone = comment["deleted"].IsTrue || comment["delete"].IsTrue || comment["is_deleted"].IsTrue || comment["isDeleted"].IsTrue || comment["mode"].Number is 4;
        var text = Body(comment);
        var parent = IsNumbered(comment) ? comment["toPid"] : First(comment, Parents);
        var isPage = text is null && !isGone && !parent.IsThere;
        return new FoundPost
        {
            Id = Key(comment, page) ?? $"{page}/{number}",
            Parent = isPage ? null : (parent.Words == "0" && !isZeroAPost ? null : Named(parent, page)) ?? outer,
            Kind = isPage ? PostKind.Page : number == 0 && outer is null && Title(comment) is not null ? PostKind.Opening : PostKind.Reply,
            Author = isGone && named.Words is null ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(named.Words, author["id"].Words ?? comment["user_id"].Words ?? comment["userId"].Words),
            CreatedAt = First(comment, TimeNames).Time,
            CreatedAtAsWritten = First(comment, TimeNames).Text,
            EditedAt = comment["edited_at"].Time ?? comment["modified"].Time ?? comment["updated_at"].Time ?? comment["edit"]["time"].Time,
            State = isGone ? PostState.Deleted : comment["spam"].IsTrue || comment["hidden"].IsTrue ? PostState.Hidden : PostState.Live,
            Score = First(comment, Scores).Number,
            Title = PlainText.Line(Title(comment)),
            Address = comment["url"].Words ?? comment["permalink"].Words ?? comment["link"].Words,
            Body = text is null ? ConvertedBody.Empty
                : LooksLikeHtml(text) ? thread.FromHtml(text, null) : ThreadAssembly.FromMarkdown(text),
        };
    }

    private static string? Title(JsonValue value) =>
        (value["title"].Words ?? value["headline"].Words ?? value["subject"].Words) is { } title
            // Some exports keep the form of the request in which the title came.
            ? title.Contains(' ', StringComparison.Ordinal) || !title.Contains('+', StringComparison.Ordinal) ? title : Uri.UnescapeDataString(title.Replace('+', ' '))
            : null;

    private static string? Body(JsonValue value) =>
        Texts.Select(name => value[name].IsObject ? First(value[name], ["rendered", "html", "markdown", "text", "raw", "plain", "value"]).Words : value[name].IsString ? value[name].Words : null).FirstOrDefault(words => words is not null);

    private static bool LooksLikeHtml(string text) => text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || text.Contains("<p>", StringComparison.OrdinalIgnoreCase) || text.Contains("&#", StringComparison.Ordinal) || text.Contains("&quot;", StringComparison.Ordinal);

    private static JsonValue First(JsonValue value, string[] names)
    {
        foreach (var name in names)
        {
            if (value[name].IsThere)
            {
                return value[name];
            }
        }

        return default;
    }

    private static string? Key(JsonValue value, string? page) => Named(IsNumbered(value) ? value["pid"] : First(value, Ids), page);

    /// <summary>NodeBB calls the number of a post what others call that of its parent.</summary>
    private static bool IsNumbered(JsonValue value) => value["tid"].IsThere && value["pid"].IsThere;

    /// <summary>Numbers count within their page.</summary>
    private static string? Named(JsonValue id, string? page)
    {
        var words = id.IsObject ? First(id, Ids).Words : id.Words;
        return words is null ? null : page is null ? words : $"{page}#{words}";
    }

    /// <summary>Goes through a document without recursion and finds what is a comment.</summary>
    private sealed class Walk
    {
        private int number;

        internal IEnumerable<(JsonValue Value, string? Page, string? Parent, int Number)> All(JsonValue root)
        {
            var open = new Stack<(JsonValue Value, string? Page, string? Parent)>();
            open.Push((root, null, null));
            while (open.TryPop(out var next))
            {
                var (value, page, parent) = next;
                if (value.IsArray)
                {
                    foreach (var item in value.Items.Reverse())
                    {
                        open.Push((item, page, parent));
                    }

                    continue;
                }

                if (!value.IsObject)
                {
                    continue;
                }

                var comment = value["comment"].IsObject ? value["comment"] : value;
                var isComment = IsComment(comment);
                var isPage = !isComment && Key(comment, null) is not null && value["comments"].IsArray && value["comments"].Items.Any();
                var key = isComment || isPage ? Key(comment, page) ?? $"{page}/{number}" : parent;
                if (isComment || isPage)
                {
                    yield return (value, page, parent, number++);
                }

                if (!isComment && !isPage)
                {
                    // What is no comment itself only wraps some, under names of its own: an address, a page's number, a comment's key.
                    foreach (var (name, within) in value.Members.Reverse())
                    {
                        if ((within.IsArray || within.IsObject) && !NotWithin.Contains(name))
                        {
                            open.Push((within, page, key));
                        }
                    }

                    continue;
                }

                for (var index = Children.Length - 1; index >= 0; index--)
                {
                    var within = value[Children[index]];
                    if (within.IsArray || within.IsObject)
                    {
                        // Numbers of comments are only unique on their own page.
                        open.Push((within, isPage ? key : page, key));
                    }
                }
            }
        }

        private static bool IsComment(JsonValue value)
        {
            var isGone = value["deleted"].IsTrue || value["delete"].IsTrue || value["is_deleted"].IsTrue;
            var hasWho = First(value, Authors).IsThere || First(value, TimeNames).IsThere || First(value, Parents).IsThere;
            // One without words that names what it answers was one: others may answer it.
            var isEmpty = Array.Exists(Texts, name => value.Has(name) && !value[name].IsArray && !value[name].IsObject) && First(value, Parents).IsThere && Key(value, null) is not null;
            return (Body(value) is not null || isGone || isEmpty) && hasWho && (Key(value, null) is not null || First(value, Authors).IsThere);
        }
    }
}
