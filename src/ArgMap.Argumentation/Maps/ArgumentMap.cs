using System.Collections.Frozen;

namespace ArgMap.Argumentation.Maps;

/// <summary>One debate as a graph, at one moment: nodes, and relations between them. Immutable.</summary>
/// <remarks>
/// It holds what it is given, sound or not; <c>Invariants</c> says what is wrong with it. That lets a foreign or damaged
/// graph be looked at and reported, and lets standing be computed for frameworks a map does not allow (a self-attack).
/// <para>
/// A thing is <em>live</em> when it is not withdrawn and everything it rests on is live: a relation needs its target and all
/// its premises. Withdrawing a node therefore silences the steps through it, and restoring it brings them back, without touching them.
/// </para>
/// </remarks>
public sealed class ArgumentMap
{
    private static readonly IReadOnlyList<Relation> None = [];

    private readonly FrozenDictionary<int, Node> nodes;
    private readonly FrozenDictionary<int, Relation> relations;
    private readonly Dictionary<int, List<Relation>> onTarget = [];
    private readonly Dictionary<int, List<Relation>> fromPremise = [];
    private readonly HashSet<int> liveRelations = [];

    /// <summary>Makes the graph of a map.</summary>
    /// <param name="nodes">Its nodes, withdrawn ones included.</param>
    /// <param name="relations">Its relations, withdrawn ones included.</param>
    /// <param name="root">Number of the node the debate is about (a thesis, or a question), or null when none has been chosen.</param>
    /// <exception cref="ArgumentException">Two things have the same number.</exception>
    public ArgumentMap(IEnumerable<Node> nodes, IEnumerable<Relation> relations, int? root = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(relations);
        this.nodes = nodes.ToFrozenDictionary(node => node.Number);
        this.relations = relations.ToFrozenDictionary(relation => relation.Number);
        Root = root;
        Nodes = [.. this.nodes.Values.OrderBy(node => node.Number)];
        Relations = [.. this.relations.Values.OrderBy(relation => relation.Number)];
        if (Nodes.FirstOrDefault(node => this.relations.ContainsKey(node.Number)) is { } twice)
        {
            throw new ArgumentException($"Number {twice.Number} names both a node and a relation; nodes and relations share one counter.", nameof(relations));
        }

        FindLiveRelations();
        foreach (var relation in Relations.Where(IsLive))
        {
            Append(onTarget, relation.Target, relation);
            foreach (var premise in relation.Premises)
            {
                Append(fromPremise, premise, relation);
            }
        }
    }

    /// <summary>Every node, withdrawn ones included, by number.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Every relation, withdrawn ones included, by number.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>Number of the node the debate is about, or null.</summary>
    public int? Root { get; }

    /// <summary>The node with this number, or null.</summary>
    public Node? NodeAt(int number) => nodes.GetValueOrDefault(number);

    /// <summary>The relation with this number, or null.</summary>
    public Relation? RelationAt(int number) => relations.GetValueOrDefault(number);

    /// <summary>True when the node takes part in the argument.</summary>
    public bool IsLive(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return !node.IsWithdrawn;
    }

    /// <summary>True when the relation takes part in the argument: neither it nor anything it rests on is withdrawn or missing.</summary>
    public bool IsLive(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return liveRelations.Contains(relation.Number);
    }

    /// <summary>Live relations whose target is the node or relation with this number, by number.</summary>
    public IReadOnlyList<Relation> Onto(int number) => onTarget.TryGetValue(number, out var list) ? list : None;

    /// <summary>Live relations that have the node with this number among their premises, by number.</summary>
    public IReadOnlyList<Relation> From(int number) => fromPremise.TryGetValue(number, out var list) ? list : None;

    private static void Append(Dictionary<int, List<Relation>> index, int key, Relation relation)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(relation);
    }

    /// <summary>A relation onto a relation is live only if that one is; walked from the nodes up, so that chains of any length need no recursion.</summary>
    private void FindLiveRelations()
    {
        var waiting = new Dictionary<int, List<Relation>>();
        var ready = new Queue<Relation>();
        foreach (var relation in Relations)
        {
            if (relation.IsWithdrawn || !relation.Premises.All(premise => nodes.TryGetValue(premise, out var node) && !node.IsWithdrawn))
            {
                continue;
            }

            if (nodes.TryGetValue(relation.Target, out var target))
            {
                if (!target.IsWithdrawn)
                {
                    ready.Enqueue(relation);
                }
            }
            else
            {
                Append(waiting, relation.Target, relation);
            }
        }

        while (ready.TryDequeue(out var live))
        {
            liveRelations.Add(live.Number);
            foreach (var undercut in waiting.GetValueOrDefault(live.Number) ?? [])
            {
                ready.Enqueue(undercut);
            }
        }
    }
}
