using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>
/// Where a piece is missing from the middle of one post to the middle of the next, what is left may be well-formed: one object with the members of both, some of them twice. It is made two again,
/// each in the list that the one was in.
/// </summary>
internal sealed partial class JsonTable
{
    // A post lies in few objects within its list, such as Reddit's "data".
    private const int MostAround = 3, MostMembers = 400;

    // What says who, when, which or what of a post; other members may be there twice by a program's mistake.
    private static readonly HashSet<string> OfPosts = new(StringComparer.Ordinal)
    {
        "id", "_id", "name", "author", "user", "username", "by", "creator", "account", "owner", "body", "text", "content", "contents", "cooked", "raw", "body_html", "htmlBody", "html", "message", "selftext", "comment_text", "comment",
        "created_at", "created_utc", "created", "createdAt", "published", "postedAt", "time", "date", "creation_date", "parent_id", "parentCommentId", "in_reply_to_id", "post_number", "score",
    };

    // What the objects around a post say of its kind.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "kind", "type", "__typename" };

    /// <summary>Divides the innermost object, which ends here, where it is two.</summary>
    private void Divide(Stack<(int Row, int LastChild)> open)
    {
        var (whole, last) = open.Peek();
        var (before, second) = open.Count < 2 ? (-1, -1) : SecondBegins(whole);
        if (before < 0)
        {
            return;
        }

        var around = open.Take(MostAround + 2).ToList();
        var list = around.FindIndex(container => rows[container.Row].Kind == JsonTokenType.StartArray);
        if (list < 1)
        {
            return;
        }

        Faults.Add((PlaceAt(rows[second].Name), true));
        rows[before] = rows[before] with { Next = -1 };
        var part = rows.Count;
        rows.Add(rows[whole] with { Start = rows[second].Name, FirstChild = second, Next = -1 });
        List<(int Row, int LastChild)> made = [(part, last)];
        for (var level = 1; level < list; level++)
        {
            part = Around(around[level].Row, part);
            made.Add((part, made[^1].Row));
        }

        for (var level = 0; level <= list; level++)
        {
            open.Pop();
        }

        var (array, element) = around[list];
        rows[element] = rows[element] with { Next = part };
        open.Push((array, part));
        for (var level = made.Count - 1; level >= 0; level--)
        {
            open.Push(made[level]);
        }
    }

    /// <summary>An object as the one around a post, that says the same of its kind, with another in it.</summary>
    private int Around(int outer, int inner)
    {
        var made = rows.Count;
        rows.Add(rows[outer] with { FirstChild = inner, Next = -1 });
        for (var child = FirstChild(outer); child >= 0; child = Next(child))
        {
            if (rows[child].Kind == JsonTokenType.String && Kinds.Contains(NameOf(child)))
            {
                rows.Add(rows[child] with { Next = rows[made].FirstChild });
                rows[made] = rows[made] with { FirstChild = rows.Count - 1 };
            }
        }

        return made;
    }

    /// <summary>The first member that is there a second time, and the one before it, where something of a post is and says another thing; -1 where nothing is.</summary>
    private (int Before, int Second) SecondBegins(int whole)
    {
        // Most objects have nothing twice: their names are told apart by a few of their signs.
        Span<ulong> seen = stackalloc ulong[16];
        var (members, mayBe) = (0, false);
        for (var child = FirstChild(whole); child >= 0 && !mayBe && members < MostMembers; child = Next(child))
        {
            var row = rows[child];
            var sign = row.NameLength == 0 ? 0 : (row.NameLength * 131) + (bytes[row.Name] * 31) + (bytes[row.Name + row.NameLength - 1] * 7) + bytes[row.Name + (row.NameLength / 2)];
            mayBe = (seen[(sign >> 6) & 15] & (1UL << (sign & 63))) != 0;
            seen[(sign >> 6) & 15] |= 1UL << (sign & 63);
            members++;
        }

        if (!mayBe)
        {
            return (-1, -1);
        }

        Dictionary<string, int> known = new(StringComparer.Ordinal);
        var (before, first, isTwo, previous) = (-1, -1, false, -1);
        members = 0;
        for (var child = FirstChild(whole); child >= 0 && !isTwo && members < MostMembers; child = Next(child))
        {
            var name = NameOf(child);
            if (!known.TryAdd(name, child))
            {
                (before, first) = first < 0 ? (previous, child) : (before, first);
                isTwo = OfPosts.Contains(name) && (rows[child].Kind != rows[known[name]].Kind || rows[child].Kind is JsonTokenType.StartObject or JsonTokenType.StartArray || TextOf(child) != TextOf(known[name]));
            }

            previous = child;
            members++;
        }

        return isTwo ? (before, first) : (-1, -1);
    }
}
