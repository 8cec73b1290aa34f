using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Words of a post as one plain line, which a node can be called by.</summary>
internal static partial class PlainWords
{
    /// <summary>The words without formatting, line breaks and marks of quotes; at most as long as a node's text.</summary>
    public static string Of(string markdown)
    {
        var plain = Spaces().Replace(Marks().Replace(Link().Replace(LineMarks().Replace(markdown, ""), "${words}"), ""), " ").Trim();
        return plain.Length <= Node.MaxTextLength ? plain : string.Concat(plain.AsSpan(0, Math.Max(plain.LastIndexOf(' ', Node.MaxTextLength - 1), Node.MaxTextLength / 2)), "…");
    }

    [GeneratedRegex(@"^[ \t]*(>[ \t]?)*([-*+][ \t]+|\d{1,3}[.)][ \t]+|\#{1,6}[ \t]+)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LineMarks();

    [GeneratedRegex(@"!?\[(?<words>[^\]\[]*)\]\([^()\s]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[*`\\]+|(?<!\w)_+|_+(?!\w)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spaces();
}
