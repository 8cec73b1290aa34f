using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A format whose files are pages saved from a browser.</summary>
internal abstract class PageFormat : ForumFormat
{
    internal sealed override int Recognise(ThreadInput input) => input.LooksLikePage ? RecognisePage(input) : 0;

    /// <summary>How sure the format is that a page is its own.</summary>
    protected abstract int RecognisePage(ThreadInput input);

    /// <summary>Hands every post of the page to the thread.</summary>
    protected abstract void Read(IHtmlDocument page, string? address, ThreadAssembly thread);

    internal sealed override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var page = input.Html;
        var address = AddressOf(page) ?? input.Address;
        thread.Title ??= TitleOf(page);
        thread.Address ??= address;
        thread.Forum ??= Meta(page, "og:site_name") ?? (Uri.TryCreate(address, UriKind.Absolute, out var host) ? host.Host : null);
        Read(page, address, thread);
    }

    /// <summary>Where the page says it is from; browsers write it into what they save.</summary>
    internal static string? AddressOf(IHtmlDocument page) =>
        // Archives name their own copy, and beside it what they copied.
        new[] { page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), Meta(page, "og:url"), page.Head?.QuerySelector("link[rel=bookmark], link[rel='dc:isVersionOf']")?.GetAttribute("href"), page.QuerySelector("a.reader-domain")?.GetAttribute("href") }.Where(address => address is null || !SavedPage.IsCopy(address)).Select(address => Absolute(address, BaseOf(page))).FirstOrDefault(address => address is not null);

    /// <summary>Where the links of a page start, if not from its own address.</summary>
    internal static string? BaseOf(IDocument? page) => Absolute(page?.Head?.QuerySelector("base[href]")?.GetAttribute("href"), null);

    private static string? Absolute(string? address, string? start) =>
        address?.StartsWith("//", StringComparison.Ordinal) == true ? Absolute("https:" + address, start)
            : Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? address
            : address is { Length: > 0 } && Uri.TryCreate(start, UriKind.Absolute, out var from) && Uri.TryCreate(from, address, out absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri
            : null;

    protected static string? TitleOf(IHtmlDocument page) =>
        PlainText.Line(Meta(page, "og:title")) ?? PlainText.Line(page.QuerySelector("h1")?.TextContent) ?? PlainText.Line(page.Title);

    protected static string? Meta(IHtmlDocument page, string property) =>
        page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content") is { Length: > 0 } content ? content : null;

    /// <summary>The elements of a post that are not those of a post within it.</summary>
    protected static IEnumerable<IElement> Own(IElement post, Func<IElement, bool> isPost) =>
        NodeText.Elements(post, element => !isPost(element)).Where(element => !isPost(element));

    /// <summary>The nearest post around an element.</summary>
    protected static IElement? Around(IElement element, Func<IElement, bool> isPost)
    {
        for (var at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (isPost(at))
            {
                return at;
            }
        }

        return null;
    }

    protected static bool Has(IElement element, string name) => element.ClassList.Contains(name);

    /// <summary>Has a class of that component: pages made by programs write classes as "Component-part".</summary>
    protected static bool HasPart(IElement element, string part) =>
        element.ClassName is { } names && names.Contains(part, StringComparison.Ordinal);

    protected static DateTimeOffset? TimeOf(IElement? element) =>
        element is null ? null : Times.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("value") ?? element.GetAttribute("time") ?? element.GetAttribute("data-js-date") ?? element.GetAttribute("data-time") ?? element.GetAttribute("title")) ?? Times.Parse(PlainText.Line(element.TextContent));

    protected static int? NumberIn(string? text)
    {
        var words = (text ?? "").Replace('−', '-').Replace('–', '-').Replace(",", "", StringComparison.Ordinal).Trim();
        var digits = new string([.. words.TakeWhile(character => char.IsAsciiDigit(character) || character == '-')]);
        return int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    protected static string LastPart(string? address) => (address ?? "").Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
}
