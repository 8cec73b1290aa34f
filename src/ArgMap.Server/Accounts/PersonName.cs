using System.Globalization;
using System.Text;
using ArgMap.Server.Shell;
using ArgMap.Server.Text;
using Microsoft.AspNetCore.Identity;

namespace ArgMap.Server.Accounts;

/// <summary>What a person may be called: letters and digits of any script, with spaces and <c>- _ . '</c> between them.</summary>
public sealed class PersonName : ILookupNormalizer
{
    /// <summary>The one form of a name: composed letters (Unicode NFC), single spaces, nothing invisible.</summary>
    public static string Clean(string name) =>
        string.Join(' ', UserText.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Checks a name somebody wishes to have.</summary>
    internal static string Check(InputCheck check, string field, string? value)
    {
        var name = Clean(check.Required(field, value, Person.MaxNameLength, "The name"));
        if (name.Length > 0 && Problem(name) is { } problem)
        {
            check.Wrong(field, problem);
        }

        return name;
    }

    /// <summary>The form by which names are the same: letters of any case and width.</summary>
    public string? NormalizeName(string? name) => name is null ? null : Key(name);

    /// <summary>The form by which mail addresses are the same.</summary>
    public string? NormalizeEmail(string? email) => email?.ToUpperInvariant();

    private static string Key(string name) => name.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    private static string? Problem(string name)
    {
        // Some single signs stand for whole phrases, and are as long as those when compared.
        if (name.Length < Person.MinNameLength || Key(name).Length > Person.MaxNameLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The name “{name}” is too {(name.Length < Person.MinNameLength ? "short" : "long")}. Choose one of {Person.MinNameLength} to {Person.MaxNameLength} characters.");
        }

        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsAllowed(rune))
            {
                var shown = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || IsFiller(rune)
                    ? string.Create(CultureInfo.InvariantCulture, $"the invisible character U+{rune.Value:X4}")
                    : $"“{rune}”";
                return $"A name may hold letters, digits, spaces and - _ . ' and not {shown}. Leave it out.";
            }
        }

        return Rune.IsLetterOrDigit(Rune.GetRuneAt(name, 0)) ? null : $"A name begins with a letter or a digit; this one begins with “{name[0]}”.";
    }

    private static bool IsAllowed(Rune rune) => rune.Value is ' ' or '-' or '_' or '.' or '\'' || (!IsFiller(rune) && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        && rune.Value is not (0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)));

    /// <summary>Letters by their category, and empty to the eye.</summary>
    private static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
