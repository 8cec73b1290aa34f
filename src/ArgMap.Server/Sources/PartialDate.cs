using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ArgMap.Server.Sources;

/// <summary>A date known to the year, the month or the day, as in ISO 8601: <c>2023</c>, <c>2023-02</c>, <c>2023-02-21</c>.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">A day of that month, or null when it is not known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialDate(int Year, int? Month, int? Day)
{
    /// <summary>Reads the three forms; days that no calendar has, such as 30 February, are none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out PartialDate date)
    {
        var written = (typed ?? "").Trim();
        string[] forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        foreach (var (index, form) in forms.Index())
        {
            if (DateOnly.TryParseExact(written, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                date = new(day.Year, index < 2 ? day.Month : null, index < 1 ? day.Day : null);
                return true;
            }
        }

        date = default;
        return false;
    }

    /// <summary>In words: <c>21 February 2023</c>, <c>February 2023</c>, <c>2023</c>.</summary>
    public string InWords()
    {
        var first = new DateOnly(Year, Month ?? 1, Day ?? 1);
        return Day is not null ? first.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : Month is not null ? first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>As it is stored, and as a <c>time</c> element's <c>datetime</c> takes it.</summary>
    public override string ToString() => (Month, Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
    };
}
