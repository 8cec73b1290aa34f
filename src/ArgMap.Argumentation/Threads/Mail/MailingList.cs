using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>What the program of a mailing list writes into the mails it passes on and keeps.</summary>
internal static partial class MailingList
{
    private const int MostOfFooter = 8;

    /// <summary>The text without notes of what the archive took out of the mail, and without the list's own words at its end.</summary>
    internal static string Without(string text, ThreadAssembly thread)
    {
        if (text.Contains("next part", StringComparison.Ordinal))
        {
            var taken = 0;
            text = Scrubbed().Replace(text, _ =>
            {
                taken++;
                return "\n";
            });
            if (taken > 0)
            {
                thread.LeavesOut("attachments", taken);
            }
        }

        var lines = text.TrimEnd().Split('\n');
        var footer = Array.FindLastIndex(lines, line => Rule().IsMatch(line));
        if (footer < 0 || lines.Length - footer > MostOfFooter || !lines[footer..].Any(IsOfList) || lines[footer..].Any(line => line.StartsWith('>')))
        {
            return text;
        }

        thread.LeavesOut("signatures");
        return string.Join('\n', lines[..footer]);
    }

    private static bool IsOfList(string line) =>
        line.Contains("mailing list", StringComparison.OrdinalIgnoreCase) || line.Contains("unsubscribe", StringComparison.OrdinalIgnoreCase) || line.Contains("/listinfo/", StringComparison.Ordinal);

    [GeneratedRegex(@"^(_{20,}|-{20,}|#{20,}|-|-- )\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^-+ next part -+\n(An|A|The) [^\n]{1,60} was scrubbed\.\.\.\n((?!-+ next part)[^\n]+(\n|\z))*", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Scrubbed();
}
