using ArgMap.Argumentation.Drafting;

namespace ArgMap.DraftScores;

/// <summary>Scores each thread with numbers that were fitted without it.</summary>
internal static class Folds
{
    /// <summary>A single division leaves much to chance, as there are few threads.</summary>
    private const int Divisions = 4;

    /// <param name="threads">The threads.</param>
    /// <param name="folds">How many parts they are divided into, each of which is left out once.</param>
    /// <param name="byOpening">Threads with the same opening post stay together; else each thread counts for itself.</param>
    /// <returns>The score, and beside it that of a naive Bayes classifier that learned from the same threads and was asked about the same sentences.</returns>
    internal static (Score Score, Score.Counts NaiveBayes) Scored(IReadOnlyList<GoldThread> threads, int folds, bool byOpening)
    {
        var (score, bayes) = (new Score(), new Score.Counts());
        var labelled = threads.Select(Score.Labelled).ToList();
        for (var division = 0; division < Divisions; division++)
        {
            var groups = Enumerable.Range(0, threads.Count).GroupBy(index => byOpening ? threads[index].Thread.Posts[threads[index].PostOf[0]].Body : "thread " + index, StringComparer.Ordinal)
                .OrderBy(group => Scattered(group.First(), division)).ToList();
            for (var fold = 0; fold < folds; fold++)
            {
                var left = groups.Where((_, number) => number % folds == fold).SelectMany(group => group).ToHashSet();
                List<(Sentence, bool?)> others = [.. labelled.Where((_, index) => !left.Contains(index)).SelectMany(sentences => sentences)];
                var table = CueTable.Read(ClaimWeights.Table(ClaimWeights.Fit(others)), "fitted");
                var learned = new NaiveBayes(others);
                foreach (var index in left.Order())
                {
                    score.Add(threads[index], table);
                    foreach (var (sentence, label) in labelled[index])
                    {
                        bayes.Add(label == true, learned.IsClaim(sentence));
                    }
                }
            }
        }

        return (score, bayes);
    }

    /// <summary>An order that looks random and is the same every time.</summary>
    private static uint Scattered(int index, int division)
    {
        var mixed = unchecked((uint)((index + 1) * 2_654_435_761L) ^ (uint)((division + 1) * 40_503L * 65_537L));
        mixed ^= mixed >> 15;
        mixed = unchecked(mixed * 2_246_822_519u);
        return mixed ^ (mixed >> 13);
    }
}
