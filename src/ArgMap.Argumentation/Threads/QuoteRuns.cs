using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>Words that a body gives as somebody else's: lines that begin with <c>&gt;</c>, and what looks like a quote without them.</summary>
internal static partial class QuoteRuns
{
    private const int LongestMark = 10;

    /// <summary>A quote, and where it stands in the body.</summary>
    /// <param name="IsMarked">The writer marked it as a quote; what is not marked is one only if the words are found.</param>
    internal sealed record Run(PackedText Words, int Start, int Length, int Depth, string? Author, QuoteSource? Source, bool IsMarked)
    {
        internal string Text => Words.ToString();
    }

    /// <summary>The body without the marks of quote sources, and its quotes in order.</summary>
    internal static (string Body, List<Run> Runs) Of(string markdown, IReadOnlyList<QuoteSource> sources, TextStore texts)
    {
        var (body, marks) = WithoutMarks(markdown, sources.Count);
        List<Run> runs = [];
        var pending = new Pending(body, texts);
        var active = new Dictionary<int, QuoteSource>();
        string? fence = null;
        var markAt = 0;
        for (var start = 0; start < body.Length;)
        {
            var end = body.IndexOf('\n', start);
            end = end < 0 ? body.Length : end;
            var (depth, content) = Prefix(body, start, end);
            var words = body.AsSpan(content, end - content).TrimEnd();
            if (fence is not null && depth == 0)
            {
                fence = words.TrimStart().StartsWith(fence) ? null : fence;
                start = end + 1;
                continue;
            }

            if (depth == 0 && words.TrimStart() is var trimmed && (trimmed.StartsWith("```") || trimmed.StartsWith("~~~")))
            {
                fence = trimmed[..3].ToString();
            }

            var here = new List<QuoteSource>();
            while (markAt < marks.Count && marks[markAt].Offset <= end)
            {
                here.Add(sources[marks[markAt++].Source]);
            }

            for (var index = 0; index < here.Count; index++)
            {
                active[Math.Max(1, depth - here.Count + 1 + index)] = here[index];
            }

            if (depth == 0)
            {
                active.Clear();
            }

            pending.Line(runs, depth, content, content + words.Length, depth > 0 ? active.GetValueOrDefault(depth) : null, here.Count > 0);
            start = end + 1;
        }

        pending.Close(runs);
        AddUnmarked(body, runs, texts);
        return (body, runs);
    }

    /// <summary>Others write these signs as well: a mark is what holds the number of a source.</summary>
    private static (string Body, List<(int Offset, int Source)> Marks) WithoutMarks(string markdown, int sources)
    {
        List<(int, int)> marks = [];
        if (!markdown.AsSpan().ContainsAny(PlainText.SourceOpens, PlainText.SourceCloses))
        {
            return (markdown, marks);
        }

        var body = new StringBuilder(markdown.Length);
        for (var index = 0; index < markdown.Length; index++)
        {
            if (markdown[index] is not (PlainText.SourceOpens or PlainText.SourceCloses))
            {
                body.Append(markdown[index]);
                continue;
            }

            var inner = markdown.AsSpan(index + 1, Math.Min(LongestMark, markdown.Length - index - 1));
            var closes = markdown[index] == PlainText.SourceOpens ? inner.IndexOf(PlainText.SourceCloses) : -1;
            if (closes > 0 && int.TryParse(inner[..closes], NumberStyles.None, CultureInfo.InvariantCulture, out var source) && source < sources)
            {
                marks.Add((body.Length, source));
                index += closes + 1;
            }
        }

        return (body.ToString(), marks);
    }

    /// <summary>How deep a line is quoted, and where its words begin. A spoiler's <c>&gt;!</c> is no quote.</summary>
    private static (int Depth, int Content) Prefix(string body, int start, int end)
    {
        var (depth, at) = (0, start);
        while (at < end)
        {
            var next = at;
            while (next < end && body[next] == ' ' && next - at < (depth == 0 ? 12 : 2))
            {
                next++;
            }

            if (next >= end || body[next] != '>' || (next + 1 < end && body[next + 1] == '!'))
            {
                break;
            }

            depth++;
            at = next + 1;
        }

        return (depth, depth > 0 && at < end && body[at] == ' ' ? at + 1 : at);
    }

    /// <summary>Words between quotation marks, or a paragraph in italics, as is the custom on Hacker News.</summary>
    private static void AddUnmarked(string body, List<Run> runs, TextStore texts)
    {
        var (marked, at) = (runs.Count, 0);
        foreach (Match match in Unmarked().Matches(body))
        {
            var words = match.Groups["words"];
            while (at < marked && runs[at].Start + runs[at].Length <= words.Index)
            {
                at++;
            }

            if (at == marked || runs[at].Start >= words.Index + words.Length)
            {
                runs.Add(new Run(texts.Keep(PackedText.Of(words.Value)), words.Index, words.Length, 1, null, null, IsMarked: false));
            }

            if (runs.Count - marked == 50)
            {
                break;
            }
        }
    }

    /// <summary>Who is quoted, from the line before a quote such as "On Monday, Ada wrote:".</summary>
    internal static string? AuthorIn(string line)
    {
        if (line.Length > 400 || !line.TrimEnd().EndsWith(':'))
        {
            return null;
        }

        var match = Attribution().Match(Blanks().Replace(Link().Replace(line.Trim(), "${words}"), " "));
        if (!match.Success)
        {
            return null;
        }

        return (VerbFirst().Match(match.Value) is { Success: true } verb ? Name(verb.Groups["name"].Value) : null) ?? Name(DateBefore().Replace(match.Groups["name"].Value, " "));
    }

    private static string? Name(string text) => PlainText.NameWithoutAddress(Brackets().Replace(text, " ").Trim(' ', ',', '*', '"', '\'', '@', '_', '\\', '>')).Name;

    /// <summary>The lines of a quote while they go on.</summary>
    private sealed class Pending(string body, TextStore texts)
    {
        private readonly List<(int Start, int End)> lines = [];
        private int depth;
        private string? author;
        private QuoteSource? source;

        // The last two lines with words, each with its depth: the attribution may take both.
        private (string Text, int Depth) before = ("", -1);
        private (string Text, int Depth) beforeThat = ("", -1);

        internal void Line(List<Run> runs, int lineDepth, int start, int end, QuoteSource? lineSource, bool beginsQuote)
        {
            if (start == end && lineDepth > 0)
            {
                if (depth > 0)
                {
                    lines.Add((start, end));
                }

                return;
            }

            if (lineDepth != depth || beginsQuote)
            {
                Close(runs);
                if (lineDepth > 0)
                {
                    (depth, source) = (lineDepth, lineSource);
                    author = before.Depth == lineDepth - 1 ? AuthorIn(before.Text) ?? (beforeThat.Depth == lineDepth - 1 ? AuthorIn(beforeThat.Text + " " + before.Text) : null) : null;
                }
            }

            if (lineDepth > 0)
            {
                lines.Add((start, end));
            }

            if (end > start)
            {
                (beforeThat, before) = (before, (body[start..Math.Min(end, start + 400)], lineDepth));
            }
        }

        internal void Close(List<Run> runs)
        {
            if (depth > 0)
            {
                string[] words = [.. lines.Select(line => body[line.Start..line.End])];
                var (from, to, named) = QuotedAlong.Words(words);
                if (to > from)
                {
                    var (start, end) = (lines[from].Start, lines[to - 1].End);
                    runs.Add(new Run(texts.Keep(PackedText.Of(string.Join('\n', words[from..to]).Trim('\n', ' '))), start, end - start, depth, source?.Author ?? named ?? author, source, IsMarked: true));
                }
            }

            depth = 0;
            lines.Clear();
        }
    }

    [GeneratedRegex(@"“(?<words>[^“”\n]{20,800})”|(?<![\p{L}\d""])""(?<words>[^""\n]{20,800})""|^\*(?<words>[^*\n]{20,2000})\*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10000)]
    private static partial Regex Unmarked();

    [GeneratedRegex(@"^(?<name>[^\n]{1,350}?)\s*(\b(wrote|writes|said|says|asked|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napsal|napisał|pisze|kirjoitti|yazdı|írta|пишет|написал|написала)\b[^:]{0,60}|(?<=^\\?@\S{1,60}))\s*:$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]*)\]\([^()\s]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    // Blanks are tried as part of the name and after it; more than one would be tried in every way.
    [GeneratedRegex(@"\s{2,}", RegexOptions.None, 5000)]
    private static partial Regex Blanks();

    /// <summary>Some languages name the writer after the verb, and only the day before it.</summary>
    [GeneratedRegex(@"\b(schrieb|schreef|skrev)\s+(?<name>[^:\d]{2,60}):$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerbFirst();

    // Of an address that was dropped, what stood before the host is left.
    [GeneratedRegex(@"[<(\[][^>)\]]*[>)\]]|[\w.%+-]+@…", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^.*(\d{1,2}:\d{2}(:\d{2})?(\s*[AP]\.?M\.?)?(\s*[+-]\d{4})?|\b(19|20)\d{2}\b)\s*(\([A-Z]{2,5}\))?\s*,?|^On\s+\S+,\s*|^(On\s+)?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DateBefore();
}
