using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Server.Database;

namespace ArgMap.Server.Maps;

/// <summary>A whole map at one revision, for programs: its words, its graph, and what follows from it.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its name.</param>
/// <param name="About">Markdown: where the debate comes from.</param>
/// <param name="Root">Number of the node the debate is about.</param>
/// <param name="Visibility">Who can read it.</param>
/// <param name="Owner">The name of the person who may edit all of it.</param>
/// <param name="Revision">How many changes it has had; what edits are based on.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ChangedAt">When something in it changed last, UTC.</param>
/// <param name="MinutesToRead">How long the live nodes take to read, in minutes.</param>
/// <param name="OpenObjections">Numbers of the relations that are objections nobody has answered.</param>
/// <param name="UnansweredQuestions">Numbers of the questions nobody has answered.</param>
/// <param name="Nodes">Every node by number, withdrawn ones included.</param>
/// <param name="Relations">Every relation by number, withdrawn ones included.</param>
public sealed record MapSnapshot(
    string Slug,
    string Title,
    string? About,
    int? Root,
    Visibility Visibility,
    string Owner,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    int MinutesToRead,
    IReadOnlyList<int> OpenObjections,
    IReadOnlyList<int> UnansweredQuestions,
    IReadOnlyList<NodeSnapshot> Nodes,
    IReadOnlyList<RelationSnapshot> Relations)
{
    // Another build may say the same revision in other words.
    private static readonly string Build = typeof(MapSnapshot).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>The entity tag of a map's snapshot: the same exactly as long as nothing in the map changes.</summary>
    public static string Tag(MapHead head) => FormattableString.Invariant($"W/\"{head.Id}-{head.Revision}-{Build}\"");

    /// <summary>The snapshot of a map that was read.</summary>
    public static MapSnapshot Of(MapView map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (head, facts) = (map.Head, map.Facts);
        return new(
            head.Slug,
            head.Title,
            head.About,
            head.Root,
            head.Visibility,
            head.OwnerName,
            head.Revision,
            head.CreatedAt,
            head.ChangedAt,
            facts.MinutesToRead,
            [.. facts.OpenObjections.Select(relation => relation.Number)],
            [.. facts.UnansweredQuestions.Select(node => node.Number)],
            [.. map.Nodes.Values.OrderBy(node => node.Number).Select(node => NodeSnapshot.Of(map, node))],
            [.. map.Relations.Values.OrderBy(relation => relation.Number).Select(relation => RelationSnapshot.Of(map, relation))]);
    }
}

/// <summary>A node of a map, for programs.</summary>
/// <param name="Number">Its number within the map.</param>
/// <param name="Kind">A claim or a question.</param>
/// <param name="Text">What it says.</param>
/// <param name="Detail">Markdown that explains it.</param>
/// <param name="Author">The name of the person who added it.</param>
/// <param name="Roles">What it is here: one for each kind of step it is a premise of; <c>Thesis</c> or <c>Question</c> when it is none. Empty when it is withdrawn.</param>
/// <param name="Standing">Whether it stands; missing when it is withdrawn.</param>
/// <param name="OpenObjections">How many objections against it nobody has answered.</param>
/// <param name="Comments">How many comments its thread has.</param>
/// <param name="Citations">How many citations it has.</param>
/// <param name="PromotedFrom">Number of the comment it was promoted from.</param>
/// <param name="IsWithdrawn">Withdrawn nodes take no part in the argument.</param>
/// <param name="Revision">The map's revision that changed it last.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="ChangedAt">When it was changed last, UTC.</param>
public sealed record NodeSnapshot(
    int Number,
    NodeKind Kind,
    string Text,
    string? Detail,
    string Author,
    IReadOnlyList<Role> Roles,
    Standing? Standing,
    int OpenObjections,
    int Comments,
    int Citations,
    int? PromotedFrom,
    bool IsWithdrawn,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>The snapshot of one node.</summary>
    public static NodeSnapshot Of(MapView map, NodeView node)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(node);
        return new(
            node.Number,
            node.Kind,
            node.Text,
            node.Detail,
            node.AuthorName,
            node.IsWithdrawn ? [] : RolesOf(map, node),
            node.IsWithdrawn ? null : map.Standing.Labelling.OfNode(node.Number),
            map.Standing.Objections.OpenAgainst(node.Number),
            map.CommentCounts.GetValueOrDefault(node.Number),
            map.CitationCounts.GetValueOrDefault(node.Number),
            node.PromotedFrom,
            node.IsWithdrawn,
            node.Revision,
            node.CreatedAt,
            node.ChangedAt);
    }

    private static List<Role> RolesOf(MapView map, NodeView node)
    {
        var roles = map.Graph.From(node.Number).Select(relation => relation.Kind.RoleOfPremises()).Distinct().Order().ToList();
        return roles.Count > 0 ? roles : [node.Kind == NodeKind.Question ? Role.Question : Role.Thesis];
    }
}

/// <summary>A relation of a map, for programs: one step of the argument.</summary>
/// <param name="Number">Its number within the map.</param>
/// <param name="Kind">What the premises do to the target.</param>
/// <param name="Premises">Numbers of its premises; several are linked and work only together.</param>
/// <param name="Target">Number of what it is about.</param>
/// <param name="TargetKind">Whether that is a node or a relation.</param>
/// <param name="Author">The name of the person who added it.</param>
/// <param name="IsLive">False when it, its target or a premise is withdrawn: then it takes no part in the argument.</param>
/// <param name="Standing">Whether the step itself stands, whatever its premises do; missing when it is not live.</param>
/// <param name="Force">Whether it is in force: it and all its premises stand; missing when it is not live.</param>
/// <param name="IsOpenObjection">True for an objection that nobody has answered.</param>
/// <param name="OpenObjections">How many objections against the step itself nobody has answered.</param>
/// <param name="Comments">How many comments its thread has.</param>
/// <param name="Citations">How many citations it has.</param>
/// <param name="IsWithdrawn">True when it has been withdrawn itself.</param>
/// <param name="Revision">The map's revision that changed it last.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
public sealed record RelationSnapshot(
    int Number,
    RelationKind Kind,
    IReadOnlyList<int> Premises,
    int Target,
    ThingKind TargetKind,
    string Author,
    bool IsLive,
    Standing? Standing,
    Standing? Force,
    bool IsOpenObjection,
    int OpenObjections,
    int Comments,
    int Citations,
    bool IsWithdrawn,
    int Revision,
    DateTimeOffset CreatedAt)
{
    /// <summary>The snapshot of one relation.</summary>
    public static RelationSnapshot Of(MapView map, RelationView relation)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(relation);
        var (number, labelling) = (relation.Number, map.Standing.Labelling);
        var isLive = map.Graph.IsLive(map.Graph.RelationAt(number)!);
        return new(
            number,
            relation.Kind,
            relation.Premises,
            relation.Target.Number,
            relation.Target.Kind,
            relation.AuthorName,
            isLive,
            isLive ? labelling.OfRelation(number) : null,
            isLive ? labelling.Force(number) : null,
            map.Standing.Objections.IsOpen(number),
            map.Standing.Objections.OpenAgainst(number),
            map.CommentCounts.GetValueOrDefault(number),
            map.CitationCounts.GetValueOrDefault(number),
            relation.IsWithdrawn,
            relation.Revision,
            relation.CreatedAt);
    }
}
