using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>A page with one mail of a list, as the archives of Mailman 2 have it: what it answers it does not say.</summary>
internal sealed partial class PipermailPageFormat : PageFormat
{
    private const string Begins = "<!--beginarticle-->";

    internal override string Name => "pipermail-page";

    internal override string Description => "Mail: a saved page of a list's archive with one mail (Mailman 2)";

    protected override int RecognisePage(ThreadInput input) => input.Text.Contains(Begins, StringComparison.OrdinalIgnoreCase) && CommentMarks.Named(input.Html, "beginarticle") is not null ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var body = page.Body!;
        // Whoever answers by the page's link answers this mail, and the link names it for them.
        var link = body.QuerySelectorAll("a[href^='mailto:']").Concat(page.QuerySelectorAll("link[rel=made]")).Select(made => Answered().Match(made.GetAttribute("href") ?? "")).FirstOrDefault(match => match.Success);
        var subject = PlainText.Line(body.QuerySelector("h1")?.TextContent) ?? PlainText.Line(page.Title);
        var written = PlainText.Line(body.QuerySelector("i")?.TextContent);
        var said = MailBody.Of(CommentMarks.Text(CommentMarks.Between(CommentMarks.Named(page, "beginarticle")!, "endarticle")), thread);
        var name = PlainText.Line(body.QuerySelector("b")?.TextContent);
        thread.Title = subject ?? thread.Title;
        thread.AddressesDropped++;
        MailPage.Add(link is null ? null : Uri.UnescapeDataString(link.Groups["id"].Value), null, name, written, subject, address, said, thread);
    }

    [GeneratedRegex(@"[?&](amp;)?In-Reply-To=(%3C|<)?(?<id>[^&>]+?)(%3E|>)?(&|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Answered();
}
