namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Bytes of a <see cref="PagedList{T}"/> from the first to the last.</summary>
internal sealed class PagedStream(PagedList<byte> bytes) : Stream
{
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var next = at < bytes.Count ? bytes.PageFrom(at) : [];
        next = next[..Math.Min(next.Length, buffer.Length)];
        next.CopyTo(buffer);
        at += next.Length;
        return next.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
