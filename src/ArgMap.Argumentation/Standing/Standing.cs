using System.Diagnostics.CodeAnalysis;

namespace ArgMap.Argumentation.Standing;

/// <summary>How a node or a step fares in the argument: the three labels of the grounded labelling.</summary>
[SuppressMessage("Design", "MA0049:Type name should not match containing namespace", Justification = "The folder is named after its subject, and the vocabulary has one word for it.")]
public enum Standing
{
    /// <summary>Neither: it hangs on a dispute the map has not settled, such as two objections that attack each other.</summary>
    Undecided = 0,

    /// <summary>Every objection to it is defeated, and everything it presupposes stands.</summary>
    Stands = 1,

    /// <summary>It falls: an objection to it is in force, or something it presupposes has fallen.</summary>
    Defeated = 2,
}
