using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace ArgMap.Argumentation.Threads;

/// <summary>A text as it is kept while a thread of many posts is held: in half the memory where that is possible, or as a place in a file; made a string again by whoever asks.</summary>
internal sealed class PackedText : IEquatable<PackedText>
{
    // Shorter ones are not worth an array beside the string.
    private const int LeastLength = 64;

    // Longer ones are few, and thousands of quotes may ask for the one that all of them answer.
    private const int MostLength = 16_384;

    private static readonly PackedText Empty = new("", 0, 0, isUtf8: false);

    // The string, its UTF-8, or the file that it is in.
    private readonly object kept;
    private readonly long place;
    private readonly int length;
    private readonly bool isUtf8;

    private PackedText(object kept, long place, int length, bool isUtf8) => (this.kept, this.place, this.length, this.isUtf8) = (kept, place, length, isUtf8);

    /// <summary>How many bytes of memory it takes and could leave to a file.</summary>
    internal int Held => kept switch { byte[] => length, string text when text.Length >= LeastLength => text.Length * sizeof(char), _ => 0 };

    /// <summary>The text, whatever it holds: halves of characters, which have no UTF-8, come back as they were.</summary>
    internal static PackedText Of(string text)
    {
        if (text.Length is < LeastLength or > MostLength)
        {
            return text.Length == 0 ? Empty : new(text, 0, text.Length, isUtf8: false);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length * 2);
        var state = Utf8.FromUtf16(text, buffer, out _, out var written, replaceInvalidSequences: false);
        // Writing that needs three bytes a character is as short as it is.
        var packed = state == OperationStatus.Done && written < text.Length * 3 / 2 ? new PackedText(buffer[..written], 0, written, isUtf8: true) : new PackedText(text, 0, text.Length, isUtf8: false);
        ArrayPool<byte>.Shared.Return(buffer);
        return packed;
    }

    /// <summary>The same text in a file, from that place on, where it takes as many bytes as <see cref="Held"/> says.</summary>
    internal PackedText In(SafeFileHandle file, long at)
    {
        RandomAccess.Write(file, kept is byte[] utf8 ? utf8 : MemoryMarshal.AsBytes(((string)kept).AsSpan()), at);
        return new PackedText(file, at, Held, isUtf8);
    }

    public bool Equals(PackedText? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    public override bool Equals(object? obj) => Equals(obj as PackedText);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => kept switch
    {
        string text => text,
        byte[] utf8 => Encoding.UTF8.GetString(utf8),
        _ => FromFile((SafeFileHandle)kept),
    };

    private string FromFile(SafeFileHandle file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var bytes = buffer.AsSpan(0, length);
            for (var read = 0; read < length;)
            {
                var more = RandomAccess.Read(file, bytes[read..], place + read);
                read += more > 0 ? more : throw new EndOfStreamException("A temporary file has become shorter.");
            }

            return isUtf8 ? Encoding.UTF8.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
