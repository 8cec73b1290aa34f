namespace ArgMap.Server.Shell;

/// <summary>A count with its noun: "1 comment", "3 comments".</summary>
public static class Plural
{
    /// <param name="count">How many, from 0.</param>
    /// <param name="what">The noun in the singular; one whose plural ends in s.</param>
    public static string Of(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <param name="count">How many, from 0.</param>
    /// <param name="one">The noun in the singular.</param>
    /// <param name="several">The noun in the plural, where that does not end in s.</param>
    public static string Of(int count, string one, string several) => count == 1 ? $"1 {one}" : $"{count} {several}";
}
