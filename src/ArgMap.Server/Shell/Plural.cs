using System.Globalization;

namespace ArgMap.Server.Shell;

/// <summary>A count with its noun: "1 comment", "3 comments", "1,220 comments".</summary>
public static class Plural
{
    /// <param name="count">How many, from 0.</param>
    /// <param name="what">The noun in the singular; one whose plural ends in s.</param>
    public static string Of(int count, string what) => count == 1 ? $"1 {what}" : $"{Count(count)} {what}s";

    /// <param name="count">How many, from 0.</param>
    /// <param name="one">The noun in the singular.</param>
    /// <param name="several">The noun in the plural, where that does not end in s.</param>
    public static string Of(int count, string one, string several) => count == 1 ? $"1 {one}" : $"{Count(count)} {several}";

    /// <summary>A count as people read it: "1,220".</summary>
    /// <param name="count">How many, from 0.</param>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
