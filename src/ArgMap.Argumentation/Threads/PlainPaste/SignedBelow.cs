using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>A question with its answers, as Stack Exchange shows them: who wrote a post stands below it, after its buttons, and its comments below that.</summary>
internal static partial class SignedBelow
{
    private const int MostBelow = 8, MostOfComment = 6;

    /// <summary>All posts in order, answers and comments set in under what they are about; null where the text is no such page.</summary>
    internal static List<PastedPost>? Posts(string[] lines, ThreadAssembly thread)
    {
        var signatures = Enumerable.Range(0, lines.Length).Where(at => lines[at].Length < 80 && Signature().IsMatch(lines[at].Trim())).ToList();
        if (signatures.Count == 0 || !lines.Any(line => Improve().IsMatch(line.Trim())))
        {
            return null;
        }

        List<PastedPost> posts = [];
        var from = 0;
        foreach (var at in signatures)
        {
            // It was read as the name below the one before.
            if (at < from)
            {
                continue;
            }

            var signature = Signature().Match(lines[at].Trim());
            var isQuestion = signature.Groups["verb"].Value == "asked";
            var buttons = Array.FindLastIndex(lines, at, at - from + 1, line => Improve().IsMatch(line.Trim()));
            var end = buttons < 0 ? at : buttons > from && lines[buttons - 1].Trim() is "Share" ? buttons - 1 : buttons;
            from = Begin(lines, from, end, thread, posts.Count == 0);
            var (score, text) = Body(lines[from..end], isQuestion);
            var (name, below) = NameBelow(lines, at);
            posts.Add(new(new PostHeader { Name = name, When = signature.Groups["when"].Value, Score = score, Line = from, Indent = isQuestion ? 0 : 1, IsOpener = isQuestion, IsAnswer = !isQuestion }, isQuestion ? 0 : 1, text, score));
            from = Comments(lines, below, isQuestion ? 1 : 2, posts);
        }

        return posts;
    }

    /// <summary>Where the words of a post begin: below the count of answers and what sorts them, and below the head of the page, which has the title.</summary>
    private static int Begin(string[] lines, int from, int end, ThreadAssembly thread, bool isFirst)
    {
        var asked = isFirst ? Array.FindIndex(lines, from, end - from, line => Viewed().IsMatch(line.Trim())) : -1;
        if (asked >= 0)
        {
            var title = Array.FindLastIndex(lines, asked, asked - from + 1, line => line.Trim().Length > 0 && !Viewed().IsMatch(line.Trim()) && line.Trim() != "Ask Question");
            thread.Title ??= title < 0 ? null : lines[title].Trim();
            from = asked;
        }

        while (from < end && (string.IsNullOrWhiteSpace(lines[from]) || Head().IsMatch(lines[from].Trim()) || Viewed().IsMatch(lines[from].Trim())))
        {
            from++;
        }

        return from;
    }

    /// <summary>The number above the words is the score; a last row of words, or last lines of one word each, below a question are its tags.</summary>
    private static (int? Score, string Text) Body(string[] lines, bool isQuestion)
    {
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var score = start >= 0 && PageFurniture.IsNumber(lines[start]) ? PageFurniture.ScoreOf(lines[start]) : null;
        start = score is null ? Math.Max(0, start) : start + 1;
        while (start < lines.Length && (string.IsNullOrWhiteSpace(lines[start]) || Head().IsMatch(lines[start].Trim())))
        {
            start++;
        }

        var end = lines.Length;
        while (end > start + 1 && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        if (isQuestion && end > start + 1 && Tags().IsMatch(lines[end - 1].Trim()))
        {
            var isRow = lines[--end].Trim().Contains(' ', StringComparison.Ordinal);
            while (!isRow && end > start + 1 && Tag().IsMatch(lines[end - 1].Trim()))
            {
                end--;
            }
        }

        return (score, string.Join('\n', lines[start..end].Select(line => line.TrimEnd())).Trim('\n'));
    }

    private static (string Name, int Below) NameBelow(string[] lines, int signature)
    {
        var (name, at) = ("", signature + 1);
        for (; at < lines.Length && at - signature <= MostBelow; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0 || line.EndsWith("'s user avatar", StringComparison.Ordinal) || line.EndsWith("’s user avatar", StringComparison.Ordinal))
            {
                continue;
            }

            if (name.Length == 0)
            {
                name = line;
            }
            else if (!Reputation().IsMatch(line))
            {
                break;
            }
            else
            {
                at++;
                break;
            }
        }

        return (name, at);
    }

    /// <summary>Comments: a few lines each, with a dash, a name and a time below or behind it. Returns where they end.</summary>
    private static int Comments(string[] lines, int from, int indent, List<PastedPost> posts)
    {
        var (at, end, score) = (from, from, (int?)null);
        while (at < lines.Length)
        {
            var line = lines[at].Trim();
            if (line.Length == 0 || PageFurniture.IsNumber(line) || PageFurniture.IsButtons(line))
            {
                score = PageFurniture.IsNumber(line) ? PageFurniture.ScoreOf(line) : score;
                at++;
                // The number above an answer is not that of a comment.
                end = PageFurniture.IsButtons(line) ? at : end;
                continue;
            }

            var dash = Array.FindIndex(lines, at, Math.Min(MostOfComment, lines.Length - at), other => other.TrimEnd() is [.., '–' or '—'] or []);
            if (OneLine().Match(line) is { Success: true } whole)
            {
                posts.Add(Comment(whole.Groups["text"].Value, whole.Groups["name"].Value, whole.Groups["when"].Value));
                at++;
            }
            else if (dash >= 0 && dash + 2 < lines.Length && lines[dash].Trim().Length > 0 && lines[dash + 2].Length < 80 && PostTime.Of(lines[dash + 2]) is { } when)
            {
                posts.Add(Comment(string.Join('\n', lines[at..(dash + 1)].Select(part => part.Trim())).TrimEnd('–', '—'), lines[dash + 1].Trim(), when));
                at = dash + 3;
            }
            else
            {
                break;
            }

            (end, score) = (at, null);
        }

        return end;

        PastedPost Comment(string text, string name, string when) => new(new PostHeader { Name = name, When = when, Line = at, Indent = indent }, indent, text.Trim(), score);
    }

    [GeneratedRegex(@"^(?<verb>asked|answered) (?<when>" + PostTime.Ago + "|" + PostTime.Date + @"|\p{Lu}\p{Ll}{2} \d{1,2},? (\d{4}|'\d{2}) at \d{1,2}:\d{2}|\p{Lu}\p{Ll}{2} \d{1,2} at \d{1,2}:\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(Share)?\s*Improve this (question|answer)\s*(Follow)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Improve();

    [GeneratedRegex(@"^(Asked|Modified|Viewed|Active)\b.{3,60}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Viewed();

    [GeneratedRegex(@"^(\d+ Answers?|Sorted by:|Reset to default|Highest score \(default\)|Trending.*|Date modified.*|Date created.*|Save this (question|answer)\.|Show activity on this post\.|Show \d+ more comments?|Add a comment|\+\d+|✓)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^([a-z0-9.][a-z0-9.+#-]{0,60}\s?){1,6}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[a-z0-9.][a-z0-9.+#-]{0,60}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[\d.,]+k?(\s*\d+\s*(gold|silver|bronze) badges?)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reputation();

    [GeneratedRegex(@"^(?<text>.+\S)\s+[–—]\s*(?<name>\S.{0,40}?)\s+(Commented )?(?<when>\p{Lu}\p{Ll}{2} \d{1,2},? ((\d{4}|'\d{2}) )?at \d{1,2}:\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneLine();
}
