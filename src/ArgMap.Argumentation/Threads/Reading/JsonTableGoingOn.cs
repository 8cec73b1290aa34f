using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Reading on after a fault within a document: a bad byte in one post must not cost all posts after it.</summary>
internal sealed partial class JsonTable
{
    // What is rejected may be read again from within; a file made to hurt must not be read without end.
    private const int MostTimesRead = 8, MostArrays = 50;

    /// <summary>Looks for further elements of the arrays that were open at the fault: objects that have the same names as those before it.</summary>
    /// <returns>Whether there were any.</returns>
    private bool GoOn(List<(int Row, int LastChild)> open, int fault)
    {
        var arrays = open.Select((container, index) => (Index: index, Names: NamesOf(FirstObject(container.Row))))
            .Where(array => rows[open[array.Index].Row].Kind == JsonTokenType.StartArray && array.Names.Count > 1).Reverse().Take(MostArrays).ToList();
        var budget = (long)bytes.Count * MostTimesRead;
        var wentOn = false;
        for (var at = NextElement(fault); arrays.Count > 0 && at >= 0 && budget > 0;)
        {
            var before = rows.Count;
            var (end, isWhole) = Fragment(at);
            budget -= end - at;
            var names = rows.Count > before ? NamesOf(before) : [];
            var array = arrays.FindIndex(known => 2 * known.Names.Count(names.Contains) >= (isWhole ? known.Names.Count : Math.Min(known.Names.Count, names.Count)) && known.Names.Count(names.Contains) > 1);
            if (array < 0)
            {
                rows.Cut(before);
                at = NextElement(at + 1);
                continue;
            }

            var (container, last) = open[arrays[array].Index];
            if (last < 0)
            {
                rows[container] = rows[container] with { FirstChild = before };
            }
            else
            {
                rows[last] = rows[last] with { Next = before };
            }

            open[arrays[array].Index] = (container, before);
            wentOn = true;
            if (!isWhole && Faults.Count < MostFaults && end < bytes.Count)
            {
                Faults.Add((PlaceAt(end), true));
            }

            at = NextElement(end);
        }

        return wentOn;
    }

    /// <summary>Reads one value into rows of its own, joined to nothing yet.</summary>
    private (int End, bool IsWhole) Fragment(int at)
    {
        var (end, fault) = Walk(at, new Stack<(int Row, int LastChild)>(), isOne: true);
        return fault is null ? (end, true) : (Math.Clamp(end, at + 1, bytes.Count), false);
    }

    /// <summary>The next place from there on where an object with a name begins as an element does: after a comma or the bracket of an array.</summary>
    private int NextElement(int from)
    {
        for (var at = Next((byte)'{', from); at >= 0; at = Next((byte)'{', at + 1))
        {
            var (before, after) = (SkipBlanksBack(at, 0), SkipBlanks(at + 1, bytes.Count));
            if (before >= 0 && bytes[before] is (byte)',' or (byte)'[' && after < bytes.Count && bytes[after] == '"')
            {
                return at;
            }
        }

        return -1;
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

    private HashSet<string> NamesOf(int row)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (var child = FirstChild(row); child >= 0; child = Next(child))
        {
            names.Add(NameOf(child));
        }

        return names;
    }
}
