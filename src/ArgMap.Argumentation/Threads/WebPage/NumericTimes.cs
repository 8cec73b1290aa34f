using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Times such as "03-14-2009, 10:00 PM": whether the day or the month comes first, only the other times of the same page tell.</summary>
internal static partial class NumericTimes
{
    /// <summary>The moments that the times name, in UTC; nothing for those that leave open which number is the day.</summary>
    internal static IEnumerable<DateTimeOffset?> Of(IEnumerable<string?> written)
    {
        var times = written.Select(time => time is null ? Match.Empty : Numeric().Match(time)).ToList();
        var isDayFirst = times.Exists(time => time.Success && (time.Groups["mark"].Value == "." || Number(time, "first") > 12));
        var isMonthFirst = times.Exists(time => time.Success && time.Groups["mark"].Value != "." && Number(time, "second") > 12);
        if (!isDayFirst && !isMonthFirst)
        {
            (isDayFirst, isMonthFirst) = (AreInOrder(times, isDayFirst: true), AreInOrder(times, isDayFirst: false));
        }

        foreach (var time in times)
        {
            yield return !time.Success || isDayFirst == isMonthFirst ? null : Moment(time, isDayFirst);
        }
    }

    /// <summary>Boards show posts in the order they were written, or the newest first: where the times say so only when read one way, that way is meant.</summary>
    private static bool AreInOrder(List<Match> times, bool isDayFirst)
    {
        var moments = times.Where(time => time.Success).Select(time => Moment(time, isDayFirst)).OfType<DateTimeOffset>().ToList();
        var steps = moments.Zip(moments.Skip(1)).Select(pair => pair.First.CompareTo(pair.Second)).ToList();
        return steps.Count > 0 && (steps.TrueForAll(step => step <= 0) || steps.TrueForAll(step => step >= 0));
    }

    private static DateTimeOffset? Moment(Match time, bool isDayFirst)
    {
        var (day, month) = isDayFirst ? (Number(time, "first"), Number(time, "second")) : (Number(time, "second"), Number(time, "first"));
        var year = Number(time, "year") is var full && full < 100 ? full + (full < 70 ? 2000 : 1900) : full;
        var hour = Number(time, "hour");
        hour = time.Groups["half"].Value is "" ? hour : (hour % 12) + (time.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        return DateTimeOffset.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00} {hour:00}:{Number(time, "minute"):00}"), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment : null;
    }

    private static int Number(Match time, string part) => PlainText.Number(time.Groups[part].ValueSpan) ?? 0;

    [GeneratedRegex(@"^\s*\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(\d{4}|\d{2})\b", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Day();

    /// <summary>Where a text names a day by numbers.</summary>
    [GeneratedRegex(@"(?<!\d)(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})\D{1,8}(?<hour>\d{1,2}):(?<minute>\d{2})(:\d{2})?\s*(?<half>[AaPp]\.?[Mm])?", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Numeric();
}
