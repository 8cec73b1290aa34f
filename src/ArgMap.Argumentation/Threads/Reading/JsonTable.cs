using System.Buffers;
using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>
/// JSON read into a flat table over its own bytes: any depth without recursion, 28 bytes a value, text decoded when asked for. Of long JSON neither the bytes nor the table are held whole.
/// What comes before a fault is kept, so a file that was cut off loses only its end, and one with a document on each line only the rest of a faulty line.
/// </summary>
internal sealed partial class JsonTable
{
    private const int MostFaults = 1_000;

    private const int Chunk = 65_536;

    private readonly PagedList<byte> bytes = new();
    private readonly PagedList<Row> rows = new();

    // The place whose line was asked for last; places are asked for mostly in order.
    private (int At, long Line, int LineStart) counted = (0, 1, 0);

    /// <summary>The values one after another: one for a JSON document, several for JSON lines.</summary>
    internal List<JsonValue> Roots { get; } = [];

    /// <summary>Where the first fault is, or null.</summary>
    internal string? FaultPlace => Faults.Count > 0 ? Faults[0].Place : null;

    /// <summary>The first faults, and whether something after each was read.</summary>
    internal List<(string Place, bool WentOn)> Faults { get; } = [];

    // Which values were asked for what they say while that was watched.
    private BitArray? asked;
    private bool isWatching;

    private readonly SortedSet<int> cut = [];

    /// <summary>Of longer texts only the beginning is given.</summary>
    internal int MostOfText { get; set; } = int.MaxValue;

    /// <summary>The places of texts of which only the beginning was given.</summary>
    internal IEnumerable<string> CutTexts => cut.Select(PlaceOf);

    internal static JsonTable Read(byte[] utf8) => Read(new MemoryStream(utf8, writable: false), 0);

    /// <summary>Reads UTF-8.</summary>
    /// <param name="utf8">From the beginning.</param>
    /// <param name="before">How many bytes stand before the JSON, such as a mark of byte order or a guard. They are read as spaces, so that places stay true.</param>
    internal static JsonTable Read(Stream utf8, int before)
    {
        var table = new JsonTable();
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        for (var read = utf8.Read(buffer); read > 0; read = utf8.Read(buffer))
        {
            for (var index = 0; index < read && table.bytes.Count + index < before; index++)
            {
                buffer[index] = buffer[index] == '\n' ? (byte)'\n' : (byte)' ';
            }

            table.bytes.Add(buffer.AsSpan(0, read));
        }

        ArrayPool<byte>.Shared.Return(buffer);
        for (var (from, line) = (0, 1L); from >= 0;)
        {
            (from, line) = table.Fill(from, line);
        }

        return table;
    }

    /// <summary>Reads from there on, which is the beginning of that line.</summary>
    /// <returns>Where to read on after a fault; -1 when there is nothing more to read.</returns>
    private (int From, long Line) Fill(int from, long line)
    {
        // The containers that are open, each with its last child so far.
        var open = new Stack<(int Row, int LastChild)>();
        var (faulty, fault) = Walk(from, open, isOne: false, isMember: false);
        if (fault is null)
        {
            return (-1, line);
        }

        // A document that was cut off is found out in the line after it.
        var next = AfterLine(open.Count > 0 ? rows[open.Last().Row].Start : LineOf(from, fault));
        var place = $"line {line + fault.LineNumber}, byte {fault.BytePositionInLine + 1}";
        var first = Faults.Count;
        var wentOn = GoOn([.. open.Reverse()], faulty, next < 0 ? bytes.Count : next) || next >= 0;
        if (first < MostFaults)
        {
            Faults.Insert(first, (place, wentOn));
        }

        return next >= 0 ? (next, LineAt(next).Line) : (-1, line);
    }

    /// <summary>Reads values into rows: all from there on, or one, which is joined to nothing and may be a member's.</summary>
    /// <returns>Where it ended, and the fault that ended it.</returns>
    private (int End, JsonException? Fault) Walk(int from, Stack<(int Row, int LastChild)> open, bool isOne, bool isMember)
    {
        var state = new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true, MaxDepth = int.MaxValue });
        var (name, nameLength, done) = (-1, 0, from);
        try
        {
            for (var (at, length) = (from, Chunk); ;)
            {
                length = Math.Min(length, bytes.Count - at);
                var isLast = at + length == bytes.Count;
                var reader = new Utf8JsonReader(bytes.Slice(at, length), isLast, state);
                while (reader.Read())
                {
                    done = at + (int)reader.BytesConsumed;
                    switch (reader.TokenType)
                    {
                        case JsonTokenType.PropertyName:
                            (name, nameLength) = (at + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                            break;
                        case JsonTokenType.EndObject or JsonTokenType.EndArray:
                            if (reader.TokenType == JsonTokenType.EndObject)
                            {
                                Divide(open);
                            }

                            open.Pop();
                            if (isOne && open.Count == 0)
                            {
                                return (done, null);
                            }

                            break;
                        default:
                            var quoted = reader.TokenType == JsonTokenType.String;
                            var row = rows.Count;
                            rows.Add(new Row(reader.TokenType, at + (int)reader.TokenStartIndex + (quoted ? 1 : 0), reader.ValueSpan.Length, name, nameLength));
                            name = -1;
                            if (open.Count > 0 || !isOne)
                            {
                                Join(open, row);
                            }

                            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                            {
                                open.Push((row, -1));
                            }
                            else if (isOne && open.Count == 0)
                            {
                                return (done, null);
                            }

                            break;
                    }
                }

                if (isLast)
                {
                    return (bytes.Count, null);
                }

                // What is longer than a chunk is looked at again with more of it.
                (at, length, state) = (at + (int)reader.BytesConsumed, reader.BytesConsumed > 0 ? Chunk : length * 2, reader.CurrentState);
            }
        }
        catch (JsonException fault)
        {
            var isWithin = open.TryPeek(out var around);
            var isArray = isWithin ? rows[around.Row].Kind == JsonTokenType.StartArray : isOne && !isMember;
            if ((name >= 0 || isArray || (isMember && !isWithin)) && TextAt(done, !isArray) is var text and >= 0 && TextEnd(text, !isArray, bytes.Count) is var (end, after))
            {
                rows.Add(new Row(JsonTokenType.String, text, end - text, name, nameLength));
                if (isWithin)
                {
                    Join(open, rows.Count - 1);
                }

                return (after, fault);
            }

            return (LineOf(from, fault) + (int)(fault.BytePositionInLine ?? 0), fault);
        }
    }

    /// <summary>Where the line of a fault begins, which counts lines from where reading began.</summary>
    private int LineOf(int from, JsonException fault)
    {
        var start = from;
        for (var number = 0L; number < fault.LineNumber; number++)
        {
            start = Next((byte)'\n', start) + 1;
        }

        return start;
    }

    /// <summary>Where the line after this place begins, if it looks like a document of its own; -1 otherwise.</summary>
    private int AfterLine(int place)
    {
        var end = Next((byte)'\n', place);
        if (end < 0)
        {
            return -1;
        }

        var next = Next((byte)'\n', end + 1);
        var (first, last) = (SkipBlanks(end + 1, next < 0 ? bytes.Count : next), SkipBlanksBack(next < 0 ? bytes.Count : next, end + 1));
        return first < last && bytes[first] == '{' && bytes[last] == '}' ? end + 1 : -1;
    }

    private void Join(Stack<(int Row, int LastChild)> open, int row)
    {
        if (open.Count == 0)
        {
            Roots.Add(new JsonValue(this, row));
            return;
        }

        var (container, last) = open.Pop();
        if (last < 0)
        {
            rows[container] = rows[container] with { FirstChild = row };
        }
        else
        {
            rows[last] = rows[last] with { Next = row };
        }

        open.Push((container, row));
    }

    internal JsonTokenType Kind(int row) => row < 0 ? JsonTokenType.None : rows[row].Kind;

    internal int FirstChild(int row) => row < 0 ? -1 : rows[row].FirstChild;

    internal int Next(int row) => rows[row].Next;

    internal bool IsNamed(int row, ReadOnlySpan<byte> name) => rows[row] is { Name: >= 0 } found && found.NameLength == name.Length && bytes.Slice(found.Name, found.NameLength).SequenceEqual(name);

    internal string NameOf(int row) => rows[row] is { Name: >= 0 } found ? Unescape(bytes.Slice(found.Name, found.NameLength)) : "";

    internal string TextOf(int row)
    {
        if (isWatching)
        {
            asked![row] = true;
        }

        var found = rows[row];
        if (found.Length > MostOfText)
        {
            cut.Add(row);
        }

        return Unescape(bytes.Slice(found.Start, Math.Min(found.Length, MostOfText)));
    }

    /// <summary>Whether the first sign of a text is no blank; null where that cannot be told without making all of it text.</summary>
    internal bool? BeginsWithWord(int row) =>
        rows[row] is var found && found.Length > 0 && bytes[found.Start] is > (byte)' ' and < 0x7F and not (byte)'\\' ? true : found.Length == 0 ? false : null;

    /// <summary>Keeps in mind what is asked for while something is done.</summary>
    internal void Watch(Action reading)
    {
        asked ??= new BitArray(rows.Count);
        isWatching = true;
        reading();
        isWatching = false;
    }

    /// <summary>Whether the value, or one right in it, was asked for while that was watched.</summary>
    internal bool WasAsked(int row)
    {
        var wasAsked = asked![row];
        for (var child = FirstChild(row); child >= 0 && !wasAsked; child = Next(child))
        {
            wasAsked = asked[child];
        }

        return wasAsked;
    }

    internal string PlaceOf(int row) => PlaceAt(row < 0 ? 0 : rows[row].Start);

    private string PlaceAt(int at)
    {
        var (line, start) = LineAt(at);
        return $"line {line}, byte {at - start + 1}";
    }

    private (long Line, int Start) LineAt(int at)
    {
        counted = at < counted.At ? (0, 1, 0) : counted;
        for (var next = Next((byte)'\n', counted.At, at); next >= 0; next = Next((byte)'\n', counted.At, at))
        {
            counted = (next + 1, counted.Line + 1, next + 1);
        }

        counted.At = at;
        return (counted.Line, counted.LineStart);
    }

    /// <summary>Where a sign stands next, from there on; -1 when it does not come any more.</summary>
    private int Next(byte sign, int from, int before = int.MaxValue)
    {
        before = Math.Min(before, bytes.Count);
        while (from < before)
        {
            var page = bytes.PageFrom(from);
            page = page[..Math.Min(page.Length, before - from)];
            var found = page.IndexOf(sign);
            if (found >= 0)
            {
                return from + found;
            }

            from += page.Length;
        }

        return -1;
    }

    private int SkipBlanks(int from, int before)
    {
        while (from < before && IsBlank(bytes[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>The last sign before a place that is no blank.</summary>
    private int SkipBlanksBack(int before, int from)
    {
        while (before > from && IsBlank(bytes[before - 1]))
        {
            before--;
        }

        return before - 1;
    }

    private static bool IsBlank(byte sign) => sign is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>The text of a JSON string; half of a surrogate pair and bytes that are no UTF-8 become U+FFFD instead of an error.</summary>
    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\' || index + 1 == text.Length)
            {
                plain.Append(text[index]);
                continue;
            }

            index++;
            if (text[index] == 'u' && index + 4 < text.Length && ushort.TryParse(text.AsSpan(index + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                index += 4;
            }
            else
            {
                plain.Append(text[index] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }

        return PlainText.WithoutHalves(plain.ToString());
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(JsonTokenType Kind, int Start, int Length, int Name, int NameLength)
    {
        public int FirstChild { get; init; } = -1;

        public int Next { get; init; } = -1;
    }
}
