namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>What else stands around the line that names an author: the name once more, a picture, a profile, badges.</summary>
internal static class HeaderSurroundings
{
    private const int MostAbove = 16, MostOfSubject = 120;

    /// <summary>The headers with all of that, so that no post ends or begins with it.</summary>
    internal static List<PostHeader> Widened(string[] lines, List<PostHeader> headers)
    {
        List<PostHeader> widened = new(headers.Count);
        // The subject of the thread stands over each of its posts.
        var repeated = lines.Select(Subject).Where(line => line.Length is > 3 and <= MostOfSubject).CountBy(line => line).Where(line => line.Value > 1).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var answered = lines.Where(line => Subject(line) != line.Trim()).Select(Subject).Where(repeated.Contains).ToHashSet(StringComparer.Ordinal);
        var taken = 0;
        foreach (var (index, header) in headers.Index())
        {
            var top = Top(lines, header, taken, repeated, answered);
            var end = header.Rest.Length > 0 ? header.Line + header.Lines : End(lines, header, index + 1 < headers.Count ? headers[index + 1].Line : lines.Length);
            widened.Add(header with { Line = top, Lines = end - top });
            taken = end;
        }

        return widened;
    }

    /// <summary>Where it begins: at the name or the subject, when there is nothing but a profile, badges and buttons between.</summary>
    private static int Top(string[] lines, PostHeader header, int taken, HashSet<string> repeated, HashSet<string> answered)
    {
        var top = header.Line;
        for (var at = header.Line - 1; at >= taken && header.Line - at <= MostAbove; at--)
        {
            if (IsName(lines[at], header) || answered.Contains(Subject(lines[at])))
            {
                top = at;
            }
            else if (!string.IsNullOrWhiteSpace(lines[at]) && !PageFurniture.IsBadge(lines[at]) && !PageFurniture.IsButtons(lines[at]) && !Profile.IsPart(lines, at) && !repeated.Contains(Subject(lines[at])))
            {
                break;
            }
        }

        return top;
    }

    private static int End(string[] lines, PostHeader header, int most)
    {
        var end = header.Line + header.Lines;
        for (var at = end; at < most; at++)
        {
            if (IsName(lines[at], header) || PageFurniture.IsBelowTime(lines[at]) || (header.When is not null && PostTime.Of(lines[at]) == header.When) || Profile.IsPart(lines, at))
            {
                end = at + 1;
            }
            else if (!string.IsNullOrWhiteSpace(lines[at]))
            {
                break;
            }
        }

        return end;
    }

    private static string Subject(string line) => line.Trim() is var words && words.StartsWith("Re: ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;

    /// <summary>The name alone, as a handle, under a picture, or in a line with the same time.</summary>
    private static bool IsName(string line, PostHeader header)
    {
        var words = line.AsSpan().Trim().TrimStart('@');
        if (words.Length > header.Name.Length + 60 || !words.StartsWith(header.Name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = words[header.Name.Length..].Trim();
        return rest.IsEmpty || rest is "avatar" or "'s avatar" or "’s avatar" or "'s user avatar" || (rest.Length > 1 && header.When is not null && PostTime.Of(rest.ToString()) == header.When);
    }
}
