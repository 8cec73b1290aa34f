using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>What a suggestion becomes when it is accepted.</summary>
public enum AcceptedAs
{
    /// <summary>Claims that speak for the target; its answer where that is a question.</summary>
    Support,

    /// <summary>Claims that speak against it.</summary>
    Objection,

    /// <summary>What it presupposes.</summary>
    Prerequisite,

    /// <summary>A question about it.</summary>
    Question,

    /// <summary>The same in other words.</summary>
    Restatement,

    /// <summary>A claim that hangs from nothing.</summary>
    Claim,

    /// <summary>No node: the passage is cited by the target, which says it already.</summary>
    Citation,

    /// <summary>A comment in the target's thread that tells how sure the passage's writer is.</summary>
    Remark,

    /// <summary>A source, cited by the target.</summary>
    Source,

    /// <summary>A source whose address is wanted.</summary>
    Request,
}

/// <summary>The plain words for <see cref="AcceptedAs"/>.</summary>
public static class AcceptedAsWords
{
    private static readonly AcceptedAs[] OfTheArgument = [AcceptedAs.Support, AcceptedAs.Objection, AcceptedAs.Prerequisite, AcceptedAs.Question, AcceptedAs.Restatement, AcceptedAs.Claim];

    /// <summary>What a suggestion becomes unless somebody changes it.</summary>
    public static AcceptedAs Default(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Claim or SuggestionKind.Support => AcceptedAs.Support,
        SuggestionKind.Objection => AcceptedAs.Objection,
        SuggestionKind.Prerequisites => AcceptedAs.Prerequisite,
        SuggestionKind.Question => AcceptedAs.Question,
        SuggestionKind.View => AcceptedAs.Remark,
        SuggestionKind.Source => AcceptedAs.Source,
        SuggestionKind.Request => AcceptedAs.Request,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is nothing that this kind of suggestion becomes."),
    };

    /// <summary>What a suggestion becomes where it hangs, unless somebody changes it.</summary>
    /// <param name="kind">The kind of suggestion.</param>
    /// <param name="hanging">What it hangs from.</param>
    /// <param name="isOnQuestion">Whether that is a question: what is said to one answers it, whether or not it contradicts somebody.</param>
    public static AcceptedAs Default(SuggestionKind kind, Hanging hanging, bool isOnQuestion)
    {
        ArgumentNullException.ThrowIfNull(hanging);
        return (Default(kind), hanging.IsTurned) switch
        {
            (AcceptedAs.Objection or AcceptedAs.Support, _) when isOnQuestion => AcceptedAs.Support,
            (AcceptedAs.Support, true) => AcceptedAs.Objection,
            (AcceptedAs.Objection, true) => AcceptedAs.Support,
            var (usual, _) => usual,
        };
    }

    /// <summary>The choice in a list.</summary>
    public static string Choice(AcceptedAs kind) => kind switch
    {
        AcceptedAs.Support => "speaks for it, or answers it",
        AcceptedAs.Objection => "objects to it",
        AcceptedAs.Prerequisite => "is presupposed by it",
        AcceptedAs.Question => "asks about it",
        AcceptedAs.Restatement => "says the same in other words",
        AcceptedAs.Claim => "is a claim that hangs from nothing",
        AcceptedAs.Citation => "is no new node: it is cited by it",
        AcceptedAs.Remark => "is its writer's view: a comment in its thread",
        AcceptedAs.Source => "is a source",
        AcceptedAs.Request => "asks for a source",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for this."),
    };

    /// <summary>What a suggestion may become in a list of many, where nothing but that is chosen; none of those that are no part of the argument.</summary>
    /// <param name="usual">What it becomes unless somebody changes it.</param>
    public static IReadOnlyList<AcceptedAs> Kinds(AcceptedAs usual) => usual switch
    {
        AcceptedAs.Source or AcceptedAs.Request or AcceptedAs.Citation => [],
        AcceptedAs.Remark => [AcceptedAs.Remark, .. OfTheArgument],
        _ => OfTheArgument,
    };

    /// <summary>What it is called in such a list.</summary>
    /// <param name="kind">What is accepted.</param>
    /// <param name="isOnQuestion">Whether it hangs from a question.</param>
    public static string Name(AcceptedAs kind, bool isOnQuestion) => kind switch
    {
        AcceptedAs.Support => isOnQuestion ? "answer" : "support",
        AcceptedAs.Objection => "objection",
        AcceptedAs.Prerequisite => "prerequisite",
        AcceptedAs.Question => "question",
        AcceptedAs.Restatement => "the same in other words",
        AcceptedAs.Claim => "claim that hangs from nothing",
        AcceptedAs.Remark => "comment",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is not in such a list."),
    };

    /// <summary>The step that it makes onto a target; null when it makes none.</summary>
    /// <param name="kind">What is accepted.</param>
    /// <param name="isQuestion">Whether the target is a question.</param>
    public static RelationKind? Step(AcceptedAs kind, bool isQuestion) => kind switch
    {
        AcceptedAs.Support => isQuestion ? RelationKind.Answer : RelationKind.Support,
        AcceptedAs.Objection => RelationKind.Objection,
        AcceptedAs.Prerequisite => RelationKind.Prerequisite,
        AcceptedAs.Question => RelationKind.Question,
        AcceptedAs.Restatement => RelationKind.Restatement,
        _ => null,
    };
}
