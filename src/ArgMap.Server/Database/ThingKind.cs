using System.Runtime.InteropServices;

namespace ArgMap.Server.Database;

/// <summary>What a reference inside a map can point at.</summary>
public enum ThingKind
{
    /// <summary>A node.</summary>
    Node = 0,

    /// <summary>A relation: a step.</summary>
    Relation = 1,

    /// <summary>A comment in a thread.</summary>
    Comment = 2,
}

/// <summary>A reference to a thing of the same map.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number: nodes and relations share one counter, comments draw from the map's other one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Thing(ThingKind Kind, int Number)
{
    /// <summary>The number when the thing is of this kind, else null: the way references are laid out in columns.</summary>
    public int? NumberIf(ThingKind kind) => Kind == kind ? Number : null;

    /// <summary>The reference that such columns hold; exactly one is set, which a check constraint ensures.</summary>
    public static Thing FromColumns(int? node, int? relation, int? comment = null) =>
        node is { } n ? new(ThingKind.Node, n)
        : relation is { } r ? new(ThingKind.Relation, r)
        : new(ThingKind.Comment, comment ?? throw new ArgumentNullException(nameof(comment), "One of the columns must hold a number."));
}
