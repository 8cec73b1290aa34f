using ArgMap.Argumentation.Text;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Reading.Finding;

/// <summary>What somebody looks for in a map: words that must all occur, words in quotation marks together, and <c>#12</c> for the thing with that number.</summary>
public sealed class Sought
{
    /// <summary>The most characters it may have.</summary>
    public const int MaxLength = 200;

    private Sought(string typed, IReadOnlyList<string> words, IReadOnlyList<int> numbers, string? problem)
    {
        Typed = typed;
        Words = words;
        Numbers = numbers;
        Problem = problem;
    }

    /// <summary>What was typed, without spaces at its ends.</summary>
    public string Typed { get; }

    /// <summary>The folded words and phrases, each of which must occur.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The numbers of things that are asked for; a thing has only one, so with two of them nothing is found.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>Why it cannot be looked for, or null.</summary>
    public string? Problem { get; }

    /// <summary>True when nothing is looked for.</summary>
    public bool IsEmpty => Problem is null && Words.Count == 0 && Numbers.Count == 0;

    /// <summary>Reads what was typed.</summary>
    public static Sought Of(string? typed)
    {
        typed = typed?.Trim() ?? "";
        if (typed.Length > MaxLength)
        {
            return new(typed[..MaxLength], [], [], $"What you look for is too long: {typed.Length} characters, and at most {MaxLength} fit. A few of its words are enough.");
        }

        var words = new List<string>();
        var numbers = new List<int>();
        var pieces = FoldedText.Fold(typed).Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            // Every second piece stands between quotation marks; one that is not closed ends with the text.
            var isQuoted = i % 2 == 1;
            foreach (var word in isQuoted ? [pieces[i].Trim()] : pieces[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!isQuoted && word is ['#', _, ..] && TypedNumber.Of(word[1..]) is { } number)
                {
                    numbers.Add(number);
                }
                else if (word.Length > 0)
                {
                    words.Add(word);
                }
            }
        }

        return words.Count + numbers.Count == 0 && typed.Length > 0
            ? new(typed, [], [], $"“{typed}” holds nothing to look for. Type a word, or #12 for the thing with that number.")
            : new(typed, words, numbers, null);
    }
}
