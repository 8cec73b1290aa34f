using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>Mail: an archive of a list (mbox), or single mails. They are read one by one, so that an archive is never held whole and attachments are never made text.</summary>
internal sealed partial class MailFormat : ForumFormat
{
    internal override string Name => "mbox";

    internal override string Description => "Mail: the archive of a list (mbox), or single mails";

    internal override int Recognise(ThreadInput input)
    {
        if (input.LooksLikeJson || input.LooksLikeMarkup)
        {
            return 0;
        }

        var lines = input.Head.Split('\n', 60);
        if (ArchiveLine().IsMatch(lines[0]) && lines.Length > 1 && HeaderLine().IsMatch(lines[1]))
        {
            return 95;
        }

        // An archive whose beginning is gone begins within a mail.
        if (MailDigest.IsText(input.Head) || BetweenMails().IsMatch(System.Text.Encoding.Latin1.GetString(input.Sample)))
        {
            return 85;
        }

        var names = lines.TakeWhile(line => line.Trim().Length > 0).Select(line => HeaderLine().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return names.Contains("from") && (names.Contains("message-id") || names.Contains("received") || (names.Contains("subject") && (names.Contains("date") || names.Contains("to") || names.Contains("content-type") || names.Contains("mime-version")))) ? 90 : 0;
    }

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        // A mail that went through an editor may be in an encoding that no mail is sent in.
        using var archive = LegacyEncoding.Decode(input.Sample).Name.StartsWith("utf-16", StringComparison.Ordinal) ? new MailArchive(System.Text.Encoding.UTF8.GetBytes(input.Text))
            : input.Held is { } held ? new MailArchive(held) : new MailArchive(input.Content());
        input.IsReadAs("as each mail says");
        while (archive.Next() is { } next)
        {
            var mail = Unescaped(next);
            var (headers, body) = MailHeaders.Read(mail.Span);
            if (MailDigest.IsText(input.Head) && archive.Line == 1 && headers["from"] is null)
            {
                (headers, body) = (new MailHeaders(), 0);
                if (MailDigest.IsRest(input.Head))
                {
                    thread.Damaged("line 1", "The digest has lost its beginning, and perhaps the head of a mail whose words are still there.");
                }
            }
            else if (headers.Count == 0 || (archive.Line == 1 && headers["from"] is null && headers["message-id"] is null))
            {
                thread.Damaged($"line {archive.Line}", "A mail has no head, so nothing but its words is known.");
                // Words that look like a head may begin within one, or within the body.
                var isOfHead = headers["date"] is not null || headers["subject"] is not null || headers["content-type"] is not null || headers["references"] is not null || headers["in-reply-to"] is not null;
                (headers, body) = isOfHead ? (headers, body) : (new MailHeaders(), 0);
                if (mail[body..].Span.Trim("\r\n\t "u8).IsEmpty)
                {
                    continue;
                }
            }

            if (headers.BreaksOff)
            {
                thread.Damaged($"line {archive.Line}", "The head of a mail breaks off. What follows was read as its words.");
            }

            if (headers["subject"]?.StartsWith("DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", StringComparison.Ordinal) == true)
            {
                thread.LeavesOut("what a mail program keeps for itself in an archive");
                continue;
            }

            var inner = MailDigest.Mails(headers, mail[body..]);
            if (inner.Count == 0)
            {
                Mail(headers, mail[body..], thread);
                continue;
            }

            thread.LeavesOut(MailDigest.Around);
            inner.ForEach(one => Mail(one.Headers, one.Body, thread));
        }

        if (archive.BreaksOff)
        {
            thread.Damaged($"line {archive.LastLine}", "The archive does not end with a whole line. If it was cut off, the rest of its last mail and the mails after it are missing.");
        }
    }

    private static void Mail(MailHeaders headers, ReadOnlyMemory<byte> body, ThreadAssembly thread)
    {
        var subject = PlainText.Line(MailHeaders.Words(headers["subject"]).Trim('\'', '"'));
        var plain = subject is null ? "" : MailSubject.Bare(subject);
        var isAnswer = subject is not null && MailSubject.IsAnswer(subject);
        var parent = References().Matches(headers["references"] ?? "").LastOrDefault()?.Value ?? References().Match(headers["in-reply-to"] ?? "") switch { { Success: true } match => match.Value, _ => null };
        var id = References().Match(headers["message-id"] ?? "") switch
        {
            { Success: true } match => match.Value,
            // Several may have said the same.
            _ => "<" + Convert.ToHexStringLower(SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes($"{headers["from"]}\n{headers["date"]}\n"), .. body.Span]).AsSpan(0, 8)) + "@no-id>",
        };
        var isGuess = parent is null && isAnswer && plain.Length > 0;
        var isTop = parent is null && !isGuess;
        var (name, hadAddress) = Writer(MailHeaders.Words(headers["from"] ?? headers["sender"]));
        name = Via().Match(name ?? "") is { Success: true } sent ? sent.Groups["name"].Value.Trim('\'', '"') : name;
        thread.AddressesDropped += (hadAddress ? 1 : 0) + (headers["reply-to"] is null ? 0 : 1) + (headers["x-originating-ip"] is null ? 0 : 1);
        var archived = References().Match(headers["archived-at"] ?? "").Value.Trim('<', '>');
        if (isTop)
        {
            thread.Title ??= subject;
        }

        thread.TitleElse ??= plain.Length > 0 ? plain : null;

        // Where a program forgot the time, whoever passed the mail on has noted one.
        var when = headers["date"] ?? headers["resent-date"] ?? headers["delivery-date"] ?? (headers["received"] is { } passed && passed.LastIndexOf(';') is >= 0 and var mark ? passed[(mark + 1)..].Trim() : null);

        thread.Forum ??= PlainText.NameWithoutAddress(MailHeaders.Words(headers["list-id"])).Name?.Split('<')[0].Trim(' ', '"') is { Length: > 0 } list ? list : null;
        thread.Add(new FoundPost
        {
            Id = Key(id),
            OtherNames = isAnswer || plain.Length == 0 ? [] : [Subject(plain)],
            Parent = parent is not null ? Key(parent) : isGuess ? Subject(plain) : null,
            ParentIsGuess = isGuess,
            StandsAtTop = isTop || isGuess,
            Kind = isTop && !isAnswer ? PostKind.Opening : PostKind.Reply,
            Author = thread.Author(name),
            CreatedAt = Times.Parse(when),
            CreatedAtAsWritten = when,
            Title = subject,
            Address = archived.StartsWith("http", StringComparison.Ordinal) ? archived : null,
            Body = MailBody.Of(headers, body, thread),
            HasAttributionLines = true,
        });
    }

    /// <summary>A mail's key looks like an address, and only its first half is a person's program's doing.</summary>
    private static string Key(string reference) => reference.Trim('<', '>');

    private static string Subject(string plain) => "subject:" + plain.ToLowerInvariant();

    /// <summary>The name in a mail's field "From", and whether an address stood there: archives mask addresses as "name at host", and put names after, before or in brackets.</summary>
    internal static (string? Name, bool HadAddress) Writer(string from)
    {
        var bracketed = Bracketed().Match(from);
        var unmasked = Masked().Replace(from, "");
        var hadAddress = from.Contains('@', StringComparison.Ordinal) || unmasked.Length < from.Length;
        if (bracketed.Success && unmasked.Contains('(', StringComparison.Ordinal) && bracketed.Groups["name"].Value.Trim() is { Length: > 0 } inner && (from.Contains('@', StringComparison.Ordinal) || unmasked.Trim().StartsWith('(')))
        {
            return (inner.Trim('"', ' '), hadAddress);
        }

        var (name, _) = PlainText.NameWithoutAddress(Angled().Replace(from, ""));
        name = name?.Trim('"', '\'', ' ') is { Length: > 0 } shown ? shown : null;
        // An address alone: what stands before the host is all there is of a name.
        name = name is not null && Masked().IsMatch(name) ? name.Trim().Split(' ')[0] : name;
        return (name ?? PlainText.NameWithoutAddress(from.Trim('<', '>', ' ')).Name, hadAddress);
    }

    /// <summary>Lines of a mail that begin with "From " were written with a mark before them, and in newer archives those that then began so with one more.</summary>
    private static ReadOnlyMemory<byte> Unescaped(ReadOnlyMemory<byte> mail)
    {
        if (mail.Span.IndexOf(">From "u8) < 0)
        {
            return mail;
        }

        var span = mail.Span;
        var (plain, length) = (new byte[mail.Length], 0);
        for (var at = 0; at < span.Length; at++)
        {
            plain[length++] = span[at];
            if (span[at] == '\n' && span[(at + 1)..].TrimStart((byte)'>') is var line && line.StartsWith("From "u8) && line.Length < span.Length - at - 1)
            {
                at++;
            }
        }

        return plain.AsMemory(0, length);
    }

    [GeneratedRegex(@"^From \S.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArchiveLine();

    [GeneratedRegex(@"\n\r?\nFrom \S[^\n]{0,150}\d:\d\d[^\n]{0,40}\n[A-Za-z][A-Za-z-]{1,40}: ", RegexOptions.None, 1000)]
    private static partial Regex BetweenMails();

    [GeneratedRegex(@"^>?(?<name>[A-Za-z][A-Za-z0-9-]*):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeaderLine();

    /// <summary>Lists send mail in their own name, since others' servers would refuse it: "Ada via Maps".</summary>
    [GeneratedRegex(@"^(?<name>.{2,80}?)\s+via\s+\S.{0,80}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Via();

    [GeneratedRegex(@"<[^<>\s]+>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();

    [GeneratedRegex(@"\((?<name>[^()]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Angled();

    [GeneratedRegex(@"^\s*[\w.+-]+ at [\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Masked();
}
