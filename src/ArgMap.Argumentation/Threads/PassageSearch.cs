using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Citations;
using ArgMap.Argumentation.Text;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>Finds quoted words in a body: letter by letter, then folded, then by letters and digits alone, then piece by piece; and, where asked to, words most like them.</summary>
internal sealed partial class PassageSearch
{
    // Shorter quotes fit anywhere and say nothing.
    private const int LeastMarked = 4, LeastUnmarked = 20, LeastPiece = 20;
    private const int MostHits = 20, MostCached = 3_000_000;

    // Characters looked through; folding one takes about as long as looking through thirty. Of threads that people write, 32,000 mails among them, none came near it.
    private const long MostOfPost = 1_000_000_000, MostOfThread = 20_000_000_000;
    private const int FoldingCosts = 30;

    private const int LeastReworded = 6;
    private const double MostReworded = 0.2;

    private readonly Dictionary<(int Post, bool ByLetters), FoldedText> cache = [];
    private int cached;
    private (int Post, LikeWords Words)? lastLooked;
    private Sought? sought;
    private long leftOfThread = MostOfThread, leftOfPost;

    /// <summary>So much was looked through for one post, or for the thread, that nothing is looked for any more: a text made to hurt must not hold up the others.</summary>
    internal bool IsSpent => leftOfPost <= 0;

    /// <summary>The quotes of another post are looked for from here on.</summary>
    internal void BeginPost() => leftOfPost = Math.Min(MostOfPost, leftOfThread);

    private void Spend(long characters)
    {
        leftOfPost -= characters;
        leftOfThread -= characters;
    }

    /// <summary>What was found. Count is 0 when nothing was; start and length are of use only when it is 1.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Hit(QuoteState State, int Start, int Length, int Count);

    /// <param name="run">The quote.</param>
    /// <param name="key">The body's number, by which its folded form is kept.</param>
    /// <param name="body">The text to find them in.</param>
    /// <param name="quoted">What that text quotes itself, in order and nowhere twice; found there only if nowhere else.</param>
    internal Hit Find(QuoteRuns.Run run, int key, PackedText body, IReadOnlyList<(int Start, int Length)> quoted)
    {
        // One quote is looked for in many posts.
        if (!ReferenceEquals(sought?.Run, run))
        {
            sought = new Sought(run);
            Spend((long)FoldingCosts * 3 * sought.Text.Length);
        }

        // What is not marked as a quote has to say more to be one.
        if (sought.Letters.Length < (run.IsMarked ? LeastMarked : LeastUnmarked) || IsSpent)
        {
            return default;
        }

        var folded = Folded(key, body, byLetters: false);
        var hit = Choose(folded, sought.Needle, quoted);
        if (hit.Count == 0)
        {
            hit = Choose(Folded(key, body, byLetters: true), sought.Letters, quoted);
        }

        if (hit.Count == 1)
        {
            var words = sought.Text.AsSpan().Trim();
            return body.ToString().AsSpan(hit.Start).StartsWith(words) ? hit with { State = QuoteState.Exact, Length = words.Length } : hit with { State = QuoteState.Folded };
        }

        if (hit.Count == 0)
        {
            hit = Pieces(sought.Pieces, folded, run.IsMarked ? 1 : 2);
        }

        return hit.Count == 0 && run.IsMarked ? Pieces(sought.Sentences, folded, 2) : hit;
    }

    /// <summary>The passage that says the quote in nearly the same words; nothing when there is none, or several say it as nearly.</summary>
    internal Hit Reworded(string quote, int key, PackedText body)
    {
        var (needle, folded) = (UnmarkedText.FoldText(quote), Folded(key, body, byLetters: false));
        Spend((long)folded.Text.Length * needle.Length);
        if (IsSpent || Words(key, folded).Find(needle, LeastReworded, MostReworded) is not { } like)
        {
            return default;
        }

        var (start, length) = Origin(folded, like.Start, like.Length);
        var after = body.ToString().AsSpan(start + length);
        return new Hit(QuoteState.Reworded, start, length + (after.Length - after.TrimStart(".!?…").Length), 1);
    }

    private LikeWords Words(int key, FoldedText folded)
    {
        lastLooked = lastLooked is var (post, known) && post == key ? (key, known) : (key, new LikeWords(folded.Text));
        return lastLooked.Value.Words;
    }

    /// <summary>Whether a passage is within one of these, which are in order and nowhere twice.</summary>
    internal static bool IsWithin(IReadOnlyList<(int Start, int Length)> quoted, int start, int length)
    {
        var (low, high) = (0, quoted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = quoted[middle].Start <= start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && start + length <= quoted[low - 1].Start + quoted[low - 1].Length;
    }

    private Hit Choose(FoldedText folded, string needle, IReadOnlyList<(int Start, int Length)> quoted)
    {
        Spend(folded.Text.Length);
        var hits = folded.Find(needle, MostHits).ConvertAll(at => Origin(folded, at, needle.Length));
        var own = hits.FindAll(hit => !IsWithin(quoted, hit.Start, hit.Length));
        var best = own.Count > 0 ? own : hits;
        return best.Count == 0 ? default : new Hit(QuoteState.Folded, best[0].Start, best[0].Length, best.Count);
    }

    /// <summary>A quote that leaves words out: every piece must be there, in order, and they must be most of it.</summary>
    private Hit Pieces(List<string> all, FoldedText folded, int least)
    {
        Spend(folded.Text.Length);
        var pieces = all.FindAll(piece => piece.Length >= LeastPiece);
        if (all.Count < 2 || pieces.Count < least || 2 * pieces.Sum(piece => piece.Length) < all.Sum(piece => piece.Length))
        {
            return default;
        }

        var (from, start, end) = (0, -1, 0);
        foreach (var piece in pieces)
        {
            var at = folded.Text.IndexOf(piece, from, StringComparison.Ordinal);
            if (at < 0)
            {
                return default;
            }

            start = start < 0 ? at : start;
            from = end = at + piece.Length;
        }

        var (first, length) = Origin(folded, start, end - start);
        return new Hit(QuoteState.Pieces, first, length, 1);
    }

    private static (int Start, int Length) Origin(FoldedText folded, int start, int length)
    {
        var origin = folded.Origin(start, length);
        return (origin.Start.Value, origin.End.Value - origin.Start.Value);
    }

    private FoldedText Folded(int key, PackedText packed, bool byLetters)
    {
        if (cache.TryGetValue((key, byLetters), out var known))
        {
            return known;
        }

        var body = packed.ToString();
        if (cached > MostCached)
        {
            foreach (var other in cache.Keys.Where(other => other.Post != key).ToList())
            {
                cache.Remove(other);
            }

            cached = cache.Count * body.Length;
        }

        Spend((long)FoldingCosts * body.Length);
        cached += body.Length;
        return cache[(key, byLetters)] = byLetters ? Folded(key, packed, byLetters: false).LettersAlone() : UnmarkedText.Fold(body);
    }

    /// <summary>A quote, made ready to be looked for: in one, and in the pieces that it may be in.</summary>
    private sealed class Sought(QuoteRuns.Run run)
    {
        internal QuoteRuns.Run Run => run;

        internal string Text { get; } = run.Text;

        internal string Letters => field ??= UnmarkedText.Fold(Text, byLetters: true).Text;

        internal string Needle => field ??= UnmarkedText.FoldText(Text).Trim(' ', '.');

        internal List<string> Pieces => field ??= Divided(Gap());

        internal List<string> Sentences => field ??= Divided(Break());

        private List<string> Divided(Regex gap) => [.. gap.Split(Text).Select(piece => UnmarkedText.FoldText(piece).Trim(' ', '.'))];
    }

    // What is left out, and what whoever quotes puts in: "[sic]", "[the model]", "(emphasis mine)". A link is written with brackets too, and a footnote.
    // No blanks before and after: of a line of nothing but blanks, every one would be tried as the first.
    [GeneratedRegex(@"\\?\[[^\[\]\n^][^\[\]\n]{0,59}\](?![(\[:])|\(\s*(\.{3}|…|(my )?(emphas[ie]s|bold(ing)?|italics?)( (mine|my own|added|is mine|was added))?)\s*\)|\.{3,}|…|\n\s*\n", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Gap();

    // Where words may be left out without a mark: between lines and between sentences.
    [GeneratedRegex(@"\n|[.!?…][\s>]", RegexOptions.None, 5000)]
    private static partial Regex Break();
}
