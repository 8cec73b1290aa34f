using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Quotes as the programs of forums draw them: which element holds the words, which ones only say whose they are.</summary>
internal static partial class ForumQuotes
{
    /// <summary>A quote in a page.</summary>
    /// <param name="Words">What holds the quoted words.</param>
    /// <param name="Source">Where the quote says it is from.</param>
    /// <param name="Heads">What is no part of the words.</param>
    internal sealed record Quote(IElement Words, QuoteSource? Source, IReadOnlyList<IElement> Heads);

    /// <summary>The quote that an element is; null when it is none.</summary>
    internal static Quote? Of(IElement element, IElement? before) => element.LocalName switch
    {
        "blockquote" => Block(element, before),
        "table" => Cell(element),
        "div" when element.ClassList.Contains("quotemain") => new Quote(element, before is { } above && Invision().Match(PlainText.Line(above.TextContent) ?? "") is { Success: true } head ? Linked(above, head.Groups["name"].Value) : null, []),
        _ => Board(element) ?? Framed(element) ?? Table(element),
    };

    private static Quote Block(IElement quote, IElement? before)
    {
        // XenForo, Invision and Vanilla say it in attributes.
        if ((quote.GetAttribute("data-quote") ?? quote.GetAttribute("data-ipsquote-username") ?? quote.GetAttribute("data-author") ?? quote.GetAttribute("rel")) is { Length: > 0 } author)
        {
            var post = quote.GetAttribute("data-source")?.Split(':') is ["post", var number] ? number.Trim() : quote.GetAttribute("data-ipsquote-contentcommentid");
            return new Quote(quote, new QuoteSource(author, Key(post), null), [.. quote.QuerySelectorAll(".ipsQuote_citation").Where(head => head.Closest("blockquote") == quote)]);
        }

        // Vanilla names the writer in the quote, SMF above it.
        if (quote.QuerySelector(".QuoteAuthor") is { } named && named.Closest("blockquote") == quote)
        {
            return new Quote(quote, new QuoteSource(PlainText.Line(named.QuerySelector("a")?.TextContent) ?? Writer(named.TextContent), null, null), [named]);
        }

        // WoltLab says it in a title over the words: "Quote from Ada", in the language of the page.
        if (quote.QuerySelector(".quoteBoxTitle") is { } title && title.Closest("blockquote") == quote)
        {
            return new Quote(quote, Linked(title, PlainText.Line(title.TextContent)?.Split(' ', 3) is [_, _, var writer] ? writer : null), [title]);
        }

        if (before is { } above && IsHead(above))
        {
            return new Quote(quote, Linked(above, QuoteFrom().Match(PlainText.Line(above.TextContent) ?? "").Groups["name"].Value), []);
        }

        var cite = quote.QuerySelectorAll("cite").FirstOrDefault(inner => inner.Closest("blockquote") == quote);
        if (cite is not null && QuoteFrom().Match(PlainText.Line(cite.TextContent) ?? "") is { Success: true } from)
        {
            return new Quote(quote, Linked(cite, from.Groups["name"].Value), [cite]);
        }

        if (cite is null || !Names(cite))
        {
            return new Quote(quote, null, []);
        }

        var source = Linked(cite, Writer(string.Concat(cite.ChildNodes.Where(child => child is IText || child is IElement { LocalName: "a" or "b" or "strong" }).Select(child => child.TextContent))));
        return new Quote(quote, source, source.Author is null ? [] : [cite]);
    }

    /// <summary>What SMF writes above a quote until its version 2.0, and Invision until its third, to say whose it is.</summary>
    internal static bool IsHead(IElement element) => element.ClassList.Contains("quoteheader") || element.ClassList.Contains("quotetop") || element.ClassList.Contains("topslice_quote");

    /// <summary>vBulletin since its fourth edition.</summary>
    private static Quote? Board(IElement element)
    {
        if (!element.ClassList.Contains("bbcode_quote") && !element.ClassList.Contains("quote_container"))
        {
            return null;
        }

        var words = element.QuerySelector(".message") ?? element;
        return element.QuerySelector(".bbcode_postedby") is { } head ? new Quote(words, Linked(head, PlainText.Line(head.QuerySelector("strong, b")?.TextContent)), [head]) : new Quote(words, null, []);
    }

    /// <summary>XenForo in its first edition, ProBoards and others: a frame, with the writer above the words.</summary>
    private static Quote? Framed(IElement element)
    {
        if (element.ClassList.Contains("bbCodeQuote"))
        {
            var words = element.QuerySelector(".quoteContainer > .quote") ?? element.QuerySelector("blockquote") ?? element;
            var source = element.QuerySelector(".attribution") is { } head ? Linked(head, element.GetAttribute("data-author")) : new QuoteSource(element.GetAttribute("data-author"), null, null);
            return new Quote(words, string.IsNullOrEmpty(source.Author) ? null : source, [.. element.QuerySelectorAll(".attribution, .quoteExpand")]);
        }

        // FluxBB and PunBB.
        if (element.ClassList.Contains("quotebox") && element.QuerySelector("blockquote") is { } quoted)
        {
            var cite = element.Children.FirstOrDefault(child => child.LocalName == "cite");
            return new Quote(quoted, cite is null ? null : Linked(cite, Writer(cite.TextContent)), []);
        }

        if (element.ClassList.Contains("quote") && element.QuerySelector(".quote_header") is { } above)
        {
            return new Quote(element.QuerySelector(".quote_body") ?? element, Linked(above, PlainText.Line(above.QuerySelector("a")?.TextContent) ?? Writer(above.TextContent)), [above]);
        }

        // Slashdot, and archives of mail.
        return element is { LocalName: "div", ClassName: "quote" } || element.ClassList.Contains("quoted-text") ? new Quote(element, null, []) : null;
    }

    /// <summary>phpBB until its second edition: a table, with the writer in the row above the words.</summary>
    private static Quote? Cell(IElement table)
    {
        if (table.QuerySelector("td.quote") is not { } cell || cell.Closest("table") != table)
        {
            return null;
        }

        var head = table.QuerySelectorAll("td").FirstOrDefault(other => other != cell && !cell.Contains(other) && Wrote().IsMatch(PlainText.Line(other.TextContent) ?? ""));
        return new Quote(cell, head is null ? null : new QuoteSource(Writer(head.TextContent), null, null), []);
    }

    /// <summary>vBulletin before: a word that says that it is a quote, over a table of one cell.</summary>
    private static Quote? Table(IElement element)
    {
        if (element.ChildElementCount is < 2 or > 3 || element.Children[0] is not { LocalName: "div" } label || !Label().IsMatch(PlainText.Line(label.TextContent) ?? "") || element.Children[1] is not { LocalName: "table" } table || table.QuerySelector("td.alt2") is not { } cell)
        {
            return null;
        }

        var head = cell.Children.FirstOrDefault(child => child.LocalName == "div" && child.QuerySelector("strong") is not null && child != cell.LastElementChild);
        return new Quote(cell, head is null ? null : Linked(head, PlainText.Line(head.QuerySelector("strong")?.TextContent)), head is null ? [] : [head]);
    }

    private static QuoteSource Linked(IElement head, string? name)
    {
        var link = head.QuerySelector("a[data-post-id]") ?? head.QuerySelector("a[href*='#']");
        return new QuoteSource(string.IsNullOrWhiteSpace(name) ? null : name, Key(link?.GetAttribute("data-post-id") ?? PageParts.Place(link)), null);
    }

    private static string? Key(string? named) => named is not null && new string([.. named.Where(char.IsAsciiDigit)]) is { Length: > 0 } digits ? digits : null;

    /// <summary>phpBB and others begin a quote with "Ada wrote:"; a name at its end is a book's or a paper's.</summary>
    private static bool Names(IElement cite) => cite.QuerySelector("a[data-post-id]") is not null || (PlainText.Line(cite.TextContent) is { } line && Wrote().IsMatch(line));

    private static string? Writer(string text) => PlainText.Line(Wrote().Replace(text, ""))?.Trim(' ', ':', '↑') is { Length: > 0 } name ? name : null;

    [GeneratedRegex(@"\s*\b(wrote|said|writes|says|schrieb|hat geschrieben|hat gesagt|a écrit|escribió|ha scritto|escreveu|schreef|skrev|написал|написала)\b.*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^(Quote from|Zitat von|Citation de|Cita de):\s*(?<name>.{1,60}?)(\s+(on|am|le|en)\s.*)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QuoteFrom();

    /// <summary>"QUOTE(Ada @ Mar 4 2021, 10:00 AM)".</summary>
    [GeneratedRegex(@"^(QUOTE|ZITAT|CITATION|CITA|Quote)\s*\((?<name>[^@]{1,60}?)\s*@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Invision();

    [GeneratedRegex(@"^(Quote|Zitat|Citation|Cita|Citazione|Citaat|Цитата)\s*:?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Label();
}
