using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>A signature in the source of a talk page: links to the writer, and a time; or the tildes that become both when the page is saved.</summary>
/// <param name="Start">Where it begins in its line.</param>
/// <param name="End">Where it ends.</param>
internal sealed partial record WikitextSignature(int Start, int End, string? Author, DateTimeOffset? When, string? WhenAsWritten)
{
    // A signature of colours and fonts may be long; a name further back is mentioned.
    private const int MostLinks = 600, LongestGap = 160, LongestTime = 60, LongestZone = 7;

    // "12:34, 5 May 2021 (UTC)" in the ways of many languages: with the day first or the month, with the clock behind, in numbers with signs between.
    private const string Clock = @"(?<clock>\d{1,2}[:.h]\d{2})(:\d{2}|min)?", Zone = @" ?\((?<zone>[A-Z]{2,5})\)",
        Date = @"((?<day>\d{1,2})(\.|er|º)? (de )?(?<month>\p{L}+)\.?,? (de )?(?<year>\d{4})|(?<month>\p{L}+)\.? (?<day>\d{1,2}),? (?<year>\d{4})|(?<year>\d{4}),? (?<month>\p{L}+)\.? (?<day>\d{1,2})|(?<year>\d{4})[年년] ?(?<number>\d{1,2})[月월] ?(?<day>\d{1,2})[日일]( ?\(\p{L}+\))?)";

    internal static WikitextSignature? At(string line) => Dated(line)
        ?? (Tildes().Match(line) is { Success: true } tildes ? new WikitextSignature(tildes.Index, line.Length, null, null, null)
            : Unsigned().Match(line) is { Success: true } unsigned ? new WikitextSignature(unsigned.Index, unsigned.Index + unsigned.Length, unsigned.Groups["name"].Value.Trim(), null, null) : null);

    /// <summary>A signature that says when, as all do once the page is saved.</summary>
    internal static WikitextSignature? Dated(string line)
    {
        var time = Time().Matches(line).LastOrDefault();
        if (time is not null && UserLinks(line[Math.Max(0, time.Index - MostLinks)..time.Index]) is { Count: > 0 } links)
        {
            var offset = Math.Max(0, time.Index - MostLinks);
            var author = Name(links[^1]);
            var (start, before) = (offset + links[^1].Index, time.Index);
            foreach (var link in links.AsEnumerable().Reverse())
            {
                if (!Name(link).Equals(author, StringComparison.OrdinalIgnoreCase) || before - (offset + link.Index + link.Length) > LongestGap)
                {
                    break;
                }

                before = start = offset + link.Index;
            }

            // Font tags, dashes and the words that say a comment was not signed stand before the name.
            var lead = Lead().Match(line[..start]);
            var closing = Closing().Match(line, time.Index + time.Length);
            return new WikitextSignature(lead.Success ? lead.Index : start, closing.Index + closing.Length, author, Parsed(time), time.Value);
        }

        return null;
    }

    /// <summary>Whether a time stands in a text as signatures have it.</summary>
    internal static bool HasTime(string text)
    {
        // Looked for from its end, which other texts seldom have: pages are long.
        for (var at = text.IndexOf('(', StringComparison.Ordinal); at >= 0; at = text.IndexOf('(', at + 1))
        {
            if (at + 1 < text.Length && char.IsAsciiLetterUpper(text[at + 1]) && Time().IsMatch(text.AsSpan(Math.Max(0, at - LongestTime), Math.Min(at, LongestTime) + Math.Min(LongestZone, text.Length - at))))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Match> UserLinks(string text) => UserLink().Matches(text).ToList();

    private static string Name(Match link) => link.Groups["name"].Value.Replace('_', ' ').Trim();

    private static DateTimeOffset? Parsed(Match time)
    {
        var clock = time.Groups["clock"].Value.Replace('.', ':').Replace('h', ':');
        var (day, year) = (time.Groups["day"].Value, time.Groups["year"].Value);
        return Times.Parse(time.Groups["number"] is { Success: true } number ? $"{year}-{number.Value.PadLeft(2, '0')}-{day.PadLeft(2, '0')} {clock.PadLeft(5, '0')}" : $"{day} {time.Groups["month"].Value} {year} {clock}") is { } parsed
            ? parsed - Offset(time.Groups["zone"].Value) : null;
    }

    private static TimeSpan Offset(string zone) => TimeSpan.FromHours(zone switch { "CET" or "BST" => 1, "CEST" or "EET" => 2, "EEST" or "MSK" => 3, "EST" or "CDT" => -5, "EDT" => -4, "PST" => -8, "PDT" => -7, _ => 0 });

    [GeneratedRegex($@"(?<![\d:.])({Clock},?( de)? {Date}|{Date},?( (à|kl\.?|kello|om|at))? {Clock}){Zone}", RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\[\[\s*:?(?!(File|Image|Category|Wikipedia|Help|Template|WP|Datei|Hilfe|Draft|Portal|MOS)\s*:)(\w{2,3}:)?(?<space>[\p{L} _]{2,30}):(Contribu[^/\[\]|]*/|Beitr[^/\[\]|]*/)?(?<name>[^\[\]|#/]+)[^\[\]]*\]\]|\{\{\s*user[^{}|]{0,20}\|(?<name>[^{}|]+)[^{}]*\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UserLink();

    [GeneratedRegex(@"(<small[^<>]*>\s*)?([-–—~•\s]|&mdash;|&ndash;|&nbsp;|<(span|font|b|i|u|small|sup|sub|big|strong|em|s|code|kbd)(\s[^<>]*)?>|'{2,5}|(The )?[Pp]receding \[\[[^\[\]]*\]\] comment (was )?added by|\(?'{0,2}nicht \[\[[^\[\]]*\]\] Beitrag von'{0,2})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\G(\s|</\w+>|'{2,5}|\}\})*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"([-–—\s]|&mdash;)*(?<!~)~{3,5}\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tildes();

    [GeneratedRegex(@"\{\{\s*(unsigned|unsigned2|unsignedip|unsigned IP|unsig|unbenannt|nicht signiert)\s*\|(?<name>[^{}|]+)[^{}]*\}\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Unsigned();
}
