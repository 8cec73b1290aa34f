using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Server.Maps;

/// <summary>A map, or the part of it under one node or step, as nested text of a bounded size.</summary>
/// <remarks>
/// Things are laid out level by level, so that when there is too much it is the deepest that waits behind a link, and what is shown of a
/// huge map costs no more than what is shown of a small one. Every live node has one place in the whole outline.
/// </remarks>
public sealed class Outline
{
    /// <summary>The most steps one may be below another on one page.</summary>
    public const int MaxDepth = 8;

    /// <summary>About how many nodes a page shows: a step is never cut in two, so it can be a few more.</summary>
    public const int MaxNodes = 400;

    private readonly MapView map;
    private readonly HashSet<int> shown = [];
    private readonly Queue<(OutlineThing Thing, int Depth)> next = new();
    private int room = MaxNodes;

    private Outline(MapView map, int? from, int skip)
    {
        this.map = map;
        From = from;
        Skipped = skip;
        IReadOnlyList<int> tops = from is { } start ? [start] : [.. map.Tree.Roots.Skip(skip).Take(room)];
        Tops = [.. tops.Select(top => map.Graph.RelationAt(top) is { } step ? (OutlineThing)Show(step, 0) : Show(map.Nodes[top], 0))];
        MoreTops = from is null ? Math.Max(0, map.Tree.Roots.Count - skip - Tops.Count) : 0;
        while (next.TryDequeue(out var item))
        {
            Open(item.Thing, item.Depth, item.Thing.Number == from ? skip : 0);
        }
    }

    /// <summary>Number of the node or step it starts at; null when it starts at the roots.</summary>
    public int? From { get; }

    /// <summary>How many steps onto <see cref="From"/>, or how many roots, come before the first one shown.</summary>
    public int Skipped { get; }

    /// <summary>What it starts with: the roots, or the one node or step.</summary>
    public IReadOnlyList<OutlineThing> Tops { get; }

    /// <summary>How many roots come after the last one shown.</summary>
    public int MoreTops { get; }

    /// <summary>Reads a map as an outline.</summary>
    /// <param name="map">The map.</param>
    /// <param name="from">Where to start; null, or a number that names nothing live, for the roots.</param>
    /// <param name="skip">How many steps onto the start, or roots, to leave out before the first; from 0.</param>
    public static Outline Of(MapView map, int? from = null, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        return new Outline(map, from is { } start && IsLive(map, start) ? start : null, skip);
    }

    /// <summary>The outline that shows a certain node or step: the whole one if it is there, else one that starts a little above it.</summary>
    /// <param name="map">The map.</param>
    /// <param name="at">What must be shown; a number that names nothing live gives the whole outline.</param>
    public static Outline Around(MapView map, int at)
    {
        var whole = Of(map);
        if (whole.Shows(at) || !IsLive(map, at))
        {
            return whole;
        }

        var path = map.Tree.PathToRoot(at);
        int[] above = [4, 2, 0];
        return above.Where(up => up < path.Count).Select(up => Of(map, path[up])).First(outline => outline.Shows(at));
    }

    /// <summary>True when a number names something that takes part in the argument, and so has a place in the outline.</summary>
    public static bool IsLive(MapView map, int number)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Tree.PathToRoot(number).Count > 0;
    }

    /// <summary>The way from a root down to something, in numbers. Of the steps on it only those are named that are themselves the target of the next: a step between two nodes says no more than the second one's role does.</summary>
    /// <param name="map">The map.</param>
    /// <param name="number">A node or step; it comes last. What is not live has no way.</param>
    public static IReadOnlyList<int> WayTo(MapView map, int number)
    {
        ArgumentNullException.ThrowIfNull(map);
        var up = map.Tree.PathToRoot(number);
        return [.. up.Where((passed, index) => index == 0 || map.Nodes.ContainsKey(passed) || map.Relations.ContainsKey(up[index - 1])).Reverse()];
    }

    /// <summary>True when the node or step with this number has its place on this page.</summary>
    public bool Shows(int number) => shown.Contains(number);

    private OutlineNode Show(NodeView node, int depth)
    {
        var (standing, graph) = (map.Standing, map.Graph);
        var item = new OutlineNode
        {
            Number = node.Number,
            Node = node,
            Role = map.Tree.RoleOf(node.Number),
            Standing = standing.Labelling.OfNode(node.Number),
            Answered = node.Kind is NodeKind.Question ? standing.UnansweredQuestions.AsSpan().BinarySearch(node.Number) < 0 : null,
            OpenObjections = standing.Objections.OpenAgainst(node.Number),
            Comments = map.CommentCounts.GetValueOrDefault(node.Number),
            Citations = map.CitationCounts.GetValueOrDefault(node.Number),
            StepsFrom = graph.From(node.Number).Count,
            Below = map.Tree.Descendants(node.Number),
        };
        Place(item, depth);
        room--;
        return item;
    }

    private OutlineStep Show(Relation step, int depth)
    {
        var standing = map.Standing;
        var item = new OutlineStep
        {
            Number = step.Number,
            Kind = step.Kind,
            Standing = standing.Labelling.OfRelation(step.Number),
            OpenObjections = standing.Objections.OpenAgainst(step.Number),
            Comments = map.CommentCounts.GetValueOrDefault(step.Number),
            Citations = map.CitationCounts.GetValueOrDefault(step.Number),
            IsOntoStep = map.Graph.RelationAt(step.Target) is not null,
        };
        Place(item, depth);
        var own = map.Tree.OwnPremises(step.Number);
        item.Premises = [.. step.Premises.Select(premise => new OutlinePremise(map.Nodes[premise], own.Contains(premise) ? Show(map.Nodes[premise], depth) : null))];
        room -= item.Premises.Count(premise => premise.Here is null);
        return item;
    }

    private void Place(OutlineThing thing, int depth)
    {
        shown.Add(thing.Number);
        next.Enqueue((thing, depth));
    }

    private void Open(OutlineThing thing, int depth, int skip)
    {
        var steps = map.Tree.StepsOnto(thing.Number);
        for (var index = skip; index < steps.Count; index++)
        {
            if (depth == MaxDepth || room <= 0)
            {
                thing.HiddenSteps = steps.Count - index;
                return;
            }

            thing.Steps.Add(Show(steps[index], depth + 1));
        }
    }
}

/// <summary>A node or a step in its place in the outline.</summary>
public abstract class OutlineThing
{
    /// <summary>Its number within its map.</summary>
    public required int Number { get; init; }

    /// <summary>How it stands; a step regardless of its premises.</summary>
    public required Standing Standing { get; init; }

    /// <summary>How many objections to it nobody has answered.</summary>
    public required int OpenObjections { get; init; }

    /// <summary>How many comments its thread has.</summary>
    public required int Comments { get; init; }

    /// <summary>How many passages are cited for it.</summary>
    public required int Citations { get; init; }

    /// <summary>The steps onto it that are shown here, in reading order.</summary>
    public List<OutlineStep> Steps { get; } = [];

    /// <summary>How many more steps onto it there are, on a page that starts at it.</summary>
    public int HiddenSteps { get; internal set; }
}

/// <summary>A node in its one place.</summary>
public sealed class OutlineNode : OutlineThing
{
    /// <summary>The node with its words.</summary>
    public required NodeView Node { get; init; }

    /// <summary>What it is here.</summary>
    public required Role Role { get; init; }

    /// <summary>For a question, whether it has been answered; null for a claim.</summary>
    public required bool? Answered { get; init; }

    /// <summary>How many steps it is a premise of.</summary>
    public required int StepsFrom { get; init; }

    /// <summary>How many nodes hang below it, at any depth.</summary>
    public required int Below { get; init; }
}

/// <summary>A step under what it is about.</summary>
public sealed class OutlineStep : OutlineThing
{
    /// <summary>What its premises do to its target.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>True for an undercut: the step is about another step.</summary>
    public required bool IsOntoStep { get; init; }

    /// <summary>Its premises, in its own order.</summary>
    public IReadOnlyList<OutlinePremise> Premises { get; internal set; } = [];
}

/// <summary>A premise of a step.</summary>
/// <param name="Node">The node with its words.</param>
/// <param name="Here">The node in its place; null when its place is elsewhere in the outline, and a link leads there.</param>
public sealed record OutlinePremise(NodeView Node, OutlineNode? Here);
