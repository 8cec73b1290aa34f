using System.Collections.Immutable;
using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>
/// Reading on after a fault within a document: a bad byte in one post must cost neither the rest of it nor the posts after it.
/// What follows the fault goes into the containers that were open there, as well-formed JSON would; where that is not possible, from the next name of a member on.
/// </summary>
internal sealed partial class JsonTable
{
    // What is rejected may be read again from within; a file made to hurt must not be read without end.
    private const int MostTimesRead = 8, Least = 100_000, MostArrays = 10, MostNames = 64, CostOfLooking = 1_000;

    // How much may still be read again.
    private long? budget;

    /// <param name="open">The containers that were open at the fault, each with its last child so far; the outermost first.</param>
    /// <param name="fault">Where the fault is.</param>
    /// <param name="limit">Where to end.</param>
    /// <returns>Whether anything was read.</returns>
    private bool GoOn(List<(int Row, int LastChild)> open, int fault, int limit)
    {
        budget ??= ((long)bytes.Count * MostTimesRead) + Least;

        // Where brackets were opened in what is missing, more is closed than is open.
        if (open.Count == 0 && Roots.Count > 0 && LastOf(Roots[^1].Row) is var lastOfAll and >= 0)
        {
            open.Add((Roots[^1].Row, lastOfAll));
        }

        var (at, rejected, wentOn) = (fault, 0, false);
        while (open.Count > 0 && budget > 0 && (at = SkipBlanks(at, limit)) < limit)
        {
            var isObject = Kind(open[^1].Row) == JsonTokenType.StartObject;
            if (bytes[at] == (isObject ? '}' : ']'))
            {
                Close(open);
                at++;
                continue;
            }

            var next = bytes[at] == ',' ? SkipBlanks(at + 1, limit) : bytes[at] == ':' ? NameTaken(open, at, limit) : limit;
            if (next < limit && IsEnd(bytes[next]))
            {
                at = next;
                continue;
            }

            var isMember = next < limit && IsName(next, limit);
            var end = next < limit && (isMember || !isObject) ? ReadInto(open, next, isMember, limit) : -1;
            end = end >= 0 ? end : Lengthened(open, at, limit);
            end = end >= 0 ? end : FindAgain(open, at, limit, ref rejected);
            if (end < 0)
            {
                break;
            }

            budget -= end - at;
            (wentOn, at) = (true, end);
        }

        return wentOn;
    }

    /// <summary>Reads from the next name of a member on: into the innermost object, or, where it is the first of an object, into the array whose elements are most like that.</summary>
    /// <returns>Where that ended; -1 when there is none.</returns>
    private int FindAgain(List<(int Row, int LastChild)> open, int from, int limit, ref int rejected)
    {
        // A mark that was taken for the end of a text may be the one that a name begins with.
        for (var name = NextName(Math.Max(0, from - 1), limit); name >= 0 && budget > 0; name = NextName(name + 1, limit))
        {
            var before = SkipBlanksBack(name, from);
            if (before >= from && bytes[before] == '{')
            {
                var element = rows.Count;
                var (end, inner) = Fragment(before, isMember: false);
                budget -= end - before;
                if (end > limit || !OpenArrayFor(open, element, inner is null))
                {
                    rows.Cut(element);
                    rejected = Math.Max(rejected, end);
                    continue;
                }

                Join(open, element);
                Enter(open, inner, end);
                return end;
            }

            // The members of what was rejected belong to it; and those of an element that come again, to one that lost its beginning.
            if (name >= rejected)
            {
                Close(open, Math.Max(from, rejected), before);
                if (open is [.., var (around, _), var (element, _)] && Kind(around) == JsonTokenType.StartArray && Has(element, name))
                {
                    Close(open);
                }

                if (ReadInto(open, name, isMember: true, limit) is var read and >= 0)
                {
                    return read;
                }
            }
        }

        return -1;
    }

    /// <summary>Reads a member or an element into the innermost container.</summary>
    /// <returns>Where it ended; -1 when there is none.</returns>
    private int ReadInto(List<(int Row, int LastChild)> open, int at, bool isMember, int limit)
    {
        if (isMember)
        {
            ObjectFor(open, at);
        }

        var row = rows.Count;
        var length = isMember ? NameLength(at, limit) : 0;
        var (end, inner) = Fragment(isMember ? Next((byte)':', at + length + 2, limit) + 1 : at, isMember);
        if (rows.Count == row || end > limit)
        {
            rows.Cut(row);
            return -1;
        }

        if (isMember)
        {
            rows[row] = rows[row] with { Name = at + 1, NameLength = length };
        }

        Join(open, row);
        Enter(open, inner, end);
        return end;
    }

    /// <summary>Takes the name of a member back that was read as an element, since its object was closed too early.</summary>
    /// <returns>Where it begins; <paramref name="limit"/> when none was.</returns>
    private int NameTaken(List<(int Row, int LastChild)> open, int colon, int limit)
    {
        var (array, last) = open[^1];
        var (before, name) = (-1, last < 0 ? -1 : rows[last].Start - 1);
        if (Kind(last) != JsonTokenType.String || rows[last].Start + rows[last].Length != SkipBlanksBack(colon, 0) || !IsName(name, limit))
        {
            return limit;
        }

        for (var child = FirstChild(array); child != last; child = Next(child))
        {
            (before, budget) = (child, budget - 1);
        }

        if (before < 0)
        {
            rows[array] = rows[array] with { FirstChild = -1 };
        }
        else
        {
            rows[before] = rows[before] with { Next = -1 };
        }

        open[^1] = (array, before);
        return name;
    }

    /// <summary>Reads one value into rows of its own, joined to nothing yet.</summary>
    /// <returns>Where it ended, and the containers that were open at a fault in it; null when there was none.</returns>
    private (int End, Stack<(int Row, int LastChild)>? Open) Fragment(int at, bool isMember)
    {
        var inner = new Stack<(int Row, int LastChild)>();
        var (end, fault) = Walk(at, inner, isOne: true, isMember);
        return fault is null ? (end, null) : (Math.Clamp(end, at + 1, bytes.Count), inner);
    }

    /// <summary>Goes on within what a fault was found in.</summary>
    private void Enter(List<(int Row, int LastChild)> open, Stack<(int Row, int LastChild)>? inner, int fault)
    {
        if (inner is null)
        {
            return;
        }

        if (Faults.Count < MostFaults && fault < bytes.Count)
        {
            Faults.Add((PlaceAt(fault), true));
        }

        open.AddRange(inner.Reverse());
    }

    /// <summary>Closes what is closed right before the comma that a member comes after. A bracket that nothing was opened with is passed over.</summary>
    private void Close(List<(int Row, int LastChild)> open, int from, int until)
    {
        var last = until >= from && bytes[until] == ',' ? SkipBlanksBack(until, from) : until;
        var first = last + 1;
        for (var at = last; at >= from && IsEnd(bytes[at]); at = SkipBlanksBack(at, from))
        {
            first = at;
        }

        for (var at = first; at <= last; at++)
        {
            if (bytes[at] == (Kind(open[^1].Row) == JsonTokenType.StartObject ? '}' : ']'))
            {
                Close(open);
            }
        }
    }

    /// <summary>Closes the innermost container; never the outermost, as what comes after it belongs to it nevertheless.</summary>
    private static void Close(List<(int Row, int LastChild)> open) => open.RemoveRange(open.Count - 1, open.Count > 1 ? 1 : 0);

    /// <summary>
    /// Makes the innermost container the object that a member belongs to. In an array it is its last element, which was closed too early, or, where that has such a member already, a further
    /// one that lost its beginning; an array of other things lost its end.
    /// </summary>
    private void ObjectFor(List<(int Row, int LastChild)> open, int name)
    {
        while (Kind(open[^1].Row) != JsonTokenType.StartObject)
        {
            var last = open[^1].LastChild;
            if (last >= 0 && Kind(last) != JsonTokenType.StartObject && open.Count > 1)
            {
                Close(open);
                continue;
            }

            if (last >= 0 && Kind(last) == JsonTokenType.StartObject && !Has(last, name))
            {
                open.Add((last, LastOf(last)));
                break;
            }

            rows.Add(new Row(JsonTokenType.StartObject, name, 1, -1, 0));
            Join(open, rows.Count - 1);
            open.Add((rows.Count - 1, -1));
        }
    }

    /// <summary>
    /// Makes the innermost container the array whose elements are most like an object, by their names, or that has none yet and is the innermost. Where none is open, it is one of those in the
    /// outermost container that are not deep in it.
    /// </summary>
    /// <returns>Whether there is one.</returns>
    private bool OpenArrayFor(List<(int Row, int LastChild)> open, int element, bool isWhole)
    {
        var names = NamesOf(element);
        var (best, most, looked) = (-1, 0.0, 0);
        for (var level = open.Count - 1; level >= 0 && looked < MostArrays; level--)
        {
            if (Kind(open[level].Row) == JsonTokenType.StartArray && ++looked > 0 && Likeness(open[level].Row, names, isWhole, looked == 1) is var likeness && likeness > most)
            {
                (best, most) = (level, likeness);
            }
        }

        if (best >= 0)
        {
            open.RemoveRange(best + 1, open.Count - best - 1);
            return true;
        }

        budget -= CostOfLooking;
        var within = new Queue<(int Row, ImmutableList<int> Path)>();
        within.Enqueue((open[0].Row, [open[0].Row]));
        ImmutableList<int> found = [];
        for (looked = 0; looked < MostArrays * MostArrays && within.TryDequeue(out var next); looked++)
        {
            if (Kind(next.Row) == JsonTokenType.StartArray && Likeness(next.Row, names, isWhole, isFirst: false) is var likeness && likeness > most)
            {
                (found, most) = (next.Path, likeness);
            }

            for (var child = FirstChild(next.Row); child >= 0; child = Next(child))
            {
                if (Kind(child) is JsonTokenType.StartArray || (Kind(child) is JsonTokenType.StartObject && (Kind(next.Row) == JsonTokenType.StartObject || Next(child) < 0)))
                {
                    within.Enqueue((child, next.Path.Add(child)));
                }
            }
        }

        if (found.IsEmpty)
        {
            return false;
        }

        open.Clear();
        open.AddRange(found.Select(row => (row, LastOf(row))));
        return true;
    }

    /// <summary>How much an object is like the first element of an array, from 0 to 1.</summary>
    private double Likeness(int array, HashSet<string> names, bool isWhole, bool isFirst)
    {
        var known = NamesOf(FirstObject(array));
        var common = known.Count(names.Contains);
        return 2 * common >= (isWhole ? known.Count : Math.Min(known.Count, names.Count)) && common > 1 ? (double)common / (known.Count + names.Count - common)
            : isFirst && known.Count < 2 ? double.Epsilon : 0;
    }

    private void Join(List<(int Row, int LastChild)> open, int row)
    {
        var (container, last) = open[^1];
        if (last < 0)
        {
            rows[container] = rows[container] with { FirstChild = row };
        }
        else
        {
            rows[last] = rows[last] with { Next = row };
        }

        open[^1] = (container, row);
    }

    private int FirstObject(int array)
    {
        var child = FirstChild(array);
        while (child >= 0 && rows[child].Kind != JsonTokenType.StartObject)
        {
            child = Next(child);
        }

        return child;
    }

    /// <summary>Whether an object has a member of the name that stands somewhere, among its first ones.</summary>
    private bool Has(int row, int name)
    {
        var wanted = bytes.Slice(name + 1, NameLength(name, bytes.Count)).ToArray();
        var (child, looked) = (FirstChild(row), 0);
        while (child >= 0 && looked < MostNames && !IsNamed(child, wanted))
        {
            (child, looked) = (Next(child), looked + 1);
        }

        return child >= 0 && looked < MostNames;
    }

    private int LastOf(int container)
    {
        var last = FirstChild(container);
        for (var child = last; child >= 0; child = Next(child))
        {
            (last, budget) = (child, budget - 1);
        }

        return last;
    }

    private HashSet<string> NamesOf(int row)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (var child = FirstChild(row); child >= 0 && names.Count < MostNames; child = Next(child))
        {
            names.Add(NameOf(child));
        }

        return names;
    }
}
