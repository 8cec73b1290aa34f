using System.Buffers;
using System.Buffers.Text;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>How bytes were written to pass through mail.</summary>
internal static class TransferEncoding
{
    private const int MostShown = 200;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8), Breaks = SearchValues.Create("\r\n"u8),
        SignsAndBreaks = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"u8),
        OfText = SearchValues.Create([(byte)'\t', (byte)'\n', (byte)'\r', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(sign => (byte)sign)]);

    internal static byte[] Decode(ReadOnlySpan<byte> bytes, string encoding) => Decode(bytes, encoding, out _);

    /// <param name="isBroken">Something of what was encoded cannot be read.</param>
    internal static byte[] Decode(ReadOnlySpan<byte> bytes, string encoding, out bool isBroken)
    {
        isBroken = false;
        return encoding switch
        {
            "quoted-printable" => QuotedPrintable(bytes),
            "base64" => Base64Of(bytes, out isBroken),
            _ => bytes.ToArray(),
        };
    }

    /// <summary>How a text is encoded that has lost the head that says so: by what it shows; empty when it shows nothing.</summary>
    internal static string Shown(ReadOnlySpan<byte> bytes) =>
        bytes.Count("=3D"u8) is > 2 and var signs && signs > bytes.Count("=\""u8) ? "quoted-printable"
            : bytes.Length > MostShown && bytes[..MostShown].Trim("\r\n"u8) is var shown && shown.IndexOfAny(Breaks) > 0 && shown.IndexOfAnyExcept(SignsAndBreaks) < 0 ? "base64" : "";

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

    /// <summary>As many groups as can be read, line by line, since damage shifts no more than its line; a list's footer after them is not part of it.</summary>
    private static byte[] Base64Of(ReadOnlySpan<byte> bytes, out bool isBroken)
    {
        var plain = new byte[Base64.GetMaxDecodedFromUtf8Length(bytes.Length) + 3];
        isBroken = false;
        if (Base64.DecodeFromUtf8(bytes, plain, out _, out var written) == OperationStatus.Done)
        {
            return plain[..written];
        }

        written = 0;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range].Trim(" \t\r"u8);
            // A footer is words, between spaces or below a rule.
            if (line.Contains((byte)' ') || line.IndexOfAny(Signs) < 0)
            {
                if (line.IsEmpty)
                {
                    continue;
                }

                break;
            }

            var isShifted = line.Length % 4 != 0;
            isBroken = isBroken || isShifted || line.IndexOfAnyExcept(Signs) >= 0;
            while (!line.IsEmpty)
            {
                var right = line.IndexOfAnyExcept(Signs) is >= 0 and var wrong ? wrong : line.Length;
                Base64.DecodeFromUtf8(line[..(right / 4 * 4)], plain.AsSpan(written), out _, out var more);
                // Behind a sign that is missing all are others, unless nothing is missing but the end.
                written += isShifted && range.End.Value < bytes.Length && plain.AsSpan(written, more).IndexOfAnyExcept(OfText) is >= 0 and var text ? text : more;
                line = isShifted ? [] : line[Math.Min((right / 4 * 4) + 4, line.Length)..];
            }
        }

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
