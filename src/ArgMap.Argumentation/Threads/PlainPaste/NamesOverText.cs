using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Headers of several lines, as pages are copied that set name, badges and time below each other.</summary>
internal static partial class NamesOverText
{
    private const int MostBetween = 12, MostToName = 5, MostOfProfile = 24, MostOfLine = 160, LeastAnchors = 3;

    /// <summary>A name, perhaps with badges or a profile below it, over a line with a time.</summary>
    internal static List<PostHeader> OverTimes(string[] lines)
    {
        List<Found> found = [];
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var taken = -1;
        var pairs = lines.Zip(lines.Skip(1)).Where(pair => pair is { First.Length: > 0 and <= 60, Second.Length: > 0 and <= 60 }).CountBy(pair => pair).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        for (var number = 1; number < lines.Length; number++)
        {
            if (lines[number].Length > MostOfLine || PostTime.Of(lines[number]) is not { } when || Profile.IsValue(lines, number) || NameAbove(lines, number, taken, pairs) is not ({ } at, var name, var handle, var isMarked))
            {
                continue;
            }

            var header = new PostHeader { Name = name, When = when, Line = at, Lines = number - at + 1, Indent = IndentOver(lines, at), Handle = handle, IsOpener = found.Count == 0 && Opened().IsMatch(lines[number]) };
            found.Add(new(header, isMarked || at == first || IsBlankAbove(lines, at), PostTime.IsHour(lines[number]) ? (lines[number][0] is ' ' or '\t' or ':', char.IsAsciiLetter(when[^1])) : null));
            taken = number;
        }

        return Alike(found, lines, first);
    }

    /// <summary>What is left without times that only look like those over posts.</summary>
    private static List<PostHeader> Alike(List<Found> found, string[] lines, int first)
    {
        // A time of day is a message's where people come back; of two ways to write it, the second is that of what they went on to say.
        var hours = found.Where(header => header.Hour is not null).ToList();
        if (hours.Count > 0 && (hours.Select(header => header.Header.Name).Distinct(StringComparer.Ordinal).Count() is var names && names == hours.Count || names < 2))
        {
            found.RemoveAll(header => header.Hour is not null);
        }

        found.RemoveAll(header => header.Hour is not null && header.Hour != hours[0].Hour);
        // What stands over a first post without a gap may be a sentence; where the others stand the same way, it is none.
        while (found is [{ IsClear: false } start, .. var rest] && !(rest.Count > 1 && rest.Count(other => Form(other.Header) == Form(start.Header)) * 2 > rest.Count))
        {
            found.RemoveAt(0);
        }

        // Beside the name may stand that of whom the post answers.
        var people = found.Select(header => header.Header.Name).ToHashSet(StringComparer.Ordinal);
        var headers = found.ConvertAll(header => Gap().Split(header.Header.Name) is [var own, var other] && (people.Contains(own) || people.Contains(other)) ? header.Header with { Name = own, To = other } : header.Header);
        int Form(PostHeader header) => lines[header.Line..(header.Line + header.Lines)].Count(string.IsNullOrWhiteSpace);
        return headers.Count > 1 || (headers.Count == 1 && headers[0].Line == first && !Array.Exists(lines[first..(first + headers[0].Lines)], string.IsNullOrWhiteSpace)) ? headers : [];
    }

    /// <summary>A line with the time and the number of a post over the name, as older boards have it.</summary>
    internal static List<PostHeader> BelowTimes(string[] lines)
    {
        List<PostHeader> headers = [];
        for (var number = 0; number + 1 < lines.Length; number++)
        {
            if (lines[number].Length > MostOfLine || PostTime.Of(lines[number]) is not { } when || !NumberOfPost().IsMatch(lines[number]))
            {
                continue;
            }

            var name = Array.FindIndex(lines, number + 1, Math.Min(MostToName, lines.Length - number - 1), line => !string.IsNullOrWhiteSpace(line));
            if (name >= 0 && IsName(lines[name]))
            {
                headers.Add(new PostHeader { Name = NameOf(lines[name]), When = when, Line = number, Lines = name - number + 1, Indent = PostHeader.IndentOf(lines[name]) });
            }
        }

        return headers;
    }

    /// <summary>A name over words that have their time below them, over buttons, as social networks have it.</summary>
    internal static List<PostHeader> OverWords(string[] lines)
    {
        List<PostHeader> headers = [];
        var (from, ends) = (0, 0);
        for (var end = 1; end + 1 < lines.Length; end++)
        {
            if (lines[end].Length > MostToName * 8 || PostTime.Of(lines[end]) is null || !PageFurniture.IsButtons(lines[end + 1]))
            {
                continue;
            }

            // The first follows what is shown above all of them; each other what is shown below the one before.
            var start = headers.Count == 0 ? Array.FindLastIndex(lines, end - 1, end - from, IsShown) + 1 : Array.FindIndex(lines, from, end - from, line => !string.IsNullOrWhiteSpace(line) && !IsShown(line));
            start = start < 0 ? end : Array.FindIndex(lines, start, end - start, line => !string.IsNullOrWhiteSpace(line));
            if (start >= 0 && start < end - 1 && IsName(lines[start]))
            {
                headers.Add(new PostHeader { Name = NameOf(lines[start]), Line = start, Indent = PostHeader.IndentOf(lines[start]) });
            }

            (from, ends) = (end + 1, ends + 1);
        }

        return headers.Count > 1 && headers.Count * 4 >= ends * 3 ? headers : [];

        static bool IsShown(string line) => PageFurniture.IsButtons(line) || PageFurniture.IsNumber(line);
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
                var name = Array.FindIndex(lines, at + 1, Math.Min(MostToName, lines.Length - at - 1), line => !string.IsNullOrWhiteSpace(line) && !PageFurniture.IsButtons(line) && !PageFurniture.IsNumber(line));
                if (headers.Count > 0 && headers[^1].Line + headers[^1].Lines > at)
                {
                    // One of several over the same name.
                    continue;
                }

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

    /// <summary>
    /// The first line of what stands above a time, and the name there: over badges, marks, the lines of a profile and blank lines, and over a second form of the same name. A handle is a
    /// name where nothing else is; it, and the words for a picture, tell that this is no sentence.
    /// </summary>
    private static (int Line, string Name, string? Handle, bool IsMarked)? NameAbove(string[] lines, int time, int taken, HashSet<(string, string)> pairs)
    {
        (int Line, string Name, string? Handle, bool IsMarked)? found = null;
        int? handle = null;
        var most = MostBetween;
        for (var at = time - 1; at > taken && at >= 0 && time - at <= most; at--)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                if (found is not null || handle is not null)
                {
                    break;
                }
            }
            else if (found is { } below)
            {
                if (IsPicture(lines[at]))
                {
                    found = below with { Line = at, IsMarked = true };
                }
                else if (lines[at].Trim() is "to" && at - 1 > taken && IsName(lines[at - 1]))
                {
                    // Somebody to a community.
                    found = (at - 1, NameOf(lines[at - 1]), null, true);
                    at--;
                }
                else if (IsName(lines[at]) && IsSameName(lines[at], lines[at + 1], pairs))
                {
                    found = below with { Line = at, Name = NameOf(lines[at]) };
                }
                else
                {
                    break;
                }
            }
            else if (Profile.IsPart(lines, at))
            {
                most = MostOfProfile;
            }
            else if (Handle().IsMatch(lines[at].Trim()) && handle is null)
            {
                handle = at;
            }
            else if (IsName(lines[at]))
            {
                found = (at, NameOf(lines[at]), handle is { } beside ? lines[beside].Trim()[1..] : null, handle is not null || most == MostOfProfile);
            }
            else if (handle is not null || !PageFurniture.IsBadge(lines[at]))
            {
                break;
            }
        }

        return found ?? (handle is { } alone ? (alone, lines[alone].Trim()[1..], null, true) : null);
    }

    private static bool IsPicture(string line) => line.Trim() is var words && (words.EndsWith("avatar", StringComparison.OrdinalIgnoreCase) || words.EndsWith("profile picture", StringComparison.OrdinalIgnoreCase));

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

    private static bool IsName(string line) => line.Length <= MostOfLine && NameIn(line) is { Length: >= 2 and <= 60 } name && !EndsSentence().IsMatch(name) && NameAlone().IsMatch(name) && !PageFurniture.IsButtons(name) && !PageFurniture.IsBadge(name) && PostTime.Of(name) is null;

    /// <summary>A name without the mark that folds what is below it, and as programs for mail show it, with its address beside it.</summary>
    private static string NameIn(string line) => Mail().Replace(Fold().Replace(line, ""), "").Trim();

    // "robin" over "Robin Linus"; or two lines that stand so in other places too.
    private static bool IsSameName(string line, string below, HashSet<(string, string)> pairs)
    {
        var (first, second) = (Letters(line), Letters(below));
        return (first.Length > 1 && second.Length > 1 && !line.Trim().Contains(' ', StringComparison.Ordinal) && (first.StartsWith(second[..Math.Min(4, second.Length)], StringComparison.OrdinalIgnoreCase) || second.Contains(first, StringComparison.OrdinalIgnoreCase)))
            || pairs.Contains((line, below));

        static string Letters(string name) => string.Concat(NameOf(name).Where(char.IsLetterOrDigit));
    }

    private static string NameOf(string line)
    {
        var name = NameIn(line);
        name = name.StartsWith("u/", StringComparison.Ordinal) ? name[2..] : name;
        return Said().Replace(By().Replace(name, ""), "");
    }

    /// <summary>A name over a time, and whether something tells it from a sentence; of a time of day, how that is written.</summary>
    private sealed record Found(PostHeader Header, bool IsClear, (bool IsSetIn, bool HasHalf)? Hour);

    [GeneratedRegex(@"^\s*\[[–—\-+]\]\s*", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"^@[\p{L}\d_][\p{L}\d_.@-]{1,60}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\s{2,}|\s+[>➤↷]\s+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^\s*opened\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Opened();

    [GeneratedRegex(@"\s#\d{1,6}\s*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NumberOfPost();

    [GeneratedRegex(@"\s*<[^<>@\s]{1,64}@[^<>\s]{1,120}>\s*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(\[deleted\]|\[removed\])$|^@?(u/)?[\p{L}\d_][\p{L}\d_.'’@ -]{0,48}[\p{L}\d_.](\s+(says|said|wrote|commented|replied)\s*:)?$", RegexOptions.ExplicitCapture, 2000)]
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
