using System.Buffers;
using System.Globalization;
using System.Text;

namespace ArgMap.Server.Text;

/// <summary>The one way by which text from outside is cleaned and measured before it is stored.</summary>
public static class UserText
{
    /// <summary>At most this many marks may stand over one letter; no living script needs more, and stacks of hundreds cover the lines around them.</summary>
    private const int MaxMarksPerLetter = 8;

    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n', '\t']);

    /// <summary>Cleans an input of any number of lines and checks its length.</summary>
    /// <param name="text">What was sent; null counts as empty.</param>
    /// <param name="maxLength">The most UTF-16 code units it may have once cleaned: what <c>maxlength</c> counts in a browser, and never fewer than the characters a database counts.</param>
    /// <param name="required">Whether it must say something. Spaces and invisible characters alone say nothing.</param>
    /// <param name="what">The input in words, such as <c>The title</c>; starts the message.</param>
    /// <returns>The cleaned text (null when empty), or what is wrong with it and what to do.</returns>
    public static (string? Value, string? Problem) Check(string? text, int maxLength, bool required, string what)
    {
        if (text is null)
        {
            return required ? (null, $"{what} is missing. Write something.") : (null, null);
        }

        // Far too long is refused before anything is done with it. A CR LF may shrink to one character, hence the slack.
        if (text.Length > (2L * maxLength) + 1_000)
        {
            return (null, TooLong(text.Length, maxLength, what));
        }

        if (HasLoneSurrogate(text))
        {
            return (null, $"{what} holds half of a character (a lone surrogate), probably from a cut in the wrong place. Delete the odd character and try again.");
        }

        var clean = Clean(text).Trim();
        if (IsBlank(clean))
        {
            return required ? (null, $"{what} is empty. Write something.") : (null, null);
        }

        return clean.Length > maxLength ? (null, TooLong(clean.Length, maxLength, what)) : (clean, null);
    }

    /// <summary>
    /// Brings text to one form: line breaks are \n, letters are composed (Unicode NFC), and what is invisible or lets text pose as other text is gone:
    /// control characters, bidirectional overrides and isolates, zero-width characters, tags. Half a surrogate pair becomes U+FFFD.
    /// </summary>
    /// <remarks>Cleaning what is clean changes nothing.</remarks>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = WithoutInvisibles(text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Replace('\u0085', '\n').Replace('\f', '\n').Replace('\v', '\n'));
        return visible.IsNormalized(NormalizationForm.FormC) ? visible : visible.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Takes out what <see cref="Clean"/> takes out and changes nothing else, so that it is safe on markup: composing letters could fuse a tag's <c>&gt;</c> with a mark after it.</summary>
    internal static string WithoutInvisibles(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(PlainCharacters))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var previous = default(Rune);
        var marks = 0;
        Span<char> buffer = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MaxMarksPerLetter || IsInvisible(rune) || (NeedsNeighbour(rune) && !MayFollow(rune, previous)))
            {
                continue;
            }

            kept.Append(buffer[..rune.EncodeToUtf16(buffer)]);
            previous = rune;
        }

        return kept.ToString();
    }

    private static string TooLong(int length, int maxLength, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what} is {length:N0} characters long; at most {maxLength:N0} fit. Shorten it by {length - maxLength:N0}.");

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return true;
            }

            index++;
        }

        return false;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !NeedsNeighbour(rune);

    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        < 0x20 or (>= 0x7F and < 0xA0) => true,
        0x00AD or 0x034F or 0x061C or 0x180E => true, // soft hyphen, grapheme joiner, Arabic letter mark, Mongolian vowel separator
        >= 0x17B4 and <= 0x17B5 => true, // Khmer inherent vowels
        0x200B or 0x200E or 0x200F => true, // zero-width space, direction marks
        >= 0x202A and <= 0x202E => true, // bidirectional embeddings and overrides
        >= 0x2060 and <= 0x206F => true, // word joiner, invisible operators, isolates
        0xFEFF or (>= 0xFFF0 and <= 0xFFFB) => true, // byte order mark, annotation anchors
        (>= 0xE0000 and <= 0xE0FFF) => rune.Value is not (>= 0xE0100 and <= 0xE01EF), // tags; variation selectors are judged by their neighbour
        _ => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF, // noncharacters
    };

    // Joiners shape words in Persian and Indic scripts and make emoji families; variation selectors choose a glyph. Elsewhere they only hide.
    private static bool NeedsNeighbour(Rune rune) => rune.Value is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool MayFollow(Rune rune, Rune previous) => previous.Value is '#' or '*' or (>= '0' and <= '9') or 0xA9 or 0xAE
        || (previous.Value >= 0x0590 && !NeedsNeighbour(previous) && !Rune.IsWhiteSpace(previous) && !Rune.IsControl(previous))
        || (previous.Value == 0xFE0F && rune.Value == 0x200D);

    private static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // Fillers and the empty braille cell are letters and symbols by category, and empty to the eye.
            if (!Rune.IsWhiteSpace(rune) && !IsMark(rune) && !NeedsNeighbour(rune)
                && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800))
            {
                return false;
            }
        }

        return true;
    }
}
