namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>
/// Markdown reduced to what two people quoting the same words agree on, with the way back to where each character stood:
/// without case, formatting, link targets and differences of white space, quotation marks, dashes and ellipses.
/// </summary>
internal sealed class FoldedText
{
    private readonly int[] offsets;

    private FoldedText(string text, int[] offsets) => (Text, this.offsets) = (text, offsets);

    internal string Text { get; }

    /// <summary>Where the folded passage stands in the text it was folded from.</summary>
    internal (int Start, int Length) Origin(int start, int length) =>
        (offsets[start], offsets[start + length - 1] + 1 - offsets[start]);

    /// <summary>Folds Markdown; by letters, only letters and digits remain.</summary>
    internal static FoldedText Of(string markdown, bool byLetters = false)
    {
        var folder = new Folder(markdown, byLetters);
        folder.Run();
        return new FoldedText(new string(folder.Text, 0, folder.Length), folder.Offsets);
    }

    /// <summary>Where a needle, folded the same way, occurs; at most as many as asked for.</summary>
    internal List<int> Find(string needle, int most)
    {
        List<int> hits = [];
        if (needle.Length == 0)
        {
            return hits;
        }

        for (var at = Text.IndexOf(needle, StringComparison.Ordinal); at >= 0 && hits.Count < most; at = Text.IndexOf(needle, at + 1, StringComparison.Ordinal))
        {
            hits.Add(at);
        }

        return hits;
    }

    private sealed class Folder(string source, bool byLetters)
    {
        private bool spaceIsDue;

        // An ellipsis becomes three characters; nothing else grows.
        internal char[] Text { get; private set; } = new char[source.Length + 16];

        internal int[] Offsets { get; private set; } = new int[source.Length + 16];

        internal int Length { get; private set; }

        internal void Run()
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
                    '\\' when index + 1 < source.Length && !char.IsLetterOrDigit(source[index + 1]) && !char.IsWhiteSpace(source[index + 1]) => Keep(source[index + 1], index + 1),
                    '[' when index + 2 < source.Length && source[index + 1] == '^' && source.IndexOf(']', index) is var end and > 0 && end - index < 12 => end + 1,
                    '[' => index + 1,
                    ']' when index + 1 < source.Length && source[index + 1] == '(' => AfterTarget(index + 1),
                    ']' or '*' or '`' => index + 1,
                    '!' when index + 1 < source.Length && source[index + 1] == '[' => index + 1,
                    '~' when index + 1 < source.Length && source[index + 1] == '~' => index + 2,
                    '_' when IsEdge(index - 1) || IsEdge(index + 1) => index + 1,
                    '<' or '>' => index + 1,
                    '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => index + 1,
                    _ => Keep(character, index),
                };
            }
        }

        private bool IsEdge(int index) => index < 0 || index >= source.Length || !char.IsLetterOrDigit(source[index]);

        private int Keep(char character, int index)
        {
            if (char.IsWhiteSpace(character))
            {
                spaceIsDue = !byLetters && Length > 0;
                return index + 1;
            }

            if (byLetters)
            {
                if (char.IsLetterOrDigit(character))
                {
                    Append(char.ToLowerInvariant(character), index);
                }

                return index + 1;
            }

            if (spaceIsDue)
            {
                Append(' ', index);
                spaceIsDue = false;
            }

            switch (character)
            {
                case '“' or '”' or '„' or '‟' or '«' or '»' or '″':
                    Append('"', index);
                    break;
                case '‘' or '’' or '‚' or '‛' or '′' or '´' or '‹' or '›':
                    Append('\'', index);
                    break;
                case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−':
                    // Two or three hyphens are how typewriters make a dash.
                    if (Length == 0 || Text[Length - 1] != '-')
                    {
                        Append('-', index);
                    }

                    break;
                case '-' when Length > 0 && Text[Length - 1] == '-':
                    break;
                case '…':
                    Append('.', index);
                    Append('.', index);
                    Append('.', index);
                    break;
                default:
                    Append(char.ToLowerInvariant(character), index);
                    break;
            }

            return index + 1;
        }

        private void Append(char character, int index)
        {
            if (Length == Text.Length)
            {
                var (text, offsets) = (Text, Offsets);
                Array.Resize(ref text, Length * 2);
                Array.Resize(ref offsets, Length * 2);
                (Text, Offsets) = (text, offsets);
            }

            Text[Length] = character;
            Offsets[Length] = index;
            Length++;
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

            spaceIsDue = !byLetters && Length > 0;
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
}
