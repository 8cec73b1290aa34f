using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>What boards show of a person beside each of their posts: since when, from where, how many posts.</summary>
internal static partial class Profile
{
    /// <summary>Whether a line is part of one: a label, alone or with what it says, or what the label above says.</summary>
    internal static bool IsPart(string[] lines, int at) => IsLabel(lines[at]) || Whole().IsMatch(lines[at].Trim()) || IsValue(lines, at);

    /// <summary>Whether a line is what the label above it says.</summary>
    internal static bool IsValue(string[] lines, int at) => at > 0 && lines[at].Length <= 80 && IsLabel(lines[at - 1]);

    private static bool IsLabel(string line) => line.Length <= 80 && Label().IsMatch(line.Trim());

    private const string Names = @"(join(ed| date)|registered|member since|messages|posts|topics|threads|reaction score|reputation|rep power|points|trophy points|location|from|gender|age|website|contact|karma|solutions|likes received|thanks received|blog entries|thread starter|start date|last seen|last activity|best answers|media|resources)";

    [GeneratedRegex("^" + Names + @"\s*:?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Label();

    [GeneratedRegex("^" + Names + @"\s*:\s*\S.{0,60}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Whole();
}
