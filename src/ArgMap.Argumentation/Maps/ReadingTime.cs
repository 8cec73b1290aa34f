namespace ArgMap.Argumentation.Maps;

/// <summary>How long a text takes to read silently.</summary>
/// <remarks>
/// 238 words per minute is the mean for English non-fiction in Brysbaert, M. (2019), "How many words do we read per minute? A review and
/// meta-analysis of reading rate", Journal of Memory and Language 109. Words are found by the white space between them, so texts in
/// scripts that write none are underestimated.
/// </remarks>
public static class ReadingTime
{
    /// <summary>Words an adult reads per minute.</summary>
    public const int WordsPerMinute = 238;

    /// <summary>Minutes to read this many words, rounded up; at least 1.</summary>
    public static int Minutes(long words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        return (int)Math.Clamp(((words - 1) / WordsPerMinute) + 1, 1, int.MaxValue);
    }

    /// <summary>Minutes to read all these texts, rounded up; at least 1.</summary>
    public static int Minutes(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Minutes(texts.Sum(text => (long)Words(text)));
    }

    /// <summary>How many words a text has: runs without white space that hold a letter or a digit, so that a lone dash is none.</summary>
    public static int Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = 0;
        var counted = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsWhiteSpace(rune))
            {
                counted = false;
            }
            else if (!counted && System.Text.Rune.IsLetterOrDigit(rune))
            {
                counted = true;
                words++;
            }
        }

        return words;
    }
}
