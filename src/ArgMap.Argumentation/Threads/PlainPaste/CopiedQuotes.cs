using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Quotes lose their marks when a page is copied as text. A paragraph that somebody else wrote before, word for word, is one.</summary>
internal static partial class CopiedQuotes
{
    private const int MostOfLine = 160, LeastWords = 5, MostSentences = 200_000, MostLookedFor = 2_000;

    /// <summary>The posts with marks before such paragraphs. A line over one that names its author, as forums show over quotes, goes with it.</summary>
    /// <param name="opening">Words over the first post.</param>
    /// <param name="headers">Who wrote what.</param>
    /// <param name="posts">What they wrote, in order.</param>
    internal static List<PageFurniture.BarePost> Marked(string opening, IReadOnlyList<PostHeader> headers, List<PageFurniture.BarePost> posts)
    {
        // Who wrote a sentence first.
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        var authors = headers.Select(header => header.Name).ToHashSet(StringComparer.Ordinal);
        var texts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var lookedFor = 0;
        Keep("", opening);
        List<PageFurniture.BarePost> marked = new(posts.Count);
        foreach (var (header, post) in headers.Zip(posts))
        {
            marked.Add(written.Count < MostSentences ? post with { Text = Marked(post.Text, header.Name) } : post);
            Keep(header.Name, post.Text);
        }

        return marked;

        string Marked(string text, string author)
        {
            var lines = text.Split('\n').ToList();
            var hasMarks = false;
            for (var index = 0; index < lines.Count; index++)
            {
                if (!IsQuoted(lines, index, author))
                {
                    continue;
                }

                lines[index] = "> " + lines[index].Trim();
                hasMarks = true;
                if (index > 0 && NameOver(lines[index - 1]) is not null)
                {
                    lines.RemoveAt(--index);
                    if (index > 0 && lines[index - 1].Trim() is "Quote" or "Quote:")
                    {
                        lines.RemoveAt(--index);
                    }
                }

                if (index + 1 < lines.Count && lines[index + 1].Trim() is "Click to expand...")
                {
                    lines.RemoveAt(index + 1);
                }

                // What follows would go on with the quote.
                if (index + 1 < lines.Count && !string.IsNullOrWhiteSpace(lines[index + 1]) && !IsQuoted(lines, index + 1, author))
                {
                    lines.Insert(++index, "");
                }
            }

            return hasMarks ? string.Join('\n', lines).Trim('\n') : text;
        }

        bool IsQuoted(List<string> lines, int index, string author)
        {
            var line = lines[index];
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('>'))
            {
                return false;
            }

            return (index > 0 && lookedFor < MostLookedFor && NameOver(lines[index - 1]) is { } name && name != author && ++lookedFor > 0 && texts.GetValueOrDefault(name)?.Exists(text => text.Contains(line.Trim(), StringComparison.Ordinal)) == true)
                || (Sentences(line) is var sentences && Array.Exists(sentences, sentence => sentence.Count(character => character == ' ') >= LeastWords - 1) && Array.TrueForAll(sentences, sentence => written.TryGetValue(sentence, out var by) && by != author));
        }

        string? NameOver(string line) => line.Length < MostOfLine && Attribution().Match(line.Trim()) is { Success: true } match && authors.TryGetValue(match.Groups["name"].Value, out var name) ? name : null;

        void Keep(string author, string text)
        {
            foreach (var sentence in text.Split('\n').Where(line => !line.TrimStart().StartsWith('>')).SelectMany(Sentences))
            {
                written.TryAdd(sentence, author);
            }

            (texts.TryGetValue(author, out var own) ? own : texts[author] = []).Add(text);
        }
    }

    /// <summary>Sentences of a line as they are compared.</summary>
    private static string[] Sentences(string line) => [.. line.Trim().Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(sentence => sentence.TrimEnd('.', '!', '?', '…'))];

    // "Name:", "Name said:", "Name wrote: ↑ time", "Originally posted by Name".
    [GeneratedRegex(@"^(Originally posted by (?<name>.{1,60}?)( View Post)?:?|(?<name>.{1,60}?)(\s+(said|wrote|says|schrieb|a écrit))?\s*:(\s*↑.*)?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Attribution();

    private static readonly string[] Ends = [". ", "! ", "? "];
}
