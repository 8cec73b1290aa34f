using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArgMap.Server.Maps;

/// <summary>Names of maps in addresses: lower-case ASCII letters, digits and single hyphens.</summary>
internal static class Slug
{
    private const int EndingLength = 8;
    private const string EndingLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>The slug a title suggests; <c>map</c> when it has no Latin letters or digits.</summary>
    public static string FromTitle(string title)
    {
        var slug = new StringBuilder();
        foreach (var character in title.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (character is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && character is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= MapRow.MaxSlugLength - EndingLength - 1)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "map" : text;
    }

    /// <summary>The slug with an ending that nobody guesses: for names that are taken, and for maps that are not listed.</summary>
    public static string WithRandomEnding(string slug) => $"{slug}-{RandomNumberGenerator.GetString(EndingLetters, EndingLength)}";
}
