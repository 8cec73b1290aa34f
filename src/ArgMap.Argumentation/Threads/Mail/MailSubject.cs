using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>The subject of a mail, and how programs mark that it answers or passes on another.</summary>
public static partial class MailSubject
{
    /// <summary>Whether it begins with a mark such as "Re:", as programs of many languages write it.</summary>
    public static bool IsAnswer(string subject) => Answer().IsMatch(subject);

    /// <summary>The subject without any of those marks, and without the name of a list, which stands before it in brackets, or what it was called before.</summary>
    /// <returns>What is left; empty when nothing is.</returns>
    public static string Bare(string subject) => OfList().Replace(Answer().Replace(subject, ""), "").Trim();

    /// <summary>Whether two subjects are one, but for such marks.</summary>
    public static bool AreSame(string one, string other) => Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(\s*(\[[^\]]{1,40}\]\s*)?(re|aw|fwd?|sv|vs|antw|tr|odp|ynt|rif|res|enc|wg|回复|回覆|答复|答覆|转发|轉寄)(\[\d+\])?\s*[:：]\s*)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\s*(\[[^\]]{1,40}\]\s*)+|\s*\(was:? [^()]*\)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OfList();
}
