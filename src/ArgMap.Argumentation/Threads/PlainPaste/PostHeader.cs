using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>A line that names the author of the post below it.</summary>
internal sealed partial record PostHeader
{
    private const int LeastSpaced = 3;

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

    /// <summary>It is a line that forums set over what opens a thread.</summary>
    internal bool IsOpener { get; init; }

    /// <summary>The first line below it is the title of the thread.</summary>
    internal bool HasTitleBelow { get; init; }

    /// <summary>The name by which others call the author, where it stands beside the one that is shown; without a mark.</summary>
    internal string? Handle { get; init; }

    /// <summary>Whom the post answers, where that stands beside the name.</summary>
    internal string? To { get; init; }

    /// <summary>Where the post stands among the others, as far as links to them tell; null where there are none.</summary>
    internal LinkedPlace? Place { get; init; }

    /// <summary>The post answers the one below it, as in mails that hold those before them.</summary>
    internal bool AnswersBelow { get; init; }

    /// <summary>The title of the post, where its head has one.</summary>
    internal string? Title { get; init; }

    /// <summary>The post is an answer to a question, not a comment on something.</summary>
    internal bool IsAnswer { get; init; }

    /// <summary>It is a notice of the program: nobody's words.</summary>
    internal bool IsNotice { get; init; }

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

    /// <summary>All headers of one shape: the shape that most lines have; of those that equally many have, the first in order of how plain they are.</summary>
    internal static List<PostHeader> FindAll(string[] lines)
    {
        List<PostHeader> found = [];
        foreach (var (pattern, isComment, least) in Shapes())
        {
            var headers = lines.Select((line, number) => Match(pattern, line, number, isComment)).OfType<PostHeader>().ToList();
            // One such line alone tells of an author only where the text begins; within it, it may be part of a letter or a list.
            if (headers.Count >= least && headers.Count > found.Count && (isComment || headers.Count > 1 || headers[0].Line == First(lines)))
            {
                found = headers;
            }
        }

        foreach (var other in (List<PostHeader>[])[NamesOverText.OverTimes(lines), NamesOverText.BelowTimes(lines), ChatLines.FindAll(lines), MailHeads.FindAll(lines)])
        {
            found = other.Count > found.Count ? other : found;
        }

        if (found.Count == 0)
        {
            found = ByNames(lines);
        }

        // Where times stand under what was said, or nowhere, the one over the opening post may be all that was found.
        if (found.Count < 2 && (NamesOverText.OverWords(lines) is { Count: > 0 } over ? over : NamesOverText.BelowAnchors(lines)) is { Count: > 0 } anchored)
        {
            found = [.. found.Where(header => header.Line < anchored[0].Line), .. anchored];
        }

        return HeaderSurroundings.Widened(lines, ThreadOpener.Before(lines, found) is { } opener ? [opener, .. found] : found);
    }

    private static int First(string[] lines) => Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));

    private static (Regex Pattern, bool IsComment, int Least)[] Shapes() => [(Folded(), true, 1), (HackerNews(), true, 1), (Scored(), true, 2), (User(), true, 2), (By(), false, 1), (Dated(), false, 1), (Parenthesised(), false, 2), (Spaced(), false, LeastSpaced)];

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
        if (!isComment && (when is null || PostTime.Of(match.Groups["name"].Value) is not null || (Times.Parse(when) is null && PostTime.Of(when) is null && !Year().IsMatch(when))))
        {
            return null;
        }

        var score = match.Groups["score"].Success && int.TryParse(match.Groups["score"].Value.Replace('−', '-'), CultureInfo.InvariantCulture, out var points) ? points : (int?)null;
        return new PostHeader { Name = match.Groups["name"].Value.Trim(' ', ','), When = when, Score = score, Line = number, Indent = IndentOf(line), IsComment = isComment, To = PlainText.Line(match.Groups["to"].Value), Place = LinkedPlace.Of(match.Groups["links"].Value) };
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

    // Old Reddit and LessWrong: "[–]Name 12 points 3 hours ago", "[-]Name 2y 14 karma"; where a browser copies no space between, "[-]Name2y143". What was deleted there has no time.
    [GeneratedRegex(@"^\[[–—\-+]\]\s*((?<name>\[deleted\])(\s*\(\d+ (child|children)\))|(?<name>\[deleted\]|\S(.{0,58}?\S)?)(\s*\[[A-Z]{1,3}\]|\s+(\d+|∞)[∆Δ])*(\s*\*)?(\s+((?<score>[-−]?\d+)\s*(points?|karma)|score hidden|\[score hidden\]))?(\s+|(?<=\p{L})|(?<=\p{P}))(?<when>" + PostTime.Ago + @")\*?(Ω?\d{1,4}([-−]?\d{1,3})?|\s+(last edited.*|(?<score>[-−]?\d+)(\s*(points?|karma))?(\s+[-−]?\d+)?))?(\s*\(\d+ (child|children)\))?(\s.*)?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Folded();

    // Hacker News: "name 3 hours ago | parent | next [–]".
    [GeneratedRegex(@"^(?<name>[A-Za-z0-9_-]{2,30})\s+(?<when>" + PostTime.Ago + @"|on [A-Z][a-z]{2,8} \d{1,2}, \d{4})\s*(\[[–\-+\]]*\s*)?(?<links>\|.*(parent|root|next|prev|favorite|\[[–\-+]|\[\d+ more\]).*)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HackerNews();

    // Today's Reddit: "u/name · 3 hr. ago", "name • 3h ago". Disqus: "Name > Other name • 3 years ago".
    [GeneratedRegex(@"^(u/)?(?<name>[\p{L}\d_-]{2,30}|[\p{L}\d_][^•·|>]{0,40}?)(\s+(OP|Mod))?(\s*[>➤↷]\s*(?<to>[^•·|>]{2,40}?))?\s*[•·]\s*(?<when>" + PostTime.Ago + @")(\s*[•·].*|\s+edited)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex User();

    // Old Reddit without its folds: "name 12 points 3 years ago".
    [GeneratedRegex(@"^(u/)?(?<name>\[deleted\]|[A-Za-z0-9_-]{2,30})(\s*\[[A-Z]{1,3}\]|\s+OP|\s+(\d+|∞)[∆Δ])*\s+(?<score>[-−]?[\d,]+)\s*(points?|karma)\s*[•·]?\s*(?<when>" + PostTime.Ago + @")\*?(\s.*)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Scored();

    // "by Ada » Thu Mar 04, 2021 10:02 am", "octocat commented on Mar 4, 2021", "Ada on March 4, 2021 at 10:02 am said:"
    [GeneratedRegex(@"^((Post )?by (?<name>[\p{L}\d_][^»:|]{0,40}?)\s+»\s+(?<when>.{6,40})|(?<name>[\p{L}\d_][^»:|]{0,40}?)\s+(commented|replied|answered|wrote|said)\s+(on\s+)?(?<when>" + PostTime.Ago + "|" + PostTime.Date + @")(\s*[•·].*)?:?|(?<name>[\p{L}\d_][^»:|]{0,40}?)\s+on\s+(?<when>" + PostTime.Date + @"|\p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4} at \d{1,2}:\d{2} [apAP][mM])\s+(said|wrote|says)\s*:?)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex By();

    // GreaterWrong and others: "Ada Lovelace 4 Mar 2021 10:02 UTC", "ada May 20".
    [GeneratedRegex(@"^(?<name>@?[\p{L}\d_][\p{L}\d_.'’-]{0,30}( \p{Lu}[\p{L}\d_.'’-]{0,30}){0,3})\s+(?<when>" + PostTime.Day + "|" + PostTime.Short + @")$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Spaced();

    // "Ada Lovelace — 4 March 2021", "Bo, 2021-03-04 10:02:"
    [GeneratedRegex(@"^#*\s*\**(?!(?i:asked|answered|modified|edited|joined|viewed|(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? \p{L}+ \d+)\b)(?<name>[\p{L}\d_@][^—–|:>»]{0,58}?)\**\s*(\s[—–|]\s?|\s-{1,2}\s|,\s(?=.{0,12}\d))\s*(?<when>[^>]{2,50}?):?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Dated();

    // "Ada (4 March 2021):"
    [GeneratedRegex(@"^\**(?<name>[\p{L}\d_@][^()—:>]{0,58}?)\**\s*[\(\[](?<when>[^()\[\]>]{4,50})[\)\]]\s*(wrote|said)?\s*:?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Parenthesised();

    [GeneratedRegex(@"^\s*\**(?<name>[\p{Lu}][\p{L}\d_.'’-]{0,30}( [\p{Lu}][\p{L}\d_.'’-]{0,30}){0,3})\**:\**(?<rest>\s.*)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"\b(19|20)\d{2}\b.*\d|\d.*\b(19|20)\d{2}\b|\b\d{1,2}:\d{2}\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Year();
}
