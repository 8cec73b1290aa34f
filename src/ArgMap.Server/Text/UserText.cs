using System.Globalization;
using System.Text;

namespace ArgMap.Server.Text;

/// <summary>What people type, made fit to store: one kind of newline, composed letters (NFC), no invisible control characters.</summary>
public static class UserText
{
    /// <summary>Checks one input.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="maxLength">The most characters (UTF-16 code units) it may have once cleaned.</param>
    /// <param name="required">Whether it must say something.</param>
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

        var clean = Clean(text);
        if (!clean.EnumerateRunes().Any(IsVisible))
        {
            return required ? (null, $"{what} is empty. Write something.") : (null, null);
        }

        return clean.Length > maxLength ? (null, TooLong(clean.Length, maxLength, what)) : (clean, null);
    }

    private static string TooLong(int length, int maxLength, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what} is {length:N0} characters long; at most {maxLength:N0} fit. Shorten it by {length - maxLength:N0}.");

    private static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\n' or '\t' || !char.IsControl(character))
            {
                kept.Append(character);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800);

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
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
}
