using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Recordings of talks with a forum's interface, as programs' tests keep them: the answers in them are what was fetched.</summary>
internal static partial class Recording
{
    internal static bool IsOne(string head) => head.StartsWith("interactions:", StringComparison.Ordinal) || Talk().IsMatch(head);

    /// <summary>The answers that are JSON, one after another.</summary>
    internal static string Answers(string text)
    {
        var answers = new StringBuilder();
        if (text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("interactions:", StringComparison.Ordinal))
        {
            foreach (Match match in YamlBody().Matches(text))
            {
                Append(match.Groups["mark"].Value == "'" ? SingleQuoted(text, match.Index + match.Length) : DoubleQuoted(text, match.Index + match.Length));
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
                    Append(line);
                }

                before = line;
            }
        }

        return answers.ToString();

        void Append(string answer)
        {
            var json = answer.Trim();
            if (json.Length > 1 && json[0] is '{' or '[')
            {
                answers.Append(json).Append('\n');
            }
        }
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

    [GeneratedRegex(@"^ +body:\s*\n? *(encoding: [^\n]*\n *)?string: (?<mark>['""])(?=\s*[{\[])", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10000)]
    private static partial Regex YamlBody();
}
