using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Canvas.Marks;

namespace ArgMap.Canvas;

/// <summary>What a picture says in words: every shape and colour has one.</summary>
public static class PictureWords
{
    /// <summary>What a step does, as a noun: "objection".</summary>
    public static string Of(RelationKind kind) => MarkWords.For(kind.RoleOfPremises());

    /// <summary>What joins the noun to its target: an objection "to", a support "for".</summary>
    public static string Preposition(RelationKind kind) => kind switch
    {
        RelationKind.Support => "for",
        RelationKind.Prerequisite or RelationKind.Restatement => "of",
        RelationKind.Question => "about",
        _ => "to",
    };

    /// <summary>What a step is about, with its preposition: "to #4", or "to the step from #4 to #1".</summary>
    public static string Aim(PictureStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Undercuts is { } attacked
            ? $"{Preposition(step.Kind)} the step from {List(attacked.Premises)} to #{Text(attacked.Target)}"
            : $"{Preposition(step.Kind)} #{Text(step.Target)}";
    }

    /// <summary>What a premise is for the step it hangs from: "to #4, linked with #5".</summary>
    /// <param name="step">The step.</param>
    /// <param name="premise">Number of the premise.</param>
    public static string AimOf(PictureStep step, int premise)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Premises.Count < 2 ? Aim(step) : $"{Aim(step)}, linked with {List([.. step.Premises.Where(other => other != premise)])}";
    }

    /// <summary>A number with separators, as people read it.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<int> numbers) => numbers.Count switch
    {
        0 => "nothing",
        1 => "#" + Text(numbers[0]),
        _ => $"{string.Join(", ", numbers.Take(numbers.Count - 1).Select(number => "#" + Text(number)))} and #{Text(numbers[^1])}",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
