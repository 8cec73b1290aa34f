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
        var resumed = Resume(open, fault, bytes.Count);
        var arrays = open.Select((container, index) => (Index: index, Names: NamesOf(FirstObject(container.Row))))
            .Where(array => rows[open[array.Index].Row].Kind == JsonTokenType.StartArray && array.Names.Count > 1).Reverse().Take(MostArrays).ToList();
        var budget = (long)bytes.Count * MostTimesRead;
        var wentOn = resumed > fault;
        for (var at = NextElement(resumed); arrays.Count > 0 && at >= 0 && budget > 0;)
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

            Join(open, arrays[array].Index, before);
            wentOn = true;
            if (!isWhole && Faults.Count < MostFaults && end < bytes.Count)
            {
                Faults.Add((PlaceAt(end), true));
            }

            at = NextElement(end);
        }

        return wentOn;
    }

    /// <summary>
    /// Reads the members after the fault into the objects that were open there, up to the end of an array's element:
    /// a bad sign in what somebody wrote must not cost who it was and what it answers.
    /// </summary>
    /// <returns>Where that ended; the fault itself when there were none.</returns>
    private int Resume(List<(int Row, int LastChild)> open, int fault, int limit)
    {
        var level = open.FindLastIndex(container => rows[container.Row].Kind == JsonTokenType.StartObject);
        var (at, element) = (NextMember(fault, limit), NextElement(fault));
        if (level < 0 || at < 0 || (element >= 0 && element < at))
        {
            return fault;
        }

        while (true)
        {
            var length = Next((byte)'"', at + 1, limit) - at - 1;
            var colon = length < 0 ? limit : SkipBlanks(at + length + 2, limit);
            if (colon + 1 >= limit || bytes[colon] != ':')
            {
                return at;
            }

            var before = rows.Count;
            var (end, isWhole) = Fragment(colon + 1);
            if (rows.Count == before || end > limit)
            {
                rows.Cut(before);
                return at;
            }

            rows[before] = rows[before] with { Name = at + 1, NameLength = length };
            Join(open, level, before);
            at = SkipBlanks(end, limit);
            while (isWhole && at < limit && bytes[at] == '}' && level > 0 && rows[open[level - 1].Row].Kind == JsonTokenType.StartObject)
            {
                level--;
                at = SkipBlanks(at + 1, limit);
            }

            var next = SkipBlanks(Math.Min(at + 1, limit), limit);
            if (!isWhole || next >= limit || bytes[at] != ',' || bytes[next] != '"')
            {
                return at;
            }

            at = next;
        }
    }

    /// <summary>The next place where the name of a member stands: after a comma, of letters, digits and few signs, before a colon; -1 when there is none.</summary>
    private int NextMember(int from, int limit)
    {
        for (var at = Next((byte)',', from, limit); at >= 0; at = Next((byte)',', at + 1, limit))
        {
            var quote = SkipBlanks(at + 1, limit);
            var end = quote + 1;
            while (quote < limit && bytes[quote] == '"' && end < limit && (char.IsAsciiLetterOrDigit((char)bytes[end]) || bytes[end] is (byte)'_' or (byte)'-' or (byte)'$'))
            {
                end++;
            }

            if (end > quote + 1 && end < limit && bytes[end] == '"' && SkipBlanks(end + 1, limit) is var colon && colon < limit && bytes[colon] == ':')
            {
                return quote;
            }
        }

        return -1;
    }

    private void Join(List<(int Row, int LastChild)> open, int level, int row)
    {
        var (container, last) = open[level];
        if (last < 0)
        {
            rows[container] = rows[container] with { FirstChild = row };
        }
        else
        {
            rows[last] = rows[last] with { Next = row };
        }

        open[level] = (container, row);
    }

    /// <summary>Where a text begins with which the file ends before it does; -1 when it does not end so.</summary>
    private int CutOff(int from)
    {
        while (from < bytes.Count && (IsBlank(bytes[from]) || bytes[from] is (byte)',' or (byte)':'))
        {
            from++;
        }

        if (from + 1 >= bytes.Count || bytes[from] != '"')
        {
            return -1;
        }

        for (var quote = Next((byte)'"', from + 1); quote >= 0; quote = Next((byte)'"', quote + 1))
        {
            var escapes = quote;
            while (bytes[escapes - 1] == '\\')
            {
                escapes--;
            }

            if ((quote - escapes) % 2 == 0)
            {
                return -1;
            }
        }

        return from + 1;
    }

    /// <summary>How much of a text that was cut off is whole: not the beginning of a sign.</summary>
    private int Whole(int start)
    {
        var length = bytes.Count - start;
        var end = bytes.Slice(bytes.Count - Math.Min(length, 6), Math.Min(length, 6));
        var escape = end.LastIndexOf((byte)'\\');
        if (escape >= 0 && !(escape > 0 && end[escape - 1] == '\\') && end.Length - escape < (escape + 1 < end.Length && end[escape + 1] == 'u' ? 6 : 2))
        {
            return length - (end.Length - escape);
        }

        var last = end.LastIndexOfAnyExceptInRange((byte)0x80, (byte)0xBF);
        var needed = last < 0 ? 0 : end[last] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
        return last >= 0 && end.Length - last < needed ? length - (end.Length - last) : length;
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
