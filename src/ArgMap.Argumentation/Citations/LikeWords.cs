namespace ArgMap.Argumentation.Citations;

/// <summary>Finds the passage most like some words: Sellers' algorithm (1980) over words instead of letters.</summary>
internal sealed class LikeWords
{
    private const long MostWork = 60_000_000;

    private readonly List<(int Start, int Length)> places;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly int[] line;

    /// <param name="text">Where to look.</param>
    internal LikeWords(string text)
    {
        places = Split(text);
        line = [.. places.Select(word => text.Substring(word.Start, word.Length)).Select(word => numbers.TryGetValue(word, out var known) ? known : numbers[word] = numbers.Count)];
    }

    /// <summary>The passage with the fewest words added, dropped or replaced; null when there is none, or several are as good.</summary>
    /// <param name="needle">What to look for.</param>
    /// <param name="leastWords">Fewer words are not looked for.</param>
    /// <param name="mostChanged">The greatest share of the needle's words that may be changed.</param>
    internal (int Start, int Length)? Find(string needle, int leastWords, double mostChanged)
    {
        var sought = Split(needle);
        if (sought.Count < leastWords || places.Count == 0 || (long)places.Count * sought.Count > MostWork)
        {
            return null;
        }

        int[] pattern = [.. sought.Select(word => numbers.GetValueOrDefault(needle.Substring(word.Start, word.Length), -1))];
        // For each length of the pattern's beginning: least changes of a passage that ends here, and where that passage begins.
        var (cost, start) = (new int[pattern.Length + 1], new int[pattern.Length + 1]);
        for (var index = 0; index <= pattern.Length; index++)
        {
            cost[index] = index;
        }

        var (best, from, until, ties) = (int.MaxValue, 0, 0, 0);
        for (var end = 0; end < line.Length; end++)
        {
            var (diagonal, diagonalStart) = (0, end);
            (cost[0], start[0]) = (0, end + 1);
            for (var index = 1; index <= pattern.Length; index++)
            {
                var (above, aboveStart) = (cost[index], start[index]);
                var (value, begin) = (diagonal + (pattern[index - 1] == line[end] ? 0 : 1), diagonalStart);
                // Of two readings with as many changes, the one that keeps the first words rather than replacing them.
                if (above + 1 < value || (above + 1 == value && aboveStart < begin))
                {
                    (value, begin) = (above + 1, aboveStart);
                }

                if (cost[index - 1] + 1 < value)
                {
                    (value, begin) = (cost[index - 1] + 1, start[index - 1]);
                }

                (cost[index], start[index]) = (value, begin);
                (diagonal, diagonalStart) = (above, aboveStart);
            }

            var last = cost[pattern.Length];
            if (last < best)
            {
                (best, from, until, ties) = (last, start[pattern.Length], end, 0);
            }
            else if (last == best && start[pattern.Length] > until)
            {
                ties++;
            }
        }

        if (best > pattern.Length * mostChanged || ties > 0 || from > until)
        {
            return null;
        }

        return (places[from].Start, places[until].Start + places[until].Length - places[from].Start);
    }

    private static List<(int Start, int Length)> Split(string text)
    {
        List<(int, int)> words = [];
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                words.Add((start, at - start));
            }
            else
            {
                at++;
            }
        }

        return words;
    }
}
