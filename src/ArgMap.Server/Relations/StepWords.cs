using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Relations;

/// <summary>The plain words for steps: what they do, what one presses to add one, what is asked for.</summary>
public static class StepWords
{
    /// <summary>The role that the premises of such a step have through it.</summary>
    public static Role Role(RelationKind kind) => kind switch
    {
        RelationKind.Support => Argumentation.Maps.Role.Support,
        RelationKind.Objection => Argumentation.Maps.Role.Objection,
        RelationKind.Prerequisite => Argumentation.Maps.Role.Prerequisite,
        RelationKind.Answer => Argumentation.Maps.Role.Answer,
        RelationKind.Question => Argumentation.Maps.Role.Question,
        RelationKind.Restatement => Argumentation.Maps.Role.Restatement,
        _ => throw Unknown(kind),
    };

    /// <summary>What one presses to add such a step.</summary>
    public static string Gesture(RelationKind kind) => kind switch
    {
        RelationKind.Support => "Support",
        RelationKind.Objection => "Object",
        RelationKind.Prerequisite => "Add prerequisite",
        RelationKind.Answer => "Answer",
        RelationKind.Question => "Ask",
        RelationKind.Restatement => "Restate",
        _ => throw Unknown(kind),
    };

    /// <summary>The heading over the steps of a kind onto one thing.</summary>
    public static string Heading(RelationKind kind) => kind switch
    {
        RelationKind.Support => "What supports it",
        RelationKind.Objection => "What objects to it",
        RelationKind.Prerequisite => "What it presupposes",
        RelationKind.Answer => "What answers it",
        RelationKind.Question => "What is asked about it",
        RelationKind.Restatement => "The same in other words",
        _ => throw Unknown(kind),
    };

    /// <summary>What a step of this kind is when it is about another step.</summary>
    public static string OntoStep(RelationKind kind) => kind switch
    {
        RelationKind.Support => "support for this step",
        RelationKind.Objection => "objection to this step",
        RelationKind.Prerequisite => "prerequisite of this step",
        RelationKind.Answer => "answer to this step",
        RelationKind.Question => "question about this step",
        RelationKind.Restatement => "this step in other words",
        _ => throw Unknown(kind),
    };

    /// <summary>The verb between premises and target.</summary>
    /// <param name="kind">The kind of step.</param>
    /// <param name="several">Whether there are several premises.</param>
    public static string Does(RelationKind kind, bool several) => (kind, several) switch
    {
        (RelationKind.Support, false) => "supports",
        (RelationKind.Support, true) => "support",
        (RelationKind.Objection, false) => "objects to",
        (RelationKind.Objection, true) => "object to",
        (RelationKind.Prerequisite, false) => "is a prerequisite of",
        (RelationKind.Prerequisite, true) => "are prerequisites of",
        (RelationKind.Answer, false) => "answers",
        (RelationKind.Answer, true) => "answer",
        (RelationKind.Question, false) => "asks about",
        (RelationKind.Question, true) => "ask about",
        (RelationKind.Restatement, false) => "restates",
        (RelationKind.Restatement, true) => "restate",
        _ => throw Unknown(kind),
    };

    /// <summary>The label of the field for a new premise.</summary>
    public static string Label(RelationKind kind) => kind switch
    {
        RelationKind.Support => "What speaks for it",
        RelationKind.Objection => "Your objection",
        RelationKind.Prerequisite => "What it presupposes",
        RelationKind.Answer => "Your answer",
        RelationKind.Question => "Your question",
        RelationKind.Restatement => "The same in other words",
        _ => throw Unknown(kind),
    };

    /// <summary>The button that adds it.</summary>
    public static string Button(RelationKind kind) => $"Add the {kind.ToString().ToLowerInvariant()}";

    /// <summary>The whole step by numbers: "#18 and #19 together object to #2".</summary>
    public static string Sentence(RelationView step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var several = step.Premises.Length > 1;
        return string.Create(CultureInfo.InvariantCulture, $"{List(step.Premises)} {(several ? "together " : "")}{Does(step.Kind, several)} #{step.Target.Number}");
    }

    /// <summary>"#1, #2 and #3".</summary>
    public static string List(IReadOnlyCollection<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var names = numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"#{number}")).ToList();
        return names.Count switch
        {
            0 => "nothing",
            1 => names[0],
            _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        };
    }

    private static ArgumentOutOfRangeException Unknown(RelationKind kind) => new(nameof(kind), kind, "There are no words for this kind of relation.");
}
