using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas.Marks;

/// <summary>The one plain word for each role and standing, as shown to readers and as used in class names.</summary>
public static class MarkWords
{
    /// <summary>The word for what a thing is here: "thesis", "question", "support", "objection", "prerequisite", "answer", "restatement".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The role is none of the defined ones.</exception>
    public static string For(Role role) => role switch
    {
        Role.Thesis => "thesis",
        Role.Question => "question",
        Role.Support => "support",
        Role.Objection => "objection",
        Role.Prerequisite => "prerequisite",
        Role.Answer => "answer",
        Role.Restatement => "restatement",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no word for this role."),
    };

    /// <summary>The word for how a claim or step stands, "stands", "defeated" or "undecided", or for how a question does, "open" or "answered".</summary>
    /// <param name="standing">The computed standing; it does not matter for a question.</param>
    /// <param name="answered">For a question, whether an answer to it stands; null for claims and steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standing is none of the defined ones.</exception>
    public static string For(Standing standing, bool? answered = null) => (standing, answered) switch
    {
        (_, true) => "answered",
        (_, false) => "open",
        (Standing.Stands, null) => "stands",
        (Standing.Defeated, null) => "defeated",
        (Standing.Undecided, null) => "undecided",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "There is no word for this standing."),
    };
}
