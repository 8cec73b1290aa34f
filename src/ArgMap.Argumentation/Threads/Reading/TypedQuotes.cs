using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Quotes where forums have no markup for them, or few who write there know it: people type the mark that mail has.</summary>
internal static partial class TypedQuotes
{
    internal static ConvertedBody In(ConvertedBody body) => !body.Markdown.Contains('>', StringComparison.Ordinal) ? body
        : body with { Markdown = GoesOn().Replace(QuotedItalics().Replace(QuotedLine().Replace(body.Markdown, "> "), "> *${words}*"), "${quote}\n\n") };

    [GeneratedRegex(@"^\\>[ >]*", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@"^\*>\s*(?<words>[^*\n]+)\*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex QuotedItalics();

    /// <summary>What follows on the next line is the answer, which Markdown would take into the quote.</summary>
    [GeneratedRegex(@"^(?<quote>> [^\n]*[^\s])  \n(?=[^>\s])", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex GoesOn();
}
