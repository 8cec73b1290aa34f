using System.Runtime.InteropServices;
using System.Text;

namespace ArgMap.Server.Sources;

/// <summary>Where quoted words stand in a text, in UTF-16 code units.</summary>
/// <param name="Start">The first one.</param>
/// <param name="End">The one after the last.</param>
/// <param name="FollowsPrefix">Whether the words that should come right before do.</param>
/// <param name="PrecedesSuffix">Whether the words that should come right after do.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QuotedPassage(int Start, int End, bool FollowsPrefix, bool PrecedesSuffix);

/// <summary>A text made ready for finding quoted words in it, however they were copied.</summary>
/// <remarks>
/// Words, prefix and suffix are those of the W3C TextQuoteSelector, <see href="https://www.w3.org/TR/annotation-model/#text-quote-selector"/>. They are compared
/// after folding what copying and typing change: any white space is one space, typographic quotation marks are straight, any run of dashes is one hyphen,
/// an ellipsis is three full stops, soft hyphens and zero-width characters are nothing. Capitals and spelling must agree. Finding takes one pass over the text.
/// </remarks>
public sealed class QuotableText
{
    /// <summary>No more places than this are weighed against each other; in a text of one letter repeated, every place is one.</summary>
    private const int MostPlaces = 10_000;

    private readonly Folded folded;

    /// <param name="text">The text as it is kept; positions refer to it.</param>
    public QuotableText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        folded = Folded.Of(text);
    }

    /// <summary>Finds words, or null when they are not in the text. Of several places, the one whose surroundings agree longest with prefix and suffix; of equal ones, the first.</summary>
    /// <param name="exact">The quoted words. Blank ones are nowhere.</param>
    /// <param name="prefix">Words right before, or null.</param>
    /// <param name="suffix">Words right after, or null.</param>
    public QuotedPassage? Find(string exact, string? prefix = null, string? suffix = null)
    {
        ArgumentNullException.ThrowIfNull(exact);
        var words = Folded.Of(exact).Text.Trim();
        if (words.Length == 0)
        {
            return null;
        }

        var before = Folded.Of(prefix ?? "").Text.Trim();
        var after = Folded.Of(suffix ?? "").Text.Trim();
        (int Place, int Before, int After)? best = null;
        var text = folded.Text.AsSpan();
        var places = 0;
        for (var place = 0; places < MostPlaces && text[place..].IndexOf(words, StringComparison.Ordinal) is var next && next >= 0; place++, places++)
        {
            place += next;
            var agrees = (Before: CommonEnd(text[..place].TrimEnd(), before), After: text[(place + words.Length)..].TrimStart().CommonPrefixLength(after));
            if (best is null || agrees.Before + agrees.After > best.Value.Before + best.Value.After)
            {
                best = (place, agrees.Before, agrees.After);
            }
        }

        return best is { } found
            ? new(folded.Starts[found.Place], folded.Ends[found.Place + words.Length - 1], found.Before == before.Length, found.After == after.Length)
            : null;
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

    /// <summary>A folded text, and for each of its characters where it came from.</summary>
    private sealed record Folded(string Text, List<int> Starts, List<int> Ends)
    {
        public static Folded Of(string text)
        {
            var (folded, starts, ends) = (new StringBuilder(text.Length), new List<int>(text.Length), new List<int>(text.Length));
            for (var index = 0; index < text.Length; index++)
            {
                var character = Fold(text[index]);
                if (character is '\0')
                {
                    continue;
                }

                if (character is ' ' or '-' && folded.Length > 0 && folded[^1] == character)
                {
                    ends[^1] = index + 1;
                    continue;
                }

                for (var times = character is '…' ? 3 : 1; times > 0; times--)
                {
                    folded.Append(character is '…' ? '.' : character);
                    starts.Add(index);
                    ends.Add(index + 1);
                }
            }

            return new(folded.ToString(), starts, ends);
        }

        private static char Fold(char character) => character switch
        {
            '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u2060' and <= '\u2064') => '\0',
            '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' => '\'',
            '“' or '”' or '„' or '‟' or '″' or '«' or '»' => '"',
            (>= '‐' and <= '―') or '−' => '-',
            _ => char.IsWhiteSpace(character) ? ' ' : character,
        };
    }
}
