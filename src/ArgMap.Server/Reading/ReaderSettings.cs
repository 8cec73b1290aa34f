using System.Globalization;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Server.Reading;

/// <summary>How large the letters of the picture are, and how close together it is drawn.</summary>
public enum Density
{
    Comfortable = 0,
    Compact = 1,

    /// <summary>Larger letters in wider boxes.</summary>
    Large = 2,
}

/// <summary>The colours of every page.</summary>
public enum Theme
{
    /// <summary>Whatever the reader's system says.</summary>
    System = 0,
    Light = 1,
    Dark = 2,
}

/// <summary>What turning the wheel over the picture does.</summary>
public enum Wheel
{
    Scrolls = 0,
    Zooms = 1,
}

/// <summary>How somebody likes to read, account or not: kept in a cookie of theirs and nowhere else.</summary>
public sealed record ReaderSettings
{
    /// <summary>The name of the cookie. It holds no more than <see cref="ToString"/>.</summary>
    public const string Cookie = "argmap-reader";

    /// <summary>The first character of the cookie: what is stored by another version of this class is not guessed at.</summary>
    private const char Version = '1';

    /// <summary>What somebody gets who has chosen nothing.</summary>
    public static ReaderSettings Default { get; } = new();

    /// <summary>Which way the picture grows.</summary>
    public TreeDirection Direction { get; init; } = TreeDirection.LeftToRight;

    public Density Density { get; init; }

    public Theme Theme { get; init; }

    /// <summary>How many levels of a map are drawn below its roots: 1, 2, 3 or 5; null for as many as fit.</summary>
    public int? Depth { get; init; }

    public Wheel Wheel { get; init; }

    /// <summary>All that decides how a picture is laid out, for the key of a cached one: pages that differ in nothing else share it.</summary>
    public string PictureKey => ToString() is var all ? $"{all[2]}{all[3]}{all[5]}" : "";

    /// <summary>The settings that a request carries.</summary>
    public static ReaderSettings From(HttpContext? context) => Parse(context?.Request.Cookies[Cookie]);

    /// <summary>The settings that a cookie holds. It may have been written by anybody: what makes no sense is passed over.</summary>
    public static ReaderSettings Parse(string? cookie)
    {
        if (cookie is not [Version, '.', .. var digits])
        {
            return Default;
        }

        var settings = Default;
        for (var i = 0; i < Math.Min(digits.Length, ReaderChoice.All.Count); i++)
        {
            var option = digits[i] - '0';
            if (option >= 0 && option < ReaderChoice.All[i].Options.Count)
            {
                settings = ReaderChoice.All[i].Chosen(settings, option);
            }
        }

        return settings;
    }

    /// <summary>The settings as the cookie holds them: the version, then for each of <see cref="ReaderChoice.All"/> the place of the option chosen. The whole of it is the key of a cached page.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}.{string.Concat(ReaderChoice.All.Select(choice => choice.Of(this)))}");
}
