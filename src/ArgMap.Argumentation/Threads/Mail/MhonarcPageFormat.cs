using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>A page with one mail as MHonArc draws it, which many archives of lists use: comments hold its key and those it refers to.</summary>
internal sealed class MhonarcPageFormat : PageFormat
{
    private const string Begins = "X-Body-of-Message", Ends = "X-Body-of-Message-End", Key = "X-Message-Id:", Reference = "X-Reference:", Subject = "X-Subject:", Date = "X-Date:";

    internal override string Name => "mhonarc-page";

    internal override string Description => "Mail: a saved page of a list's archive with one mail (MHonArc)";

    protected override int RecognisePage(ThreadInput input) => input.Text.Contains("<!--" + Begins + "-->", StringComparison.OrdinalIgnoreCase) && CommentMarks.Named(input.Html, Begins) is not null ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var said = Words(CommentMarks.Between(CommentMarks.Named(page, Begins)!, Ends).ToList(), thread);
        var head = Head(page);
        var subject = Stated(page, Subject).FirstOrDefault() ?? head.GetValueOrDefault("subject");
        var written = Stated(page, Date).FirstOrDefault() ?? head.GetValueOrDefault("date");
        var (name, hadAddress) = MailFormat.Writer(head.GetValueOrDefault("from") ?? "");
        thread.AddressesDropped += hadAddress ? 1 : 0;
        // References stand in the order of the mail's own list: what it answers is the last.
        var answered = Stated(page, Reference).LastOrDefault();
        thread.Title = answered is null ? subject ?? thread.Title : thread.Title ?? subject;
        MailPage.Add(Stated(page, Key).FirstOrDefault(), answered, name, written, subject, address, said, thread);
    }

    /// <summary>Text is set as it was typed; other mails are pages of their own.</summary>
    private static ConvertedBody Words(List<INode> nodes, ThreadAssembly thread) =>
        nodes.OfType<IElement>().All(element => element.LocalName is "pre" or "br" or "hr") ? MailBody.Of(CommentMarks.Text(nodes), thread)
            : thread.FromHtml(string.Concat(nodes.Select(node => node is IElement element ? element.OuterHtml : node is IText text ? WebUtility.HtmlEncode(text.Data) : "")), null);

    /// <summary>What comments say under a name. A comment cannot hold two hyphens, so they are written as references.</summary>
    private static IEnumerable<string> Stated(IHtmlDocument page, string name) =>
        CommentMarks.Of(page).Select(comment => comment.Data.Trim()).Where(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Select(line => PlainText.Line(PlainText.Decoded(line[name.Length..]))).OfType<string>();

    /// <summary>The list of the mail's own fields, as it is shown.</summary>
    private static Dictionary<string, string> Head(IHtmlDocument page) =>
        CommentMarks.Named(page, "X-Head-of-Message") is not { } begin ? []
            : CommentMarks.Between(begin, "X-Head-of-Message-End").OfType<IElement>().SelectMany(element => element.QuerySelectorAll("li").Append(element)).Select(field => PlainText.Line(field.TextContent)?.Split(':', 2))
                .Where(parts => parts is [_, { Length: > 0 }]).DistinctBy(parts => parts![0].Trim().ToLowerInvariant()).ToDictionary(parts => parts![0].Trim().ToLowerInvariant(), parts => parts![1].Trim(), StringComparer.Ordinal);
}
