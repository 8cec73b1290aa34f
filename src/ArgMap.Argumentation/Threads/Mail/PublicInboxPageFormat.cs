using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>A page of a public inbox with all mails of a thread, one below the other or set in, and a list of them that shows who answers whom.</summary>
internal sealed partial class PublicInboxPageFormat : PageFormat
{
    internal override string Name => "public-inbox-page";

    internal override string Description => "Mail: a saved page of a public inbox with the mails of a thread";

    protected override int RecognisePage(ThreadInput input) => input.Text.Contains(">permalink</a>", StringComparison.Ordinal) && Mails(input.Html).Any() ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var mails = Mails(page).ToList();
        var keys = mails.ConvertAll(mail => (Mark: mail.Mark.Id!, Key: KeyOf(mail.Element) ?? mail.Mark.Id!)).DistinctBy(mail => mail.Mark).ToDictionary(mail => mail.Mark, mail => mail.Key, StringComparer.Ordinal);
        var parents = Parents(page, keys);
        thread.Title = PlainText.Line(mails[0].Mark.ParentElement?.QuerySelector("b")?.TextContent) ?? thread.Title;
        foreach (var (element, mark) in mails)
        {
            var key = keys[mark.Id!];
            var text = NodeText.Of(element).ReplaceLineEndings("\n");
            var head = Head().Match(text);
            var isKnown = parents.TryGetValue(key, out var parent);
            var words = text[(head.Index + head.Length)..];
            words = Foot().Match(words) is { Success: true } foot ? words[..foot.Index] : words;
            thread.Add(new FoundPost
            {
                Id = key,
                Parent = parent,
                Kind = parent is null && isKnown ? PostKind.Opening : PostKind.Reply,
                Author = thread.Author(head.Groups["name"].Value),
                CreatedAt = Times.Parse(head.Groups["time"].Value + "Z"),
                CreatedAtAsWritten = head.Groups["time"].Value + " UTC",
                Title = PlainText.Line(element.QuerySelector("b")?.TextContent),
                Body = MailBody.Of(Part().Replace(words, ""), thread),
                HasAttributionLines = true,
            });
        }
    }

    private static IEnumerable<(IElement Element, IElement Mark)> Mails(IHtmlDocument page) =>
        page.QuerySelectorAll("pre").Select(element => (Element: element, Mark: element.QuerySelector("a[id^='m']")!)).Where(mail => mail.Mark is not null && Head().IsMatch(NodeText.Of(mail.Element).ReplaceLineEndings("\n")));

    /// <summary>The mail's own key, which ends the way to it.</summary>
    private static string? KeyOf(IElement mail) =>
        mail.QuerySelectorAll("a").FirstOrDefault(link => link.TextContent == "permalink")?.GetAttribute("href")?.TrimEnd('/').Split('/')[^1] is { Length: > 0 } last ? Uri.UnescapeDataString(last) : null;

    /// <summary>What each mail answers, by the list of all: a mail is set in below the one it answers.</summary>
    private static Dictionary<string, string?> Parents(IHtmlDocument page, Dictionary<string, string> keys)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        var open = new Stack<(int Depth, string Key)>();
        foreach (var link in page.QuerySelectorAll("pre").Where(element => Overview().IsMatch(element.TextContent)).TakeLast(1).SelectMany(list => list.QuerySelectorAll("a[href*='#m']")))
        {
            var line = (link.PreviousSibling as IText)?.Data ?? "";
            line = line[(line.LastIndexOf('\n') + 1)..];
            if (!keys.TryGetValue(PageParts.Place(link)!, out var key))
            {
                continue;
            }

            var depth = line.Contains('`', StringComparison.Ordinal) ? line.IndexOf('`', StringComparison.Ordinal) : 0;
            while (open.TryPeek(out var above) && above.Depth >= depth)
            {
                open.Pop();
            }

            parents.TryAdd(key, open.TryPeek(out var parent) ? parent.Key : null);
            open.Push((depth, key));
        }

        return parents;
    }

    [GeneratedRegex(@"^From: (?<name>[^\n]+?)\s+@ (?<time>\d{4}-\d{2}-\d{2} +\d{1,2}:\d{2}) UTC[^\n]*\n( +[^\n]*\n)*(\n|\z)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\^ permalink\b", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Foot();

    [GeneratedRegex(@"^\[-- (Attachment #[^\n]*|[^\n]*bytes) --\]\n?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^-- links below jump to the message on this page --", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Overview();
}
