using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.GenericJson;

/// <summary>Something that was found to be a comment, or a page of comments.</summary>
/// <param name="Value">The object, with what is around the words.</param>
/// <param name="Number">How many were found before it.</param>
/// <param name="Above">The number of the comment or page it was found in; -1 for none.</param>
/// <param name="Page">The number of the page whose numbering it shares; -1 for none.</param>
/// <param name="Name">The name it has in the object around it; null in a list.</param>
/// <param name="List">The name of the list it is in, without case and signs.</param>
/// <param name="Discussion">The discussion it is in, by the name of what holds its notes; null where nothing does.</param>
/// <param name="IsPage">It is a page: nothing is said there but what others say.</param>
internal readonly record struct FoundComment(JsonValue Value, int Number, int Above, int Page, string? Name, string List, string? Discussion, bool IsPage);

/// <summary>Goes through a document without recursion and finds what is a comment.</summary>
internal sealed class CommentWalk
{
    private static readonly HashSet<string> People = ["users", "members", "authors", "commenters", "people", "participants", "profiles", "accounts"];
    private static readonly HashSet<string> NotWithin = ["author", "user", "viewer", "creator", "owner", "account", "profile", "category", "categories", "tags", "embeds", "attachments", "media", "teaser", "blocks", "entities", "formats", "thumbnails", "breadcrumbs"];
    private static readonly string[] Answers = ["repl", "child", "comment", "answer", "respons", "post", "item", "message", "result", "node", "edge", "thread", "discussion", "hit", "entr", "kid", "data", "descendant", "embedded", "note"];
    private static readonly string[] Others = ["related", "suggest", "similar", "recommend", "trending", "popular", "other", "pinned", "crosspost", "highlight", "more"];

    private int number;

    /// <summary>Names of people by their keys, where the document lists them apart.</summary>
    internal Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The title of what the comments are about, where nothing is said there itself.</summary>
    internal string? Title { get; private set; }

    internal string? Address { get; private set; }

    internal IEnumerable<FoundComment> All(JsonValue root) => WithFields(root).Select(each => each.Found);

    internal IEnumerable<(FoundComment Found, CommentFields Fields)> WithFields(JsonValue root)
    {
        var open = new Stack<(JsonValue Value, int Above, int Page, string? Name, string List, string? Discussion, bool IsListed)>();
        open.Push((root, -1, -1, null, "", null, false));
        while (open.TryPop(out var next))
        {
            var (value, above, page, name, list, discussion, isListed) = next;
            // Of a list only the next that holds something waits, or a long one would wait whole.
            if (isListed && Holding(value.Next) is { IsThere: true } following)
            {
                open.Push((following, above, page, null, list, discussion, true));
            }

            if (value.IsArray && Holding(value.First) is { IsThere: true } first)
            {
                open.Push((first, above, page, null, list, discussion, true));
            }

            if (!value.IsObject)
            {
                continue;
            }

            var fields = CommentFields.Of(value);
            var isComment = fields.IsComment;
            var isPage = !isComment && value["comments"].Items.Any() && CommentNames.Ids.Any(key => fields.Key(key) is not null);
            if (!isComment && !isPage && number == 0)
            {
                Title ??= fields.Title ?? (value["messages"].IsArray ? PlainText.Line(value["name"].Text) : null);
                Address ??= fields.Address;
            }

            var found = isComment || isPage ? number++ : above;
            if (found != above)
            {
                yield return (new FoundComment(value, found, above, page, name, list, fields.Discussion ?? discussion, isPage), fields);
                foreach (var parent in isComment ? fields.ParentObjects.Where(parent => CommentFields.Of(parent).Text is not null) : [])
                {
                    open.Push((parent, -1, -1, null, list, null, false));
                }
            }

            foreach (var (member, folded, within) in fields.Members.Reverse())
            {
                if ((!within.IsArray && !within.IsObject) || NotWithin.Contains(folded) || (isComment && CommentNames.Shown.Contains(folded)) || Array.Exists(Others, other => folded.StartsWith(other, StringComparison.Ordinal)))
                {
                    continue;
                }

                if (People.Contains(folded))
                {
                    foreach (var person in (within.IsArray ? within.Items : within.Members.Select(one => one.Value)).Where(one => one.IsObject))
                    {
                        if (CommentFields.Person(person) is var (key, called))
                        {
                            Names.TryAdd(key, called);
                        }
                    }
                }
                else if ((!isComment && !isPage) || Array.Exists(Answers, answer => folded.Contains(answer, StringComparison.Ordinal)) && !folded.StartsWith("parent", StringComparison.Ordinal) && folded != "reply")
                {
                    // What is no comment itself only wraps some, under names of its own: an address, a page's number, a comment's key.
                    open.Push((within, found, isPage ? found : page, within.IsObject ? member : null, folded, isComment ? null : folded == "notes" && IsDiscussion(value, list) ? fields.Key("id") : discussion, false));
                }
            }
        }
    }

    /// <summary>GitLab puts the notes of each of an issue's discussions together.</summary>
    private static bool IsDiscussion(JsonValue value, string list) => value["individual_note"].IsThere || list is "discussions" or "nodes" or "edges";

    /// <summary>The first object or list from there on.</summary>
    private static JsonValue Holding(JsonValue value)
    {
        while (value is { IsObject: false, IsArray: false } && (value.IsThere || value.IsNull))
        {
            value = value.Next;
        }

        return value;
    }
}
