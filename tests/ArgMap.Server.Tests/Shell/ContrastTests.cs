using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Tests.Shell;

/// <summary>WCAG 2.2, success criteria 1.4.3 and 1.4.11, on the colours of tokens.css in both schemes.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, (string Light, string Dark)> Colours = Token().Matches(Stylesheets.Read("tokens.css"))
        .ToDictionary(match => match.Groups["name"].Value, match => (match.Groups["light"].Value, match.Groups["dark"].Value));

    private static readonly string[] Kinds =
    [
        "thesis", "question", "support", "objection", "prerequisite", "answer", "restatement", "stands", "defeated", "undecided",
    ];

    public static TheoryData<string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, double>();
            foreach (var ground in (string[])["surface", "surface-raised", "surface-sunken"])
            {
                foreach (var ink in (string[])["text", "text-muted", "accent", "danger", .. Kinds])
                {
                    pairs.Add(ink, ground, 4.5);
                }
            }

            foreach (var ground in (string[])["surface", "surface-raised"])
            {
                pairs.Add("border-strong", ground, 3);
            }

            foreach (var kind in Kinds)
            {
                pairs.Add(kind, $"{kind}-soft", 4.5);
                pairs.Add("text", $"{kind}-soft", 4.5);
            }

            foreach (var ground in (string[])["accent-soft", "danger-soft", "warning-soft", "stands-soft", "highlight"])
            {
                pairs.Add("text", ground, 4.5);
            }

            pairs.Add("accent", "accent-soft", 4.5);
            pairs.Add("accent", "stands-soft", 4.5);
            pairs.Add("danger", "danger-soft", 4.5);
            pairs.Add("accent-contrast", "accent", 4.5);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Ink_is_legible_on_its_ground_in_light_and_dark(string ink, string ground, double least)
    {
        Assert.True(Ratio(Colours[ink].Light, Colours[ground].Light) >= least, $"Light: {Ratio(Colours[ink].Light, Colours[ground].Light):F2}.");
        Assert.True(Ratio(Colours[ink].Dark, Colours[ground].Dark) >= least, $"Dark: {Ratio(Colours[ink].Dark, Colours[ground].Dark):F2}.");
    }

    private static double Ratio(string one, string other)
    {
        var (darker, lighter) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int index)
        {
            var value = int.Parse(hex.AsSpan(index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+): light-dark\(#(?<light>[0-9a-f]{6}), #(?<dark>[0-9a-f]{6})\);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
