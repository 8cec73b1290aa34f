using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.GenericJson;

/// <summary>Comments in JSON of any make: lists of objects with a text, nested or naming their parents, as comment systems, chats and home-made exports have them.</summary>
internal sealed partial class GenericJsonFormat : JsonFormat
{
    internal override string Name => "json";

    internal override string Description => "Comments of any other make, as JSON";

    protected override bool LooksEverywhere => true;

    protected override int Recognise(JsonValue root) => new CommentWalk().All(root).Any() ? 30 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        var walk = new CommentWalk();
        var all = walk.All(root).ToList();
        var called = Called(all);
        var keys = called.ConvertAll(names => names[0]);
        var parents = Parents(all, called);
        // Where the posts of a topic are listed, the first is what the others answer; where comments are, that is elsewhere.
        var isTopic = walk.Title is not null && all is [{ List: "posts", IsPage: false, Name: null }, ..] && parents[0] is null;
        foreach (var found in all)
        {
            var fields = CommentFields.Of(found.Value);
            thread.AddressesDropped += fields.AddressesDropped;
            if (fields.IsNotice)
            {
                thread.LeavesOut("notices of the forum");
                continue;
            }

            var isOpening = found.Number == 0 && parents[0] is null && (fields.Title is not null || isTopic);
            if (found.Number == 0)
            {
                thread.Title ??= fields.Title ?? walk.Title;
                thread.Address ??= isOpening || found.IsPage ? fields.Address ?? walk.Address : walk.Address ?? fields.Address;
            }

            thread.Add(Post(fields, isOpening, found.IsPage, called[found.Number], parents[found.Number], walk.Names, thread));
        }

        var goesOn = new[] { root["cursor"]["hasNext"], root["has_more"], root["hasMore"], root["hasNextPage"], root["pageInfo"]["hasNextPage"], root["meta"]["hasMore"], root["meta"]["has_more"] }.FirstOrDefault(flag => flag.IsThere);
        if (goesOn.IsThere || root.Has("nextPageToken") || (root.Has("next") && root["results"].IsArray))
        {
            thread.Stated.Page("comments", keys, null, goesOn.IsTrue || root["nextPageToken"].Words is not null || root["next"].Words is not null);
        }

        foreach (var part in (JsonValue[])[root, root["info"]])
        {
            var comments = part["comment_count"].Number ?? part["commentCount"].Number ?? part["user_notes_count"].Number;
            thread.States(part["count"].Number ?? part["total"].Number ?? part["messageCount"].Number ?? part["postcount"].Number ?? (all is [{ Above: -1 } first, ..] && CommentFields.Of(root).IsComment ? comments + 1 : comments));
        }
    }

    private static FoundPost Post(CommentFields fields, bool isOpening, bool isPage, List<string> called, string? parent, IReadOnlyDictionary<string, string> people, ThreadAssembly thread)
    {
        var time = fields.Time;
        var body = Body(fields, thread).Above(fields.Attachments);
        if (fields.Quoted is { } quoted)
        {
            body = body.Quoting(Body(quoted, thread).Above(quoted.Attachments), quoted.Author(people, thread).Name, CommentNames.Ids.Select(quoted.Key).FirstOrDefault(key => key is not null), quoted.Address);
        }

        // What the forum shows in place of a comment that is gone are not its writer's words.
        var isPlaceholder = fields.IsGone && (body.Markdown.Length == 0 || (body.Markdown.Length < 80 && Placeholder().IsMatch(body.Markdown)));
        return new FoundPost
        {
            Id = called[0],
            OtherNames = called[1..],
            Parent = parent,
            Kind = isPage ? PostKind.Page : isOpening ? PostKind.Opening : PostKind.Reply,
            Author = fields.Author(people, thread),
            CreatedAt = time.Time,
            CreatedAtAsWritten = time.Text,
            EditedAt = fields.EditedAt,
            State = fields.State,
            Score = fields.Score,
            Title = fields.Title,
            Address = fields.Address,
            Reactions = [.. fields.Reactions],
            Body = isPlaceholder ? ConvertedBody.Empty : body.About(isOpening ? fields.Linked : null),
        };
    }

    /// <summary>
    /// A key for each, and what else it may be called: what stands under names under which no two that say different things have the same;
    /// else its name in the object around it, else its place.
    /// </summary>
    private static List<List<string>> Called(List<FoundComment> all)
    {
        Dictionary<(string Name, int Page, string Key), string?> known = [];
        HashSet<string> shared = [];
        foreach (var found in all)
        {
            var fields = CommentFields.Of(found.Value);
            foreach (var name in CommentNames.Ids.Where(name => name is not "id"))
            {
                if (fields.Key(name) is { } key && !known.TryAdd((name, found.Page, key), fields.Text) && known[(name, found.Page, key)] != fields.Text)
                {
                    shared.Add(name);
                }
            }
        }

        List<List<string>> called = new(all.Count);
        foreach (var found in all)
        {
            var fields = CommentFields.Of(found.Value);
            var page = found.Page < 0 ? null : called[found.Page][0];
            called.Add([.. CommentNames.Ids.Where(name => !shared.Contains(name) && (name != "pid" || fields.IsNumbered)).OrderBy(name => name == "pid" ? 0 : 1).Select(fields.Key).OfType<string>()
                .DefaultIfEmpty(found.Name ?? "").Distinct(StringComparer.Ordinal).Select(own => own.Length == 0 ? $"{page}/{found.Number}" : On(page, own))]);
        }

        return called;
    }

    /// <summary>Numbers of comments are only unique on their own page.</summary>
    private static string On(string? page, string key) => page is null ? key : $"{page}#{key}";

    /// <summary>What each answers: what it names, if that is there; else what it is in, or what its depth says; else what it names all the same, unless that stands for nothing.</summary>
    private static List<string?> Parents(List<FoundComment> all, List<List<string>> called)
    {
        Dictionary<string, string> there = new(StringComparer.Ordinal);
        foreach (var (name, key) in called.SelectMany(names => names.Select((name, index) => (Index: index, Name: name, Key: names[0]))).OrderBy(one => one.Index).Select(one => (one.Name, one.Key)))
        {
            there.TryAdd(name, key);
        }

        var keys = called.ConvertAll(names => names[0]);
        List<string?> parents = new(all.Count);
        var isStated = false;
        foreach (var found in all)
        {
            var (page, named) = (found.Page < 0 ? null : keys[found.Page], found.IsPage ? null : CommentFields.Of(found.Value).Parent);
            // Reddit's kinds stand before keys.
            var known = named is null ? null : new[] { named, Kind().Replace(named, "") }.Select(name => there.GetValueOrDefault(On(page, name))).FirstOrDefault(key => key is not null && key != keys[found.Number]);
            isStated |= known is not null;
            parents.Add(known ?? (found.Above >= 0 ? keys[found.Above] : named is null || Nothing().IsMatch(named) || named == keys[found.Number] ? null : On(page, named)));
        }

        AnswerNotes(all, keys, parents);
        if (!isStated && all.Count(found => found.Above == all[^1].Above) >= all.Count - 1)
        {
            Nest(all, keys, parents);
        }

        return parents;
    }

    /// <summary>What is said in one of the discussions of a page answers what that began with, where it does not say what.</summary>
    private static void AnswerNotes(List<FoundComment> all, List<string> keys, List<string?> parents)
    {
        foreach (var discussion in all.Where(found => found.Discussion is not null && !CommentFields.Of(found.Value).IsNotice).GroupBy(found => (found.Page, found.Discussion)))
        {
            var first = discussion.First();
            foreach (var note in discussion.Skip(1).Where(note => parents[note.Number] == parents[first.Number]))
            {
                parents[note.Number] = keys[first.Number];
            }
        }
    }

    /// <summary>In a flat list that says how deep each stands, it answers the last before it that stands less deep.</summary>
    private static void Nest(List<FoundComment> all, List<string> keys, List<string?> parents)
    {
        var open = new Stack<(int Depth, string Key)>();
        foreach (var found in all.Where(found => found.Above == all[^1].Above))
        {
            if (CommentFields.Of(found.Value).Depth is not { } depth)
            {
                continue;
            }

            while (open.TryPeek(out var last) && last.Depth >= depth)
            {
                open.Pop();
            }

            parents[found.Number] = open.TryPeek(out var above) ? above.Key : parents[found.Number];
            open.Push((depth, keys[found.Number]));
        }
    }

    private static ConvertedBody Body(CommentFields fields, ThreadAssembly thread)
    {
        if (fields.Text is not { } text)
        {
            return ConvertedBody.Empty;
        }

        if (BoardCode.IsKept(text) || (BoardCode.IsIn(text) && !Element().IsMatch(text)))
        {
            return thread.FromHtml(BoardCode.ToHtml(text), null);
        }

        if (Element().IsMatch(text))
        {
            // Lines are kept where no element makes any.
            return TypedQuotes.In(thread.FromHtml(Block().IsMatch(text) ? text : text.ReplaceLineEndings("<br>"), null));
        }

        var plain = Reference().IsMatch(text) ? PlainText.Decoded(text) : text;
        return ThreadAssembly.FromMarkdown(NamedLink().Replace(plain, "[${name}](${address})"));
    }

    [GeneratedRegex(@"</?(p|br|a|b|i|em|strong|blockquote|div|span|ul|ol|li|pre|code|img|h[1-6]|table|hr|u|s|del|sup|sub|q|cite)(\s[^<>]*)?/?>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Element();

    [GeneratedRegex(@"<(p|br|div|li|pre|h[1-6]|table|blockquote)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Block();

    [GeneratedRegex(@"&(#\d{2,6}|#x[0-9a-f]{2,5}|amp|lt|gt|quot|apos|nbsp);", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"<(?<address>https?://[^\s|<>]+)\|(?<name>[^<>|\n]+)>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NamedLink();

    [GeneratedRegex(@"\b(deleted|removed|withdrawn)\b|post_is_deleted", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(0|-1|root|none|null|false)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^t[1-6]_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();
}
