using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>What happened to an issue between its comments, as trackers show it: who closed, renamed or mentioned it, and when.</summary>
internal static partial class TrackerEvents
{
    /// <summary>A text without such lines at its end, and how many they were.</summary>
    /// <param name="text">What stands below a header.</param>
    /// <param name="people">Who writes there: without one of them above it, such a line may be somebody's words.</param>
    internal static (string Text, int Lines) Without(string text, IReadOnlySet<string> people)
    {
        var lines = text.Split('\n');
        var (end, dropped) = (lines.Length, 0);
        for (var at = lines.Length - 1; at > 0; at--)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }

            var isWhole = Whole().IsMatch(lines[at].Trim());
            if (!isWhole && !(What().IsMatch(lines[at].Trim()) && lines[at - 1].Trim().TrimStart('@') is var who && (people.Contains(who) || who.EndsWith("bot", StringComparison.Ordinal))))
            {
                break;
            }

            at -= isWhole ? 0 : 1;
            dropped += isWhole ? 1 : 2;
            end = at;
        }

        return (dropped == 0 ? text : string.Join('\n', lines[..end]).TrimEnd('\n'), dropped);
    }

    private const string Event = @"(closed|reopened|merged|assigned|self-assigned|unassigned|labeled|added|removed|mentioned|referenced|renamed|changed|locked|unlocked|pinned|transferred|linked|marked|converted)\b.{0,120}?\s?(on \p{Lu}\p{Ll}{2} \d{1,2}, \d{4}|\d+ (minute|hour|day|week|month)s? ago|yesterday|last (week|month|year))";

    [GeneratedRegex("^" + Event + "$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex What();

    [GeneratedRegex(@"^@[\w-]{1,39}( [\w-]{1,39})? " + Event + "$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Whole();
}
