using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>A page with one mail as hypermail draws it, which archives of standards and of many universities use: comments hold its key and that of what it answers.</summary>
internal sealed partial class HypermailPageFormat : PageFormat
{
    internal override string Name => "hypermail-page";

    internal override string Description => "Mail: a saved page of a list's archive with one mail (hypermail)";

    protected override int RecognisePage(ThreadInput input) => input.Text.Contains("<!-- body=\"start\" -->", StringComparison.Ordinal) && CommentMarks.Named(input.Html, "body=\"start\"") is not null ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var stated = CommentMarks.Of(page).Select(comment => Mark().Match(comment.Data)).Where(mark => mark.Success)
            .DistinctBy(mark => mark.Groups["name"].Value).ToDictionary(mark => mark.Groups["name"].Value, mark => PlainText.Line(PlainText.Decoded(mark.Groups["value"].Value)), StringComparer.Ordinal);
        thread.AddressesDropped += stated.GetValueOrDefault("email") is null ? 0 : 1;
        var (subject, answered) = (stated.GetValueOrDefault("subject"), stated.GetValueOrDefault("inreplyto"));
        // Some programs answer a name and a day instead of a key.
        answered = answered?.Contains('@', StringComparison.Ordinal) == true ? answered.Trim('<', '>') : null;
        thread.Title = subject is not null && !MailSubject.IsAnswer(subject) ? subject : MailSubject.Bare(thread.Title ?? subject ?? "");
        var said = MailBody.Of(Typed(CommentMarks.Between(CommentMarks.Named(page, "body=\"start\"")!, "body=\"end\"").ToList()), thread);
        MailPage.Add(stated.GetValueOrDefault("id")?.Trim('<', '>'), answered, stated.GetValueOrDefault("name"), stated.GetValueOrDefault("sent") ?? stated.GetValueOrDefault("received"), subject, address, said, thread);
    }

    /// <summary>The mail as it was typed: set as such, or with a break at the end of each line.</summary>
    private static string Typed(List<INode> nodes)
    {
        if (nodes.OfType<IElement>().SelectMany(element => NodeText.Elements(element).Prepend(element)).FirstOrDefault(element => element.LocalName == "pre") is { } set)
        {
            return NodeText.Of(set);
        }

        var text = new StringBuilder();
        var isAfterBreak = false;
        foreach (var node in nodes.Where(node => node is not IElement element || IsWords(element)).SelectMany(node => NodeText.AllNodes(node, IsWords).Prepend(node)))
        {
            if (node is IText words)
            {
                var data = isAfterBreak && words.Data.StartsWith('\n') ? words.Data[1..] : words.Data;
                text.Append(data);
                isAfterBreak = isAfterBreak && data.Length == 0;
            }
            else if (node is IElement { LocalName: "br" or "p" or "div" } element)
            {
                text.Append(element.LocalName == "br" ? "\n" : "\n\n");
                isAfterBreak = true;
            }
        }

        return Breaks().Replace(text.ToString(), "\n\n");
    }

    private static bool IsWords(IElement element) => element.LocalName is not ("address" or "h1" or "dfn" or "map" or "script") && element.Id is not "received";

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, 1000)]
    private static partial Regex Breaks();

    /// <summary>Such as <c>inreplyto="1@example.org"</c>.</summary>
    [GeneratedRegex(@"^\s*(?<name>[a-z]+)=""(?<value>.*)""\s*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Mark();
}
