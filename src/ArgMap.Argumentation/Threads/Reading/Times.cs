using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Times as forums write them: ISO 8601 with and without a zone, mail's, seconds or milliseconds since 1970.</summary>
internal static partial class Times
{
    private static readonly string[] Mail =
    [
        "d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz", "d MMM yy H:mm:ss zzz", "d MMM yy H:mm zzz", "d MMM yyyy H:mm:ss", "d MMM yyyy H:mm",
    ];

    /// <summary>The moment in UTC, or null when the text names none exactly. A time without a zone is taken as UTC.</summary>
    /// <remarks>It lies far enough from the first and the last moment there are for hours and days to be added.</remarks>
    internal static DateTimeOffset? Parse(string? text) => Read(text) is { Year: > 1 and < 9999 } moment ? moment : null;

    private static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100)
        {
            return null;
        }

        var trimmed = text.Trim();
        trimmed = ZoneInWords().Replace(trimmed, "");
        if (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return FromEpoch(number);
        }

        if (Iso().IsMatch(trimmed) && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var iso))
        {
            return iso;
        }

        trimmed = YearLast().Replace(trimmed, "${day} ${month} ${year} ${time} ${zone}");
        var mail = Weekday().Replace(Comment().Replace(trimmed, ""), "").Trim();
        mail = Spaces().Replace(mail, " ");
        mail = NamedZone().Replace(mail, match => " " + match.Groups["zone"].Value switch
        {
            "EST" or "CDT" => "-05:00",
            "EDT" => "-04:00",
            "CST" or "MDT" => "-06:00",
            "MST" or "PDT" => "-07:00",
            "PST" => "-08:00",
            "CET" => "+01:00",
            "CEST" => "+02:00",
            _ => "+00:00",
        });
        mail = Zone().Replace(mail, " ${sign}${hours}:${minutes}");
        if (DateTimeOffset.TryParseExact(mail, Mail, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var sent))
        {
            return sent;
        }

        return Asctime().IsMatch(trimmed)
            && DateTimeOffset.TryParseExact(Spaces().Replace(trimmed, " "), ["ddd MMM d H:mm:ss yyyy", "MMM d, yyyy, h:mm tt", "MMM d, yyyy h:mm tt", "MMM d, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy h:mm tt", "d MMMM yyyy, H:mm", "d MMM yyyy, H:mm", "MMMM d, yyyy, h:mm tt", "MMMM d, yyyy, H:mm", "MMM d, yyyy, H:mm", "d MMMM yyyy HH:mm:ss", "d MMMM yyyy hh:mm:sstt"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var written)
            ? written
            : Spoken(trimmed) ?? (Months.InEnglish(trimmed) is { } english ? Read(english) : null);
    }

    /// <summary>As pages write times out for people: "Saturday, March 2nd, 2024 at 10:00:00 AM GMT+01:00".</summary>
    private static DateTimeOffset? Spoken(string text)
    {
        if (!Named().IsMatch(text))
        {
            return null;
        }

        var plain = Ordinal().Replace(Shortened().Replace(Clock().Replace(Day().Replace(text, ""), hour => hour.Value == "noon" ? "12:00 PM" : "12:00 AM"), "${month}"), "").Replace(" at ", " ", StringComparison.Ordinal).Replace("a.m.", "AM", StringComparison.OrdinalIgnoreCase).Replace("p.m.", "PM", StringComparison.OrdinalIgnoreCase).Replace(",", " ", StringComparison.Ordinal).Replace('@', ' ');
        plain = Spaces().Replace(plain, " ").Trim();
        var zone = Utc().Match(plain);
        plain = zone.Success ? plain[..zone.Index] : plain;
        if (!DateTime.TryParseExact(plain, ["MMMM d yyyy h:mm tt", "MMM d yyyy h:mm tt", "MMMM d yyyy h:mmtt", "MMM d yyyy h:mmtt", "MMMM d yyyy h:mm:ss tt", "MMM d yyyy h:mm:ss tt", "MMMM d yyyy h tt", "MMMM d yyyy H:mm", "MMM d yyyy H:mm", "MMMM d yyyy H:mm:ss", "MMM d yyyy H:mm:ss", "MMM d yyyy h tt", "d MMMM yyyy h tt", "d MMM yyyy h tt", "d MMM yyyy h:mm tt", "d MMMM yyyy H:mm", "d MMM yyyy H:mm", "d MMM yyyy H:mm:ss", "H:mm d MMMM yyyy", "d MMMM yyyy h:mm tt", "MMMM d yyyy", "MMM d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)
            || written.Year is <= 1 or >= 9999)
        {
            return null;
        }

        var offset = zone.Groups["hours"] is { Success: true } hours
            ? TimeSpan.FromMinutes(((PlainText.Number(hours.ValueSpan) ?? 0) * 60) + (PlainText.Number(zone.Groups["minutes"].ValueSpan) ?? 0)) : TimeSpan.Zero;
        return new DateTimeOffset(written, TimeSpan.Zero) - (zone.Groups["sign"].Value == "-" ? -offset : offset);
    }

    /// <summary>From seconds since 1970, or milliseconds, which a number that large must be.</summary>
    internal static DateTimeOffset? FromEpoch(double number)
    {
        var seconds = Math.Abs(number) >= 1e11 ? number / 1000 : number;
        // Before 1980 there was no forum, and after 2200 it is not a time.
        return seconds is > 315_532_800 and < 7_258_118_400 ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)) : null;
    }

    [GeneratedRegex(@"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b.*\d{4}|\d{4}.*\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    /// <summary>"Mon Jan  1 10:00:00 UTC 2024", as programs for lists write it.</summary>
    [GeneratedRegex(@"^[A-Z][a-z]{2}\s+(?<month>[A-Z][a-z]{2})\s+(?<day>\d{1,2})\s+(?<time>\d{1,2}:\d{2}:\d{2})\s+(?<zone>[A-Z]{1,4}|[+-]\d{4})\s+(?<year>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<=\d)(st|nd|rd|th)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordinal();

    /// <summary>"Sept. 3, 2024, noon", as Django writes it.</summary>
    [GeneratedRegex(@"\b(?<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)t?\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shortened();

    [GeneratedRegex(@"\b(noon|midnight)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(on\s+)?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@" \(?(UTC|GMT)\)?\s?((?<sign>[+-])(?<hours>\d{1,2})(:?(?<minutes>\d{2}))?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Utc();

    /// <summary>What browsers add to a time: "(Coordinated Universal Time)".</summary>
    [GeneratedRegex(@"\s*\((UTC|[^()]*\bTime)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneInWords();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[A-Za-z]{2,9},?\s+(?=\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s(?<zone>GMT|UT|UTC|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedZone();

    [GeneratedRegex(@"\s(?<sign>[+-])(?<hours>\d{2})(?<minutes>\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Zone();

    [GeneratedRegex(@"[A-Za-z]{3}.*\d{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asctime();
}
