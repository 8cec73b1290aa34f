using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>A line that names the author of the post below it.</summary>
internal sealed partial record PostHeader
{
    internal required string Name { get; init; }

    internal string? When { get; init; }

    internal int? Score { get; init; }

    internal required int Line { get; init; }

    /// <summary>How many lines the header takes.</summary>
    internal int Lines { get; init; } = 1;

    internal required int Indent { get; init; }

    /// <summary>The first words of the post, when they stand on the same line.</summary>
    internal string Rest { get; init; } = "";

    /// <summary>It has a mark that only comments have.</summary>
    internal bool IsComment { get; init; }

    internal static int IndentOf(string line)
    {
        var indent = 0;
        foreach (var character in line)
        {
            switch (character)
            {
                case ' ':
                    indent++;
                    break;
                case '\t':
                    indent += 4;
                    break;
                default:
                    return indent;
            }
        }

        return indent;
    }

    /// <summary>All headers of one shape: the first shape, of those in order of how plain they are, that the text has.</summary>
    internal static List<PostHeader> FindAll(string[] lines)
    {
        foreach (var (pattern, isComment, least) in Shapes())
        {
            var headers = lines.Select((line, number) => Match(pattern, line, number, isComment)).OfType<PostHeader>().ToList();
            // One such line alone tells of an author only where the text begins; within it, it may be part of a letter or a list.
            if (headers.Count >= least && (isComment || headers.Count > 1 || headers[0].Line == First(lines)))
            {
                return headers;
            }
        }

        return ByNames(lines) is { Count: > 0 } named ? named : OverTimes(lines);
    }

    private static int First(string[] lines) => Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));

    /// <summary>A line with a name over one with a time, as pages are copied that show the two below each other.</summary>
    private static List<PostHeader> OverTimes(string[] lines)
    {
        List<PostHeader> headers = [];
        for (var number = 1; number < lines.Length; number++)
        {
            var (name, time) = (lines[number - 1].Trim(), lines[number].Trim().Trim('•', '·', '|', '-', '—', '–', ' '));
            if (time.Length is < 2 or > 60 || !NameAlone().IsMatch(name) || (number > 1 && !string.IsNullOrWhiteSpace(lines[number - 2]) && headers.Count == 0))
            {
                continue;
            }

            var when = OnOrAt().Replace(time, " ").Trim();
            if (Relative().IsMatch(when) || DateAlone().IsMatch(when))
            {
                headers.Add(new PostHeader { Name = name, When = when, Line = number - 1, Lines = 2, Indent = IndentOf(lines[number - 1]) });
            }
        }

        return headers.Count > 1 || (headers.Count == 1 && headers[0].Line == First(lines)) ? headers : [];
    }

    private static (Regex Pattern, bool IsComment, int Least)[] Shapes() => [(Folded(), true, 1), (HackerNews(), true, 1), (User(), true, 2), (Dated(), false, 1), (Parenthesised(), false, 2)];

    private static PostHeader? Match(Regex pattern, string line, int number, bool isComment)
    {
        if (line.Length is < 4 or > 200)
        {
            return null;
        }

        var match = pattern.Match(line.Trim());
        if (!match.Success)
        {
            return null;
        }

        var when = PlainText.Line(match.Groups["when"].Value);
        if (!isComment && (when is null || DateAlone().IsMatch(match.Groups["name"].Value) || (Times.Parse(when) is null && !Relative().IsMatch(when) && !Year().IsMatch(when))))
        {
            return null;
        }

        var score = match.Groups["score"].Success && int.TryParse(match.Groups["score"].Value.Replace('−', '-'), CultureInfo.InvariantCulture, out var points) ? points : (int?)null;
        return new PostHeader { Name = match.Groups["name"].Value.Trim(' ', ','), When = when, Score = score, Line = number, Indent = IndentOf(line), IsComment = isComment };
    }

    /// <summary>"Name:" before what somebody said. It counts where the text begins so and a name comes twice or every block has one: "Premises:" is no author.</summary>
    private static List<PostHeader> ByNames(string[] lines)
    {
        List<PostHeader> headers = [];
        var (blocks, afterBlank) = (0, true);
        for (var number = 0; number < lines.Length; number++)
        {
            var isBlank = string.IsNullOrWhiteSpace(lines[number]);
            blocks += afterBlank && !isBlank ? 1 : 0;
            var match = Speaker().Match(lines[number]);
            if (match.Success)
            {
                headers.Add(new PostHeader { Name = match.Groups["name"].Value, Rest = match.Groups["rest"].Value.Trim(), Line = number, Indent = IndentOf(lines[number]) });
            }

            afterBlank = isBlank;
        }

        var first = First(lines);
        var names = headers.Select(header => header.Name).Distinct(StringComparer.Ordinal).Count();
        return headers.Count >= 2 && headers[0].Line == first && names >= 2 && (names < headers.Count || headers.Count == blocks) ? headers : [];
    }

    private const string Ago = @"(just now|(about |over |almost )?\d+\s*(y|mo|m|w|d|h|min|hr|sec|s|years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?)\.?(\s+ago)?)";

    // Old Reddit and LessWrong: "[–]Name 12 points 3 hours ago", "[-]Name 2y 14 karma".
    [GeneratedRegex(@"^\[[–—\-+]\]\s*(?<name>\[deleted\]|\S(.{0,58}?\S)?)(\s*\[[A-Z]{1,3}\])*(\s+((?<score>[-−]?\d+)\s*(points?|karma)|score hidden|\[score hidden\]))?\s+(?<when>" + Ago + @")\*?(\s+(last edited.*|(?<score>[-−]?\d+)(\s*(points?|karma))?(\s+[-−]?\d+)?))?(\s*\(\d+ (child|children)\))?(\s.*)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Folded();

    // Hacker News: "name 3 hours ago | parent | next [–]".
    [GeneratedRegex(@"^(?<name>[A-Za-z0-9_-]{2,30})\s+(?<when>" + Ago + @"|on [A-Z][a-z]{2,8} \d{1,2}, \d{4})\s*(\[[–\-+\]]*\s*)?\|.*(parent|root|next|prev|favorite|\[[–\-+]).*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HackerNews();

    // Today's Reddit: "u/name · 3 hr. ago", "name • 3h ago".
    [GeneratedRegex(@"^(u/)?(?<name>[A-Za-z0-9_-]{2,30})\s*(OP\s*)?[•·]\s*(?<when>" + Ago + @")(\s*[•·].*)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex User();

    // "Ada Lovelace — 4 March 2021", "Bo, 2021-03-04 10:02:"
    [GeneratedRegex(@"^#*\s*\**(?<name>[\p{L}\d_@][^—–|:>]{0,58}?)\**\s*(\s[—–|]\s?|\s-{1,2}\s|,\s(?=.{0,12}\d))\s*(?<when>[^>]{2,50}?):?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Dated();

    // "Ada (4 March 2021):"
    [GeneratedRegex(@"^\**(?<name>[\p{L}\d_@][^()—:>]{0,58}?)\**\s*[\(\[](?<when>[^()\[\]>]{4,50})[\)\]]\s*(wrote|said)?\s*:?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Parenthesised();

    [GeneratedRegex(@"^\s*\**(?<name>[\p{Lu}][\p{L}\d_.'’-]{0,30}( [\p{Lu}][\p{L}\d_.'’-]{0,30}){0,3})\**:\**(?<rest>\s.*)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"^@?[\p{L}\d_][\p{L}\d_.'’@ -]{0,48}[\p{L}\d_.]$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NameAlone();

    [GeneratedRegex(@"^(\p{L}{2,10},?\s)?(\d{1,2}\.?[./ -](\d{1,2}|\p{Lu}?\p{Ll}{2,9}\.?)[./ -]\d{4}|\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d{2}-\d{2})([ ,T]+\d{1,2}:\d{2}(:\d{2})?(\s?[APap]\.?[Mm]\.?)?(\s?(UTC|GMT|Z|[+-]\d{2}:?\d{2}))?)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex DateAlone();

    [GeneratedRegex(@"^(on|posted|posted on|at)\s+|\s+at(?=\s)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OnOrAt();

    [GeneratedRegex("^" + Ago + "$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(19|20)\d{2}\b.*\d|\d.*\b(19|20)\d{2}\b|\b\d{1,2}:\d{2}\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Year();
}
