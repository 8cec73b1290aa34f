namespace ArgMap.Argumentation.Generation;

/// <summary>What the texts of a generated map are made of.</summary>
public enum TextKind
{
    /// <summary>Mostly Latin, some of every other kind.</summary>
    Mixed = 0,

    /// <summary>English.</summary>
    Latin = 1,

    /// <summary>Russian.</summary>
    Cyrillic = 2,

    /// <summary>Arabic, from right to left.</summary>
    Arabic = 3,

    /// <summary>Hindi.</summary>
    Devanagari = 4,

    /// <summary>Chinese, without spaces between words.</summary>
    Chinese = 5,

    /// <summary>English with emoji, among them some of several code points.</summary>
    Emoji = 6,

    /// <summary>One word of 400 letters.</summary>
    LongWord = 7,
}
