using System.Buffers;
using ArgMap.Argumentation.Text;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Markdown without its marks, as people quote it: no formatting, no link targets, no marks of quotes, headings and lists; with the way back to where each character stood.</summary>
internal sealed class UnmarkedText
{
    private const int MostOfFootnote = 43;

    private static readonly SearchValues<char> EndsFootnote = SearchValues.Create("[]^\\ \t\r\n");

    private readonly string source;
    private readonly char[] kept;
    private readonly int[] offsets;
    private int length;

    private UnmarkedText(string markdown)
    {
        source = markdown;
        kept = new char[markdown.Length];
        offsets = new int[markdown.Length];
    }

    /// <summary>What two people who quote the same words agree on; by letters, only letters and digits remain.</summary>
    internal static FoldedText Fold(string markdown, bool byLetters = false)
    {
        var unmarked = new UnmarkedText(markdown);
        unmarked.Run();
        var folded = FoldedText.Of(new string(unmarked.kept, 0, unmarked.length), unmarked.offsets);
        return byLetters ? folded.LettersAlone() : folded;
    }

    /// <summary>The same without the way back, where only the words matter.</summary>
    internal static string FoldText(string markdown)
    {
        var unmarked = new UnmarkedText(markdown);
        unmarked.Run();
        return FoldedText.Fold(new string(unmarked.kept, 0, unmarked.length));
    }

    private void Run()
    {
        var index = 0;
        var atLineStart = true;
        while (index < source.Length)
        {
            if (atLineStart)
            {
                index = AfterLineMarks(index);
                atLineStart = false;
                continue;
            }

            var character = source[index];
            atLineStart = character == '\n';
            index = character switch
            {
                '\\' when index + 1 < source.Length && !char.IsLetterOrDigit(source[index + 1]) && !char.IsWhiteSpace(source[index + 1]) => Keep(index + 1),
                '[' => AfterFootnote(index) ?? index + 1,
                ']' when index + 1 < source.Length && source[index + 1] == '(' => AfterTarget(index + 1),
                ']' or '*' or '`' => index + 1,
                '!' when index + 1 < source.Length && source[index + 1] == '[' => index + 1,
                '~' when index + 1 < source.Length && source[index + 1] == '~' => index + 2,
                '_' when IsEdge(index - 1) || IsEdge(index + 1) => index + 1,
                '<' or '>' => index + 1,
                _ => Keep(index),
            };
        }
    }

    private bool IsEdge(int index) => index < 0 || index >= source.Length || !char.IsLetterOrDigit(source[index]);

    private int Keep(int index)
    {
        kept[length] = source[index];
        offsets[length] = index;
        length++;
        return index + 1;
    }

    /// <summary>Where <c>[^1]</c> ends; null when none begins here.</summary>
    private int? AfterFootnote(int start)
    {
        var mark = source.AsSpan(start, Math.Min(MostOfFootnote, source.Length - start));
        return mark is [_, '^', ..] && mark[2..].IndexOfAny(EndsFootnote) is > 0 and var end && mark[2 + end] == ']' ? start + end + 3 : null;
    }

    /// <summary>A link's target is not read by anybody who quotes.</summary>
    private int AfterTarget(int open)
    {
        for (var index = open; index < source.Length && source[index] != '\n' && index - open < 4000; index++)
        {
            if (source[index] == ')')
            {
                return index + 1;
            }
        }

        return open + 1;
    }

    /// <summary>Marks of quotes, headings and list items.</summary>
    private int AfterLineMarks(int start)
    {
        var index = start;
        while (index < source.Length && (source[index] is ' ' or '\t' or '>'))
        {
            index++;
        }

        var mark = index;
        if (index < source.Length && (source[index] is '-' or '*' or '+'))
        {
            mark++;
        }
        else if (index < source.Length && source[index] == '#')
        {
            while (mark < source.Length && source[mark] == '#')
            {
                mark++;
            }
        }
        else
        {
            while (mark < source.Length && char.IsAsciiDigit(source[mark]) && mark - index < 4)
            {
                mark++;
            }

            mark = mark > index && mark < source.Length && (source[mark] is '.' or ')') ? mark + 1 : index;
        }

        return mark > index && mark < source.Length && source[mark] == ' ' ? mark + 1 : index;
    }
}
