using System.Text.Json;
using System.Text.Json.Serialization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Maps.Demo;

/// <summary>The debate a fresh installation opens with, as it is written in <c>crystallisation.json</c>. Things are named by keys there; loading gives them numbers.</summary>
/// <param name="Version">Raised when the file changes; each version is loaded once.</param>
public sealed record DemoMap(
    int Version,
    string Slug,
    string Title,
    string Root,
    string About,
    IReadOnlyList<DemoMap.Source> Sources,
    IReadOnlyList<DemoMap.SourceLink> SourceLinks,
    IReadOnlyList<DemoMap.Node> Nodes,
    IReadOnlyList<DemoMap.Relation> Relations,
    IReadOnlyList<DemoMap.Citation> Citations,
    IReadOnlyList<DemoMap.Comment> Comments)
{
    private const string File = "crystallisation.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public sealed record Source(string Key, string Title, Medium Medium, IReadOnlyList<string> Authors, string? Published, string? Url, int? Minutes, int? Words, string? Note, string? TextFile);

    public sealed record SourceLink(string From, SourceLinkKind Kind, string To);

    public sealed record Node(string Key, NodeKind Kind, string Text, string? Detail);

    public sealed record Relation(string Key, RelationKind Kind, IReadOnlyList<string> Premises, string Target);

    public sealed record Citation(string About, string Source, string? Exact, string? Prefix, string? Suffix, string? Note);

    public sealed record Comment(string Key, string About, string Body, string? ReplyTo);

    /// <summary>The version of this build.</summary>
    public static DemoMap Current { get; } = Read();

    /// <summary>The map's name in addresses. Later versions stand beside earlier ones, to which people may have added.</summary>
    [JsonIgnore]
    public string LoadedSlug => Version == 1 ? Slug : $"{Slug}-v{Version}";

    /// <summary>The idempotency key of its loading.</summary>
    [JsonIgnore]
    public string LoadingKey => $"demo-{Slug}-v{Version}";

    /// <summary>The words of a source that the build carries.</summary>
    public static string TextOf(string textFile)
    {
        using var reader = new StreamReader(Open(textFile));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static DemoMap Read()
    {
        using var stream = Open(File);
        return JsonSerializer.Deserialize<DemoMap>(stream, Format) ?? throw new InvalidDataException($"{File} holds no map.");
    }

    private static Stream Open(string file) =>
        typeof(DemoMap).Assembly.GetManifestResourceStream(typeof(DemoMap), file)
        ?? throw new InvalidDataException($"{file} is not embedded beside {nameof(DemoMap)}.");
}
