using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.HackerNews;

/// <summary>Quotes on Hacker News, which are a custom there and not markup.</summary>
internal static partial class HackerNewsQuotes
{
    internal static ConvertedBody In(ConvertedBody body) =>
        body with { Markdown = QuotedItalics().Replace(QuotedLine().Replace(body.Markdown, "> "), "> *${words}*") };

    [GeneratedRegex(@"^\\>[ >]*", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@"^\*>\s*(?<words>[^*\n]+)\*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex QuotedItalics();
}
