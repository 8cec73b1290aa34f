using System.Buffers;
using System.Globalization;
using System.Text;

namespace ArgMap.Argumentation.Layout;

/// <summary>How much room a text needs in a box: an estimate made without a browser, generous rather than tight.</summary>
/// <remarks>
/// The pages name a stack of fonts and cannot know which of them a reader has, so no measure is exact. Printable ASCII uses the advance
/// widths of Arial (Liberation Sans has the same), every other script the mean of its letters, and everything is widened by
/// <see cref="Generosity"/>, by which Segoe UI, Inter and Noto Sans run wider than Arial. The text serifs of the pages run narrower. A text set in one of
/// these takes as many lines as said here or one fewer; a much wider fallback (DejaVu Sans, Verdana) may take more, so a box drawn to
/// this measure must clip with an ellipsis. Characters are measured one by one: kerning, ligatures and the joined forms of
/// Arabic and Indic scripts are not known.
/// </remarks>
public static class TextMeasure
{
    /// <summary>Factor on the advance widths of Arial.</summary>
    public const double Generosity = 1.08;

    private const int FirstTabled = ' ';

    /// <summary>Advance widths of the printable ASCII characters in Arial, in thousandths of the font size, from the space on.</summary>
    private static readonly short[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Last code point of each block, in order, with the mean advance of its letters in thousandths of the font size.</summary>
    private static readonly (int Last, int Lower, int Upper)[] Blocks =
    [
        (0x024F, 540, 680),    // Latin
        (0x02FF, 540, 540),    // phonetic signs
        (0x03FF, 560, 680),    // Greek
        (0x052F, 590, 730),    // Cyrillic
        (0x058F, 600, 680),    // Armenian
        (0x05FF, 570, 570),    // Hebrew
        (0x08FF, 620, 620),    // Arabic, Syriac, Thaana, N'Ko
        (0x0DFF, 720, 720),    // Indic
        (0x0FFF, 620, 620),    // Thai, Lao, Tibetan
        (0x10FF, 640, 640),    // Myanmar, Georgian
        (0x11FF, 1000, 1000),  // Hangul jamo
        (0x1DFF, 700, 700),
        (0x1EFF, 560, 690),    // Latin, further
        (0x1FFF, 560, 690),    // Greek, further
        (0x218F, 600, 600),    // punctuation, currency
        (0x27FF, 850, 850),    // arrows, mathematics, symbols
        (0x2E7F, 750, 750),
        (0xD7FF, 1000, 1000),  // Chinese, Japanese, Korean
        (0xFAFF, 1000, 1000),
        (0xFB4F, 600, 600),
        (0xFDFF, 620, 620),    // Arabic presentation forms
        (0xFE6F, 1000, 1000),
        (0xFEFF, 620, 620),
        (0xFFFF, 1000, 1000),  // full width
        (0x1EFFF, 750, 750),
        (0x10FFFF, 1250, 1250), // emoji, further Chinese
    ];

    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\r\n\u2028\u2029");

    /// <summary>Width of a text on one line.</summary>
    /// <param name="text">Any text; line breaks have no width.</param>
    /// <param name="fontSize">Size of the font in canvas units (CSS pixels at 100 %); above 0.</param>
    /// <returns>Canvas units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The font size is not above 0.</exception>
    public static double Width(string text, double fontSize)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fontSize);
        var sum = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += Advance(rune);
        }

        return sum * fontSize;
    }

    /// <summary>How many lines a text fills when it is broken between words, as a browser does with <c>overflow-wrap: anywhere</c>.</summary>
    /// <param name="text">Any text. Line breaks in it count as spaces do in HTML. A word longer than a line is broken where the line ends; Chinese, Japanese and Thai may be broken after every character.</param>
    /// <param name="width">Width of a line in canvas units; above 0. One character always fits.</param>
    /// <param name="fontSize">Size of the font in canvas units; above 0.</param>
    /// <returns>At least 1, for an empty text too.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width or the font size is not above 0.</exception>
    public static int Lines(string text, double width, double fontSize)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fontSize);
        var line = width / fontSize;
        var space = Advance(new Rune(' '));
        var lines = 1;
        var used = 0.0;
        var rest = text.AsSpan();
        while (!(rest = rest.TrimStart(" \t\r\n\u2028\u2029")).IsEmpty)
        {
            var end = rest.IndexOfAny(Breaks);
            var word = end < 0 ? rest : rest[..end];
            rest = rest[word.Length..];
            var length = 0.0;
            var breaksAnywhere = false;
            foreach (var rune in word.EnumerateRunes())
            {
                length += Advance(rune);
                breaksAnywhere |= IsBreakableAnywhere(rune.Value);
            }

            var before = used > 0 ? space : 0;
            if (used + before + length <= line)
            {
                used += before + length;
                continue;
            }

            if (length <= line && !breaksAnywhere)
            {
                lines++;
                used = length;
                continue;
            }

            // A word too long for any line begins on a line of its own; scripts without spaces go on where the line is.
            if (used > 0 && !breaksAnywhere)
            {
                lines++;
                used = 0;
            }

            used += used > 0 ? before : 0;
            foreach (var rune in word.EnumerateRunes())
            {
                var advance = Advance(rune);
                if (used > 0 && used + advance > line)
                {
                    lines++;
                    used = 0;
                }

                used += advance;
            }
        }

        return lines;
    }

    private static double Advance(Rune rune)
    {
        var value = rune.Value;
        if (value is >= FirstTabled and < 0x7F)
        {
            return Ascii[value - FirstTabled] * Generosity / 1000;
        }

        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            return 0;
        }

        if (value is 0x2014 or 0x2026)
        {
            return Generosity;
        }

        if (category is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.SpaceSeparator)
        {
            return value == 0x3000 ? 1 : 0.4 * Generosity;
        }

        var block = 0;
        while (value > Blocks[block].Last)
        {
            block++;
        }

        var (_, lower, upper) = Blocks[block];
        return (category == UnicodeCategory.UppercaseLetter ? upper : lower) * Generosity / 1000;
    }

    private static bool IsBreakableAnywhere(int value) =>
        value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0xA4CF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x1F000 and <= 0x3FFFF);
}
