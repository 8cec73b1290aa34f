using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>What stands over the first post of a copied page: its title, and much that nobody said.</summary>
internal static partial class PageHead
{
    private const int MostToTitle = 4, LeastTitle = 8, LeastWords = 5;

    /// <summary>Words before the first author, which are a post of their own, without the title: nothing that was said is lost. And how many lines were only the page's.</summary>
    internal static (string Words, int Lines) Of(string[] lines, List<PostHeader> headers, ThreadAssembly thread)
    {
        if (headers[0].AnswersBelow)
        {
            return (string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n'), 0);
        }

        if (headers[0].IsOpener && !lines.Any(line => Sentence().IsMatch(line)))
        {
            // Whoever opened the thread is named below it: nothing else above was said by anybody.
            thread.Title ??= headers[0].Handle is not null ? null : lines.Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(MostToTitle).Select(line => line.Trim()).LastOrDefault(line => line.Length is >= LeastTitle and <= 200 && !PageFurniture.IsNavigation(line));
            return ("", lines.Count(line => !string.IsNullOrWhiteSpace(line)) - (thread.Title is null ? 0 : 1));
        }

        var (over, dropped) = (lines, 0);
        var menu = Enumerable.Range(0, lines.Length).Where(at => !string.IsNullOrWhiteSpace(lines[at]) && (PageFurniture.IsNavigation(lines[at]) || Profile.IsPart(lines, at))).ToHashSet();
        if (menu.Count > 0)
        {
            over = [.. lines.Where((_, at) => !menu.Contains(at))];
            dropped = menu.Count;
        }

        var before = string.Join('\n', over.Select(line => line.TrimEnd())).Trim('\n');
        if (headers.All(header => header.Rest.Length == 0) && TitleOf(before, headers[0].IsOpener) is { } title)
        {
            thread.Title ??= title;
            before = before[before.IndexOf(title, StringComparison.Ordinal)..][title.Length..].Trim('\n');
        }

        // Short lines among those of a page's menu are no post.
        if (dropped == 0 || before.Split('\n').Any(line => Words().Count(line) >= LeastWords))
        {
            return (before, dropped);
        }

        thread.Title ??= Array.Find(before.Split('\n'), line => line.Trim().Length >= LeastTitle)?.Trim();
        return ("", dropped + before.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)));
    }

    /// <summary>The line over a text that is its title: short, and apart from what is below. Null when there is none.</summary>
    internal static string? TitleOf(string text, bool isAlone)
    {
        var lines = text.Split('\n');
        var title = lines[0].Trim();
        return title.Length is >= LeastTitle and <= 200 && !title.StartsWith('>') && !PageFurniture.IsNavigation(title) && (lines.Length == 1 || string.IsNullOrWhiteSpace(lines[1]) || isAlone || (title.Length <= 120 && title[^1] is '?' || !".!:;,".Contains(title[^1], StringComparison.Ordinal) && lines[1].Length > title.Length)) ? title : null;
    }

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{L}\S* \S+ \S+ .*[.!…]\W*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Sentence();
}
