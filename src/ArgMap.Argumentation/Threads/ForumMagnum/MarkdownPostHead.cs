using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.ForumMagnum;

/// <summary>What the Markdown interface says of a post above its words: its title and a list; in its first form, two lines.</summary>
/// <param name="Title">The post's title.</param>
/// <param name="Name">Who wrote it; the first of several.</param>
/// <param name="Slug">The writer's key in addresses.</param>
/// <param name="With">The names of those who wrote it together with the first.</param>
/// <param name="Date">When, as written there.</param>
/// <param name="Score">Its points.</param>
/// <param name="Comments">How many comments the forum counts.</param>
/// <param name="Linked">The address a link post is about.</param>
/// <param name="Lines">The list itself, which names the post's addresses.</param>
/// <param name="Body">What stands below.</param>
internal sealed partial record MarkdownPostHead(string? Title, string Name, string? Slug, IReadOnlyList<string> With, string? Date, int? Score, int? Comments, string? Linked, string Lines, string Body)
{
    internal static MarkdownPostHead? In(string text)
    {
        if (Listed().Match(text) is { Success: true } listed)
        {
            var items = listed.Groups["items"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(item => item[1..].Trim()).ToList();
            return new MarkdownPostHead(
                Titled(listed), Unescaped(listed.Groups["name"].Value), Slugged(listed), [.. Link().Matches(listed.Groups["with"].Value).Select(with => Unescaped(with.Groups["name"].Value))], items.Find(item => Times.Parse(item) is not null), Number(items, Points()), Number(items, Counted()),
                items.Select(item => Linkpost().Match(item)).FirstOrDefault(match => match.Success)?.Groups["href"].Value, listed.Groups["items"].Value, text[(listed.Index + listed.Length)..]);
        }

        return TwoLines().Match(text) is { Success: true } lines
            ? new MarkdownPostHead(Titled(lines), Unescaped(lines.Groups["name"].Value), Slugged(lines), [], lines.Groups["date"].Value, null, null, null, "", text[(lines.Index + lines.Length)..]) : null;
    }

    /// <summary>Marks that keep a sign from being read as Markdown are no part of a name.</summary>
    internal static string Unescaped(string name) => name.Replace("\\", "", StringComparison.Ordinal);

    private static string? Titled(Match head) => PlainText.Line(Unescaped(head.Groups["title"].Value));

    private static string? Slugged(Match head) => head.Groups["slug"].Value is { Length: > 0 } slug ? slug : null;

    private static int? Number(List<string> items, Regex form) =>
        items.Select(item => form.Match(item)).FirstOrDefault(match => match.Success) is { } found && int.TryParse(found.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*(#\s+)?(?<title>[^\n]+)\n(=+[ \t]*\n)?\n*(?<items>[-*][ \t]+By[ \t]+(\[(?<name>(\\.|[^\]\\\n])*)\]\([^)\n]*?/users/(?<slug>[^)/?#\s]+)[^)\n]*\)|(?<name>[^\n]{1,80}?))(,(?<with>[^\n]*?))?[ \t]*\n([-*][ \t]+[^\n]*(\n|\z)){2,40})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\s*#\s+(?<title>[^\n]+)\n+By\s+(\[(?<name>[^\]\n]*)\]\([^)\n]*?/users/(?<slug>[^)/?#\s]+)[^)\n]*\)|(?<name>[^\n]+?))[ \t\\]*\n+(?<date>[^\n]{4,60})(\n|$)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TwoLines();

    [GeneratedRegex(@"^(?<number>-?\d+) points?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Points();

    [GeneratedRegex(@"^Comments: (?<number>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^Linkpost:\s+\[[^\n]*\]\((?<href>[^)\s]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Linkpost();

    [GeneratedRegex(@"\[(?<name>(\\.|[^\]\\\n])*)\]\([^)\n]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
