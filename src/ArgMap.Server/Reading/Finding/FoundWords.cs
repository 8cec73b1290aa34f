using ArgMap.Argumentation.Text;

namespace ArgMap.Server.Reading.Finding;

/// <summary>A stretch of a text that was searched.</summary>
/// <param name="Text">The stretch.</param>
/// <param name="IsFound">True for what was looked for.</param>
public readonly record struct FoundWord(string Text, bool IsFound);

/// <summary>Marks in a text what was looked for.</summary>
public static class FoundWords
{
    private const int Around = 70;

    /// <summary>The whole text in stretches, found ones apart.</summary>
    /// <param name="text">The text as people wrote it.</param>
    /// <param name="words">The folded words.</param>
    public static IReadOnlyList<FoundWord> In(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Stretches(text, 0, text.Length, Places(text, words));
    }

    /// <summary>The part of a long text around the first thing found, with an ellipsis where it is cut; empty when there is none.</summary>
    /// <inheritdoc cref="In"/>
    public static IReadOnlyList<FoundWord> Excerpt(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = Places(text, words);
        if (places.Count == 0)
        {
            return [];
        }

        var from = Boundary(text, Math.Max(0, places[0].Start - Around));
        var to = Boundary(text, Math.Min(text.Length, Math.Max(places[0].End, places[0].Start + Around) + Around));
        var within = places.Where(place => place.Start >= from && place.End <= to).ToList();
        return
        [
            .. from > 0 ? [new FoundWord("… ", false)] : Array.Empty<FoundWord>(),
            .. Stretches(text, from, to, within),
            .. to < text.Length ? [new FoundWord(" …", false)] : Array.Empty<FoundWord>(),
        ];
    }

    // Never between the halves of a character; at a space where one is near.
    private static int Boundary(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return at;
        }

        var space = text.LastIndexOf(' ', at, Math.Min(at, 15));
        return space > 0 ? space : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static List<FoundWord> Stretches(string text, int from, int to, IReadOnlyList<(int Start, int End)> places)
    {
        var stretches = new List<FoundWord>();
        foreach (var (start, end) in places)
        {
            if (start > from)
            {
                stretches.Add(new(text[from..start], false));
            }

            stretches.Add(new(text[start..end], true));
            from = end;
        }

        if (to > from)
        {
            stretches.Add(new(text[from..to], false));
        }

        return stretches;
    }

    /// <summary>Where the words are, in order; those that touch or overlap as one.</summary>
    private static List<(int Start, int End)> Places(string text, IReadOnlyList<string> words)
    {
        var folded = FoldedText.Of(text);
        var all = new List<(int Start, int End)>();
        foreach (var word in words)
        {
            for (var at = folded.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var (start, length) = folded.Origin(at, word.Length).GetOffsetAndLength(text.Length);
                all.Add((start, start + length));
            }
        }

        all.Sort();
        var joined = new List<(int Start, int End)>();
        foreach (var place in all)
        {
            if (joined.Count > 0 && place.Start <= joined[^1].End)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, place.End));
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }
}
