using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>A value of a <see cref="JsonTable"/>. Asking for what is not there, or is of another kind, gives nothing rather than an error.</summary>
internal readonly struct JsonValue(JsonTable table, int row)
{
    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    internal bool IsString => Kind == JsonTokenType.String;

    internal bool IsThere => Kind is not (JsonTokenType.None or JsonTokenType.Null);

    internal bool IsNull => Kind == JsonTokenType.Null;

    internal string Place => table is null ? "a place where something is missing" : table.PlaceOf(row);

    private JsonTokenType Kind => table is null ? JsonTokenType.None : table.Kind(row);

    internal JsonValue this[string name]
    {
        get
        {
            if (!IsObject)
            {
                return default;
            }

            Span<byte> wanted = stackalloc byte[64];
            wanted = wanted[..Encoding.UTF8.GetBytes(name, wanted)];
            return table.MemberOf(row, wanted) is >= 0 and var member ? new JsonValue(table, member) : default;
        }
    }

    /// <summary>The elements of an array; none of anything else.</summary>
    internal IEnumerable<JsonValue> Items => IsArray ? Children() : [];

    /// <summary>The members of an object; none of anything else.</summary>
    internal IEnumerable<(string Name, JsonValue Value)> Members
    {
        get
        {
            var owner = table;
            return IsObject ? Children().Select(child => (owner.NameOf(child.Row), child)) : [];
        }
    }

    internal int Row => row;

    /// <summary>What stands first in a list or an object.</summary>
    internal JsonValue First => table is not null && table.FirstChild(row) is >= 0 and var first ? new JsonValue(table, first) : default;

    /// <summary>What stands after it in the same list or object.</summary>
    internal JsonValue Next => table is not null && table.Next(row) is >= 0 and var next ? new JsonValue(table, next) : default;

    internal bool Has(string name) => this[name].Kind != JsonTokenType.None;

    /// <summary>The text of a string, or a number or truth value as written.</summary>
    internal string? Text => Kind switch
    {
        JsonTokenType.String or JsonTokenType.Number => table.TextOf(row),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    /// <summary>A text that says something; null when it is missing, empty or blank.</summary>
    internal string? Words => Text is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>Whether there are <see cref="Words"/>.</summary>
    internal bool HasWords => Kind == JsonTokenType.String && table.BeginsWithWord(row) is { } begins ? begins : Words is not null;

    internal bool IsTrue => Kind == JsonTokenType.True || (Kind == JsonTokenType.String && string.Equals(table.TextOf(row), "true", StringComparison.OrdinalIgnoreCase));

    internal int? Number =>
        Kind is JsonTokenType.Number or JsonTokenType.String && double.TryParse(table.TextOf(row), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue
            ? (int)Math.Round(number) : null;

    internal DateTimeOffset? Time => Times.Parse(Text);

    private IEnumerable<JsonValue> Children()
    {
        for (var child = table.FirstChild(row); child >= 0; child = table.Next(child))
        {
            yield return new JsonValue(table, child);
        }
    }
}
