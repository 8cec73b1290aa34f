using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>The head of a mail or of a part of one: unfolded, names in any case, words in any encoding.</summary>
internal sealed partial class MailHeaders
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first header of that name; null when there is none.</summary>
    internal string? this[string name] => values.GetValueOrDefault(name);

    internal int Count => values.Count;

    /// <summary>Words follow in the middle of the head: its end is lost, with what stood there.</summary>
    internal bool BreaksOff { get; private set; }

    /// <summary>Reads the head at the beginning of the bytes.</summary>
    /// <returns>The head, and where the body begins.</returns>
    internal static (MailHeaders Headers, int Body) Read(ReadOnlySpan<byte> bytes)
    {
        var headers = new MailHeaders();
        string? name = null;
        var folded = new StringBuilder();
        var at = 0;
        var last = -1;
        while (at < bytes.Length)
        {
            var end = bytes[at..].IndexOf((byte)'\n') is var found && found < 0 ? bytes.Length : at + found;
            var line = LegacyEncoding.Decode(bytes[at..end]).Text.TrimEnd('\r');
            // A line of spaces alone was meant to end the head.
            line = string.IsNullOrWhiteSpace(line) ? "" : line;
            if (line.Length == 0 || line[0] is not (' ' or '\t'))
            {
                headers.Unfold(name, folded);
            }

            if (line.Length == 0)
            {
                return (headers, Math.Min(end + 1, bytes.Length));
            }

            var begins = at;
            at = Math.Min(end + 1, bytes.Length);
            if (line[0] is ' ' or '\t')
            {
                folded.Append(' ').Append(line.AsSpan().Trim());
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                // "From " of the archive, or damage: not a header.
                name = null;
                if (headers.Count > 0 && last < 0)
                {
                    last = LastOfHead(bytes[at..]) is >= 0 and var next ? at + next : 0;
                }

                // Of one line alone nothing can be said; more of them, with no header after, are the words.
                if (headers.Count > 0 && begins > last && !IsBlank(bytes[at..]))
                {
                    headers.BreaksOff = true;
                    return (headers, begins);
                }

                continue;
            }

            name = headers.values.TryAdd(line[..colon], line[(colon + 1)..].Trim()) ? line[..colon] : null;
        }

        headers.Unfold(name, folded);
        return (headers, bytes.Length);
    }

    /// <summary>Where the last header that mails are known to have begins before the next blank line; negative when none does.</summary>
    private static int LastOfHead(ReadOnlySpan<byte> bytes)
    {
        var (last, at) = (-1, 0);
        while (at < bytes.Length && !IsBlank(bytes[at..]))
        {
            var length = bytes[at..].IndexOf((byte)'\n') is >= 0 and var found ? found + 1 : bytes.Length - at;
            if (Known().IsMatch(Encoding.Latin1.GetString(bytes.Slice(at, Math.Min(length, 40)))))
            {
                last = at;
            }

            at += length;
        }

        return last;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8) is var left && (left.IsEmpty || left[0] == '\n');

    private void Unfold(string? name, StringBuilder folded)
    {
        if (name is not null && folded.Length > 0)
        {
            values[name] += folded.ToString();
        }

        folded.Clear();
    }

    /// <summary>The same head without what is of those names.</summary>
    internal MailHeaders Without(params string[] names)
    {
        var left = new MailHeaders();
        foreach (var (name, value) in values.Where(header => !names.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            left.values[name] = value;
        }

        return left;
    }

    /// <summary>The value before its parameters, in small letters.</summary>
    internal string Main(string name) => (this[name] ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A parameter such as <c>charset</c>; the first of that name.</summary>
    internal string? Parameter(string name, string parameter)
    {
        foreach (Match match in Parameters().Matches(this[name] ?? ""))
        {
            if (match.Groups["name"].Value.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["value"].Value.Trim('"');
            }
        }

        return null;
    }

    /// <summary>Words that were encoded to pass as ASCII, as the writer typed them.</summary>
    internal static string Words(string? value) =>
        value is null ? "" : Encoded().Replace(Between().Replace(value, "${word}"), match =>
        {
            var text = match.Groups["text"].Value;
            try
            {
                var bytes = match.Groups["how"].Value is "B" or "b" ? Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')) : TransferEncoding.QuotedPrintable(Encoding.Latin1.GetBytes(text.Replace('_', ' ')));
                return LegacyEncoding.Decode(bytes, match.Groups["charset"].Value.Split('*')[0]).Text;
            }
            catch (FormatException)
            {
                return match.Value;
            }
        });

    [GeneratedRegex(@"^(From|To|Cc|Bcc|Subject|Date|Message-ID|References|In-Reply-To|MIME-Version|Content-[A-Za-z-]+|Received|Return-Path|Reply-To|Sender|Delivered-To|User-Agent|DKIM-Signature|(X|List|ARC|Resent)-[A-Za-z-]+):", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Known();

    [GeneratedRegex(@";\s*(?<name>[A-Za-z0-9-]+)\*?\s*=\s*(?<value>""[^""]*""|[^;\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<how>[QqBb])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encoded();

    // Space between two encoded words is only there because lines are short.
    [GeneratedRegex(@"(?<word>=\?[^?\s]+\?[QqBb]\?[^?]*\?=)\s+(?==\?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();
}
