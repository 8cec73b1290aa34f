namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Members by their names.</summary>
internal sealed partial class JsonTable
{
    private const int MostLookedThrough = 256;

    // The object of many members that was asked last, and where a name stands first among those that are not looked through.
    private (int Row, Dictionary<int, int> First) wide = (-1, []);

    /// <summary>The first member of an object that has this name; -1 when none has.</summary>
    internal int MemberOf(int row, ReadOnlySpan<byte> name)
    {
        var (child, looked) = (FirstChild(row), 0);
        for (; child >= 0 && looked < MostLookedThrough && !IsNamed(child, name); looked++)
        {
            child = Next(child);
        }

        return looked < MostLookedThrough ? child : MemberOfWide(row, child, name);
    }

    /// <summary>Of an object with so many members that looking through them for each name would take the square of their number.</summary>
    private int MemberOfWide(int row, int rest, ReadOnlySpan<byte> name)
    {
        if (wide.Row != row)
        {
            wide = (row, []);
            for (var child = rest; child >= 0; child = Next(child))
            {
                wide.First.TryAdd(SignOf(rows[child] is { Name: >= 0 } named ? bytes.Slice(named.Name, named.NameLength) : []), child);
            }
        }

        var found = wide.First.GetValueOrDefault(SignOf(name), -1);
        // Two names may have one sign.
        while (found >= 0 && !IsNamed(found, name))
        {
            found = Next(found);
        }

        return found;
    }

    private static int SignOf(ReadOnlySpan<byte> name)
    {
        var sign = new HashCode();
        sign.AddBytes(name);
        return sign.ToHashCode();
    }
}
