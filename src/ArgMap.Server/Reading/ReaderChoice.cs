using ArgMap.Argumentation.Layout;

namespace ArgMap.Server.Reading;

/// <summary>One thing a reader can choose: what it is called in the form, and the options.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Legend">What is chosen, for people.</param>
/// <param name="Options">What it can be: the value in the form, and in words. The first is what one gets who has not chosen. The cookie holds places in this list, so it only ever grows at its end.</param>
/// <param name="Of">The place of the option that settings hold.</param>
/// <param name="Chosen">Settings with the option at a place instead.</param>
public sealed record ReaderChoice(
    string Name,
    string Legend,
    IReadOnlyList<(string Value, string Words)> Options,
    Func<ReaderSettings, int> Of,
    Func<ReaderSettings, int, ReaderSettings> Chosen)
{
    private static readonly int?[] Depths = [null, 1, 2, 3, 5];

    /// <summary>All there is to choose, in the order of the form and of the cookie, which only ever grows at its end.</summary>
    public static IReadOnlyList<ReaderChoice> All { get; } =
    [
        new("direction", "The map grows", [("sideways", "sideways"), ("downwards", "downwards")],
            settings => settings.Direction is TreeDirection.LeftToRight ? 0 : 1,
            (settings, option) => settings with { Direction = option == 0 ? TreeDirection.LeftToRight : TreeDirection.TopDown }),
        new("density", "Text in the picture", [("comfortable", "comfortable"), ("compact", "compact"), ("large", "large")],
            settings => (int)settings.Density,
            (settings, option) => settings with { Density = (Density)option }),
        new("theme", "Colours", [("system", "as the system"), ("light", "light"), ("dark", "dark")],
            settings => (int)settings.Theme,
            (settings, option) => settings with { Theme = (Theme)option }),
        new("depth", "Levels shown at first", [("fits", "as many as fit"), ("1", "1"), ("2", "2"), ("3", "3"), ("5", "5")],
            settings => Array.IndexOf(Depths, settings.Depth),
            (settings, option) => settings with { Depth = Depths[option] }),
        new("wheel", "The wheel", [("scrolls", "moves the map"), ("zooms", "zooms")],
            settings => (int)settings.Wheel,
            (settings, option) => settings with { Wheel = (Wheel)option }),
    ];

    /// <summary>The place of the option with this value in the form; -1 for a value that is none.</summary>
    public int Find(string value)
    {
        for (var i = 0; i < Options.Count; i++)
        {
            if (Options[i].Value == value)
            {
                return i;
            }
        }

        return -1;
    }
}
