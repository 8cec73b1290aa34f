using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Names of months in languages that many forums are written in.</summary>
internal static partial class Months
{
    private static readonly string[] English = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly Dictionary<string, int> Numbers = Named(
        "januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia stycz января янв",
        "februar feber février févr fév febrero febbraio fevereiro fev februari lutego февраля фев",
        "märz mär mrz mars marzo março maart mrt marca марта мар",
        "april avril avr abril abr aprile kwietnia kwi апреля апр",
        "mai mayo maggio mag maio mei maj maja мая май",
        "juni juin junio giugno giu junho czerwca cze июня июн",
        "juli juil juillet julio luglio lug julho lipca lip июля июл",
        "august août agosto ago augustus augusti sierpnia sie августа авг",
        "sept septembre septiembre settembre set setembro september września wrz сентября сен",
        "okt oktober octobre octubre ottobre ott outubro out października paź октября окт",
        "november novembre noviembre novembro listopada lis ноября ноя нояб",
        "december dez dezember décembre déc diciembre dic dicembre dezembro grudnia gru декабря дек");

    /// <summary>A time with its month in English and without the small words around it; null when it names no other language's month.</summary>
    internal static string? InEnglish(string time)
    {
        foreach (Match word in Word().Matches(time))
        {
            if (Numbers.TryGetValue(word.Value, out var month))
            {
                var before = Small().Replace(time[..word.Index], " ").TrimEnd(' ', '.');
                var after = Small().Replace(time[(word.Index + word.Length)..].TrimStart('.'), " ");
                var first = before.AsSpan().IndexOfAnyInRange('0', '9');
                return $"{(first < 0 ? "" : before[first..])} {English[month]} {after.Trim()}".Trim();
            }
        }

        return null;
    }

    private static Dictionary<string, int> Named(params string[] names) =>
        names.SelectMany((line, month) => line.Split(' ').Select(name => (name, month))).ToDictionary(pair => pair.name, pair => pair.month, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(de|del|um|Uhr|à|at|в|г|klo|alle|às|a las?|om|kl)\b\.?|,", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Small();
}
