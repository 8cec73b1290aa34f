using System.Diagnostics.CodeAnalysis;

namespace ArgMap.Server.Threads;

/// <summary>Text from a forum as it is stored: as it is, but for what a database cannot hold.</summary>
internal static class StoredText
{
    /// <summary>The text with U+FFFD for NUL and for halves of characters. It keeps its length, so that every offset in it stays true.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !NeedsChange(text))
        {
            return text;
        }

        return string.Create(text.Length, text, static (stored, from) =>
        {
            for (var index = 0; index < from.Length; index++)
            {
                stored[index] = from[index] == '\0' || IsHalf(from, index) ? '\uFFFD' : from[index];
            }
        });
    }

    /// <summary>The same, cut to a length.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text, int mostLength)
    {
        if (text is null || text.Length <= mostLength)
        {
            return Of(text);
        }

        return Of(text[..(char.IsHighSurrogate(text[mostLength - 2]) ? mostLength - 2 : mostLength - 1)]) + "…";
    }

    private static bool NeedsChange(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0' || IsHalf(text, index))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHalf(string text, int index) =>
        (char.IsHighSurrogate(text[index]) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])))
        || (char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1])));
}
