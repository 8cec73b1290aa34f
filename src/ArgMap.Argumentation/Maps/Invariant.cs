namespace ArgMap.Argumentation.Maps;

/// <summary>A rule that the graph of every map keeps.</summary>
public enum Invariant
{
    /// <summary>Every premise of a relation exists in the map.</summary>
    PremisesExist = 0,

    /// <summary>The target of a relation exists in the map.</summary>
    TargetExists = 1,

    /// <summary>Premises are nodes, not relations.</summary>
    PremisesAreNodes = 2,

    /// <summary>A relation has 1 to <see cref="Relation.MaxPremises"/> premises.</summary>
    PremiseCount = 3,

    /// <summary>No node is a premise of the same relation twice.</summary>
    PremisesDistinct = 4,

    /// <summary>No premise of a relation is its target.</summary>
    PremiseIsNotTarget = 5,

    /// <summary>No relation targets itself, directly or through relations.</summary>
    NoRelationTargetsItself = 6,

    /// <summary>Nothing presupposes itself: the graph of prerequisites has no cycle.</summary>
    PrerequisitesAcyclic = 7,

    /// <summary>An answer targets a question.</summary>
    AnswerTargetsQuestion = 8,

    /// <summary>The premises of a question relation are questions.</summary>
    QuestionPremisesAreQuestions = 9,

    /// <summary>No two relations have the same kind, premises and target.</summary>
    NoIdenticalRelations = 10,

    /// <summary>The map's root names one of its nodes.</summary>
    RootExists = 11,
}
