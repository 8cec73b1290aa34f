using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Mail;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Mails as programs for offices keep them below an answer: each under a copy of its head, the newest first.</summary>
internal static partial class MailHeads
{
    private const int LeastFields = 3;

    /// <summary>All such heads; none where there is but one and nothing above it.</summary>
    internal static List<PostHeader> FindAll(string[] lines)
    {
        List<PostHeader> headers = [];
        for (var at = 0; at < lines.Length; at++)
        {
            if (CopiedHead.At(lines, at) is { Lines: >= LeastFields } head && head.Time.Any(char.IsAsciiDigit))
            {
                headers.Add(new PostHeader { Name = head.Writer, When = head.Time, Title = head.Subject, Line = at, Lines = head.Lines, Indent = 0, AnswersBelow = true });
                at += head.Lines - 1;
            }
        }

        return headers.Count > 1 || (headers.Count == 1 && lines[..headers[0].Line].Any(line => !string.IsNullOrWhiteSpace(line))) ? headers : [];
    }

    /// <summary>The mails in the order in which they were written, each in answer to the one before; what they are about is the title.</summary>
    internal static List<PastedPost> Chain(List<PastedPost> posts, ThreadAssembly thread)
    {
        posts.RemoveAll(post => post.Text.Length == 0 && post.Header is null);
        posts.Reverse();
        thread.Title ??= posts.Select(post => post.Header?.Title).OfType<string>().Select(title => Answer().Replace(title, "").Trim()).FirstOrDefault();
        return [.. posts.Select((post, index) => post with { Text = Rule().Replace(post.Text, ""), Indent = index, Header = post.Header is { } header ? header with { Title = null } : null })];
    }

    [GeneratedRegex(@"^(\s*(re|aw|fwd?|wg|sv|antw|tr|rv)\s*:\s*)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Answer();

    // The line that parts a mail from what it quotes.
    [GeneratedRegex(@"\n+[_-]{8,}\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}
