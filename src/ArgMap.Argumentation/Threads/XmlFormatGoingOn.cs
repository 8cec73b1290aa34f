using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>Reading on after a fault within a file: one bad sign in one comment must not cost all comments after it.</summary>
internal abstract partial class XmlFormat
{
    // After a fault the file is held as text.
    private const int MostHeld = 64 * 1024 * 1024, MostRest = 256 * 1024;

    private Regex? recordTags;

    /// <summary>Ends what was open at the fault, and reads every record that begins after it for itself.</summary>
    /// <returns>Whether there was any.</returns>
    private bool GoOn(ThreadInput input, List<XmlRecord> open, int line, int position, ThreadAssembly thread)
    {
        if (input.Length > MostHeld)
        {
            return false;
        }

        string text;
        using (var whole = Open(input))
        {
            text = whole.ReadToEnd();
        }

        var (at, lines) = (Offset(text, line, position), line);
        if (open.FindLast(record => Records.Contains(record.Name)) is { } faulty && RecordTags(text, 0).TakeWhile(tag => tag.Index < at).LastOrDefault(tag => tag.Groups["name"].Value == faulty.Name && tag.Groups["end"].Length == 0) is { } start)
        {
            // The record with the fault may be only in want of an ampersand.
            open.RemoveRange(open.IndexOf(faulty), open.Count - open.IndexOf(faulty));
            lines -= text.AsSpan(start.Index, at - start.Index).Count('\n');
            at = start.Index;
        }

        var wentOn = false;
        foreach (var tag in RecordTags(text, at))
        {
            if (tag.Index < at)
            {
                continue;
            }

            lines += text.AsSpan(at, tag.Index - at).Count('\n');
            at = tag.Index;
            var name = tag.Groups["name"].Value;
            var isEnd = tag.Groups["end"].Length > 0;
            if (isEnd || open.Exists(record => record.Name == name))
            {
                // A record within another of its name is not: the end of the first was lost.
                while (open.Exists(record => record.Name == name))
                {
                    Close(open, lines, thread);
                }
            }

            if (isEnd)
            {
                continue;
            }

            while (open.Count > 1 && !Records.Contains(open[^1].Name) && open.Exists(record => Records.Contains(record.Name)))
            {
                Close(open, lines, thread);
            }

            if (open.Count == 0)
            {
                // The root itself is faulty, or was the record.
                open.Add(new XmlRecord(""));
            }

            var end = EndOf(text, tag);
            var piece = text[at..end];
            try
            {
                // Prefixes were declared at the root, which is not part of this piece.
                using var reader = new XmlTextReader(Mended(piece), XmlNodeType.Element, null) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
                ReadAll(reader, open, thread);
                wentOn = true;
            }
            catch (XmlException fault)
            {
                thread.Damaged($"line {lines + Math.Max(0, fault.LineNumber - 1)}, in <{name}>", "The XML breaks off or is wrong here; what could be made out was read.");
                // What was begun stays open: records within it may follow the fault, and then its end.
                wentOn = true;
                end = at + Math.Clamp(Offset(piece, fault.LineNumber, fault.LinePosition), 1, piece.Length);
                Rest(text, end, open);
            }

            lines += text.AsSpan(at, end - at).Count('\n');
            at = end;
        }

        while (open.Count > 0)
        {
            Close(open, lines, thread);
        }

        return wentOn;
    }

    /// <summary>Gives a record what comes after the fault in it, as far as that is whole.</summary>
    private void Rest(string text, int from, List<XmlRecord> open)
    {
        var record = open.FindLastIndex(one => Records.Contains(one.Name));
        if (record < 0)
        {
            return;
        }

        // What holds words and more than that has lost its end.
        for (var index = open.Count - 1; index > record; index--)
        {
            foreach (var child in string.IsNullOrWhiteSpace(open[index].Text) ? [] : open[index].Children)
            {
                open[record].Add(child);
            }
        }

        var to = RecordTags(text, from).FirstOrDefault()?.Index ?? text.Length;
        foreach (Match part in Part().Matches(text[from..Math.Min(to, from + MostRest)]))
        {
            var child = new XmlRecord(part.Groups["name"].Value);
            child.AddUntilFull(part.Groups["plain"].Success ? WebUtility.HtmlDecode(part.Groups["plain"].Value) : part.Groups["data"].Value);
            open[record].Add(child);
        }
    }

    /// <summary>Where records begin and end.</summary>
    private IEnumerable<Match> RecordTags(string text, int from)
    {
        var tags = recordTags ??= new Regex($@"<(?<end>/?)(?<full>(\w+:)?(?<name>{string.Join('|', Records.Select(Regex.Escape))}))(?=[\s>/])", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        for (var tag = tags.Match(text, from); tag.Success; tag = tag.NextMatch())
        {
            yield return tag;
        }
    }

    /// <summary>Where a record ends: with its own end, or, if that was lost, where the next of its kind begins.</summary>
    private static int EndOf(string text, Match tag)
    {
        var name = tag.Groups["full"].Value;
        var next = tag.Index;
        do
        {
            next = text.IndexOf("<" + name, next + 1, StringComparison.Ordinal);
        }
        while (next >= 0 && next + name.Length + 1 < text.Length && (char.IsLetterOrDigit(text[next + name.Length + 1]) || text[next + name.Length + 1] is '-' or '_' or ':'));

        var most = next < 0 ? text.Length : next;
        var ends = text.AsSpan(tag.Index, most - tag.Index).IndexOf($"</{name}>", StringComparison.Ordinal);
        return ends < 0 ? most : tag.Index + ends + name.Length + 3;
    }

    /// <summary>Entities of HTML, which XML does not know, as what they stand for, and other ampersands as themselves.</summary>
    private static string Mended(string piece) => Ampersand().Replace(piece, match => match.Value[0] == '<' || match.Value is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" || match.Value.StartsWith("&#", StringComparison.Ordinal) ? match.Value
        : WebUtility.HtmlDecode(match.Value) is var plain && plain != match.Value ? plain : "&amp;" + match.Value[1..]);

    private static int Offset(string text, int line, int position)
    {
        var at = 0;
        for (var number = 1; number < line && at < text.Length; number++)
        {
            var next = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (next < 0)
            {
                return text.Length;
            }

            at += next + 1;
            at += at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? 1 : 0;
        }

        return Math.Min(text.Length, at + Math.Max(0, position - 1));
    }

    [GeneratedRegex(@"<(?<full>([\w-]{1,40}:)?(?<name>[\w-]{1,60}))(\s[^<>]{0,200})?>(<!\[CDATA\[(?<data>((?!\]\]>|<!\[CDATA\[).)*)\]\]>|(?<plain>[^<]*))</\k<full>>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10000)]
    private static partial Regex Part();

    [GeneratedRegex(@"<!\[CDATA\[.*?(\]\]>|\z)|&(#\d{1,7};|#x[0-9a-fA-F]{1,6};|\w{1,30};)?", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10000)]
    private static partial Regex Ampersand();

    /// <summary>Without the prefix, where the reader leaves it.</summary>
    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
