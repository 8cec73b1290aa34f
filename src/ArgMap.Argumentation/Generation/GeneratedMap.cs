using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Generation;

/// <summary>A made-up map, for trying out and measuring what a map of a given size does: sound, like a debate in its structure, about nothing.</summary>
public sealed class GeneratedMap
{
    private readonly Dictionary<int, string> texts;

    internal GeneratedMap(MapPlan plan, ArgumentMap map, Dictionary<int, string> texts)
    {
        Plan = plan;
        Map = map;
        this.texts = texts;
    }

    /// <summary>What it was made from.</summary>
    public MapPlan Plan { get; }

    /// <summary>
    /// Its graph. Numbers run from 1 without a gap, nodes and relations in one row, and nothing names a later number, so that it can be
    /// written down in order. #1 is the root. Every invariant of maps holds, nothing is withdrawn.
    /// </summary>
    public ArgumentMap Map { get; }

    /// <summary>How many things it has: nodes and relations.</summary>
    public int Things => Map.Nodes.Count + Map.Relations.Count;

    /// <summary>The text of a node.</summary>
    /// <exception cref="KeyNotFoundException">No node has this number.</exception>
    public string TextOf(int node) => texts[node];

    /// <summary>Makes the map of a plan. Time and memory are linear in its size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan's number of nodes is not 1 to <see cref="MapPlan.MostNodes"/>, or its seed is negative.</exception>
    public static GeneratedMap Of(MapPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Nodes, 1, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plan.Nodes, MapPlan.MostNodes, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Seed, nameof(plan));
        return new MapGrowth(plan).Grow();
    }
}
