namespace ArgMap.Argumentation.Drafting;

/// <summary>The words of a thread by number, and how rare each is: what two texts have in common of the rare ones tells whether one is about the other.</summary>
internal sealed class RareWords
{
    private const double SentencesBefore = 100, ShareOfCommon = 0.4;

    // In a short thread nothing else tells them from rare words.
    private static readonly string[] EveryText =
        [.. ("a an the and or but if so as of in on at to from for with by about into over after before than then that this these those it its it's is are was were be been being am i i'm i've me my we us our you you're your "
        + "he him his she her they them their there here what which who whom how when where why do does did doing done don't doesn't didn't have has had having not no nor can could will would should may might must can't cannot "
        + "just very really also even more most much many some any all each other such own same too only up down out off again because while both few that's isn't aren't wasn't won't wouldn't think one get got like").Split(' ').Select(Stem).Distinct(StringComparer.Ordinal)];

    private readonly Dictionary<string, int> numbers = EveryText.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
    private readonly List<int> frequency = [.. new int[EveryText.Length]];
    private readonly List<double> weights = [];
    private readonly int count;

    /// <summary>Counts the words of all sentences of a thread, and says of each which it has.</summary>
    internal RareWords(IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            count++;
            sentence.Words = Of(sentence.Plain);
            foreach (var word in sentence.Words)
            {
                frequency[word]++;
            }
        }
    }

    /// <summary>The words of a text without their most common endings, each once, in order.</summary>
    internal int[] Of(string text)
    {
        var words = new HashSet<int>();
        foreach (var word in text.ToLowerInvariant().Replace('’', '\'').Split([' ', '\n', ',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”', '/', '—', '–', '*'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = Stem(word);
            if (stem.Length <= 1)
            {
                continue;
            }

            if (!numbers.TryGetValue(stem, out var number))
            {
                numbers.Add(stem, number = numbers.Count);
                frequency.Add(0);
            }

            words.Add(number);
        }

        return [.. words];
    }

    /// <summary>How much words weigh together.</summary>
    internal double Weight(int[] words)
    {
        var sum = 0.0;
        foreach (var word in words)
        {
            sum += Weight(word);
        }

        return sum;
    }

    /// <summary>How much the rare words that both have weigh together: a long reply may take up a short sentence whole, so nothing is taken off for length.</summary>
    internal double Common(WordSet many, int[] few)
    {
        var sum = 0.0;
        foreach (var word in few)
        {
            sum += many.Has(word) ? Weight(word) : 0;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>Cosine of the rare words that both have, from 0 to 1.</summary>
    internal double Alike(int[] one, WordSet other)
    {
        double common = 0, first = 0;
        foreach (var word in one)
        {
            first += Weight(word);
            common += other.Has(word) ? Weight(word) : 0;
        }

        return common == 0 ? 0 : common / Math.Sqrt(first * Weight(other.Words));
    }

    /// <summary>Square of the inverse frequency among the thread's sentences and as many as would come before them in any thread, so that a short one does not take common words for rare.</summary>
    private double Weight(int word)
    {
        while (weights.Count <= word)
        {
            var rarity = Math.Log((count + SentencesBefore + 1) / (frequency[weights.Count] + (weights.Count < EveryText.Length ? SentencesBefore * ShareOfCommon : 0) + 0.5));
            weights.Add(rarity * rarity);
        }

        return weights[word];
    }

    private static string Stem(string word)
    {
        var stem = word.Trim('\'', '’', '‘', '-');
        return stem.EndsWith("ing", StringComparison.Ordinal) && stem.Length > 5 ? stem[..^3] : stem.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 4 ? stem[..^2] : stem.EndsWith('s') && stem.Length > 3 ? stem[..^1] : stem;
    }
}
