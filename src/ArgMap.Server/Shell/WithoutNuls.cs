namespace ArgMap.Server.Shell;

/// <summary>
/// A form as browsers write it (<c>application/x-www-form-urlencoded</c>), read without the NUL characters in it. They come with text copied from damaged files, nobody sees them,
/// and the framework refuses a whole form because of one.
/// </summary>
/// <param name="form">The body of the request.</param>
internal sealed class WithoutNuls(Stream form) : Stream
{
    private const int Size = 16 * 1024;

    private static ReadOnlySpan<byte> Nul => "%00"u8;

    private readonly byte[] read = new byte[Size];
    private int given, ready, end;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (given == ready && await Fill(cancellationToken))
        {
        }

        var count = Math.Min(buffer.Length, ready - given);
        read.AsMemory(given, count).CopyTo(buffer);
        given += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies of requests are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads on. What may be the beginning of a NUL waits for the rest of it.</summary>
    /// <returns>False at the end.</returns>
    private async ValueTask<bool> Fill(CancellationToken cancellationToken)
    {
        read.AsSpan(ready, end - ready).CopyTo(read);
        end -= ready;
        (given, ready) = (0, 0);
        var more = await form.ReadAsync(read.AsMemory(end), cancellationToken);
        end = Cleaned(read.AsSpan(0, end + more));
        ready = more == 0 ? end : end - Begun(read.AsSpan(0, end));
        return more > 0;
    }

    private static int Cleaned(Span<byte> bytes)
    {
        var kept = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == 0)
            {
                continue;
            }

            if (bytes[at..].StartsWith(Nul))
            {
                at += Nul.Length - 1;
                continue;
            }

            bytes[kept++] = bytes[at];
        }

        return kept;
    }

    private static int Begun(ReadOnlySpan<byte> bytes) => bytes.EndsWith("%0"u8) ? 2 : bytes.EndsWith("%"u8) ? 1 : 0;
}
