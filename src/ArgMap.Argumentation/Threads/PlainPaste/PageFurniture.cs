using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

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
    internal static int? Level(string line) => LevelLine().Match(line) is { Success: true } match ? PlainText.Number(match.Groups["level"].ValueSpan) : null;

    /// <summary>Whether a line may stand below the time over a post, and be no word of it.</summary>
    internal static bool IsBelowTime(string line) => line.AsSpan().Trim() is { Length: > 0 and <= LongestLine } words && BelowTime().IsMatch(words);

    /// <summary>
    /// Takes such lines from both ends of every post, where posts have them; says how many lines that were, and what score and time stood there. What a page shows under its last comment
    /// goes with them.
    /// </summary>
    internal static (List<BarePost> Posts, int Lines) Without(IReadOnlyList<string> texts)
    {
        var dressed = texts.Select(text => new DressedPost(text)).ToList();
        // A lone "Reply" or "42" is what somebody said.
        var buttoned = dressed.Where(post => post.HasButtons).ToList();
        var below = dressed.Where(post => post.HasButtonsBelow).ToList();
        var areButtons = buttoned.Count >= LeastPosts && buttoned.Count * 3 >= texts.Count;
        var areNumbers = areButtons || (dressed.Count(post => post.Score is not null) is var numbered && numbered > LeastPosts && numbered * 2 >= texts.Count);
        // Above the buttons stand as many numbers as above most: one more was said.
        var usual = below.Count == 0 ? 0 : below.Select(post => post.NumbersOverButtons).Order().ElementAt((below.Count - 1) / 2);
        var isSure = below.Count(post => post.NumbersOverButtons == usual) is var regular && regular > LeastPosts && regular * 4 >= below.Count * 3;
        var areTimed = below.Count(post => post.TimeBelow is not null) is var timed && timed >= LeastPosts && timed * 2 >= below.Count;
        var endInNumbers = dressed.Count(post => post.NumbersAtEnd > 1) is var ending && ending >= LeastPosts && ending * 3 >= texts.Count * 2;
        List<BarePost> posts = [];
        var lines = 0;
        foreach (var (index, post) in dressed.Index())
        {
            var isKept = post.HasButtons ? !areButtons : !areNumbers && !endInNumbers;
            var (bare, dropped) = isKept ? (new BarePost(texts[index], null, null), 0) : post.Bare(usual, isSure, areTimed, endInNumbers);
            posts.Add(bare);
            lines += dropped;
        }

        if (areButtons && posts.Count > LeastPosts && below.Count * 3 >= texts.Count && DressedPost.WithoutFooter(posts[^1].Text) is var (text, footer) && footer > 0)
        {
            posts[^1] = posts[^1] with { Text = text };
            lines += footer;
        }

        return (posts, lines);
    }

    /// <summary>A post without what stood around it.</summary>
    internal sealed record BarePost(string Text, int? Score, string? When);

    /// <summary>The score that a line shows; null when it shows none.</summary>
    internal static int? ScoreOf(string line) => Points().Match(line) is { Success: true } match && int.TryParse(match.Groups["points"].Value.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var points) ? points : null;

    /// <summary>Lines at the head of a copied page that tell where one is, not what is said: rows of links, the name of a board.</summary>
    internal static bool IsNavigation(string line) => line.AsSpan().Trim() is var words && (words.Length == 0 || Board().IsMatch(words) || IsButtons(line) || words.Count('|') >= 2 || words.Count("›") >= 1);

    [GeneratedRegex(@"^(?:(?:permalink|perma-link|click to expand\.\.\.|view post|reply with quote|embed|save parent|save|saved|unsave|parent|context|report|reply to this|reply|replies|share|hide|give award|award|follow|upvote|downvote|vote up|vote down|vote|up vote|down vote|like|likes|liked|dislike|love|link|fedilink|flag|quote|bookmark|add bookmark|copy link|show more|see more|read more|expand full comment|load more comments(?: ?\(\d+ replies\))?|(?:more|show more|view more) replies|react|add reaction|pin|edited|archived|(?:last )?edited (?:\d+|an?) ?\w{1,7}\.? ago|get notified|crosspost|give gold|comment as .{1,40}|level \d+|(?:show |view |see |\+ ?)?\d+ (?:more )?(?:replies|reply|likes?|loves?|votes?|upvotes?|boosts?|favou?rites?|comments?|children|child|more)|(?:like|reply|restack|share) ?\(\d+\)|(?:reply|upvote|react)\d{1,3}|upvote [-−]?[\d.,]+k? downvote|\d+ repl(?:y|ies) by .{2,60}|last reply .{4,30}|[-−]?\d+ (?:points?|karma)|continue this thread|translate to \p{L}{3,20}|see translation|see original|new comment|submit|join the conversation|sort(?:ed)? by:?(?: \w{2,20})?|search comments|expand comment search|open comment sort options|comments section|most relevant|all comments|all \d+ comments|want to add to the discussion\?|post a comment!?|create an account|top|views|users|links|avatar|web|react with .{1,4}|:[\w+-]{2,30}:|\d{1,5}(?= ?[•·])|last reply .{4,30}|view discussions.{0,40}|like reply|comment|\d+ shares?|reactions:(?: .{2,80})?|you must (?:log in|be logged in).{0,60}|activity|view discussions in \d+ .{3,20}|go to comments|add a comment|improve this (?:question|answer)|commented|\d+ min(?:ute)? read|\d+ comments?, sorted by .{1,30}|click to highlight new comments since:.{0,30}|some comments are truncated due to .{1,60}|message-square|arrow-up|arrow-down|\[[-–—−+]\]|›|·|•|▲|▼|△|▽|↑|↓|\+|−|–|—|…|\.\.\.|\|)\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Buttons();

    [GeneratedRegex(@"^(op|app|bot|author|mod|moderator|admin|administrator|editor|guest author|community wiki|link|fedilink|arrow-up|arrow-down|message-square|english|deutsch|français|español|italiano|português|nederlands|polski|русский|日本語|undetermined|top|quote|re: .{2,100}|(post )?subject: .{2,120}|pinned by .{2,50}|liked by .{2,60}|((well-known|active|new|senior|junior|full|hero|registered|forum|staff|super|global|site) )?(member|user|moderator|admin|administrator)|contributor|collaborator|owner|maintainer|staff|newbie|regular|leader|verified|pinned|edited|avatar|default|add bookmark|new|offline|online|reply|translate|commented|replied|opened|wrote|says|said|posted|on|top \d+% (commenter|poster)|@[\p{L}\d_.@-]{2,60}|u/[\p{L}\d_-]{2,30}|.{2,40}\bavatar|#?\d{1,5}|level \d+|ω|[·•|—–-]|\[[ASM]\]|in reply to .{2,40}|.{2,40}’s profile)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Badge();

    [GeneratedRegex(@"^[-−+]?\d{1,3}(,?\d{3})*(\.\d[kKmM]|[kKmM])?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^((op|app|bot|author|mod|moderator|admin|contributor|member|collaborator|owner|maintainer|staff|verified|guest author|top \d+% (commenter|poster)|#\d{1,6}|add bookmark|pinned|edited|edited (\d+|an?) ?\w{1,7}\.? ago|((well-known|active|new|senior|junior|full|hero|registered|super) )?member|liked by .{2,60}|shared with .{2,40}|default|·|•|(?-i:to (me|\p{Lu}[\p{L}.'’-]*( \p{Lu}[\p{L}.'’-]*)*)(, [\p{L}.'’-]+( \p{Lu}[\p{L}.'’-]*)*)*))\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex BelowTime();

    [GeneratedRegex(@"^\s*([▲▼△↑]?|upvote|like \(|like)\s*(?<points>[-−+]?\d[\d,]*)\)?(\s+(points?|karma|likes?|votes?|upvotes?|downvote\b.*))?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Points();

    [GeneratedRegex(@"^\s*level (?<level>\d{1,3})\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex LevelLine();

    [GeneratedRegex(@"^/?r/\w+( ?[•·].*)?$|^[\w-]{1,39} opened this issue .*$|^.{0,3} ?disqus\W.*$|^(go to .{2,40}|open|closed|comments?|\d+ comments?|description|activity|inbox|discussion about this post|quick links|faq|login|register|subscribe|share|\d login|favorite \d+|recommend \d*|add a comment\W*|join the discussion\W*|log in with|navigation menu|post reply|\d+ posts? • page \d+ of \d+|search this topic\W*|join|joined|log ?in|sign ?up|search|home|menu|skip to .{3,30}|sort by:?.*|best|top|new|old|controversial|best top new.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Board();
}
