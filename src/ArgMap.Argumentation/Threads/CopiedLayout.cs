using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;
using ArgMap.Argumentation.Threads.WebPage;

namespace ArgMap.Argumentation.Threads;

/// <summary>Browsers copy the layout of a page along with its text: who answers whom, what is quoted, where links lead. This says which of the two to read.</summary>
public static partial class CopiedLayout
{
    // So many words in a row hardly stand together twice by chance.
    private const int Run = 4;

    // Shorter lines, and those without sentences, are mostly names, buttons and lists of other threads, which the layout tells apart from what was said.
    private const int LeastOfLine = 12;

    // Beside the posts, whole pages have descriptions and notices. Where the text has more posts than the layout, what is lost may be one.
    private const double LeastKept = 0.75, LeastKeptOfFewer = 0.9;

    // Names, buttons and parts of quotes in a text are easily taken for posts; a layout in which hardly any of them are posts was not understood.
    private const int MostTimesAsMany = 3;

    /// <summary>The layout, where it tells several posts apart and keeps at least three quarters of what the text says in sentences (nine tenths where the text has more that are signed); where there is one post, its text with the quotes and links that the layout has; else the text.</summary>
    /// <param name="layout">A page as HTML, as far as it was copied.</param>
    /// <param name="text">The text that was copied with it.</param>
    /// <returns>What to read the thread from.</returns>
    /// <exception cref="ThreadFormatException">Nothing can be read from the text.</exception>
    public static string Chosen(string layout, string text)
    {
        var said = Read(text);
        var page = TryRead(layout);
        // Paragraphs and lists of a text in which no names were found are no posts.
        var signed = said.Posts.Count(post => post.Author.Name is not null);
        if (page?.Posts.Count > 1 && page.Posts.Count * MostTimesAsMany >= signed && Kept(page, said) >= (page.Posts.Count >= signed ? LeastKept : LeastKeptOfFewer))
        {
            return layout;
        }

        if (said.Posts.Count > 1)
        {
            return text;
        }

        var marked = HtmlToMarkdown.Convert(layout, null).Markdown;
        return TryRead(marked) is { Posts.Count: 1 } one && (Links(one) > Links(said) || one.Report.Quotes > said.Report.Quotes) && Kept(one, said) >= LeastKeptOfFewer ? marked : text;
    }

    private static ForumThread Read(string text) => ThreadReading.Read([new ThreadInput("what was copied", Encoding.UTF8.GetBytes(text))]);

    private static ForumThread? TryRead(string text)
    {
        try
        {
            return Read(text);
        }
        catch (ThreadFormatException)
        {
            return null;
        }
    }

    /// <summary>The share of what was said in the text that is said in the thread as well.</summary>
    private static double Kept(ForumThread thread, ForumThread text)
    {
        HashSet<string> said = new(thread.Posts.SelectMany(post => Runs(Words(post.Body))), StringComparer.Ordinal);
        var (runs, kept) = (0, 0);
        foreach (var run in text.Posts.SelectMany(post => post.Body.Split('\n')).Where(line => line.AsSpan().ContainsAny(".?!…。") && !EditNotes.IsNote(line)).Select(Words).Where(words => words.Count >= LeastOfLine).SelectMany(Runs))
        {
            runs++;
            kept += said.Contains(run) ? 1 : 0;
        }

        return runs == 0 ? 1 : (double)kept / runs;
    }

    private static int Links(ForumThread thread) => thread.Posts.Sum(post => post.Links.Count);

    private static List<string> Words(string markdown) => [.. Word().Matches(Target().Replace(markdown, " ")).Select(word => word.Value.ToLowerInvariant())];

    private static IEnumerable<string> Runs(List<string> words) => Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(at => string.Join(' ', words[at..(at + Run)]));

    [GeneratedRegex(@"(?<=\])\([^()\s]*\)", RegexOptions.None, 5000)]
    private static partial Regex Target();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.None, 5000)]
    private static partial Regex Word();
}
