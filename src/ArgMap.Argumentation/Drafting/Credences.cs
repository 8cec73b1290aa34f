using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Reads how sure somebody is from numbers and words. Words mean ranges: people differ widely in what they mean by them.</summary>
internal static partial class Credences
{
    // The longer ones first, for they hold the shorter ones.
    private static readonly (string Words, double Lowest, double Highest)[] Known =
    [
        ("almost certainly not", 0.01, 0.07), ("almost certain", 0.93, 0.99), ("virtually certain", 0.95, 0.99), ("very unlikely", 0.03, 0.15), ("highly unlikely", 0.03, 0.15),
        ("extremely unlikely", 0.01, 0.07), ("very likely", 0.85, 0.97), ("highly likely", 0.85, 0.97), ("more likely than not", 0.55, 0.75), ("quite likely", 0.65, 0.85),
        ("fairly confident", 0.7, 0.9), ("fairly sure", 0.7, 0.9), ("pretty sure", 0.75, 0.95), ("pretty confident", 0.75, 0.95), ("quite sure", 0.75, 0.95), ("very confident", 0.85, 0.97),
        ("leaning towards", 0.55, 0.75), ("leaning toward", 0.55, 0.75), ("inclined to", 0.55, 0.75), ("tempted to", 0.5, 0.7), ("toss-up", 0.45, 0.55), ("fifty-fifty", 0.5, 0.5), ("convinced", 0.85, 0.98),
        ("confident", 0.75, 0.95), ("more strongly", 0.55, 0.8), ("unlikely", 0.1, 0.35), ("not likely", 0.1, 0.35), ("improbable", 0.05, 0.25), ("likely", 0.6, 0.85), ("probably", 0.6, 0.85),
    ];

    private static readonly Dictionary<string, int> Numerals = new(StringComparer.OrdinalIgnoreCase) { ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["ten"] = 10, ["hundred"] = 100, ["a hundred"] = 100, ["thousand"] = 1000, ["a thousand"] = 1000 };

    internal static SuggestedCredence Of(Sentence sentence)
    {
        var text = sentence.Plain;
        var isTentative = sentence.Cues.Exists(cue => cue.Name == "open-mind") || Tentative().IsMatch(text);
        if (Percent().Match(text) is { Success: true } percent)
        {
            var low = Number(percent.Groups["low"].Value) / 100;
            return new SuggestedCredence(Within(low), Within(percent.Groups["high"].Success ? Number(percent.Groups["high"].Value) / 100 : low), percent.Value, isTentative);
        }

        if (InOf().Match(text) is { Success: true } share && Count(share.Groups["of"].Value) is > 1 and var of && Count(share.Groups["in"].Value) is > 0 and var part && part <= of)
        {
            return new SuggestedCredence(Within((double)part / of), Within((double)part / of), share.Value, isTentative);
        }

        foreach (var (words, lowest, highest) in Known)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return new SuggestedCredence(lowest, highest, words, isTentative);
            }
        }

        return new SuggestedCredence(null, null, sentence.Cues.Find(cue => cue.Role == "view")?.Name ?? "", isTentative);
    }

    private static double Within(double share) => Math.Clamp(share, 0.01, 0.99);

    private static double Number(string text) => double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Count(string text) => Numerals.TryGetValue(text, out var known) ? known : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<low>\d{1,3}([.,]\d+)?)\s*(%|percent|per cent)?(\s*(-|–|to|and)\s*(?<high>\d{1,3}([.,]\d+)?))?\s*(%|percent|per cent)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(?<in>one|two|three|four|five|\d{1,4}) (in|out of) (?<of>a hundred|a thousand|two|three|four|five|ten|hundred|thousand|\d{1,6})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InOf();

    [GeneratedRegex(@"\b(uninformed|tentative(ly)?|weak(ly)?|not (very )?(sure|confident)|unsure|could be wrong|might be wrong|low confidence|very rough(ly)?)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tentative();
}
