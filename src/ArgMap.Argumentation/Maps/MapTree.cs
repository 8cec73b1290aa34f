namespace ArgMap.Argumentation.Maps;

/// <summary>How the graph of a map is read as a tree: where each node is shown in full, and what leads from it up to the root.</summary>
/// <remarks>
/// A node that is a premise of several steps has one place, its first, and is linked from the others. From each root in turn the tree
/// grows breadth-first, counted in steps, so that the way from a node up to its root is as short as it can be; what the first root's
/// tree holds, no later one does. An undercut hangs below the step it is about. Only live things are in the tree, each exactly once.
/// Reading it into a tree is linear in the size of the map, and the same map always gives the same tree.
/// </remarks>
public sealed class MapTree
{
    /// <summary>The order in which the steps onto one thing are read: what it says, what settles it, what it rests on, what speaks for it, against it, what is asked.</summary>
    private static readonly RelationKind[] ReadingOrder =
    [
        RelationKind.Restatement, RelationKind.Answer, RelationKind.Prerequisite, RelationKind.Support, RelationKind.Objection, RelationKind.Question,
    ];

    private readonly ArgumentMap map;

    /// <summary>Steps onto the same thing in reading order, where there are several.</summary>
    private readonly Dictionary<int, IReadOnlyList<Relation>> reordered = [];
    private readonly Dictionary<int, IReadOnlyList<int>> ownPremises;

    /// <summary>Every node in the tree, with the step it hangs from and how many steps that is below the root.</summary>
    private readonly Dictionary<int, (Relation? StepUp, int Depth)> places;
    private readonly Dictionary<int, int> descendants;
    private readonly List<int> roots = [];

    /// <summary>Every live step in the order it was reached: one that hangs from another always comes later.</summary>
    private readonly List<(Relation Step, int Depth)> reached;

    private MapTree(ArgumentMap map)
    {
        this.map = map;
        ownPremises = new(map.Relations.Count);
        places = new(map.Nodes.Count);
        descendants = new(map.Nodes.Count + map.Relations.Count);
        reached = new(map.Relations.Count);
        if (map.Root is { } root && map.NodeAt(root) is { IsWithdrawn: false })
        {
            Grow(root);
        }

        foreach (var node in map.Nodes)
        {
            if (map.IsLive(node) && map.From(node.Number).Count == 0 && !places.ContainsKey(node.Number))
            {
                Grow(node.Number);
            }
        }

        foreach (var entry in LeftoverCycles.Entries(map, node => !places.ContainsKey(node)))
        {
            Grow(entry);
        }

        CountDescendants();
    }

    /// <summary>
    /// The map's root first, then by number every other live node that is no premise of anything live, then one node, the lowest-numbered,
    /// of each cycle that none of these leads to.
    /// </summary>
    public IReadOnlyList<int> Roots => roots;

    /// <summary>Reads a map as a tree.</summary>
    /// <param name="map">Any map; its invariants need not hold.</param>
    public static MapTree Of(ArgumentMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new MapTree(map);
    }

    /// <summary>
    /// The live steps onto the node or step with this number in reading order: restatements, answers, prerequisites, supports, objections,
    /// questions; among equals by number. Empty when there are none, and for a number that names nothing live.
    /// </summary>
    public IReadOnlyList<Relation> StepsOnto(int number) => reordered.TryGetValue(number, out var steps) ? steps : map.Onto(number);

    /// <summary>The premises of a step that have their place here and are shown in full, in the step's own order; its other premises are links.</summary>
    public IReadOnlyList<int> OwnPremises(int relation) => ownPremises.TryGetValue(relation, out var premises) ? premises : [];

    /// <summary>The step a node hangs from in the tree; null for a root, and for a number that names no live node.</summary>
    public Relation? StepUp(int node) => places.GetValueOrDefault(node).StepUp;

    /// <summary>
    /// The way up: the number of the thing itself, of the step it hangs from, of what that step is about, and so on to a root. From a step
    /// onto a step (an undercut) it goes from step to step. Empty for a number that names nothing live.
    /// </summary>
    public IReadOnlyList<int> PathToRoot(int number)
    {
        var path = new List<int>();
        var relation = map.RelationAt(number);
        if (relation is null ? !places.ContainsKey(number) : !map.IsLive(relation))
        {
            return path;
        }

        while (true)
        {
            path.Add(number);
            if (relation is not null)
            {
                number = relation.Target;
                relation = map.RelationAt(number);
            }
            else if (places[number].StepUp is { } step)
            {
                number = step.Number;
                relation = step;
            }
            else
            {
                return path;
            }
        }
    }

    /// <summary>What a node is here: the kind of the step it hangs from; a claim that hangs from none is a thesis, a question that hangs from none a question.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The map has no node with this number.</exception>
    public Role RoleOf(int node)
    {
        var kind = map.NodeAt(node)?.Kind ?? throw new ArgumentOutOfRangeException(nameof(node), node, "The map has no node with this number.");
        return StepUp(node)?.Kind.RoleOfPremises() ?? (kind is NodeKind.Question ? Role.Question : Role.Thesis);
    }

    /// <summary>How many steps a node is below its root: 0 for a root, and for a number that names no live node.</summary>
    public int Depth(int node) => places.GetValueOrDefault(node).Depth;

    /// <summary>How many nodes hang below a node or a step in the tree, at any depth; below a step are the premises that have their place there, too. 0 for a number that names nothing live.</summary>
    public int Descendants(int number) => descendants.GetValueOrDefault(number);

    private void Grow(int root)
    {
        if (!places.TryAdd(root, (null, 0)))
        {
            return;
        }

        roots.Add(root);
        var next = reached.Count;
        Hang(root, 0);
        for (; next < reached.Count; next++)
        {
            var (step, depth) = reached[next];
            var own = new List<int>(step.Premises.Length);
            foreach (var premise in step.Premises)
            {
                if (places.TryAdd(premise, (step, depth)))
                {
                    own.Add(premise);
                    Hang(premise, depth);
                }
            }

            ownPremises.Add(step.Number, own);
            Hang(step.Number, depth);
        }
    }

    /// <summary>Puts the steps onto a thing that has just got its place behind everything reached before them.</summary>
    private void Hang(int number, int depth)
    {
        var steps = map.Onto(number);
        if (steps.Count > 1)
        {
            reordered.Add(number, steps = [.. ReadingOrder.SelectMany(kind => steps.Where(step => step.Kind == kind))]);
        }

        foreach (var step in steps)
        {
            reached.Add((step, depth + 1));
        }
    }

    private void CountDescendants()
    {
        for (var index = reached.Count - 1; index >= 0; index--)
        {
            var step = reached[index].Step;
            var below = descendants.GetValueOrDefault(step.Number);
            foreach (var premise in ownPremises[step.Number])
            {
                below += 1 + descendants.GetValueOrDefault(premise);
            }

            descendants[step.Number] = below;
            descendants[step.Target] = descendants.GetValueOrDefault(step.Target) + below;
        }
    }
}
