using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>Digests: one mail in which a list sends those of a day, as parts of their own or one below the other as text (RFC 1153).</summary>
internal static partial class MailDigest
{
    private const int MostDepth = 4;

    /// <summary>What stands around the mails of a digest is the list's.</summary>
    internal const string Around = "what a list writes around the mails of a digest";

    /// <summary>The text of a digest without the head of the mail it came in.</summary>
    internal static bool IsText(string text) => (Contents().IsMatch(text) && First().IsMatch(text)) || IsRest(text);

    /// <summary>What is left of a digest when its beginning is lost: several mails below rules.</summary>
    internal static bool IsRest(string text) => text.Contains("\n------------------------------", StringComparison.Ordinal) && Between().Count(text) > 1 && !MailHead().IsMatch(text);

    /// <summary>The mails that a mail holds in place of its own words; none when it is no digest.</summary>
    internal static List<(MailHeaders Headers, ReadOnlyMemory<byte> Body)> Mails(MailHeaders headers, ReadOnlyMemory<byte> body)
    {
        var open = new Stack<(MailHeaders Headers, ReadOnlyMemory<byte> Body, int Depth)>();
        open.Push((headers, body, 0));
        List<(MailHeaders, ReadOnlyMemory<byte>)> mails = [];
        while (open.TryPop(out var next))
        {
            var type = next.Headers.Main("content-type");
            if (MailBody.Boundary(next.Headers, next.Body.Span) is { } boundary && next.Depth < MostDepth)
            {
                var parts = MailBody.Split(next.Body, boundary).Select(part => (Part: part, Head: MailHeaders.Read(part.Span))).ToList();
                if (type == "multipart/digest")
                {
                    mails.AddRange(parts.Select(part => part.Head.Headers["from"] is not null ? (part.Head.Headers, part.Part[part.Head.Body..]) : Mail(part.Part[part.Head.Body..])));
                    continue;
                }

                foreach (var (part, head) in Enumerable.Reverse(parts))
                {
                    open.Push((head.Headers, part[head.Body..], next.Depth + 1));
                }
            }
        }

        return mails.Count > 0 ? mails : OfText(headers, body);
    }

    private static List<(MailHeaders, ReadOnlyMemory<byte>)> OfText(MailHeaders headers, ReadOnlyMemory<byte> body)
    {
        if (headers.Main("content-type") is not ("" or "text/plain") || body.Length > ThreadInput.MostOfPost)
        {
            return [];
        }

        var text = PlainText.Clean(LegacyEncoding.Decode(TransferEncoding.Decode(body.Span, headers.Main("content-transfer-encoding")), headers.Parameter("content-type", "charset")).Text);
        if (!(Contents().IsMatch(text) && First().IsMatch(text)) && !(headers.Count == 0 && IsRest(text)))
        {
            return [];
        }

        var first = First().Match(text);
        var (from, end) = (first.Groups["mail"].Index, Ends().Match(text, first.Index));
        List<(MailHeaders, ReadOnlyMemory<byte>)> mails = [];
        foreach (var part in Between().Split(text[from..(end.Success ? end.Index : text.Length)]))
        {
            if (string.IsNullOrWhiteSpace(part))
            {
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(part.TrimStart('\n'));
            // What the digest was cut off in has no head.
            var (head, words) = MailHead().IsMatch(part.TrimStart('\n')) ? Mail(bytes) : (new MailHeaders(), bytes);
            // Their words are in the encoding of the digest, whatever they were sent in.
            mails.Add((head.Without("content-type", "content-transfer-encoding"), words));
        }

        return mails;
    }

    private static (MailHeaders, ReadOnlyMemory<byte>) Mail(ReadOnlyMemory<byte> bytes)
    {
        var (headers, body) = MailHeaders.Read(bytes.Span);
        return (headers, bytes[body..]);
    }

    [GeneratedRegex(@"\A((Message|Date|From|To|Cc|Subject|Message-ID|In-Reply-To|References|Content-Type|MIME-Version): [^\n]*\n([ \t][^\n]*\n)*){2}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MailHead();

    [GeneratedRegex(@"^Today's Topics( \([^)\n]*\))?:", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"^-{60,80}\s*\n\s*(?<mail>((Message|Date|From|To|Subject|Message-ID): [^\n]*\n){2})", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"\n-{30}[ \t]*\n+(?=((Message|Date|From|To|Subject|Message-ID): [^\n]*\n){2})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\n-{30}[ \t]*\n+((Subject: Digest Footer|_{20,}|End of )|\z)|^End of [^\n]{1,100}\n\*{5,}", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Ends();
}
