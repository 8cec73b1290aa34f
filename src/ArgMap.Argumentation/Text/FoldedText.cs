using System.Globalization;
using System.Text;

namespace ArgMap.Argumentation.Text;

/// <summary>Text as it is compared when somebody looks for words, or quotes them: without case, accents, and the difference between typographic signs and those of a keyboard.</summary>
/// <remarks>
/// It is folded one character as people see it at a time (grapheme cluster): compatibility decomposition (NFKD, Unicode Standard Annex #15), marks of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts dropped, composed again
/// (NFC), lower case. Signs of scripts whose marks are letters of their own (Devanagari vowels, the Japanese voicing mark, Cyrillic й) stay. Then letters that do not decompose are spelt out (ß as ss, ø as o), quotation marks
/// and dashes become those of a keyboard, white space a single space and hyphens in a row, which typewriters make a dash of, a single one; what is not seen (soft hyphens, joiners, direction marks) is dropped.
/// </remarks>
public sealed class FoldedText
{
    /// <summary>What a character alone folds to; filled as characters are met, so that a large map is not folded letter by letter. A race writes the same string twice.</summary>
    private static readonly string?[] OfOne = new string?[char.MaxValue + 1];

    private readonly List<(int Start, int End)> places;

    private FoldedText(string text, List<(int Start, int End)> places)
    {
        Text = text;
        this.places = places;
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        Append(text, folded, null);
        return folded.ToString();
    }

    /// <summary>Folds a text and remembers where each part of it came from.</summary>
    public static FoldedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var origins = new List<(int, int)>(text.Length);
        Append(text, folded, origins);
        return new FoldedText(folded.ToString(), origins);
    }

    /// <summary>The same for a text that was made from another by leaving characters out: origins are places in that other one.</summary>
    /// <param name="text">What was left.</param>
    /// <param name="offsets">Where in the other one each character of it stood.</param>
    internal static FoldedText Of(string text, ReadOnlySpan<int> offsets)
    {
        var folded = Of(text);
        for (var i = 0; i < folded.places.Count; i++)
        {
            var (start, end) = folded.places[i];
            folded.places[i] = (offsets[start], offsets[end - 1] + 1);
        }

        return folded;
    }

    /// <summary>The letters and digits of it alone.</summary>
    internal FoldedText LettersAlone()
    {
        var letters = new StringBuilder(Text.Length);
        var origins = new List<(int, int)>(Text.Length);
        for (var i = 0; i < Text.Length; i++)
        {
            if (char.IsLetterOrDigit(Text[i]))
            {
                letters.Append(Text[i]);
                origins.Add(places[i]);
            }
        }

        return new FoldedText(letters.ToString(), origins);
    }

    /// <summary>Where a needle, folded the same way, begins in the folded text, in order.</summary>
    /// <param name="needle">What to look for; an empty one is nowhere.</param>
    /// <param name="most">How many places are enough.</param>
    internal List<int> Find(string needle, int most)
    {
        List<int> hits = [];
        for (var at = needle.Length == 0 ? -1 : Text.IndexOf(needle, StringComparison.Ordinal); at >= 0 && hits.Count < most; at = Text.IndexOf(needle, at + 1, StringComparison.Ordinal))
        {
            hits.Add(at);
        }

        return hits;
    }

    /// <summary>Where in the original text a stretch of the folded one came from: whole characters as people see them.</summary>
    /// <param name="start">Where it begins, from 0.</param>
    /// <param name="length">How long it is, from 1.</param>
    public Range Origin(int start, int length) => places[start].Start..places[start + length - 1].End;

    private static void Append(string text, StringBuilder folded, List<(int Start, int End)>? origins)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = At(text, at);
            var element = length == 1 ? OfOne[text[at]] ??= FoldElement(text[at].ToString()) : FoldElement(text.Substring(at, length));
            foreach (var letter in element)
            {
                if (letter is ' ' or '-' && folded.Length > 0 && folded[^1] == letter)
                {
                    continue;
                }

                folded.Append(letter);
                origins?.Add((at, at + length));
            }

            at += length;
        }
    }

    /// <summary>How long the character that begins here is. Two plain letters in a row are two characters, which is most of most texts.</summary>
    private static int At(string text, int at) =>
        char.IsAscii(text[at]) && (at + 1 == text.Length || char.IsAscii(text[at + 1])) ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(at));

    private static string FoldElement(string element)
    {
        // Half of a surrogate pair cannot be normalised; it equals itself.
        if (element is [var only] && char.IsSurrogate(only))
        {
            return element;
        }

        var bare = new StringBuilder(element.Length);
        var before = default(Rune);
        foreach (var rune in element.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsDropped(rune) || (rune.Value == 0x306 && before.Value is 'и' or 'И'))
            {
                bare.Append(rune.ToString());
            }

            before = rune;
        }

        var folded = new StringBuilder(bare.Length);
        foreach (var rune in bare.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            folded.Append(SpeltOut(Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString();
    }

    private static bool IsDropped(Rune rune) => rune.Value
        is (>= 0x300 and <= 0x36F) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F)
        or (>= 0x591 and <= 0x5BD) or 0x5BF or 0x5C1 or 0x5C2 or 0x5C4 or 0x5C5 or 0x5C7
        or (>= 0x610 and <= 0x61A) or 0x640 or (>= 0x64B and <= 0x65F) or 0x670 or (>= 0x6D6 and <= 0x6DC) or (>= 0x6DF and <= 0x6E8) or (>= 0x6EA and <= 0x6ED)
        or (>= 0xFE00 and <= 0xFE0F)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    private static string SpeltOut(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'ı' => "i",
        'ς' => "σ",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'þ' => "th",
        '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '`' or '´' or '‹' or '›' => "'",
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' or '「' or '」' or '『' or '』' => "\"",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => "-",
        _ => Rune.IsWhiteSpace(rune) ? " " : rune.ToString(),
    };
}
