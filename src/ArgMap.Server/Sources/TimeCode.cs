using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ArgMap.Server.Sources;

/// <summary>A place in a recording, in whole seconds from its beginning; typed and shown as <c>12:34</c> or <c>1:02:03</c>.</summary>
public readonly record struct TimeCode
{
    /// <summary>The last second that can be named: 99:59:59.</summary>
    public const int MaxSeconds = (100 * 3_600) - 1;

    /// <param name="seconds">0 to <see cref="MaxSeconds"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seconds are outside of that range.</exception>
    public TimeCode(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, MaxSeconds);
        Seconds = seconds;
    }

    /// <summary>Seconds from the beginning of the recording.</summary>
    public int Seconds { get; }

    /// <summary>Reads <c>12:34</c> (minutes and seconds), <c>1:02:03</c> (hours too) or <c>754</c> (seconds). The first part may be as large as it likes, the others have two digits below 60.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out TimeCode time)
    {
        time = default;
        var parts = (typed ?? "").Trim().Split(':');
        if (parts.Length > 3)
        {
            return false;
        }

        var seconds = 0L;
        foreach (var (index, part) in parts.Index())
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (index > 0 && (part.Length != 2 || number > 59)))
            {
                return false;
            }

            seconds = (seconds * 60) + number;
        }

        if (seconds > MaxSeconds)
        {
            return false;
        }

        time = new TimeCode((int)seconds);
        return true;
    }

    /// <summary><c>12:34</c>, or <c>1:02:03</c> from one hour on.</summary>
    public override string ToString() => Seconds < 3_600
        ? string.Create(CultureInfo.InvariantCulture, $"{Seconds / 60}:{Seconds % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3_600}:{Seconds / 60 % 60:00}:{Seconds % 60:00}");
}
