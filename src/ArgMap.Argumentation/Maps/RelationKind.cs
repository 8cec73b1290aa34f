namespace ArgMap.Argumentation.Maps;

/// <summary>What the premises of a relation do to its target.</summary>
public enum RelationKind
{
    /// <summary>The premises, together, speak for the target. Never changes standing.</summary>
    Support = 0,

    /// <summary>The premises, together, speak against the target. In force, it defeats the target.</summary>
    Objection = 1,

    /// <summary>The target presupposes every premise: it falls when one of them falls.</summary>
    Prerequisite = 2,

    /// <summary>The premises answer the target, which is a question.</summary>
    Answer = 3,

    /// <summary>The premises, which are questions, are asked about the target. Never changes standing.</summary>
    Question = 4,

    /// <summary>The premises say the target in other words. Never changes standing.</summary>
    Restatement = 5,
}
