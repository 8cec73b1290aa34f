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
        if (footer < 0 || lines.Length - footer > MostOfFooter || !lines[footer..].Any(line => Notice().IsMatch(line)) || lines[footer..].Any(line => line.StartsWith('>')))
        {
            return text;
        }

        thread.LeavesOut("signatures");
        return string.Join('\n', lines[..footer]);
    }

    /// <summary>A line over a signature or a footer.</summary>
    [GeneratedRegex(@"^\s*(_{20,}|-{20,}|#{20,}|--?|—)\s*$", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Rule();

    /// <summary>What lists, and GitHub's notices by mail, say below each.</summary>
    [GeneratedRegex(@"mailing list|unsubscribe|/listinfo/|Reply to this email directly|You are receiving this because", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    internal static partial Regex Notice();

    [GeneratedRegex(@"^-+ next part -+\n(An|A|The) [^\n]{1,60} was scrubbed\.\.\.\n((?!-+ next part)[^\n]+(\n|\z))*", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Scrubbed();
}
