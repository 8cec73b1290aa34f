using System.Collections.Immutable;

namespace ArgMap.Argumentation.Maps;

/// <summary>One step of an argument: 1..32 premises that together do something to one target.</summary>
/// <param name="Number">Its number within its map, from the same counter as the nodes'.</param>
/// <param name="Kind">What the premises do to the target.</param>
/// <param name="Premises">Numbers of the premise nodes. Several are <em>linked</em>: they work only together.</param>
/// <param name="Target">Number of the node, or of the relation (an undercut), that the step is about.</param>
/// <param name="IsWithdrawn">Withdrawn relations keep their number and history but take no part in the argument.</param>
public sealed record Relation(int Number, RelationKind Kind, ImmutableArray<int> Premises, int Target, bool IsWithdrawn = false)
{
    /// <summary>The most premises one relation may have.</summary>
    public const int MaxPremises = 32;

    /// <summary>Numbers of the premise nodes; an array that was never set counts as empty.</summary>
    public ImmutableArray<int> Premises { get; init => field = value.IsDefault ? [] : value; } = Premises.IsDefault ? [] : Premises;
}
