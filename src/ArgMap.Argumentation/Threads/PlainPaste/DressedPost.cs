using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>A post as it was copied: what stands above and below its words may be what the page shows around every post.</summary>
internal sealed partial class DressedPost
{
    private const int MostCounts = 2;

    private readonly string[] lines;
    private readonly int start, below;
    private readonly bool hasButtonsAbove;

    internal DressedPost(string text)
    {
        lines = text.Split('\n');
        (start, below) = (0, lines.Length);
        while (start < lines.Length && (string.IsNullOrWhiteSpace(lines[start]) || IsFurniture(lines[start])))
        {
            hasButtonsAbove |= PageFurniture.IsButtons(lines[start]);
            Score ??= PageFurniture.ScoreOf(lines[start]);
            start++;
        }

        while (below > start && (string.IsNullOrWhiteSpace(lines[below - 1]) || IsFurniture(lines[below - 1]) || (below > 1 && IsBelowButton(lines, below - 1)) || (HasButtonsBelow && TimeBelow is null && PostTime.Of(lines[below - 1]) is not null)))
        {
            below--;
            HasButtonsBelow |= PageFurniture.IsButtons(lines[below]);
            TimeBelow ??= HasButtonsBelow && !IsFurniture(lines[below]) ? PostTime.Of(lines[below]) : null;
        }

        var ends = lines[below..];
        NumbersOverButtons = ends.TakeWhile(line => !PageFurniture.IsButtons(line)).Count(PageFurniture.IsNumber);
        NumbersAtEnd = HasButtonsBelow ? 0 : ends.Count(PageFurniture.IsNumber);
    }

    internal bool HasButtons => hasButtonsAbove || HasButtonsBelow;

    internal bool HasButtonsBelow { get; }

    internal int NumbersOverButtons { get; }

    /// <summary>How many numbers it ends in, with no buttons.</summary>
    internal int NumbersAtEnd { get; }

    /// <summary>What stands above the words as a score.</summary>
    internal int? Score { get; }

    /// <summary>A time over the buttons below.</summary>
    internal string? TimeBelow { get; }

    /// <summary>The words alone, and how many lines went.</summary>
    /// <param name="usual">How many numbers stand over the buttons.</param>
    /// <param name="isSure">Nearly all posts have that many.</param>
    /// <param name="isTimed">A time there is that of the post.</param>
    /// <param name="endsInNumbers">Numbers at the end are counts although there are no buttons.</param>
    internal (PageFurniture.BarePost Post, int Lines) Bare(int usual, bool isSure, bool isTimed, bool endsInNumbers)
    {
        var end = HasButtonsBelow || (endsInNumbers && NumbersAtEnd > 1) ? below : lines.Length;
        // What is one number too many, or a time where other posts have none, was said.
        var isApart = below < lines.Length && string.IsNullOrWhiteSpace(lines[below]);
        for (var said = NumbersOverButtons - (isApart && !isSure ? Math.Max(usual, MostCounts) : usual); HasButtonsBelow && said > 0 && end < lines.Length; end++)
        {
            said -= PageFurniture.IsNumber(lines[end]) ? 1 : 0;
        }

        if (TimeBelow is not null && !isTimed)
        {
            end = Math.Max(end, Array.FindLastIndex(lines, line => PostTime.Of(line) == TimeBelow) + 1);
        }

        var score = Score ?? lines[end..].Select(PageFurniture.ScoreOf).FirstOrDefault(points => points is not null);
        var dropped = lines[..start].Concat(lines[end..]).Count(line => !string.IsNullOrWhiteSpace(line));
        return (new(string.Join('\n', lines[Math.Min(start, end)..end]).Trim('\n'), score, isTimed ? TimeBelow : null), dropped);
    }

    /// <summary>The text up to its last row of buttons, where what follows has no sentence; and how many lines went.</summary>
    internal static (string Text, int Lines) WithoutFooter(string text)
    {
        var whole = text.Split('\n');
        var end = Array.FindLastIndex(whole, PageFurniture.IsButtons);
        if (end < 0 || end == whole.Length - 1 || whole[(end + 1)..].Any(line => Sentence().IsMatch(line)))
        {
            return (text, 0);
        }

        var (post, dropped) = new DressedPost(string.Join('\n', whole[..(end + 1)])).Bare(int.MaxValue, isSure: false, isTimed: false, endsInNumbers: false);
        return (post.Text, dropped + whole[(end + 1)..].Count(line => !string.IsNullOrWhiteSpace(line)));
    }

    private static bool IsFurniture(string line) => PageFurniture.IsButtons(line) || PageFurniture.IsNumber(line);

    /// <summary>The order that is chosen, below the button that offers others; who has reacted, below the word for that.</summary>
    private static bool IsBelowButton(string[] lines, int at) =>
        Array.FindLastIndex(lines, at - 1, at, line => !string.IsNullOrWhiteSpace(line)) is >= 0 and var above && (lines[above].Trim() is "Reactions:" || (Order().IsMatch(lines[at].Trim()) && lines[above].Trim().StartsWith("Sort", StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"^(best|top|new|newest|old|oldest|controversial|hot|q&a|latest)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Order();

    [GeneratedRegex(@"\p{L}\S* \S+ \S+.*[.!?…]\W*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Sentence();
}
