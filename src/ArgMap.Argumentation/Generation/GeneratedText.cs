using System.Globalization;
using System.Text;

namespace ArgMap.Argumentation.Generation;

/// <summary>Makes texts of nodes: sentences from a vocabulary, as long as people's statements are.</summary>
public static class GeneratedText
{
    /// <summary>The least length that is aimed at, in characters; a clause is never cut, so that a short script may stay below it.</summary>
    public const int Shortest = 20;

    /// <summary>The greatest length, in UTF-16 code units, and the most a node's text may have.</summary>
    public const int Longest = Maps.Node.MaxTextLength;

    /// <summary>How long a text of <see cref="TextKind.LongWord"/> is.</summary>
    public const int LongWordLength = 400;

    private const double MedianLength = 105;
    private const double LengthDeviation = 0.62;

    /// <summary>Shares of the kinds in mixed texts: Latin, Cyrillic, Arabic, Devanagari, Chinese, with emoji, one long word.</summary>
    private static readonly double[] Shares = [0.76, 0.06, 0.05, 0.04, 0.05, 0.037, 0.003];

    /// <summary>Makes texts, the same ones for the same arguments.</summary>
    /// <param name="kind">What they are made of.</param>
    /// <param name="count">How many; 0 or more.</param>
    /// <param name="seed">0 or more.</param>
    public static IReadOnlyList<string> Of(TextKind kind, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        var choices = new SeededChoices((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => Of(kind, choices, false))];
    }

    internal static string Of(TextKind kind, SeededChoices choices, bool isQuestion) => kind switch
    {
        TextKind.Mixed => Of((TextKind)(choices.Weighted(Shares) + 1), choices, isQuestion),
        TextKind.LongWord => LongWord(choices),
        TextKind.Emoji => WithEmoji(Sentences(Vocabulary.Latin, choices, isQuestion), choices),
        _ => Sentences(VocabularyOf(kind), choices, isQuestion),
    };

    private static Vocabulary VocabularyOf(TextKind kind) => kind switch
    {
        TextKind.Latin => Vocabulary.Latin,
        TextKind.Cyrillic => Vocabulary.Cyrillic,
        TextKind.Arabic => Vocabulary.Arabic,
        TextKind.Devanagari => Vocabulary.Devanagari,
        TextKind.Chinese => Vocabulary.Chinese,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no vocabulary for this kind of text."),
    };

    private static string Sentences(Vocabulary words, SeededChoices choices, bool isQuestion)
    {
        // A Chinese character says about as much as three Latin letters.
        var length = (int)Math.Clamp(choices.LogNormal(MedianLength, LengthDeviation), Shortest, Longest) / (words.Gap.Length == 0 ? 3 : 1);
        var stop = isQuestion ? words.AskingStop : words.Stop;
        var text = new StringBuilder();
        var beginning = 0;
        text.Append(isQuestion ? choices.Of<string>(words.Asking) : "").Append(Clause(words, choices));
        while (true)
        {
            // A question asks one thing; a statement may go on in a sentence of its own.
            var goesOn = isQuestion || choices.Chance(0.7);
            var next = (goesOn ? choices.Of<string>(words.Joints) : words.Stop + words.Gap) + Clause(words, choices);
            if (text.Length + (next.Length / 2) > length || text.Length + next.Length + stop.Length > Longest)
            {
                break;
            }

            if (!goesOn)
            {
                Capitalise(text, beginning);
                beginning = text.Length + words.Stop.Length + words.Gap.Length;
            }

            text.Append(next);
        }

        Capitalise(text, beginning);
        return text.Append(stop).ToString();
    }

    private static string Clause(Vocabulary words, SeededChoices choices)
    {
        var (subject, verb, what) = (choices.Of<string>(words.Subjects), choices.Of<string>(words.Verbs), choices.Of<string>(words.Objects));
        return words.VerbLast ? string.Join(words.Gap, subject, what, verb) : string.Join(words.Gap, subject, verb, what);
    }

    private static void Capitalise(StringBuilder text, int at) => text[at] = char.ToUpper(text[at], CultureInfo.InvariantCulture);

    private static string WithEmoji(string text, SeededChoices choices)
    {
        var words = text.Split(' ');
        for (var more = 1 + choices.Below(3); more > 0; more--)
        {
            words[choices.Below(words.Length)] += " " + choices.Of<string>(Vocabulary.Emoji);
        }

        var marked = string.Join(' ', words);
        return marked.Length <= Longest ? marked : text;
    }

    private static string LongWord(SeededChoices choices)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        return string.Create(LongWordLength, choices, static (letters, choices) =>
        {
            for (var index = 0; index < letters.Length; index++)
            {
                letters[index] = index % 2 == 0 ? Consonants[choices.Below(Consonants.Length)] : Vowels[choices.Below(Vowels.Length)];
            }
        });
    }
}
