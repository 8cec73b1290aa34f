using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Headers of several lines, as pages are copied that set name, badges and time below each other.</summary>
internal static partial class NamesOverText
{
    private const int MostBetween = 5, LeastAnchors = 3;

    /// <summary>A name, perhaps with badges below it, over a line with a time.</summary>
    internal static List<PostHeader> OverTimes(string[] lines)
    {
        List<PostHeader> headers = [];
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var taken = -1;
        var pairs = lines.Zip(lines.Skip(1)).Where(pair => pair is { First.Length: > 0 and <= 60, Second.Length: > 0 and <= 60 }).CountBy(pair => pair).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        for (var number = 1; number < lines.Length; number++)
        {
            if (PostTime.Of(lines[number]) is not { } when || NameAbove(lines, number, taken, pairs) is not ({ } at, var name) || (headers.Count == 0 && at > first && !IsBlankAbove(lines, at)))
            {
                continue;
            }

            headers.Add(new PostHeader { Name = name, When = when, Line = at, Lines = number - at + 1, Indent = IndentOver(lines, at) });
            taken = number;
        }

        return headers.Count > 1 || (headers.Count == 1 && headers[0].Line == first && !Array.Exists(lines[first..taken], string.IsNullOrWhiteSpace)) ? headers : [];
    }

    /// <summary>
    /// A name below a line that comes again and again with another number, such as "ID:1234", or with the same buttons: what ends one comment tells where the next begins, also where no
    /// time is shown.
    /// </summary>
    internal static List<PostHeader> BelowAnchors(string[] lines)
    {
        var anchors = lines.Index().Where(line => line.Item.AsSpan().Trim().Length is >= 2 and <= 60)
            .GroupBy(line => Digits().Replace(line.Item.Trim(), "0"), StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastAnchors && (PageFurniture.IsButtons(group.First().Item) || (group.Key.Contains('0', StringComparison.Ordinal) && group.DistinctBy(line => line.Item.Trim()).Count() * 2 > group.Count())));
        List<PostHeader> best = [];
        foreach (var group in anchors)
        {
            List<PostHeader> headers = [];
            var others = 0;
            foreach (var (at, _) in group)
            {
                var name = Array.FindIndex(lines, at + 1, Math.Min(MostBetween, lines.Length - at - 1), line => !string.IsNullOrWhiteSpace(line) && !PageFurniture.IsButtons(line) && !PageFurniture.IsNumber(line));
                if (name >= 0 && IsName(lines[name]))
                {
                    headers.Add(new PostHeader { Name = NameOf(lines[name]), Line = at, Lines = name - at + 1, Indent = PostHeader.IndentOf(lines[name]) });
                }
                else
                {
                    // After the last comment there is none.
                    others += name >= 0 ? 1 : 0;
                }
            }

            // Names come back in a conversation, other lines seldom do.
            var isOfNames = headers.Count >= LeastAnchors && others * 8 <= headers.Count && headers.Select(header => header.Name).Distinct(StringComparer.Ordinal).Count() is var names && names >= 2 && names < headers.Count;
            if (isOfNames && headers.Count > best.Count)
            {
                best = headers;
            }
        }

        return best;
    }

    /// <summary>The first line of what stands above a time, and the name there: over badges, marks and blank lines, and over a second form of the same name.</summary>
    private static (int Line, string Name)? NameAbove(string[] lines, int time, int taken, HashSet<(string, string)> pairs)
    {
        (int Line, string Name)? found = null;
        for (var at = time - 1; at > taken && at >= 0 && time - at <= MostBetween; at--)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                if (found is not null)
                {
                    break;
                }
            }
            else if (found is { } below)
            {
                if (lines[at].TrimEnd().EndsWith("avatar", StringComparison.Ordinal))
                {
                    found = below with { Line = at };
                }
                else if (IsName(lines[at]) && IsSameName(lines[at], lines[at + 1], pairs))
                {
                    found = (at, NameOf(lines[at]));
                }
                else
                {
                    break;
                }
            }
            else if (IsName(lines[at]))
            {
                found = (at, NameOf(lines[at]));
            }
            else if (!PageFurniture.IsBadge(lines[at]))
            {
                break;
            }
        }

        return found;
    }

    private static bool IsBlankAbove(string[] lines, int at) => at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]) || PageFurniture.IsButtons(lines[at - 1]) || PageFurniture.IsBadge(lines[at - 1]);

    /// <summary>Depth: as it is set in, or as a line above says.</summary>
    private static int IndentOver(string[] lines, int at)
    {
        for (var above = at - 1; above >= 0 && at - above <= 2; above--)
        {
            if (PageFurniture.Level(lines[above]) is { } level)
            {
                return level;
            }
        }

        return PostHeader.IndentOf(lines[at]);
    }

    private static bool IsName(string line) => line.AsSpan().Trim() is { Length: >= 2 and <= 60 } && !EndsSentence().IsMatch(line) && NameAlone().IsMatch(line.Trim()) && !PageFurniture.IsButtons(line) && !PageFurniture.IsBadge(line) && PostTime.Of(line) is null;

    // "robin" over "Robin Linus"; or two lines that stand so in other places too.
    private static bool IsSameName(string line, string below, HashSet<(string, string)> pairs)
    {
        var (first, second) = (Letters(line), Letters(below));
        return (first.Length > 1 && second.Length > 1 && (first.StartsWith(second[..Math.Min(4, second.Length)], StringComparison.OrdinalIgnoreCase) || second.Contains(first, StringComparison.OrdinalIgnoreCase)))
            || pairs.Contains((line, below));

        static string Letters(string name) => string.Concat(NameOf(name).Where(char.IsLetterOrDigit));
    }

    private static string NameOf(string line)
    {
        var name = line.Trim();
        name = name.StartsWith("u/", StringComparison.Ordinal) ? name[2..] : name;
        return Said().Replace(By().Replace(name, ""), "");
    }

    [GeneratedRegex(@"^@?(u/)?[\p{L}\d_][\p{L}\d_.'’@ -]{0,48}[\p{L}\d_.](\s+(says|said|wrote|commented|replied)\s*:)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NameAlone();

    // "Priya N." is a name.
    [GeneratedRegex(@"(?<!\s\p{Lu})\.\s*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex EndsSentence();

    [GeneratedRegex(@"^(posted )?by\s+(?=\S)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex By();

    [GeneratedRegex(@"\s+((says|said|wrote|commented|replied)\s*:?|avatar)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\d+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Digits();
}
