using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>
/// JSON read into a flat table over its own bytes: any depth without recursion, 28 bytes a value, text decoded when asked for.
/// What comes before a fault is kept, so a file that was cut off loses only its end, and one with a document on each line only the rest of a faulty line.
/// </summary>
internal sealed partial class JsonTable
{
    private const int MostFaults = 1_000;

    private readonly byte[] bytes;
    private readonly List<Row> rows = [];

    private JsonTable(byte[] bytes) => this.bytes = bytes;

    /// <summary>The values one after another: one for a JSON document, several for JSON lines.</summary>
    internal List<JsonValue> Roots { get; } = [];

    /// <summary>Where the first fault is, or null.</summary>
    internal string? FaultPlace => Faults.Count > 0 ? Faults[0].Place : null;

    /// <summary>Every fault, and whether something after it was read.</summary>
    internal List<(string Place, bool WentOn)> Faults { get; } = [];

    internal static JsonTable Read(byte[] utf8)
    {
        var table = new JsonTable(utf8);
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
        var (faulty, fault) = Walk(from, open, isOne: false);
        if (fault is null)
        {
            return (-1, line);
        }

        // A document that was cut off is found out in the line after it.
        var next = AfterLine(open.Count > 0 ? rows[open.Last().Row].Start : LineOf(from, fault));
        var place = $"line {line + fault.LineNumber}, byte {fault.BytePositionInLine + 1}";
        if (next < 0)
        {
            var first = Faults.Count;
            Faults.Insert(first, (place, GoOn([.. open.Reverse()], faulty)));
            return (-1, line);
        }

        Faults.Add((place, true));
        return (Faults.Count < MostFaults ? next : -1, line + bytes.AsSpan(from, next - from).Count((byte)'\n'));
    }

    /// <summary>Reads values into rows: all from there on, or one, which is joined to nothing.</summary>
    /// <returns>Where it ended, and the fault that ended it.</returns>
    private (int End, JsonException? Fault) Walk(int from, Stack<(int Row, int LastChild)> open, bool isOne)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(from), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true, MaxDepth = int.MaxValue });
        var (name, nameLength) = (-1, 0);
        var lastRoot = -1;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        (name, nameLength) = (from + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        if (isOne && open.Count == 0)
                        {
                            return (from + (int)reader.BytesConsumed, null);
                        }

                        break;
                    default:
                        var quoted = reader.TokenType == JsonTokenType.String;
                        var row = rows.Count;
                        rows.Add(new Row(reader.TokenType, from + (int)reader.TokenStartIndex + (quoted ? 1 : 0), reader.ValueSpan.Length, name, nameLength));
                        name = -1;
                        if (open.Count > 0 || !isOne)
                        {
                            lastRoot = Join(open, row, lastRoot);
                        }

                        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        {
                            open.Push((row, -1));
                        }

                        break;
                }
            }
        }
        catch (JsonException fault)
        {
            return (LineOf(from, fault) + (int)(fault.BytePositionInLine ?? 0), fault);
        }

        return (bytes.Length, null);
    }

    /// <summary>Where the line of a fault begins, which counts lines from where reading began.</summary>
    private int LineOf(int from, JsonException fault)
    {
        var start = from;
        for (var number = 0L; number < fault.LineNumber; number++)
        {
            start += bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return start;
    }

    /// <summary>Where the line after this place begins, if it looks like a document of its own; -1 otherwise.</summary>
    private int AfterLine(int place)
    {
        var end = bytes.AsSpan(place).IndexOf((byte)'\n');
        var next = bytes.AsSpan(place + end + 1);
        var length = next.IndexOf((byte)'\n');
        return end >= 0 && next[..(length < 0 ? next.Length : length)].Trim(" \t\r"u8) is [(byte)'{', .., (byte)'}'] ? place + end + 1 : -1;
    }

    private int Join(Stack<(int Row, int LastChild)> open, int row, int lastRoot)
    {
        if (open.Count == 0)
        {
            Roots.Add(new JsonValue(this, row));
            return row;
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
        return lastRoot;
    }

    internal JsonTokenType Kind(int row) => row < 0 ? JsonTokenType.None : rows[row].Kind;

    internal int FirstChild(int row) => row < 0 ? -1 : rows[row].FirstChild;

    internal int Next(int row) => rows[row].Next;

    internal bool IsNamed(int row, ReadOnlySpan<byte> name) => rows[row].Name >= 0 && bytes.AsSpan(rows[row].Name, rows[row].NameLength).SequenceEqual(name);

    internal string NameOf(int row) => rows[row].Name < 0 ? "" : Unescape(bytes.AsSpan(rows[row].Name, rows[row].NameLength));

    internal string TextOf(int row) => Unescape(bytes.AsSpan(rows[row].Start, rows[row].Length));

    internal string PlaceOf(int row)
    {
        var before = bytes.AsSpan(0, row < 0 ? 0 : rows[row].Start);
        return $"line {before.Count((byte)'\n') + 1}, byte {before.Length - before.LastIndexOf((byte)'\n')}";
    }

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
