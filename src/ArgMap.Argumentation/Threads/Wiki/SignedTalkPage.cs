using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>A talk page that is told like its source: comments end with a signature, and how far they are set in says what they answer.</summary>
internal static partial class SignedTalkPage
{
    /// <summary>Hands every section and comment of the page to the thread.</summary>
    internal static void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var lines = new TalkPageLines(page);
        var outline = new TalkOutline(thread);
        (TalkPageLines.Line Line, int At)? begun = null;
        foreach (var line in lines.All)
        {
            if (line.Level > 0)
            {
                Rest(line);
                // Where the page's title stands among its words, it is no section.
                if (PlainText.Line(line.Words) is { } title && (line.Level > 1 || title != thread.Title))
                {
                    outline.Section(line.Level, title, line.Anchor);
                }

                continue;
            }

            var signature = WikitextSignature.Dated(line.Words);
            if (HasWords().IsMatch(signature is null ? line.Words : line.Words[..signature.Start]))
            {
                begun ??= (line, 0);
            }

            if (signature is not null)
            {
                Comment(begun ?? (line, signature.Start), lines.At(line, signature.Start), signature, line);
                begun = null;
            }
        }

        Rest(null);
        outline.Finish();
        if (lines.Boxes > 0)
        {
            thread.LeavesOut("templates and links that stand for themselves", lines.Boxes);
        }

        // Words that nobody signed are somebody's.
        void Rest(TalkPageLines.Line? next)
        {
            if (begun is { } unsigned)
            {
                Comment(unsigned, next is null ? lines.End : lines.At(next, 0), null);
            }

            begun = null;
        }

        void Comment((TalkPageLines.Line Line, int At) from, (int Piece, int Offset) to, WikitextSignature? signature, TalkPageLines.Line? signed = null)
        {
            var outdent = Outdent().Match(from.Line.Words, from.At);
            var body = lines.Between(lines.At(from.Line, outdent.Success ? outdent.Index + outdent.Length : from.At), to, from.Line.Depth);
            // What follows a signature on its line is a button, or what its writer added.
            if (signature is not null && signed is not null && Remark().IsMatch(signed.Words[signature.End..]))
            {
                body.AppendChild(lines.Between(lines.At(signed, signature.End), (signed.Last + 1, 0), signed.Depth));
            }

            outline.Comment(from.Line.Depth, outdent.Success, signature, thread.FromElement(body, address));
        }
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HasWords();

    /// <summary>More than one word, as buttons have.</summary>
    [GeneratedRegex(@"[\p{L}\p{Nd}]+[^\p{L}\p{Nd}]+[\p{L}\p{Nd}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();

    /// <summary>A line that leads back to the margin, as templates draw it and people type it.</summary>
    [GeneratedRegex(@"\G\s*(┌[─┬]*[┘┐│]?|←|\((outdent(ed|ing)?|unindent(ed)?|od|←)\))+\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Outdent();
}
