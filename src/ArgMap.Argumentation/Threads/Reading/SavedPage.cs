using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Mail;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Pages as browsers and archives of the web keep them: in one file with their pictures (MHTML), with a note of where they are from, with all links leading into the archive.</summary>
internal static partial class SavedPage
{
    private const int MostDepth = 4, MostOfHead = 4_000, MostOfLine = 1_000;

    // Comments that a page shows in a frame of another site's.
    private static readonly byte[][] FramedComments = ["data-role=\"message\""u8.ToArray(), "gsc-comment"u8.ToArray(), "timeline-comment"u8.ToArray()];

    /// <summary>Whether a file begins as one that holds a page with all that belongs to it, or within its page. It has the form of a mail, which nobody sent.</summary>
    internal static bool IsPacked(ReadOnlySpan<byte> first) => IsRest(first) || first.IndexOf("multipart/related"u8) is > 0 and < MostOfHead && MailHeaders.Read(first).Headers is var headers
        && (headers["snapshot-content-location"] is not null || headers["from"]?.StartsWith("<Saved by", StringComparison.OrdinalIgnoreCase) == true || headers["from"]?.StartsWith("\"Saved by", StringComparison.OrdinalIgnoreCase) == true)
        && headers["message-id"] is null && headers["received"] is null;

    /// <summary>What is left of such a file when its beginning is lost.</summary>
    private static bool IsRest(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, MostOfHead)] is var head && head[..MailBody.PartFrom(head)] is var first && first.IndexOf((byte)'\n') is > 0 and < MostOfLine && TransferEncoding.Shown(first) is { Length: > 0 } encoding
        && first.IndexOf("\nFrom "u8) < 0 && MailHeaders.Read(first).Headers is var headers && headers["from"] is null && headers["message-id"] is null && headers["content-type"] is null && TransferEncoding.Decode(first, encoding).AsSpan().IndexOf("</"u8) >= 0;

    /// <summary>The page in such a file, and what is wrong with how it was encoded; null when it has more than <paramref name="most"/> bytes.</summary>
    internal static (PagedList<byte> Page, string? Fault)? Unpack(Func<Stream> open, int most)
    {
        using var content = open();
        using var whole = new MemoryStream();
        string? fault = null;
        var buffer = new byte[81_920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (whole.Length + read > most)
            {
                return null;
            }

            whole.Write(buffer, 0, read);
        }

        var page = new PagedList<byte>();
        foreach (var part in Pages(whole.GetBuffer().AsMemory(0, (int)whole.Length), out var isBroken))
        {
            fault = isBroken ? "Signs of the encoding (base64) are wrong or missing; what could be read around them was kept." : fault;
            if (page.Count == 0 || FramedComments.Any(mark => part.AsSpan().IndexOf(mark) >= 0))
            {
                page.Add(part);
            }
        }

        return (page, fault);
    }

    private static List<byte[]> Pages(ReadOnlyMemory<byte> file, out bool isBroken)
    {
        isBroken = false;
        if (IsRest(file.Span))
        {
            var rest = file.Span[..MailBody.PartFrom(file.Span)];
            return [TransferEncoding.Decode(rest, TransferEncoding.Shown(rest))];
        }

        List<byte[]> pages = [];
        List<(ReadOnlyMemory<byte> Body, string Encoding)> others = [];
        var open = new Stack<(ReadOnlyMemory<byte> Part, int Depth)>();
        open.Push((file, 0));
        while (open.TryPop(out var next))
        {
            var (headers, start) = MailHeaders.Read(next.Part.Span);
            var (type, body) = (headers.Main("content-type"), next.Part[start..]);
            if (MailBody.Boundary(headers, body.Span) is { } boundary && next.Depth < MostDepth)
            {
                foreach (var part in MailBody.Split(body, boundary).Reverse())
                {
                    open.Push((part, next.Depth + 1));
                }
            }
            else
            {
                var encoding = headers.Main("content-transfer-encoding") is { Length: > 0 } stated ? stated : TransferEncoding.Shown(body.Span);
                if (type is "text/html" or "application/xhtml+xml")
                {
                    pages.Add(TransferEncoding.Decode(body.Span, encoding, out var isPart));
                    isBroken = isBroken || isPart;
                }
                else
                {
                    others.Add((body, encoding));
                }
            }
        }

        // A page that lost its head says no more what it is.
        return pages.Count > 0 ? pages : [.. others.Select(part => TransferEncoding.Decode(part.Body.Span, part.Encoding)).Where(part => part.AsSpan().IndexOf("</"u8) >= 0)];
    }

    /// <summary>Where a page says it is from that a browser or an archive has saved; null when nothing in its beginning says so.</summary>
    /// <param name="packed">The first bytes of the file, in which a packed page names its address.</param>
    /// <param name="beginning">The beginning of the page.</param>
    internal static string? AddressOf(ReadOnlySpan<byte> packed, string beginning)
    {
        var place = IsPacked(packed) ? MailHeaders.Read(packed).Headers["snapshot-content-location"] ?? PackedAt().Match(Encoding.Latin1.GetString(packed)).Groups["address"].Value : Noted().Match(beginning).Groups["address"].Value;
        return Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Original(place) : null;
    }

    /// <summary>The address that an archive of the web keeps a copy of; any other address as it is.</summary>
    internal static string Original(string address) => Archived().Match(address) is { Success: true, Index: 0 } copy && copy.Length < address.Length ? address[copy.Length..] : address;

    /// <summary>Whether an address is an archive's own of a copy, without that of what it copied.</summary>
    internal static bool IsCopy(string address) => Copied().IsMatch(address);

    /// <summary>The page with its links as they were before an archive of the web made them lead to its own copies.</summary>
    internal static string WithOwnLinks(string html) =>
        html.Contains("BEGIN WAYBACK TOOLBAR", StringComparison.Ordinal) || html.Contains("FILE ARCHIVED ON", StringComparison.Ordinal) || html.Contains("__wm.wombat(", StringComparison.Ordinal) || ArchivedPage().IsMatch(html)
            ? Archived().Replace(Toolbar().Replace(html, ""), "") : html;

    /// <summary>"https://web.archive.org/web/20150306010203im_/" before an address, "/web/20150306010203/" at the beginning of a link, and what archive.today puts before one.</summary>
    [GeneratedRegex(@"((?:https?:)?//web\.archive\.org/web/\d{4,14}([a-z]{2}_|\*)?/|(?<=[""'])/web/\d{4,14}([a-z]{2}_)?/|https?://archive\.(today|is|ph|fo|li|md|vn)/(o/\w{1,12}|\d{4,14}(-\d{1,6})?)/)(?=https?:|mailto:|javascript:)", RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Archived();

    [GeneratedRegex(@"<(link|meta)\s[^<>]{0,200}(canonical|og:url)[^<>]{0,200}https?://(web\.archive\.org/web/\d|archive\.(today|is|ph|fo|li|md|vn)/\d)|[""']https?://archive\.(today|is|ph|fo|li|md|vn)/o/\w{1,12}/https?:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex ArchivedPage();

    [GeneratedRegex(@"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10000)]
    private static partial Regex Toolbar();

    [GeneratedRegex(@"^https?://archive\.(today|is|ph|fo|li|md|vn)/\w{1,12}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Copied();

    /// <summary>What browsers, SingleFile and the Wayback Machine write into what they keep.</summary>
    [GeneratedRegex(@"<!--\s*saved from url=\(\d+\)(?<address>\S+?)\s*-->|Page saved with SingleFile\s+url:\s+(?<address>\S+)|__wm\.wombat\(""(?<address>[^""\s]+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Noted();

    [GeneratedRegex(@"^Content-Location: (?<address>https?://\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PackedAt();
}
