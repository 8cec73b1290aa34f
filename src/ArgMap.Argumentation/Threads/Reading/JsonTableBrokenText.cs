using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Texts and names whose ends are to be made out: with signs in them that no text may have, without the mark at one end, or with marks within.</summary>
internal sealed partial class JsonTable
{
    private const int LongestName = 64, LongestText = 1 << 20;

    /// <summary>Where a text begins whose end was not found after the last value or name; that of a member may have lost the mark it begins with. -1 when something else begins.</summary>
    private int TextAt(int from, bool isMember)
    {
        while (from < bytes.Count && (IsBlank(bytes[from]) || bytes[from] == (isMember ? ':' : ',')))
        {
            from++;
        }

        return from + 1 >= bytes.Count ? -1 : bytes[from] == '"' ? from + 1 : isMember && bytes[from] is not ((byte)'{' or (byte)'[') ? from : -1;
    }

    /// <summary>A text right before a fault goes on there, if a sign of quotation stands in it that was not marked as one.</summary>
    /// <returns>Where it ended; -1 when it does not go on.</returns>
    private int Lengthened(List<(int Row, int LastChild)> open, int at, int limit)
    {
        var (container, last) = open[^1];
        if (Kind(last) != JsonTokenType.String || rows[last].Start + rows[last].Length != SkipBlanksBack(at, 0)
            || TextEnd(rows[last].Start, Kind(container) == JsonTokenType.StartObject, limit) is not var (end, after) || after <= at)
        {
            return -1;
        }

        rows[last] = rows[last] with { Length = end - rows[last].Start };
        return after;
    }

    /// <summary>
    /// Where a text ends that has signs in it which no text may have: at a quotation mark after which JSON goes on, before the name of a member, or with the file.
    /// </summary>
    /// <returns>Where it ends, and where to go on; null when that is not to be told.</returns>
    private (int End, int After)? TextEnd(int from, bool isMember, int limit)
    {
        var isQuoted = false;
        for (var at = from; at < limit && at - from < LongestText; at++)
        {
            if (bytes[at] == '\\')
            {
                at++;
            }
            else if (bytes[at] == '"')
            {
                isQuoted = true;
                var next = SkipBlanks(at + 1, limit);
                if (IsName(at, limit))
                {
                    var end = at;
                    while (end > from && (IsBlank(bytes[end - 1]) || bytes[end - 1] is (byte)',' or (byte)'"' or (byte)'{' || IsEnd(bytes[end - 1])))
                    {
                        end--;
                    }

                    return (end, end < at && bytes[end] == '"' ? end + 1 : end);
                }

                if (next >= limit || bytes[next] == (isMember ? '}' : ']') || (bytes[next] == ',' && SkipBlanks(next + 1, limit) is var after && (after >= limit || (isMember ? IsName(after, limit) : IsValue(bytes[after])))))
                {
                    return (at, at + 1);
                }
            }
        }

        return isQuoted || limit < bytes.Count || limit - from > LongestText ? null : (from + Whole(from), limit);
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

    private int NextName(int from, int limit)
    {
        for (var at = Next((byte)'"', from, limit); at >= 0; at = Next((byte)'"', at + 1, limit))
        {
            if (IsName(at, limit))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether the name of a member stands there: letters, digits and few signs in quotation marks, before a colon.</summary>
    private bool IsName(int at, int limit) =>
        bytes[at] == '"' && (at == 0 || bytes[at - 1] != '\\') && NameLength(at, limit) is var length and > 0 && at + length + 1 < limit && bytes[at + length + 1] == '"'
        && SkipBlanks(at + length + 2, limit) is var colon && colon < limit && bytes[colon] == ':';

    private int NameLength(int at, int limit)
    {
        var end = at + 1;
        while (end < limit && end - at <= LongestName && (char.IsAsciiLetterOrDigit((char)bytes[end]) || bytes[end] is (byte)'_' or (byte)'-' or (byte)'$' or (byte)'@' or (byte)'.' or (byte)':'))
        {
            end++;
        }

        return end - at - 1;
    }

    private static bool IsEnd(byte sign) => sign is (byte)'}' or (byte)']';

    private static bool IsValue(byte sign) => sign is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n' || char.IsAsciiDigit((char)sign);
}
