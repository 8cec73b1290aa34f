using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>What a page shows around a comment and is copied with it: buttons, counts, badges, levels.</summary>
internal static partial class PageFurniture
{
    private const int LongestLine = 90, LeastPosts = 2;

    /// <summary>Whether a line is a button or a row of them, or a count that says of what.</summary>
    internal static bool IsButtons(string line) => line.AsSpan().Trim() is { Length: > 0 and <= LongestLine } words && Buttons().IsMatch(words);

    /// <summary>Whether a line is only a number, as scores are shown.</summary>
    internal static bool IsNumber(string line) => line.AsSpan().Trim() is { Length: > 0 and <= 8 } words && Number().IsMatch(words);

    /// <summary>Whether a line may stand between a name and the time below it.</summary>
    internal static bool IsBadge(string line) => line.AsSpan().Trim() is { Length: > 0 and <= LongestLine } words && (Badge().IsMatch(words) || Number().IsMatch(words));

    /// <summary>The depth that a line states, as in "level 3"; null when it states none.</summary>
    internal static int? Level(string line) => LevelLine().Match(line) is { Success: true } match ? int.Parse(match.Groups["level"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Takes such lines from both ends of every post, where posts have them; says how many lines that were, and what score stood there.</summary>
    internal static (List<(string Text, int? Score)> Posts, int Lines) Without(IReadOnlyList<string> texts)
    {
        var bare = texts.Select(Bare).ToList();
        // A lone "Reply" or "42" is what somebody said.
        var dressed = bare.Count(post => post.HasButtons);
        var numbered = bare.Count(post => post.Score is not null);
        var hasButtons = dressed >= LeastPosts && dressed * 3 >= texts.Count;
        var hasNumbers = hasButtons || (numbered > LeastPosts && numbered * 2 >= texts.Count);
        List<(string, int?)> posts = [];
        var lines = 0;
        foreach (var (index, post) in bare.Index())
        {
            var isKept = post.HasButtons ? !hasButtons : !hasNumbers;
            posts.Add(isKept ? (texts[index], null) : (post.Text, post.Score));
            lines += isKept ? 0 : post.Lines;
        }

        return (posts, lines);
    }

    private static (string Text, int? Score, bool HasButtons, int Lines) Bare(string text)
    {
        var lines = text.Split('\n');
        var (start, end) = (0, lines.Length);
        var (hasButtons, dropped) = (false, 0);
        int? score = null;
        while (start < end && Takes(lines[start], ref score))
        {
            start++;
        }

        var below = end;
        int? scoreBelow = null;
        while (below > start && Takes(lines[below - 1], ref scoreBelow))
        {
            below--;
        }

        // A number alone at the end, with no button below it, may be an answer.
        if (lines[below..].Any(IsButtons))
        {
            end = below;
            score ??= scoreBelow;
        }

        return (string.Join('\n', lines[start..end]).Trim('\n'), score, hasButtons, dropped);

        bool Takes(string line, ref int? number)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return true;
            }

            var isButtons = IsButtons(line);
            if (!isButtons && !IsNumber(line))
            {
                return false;
            }

            hasButtons |= isButtons;
            dropped++;
            number ??= Points().Match(line) is { Success: true } match && int.TryParse(match.Groups["points"].Value.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var points) ? points : null;
            return true;
        }
    }

    /// <summary>Lines at the head of a copied page that tell where one is, not what is said: rows of links, the name of a board.</summary>
    internal static bool IsNavigation(string line) => line.AsSpan().Trim() is var words && (words.Length == 0 || Board().IsMatch(words) || IsButtons(line) || words.Count('|') >= 2 || words.Count("›") >= 1);

    [GeneratedRegex(@"^(?:(?:permalink|perma-link|click to expand\.\.\.|view post|reply with quote|embed|save parent|save|saved|unsave|parent|context|report|reply to this|reply|replies|share|hide|give award|award|follow|upvote|downvote|vote up|vote down|up vote|down vote|like|likes|liked|dislike|link|flag|quote|bookmark|copy link|show more|see more|read more|load more comments|more replies|react|add reaction|pin|edited|archived|(?:last )?edited (?:\d+|an?) ?\w{1,7}\.? ago|get notified|crosspost|give gold|comment as .{1,40}|level \d+|(?:show |view |see |\+ ?)?\d+ (?:more )?(?:replies|reply|likes?|loves?|votes?|upvotes?|comments?|children|child|more)|[-−]?\d+ (?:points?|karma)|continue this thread|\d+ min(?:ute)? read|\d+ comments?, sorted by .{1,30}|click to highlight new comments since:.{0,30}|some comments are truncated due to .{1,60}|\[[-–—−+]\]|›|·|•|▲|▼|△|▽|↑|↓|\+|−|–|—|…|\.\.\.|\|)\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Buttons();

    [GeneratedRegex(@"^(op|author|mod|moderator|admin|administrator|((well-known|active|new|senior|junior|full|hero|registered|forum|staff|super|global|site) )?(member|user|moderator|admin|administrator)|contributor|collaborator|owner|maintainer|staff|newbie|regular|leader|verified|pinned|edited|avatar|commented|replied|opened|wrote|says|said|posted|on|top \d+% (commenter|poster)|@[\p{L}\d_.@-]{2,60}|u/[\p{L}\d_-]{2,30}|.{2,40}\bavatar|#?\d{1,5}|level \d+|ω|[·•|—–-]|\[[ASM]\]|in reply to .{2,40}|.{2,40}’s profile)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Badge();

    [GeneratedRegex(@"^[-−+]?\d{1,3}(,?\d{3})*(\.\dk)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*[▲▼△↑]?\s*(?<points>[-−+]?\d[\d,]*)(\s+(points?|karma|likes?|votes?|upvotes?))?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Points();

    [GeneratedRegex(@"^\s*level (?<level>\d{1,3})\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex LevelLine();

    [GeneratedRegex(@"^/?r/\w+( ?[•·].*)?$|^(join|joined|log ?in|sign ?up|search|home|menu|skip to .{3,30}|sort by:?.*|best|top|new|old|controversial|best top new.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Board();
}
