using System.Text.RegularExpressions;
using ArgMap.Argumentation.Drafting;

namespace ArgMap.DraftScores;

/// <summary>
/// What the draft is compared with: a multinomial naive Bayes classifier of claims, premises and other sentences by their words, pairs of neighbouring words, cues and places,
/// each counted once a sentence, with one added to every count. It learns the words of the threads, which the table of cues must not hold.
/// </summary>
internal sealed partial class NaiveBayes
{
    private enum Kind
    {
        Claim,
        Premise,
        Neither,
    }

    private readonly Dictionary<string, int>[] counts = [.. Enum.GetValues<Kind>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly double[] prior, total;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    internal NaiveBayes(IReadOnlyCollection<(Sentence Sentence, bool? Label)> sentences)
    {
        var seen = new int[counts.Length];
        foreach (var (sentence, label) in sentences)
        {
            var kind = (int)(label switch { true => Kind.Claim, false => Kind.Premise, null => Kind.Neither });
            seen[kind]++;
            foreach (var feature in Features(sentence))
            {
                counts[kind][feature] = counts[kind].GetValueOrDefault(feature) + 1;
                known.Add(feature);
            }
        }

        prior = [.. seen.Select(number => Math.Log((number + 1.0) / (sentences.Count + counts.Length)))];
        total = [.. counts.Select(own => (double)own.Values.Sum() + known.Count)];
    }

    internal bool IsClaim(Sentence sentence)
    {
        var features = Features(sentence).Where(known.Contains).ToList();
        return Enum.GetValues<Kind>().MaxBy(kind => prior[(int)kind] + features.Sum(feature => Math.Log((counts[(int)kind].GetValueOrDefault(feature) + 1) / total[(int)kind]))) == Kind.Claim;
    }

    private static IEnumerable<string> Features(Sentence sentence)
    {
        var words = Word().Matches(sentence.Plain.ToLowerInvariant()).Select(match => match.Value).ToList();
        return words.Concat(words.Zip(words.Skip(1), (one, next) => one + " " + next)).Concat(sentence.Cues.Select(cue => "cue " + cue.Name)).Concat(sentence.Places).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("[a-z']+|[?!.]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Word();
}
