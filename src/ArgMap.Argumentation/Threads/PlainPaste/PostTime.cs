using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Times as forums write them over comments.</summary>
internal static partial class PostTime
{
    /// <summary>"3 hours ago", "2y", "8 yr. ago".</summary>
    internal const string Ago = @"(just now|yesterday|(about |over |almost )?(\d+\s*|an?\s+)(y|yrs?|mo|mos|mths?|m|w|wks?|d|h|mins?|hrs?|secs?|s|years?|months?|weeks?|days?|hours?|minutes?|seconds?)\.?(\s+ago)?)";

    /// <summary>A day with its year.</summary>
    internal const string Day = @"(\d{1,2}(\.|st|nd|rd|th)?[./ -](\d{1,2}|\p{Lu}?\p{Ll}{2,9}\.?)[./ -]\d{4}|\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(st|nd|rd|th)?,?\s\d{4}|\d{4}-\d{2}-\d{2})([ ,T]+\d{1,2}:\d{2}(:\d{2})?(\s?[APap]\.?[Mm]\.?)?(\s?(UTC|GMT|Z|[+-]\d{2}:?\d{2}))?)?";

    /// <summary>The same, perhaps with the day of the week.</summary>
    internal const string Date = @"(\p{L}{2,10},?\s)?" + Day;

    /// <summary>A day of this year, or a month of another: "May 20", "20 May", "May ’25", "Mar 2021".</summary>
    internal const string Short = @"((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(\d{1,2}|['’]\d{2}|\d{4})|\d{1,2}\.?\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)(,?\s+\d{1,2}:\d{2}(\s?[APap]\.?[Mm]\.?)?)?";

    /// <summary>A time of day.</summary>
    internal const string Hour = @"\d{1,2}:\d{2}(:\d{2})?(\s?[APap]\.?\s?[Mm]\.?)?";

    /// <summary>The time that a line is; null when it is something else.</summary>
    internal static string? Of(string line)
    {
        if (!line.Any(char.IsDigit) && !WithoutDigit().IsMatch(line))
        {
            return null;
        }

        var time = Status().Replace(line, "").AsSpan().Trim(" \t•·|-—–()[]").ToString();
        if (time.Length is < 2 or > 80)
        {
            return null;
        }

        var when = OnOrAt().Replace(Beside().Replace(time, ""), " ").Trim();
        return WholeAgo().IsMatch(when) || WholeDate().IsMatch(when) || WholeShort().IsMatch(when) || WholeHour().IsMatch(when) ? when : null;
    }

    /// <summary>Whether a time is one of day, as chats show it: perhaps with the day, seldom with a date.</summary>
    internal static bool IsOfChat(string? when) => when is { Length: < 60 } && Of(when) is { } time && WholeHour().IsMatch(time);

    /// <summary>Whether a line is a time of day and no more, as chats show it beside messages.</summary>
    internal static bool IsHour(string line) => line.Length < 60 && Of(line) is { } when && HourAlone().IsMatch(when);

    // Most lines of a text are no times, and trying every form on each of them takes long.
    [GeneratedRegex(@"just now|yesterday|an?\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex WithoutDigit();

    [GeneratedRegex("^" + Ago + "$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex WholeAgo();

    [GeneratedRegex("^" + Date + "$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex WholeDate();

    [GeneratedRegex("^" + Short + "$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex WholeShort();

    [GeneratedRegex(@"^((today|yesterday|(mon|tues|wednes|thurs|fri|satur|sun)day)( at|,)?\s+)?" + Hour + "$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex WholeHour();

    [GeneratedRegex("^" + Hour + "$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HourAlone();

    // A small picture that somebody set beside their name, as chats write it.
    [GeneratedRegex(@"^\s*(:[\w+-]{2,40}:\s*)+(?=\S)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Status();

    [GeneratedRegex(@"^((commented|replied|answered|opened|wrote|said|asked) )?(on|posted|posted on|at)\s+|^(commented|replied)\s*|\s+at(?=\s)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OnOrAt();

    // A note of editing, how long ago that was, the number of the post.
    [GeneratedRegex(@"\s*[•·|(]?\s*\(?(last )?edited\b.*$|\s*\(\d+ \w{3,7} ago$|\s+#\d{1,6}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Beside();
}
