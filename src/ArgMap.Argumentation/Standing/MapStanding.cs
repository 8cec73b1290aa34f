using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Standing;

/// <summary>What a reader first wants to know of a map: what stands, which objections are open, which questions nobody has answered.</summary>
/// <param name="Labelling">The standing of every node and step.</param>
/// <param name="Objections">The objections nobody has answered.</param>
/// <param name="UnansweredQuestions">Numbers of the live questions onto which no live answer has a force other than defeated, by number.</param>
public sealed record MapStanding(GroundedLabelling Labelling, OpenObjections Objections, ImmutableArray<int> UnansweredQuestions)
{
    /// <summary>Computes all of it, in time linear in the size of the map.</summary>
    /// <param name="map">Any map; its invariants need not hold.</param>
    public static MapStanding Of(ArgumentMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var labelling = GroundedLabelling.Of(map);
        return new MapStanding(
            labelling,
            OpenObjections.Of(map, labelling),
            [.. map.Nodes.Where(node => node.Kind is NodeKind.Question && map.IsLive(node) && !IsAnswered(map, labelling, node.Number)).Select(node => node.Number)]);
    }

    private static bool IsAnswered(ArgumentMap map, GroundedLabelling labelling, int question) =>
        map.Onto(question).Any(relation => relation.Kind is RelationKind.Answer && labelling.Force(relation.Number) is not Standing.Defeated);
}
