using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;

namespace ArgMap.Server.Maps;

/// <summary>What is known of a map without looking into it.</summary>
public sealed record MapHead(
    long Id,
    string Slug,
    string Title,
    string? About,
    int? Root,
    Visibility Visibility,
    Guid OwnerId,
    string OwnerName,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>When threads of forums were last read into it; null when none was. It is no change of the map, and shows in what became of citations.</summary>
    public DateTimeOffset? ThreadsReadAt { get; init; }

    /// <summary>True when a draft of it has suggestions that nobody has answered.</summary>
    public bool HasOpenSuggestions { get; init; }

    /// <summary>True when a thread of a forum was read into it.</summary>
    public bool HasThread => ThreadsReadAt is not null;

    /// <summary>True when this reader may know that the map exists.</summary>
    public bool IsVisibleTo(Actor actor) => Visibility != Visibility.Private || OwnerId == actor.Id;

    /// <summary>True when this person may change or withdraw what that author wrote.</summary>
    public bool MayChange(Actor actor, Guid author) => actor.Id is { } id && (id == author || id == OwnerId);
}

/// <summary>A node with its words.</summary>
public sealed record NodeView(
    int Number,
    NodeKind Kind,
    string Text,
    string? Detail,
    Guid AuthorId,
    string AuthorName,
    int? PromotedFrom,
    bool IsWithdrawn,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt);

/// <summary>A relation with who added it.</summary>
public sealed record RelationView(
    int Number,
    RelationKind Kind,
    ImmutableArray<int> Premises,
    Thing Target,
    Guid AuthorId,
    string AuthorName,
    bool IsWithdrawn,
    int Revision,
    DateTimeOffset CreatedAt);

/// <summary>A whole map at one revision: its words, its graph, and what follows from it, which is computed when it is first asked for.</summary>
/// <remarks>It never changes, so that all who read the map at this revision can share it.</remarks>
public sealed class MapView
{
    private readonly Lazy<MapStanding> standing;
    private readonly Lazy<MapTree> tree;
    private readonly Lazy<MapFacts> facts;

    internal MapView(
        MapHead head,
        IReadOnlyDictionary<int, NodeView> nodes,
        IReadOnlyDictionary<int, RelationView> relations,
        IReadOnlyDictionary<int, int> comments,
        IReadOnlyDictionary<int, int> citations)
    {
        Head = head;
        Nodes = nodes;
        Relations = relations;
        CommentCounts = comments;
        CitationCounts = citations;
        Graph = new ArgumentMap(
            nodes.Values.Select(node => new Node(node.Number, node.Kind, node.IsWithdrawn)),
            relations.Values.Select(relation => new Relation(relation.Number, relation.Kind, relation.Premises, relation.Target.Number, relation.IsWithdrawn)),
            head.Root);
        standing = new(() => MapStanding.Of(Graph));
        tree = new(() => MapTree.Of(Graph));
        facts = new(() => MapFacts.Of(this));
    }

    public MapHead Head { get; }

    /// <summary>Every node by number, withdrawn ones included.</summary>
    public IReadOnlyDictionary<int, NodeView> Nodes { get; }

    /// <summary>Every relation by number, withdrawn ones included.</summary>
    public IReadOnlyDictionary<int, RelationView> Relations { get; }

    /// <summary>How many comments the thread of a node or relation has; things without one are missing.</summary>
    public IReadOnlyDictionary<int, int> CommentCounts { get; }

    /// <summary>How many citations a node or relation has; things without one are missing.</summary>
    public IReadOnlyDictionary<int, int> CitationCounts { get; }

    public ArgumentMap Graph { get; }

    public MapStanding Standing => standing.Value;

    public MapTree Tree => tree.Value;

    /// <summary>Where its pictures are kept.</summary>
    internal PictureCache Pictures { get; init; } = new(0);

    /// <summary>What a reader wants to know before anything else.</summary>
    public MapFacts Facts => facts.Value;
}
