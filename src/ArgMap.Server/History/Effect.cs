using System.Text.Json;
using System.Text.Json.Serialization;
using ArgMap.Server.Discussion;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Sources;

namespace ArgMap.Server.History;

/// <summary>What one change did to one thing of a map: the thing as it was and as it is. A change is a list of these.</summary>
/// <remarks>
/// Stored as JSON in <c>changes.payload</c> for good: properties may be added with a default, never renamed or given another meaning.
/// </remarks>
/// <param name="Number">The thing's number within its map; 0 for the map itself.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "thing")]
[JsonDerivedType(typeof(MapEffect), "map")]
[JsonDerivedType(typeof(NodeEffect), "node")]
[JsonDerivedType(typeof(RelationEffect), "relation")]
[JsonDerivedType(typeof(CommentEffect), "comment")]
[JsonDerivedType(typeof(ThreadEffect), "thread")]
[JsonDerivedType(typeof(SourceEffect), "source")]
[JsonDerivedType(typeof(SourceLinkEffect), "source-link")]
[JsonDerivedType(typeof(CitationEffect), "citation")]
public abstract record Effect(int Number)
{
    /// <summary>True when the change made the thing.</summary>
    [JsonIgnore]
    public abstract bool IsAddition { get; }

    /// <summary>The key under which the log can be searched for this thing, such as <c>node:12</c>.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>The JSON form of a list of effects.</summary>
    public static string Write(IReadOnlyList<Effect> effects) => JsonSerializer.Serialize(effects, Json);

    /// <summary>The list of effects that <see cref="Write"/> made this JSON of.</summary>
    /// <exception cref="JsonException">The text is not such a list.</exception>
    public static IReadOnlyList<Effect> Read(string json) =>
        JsonSerializer.Deserialize<List<Effect>>(json, Json) ?? throw new JsonException("A change's payload is a list of effects, not null.");

    /// <summary>True when two states are the same, compared by what would be stored.</summary>
    public static bool SameState<TState>(TState? one, TState? other)
        where TState : class =>
        one is null ? other is null : other is not null && JsonSerializer.Serialize(one, Json) == JsonSerializer.Serialize(other, Json);

    // PostgreSQL's jsonb does not keep the order of properties, and the discriminator may come back anywhere.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>An effect on a thing whose whole state is a <typeparamref name="TState"/>.</summary>
/// <param name="Number">The thing's number.</param>
/// <param name="Before">Its state before, or null when the change made it.</param>
/// <param name="After">Its state after.</param>
public abstract record Effect<TState>(int Number, TState? Before, TState After) : Effect(Number)
    where TState : class
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsAddition => Before is null;
}

/// <summary>What happened to the map itself: its title, question, visibility, …</summary>
public sealed record MapEffect(MapState? Before, MapState After) : Effect<MapState>(0, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => "map";
}

/// <summary>What happened to a node.</summary>
public sealed record NodeEffect(int Number, NodeState? Before, NodeState After) : Effect<NodeState>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"node:{Number}";
}

/// <summary>What happened to a relation.</summary>
public sealed record RelationEffect(int Number, RelationState? Before, RelationState After) : Effect<RelationState>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"relation:{Number}";
}

/// <summary>What happened to a comment.</summary>
public sealed record CommentEffect(int Number, CommentState? Before, CommentState After) : Effect<CommentState>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"comment:{Number}";
}

/// <summary>What happened to the thread of the node or relation with this number: resolved, or reopened.</summary>
public sealed record ThreadEffect(int Number, ThreadResolution? Before, ThreadResolution After) : Effect<ThreadResolution>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"thread:{Number}";
}

/// <summary>What happened to a source.</summary>
public sealed record SourceEffect(int Number, SourceState? Before, SourceState After) : Effect<SourceState>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"source:{Number}";
}

/// <summary>What happened to a relation between sources.</summary>
public sealed record SourceLinkEffect(int Number, SourceLinkState? Before, SourceLinkState After) : Effect<SourceLinkState>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"source-link:{Number}";
}

/// <summary>What happened to a citation.</summary>
public sealed record CitationEffect(int Number, CitationState? Before, CitationState After) : Effect<CitationState>(Number, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => $"citation:{Number}";
}
