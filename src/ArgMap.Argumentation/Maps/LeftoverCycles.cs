namespace ArgMap.Argumentation.Maps;

/// <summary>
/// Where to start reading nodes that no root leads to: each of them lies on, or below, a cycle of nodes that are premises of one another.
/// </summary>
internal static class LeftoverCycles
{
    /// <summary>The lowest-numbered node of each cycle that no other leftover node leads to; together these lead to every leftover node.</summary>
    /// <param name="map">The map.</param>
    /// <param name="isLeftOver">True for the number of a live node that no root leads to.</param>
    public static IReadOnlyList<int> Entries(ArgumentMap map, Func<int, bool> isLeftOver)
    {
        var leftOver = map.Nodes.Where(node => map.IsLive(node) && isLeftOver(node.Number)).Select(node => node.Number).ToList();
        if (leftOver.Count == 0)
        {
            return [];
        }

        var vertexOf = new Dictionary<int, int>(leftOver.Count);
        foreach (var number in leftOver)
        {
            vertexOf.Add(number, vertexOf.Count);
        }

        // Every live step leads down from what it is about. One about something a root leads to is itself led to, and so are its premises.
        var numberOf = new List<int>(leftOver);
        foreach (var relation in map.Relations)
        {
            if (map.IsLive(relation))
            {
                vertexOf.Add(relation.Number, vertexOf.Count);
                numberOf.Add(relation.Number);
            }
        }

        var edges = new List<(int From, int To)>();
        foreach (var relation in map.Relations)
        {
            if (!map.IsLive(relation))
            {
                continue;
            }

            var step = vertexOf[relation.Number];
            if (vertexOf.TryGetValue(relation.Target, out var target))
            {
                edges.Add((target, step));
            }

            foreach (var premise in relation.Premises)
            {
                if (vertexOf.TryGetValue(premise, out var below))
                {
                    edges.Add((step, below));
                }
            }
        }

        var (component, count) = StronglyConnected.Components(DirectedGraph.Of(numberOf.Count, edges));
        var isLedTo = new bool[count];
        foreach (var (from, to) in edges)
        {
            isLedTo[component[to]] |= component[from] != component[to];
        }

        var entries = new List<int>();
        foreach (var number in leftOver)
        {
            var group = component[vertexOf[number]];
            if (!isLedTo[group])
            {
                isLedTo[group] = true;
                entries.Add(number);
            }
        }

        return entries;
    }
}
