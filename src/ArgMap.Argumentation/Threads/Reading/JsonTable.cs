using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>
/// JSON read into a flat table over its own bytes: any depth without recursion, 28 bytes a value, text decoded when asked for.
/// What comes before the first fault is kept, so a file that was cut off loses only its end.
/// </summary>
internal sealed class JsonTable
{
    private readonly byte[] bytes;
    private readonly List<Row> rows = [];

    private JsonTable(byte[] bytes) => this.bytes = bytes;

    /// <summary>The values one after another: one for a JSON document, several for JSON lines.</summary>
    internal List<JsonValue> Roots { get; } = [];

    /// <summary>Where reading had to stop, or null.</summary>
    internal string? FaultPlace { get; private set; }

    internal static JsonTable Read(byte[] utf8)
    {
        var table = new JsonTable(utf8);
        table.Fill();
        return table;
    }

    private void Fill()
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true, MaxDepth = int.MaxValue });
        // The containers that are open, each with its last child so far.
        var open = new Stack<(int Row, int LastChild)>();
        var (name, nameLength) = (-1, 0);
        var lastRoot = -1;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        (name, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    default:
                        var quoted = reader.TokenType == JsonTokenType.String;
                        var row = rows.Count;
                        rows.Add(new Row(reader.TokenType, (int)reader.TokenStartIndex + (quoted ? 1 : 0), reader.ValueSpan.Length, name, nameLength));
                        name = -1;
                        lastRoot = Join(open, row, lastRoot);
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
            FaultPlace = $"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}";
        }
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
