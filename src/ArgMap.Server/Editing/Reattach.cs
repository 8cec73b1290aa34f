using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>A node that was dropped on another thing.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Target">Number of the node or step it was dropped on.</param>
/// <param name="Link">True to link it in addition, false to move it, with all that hangs below it.</param>
/// <param name="Kind">What it is to do to the target; null while nobody has said.</param>
/// <param name="BasedOn">The revision that was on the screen.</param>
public sealed record Drop(int Node, int Target, bool Link, string? Kind, int? BasedOn);

/// <summary>What has to be known before a dropped node can stay where it was dropped.</summary>
/// <param name="Dropped">What was dropped where.</param>
/// <param name="Kinds">What it could do to the target.</param>
public sealed record OpenChoice(Drop Dropped, IReadOnlyList<RelationKind> Kinds);

/// <summary>Hangs a node elsewhere, or links it to one thing more.</summary>
internal static class Reattach
{
    /// <summary>What a node can do to a thing, the likeliest first.</summary>
    public static IReadOnlyList<RelationKind> Kinds(MapView map, int node, int target) =>
        map.Nodes[node].Kind is NodeKind.Question ? [RelationKind.Question] : [.. AddBeside.Kinds(map, target).Where(kind => kind is not RelationKind.Question)];

    /// <summary>Why it cannot be dropped there; null when it can.</summary>
    public static Refusal? Check(MapView map, Drop drop)
    {
        if (!map.Nodes.ContainsKey(drop.Node))
        {
            return Refusal.Invalid("node", $"#{drop.Node} is a step: it moves with its premises. Take one of these.");
        }

        if (!Outline.IsLive(map, drop.Node) || !Outline.IsLive(map, drop.Target))
        {
            return Refusal.NotFound($"#{(Outline.IsLive(map, drop.Node) ? drop.Target : drop.Node)} is not in the map any more: somebody has withdrawn it. Nothing has been moved.");
        }

        if (drop.Target == drop.Node || map.Tree.PathToRoot(drop.Target).Contains(drop.Node))
        {
            return drop.Target != drop.Node && drop.Link ? null : Refusal.Conflict("below-itself", $"#{drop.Target} {(drop.Target == drop.Node ? "is the node itself" : $"hangs below #{drop.Node} itself")}, so #{drop.Node} cannot hang there. Nothing has been moved.");
        }

        return !drop.Link && map.Tree.StepUp(drop.Node)?.Target == drop.Target
            ? Refusal.Conflict("there-already", $"#{drop.Node} hangs from #{drop.Target} already. To change what it does there, change its step.")
            : null;
    }

    /// <summary>What it will do there: what was said, what it did before where that fits, or what alone fits; null when somebody has to say.</summary>
    public static RelationKind? Kind(MapView map, Drop drop)
    {
        var fitting = Kinds(map, drop.Node, drop.Target);
        if (Enum.TryParse<RelationKind>(drop.Kind, out var said))
        {
            return fitting.Contains(said) ? said : null;
        }

        return !drop.Link && map.Tree.StepUp(drop.Node)?.Kind is { } had && fitting.Contains(had) ? had
            : fitting.Count == 1 ? fitting[0]
            : null;
    }

    /// <summary>Does it.</summary>
    public static Task<Outcome<Written>> Save(IServiceProvider services, MapView map, Actor actor, Drop drop, RelationKind kind, string key, CancellationToken cancellation)
    {
        var writer = services.GetRequiredService<MapWriter>();
        return drop.Link
            ? AddRelation.Handle(writer, map.Head.Slug, actor, new(kind.ToString(), drop.Target, [drop.Node]), key, cancellation)
            : MoveNode.Handle(writer, map.Head.Slug, actor, new(drop.Node, map.Tree.StepUp(drop.Node)?.Number, drop.Target, kind.ToString(), drop.BasedOn), key, cancellation);
    }
}
