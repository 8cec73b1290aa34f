namespace ArgMap.Argumentation.Maps;

/// <summary>What follows from the kind of a relation alone.</summary>
public static class RelationKinds
{
    /// <summary>The role that a relation of this kind gives to its premises.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the defined ones.</exception>
    public static Role RoleOfPremises(this RelationKind kind) => kind switch
    {
        RelationKind.Support => Role.Support,
        RelationKind.Objection => Role.Objection,
        RelationKind.Prerequisite => Role.Prerequisite,
        RelationKind.Answer => Role.Answer,
        RelationKind.Question => Role.Question,
        RelationKind.Restatement => Role.Restatement,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no role for this kind."),
    };
}
