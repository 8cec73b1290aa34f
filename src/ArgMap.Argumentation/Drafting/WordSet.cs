namespace ArgMap.Argumentation.Drafting;

/// <summary>Words that are looked up so often that they are marked in a table of all words; it is used again for the next.</summary>
internal sealed class WordSet
{
    private int[] marks = [];
    private int mark;

    /// <summary>What it holds.</summary>
    internal int[] Words { get; private set; } = [];

    internal bool Has(int word) => word < marks.Length && marks[word] == mark;

    /// <summary>Holds these words in place of those before.</summary>
    internal void Hold(int[] words)
    {
        (Words, mark) = (words, mark + 1);
        if (words.Length > 0 && words.Max() is var most && most >= marks.Length)
        {
            Array.Resize(ref marks, 2 * (most + 1));
        }

        foreach (var word in words)
        {
            marks[word] = mark;
        }
    }
}
