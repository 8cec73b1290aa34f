using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas.Marks;

/// <summary>The outlines of the marks as SVG path data, to be filled by the even-odd rule.</summary>
public static class MarkShapes
{
    /// <summary>The outline of a role, in a square of 16. One outline each, told apart at 12 px without colour: diamond, question mark, triangle, octagon with a bar, pillar on a base, bubble with a tick, two bars.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Thesis => "M8 0 16 8 8 16 0 8Z",
        Role.Question => "M8 0A5.2 5.2 0 0 0 2.8 5.2H5.6A2.4 2.4 0 1 1 8 7.6H6.6V11.2H9.4V10.2A5.2 5.2 0 0 0 8 0ZM8 12.6A1.7 1.7 0 1 0 8 16 1.7 1.7 0 0 0 8 12.6Z",
        Role.Support => "M8 1 16 15H0Z",
        Role.Objection => "M4.7 0H11.3L16 4.7V11.3L11.3 16H4.7L0 11.3V4.7ZM3.5 6.6V9.4H12.5V6.6Z",
        Role.Prerequisite => "M6 1H10V11H16V15H0V11H6Z",
        Role.Answer => "M0 1H16V12H8L3.5 16V12H0ZM3 5.7 6.6 9.3 13 3.9 11.9 2.6 6.7 7 4.2 4.5Z",
        Role.Restatement => "M0 3H16V6.4H0ZM0 9.6H16V13H0Z",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no mark for this role."),
    };

    /// <summary>The outline of a standing, in a square of 16. Full disc with a tick, disc with a cross, half disc, ring, ring with a tick.</summary>
    public static string Of(Standing standing, bool? answered) => (standing, answered) switch
    {
        (_, true) => "M8 0A8 8 0 1 0 8 16 8 8 0 0 0 8 0ZM8 1.7A6.3 6.3 0 1 1 8 14.3 6.3 6.3 0 0 1 8 1.7ZM4 8.2 7 11.2 12.2 5.6 10.9 4.4 7 8.7 5.2 6.9Z",
        (_, false) => "M8 0A8 8 0 1 0 8 16 8 8 0 0 0 8 0ZM8 1.7A6.3 6.3 0 1 1 8 14.3 6.3 6.3 0 0 1 8 1.7Z",
        (Standing.Stands, null) => "M8 0A8 8 0 1 0 8 16 8 8 0 0 0 8 0ZM3.4 8.2 7 11.8 12.8 5.6 11.3 4.2 7 8.9 4.9 6.8Z",
        (Standing.Defeated, null) => "M8 0A8 8 0 1 0 8 16 8 8 0 0 0 8 0ZM4.1 5.3 6.8 8 4.1 10.7 5.3 11.9 8 9.2 10.7 11.9 11.9 10.7 9.2 8 11.9 5.3 10.7 4.1 8 6.8 5.3 4.1Z",
        (Standing.Undecided, null) => "M8 0A8 8 0 1 0 8 16 8 8 0 0 0 8 0ZM8 1.7A6.3 6.3 0 0 1 8 14.3Z",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "There is no mark for this standing."),
    };
}
