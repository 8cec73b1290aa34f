using System.Buffers;
using System.Text.Unicode;

namespace ArgMap.Argumentation.Threads;

/// <summary>A text as it is kept while a thread of many posts is held: in half the memory where that is possible, and made a string again by whoever asks.</summary>
internal sealed class PackedText : IEquatable<PackedText>
{
    // Shorter ones are not worth an array beside the string.
    private const int LeastLength = 64;

    // Longer ones are few, and thousands of quotes may ask for the one that all of them answer.
    private const int MostLength = 16_384;

    private static readonly PackedText Empty = new("", null);

    private readonly string? text;
    private readonly byte[]? utf8;

    private PackedText(string? text, byte[]? utf8) => (this.text, this.utf8) = (text, utf8);

    /// <summary>The text, whatever it holds: halves of characters, which have no UTF-8, come back as they were.</summary>
    internal static PackedText Of(string text)
    {
        if (text.Length is < LeastLength or > MostLength)
        {
            return text.Length == 0 ? Empty : new(text, null);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length * 2);
        var state = Utf8.FromUtf16(text, buffer, out _, out var written, replaceInvalidSequences: false);
        // Writing that needs three bytes a character is as short as it is.
        var packed = state == OperationStatus.Done && written < text.Length * 3 / 2 ? new PackedText(null, buffer[..written]) : new PackedText(text, null);
        ArrayPool<byte>.Shared.Return(buffer);
        return packed;
    }

    public bool Equals(PackedText? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    public override bool Equals(object? obj) => Equals(obj as PackedText);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => text ?? System.Text.Encoding.UTF8.GetString(utf8!);
}
