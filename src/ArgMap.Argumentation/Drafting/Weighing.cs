using System.Globalization;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Finds the cues of sentences and weighs them: odds of single cues multiplied, as if they were independent.</summary>
internal static class Weighing
{
    // How often sentences of debates are claims and supports, and links to other people's words objections.
    internal const double ClaimsAtAll = 0.316, SupportsAtAll = 0.434, ObjectionsAtAll = 0.752;

    internal static void Weigh(IEnumerable<Sentence> sentences, CueTable table)
    {
        foreach (var sentence in sentences)
        {
            sentence.Cues.AddRange(table.Cues.Where(cue => cue.Fits(sentence)));
            sentence.Claim = Probability(ClaimsAtAll, sentence.Cues.Sum(cue => cue.Claim));
            sentence.Support = Probability(SupportsAtAll, sentence.Cues.Sum(cue => cue.Support));
            sentence.Objection = Probability(ObjectionsAtAll, sentence.Cues.Sum(cue => cue.Objection));
        }
    }

    /// <summary>What in a sentence spoke most for what it is taken for.</summary>
    internal static Cue? Strongest(Sentence sentence, Func<Cue, double> weight) =>
        sentence.Cues.Where(cue => weight(cue) > 0).OrderByDescending(weight).ThenBy(cue => cue.Name, StringComparer.Ordinal).FirstOrDefault();

    internal static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static double Probability(double atAll, double weight) => 1 / (1 + Math.Exp(-(Math.Log(atAll / (1 - atAll)) + weight)));
}
