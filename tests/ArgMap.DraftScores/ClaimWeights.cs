using System.Globalization;
using ArgMap.Argumentation.Drafting;

namespace ArgMap.DraftScores;

/// <summary>Fits the numbers of the column "claim" to annotated threads.</summary>
/// <remarks>
/// Logistic regression on which cues a sentence has, by Newton steps for one number at a time (Genkin, Lewis, Madigan 2007, Technometrics 49:3), with a normal prior for each number.
/// Its middle is a share of the logarithm of the odds that the cue alone gives, where that was counted on all 113 annotated threads, else 0: with so few threads it decides where they are silent.
/// </remarks>
internal static class ClaimWeights
{
    /// <summary>How strongly a number is held to the middle of its prior: one over its variance.</summary>
    private const double Hold = 5;

    /// <summary>Cues come together and say the same again, so that together they get less than each alone.</summary>
    private const double ShareOfAlone = 0.7;

    private const int Rounds = 20;

    private const double MostStep = 1;

    // The share of claims among the sentences with a cue; of all sentences 0.316 are claims.
    private static readonly Dictionary<string, double> Counted = new(StringComparer.Ordinal)
    {
        ["stance"] = 0.599,
        ["concession"] = 0.605,
        ["item"] = 0.727,
        ["first"] = 0.488,
        ["last"] = 0.385,
        ["ought"] = 0.485,
        ["likely"] = 0.458,
        ["needs"] = 0.477,
        ["because"] = 0.320,
        ["example"] = 0.186,
        ["evidence"] = 0.203,
        ["if"] = 0.307,
        ["contrast"] = 0.345,
        ["question"] = 0.160,
        ["why"] = 0.044,
        ["link"] = 0.060,
        ["header"] = 0.180,
    };

    // Cues that make a suggestion of their own, and are too rare in these threads to be learned from them.
    private static readonly Dictionary<string, double> ByHand = new(StringComparer.Ordinal)
    {
        ["lost"] = 1.0,
        ["leaning"] = 0.5,
        ["open-mind"] = -0.3,
        ["request"] = -0.8,
        ["see"] = -1.5,
        ["these-claims"] = 0.2,
        ["prerequisites"] = 0.2,
    };

    internal static Dictionary<string, double> Fit(IReadOnlyList<(Sentence Sentence, bool? Label)> sentences)
    {
        // What a courtesy says of a suggestion is said beside how likely that is a claim.
        var having = sentences.SelectMany((sentence, index) => sentence.Sentence.Cues.Where(cue => cue.Role != "courtesy").Select(cue => (cue.Name, Index: index))).GroupBy(pair => pair.Name, pair => pair.Index, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var weights = having.Keys.ToDictionary(cue => cue, Middle, StringComparer.Ordinal);
        var sums = sentences.Select(sentence => LogOdds(Weighing.ClaimsAtAll) + sentence.Sentence.Cues.Sum(cue => weights.GetValueOrDefault(cue.Name))).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (cue, indices) in having.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                // What every sentence has only sets the level, which nothing is known about before.
                var hold = indices.Count == sentences.Count ? 0 : Hold;
                var (slope, curve) = (-hold * (weights[cue] - Middle(cue)), hold + 1e-9);
                foreach (var index in indices)
                {
                    var probability = 1 / (1 + Math.Exp(-sums[index]));
                    slope += (sentences[index].Label == true ? 1 : 0) - probability;
                    curve += probability * (1 - probability);
                }

                var step = Math.Clamp(slope / curve, -MostStep, MostStep);
                weights[cue] += step;
                indices.ForEach(index => sums[index] += step);
            }
        }

        return weights;
    }

    /// <summary>The table for English with other numbers in the column "claim"; cues that were not seen keep the middle of their prior.</summary>
    internal static string Table(IReadOnlyDictionary<string, double> weights) => string.Join('\n', CueTable.EnglishText.Split('\n').Select(line =>
    {
        var columns = line.Split('\t');
        if (columns.Length < 3 || line[0] == '#')
        {
            return line;
        }

        columns[2] = Math.Round(weights.TryGetValue(columns[0], out var weight) ? weight : Middle(columns[0]), 2).ToString(CultureInfo.InvariantCulture);
        return string.Join('\t', columns);
    }));

    private static double Middle(string cue) => Counted.TryGetValue(cue, out var share) ? ShareOfAlone * (LogOdds(share) - LogOdds(Weighing.ClaimsAtAll)) : ByHand.GetValueOrDefault(cue);

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
