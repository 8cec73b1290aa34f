using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Recordings of talks with a forum's interface, as programs' tests keep them: the answers in them are what was fetched.</summary>
internal static partial class Recording
{
    internal static bool IsOne(string head) => Yaml().IsMatch(head) || Talk().IsMatch(head);

    /// <summary>The answers that are JSON in a recording that is JSON itself, as one whose texts are answers or as browsers export what they loaded (HAR); null when it is none.</summary>
    internal static string? Answers(JsonTable json)
    {
        var talks = json.Roots.Select(root => root["http_interactions"] is { IsArray: true } all ? all : root["interactions"] is { IsArray: true } some ? some : root["log"]["entries"])
            .FirstOrDefault(list => list.Items.FirstOrDefault()["response"].IsObject);
        if (!talks.IsArray)
        {
            return null;
        }

        var answers = new StringBuilder();
        foreach (var answer in talks.Items.Select(talk => talk["response"]))
        {
            var (body, content) = (answer["body"], answer["content"]);
            Append(answers, body.IsString ? body.Text!
                : body["string"].Words ?? (body["base64_string"].Words is { } packed ? Unpacked(packed)
                : content["text"].Words is { } text ? content["encoding"].Text == "base64" ? Unpacked(text) : text : ""));
        }

        return answers.ToString();
    }

    /// <summary>The answers that are JSON, one after another.</summary>
    internal static string Answers(string text)
    {
        var answers = new StringBuilder();
        if (Yaml().IsMatch(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')))
        {
            foreach (Match match in YamlBody().Matches(text))
            {
                // What was sent has a body as well.
                if (text.LastIndexOf("response:", match.Index, StringComparison.Ordinal) > text.LastIndexOf("request:", match.Index, StringComparison.Ordinal))
                {
                    Append(answers, match.Groups["mark"].Value switch
                    {
                        "'" => SingleQuoted(text, match.Index + match.Length),
                        "\"" => DoubleQuoted(text, match.Index + match.Length),
                        _ => Block(text, match.Index + match.Length),
                    });
                }
            }
        }
        else
        {
            var before = "";
            foreach (var line in text.Split('\n'))
            {
                // The answer stands on the line after its headers; what was sent stands before the status.
                if (before.StartsWith("[(", StringComparison.Ordinal))
                {
                    Append(answers, line);
                }

                before = line;
            }
        }

        return answers.ToString();
    }

    private static void Append(StringBuilder answers, string answer)
    {
        var json = answer.Trim();
        if (json.Length > 1 && json[0] is '{' or '[')
        {
            answers.Append(json).Append('\n');
        }
    }

    /// <summary>What was kept as bytes, which are often still compressed; nothing where they are neither.</summary>
    private static string Unpacked(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return "";
        }

        bytes = bytes[..length];
        return LegacyEncoding.Decode(bytes.AsSpan().StartsWith<byte>([0x1F, 0x8B]) && Gzip.Unpack(() => new MemoryStream(bytes, writable: false), ThreadInput.MostUnpacked) is { Bytes: var unpacked } ? unpacked.Slice(0, unpacked.Count) : bytes).Text;
    }

    /// <summary>Lines that are set in: JSON, or bytes.</summary>
    private static string Block(string text, int start)
    {
        var end = start;
        var width = text.AsSpan(start).IndexOfAnyExcept(' ');
        if (width < 0)
        {
            return "";
        }

        while (end < text.Length && (text[end] is '\n' or '\r' || text.AsSpan(end).StartsWith(text.AsSpan(start, width))))
        {
            var line = text.IndexOf('\n', end);
            end = line < 0 ? text.Length : line + 1;
        }

        var block = text[start..end].Trim();
        return block is ['{' or '[', ..] ? block : Unpacked(block);
    }

    private static string SingleQuoted(string text, int start)
    {
        var plain = new StringBuilder();
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                if (at + 1 == text.Length || text[at + 1] != '\'')
                {
                    break;
                }

                at++;
            }

            if (text[at] == '\n')
            {
                at = Folded(text, at, plain);
                continue;
            }

            plain.Append(text[at]);
        }

        return plain.ToString();
    }

    private static string DoubleQuoted(string text, int start)
    {
        var plain = new StringBuilder();
        for (var at = start; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\n')
            {
                at = Folded(text, at, plain);
            }
            else if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                var digits = text[at] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
                if (text[at] is '\n' or '\r')
                {
                    // A line goes on without a break.
                    while (at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]))
                    {
                        at++;
                    }
                }
                else if (digits > 0 && at + digits < text.Length && int.TryParse(text.AsSpan(at + 1, digits), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
                {
                    plain.Append(new Rune(code).ToString());
                    at += digits;
                }
                else
                {
                    plain.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', '0' => '\0', var other => other });
                }
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>A break of a line is a space there, and a blank line a break.</summary>
    private static int Folded(string text, int at, StringBuilder plain)
    {
        while (plain.Length > 0 && plain[^1] is ' ' or '\r')
        {
            plain.Length--;
        }

        var breaks = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            breaks += text[at] == '\n' ? 1 : 0;
            at++;
        }

        // Within JSON a break is written as an escape.
        plain.Append(breaks > 1 ? "\\n" : " ");
        return at - 1;
    }

    [GeneratedRegex(@"^https?\r?\n(GET|POST|PUT|PATCH|DELETE)\r?\n\S+\r?\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Talk();

    [GeneratedRegex(@"^(---\s*\n)?(version: \d+\s*\n)?(http_)?interactions:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"^ +body:(\s*\n? *\{?(encoding: [^\n]*\n *)?(base64_)?string:)? (!!?[a-z/]+ )?((?<mark>['""])(?=\s*[{\[])|(?<mark>\|)[-+]?\r?\n)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10000)]
    private static partial Regex YamlBody();
}
