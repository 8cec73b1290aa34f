using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>A page of HyperKitty, the archive of Mailman 3, with the mails of a thread: the first, and the answers set in as deep as they stand, or by time.</summary>
internal sealed partial class HyperKittyPageFormat : PageFormat
{
    // Answers to the first mail are not set in, and none further than this.
    private const int MostLevels = 5, WidthOfLevel = 2;

    internal override string Name => "hyperkitty-page";

    internal override string Description => "Mail: a saved page of a list's archive with the mails of a thread (Mailman 3)";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("email-header", StringComparison.Ordinal) && input.Text.Contains("email-author", StringComparison.Ordinal) && Mails(input.Html).Any() ? 93 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        var isByTime = page.QuerySelector(".sort-mode a, a.sort-mode")?.GetAttribute("href")?.Contains("sort=thread", StringComparison.Ordinal) == true;
        var heading = PlainText.Line(page.QuerySelector(".thread-header h3, .thread-header h1, .thread-header h2")?.TextContent);
        thread.Title = heading ?? thread.Title;
        string? day = null;
        var open = new string?[MostLevels + 1];
        FoundPost? first = null;
        foreach (var mail in Mails(page))
        {
            var post = Post(mail, ref day, address, thread);
            if (first is null && Has(mail, "email-first"))
            {
                first = post;
                (post.Kind, post.IsFirstOfPage, post.Title) = (PostKind.Opening, true, heading);
            }
            else
            {
                var level = Level(mail);
                post.Parent = level > 0 ? open[..level].LastOrDefault(above => above is not null) ?? first?.Id : isByTime ? null : first?.Id;
                // What is as deep as the page shows may answer another that is.
                post.ParentIsGuess = (isByTime && level == 0) || level == MostLevels;
                open[level] = post.Id;
                Array.Clear(open, level + 1, MostLevels - level);
            }

            thread.Add(post);
        }

        thread.States(NumberIn(CountOf(page)) + 1);
        thread.LinksToMore(page.QuerySelectorAll(".replies .ajaxloader, .replies .spinner-border").Length);
    }

    // A page that lost some tags still has the words.
    private static IEnumerable<IElement> Mails(IHtmlDocument page) => page.QuerySelectorAll(".email-body").Select(body => body.Closest(".email") ?? body.ParentElement!).Distinct();

    private static string? CountOf(IHtmlDocument page) =>
        page.QuerySelectorAll("#thread-overview-info div, .thread-overview div").Select(line => PlainText.Line(line.TextContent)).FirstOrDefault(line => line is not null && Comments().IsMatch(line));

    private static FoundPost Post(IElement mail, ref string? day, string? address, ThreadAssembly thread)
    {
        var link = mail.QuerySelectorAll("a[href*='/message/']").Select(at => at.GetAttribute("href")!).FirstOrDefault(href => !href.Contains("/vote", StringComparison.Ordinal));
        var name = PlainText.Line(mail.QuerySelector(".email-author .name, h2.name, span.name")?.TextContent);
        var said = Words(mail.QuerySelector(".email-body")!, address, thread);
        var key = mail.QuerySelector(".email-header[id]")?.Id ?? (link is null ? WordKey.Of(name, said.Markdown) : LastPart(link));
        var answering = Answering().Match(mail.QuerySelector("a.reply-mailto[href^='mailto:']")?.GetAttribute("href") ?? "");
        // The day stands only where it is another than above.
        day = PlainText.Line(mail.QuerySelector(".email-date .date")?.TextContent) ?? day;
        var time = mail.QuerySelector(".email-date .time span") ?? mail.QuerySelector(".email-date [title]");
        thread.AddressesDropped += answering.Success ? 1 : 0;
        return new FoundPost
        {
            Id = answering.Success ? Uri.UnescapeDataString(answering.Groups["id"].Value) : key,
            SameAs = answering.Success ? [key] : [],
            Author = thread.Author(name),
            CreatedAt = At(day, time),
            CreatedAtAsWritten = PlainText.Line($"{day} {PlainText.Line(time?.TextContent)}"),
            Title = Changed().Replace(PlainText.Line(mail.QuerySelector(".email-header .subject")?.TextContent) ?? "", "") is { Length: > 0 } subject ? subject : null,
            Address = Uri.TryCreate(address, UriKind.Absolute, out var start) && Uri.TryCreate(start, link, out var absolute) ? absolute.AbsoluteUri : link,
            Body = said.Above(mail.QuerySelectorAll(".attachments-list a").Select(file => MarkdownLinks.To(file.GetAttribute("href"), file.TextContent))),
            HasAttributionLines = true,
        };
    }

    /// <summary>The sender's clock has no zone, but the year; the page's own has the zone of the archive, and mostly no year.</summary>
    private static DateTimeOffset? At(string? day, IElement? time)
    {
        var sent = Times.Parse(time?.GetAttribute("title")?.Split(": ", 2)[^1]);
        return sent is null ? Times.Parse($"{day}, {PlainText.Line(time?.TextContent)}")
            : Enumerable.Range(-1, 3).Select(years => Times.Parse(string.Create(CultureInfo.InvariantCulture, $"{Year().Replace(day ?? "", "")} {sent.Value.Year + years}, {PlainText.Line(time!.TextContent)}")))
                .Where(shown => shown is not null && (shown.Value - sent.Value).Duration() < TimeSpan.FromDays(2)).FirstOrDefault() ?? sent;
    }

    private static int Level(IElement mail) =>
        Around(mail, around => Width().IsMatch(around.GetAttribute("style") ?? "")) is { } set && double.TryParse(Width().Match(set.GetAttribute("style")!).Groups["width"].Value, CultureInfo.InvariantCulture, out var width)
            ? Math.Clamp((int)Math.Round(width / WidthOfLevel), 0, MostLevels) : 0;

    /// <summary>Mails were shown as they were typed; what they quote had lost its marks. Later they are drawn as Markdown.</summary>
    private static ConvertedBody Words(IElement body, string? address, ThreadAssembly thread)
    {
        foreach (var fold in body.QuerySelectorAll(".quoted-switch"))
        {
            fold.Remove();
        }

        var isTyped = body.QuerySelector("p, br, ul, ol, blockquote, pre, table, h1, h2, h3") is null;
        foreach (var quote in body.QuerySelectorAll(".quoted-text").ToList())
        {
            if (isTyped)
            {
                quote.Replace(body.Owner!.CreateTextNode($"\n{string.Join('\n', quote.TextContent.Trim('\n').TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line.Trim()))}\n"));
            }
            else if (quote.Closest("blockquote") is not null || quote.TextContent.AsSpan().TrimStart() is ['>', ..])
            {
                // It is a quote already.
                quote.RemoveAttribute("class");
            }
        }

        return isTyped ? MailBody.Of(NodeText.Of(body).TrimStart(), thread) : TypedQuotes.In(thread.FromElement(body, address));
    }

    [GeneratedRegex(@"[?&]In-Reply-To=(%3C|<)?(?<id>[^&>]+?)(%3E|>)?(&|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Answering();

    [GeneratedRegex(@"margin-left:\s*(?<width>\d+(\.\d+)?)em", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Width();

    [GeneratedRegex(@"^\d+ (comments|replies)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^New subject: ", RegexOptions.None, 1000)]
    private static partial Regex Changed();

    [GeneratedRegex(@"\s+\d{4}$", RegexOptions.None, 1000)]
    private static partial Regex Year();
}
