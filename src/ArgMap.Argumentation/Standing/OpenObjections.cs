using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Standing;

/// <summary>Which objections of a map nobody has answered yet.</summary>
/// <remarks>
/// A live objection is <em>open</em> when its force is not <see cref="Standing.Defeated"/> and no live objection whose force is not
/// defeated either targets it (an undercut) or targets one of its premises. An answer that is itself still disputed therefore counts
/// as an answer; one that has been defeated does not.
/// </remarks>
public sealed class OpenObjections
{
    private readonly HashSet<int> open = [];
    private readonly Dictionary<int, int> against = [];

    private OpenObjections(ArgumentMap map, GroundedLabelling labelling)
    {
        var disputed = new HashSet<int>();
        var held = new List<Relation>();
        foreach (var relation in map.Relations)
        {
            if (relation.Kind is RelationKind.Objection && map.IsLive(relation) && labelling.Force(relation.Number) is not Standing.Defeated)
            {
                held.Add(relation);
                disputed.Add(relation.Target);
            }
        }

        foreach (var objection in held)
        {
            if (!disputed.Contains(objection.Number) && !objection.Premises.Any(disputed.Contains))
            {
                open.Add(objection.Number);
                against[objection.Target] = OpenAgainst(objection.Target) + 1;
            }
        }
    }

    /// <summary>How many objections of the map are open.</summary>
    public int Total => open.Count;

    /// <summary>Finds the open objections of a map.</summary>
    /// <param name="map">Any map.</param>
    /// <param name="labelling">The labelling of the same map.</param>
    public static OpenObjections Of(ArgumentMap map, GroundedLabelling labelling)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(labelling);
        return new OpenObjections(map, labelling);
    }

    /// <summary>True when the relation with this number is an open objection.</summary>
    public bool IsOpen(int relation) => open.Contains(relation);

    /// <summary>How many open objections there are against the node or step with this number, which is their target.</summary>
    public int OpenAgainst(int number) => against.GetValueOrDefault(number);
}
