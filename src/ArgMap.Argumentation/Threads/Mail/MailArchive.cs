namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>The mails of an archive one after another: they begin at lines that begin with "From " after a blank line, before a head. No more is held than the longest of them.</summary>
internal sealed class MailArchive : IDisposable
{
    // As much of the line below as tells a head.
    private const int MostOfHead = 200, FirstBuffer = 1 << 18;

    private readonly Stream content;
    private byte[] buffer;
    private int filled, start;
    private bool isOver;

    /// <summary>An archive that is read as it is asked for.</summary>
    internal MailArchive(Stream content) => (this.content, buffer) = (content, new byte[FirstBuffer]);

    /// <summary>An archive that is held anyway.</summary>
    internal MailArchive(byte[] whole) => (content, buffer, filled, isOver) = (Stream.Null, whole, whole.Length, true);

    /// <summary>The line on which the last mail given begins, from 1.</summary>
    internal int Line { get; private set; }

    /// <summary>The line that was read last.</summary>
    internal int LastLine { get; private set; } = 1;

    /// <summary>It is an archive, and its last line does not end.</summary>
    internal bool BreaksOff { get; private set; }

    public void Dispose() => content.Dispose();

    /// <summary>The next mail, which is good until the one after it is asked for; null after the last.</summary>
    internal ReadOnlyMemory<byte>? Next()
    {
        while (LastLine == 1 && filled < "From ".Length && Fill(filled) > 0)
        {
        }

        (Line, BreaksOff) = (LastLine, BreaksOff || (LastLine == 1 && buffer.AsSpan(start, filled - start).StartsWith("From "u8)));
        var (length, isAfterBlank) = (0, true);
        while (true)
        {
            var line = LineFrom(length);
            if (line == 0)
            {
                break;
            }

            var words = buffer.AsSpan(start + length, line);
            if (length > 0 && words.StartsWith("From "u8) && (isAfterBlank || LooksLikeTime(words)) && IsHead(length + line))
            {
                return Take(length);
            }

            isAfterBlank = words.Trim("\r\n \t"u8).IsEmpty;
            length += line;
            LastLine += words[^1] == '\n' ? 1 : 0;
        }

        if (length == 0)
        {
            return null;
        }

        BreaksOff = BreaksOff && buffer[start + length - 1] != '\n';
        return Take(length);
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var mail = buffer.AsMemory(start, length);
        start += length;
        return mail;
    }

    /// <summary>How long the line is that begins so far into the mail, with its end; 0 after the last.</summary>
    private int LineFrom(int from)
    {
        var looked = 0;
        while (true)
        {
            var end = buffer.AsSpan(start + from + looked, filled - start - from - looked).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return looked + end + 1;
            }

            looked = filled - start - from;
            if (Fill(from + looked) == 0)
            {
                return looked;
            }
        }
    }

    private bool IsHead(int at)
    {
        while (filled - start - at < MostOfHead && Fill(filled - start) > 0)
        {
        }

        var line = buffer.AsSpan(start + at, Math.Min(MostOfHead, filled - start - at));
        var colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }

    /// <summary>Reads on. What was given before is given up; a mail longer than the buffer makes it grow.</summary>
    private int Fill(int needed)
    {
        if (isOver)
        {
            return 0;
        }

        // A long mail is moved more often, so that it does not take four times its length.
        if (needed > Math.Max(buffer.Length / 2, buffer.Length - (FirstBuffer * 16)))
        {
            var larger = new byte[Math.Max(buffer.Length * 2, needed + FirstBuffer)];
            buffer.AsSpan(start, filled - start).CopyTo(larger);
            (buffer, filled, start) = (larger, filled - start, 0);
        }
        else if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (filled, start) = (filled - start, 0);
        }

        var read = content.Read(buffer, filled, buffer.Length - filled);
        (filled, isOver) = (filled + read, read == 0);
        return read;
    }

    private static bool LooksLikeTime(ReadOnlySpan<byte> line) => line.IndexOf((byte)':') > 0 && line.Length < 200;
}
