using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArgMap.Server.Threads;

/// <summary>How reports, quotes and suggestions are kept as JSON: names in camel case, choices by name.</summary>
public static class ThreadJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The JSON form of a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value that <see cref="Write"/> made this JSON of.</summary>
    /// <exception cref="JsonException">It is another one's JSON.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"This is no {typeof(T).Name}: {json[..Math.Min(json.Length, 80)]}");
}
