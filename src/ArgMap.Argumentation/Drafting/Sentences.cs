using System.Text.RegularExpressions;
using ArgMap.Argumentation.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Splits a post into sentences, and says of each where it stands.</summary>
internal static partial class Sentences
{
    private const int TinyWords = 2, ShortWords = 4, LongWords = 35, MostItemWords = 18, LeastMiddling = 9, MostMiddling = 24, PostsOfRepeated = 4, MostLetters = 2_000;

    /// <summary>Of a post with more, only so many are looked at.</summary>
    internal const int Most = 5_000;

    internal static List<Sentence> Of(ThreadPost post, int number)
    {
        List<Sentence> sentences = [];
        var body = post.Body;
        var quotes = new QuotesAround(post.Quotes);
        var goOn = WrappedLines.GoOn(body);
        var (line, paragraph, inCode) = (0, 0, false);
        for (var start = 0; start < body.Length && sentences.Count < Most; line++)
        {
            var end = EndOfLine(body, start);
            var words = body.AsSpan(start, end - start).Trim();
            var isFence = words.StartsWith("```");
            paragraph += words.IsEmpty || isFence ? 1 : 0;
            for (; !inCode && goOn[line]; line++)
            {
                end = EndOfLine(body, end + 1);
            }

            // A row of a table says nothing without its head.
            if (!inCode && !isFence && !(words.StartsWith("|") && words.EndsWith("|")))
            {
                Line(quotes, body, number, (line, paragraph), start, end, sentences);
            }

            inCode ^= isFence;
            start = end + 1;
        }

        Mark(post, sentences);
        return sentences;
    }

    /// <summary>Marks what stands in so many posts in the same words that nobody wrote it for the debate: footers, signatures, and what programs add.</summary>
    internal static void MarkRepeated(IEnumerable<Sentence> sentences)
    {
        foreach (var same in sentences.Where(sentence => !sentence.IsQuoted && (sentence.Places.Contains("@link") || !sentence.Places.Contains("@short"))).GroupBy(sentence => sentence.Plain, StringComparer.Ordinal))
        {
            if (same.DistinctBy(sentence => sentence.Post).Skip(PostsOfRepeated - 1).Any())
            {
                foreach (var sentence in same)
                {
                    sentence.Places.Add("@repeated");
                }
            }
        }
    }

    /// <summary>The sentences of a post, in order, that a stretch of it has a part of.</summary>
    internal static List<Sentence> Touching(List<Sentence> own, int start, int end)
    {
        var first = FirstIndex(own, sentence => sentence.Start + sentence.Length > start);
        return own.GetRange(first, Math.Max(0, FirstIndex(own, sentence => sentence.Start >= end) - first));
    }

    /// <summary>The number of the first thing that something holds for, of things in an order in which it then holds for all that follow; how many there are where it holds for none.</summary>
    internal static int FirstIndex<T>(List<T> things, Func<T, bool> holds)
    {
        var (first, after) = (0, things.Count);
        while (first < after)
        {
            var middle = (first + after) / 2;
            (first, after) = holds(things[middle]) ? (first, middle) : (middle + 1, after);
        }

        return first;
    }

    private static int EndOfLine(string body, int start) => body.IndexOf('\n', start) is var at && at < 0 ? body.Length : at;

    private static void Line(QuotesAround quotes, string body, int number, (int Line, int Paragraph) at, int start, int end, List<Sentence> sentences)
    {
        var marks = LineMarks().Match(body[start..end]);
        var isItem = marks.Groups["item"].Success;
        start += marks.Length;
        var isQuoted = marks.Groups["quote"].Success || quotes.At(start).Exists(quote => end <= quote.Item.Start + quote.Item.Length && quote.Item.Length > 40);
        foreach (var (from, until) in Parts(body, start, end).SelectMany(part => Pieces(body, part.Start, part.End)).TakeWhile(_ => sentences.Count < Most))
        {
            var text = body[from..until];
            var plain = Plain(text);
            if (!plain.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            var sentence = new Sentence { Post = number, Start = from, Length = until - from, Line = at.Line, Paragraph = at.Paragraph, Text = text, Plain = plain, IsQuoted = isQuoted };
            if (isItem)
            {
                sentence.Places.Add("@item");
            }

            sentences.Add(sentence);
        }
    }

    /// <summary>The sentences of a line: a stop ends one where a capital, a digit or an opening mark follows, and no abbreviation stands before it.</summary>
    private static IEnumerable<(int Start, int End)> Parts(string body, int start, int end)
    {
        var from = start;
        foreach (Match match in Stop().Matches(body[start..end]))
        {
            var until = start + match.Index + match.Length;
            if (until >= end || !BeginsSentence(body.AsSpan(until, end - until)) || IsAbbreviation(body.AsSpan(from, start + match.Index - from)))
            {
                continue;
            }

            yield return Trimmed(body, from, until);
            from = until;
        }

        if (from < end && Trimmed(body, from, end) is var last && last.End > last.Start)
        {
            yield return last;
        }
    }

    /// <summary>What goes on for longer than anybody's sentence, such as a list of links or text that lost its stops, is divided.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(string body, int start, int end)
    {
        while (end - start > MostLetters)
        {
            var at = body.LastIndexOf(' ', start + MostLetters, MostLetters / 2) is > 0 and var blank ? blank : start + MostLetters - (char.IsLowSurrogate(body[start + MostLetters]) ? 1 : 0);
            yield return Trimmed(body, start, at);
            (start, _) = Trimmed(body, at, end);
        }

        yield return (start, end);
    }

    private static bool BeginsSentence(ReadOnlySpan<char> rest)
    {
        var words = rest.TrimStart();
        return words.Length < rest.Length && words.Length > 0 && (char.IsUpper(words[0]) || char.IsDigit(words[0]) || words[0] is '"' or '“' or '\'' or '‘' or '(' or '[' or '*' or '_' or '<' or '`');
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(" (\n") + 1)..];
        return word is "e.g" or "i.e" or "vs" or "etc" or "Mr" or "Mrs" or "Ms" or "Dr" or "Prof" or "St" or "No" or "cf" or "al" or "U.S" or "approx" || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I');
    }

    private static (int Start, int End) Trimmed(string body, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(body[start]) || body[start] == '\\'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(body[end - 1]) || body[end - 1] == '\\'))
        {
            end--;
        }

        return (start, end);
    }

    private static void Mark(ThreadPost post, List<Sentence> sentences)
    {
        var own = sentences.FindAll(sentence => !sentence.IsQuoted);
        if (own.Count > 0)
        {
            own[0].Places.Add("@first");
            own[^1].Places.Add("@last");
        }

        foreach (var group in own.GroupBy(sentence => sentence.Paragraph))
        {
            var members = group.ToList();
            members[0].Places.Add(members.Count == 1 ? "@alone" : "@begins");
            members[^1].Places.Add(members.Count == 1 ? "@alone" : "@ends");
        }

        for (var index = 1; index < own.Count && index < 3; index++)
        {
            own[index].Places.Add("@early");
        }

        if (post.Kind == PostKind.Opening)
        {
            own.ForEach(sentence => sentence.Places.Add("@opening"));
        }

        var (last, lastParagraph) = (-1, 0);
        var waits = false;
        var quotes = new QuotesAround(post.Quotes);
        foreach (var sentence in sentences)
        {
            if (sentence.IsQuoted)
            {
                var around = quotes.At(sentence.Start);
                (last, waits) = (around.Count > 0 ? around.MinBy(quote => quote.Item.Depth).Index : last, true);
                lastParagraph = 0;
                continue;
            }

            // The paragraph after a quote answers it; later ones may be about something else again.
            lastParagraph = waits ? sentence.Paragraph : lastParagraph;
            sentence.LastQuote = last;
            sentence.AfterQuote = sentence.Paragraph == lastParagraph ? last : -1;
            if (waits)
            {
                sentence.Places.Add("@after-quote");
                waits = false;
            }

            Mark(sentence);
        }

        Lists(own);
    }

    private static void Mark(Sentence sentence)
    {
        var words = sentence.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var trimmed = sentence.Plain.TrimEnd('"', '”', '\'', '’', ')', ']', '*', '_', ' ');
        AddIf(true, "@any");
        AddIf(words <= TinyWords, "@tiny");
        AddIf(words <= ShortWords, "@short");
        AddIf(words is >= LeastMiddling and <= MostMiddling, "@middling");
        AddIf(words >= LongWords, "@long");
        AddIf(trimmed.EndsWith('?') && Questions.IsAsked(sentence.Plain), "@question");
        AddIf(trimmed.EndsWith(':'), "@header");
        AddIf(sentence.Text.Contains("://", StringComparison.Ordinal), "@link");
        AddIf(sentence.Plain.Length > 2 && sentence.Plain[0] is '[' or '(' && sentence.Plain[^1] is ']' or ')', "@bracket");

        void AddIf(bool holds, string place)
        {
            if (holds)
            {
                sentence.Places.Add(place);
            }
        }
    }

    /// <summary>Pasted lists have lost their marks: short lines without a stop after a line that announces them are items all the same.</summary>
    private static void Lists(List<Sentence> own)
    {
        for (var index = 0; index < own.Count; index++)
        {
            if (!own[index].Places.Contains("@header"))
            {
                continue;
            }

            for (; index + 1 < own.Count && IsBareItem(own, index + 1); index++)
            {
                own[index + 1].Places.Add("@item");
            }
        }
    }

    private static bool IsBareItem(List<Sentence> own, int index)
    {
        var sentence = own[index];
        return sentence.Places.Contains("@item")
            || (own[index - 1].Line != sentence.Line && (index + 1 == own.Count || own[index + 1].Line != sentence.Line)
                && sentence.Plain.Length > 0 && char.IsLetterOrDigit(sentence.Plain[^1]) && sentence.Plain.Split(' ').Length <= MostItemWords);
    }

    private static string Plain(string text) => Spaces().Replace(Formatting().Replace(LinkTarget().Replace(text, "${words}"), ""), " ").Trim();

    [GeneratedRegex(@"^[ \t]*(?<quote>(>(?!!)[ \t]*)+)?[ \t]*((?<item>([-*+•–]|\(?(\d{1,2}(\.\d{1,2}){0,3}|[a-zA-Z])[.)]))[ \t]+|#{1,6}[ \t]+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineMarks();

    [GeneratedRegex("""[.!?…]+["'”’)\]*_]*(\[\^[^\[\]\s]{1,40}\])*""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Stop();

    [GeneratedRegex(@"!?\[(?<words>[^\]\n]*)\]\([^)\s]*\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"\*+|`+|~~|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])|\\(?=[^A-Za-z0-9\s])", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Formatting();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Spaces();
}
