using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Turns bytes into text: UTF-8 where it can be, else what the bytes or their header say, else Windows-1252.</summary>
internal static partial class LegacyEncoding
{
    private const int Header = 2048, Utf8CodePage = 65001;

    /// <summary>How bytes are to be read.</summary>
    /// <param name="Encoding">By what.</param>
    /// <param name="Mark">How many bytes of a mark of byte order come before the text.</param>
    /// <param name="Replaced">How many of them are wrong and become U+FFFD.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Reading(Encoding Encoding, int Mark, int Replaced)
    {
        internal string Name => Encoding.WebName;
    }

    internal static (string Text, string Name, int Replaced) Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        var sequences = new Sequences();
        sequences.Count(bytes, isLast: true);
        var reading = Of(bytes, declared, sequences);
        return (reading.Encoding.GetString(bytes[reading.Mark..]), reading.Name, reading.Replaced);
    }

    /// <summary>How content is to be read that is too long to be held.</summary>
    internal static Reading Of(Stream content)
    {
        var buffer = new byte[81_920];
        var (beginning, kept) = (buffer[..content.ReadAtLeast(buffer, Header, throwOnEndOfStream: false)], 0);
        var sequences = new Sequences();
        for (var read = beginning.Length; read > 0; read = content.Read(buffer, kept, buffer.Length - kept))
        {
            var counted = sequences.Count(buffer.AsSpan(0, kept + read), isLast: false);
            buffer.AsSpan(counted, kept + read - counted).CopyTo(buffer);
            kept += read - counted;
        }

        sequences.Count(buffer.AsSpan(0, kept), isLast: true);
        return Of(beginning, null, sequences);
    }

    private static Reading Of(ReadOnlySpan<byte> beginning, string? declared, Sequences sequences)
    {
        if (beginning.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return new(Encoding.UTF8, 3, sequences.Wrong);
        }

        if (beginning.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
        {
            return new(Encoding.UTF32, 4, 0);
        }

        if (beginning.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
        {
            return new(new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4, 0);
        }

        if (beginning.StartsWith<byte>([0xFF, 0xFE]))
        {
            return new(Encoding.Unicode, 2, 0);
        }

        if (beginning.StartsWith<byte>([0xFE, 0xFF]))
        {
            return new(Encoding.BigEndianUnicode, 2, 0);
        }

        if (beginning.Length >= 4 && Sixteen(beginning) is { } sixteen)
        {
            return new(sixteen, 0, 0);
        }

        var named = Named(declared) ?? Named(DeclaredIn(beginning));
        return named is { CodePage: 50220 or 50221 or 50222 } ? new(named, 0, 0)
            // Sequences of several bytes that are right can hardly be chance: then it is UTF-8 with damage. Of texts in other encodings of several bytes some are.
            : sequences.Wrong == 0 || sequences.Right > (named is null || named.CodePage == Utf8CodePage ? sequences.Places : sequences.Wrong) ? new(Encoding.UTF8, 0, sequences.Wrong)
            : new(named is null || named.CodePage == Utf8CodePage ? Windows1252 : named, 0, 0);
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of that name as browsers understand it; null when the name is unknown.</summary>
    private static Encoding? Named(string? name)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(label))
        {
            return null;
        }

        if (label is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" or "unknown-8bit")
        {
            return Windows1252;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known by name, and no longer read.
            return null;
        }
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Header)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static UnicodeEncoding? Sixteen(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 400)];
        var (even, odd) = (0, 0);
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] == 0)
            {
                _ = index % 2 == 0 ? even++ : odd++;
            }
        }

        var half = sample.Length / 2;
        return odd > half * 0.6 && even == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even > half * 0.6 && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    /// <summary>Counts characters of several bytes in what may be UTF-8.</summary>
    private sealed class Sequences
    {
        private const int Piece = 64;

        private long before, lastWrong = -Piece - 1;

        internal int Right { get; private set; }

        internal int Wrong { get; private set; }

        /// <summary>How many pieces of the text have wrong bytes; within a piece they have one cause.</summary>
        internal int Places { get; private set; }

        /// <returns>How many bytes were counted: a character whose end is missing waits for what comes after.</returns>
        internal int Count(ReadOnlySpan<byte> bytes, bool isLast)
        {
            var at = 0;
            while (bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var plain)
            {
                at += plain;
                var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
                if (status == System.Buffers.OperationStatus.NeedMoreData && !isLast)
                {
                    before += at;
                    return at;
                }

                if (status == System.Buffers.OperationStatus.Done)
                {
                    Right++;
                }
                else
                {
                    Wrong++;
                    Places += before + at - lastWrong > Piece ? 1 : 0;
                    lastWrong = before + at;
                }

                at += Math.Max(length, 1);
            }

            before += bytes.Length;
            return bytes.Length;
        }
    }

    [GeneratedRegex("""(?i)(?:charset|encoding)\s*=\s*["']?\s*(?<name>[a-z0-9_:.-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Charset();
}
