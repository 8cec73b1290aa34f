namespace ArgMap.Argumentation.Maps;

/// <summary>Finds relations that target themselves through relations. Each relation has one target, so following it either ends at a node or goes in a circle.</summary>
internal static class TargetCycles
{
    /// <summary>One violation for each circle, naming its highest-numbered relation: most likely the one made last.</summary>
    /// <param name="map">The map.</param>
    /// <param name="relations">Its relations that are not withdrawn, by number.</param>
    public static IEnumerable<Violation> Find(ArgumentMap map, IReadOnlyList<Relation> relations)
    {
        var walkOf = new Dictionary<int, int>(relations.Count);
        foreach (var start in relations)
        {
            Relation? at = start;
            while (at is { IsWithdrawn: false } && walkOf.TryAdd(at.Number, start.Number))
            {
                at = map.RelationAt(at.Target);
            }

            // The walk ended where it had been before: in a circle. Where an earlier walk had been, that one has reported what there is.
            if (at is { IsWithdrawn: false } && walkOf[at.Number] == start.Number)
            {
                yield return Describe(map, at);
            }
        }
    }

    private static Violation Describe(ArgumentMap map, Relation member)
    {
        var last = member;
        for (var at = map.RelationAt(member.Target)!; at.Number != member.Number; at = map.RelationAt(at.Target)!)
        {
            last = at.Number > last.Number ? at : last;
        }

        if (last.Target == last.Number)
        {
            return new Violation(
                Invariant.NoRelationTargetsItself, last.Number, Invariants.Text($"Step #{last.Number} cannot be about itself. Choose a node or another step as its target."));
        }

        var through = new List<int>();
        for (var at = map.RelationAt(last.Target)!; at.Target != last.Number; at = map.RelationAt(at.Target)!)
        {
            through.Add(at.Target);
        }

        return new Violation(
            Invariant.NoRelationTargetsItself,
            last.Number,
            Invariants.Text($"Step #{last.Number} cannot be about step #{last.Target}: #{last.Target} is already about #{last.Number}{(through.Count == 0 ? "" : $" (through {Invariants.List(through)})")}, so each would be about itself. Choose another target."));
    }
}
