namespace ArgMap.Argumentation.Maps;

/// <summary>
/// Finds things that presuppose themselves. Each prerequisite relation leads from its premises to its target; where that is itself a
/// prerequisite relation, on to the target of that one.
/// </summary>
internal static class PrerequisiteCycles
{
    /// <summary>One violation for each group of things that all presuppose each other, naming its highest-numbered relation: most likely the one made last.</summary>
    /// <param name="map">The map.</param>
    /// <param name="relations">Its relations that are not withdrawn, by number.</param>
    public static IReadOnlyList<Violation> Find(ArgumentMap map, IReadOnlyList<Relation> relations)
    {
        var vertexOf = new Dictionary<int, int>();
        var numberOf = new List<int>();
        var edges = new List<(int From, int To)>();
        var steps = new List<(int From, Relation Step)>();
        foreach (var relation in relations.Where(relation => relation.Kind is RelationKind.Prerequisite))
        {
            var target = Vertex(relation.Target);
            foreach (var premise in relation.Premises)
            {
                // A premise that is the target itself, or no node, breaks a rule of its own and is reported by that.
                if (premise != relation.Target && map.NodeAt(premise) is not null)
                {
                    steps.Add((Vertex(premise), relation));
                    edges.Add((Vertex(premise), target));
                }
            }

            edges.Add((Vertex(relation.Number), target));
        }

        var graph = DirectedGraph.Of(numberOf.Count, edges);
        var (component, count) = StronglyConnected.Components(graph);
        var last = new (int From, Relation Step)?[count];
        foreach (var (from, step) in steps)
        {
            var group = component[from];
            if (group == component[vertexOf[step.Target]] && (last[group] is not { } known || step.Number > known.Step.Number))
            {
                last[group] = (from, step);
            }
        }

        var via = steps.ToLookup(entry => entry.From, entry => entry.Step);
        var violations = new List<Violation>();
        foreach (var closing in last)
        {
            if (closing is var (from, step))
            {
                violations.Add(Describe(map, numberOf[from], step, WayBack(vertexOf[step.Target], from)));
            }
        }

        return violations;

        int Vertex(int number)
        {
            if (!vertexOf.TryGetValue(number, out var vertex))
            {
                vertexOf.Add(number, vertex = numberOf.Count);
                numberOf.Add(number);
            }

            return vertex;
        }

        // The relations on a shortest way between two things of one group.
        List<int> WayBack(int start, int end)
        {
            var reachedBy = new Dictionary<int, (int From, int Relation)> { [start] = (start, 0) };
            var queue = new Queue<int>([start]);
            while (!reachedBy.ContainsKey(end))
            {
                var at = queue.Dequeue();
                foreach (var step in via[at])
                {
                    Reach(at, vertexOf[step.Target], step.Number);
                }

                if (map.RelationAt(numberOf[at]) is { Kind: RelationKind.Prerequisite, IsWithdrawn: false } presupposed)
                {
                    Reach(at, vertexOf[presupposed.Target], presupposed.Number);
                }
            }

            var way = new List<int>();
            for (var at = end; at != start; at = reachedBy[at].From)
            {
                way.Add(reachedBy[at].Relation);
            }

            way.Reverse();
            return way;

            void Reach(int from, int to, int relation)
            {
                if (component[to] == component[end] && reachedBy.TryAdd(to, (from, relation)))
                {
                    queue.Enqueue(to);
                }
            }
        }
    }

    private static Violation Describe(ArgumentMap map, int premise, Relation step, List<int> wayBack)
    {
        if (map.NodeAt(step.Target) is not null)
        {
            return Violation($"#{premise} cannot be a prerequisite of #{step.Target}: #{step.Target} is already a prerequisite of #{premise} (through {Invariants.List(wayBack)}), so each would presuppose the other.");
        }

        // The way back from a step starts with that step.
        var through = wayBack.Count > 1 ? $" (through {Invariants.List(wayBack[1..])})" : "";
        return Violation($"#{premise} cannot be a prerequisite of step #{step.Target}: step #{step.Target} is already part of what #{premise} presupposes{through}, so each would presuppose the other.");

        Violation Violation(FormattableString message) =>
            new(Invariant.PrerequisitesAcyclic, step.Number, Invariants.Text(message) + " Withdraw one of these steps, or choose another kind.");
    }
}
