using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Tests.Maps;

/// <summary>Whether a map has circles, by following everything to its end.</summary>
internal static class NaiveCircles
{
    public static bool OfTargets(ArgumentMap map)
    {
        var checkedRelations = map.Relations.Where(relation => !relation.IsWithdrawn).ToDictionary(relation => relation.Number);
        return checkedRelations.Values.Any(relation =>
        {
            var at = relation.Target;
            for (var hop = 0; hop < checkedRelations.Count && at != relation.Number && checkedRelations.TryGetValue(at, out var next); hop++)
            {
                at = next.Target;
            }

            return at == relation.Number;
        });
    }

    /// <summary>Warshall's transitive closure of "leads to". A premise that is its own target, and a circle of targets alone, are other rules' business.</summary>
    public static bool OfPrerequisites(ArgumentMap map)
    {
        var prerequisites = map.Relations.Where(relation => !relation.IsWithdrawn && relation.Kind is RelationKind.Prerequisite).ToList();
        var leadsTo = new HashSet<(int From, int To)>(prerequisites
            .SelectMany(relation => relation.Premises.Select(premise => (premise, relation.Target)).Append((relation.Number, relation.Target)))
            .Where(edge => edge.Item1 != edge.Target));
        foreach (var middle in map.Numbers())
        {
            foreach (var (from, _) in leadsTo.Where(edge => edge.To == middle).ToList())
            {
                foreach (var (_, to) in leadsTo.Where(edge => edge.From == middle).ToList())
                {
                    leadsTo.Add((from, to));
                }
            }
        }

        return map.Nodes.Any(node => leadsTo.Contains((node.Number, node.Number)));
    }
}
