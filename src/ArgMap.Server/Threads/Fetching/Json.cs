using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>A value in an answer that may hold anything: what is not there, or of another kind, is empty and no error.</summary>
internal readonly record struct Json(JsonElement Element)
{
    // Answers nest two to four levels for each level of a discussion.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 200_000 };

    /// <summary>What an answer holds; nothing when it is no JSON.</summary>
    public static Json Of(byte[] bytes)
    {
        try
        {
            // Some servers begin with a mark of the encoding, which the parser takes for a fault.
            using var document = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0), Options);
            return new(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A member of an object.</summary>
    public Json this[string name]
    {
        get
        {
            try
            {
                return Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var member) ? new(member) : default;
            }
            catch (InvalidOperationException)
            {
                // Names with half of a character in them are no text.
                return default;
            }
        }
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<Json> Items => Element.ValueKind == JsonValueKind.Array ? Element.EnumerateArray().Select(item => new Json(item)) : [];

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool IsList => Element.ValueKind == JsonValueKind.Array;

    public bool IsTrue => Element.ValueKind == JsonValueKind.True;

    /// <summary>Text that is not empty, or a number as it is written.</summary>
    public string? Text => Element.ValueKind switch
    {
        JsonValueKind.String => Words is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => Element.GetRawText(),
        _ => null,
    };

    /// <summary>A whole number.</summary>
    public int? Number =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) ? number
            : Element.ValueKind == JsonValueKind.String && int.TryParse(Words, CultureInfo.InvariantCulture, out number) ? number
            : null;

    private string? Words
    {
        get
        {
            try
            {
                return Element.GetString();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
