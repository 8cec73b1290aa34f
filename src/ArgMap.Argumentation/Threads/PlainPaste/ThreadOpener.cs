using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>What stands over the opening post of a copied page: it often has a shape of its own.</summary>
internal static partial class ThreadOpener
{
    /// <summary>The header of the opening post above the headers that were found; null when there is none.</summary>
    internal static PostHeader? Before(string[] lines, List<PostHeader> found)
    {
        var end = found is [{ IsOpener: false }, ..] ? found[0].Line : 0;
        var haveHandles = found.Exists(header => header.Handle is not null);
        for (var at = 0; at < end; at++)
        {
            var line = lines[at].Trim();
            if (line.Length is 0 or >= 200)
            {
                continue;
            }

            var opener = Opener().Match(line) is { Success: true } match ? (Name: match.Groups["name"].Value, When: match.Groups["when"].Value, Lines: 1)
                : OverTime(lines, at, end) ?? UnderTime(lines, at, end) ?? (haveHandles ? OverHandle(lines, at, end) : null);
            if (opener is ({ } name, var when, var count))
            {
                return new PostHeader { Name = name, When = when, Line = at, Lines = count, Indent = Math.Min(found[0].Indent, PostHeader.IndentOf(lines[at])), IsOpener = true, HasTitleBelow = Board().IsMatch(line), Handle = haveHandles && count == 2 && lines[at + 1].Trim().StartsWith('@') ? lines[at + 1].Trim()[1..] : null };
            }
        }

        return null;
    }

    /// <summary>"by Name" over a time.</summary>
    private static (string Name, string When, int Lines)? OverTime(string[] lines, int at, int end) =>
        By().Match(lines[at].Trim()) is { Success: true } by && at + 1 < end && lines[at + 1].Length < 80 && PostTime.Of(lines[at + 1]) is { } when ? (by.Groups["name"].Value, when, 2) : null;

    /// <summary>The name of a board, a dot, a time, a name.</summary>
    private static (string Name, string When, int Lines)? UnderTime(string[] lines, int at, int end)
    {
        if (!Board().IsMatch(lines[at].Trim()))
        {
            return null;
        }

        var rest = Enumerable.Range(at + 1, Math.Max(0, Math.Min(end, at + 8) - at - 1)).Where(next => !string.IsNullOrWhiteSpace(lines[next]) && lines[next].Trim() is not ("•" or "·")).Take(2).ToList();
        return rest is [var time, var name] && PostTime.Of(lines[time]) is { } when && Name().IsMatch(lines[name].Trim()) ? (lines[name].Trim(), when, name - at + 1) : null;
    }

    /// <summary>A name over its handle, where comments have a time beside them and the opening post has it below.</summary>
    private static (string Name, string When, int Lines)? OverHandle(string[] lines, int at, int end) =>
        at + 1 < end && lines[at].Trim() is { Length: >= 2 and <= 60 } name && Handle().IsMatch(lines[at + 1].Trim())
            ? (name, Array.Find(lines[(at + 2)..end], line => line.Length < 80 && PostTime.Of(line) is not null) is { } time ? PostTime.Of(time)! : "", 2) : null;

    // Reddit's "Posted by u/name 5 years ago" and "submitted 5 years ago by name", Hacker News' "12 points by name 3 hours ago | hide | past".
    [GeneratedRegex(@"^(Posted by (u/)?(?<name>[\p{L}\d_-]{2,30})(\s*[•·]?\s*(?<when>" + PostTime.Ago + @"))?|submitted (?<when>" + PostTime.Ago + @")\s*\*? by (u/)?(?<name>[\p{L}\d_-]{2,30})|\d+ points? by (?<name>[\p{L}\d_-]{2,30}) (?<when>" + PostTime.Ago + @"))(\s.*)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Opener();

    [GeneratedRegex(@"^by (?<name>[\p{L}\d_].{0,58})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^/?r/\w{2,30}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Board();

    [GeneratedRegex(@"^(u/)?[\p{L}\d_-]{2,30}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^@[\p{L}\d_.-]{2,40}(@[\w.-]{3,60})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handle();
}
