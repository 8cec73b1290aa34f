using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Small turns of text that several formats need.</summary>
internal static partial class PlainText
{
    /// <summary>Marks around the number of a quote's source in Markdown under way; never in a finished text.</summary>
    internal const char SourceOpens = '\uE000', SourceCloses = '\uE001';

    /// <summary>Line ends become LF; control characters and our own marks go; text without words becomes empty.</summary>
    internal static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\r')
            {
                if (index + 1 == text.Length || text[index + 1] != '\n')
                {
                    clean.Append('\n');
                }
            }
            else if (character is '\n' or '\t' || (!char.IsControl(character) && character is not (SourceOpens or SourceCloses or '\uFEFF')))
            {
                clean.Append(character);
            }
        }

        return WithoutHalves(clean.ToString());
    }

    /// <summary>HTML without our own marks, which pages use for pictures in fonts of their own.</summary>
    internal static string WithoutOwnMarks(string html) => OwnMarks().Replace(html, " ");

    /// <summary>Halves of surrogate pairs, which no encoding can carry, become U+FFFD.</summary>
    internal static string WithoutHalves(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    index++;
                }
                else
                {
                    return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                }
            }
        }

        return text;
    }

    /// <summary>Character references become characters, once.</summary>
    internal static string Decoded(string? text) => text is null ? "" : WebUtility.HtmlDecode(text);

    /// <summary>One line without character references and marks of direction; null when there is none.</summary>
    internal static string? Line(string? text)
    {
        var line = Spaces().Replace(Directions().Replace(Clean(text), ""), " ").Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>The number that digits write, of whatever script, as <c>\d</c> finds them; null when it is too large.</summary>
    internal static int? Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit);
            if (number > int.MaxValue)
            {
                return null;
            }
        }

        return (int)number;
    }

    /// <summary>Markdown under way without the marks of where its quotes are from.</summary>
    internal static string WithoutSources(string markdown) => Marks().Replace(markdown, "");

    /// <summary>Plain text as Markdown that shows the same: every line kept, nothing read as markup but quotes.</summary>
    internal static string AsMarkdown(string text) =>
        string.Join('\n', Clean(text).Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    /// <summary>A name without the e-mail address or IP address it may be or hold.</summary>
    internal static (string? Name, bool Dropped) NameWithoutAddress(string? name)
    {
        var line = Line(name);
        if (line is null)
        {
            return (null, false);
        }

        var without = Line(Address().Replace(line, match => match.Groups["local"].Value));
        return (without, !string.Equals(without, line, StringComparison.Ordinal));
    }

    /// <summary>Text in which the host of every e-mail address is left out.</summary>
    internal static string WithoutAddresses(string text, out int dropped)
    {
        var count = 0;
        var without = text.Contains('@', StringComparison.Ordinal) || text.Contains(" at ", StringComparison.Ordinal)
            ? Address().Replace(text, match =>
            {
                count++;
                return match.Groups["local"].Value + "@…";
            })
            : text;
        dropped = count;
        return without;
    }

    [GeneratedRegex(@"[\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.None, 1000)]
    private static partial Regex Directions();

    [GeneratedRegex(@"\uE000\d+\uE001", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\uE000\uE001]|&#(x0*e00[01](?![0-9a-f])|0*5734[45](?![0-9]));?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OwnMarks();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(\\?<)?(mailto:)?\b(?<local>[A-Za-z0-9._%+-]{1,64})@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}>?|<(?<local>[A-Za-z0-9._%+-]{1,64}) at [A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}>|^\d{1,3}(\.\d{1,3}){3}$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Address();
}
