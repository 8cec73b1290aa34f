using System.Buffers;
using System.Runtime.InteropServices;
using ArgMap.Argumentation.Text;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Citations;

/// <summary>A text, plain or Markdown, in which words are cited and found again.</summary>
/// <remarks>
/// Words are compared after folding what copying, quoting and formatting change: case, white space, quotation marks, dashes, ellipses, emphasis, link targets,
/// marks of quotes, headings and list items. Words that are only like the quoted ones are never taken for them: they are reported as uncertain.
/// </remarks>
public sealed class CitableText
{
    private const int ContextLength = 40, MostPlaces = 1_000, LeastAlone = 24;

    // Less than half of what was around the words is chance.
    private const double EnoughContext = 0.5;

    // Of fewer words any passage is like them; of what was changed by more than a third nobody would say that it is the same.
    private const int LeastLikeWords = 4;
    private const double MostChanged = 0.34;

    private static readonly SearchValues<char> MarksAtEnds = SearchValues.Create("<>[]*`_~!#\\");

    private readonly string text;
    private readonly FoldedText folded;

    /// <summary>Makes a text ready; one pass over it.</summary>
    /// <param name="text">The text as it is kept; positions refer to it.</param>
    public CitableText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        folded = UnmarkedText.Fold(text);
    }

    /// <summary>Looks for words that somebody wants to cite.</summary>
    /// <param name="words">The words as copied or typed.</param>
    /// <param name="prefix">Words right before them, to tell several places apart.</param>
    /// <param name="suffix">Words right after them.</param>
    /// <returns>The selector to keep, or why there is none.</returns>
    public CitedWords Cite(string words, string? prefix = null, string? suffix = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var needle = Fold(words);
        var places = Places(needle);
        var fitting = places.FindAll(place => Agrees(place, needle.Length, Fold(prefix), Fold(suffix)));
        return places.Count == 0 ? new CitedWords(CitingResult.NotThere, null, 0, 0)
            : fitting.Count == 1 ? Cited(fitting[0], needle.Length, places.Count, words)
            // With a wrong prefix or suffix no place is right, however few there are.
            : new CitedWords(fitting.Count == 0 ? CitingResult.NotThere : CitingResult.Ambiguous, null, 0, places.Count);
    }

    /// <summary>The selector of a passage that somebody marked.</summary>
    /// <param name="start">Where it begins, in UTF-16 units.</param>
    /// <param name="length">How long it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The passage is not within the text.</exception>
    public QuoteSelector Select(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, text.Length - start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var (from, until) = (WholeStart(Math.Max(0, start - ContextLength)), WholeEnd(Math.Min(text.Length, start + length + ContextLength)));
        return new QuoteSelector(text.Substring(start, length), start > from ? text[from..start] : null, until > start + length ? text[(start + length)..until] : null, start);
    }

    /// <summary>Finds cited words again.</summary>
    /// <param name="selector">What was cited, of this text or of an earlier version of it.</param>
    public Anchor Find(QuoteSelector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var needle = Fold(selector.Exact);
        if (needle.Length == 0)
        {
            return Orphaned;
        }

        var (before, after) = (Fold(selector.Prefix), Fold(selector.Suffix));
        var places = Places(needle).ConvertAll(at => new Place(at, Origin(at, needle.Length, selector.Exact).Start, Agreement(at, needle.Length, before, after)));
        if (places.Count == 0)
        {
            return Changed(needle, before, after);
        }

        var best = places.Max(place => place.Agreement);
        var here = places.FindIndex(place => place.Start == selector.Start);
        if (here >= 0 && (places[here].Agreement >= best || (places[here].Agreement >= EnoughContext && places.Count == 1)))
        {
            return Anchored(AnchorState.Exact, places[here], needle.Length, places.Count, selector.Exact);
        }

        var fitting = places.FindAll(place => place.Agreement >= best);
        if (fitting.Count > 1)
        {
            return Anchored(AnchorState.Uncertain, fitting.MinBy(place => Math.Abs(place.Start - (selector.Start ?? 0))), needle.Length, places.Count, selector.Exact);
        }

        if (here >= 0 && best < EnoughContext)
        {
            return Anchored(AnchorState.Uncertain, places[here], needle.Length, places.Count, selector.Exact);
        }

        var hasContext = before.Length + after.Length > 0;
        var isSure = hasContext ? best >= EnoughContext : needle.Length >= LeastAlone;
        // Where nothing was noted of place and surroundings, the only place is the place.
        var state = !isSure ? AnchorState.Uncertain : selector.Start is null ? AnchorState.Exact : AnchorState.Moved;
        return Anchored(state, fitting[0], needle.Length, places.Count, selector.Exact);
    }

    private static Anchor Orphaned { get; } = new(AnchorState.Orphaned, null, 0, null, 0);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int At, int Start, double Agreement);

    private (int Start, int Length) Origin(int at, int length) => folded.Origin(at, length).GetOffsetAndLength(text.Length);

    private List<int> Places(string needle) => folded.Find(needle, MostPlaces);

    private static string Fold(string? words) => words is null ? "" : UnmarkedText.Fold(words).Text.Trim(' ');

    /// <summary>The same with the marks at its ends that the words have too: in "[sic]" or "&lt;b&gt;" they may be meant, and plain text has no formatting.</summary>
    private (int Start, int Length) Origin(int at, int length, string words)
    {
        const int Most = 4;
        var (start, whole) = Origin(at, length);
        var own = words.AsSpan().Trim();
        var end = start + whole;
        var (before, after) = (Math.Min(Most, Math.Min(start, own.Length)), Math.Min(Most, Math.Min(text.Length - end, own.Length)));
        while (before > 0 && (own[..before].ContainsAnyExcept(MarksAtEnds) || !text.AsSpan(start - before, before).SequenceEqual(own[..before])))
        {
            before--;
        }

        while (after > 0 && (own[^after..].ContainsAnyExcept(MarksAtEnds) || !text.AsSpan(end, after).SequenceEqual(own[^after..])))
        {
            after--;
        }

        return (start - before, whole + before + after);
    }

    private CitedWords Cited(int at, int length, int places, string words)
    {
        var (start, whole) = Origin(at, length, words);
        return new CitedWords(CitingResult.Found, Select(start, whole), whole, places);
    }

    private Anchor Anchored(AnchorState state, Place place, int length, int places, string words)
    {
        var (start, whole) = Origin(place.At, length, words);
        return new Anchor(state, start, whole, text.Substring(start, whole), places);
    }

    private Anchor Changed(string needle, string before, string after)
    {
        var found = new LikeWords(folded.Text).Find(needle, LeastLikeWords, MostChanged) ?? Between(needle, before, after);
        if (found is not { } passage)
        {
            return Orphaned;
        }

        var (at, length) = Origin(passage.Start, passage.Length);
        return new Anchor(AnchorState.Uncertain, at, length, text.Substring(at, length), 0);
    }

    /// <summary>What stands now between the words that stood around.</summary>
    private (int Start, int Length)? Between(string needle, string before, string after)
    {
        const int Least = 12;
        if (before.Length < Least || after.Length < Least)
        {
            return null;
        }

        var starts = folded.Find(before, 2);
        if (starts.Count != 1)
        {
            return null;
        }

        var from = starts[0] + before.Length;
        var until = folded.Text.IndexOf(after, from, StringComparison.Ordinal);
        while (until > from && folded.Text[from] == ' ')
        {
            from++;
        }

        while (until > from && folded.Text[until - 1] == ' ')
        {
            until--;
        }

        return until > from && until - from <= (2 * needle.Length) + 40 ? (from, until - from) : null;
    }

    private bool Agrees(int at, int length, string before, string after) =>
        CommonEnd(folded.Text.AsSpan(0, at).TrimEnd(' '), before) == before.Length
            && folded.Text.AsSpan(at + length).TrimStart(' ').CommonPrefixLength(after) == after.Length;

    /// <summary>How much of what was around the words is around this place, from 0 to 1; 1 when nothing is known.</summary>
    private double Agreement(int at, int length, string before, string after)
    {
        if (before.Length + after.Length == 0)
        {
            return 1;
        }

        var common = CommonEnd(folded.Text.AsSpan(0, at).TrimEnd(' '), before) + folded.Text.AsSpan(at + length).TrimStart(' ').CommonPrefixLength(after);
        return (double)common / (before.Length + after.Length);
    }

    private static int CommonEnd(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    // No half of a surrogate pair at a cut.
    private int WholeStart(int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private int WholeEnd(int at) => at < text.Length && at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
