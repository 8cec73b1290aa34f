using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>What was written in a mail: its plain text, or its HTML where there is no other, without attachments and signature.</summary>
internal static partial class MailBody
{
    private const int MostParts = 500, MostDepth = 20, MostSignature = 12, MostOriginals = 20, MostBefore = 65_536;

    internal static ConvertedBody Of(MailHeaders headers, ReadOnlyMemory<byte> bytes, ThreadAssembly thread) => Of(headers, bytes, 0, thread);

    private static ConvertedBody Of(MailHeaders headers, ReadOnlyMemory<byte> bytes, int depth, ThreadAssembly thread)
    {
        List<Part> parts = [];
        Collect(headers, bytes, parts);
        var mails = depth < MostDepth ? parts.FindAll(part => part.IsMail) : [];
        parts.RemoveAll(mails.Contains);
        var own = Own(parts, thread);
        return mails.Count == 0 ? own : own with { Markdown = string.Join("\n\n", mails.Select(mail => Forwarded(mail, depth, thread)).Prepend(own.Markdown)).Trim('\n') };
    }

    /// <summary>A mail that was sent on with this one, as a quote of whoever wrote it.</summary>
    private static string Forwarded(Part mail, int depth, ThreadAssembly thread)
    {
        ReadOnlyMemory<byte> bytes = mail.Bytes();
        var (headers, start) = MailHeaders.Read(bytes.Span);
        var words = Of(headers, bytes[start..], depth + 1, thread).Markdown;
        var writer = MailFormat.Writer(MailHeaders.Words(headers["from"])).Name ?? "Somebody";
        return $"{writer} wrote:\n\n{string.Join('\n', PlainText.WithoutSources(words).Split('\n').Select(line => line.StartsWith('>') ? ">" + line : line.Length == 0 ? ">" : "> " + line))}";
    }

    private static ConvertedBody Own(List<Part> parts, ThreadAssembly thread)
    {
        var attachments = parts.Count(part => part.IsAttachment);
        if (attachments > 0)
        {
            thread.LeavesOut("attachments", attachments);
        }

        var plain = Kept(string.Join("\n\n", parts.Where(part => !part.IsAttachment && part.Type == "text/plain").Select(part => Text(part, thread))), thread);
        // Beside what was written as HTML there may be a plain part with nothing in it, or with the list's footer alone.
        var html = plain.Length > 0 ? [] : parts.Where(part => !part.IsAttachment && part.Type == "text/html").Select(part => Written(part, thread)).ToList();
        if (html.Count > 0)
        {
            var converted = thread.FromHtml(html is [var only] ? only : string.Concat(html.Select(part => $"<div>{part}</div>")), null);
            return converted with { Markdown = Kept(converted.Markdown, thread) };
        }

        return ThreadAssembly.FromMarkdown(plain);
    }

    /// <summary>What was written, from a text that is shown as it was typed.</summary>
    internal static ConvertedBody Of(string typed, ThreadAssembly thread) => ThreadAssembly.FromMarkdown(Kept(PlainText.Clean(typed), thread));

    private static string Kept(string text, ThreadAssembly thread)
    {
        text = OriginalMessages(Unsigned(MailingList.Without(text, thread)).TrimEnd());
        var lines = text.Split('\n');
        var signature = Array.FindLastIndex(lines, line => line is "-- " or "--");
        if (signature >= 0 && lines.Length - signature <= MostSignature && !lines.Skip(signature).Any(line => line.StartsWith('>')))
        {
            thread.LeavesOut("signatures");
            text = string.Join('\n', lines[..signature]);
        }

        text = PlainText.WithoutAddresses(text, out var dropped);
        thread.AddressesDropped += dropped;
        return text.Trim('\n');
    }

    /// <summary>What was written, of a mail that was signed by a program for keys: lines that begin with a dash have another one before them.</summary>
    private static string Unsigned(string text) => SignedBegins().Match(text) is not { Success: true } begins ? text
        : text[..begins.Index] + Dashes().Replace(SignatureOfKey().Replace(text[(begins.Index + begins.Length)..], ""), "-");

    private static string Written(Part part, ThreadAssembly thread)
    {
        if (part.Raw.Length > ThreadInput.MostOfPost)
        {
            thread.Cut("a mail");
        }

        var plain = (part with { Raw = part.Raw[..Math.Min(part.Raw.Length, ThreadInput.MostOfPost)] }).Bytes(out var isBroken);
        if (isBroken)
        {
            thread.Damaged("a mail", "Signs of its encoding (base64) are wrong or missing; what could be read around them was kept.");
        }

        return LegacyEncoding.Decode(plain, part.Charset).Text;
    }

    private static string Text(Part part, ThreadAssembly thread)
    {
        var text = PlainText.Clean(Written(part, thread));
        return part.IsFlowed ? Flowed(text, part.DeletesSpace) : text;
    }

    /// <summary>Lines that end in a space go on in the next one of the same depth (RFC 3676).</summary>
    private static string Flowed(string text, bool deletesSpace)
    {
        var flowed = new StringBuilder(text.Length);
        int? open = null;
        foreach (var line in text.Split('\n'))
        {
            var depth = line.Length - line.TrimStart('>').Length;
            var words = line[depth..];
            words = words.StartsWith(' ') ? words[1..] : words;
            if (open != depth || words is "-- " or "")
            {
                flowed.Append(flowed.Length > 0 ? "\n" : "").Append('>', depth).Append(depth > 0 && words.Length > 0 ? " " : "");
            }

            var goesOn = words.EndsWith(' ') && words != "-- ";
            flowed.Append(goesOn && deletesSpace ? words[..^1] : words);
            open = goesOn ? depth : null;
        }

        return flowed.ToString();
    }

    /// <summary>Programs for offices quote all they answer below, without marks, under a copy of its head; that may hold another one.</summary>
    private static string OriginalMessages(string text)
    {
        var lines = text.Split('\n');
        List<(int At, CopiedHead Head)> heads = [];
        for (var at = 0; at < lines.Length && heads.Count < MostOriginals; at++)
        {
            if (CopiedHead.At(lines, at) is { } head && at > 0)
            {
                heads.Add((at, head));
                at += head.Lines - 1;
            }
        }

        // The last is quoted by the one before it, and so on up.
        var end = lines.Length;
        List<string> quoted = [];
        for (var index = heads.Count - 1; index >= 0; index--)
        {
            var (at, head) = heads[index];
            var own = lines[(at + head.Lines)..end].SkipWhile(string.IsNullOrWhiteSpace);
            quoted = [$"{head.Writer} wrote:", "", .. own.Concat(quoted).Select(line => line.StartsWith('>') ? ">" + line : line.Length == 0 ? ">" : "> " + line)];
            end = at;
        }

        return heads.Count == 0 ? text : string.Join('\n', [.. lines[..end], .. quoted]);
    }

    private static void Collect(MailHeaders headers, ReadOnlyMemory<byte> bytes, List<Part> parts)
    {
        var open = new Stack<(MailHeaders Headers, ReadOnlyMemory<byte> Bytes, int Depth, bool IsAlternative)>();
        open.Push((headers, bytes, 0, false));
        while (open.TryPop(out var next) && parts.Count < MostParts)
        {
            var type = next.Headers.Main("content-type");
            if (Boundary(next.Headers, next.Bytes.Span) is { } boundary && next.Depth < MostDepth)
            {
                var inner = Split(next.Bytes, boundary).Select(part => (Head: MailHeaders.Read(part.Span), Bytes: part)).ToList();
                for (var index = inner.Count - 1; index >= 0; index--)
                {
                    open.Push((inner[index].Head.Headers, inner[index].Bytes[inner[index].Head.Body..], next.Depth + 1, type == "multipart/alternative"));
                }

                continue;
            }

            var kind = type is "" || !type.Contains('/', StringComparison.Ordinal) ? "text/plain" : type;
            // What an archive left of a multipart mail is often text under the old name.
            kind = kind.StartsWith("multipart/", StringComparison.Ordinal) ? "text/plain" : kind;
            parts.Add(new Part(kind, next.Headers, next.Bytes, next.IsAlternative));
        }
    }

    /// <summary>What stands between the parts of a mail; null when it has no parts. Where the head has lost it, its parts show it.</summary>
    internal static string? Boundary(MailHeaders headers, ReadOnlySpan<byte> bytes)
    {
        var type = headers.Main("content-type");
        var stated = type.StartsWith("multipart/", StringComparison.Ordinal) ? headers.Parameter("content-type", "boundary") : null;
        if (stated is not null && bytes.IndexOf(Encoding.Latin1.GetBytes("--" + stated)) >= 0)
        {
            return stated;
        }

        return (type.Length == 0 && headers["mime-version"] is not null) || type.StartsWith("multipart/", StringComparison.Ordinal)
            ? PartBegins().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostBefore)])) is { Success: true } begins ? begins.Groups["boundary"].Value : stated
            : null;
    }

    /// <summary>Where a part begins in a text whose head is lost; its end where none does.</summary>
    internal static int PartFrom(ReadOnlySpan<byte> bytes) => PartBegins().Match(Encoding.Latin1.GetString(bytes)) is { Success: true } begins ? begins.Index : bytes.Length;

    /// <summary>The parts of a mail between its boundaries.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> bytes, string boundary)
    {
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var (start, at) = (-1, 0);
        while (at <= bytes.Length)
        {
            var found = bytes.Span[at..].IndexOf(mark);
            if (found < 0)
            {
                break;
            }

            found += at;
            if (found == 0 || bytes.Span[found - 1] == '\n')
            {
                if (start >= 0)
                {
                    yield return bytes[start..found];
                }

                if (bytes.Span[(found + mark.Length)..].StartsWith("--"u8))
                {
                    yield break;
                }

                var line = bytes.Span[found..].IndexOf((byte)'\n');
                start = line < 0 ? bytes.Length : found + line + 1;
            }

            at = found + mark.Length;
        }

        if (start >= 0 && start < bytes.Length)
        {
            yield return bytes[start..];
        }
    }

    [GeneratedRegex(@"^--(?<boundary>[^\r\n]{1,100}?)[ \t]*\r?\nContent-[A-Za-z-]{2,40}:", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PartBegins();

    [GeneratedRegex(@"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n([A-Za-z]+: [^\n]*\n)*\n?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SignedBegins();

    [GeneratedRegex(@"^-----BEGIN PGP SIGNATURE-----(.*?^-----END PGP SIGNATURE-----|.*)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex SignatureOfKey();

    [GeneratedRegex(@"^- -", RegexOptions.Multiline, 1000)]
    private static partial Regex Dashes();

    private sealed record Part(string Type, MailHeaders Headers, ReadOnlyMemory<byte> Raw, bool IsAlternative)
    {
        internal string? Charset => Headers.Parameter("content-type", "charset");

        internal bool IsFlowed => string.Equals(Headers.Parameter("content-type", "format"), "flowed", StringComparison.OrdinalIgnoreCase);

        internal bool DeletesSpace => string.Equals(Headers.Parameter("content-type", "delsp"), "yes", StringComparison.OrdinalIgnoreCase);

        internal bool IsAttachment => Headers.Main("content-disposition") == "attachment" || !Type.StartsWith("text/", StringComparison.Ordinal) || (!IsAlternative && Type is not ("text/plain" or "text/html"));

        internal bool IsMail => Type == "message/rfc822";

        internal byte[] Bytes() => Bytes(out _);

        internal byte[] Bytes(out bool isBroken) => TransferEncoding.Decode(Raw.Span, Headers.Main("content-transfer-encoding"), out isBroken);
    }
}
