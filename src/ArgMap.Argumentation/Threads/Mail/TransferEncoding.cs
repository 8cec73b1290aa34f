using System.Buffers.Text;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>How bytes were written to pass through mail.</summary>
internal static class TransferEncoding
{
    internal static byte[] Decode(ReadOnlySpan<byte> bytes, string encoding) => encoding switch
    {
        "quoted-printable" => QuotedPrintable(bytes),
        "base64" => Base64Of(bytes),
        _ => bytes.ToArray(),
    };

    internal static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var plain = new List<byte>(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != '=')
            {
                plain.Add(bytes[at]);
                continue;
            }

            var rest = bytes[(at + 1)..];
            var blank = rest.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
            if (rest.Length >= 2 && Hex(rest[0]) >= 0 && Hex(rest[1]) >= 0)
            {
                plain.Add((byte)((Hex(rest[0]) * 16) + Hex(rest[1])));
                at += 2;
            }
            else if (blank >= 0 && rest[blank] == '\n')
            {
                at += blank + 1;
            }
            else
            {
                plain.Add((byte)'=');
            }
        }

        return [.. plain];
    }

    /// <summary>As many groups as can be read; a list's footer after them is not part of it.</summary>
    private static byte[] Base64Of(ReadOnlySpan<byte> bytes)
    {
        var plain = new byte[Base64.GetMaxDecodedFromUtf8Length(bytes.Length) + 3];
        Base64.DecodeFromUtf8(bytes, plain, out _, out var written);
        return plain[..written];
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}
