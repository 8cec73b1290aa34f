using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Addresses in Markdown, in links or bare.</summary>
internal static partial class MarkdownLinks
{
    internal static IReadOnlyList<string> In(string markdown) =>
        markdown.Contains("://", StringComparison.Ordinal)
            ? [.. Address().EnumerateAll(markdown).Select(Balanced).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>A link to what is attached to a post, by its name; nothing where it has no address.</summary>
    internal static string To(string? address, string? name) =>
        address is null || address.AsSpan().ContainsAny(" <>\n") || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? ""
            : PlainText.Line(name)?.Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal) is { } text ? $"[{text}](<{address}>)" : $"<{address}>";

    private static IEnumerable<string> EnumerateAll(this Regex pattern, string text) => pattern.Matches(text).Select(match => match.Value);

    /// <summary>Closing brackets and stops at the end belong to the sentence, unless the address opened the bracket.</summary>
    private static string Balanced(string address)
    {
        var (end, open) = (address.Length, address.Count(character => character == '(') - address.Count(character => character == ')'));
        while (end > 0 && (address[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '*' or '_' || (address[end - 1] == ')' && open < 0)))
        {
            end--;
            open += address[end] == ')' ? 1 : 0;
        }

        return address[..end];
    }

    [GeneratedRegex(@"https?://[^\s<>\[\]""`]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Address();
}
