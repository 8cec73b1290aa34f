using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Turns bytes into text: UTF-8 where it can be, else what the bytes or their header say, else Windows-1252.</summary>
internal static partial class LegacyEncoding
{
    private const int Header = 2048;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static (string Text, string Name, int Replaced) Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Utf8(bytes[3..]);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Plain(Encoding.Unicode, bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Plain(Encoding.BigEndianUnicode, bytes[2..]);
        }

        if (bytes.Length >= 4 && Sixteen(bytes) is { } sixteen)
        {
            return Plain(sixteen, bytes);
        }

        var named = Named(declared) ?? Named(DeclaredIn(bytes));
        if (named is { CodePage: 50220 or 50221 or 50222 })
        {
            return Plain(named, bytes);
        }

        try
        {
            return (Strict.GetString(bytes), "utf-8", 0);
        }
        catch (DecoderFallbackException)
        {
            // Sequences of several bytes that are right can hardly be chance: then it is UTF-8 with damage.
            var (right, wrong) = CountSequences(bytes);
            return right > wrong ? Utf8(bytes) : Plain(named is null || named.CodePage == 65001 ? Windows1252 : named, bytes);
        }
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static (string Text, string Name, int Replaced) Utf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return (text, "utf-8", CountSequences(bytes).Wrong);
    }

    private static (string Text, string Name, int Replaced) Plain(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        (encoding.GetString(bytes), encoding.WebName, 0);

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
        catch (ArgumentException)
        {
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

    private static (int Right, int Wrong) CountSequences(ReadOnlySpan<byte> bytes)
    {
        var (right, wrong) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done)
            {
                wrong++;
            }
            else if (!rune.IsAscii)
            {
                right++;
            }

            bytes = bytes[Math.Max(length, 1)..];
        }

        return (right, wrong);
    }

    [GeneratedRegex("""(?i)(?:charset|encoding)\s*=\s*["']?\s*(?<name>[a-z0-9_:.-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Charset();
}
