using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Looks up the things a step joins, so that a number that means nothing is named before the graph is checked.</summary>
internal static class PremisesAndTarget
{
    /// <summary>The target, or which number is missing or withdrawn.</summary>
    public static async Task<Outcome<Thing>> Find(MapEdit map, IReadOnlyList<int> premises, int target, CancellationToken cancellation)
    {
        foreach (var premise in premises)
        {
            if (await map.FindNode(premise, cancellation) is not { } node)
            {
                return Refusal.Invalid("premises", $"There is no node #{premise} in this map. A premise is a node: a claim or a question.");
            }

            if (node.IsWithdrawn)
            {
                return Refusal.Invalid("premises", $"#{premise} has been withdrawn, so it cannot be a premise.");
            }
        }

        if (await map.FindThing(target, cancellation) is not { } thing)
        {
            return Refusal.Invalid("target", $"There is no node or step #{target} in this map.");
        }

        var isWithdrawn = thing.Kind == ThingKind.Node
            ? (await map.FindNode(target, cancellation))!.IsWithdrawn
            : (await map.FindRelation(target, cancellation))!.IsWithdrawn;
        return isWithdrawn ? Refusal.Invalid("target", $"#{target} has been withdrawn, so nothing can be added to it.") : thing;
    }
}
