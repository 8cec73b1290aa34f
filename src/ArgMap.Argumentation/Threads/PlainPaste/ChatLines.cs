using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>Logs of chats: a line begins with a time, a name and what was said, and goes on until the next such line.</summary>
internal static partial class ChatLines
{
    /// <summary>All such lines, with the notices between them; none where the text is no log.</summary>
    internal static List<PostHeader> FindAll(string[] lines)
    {
        List<PostHeader> headers = [];
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        for (var number = Math.Max(0, first); number < lines.Length; number++)
        {
            if (lines[number].Length > 0 && Said().Match(lines[number]) is { Success: true } said)
            {
                headers.Add(new PostHeader { Name = said.Groups["name"].Value.TrimStart('~', '\u202F', '\u00A0', ' ').Trim(), When = said.Groups["when"].Value, Rest = said.Groups["rest"].Value.Trim(), Line = number, Indent = 0, IsNotice = Wordless().IsMatch(said.Groups["rest"].Value) });
            }
            else if (headers.Count + 1 >= number - first && Notice().IsMatch(lines[number]))
            {
                headers.Add(new PostHeader { Name = "", Line = number, Indent = 0, IsNotice = true });
            }
        }

        var names = headers.Where(header => !header.IsNotice).Select(header => header.Name).ToList();
        return names.Count > 1 && headers[0].Line == first && names.Distinct(StringComparer.Ordinal).Count() is var people && people > 1 && people < names.Count ? headers : [];
    }

    private const string Day = @"(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4})";

    private const string Time = @"(?<when>(" + Day + @"(,|\s+at|\s+klo)?\s+)?\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[APap]\.?\s?[Mm]\.?)?|" + Day + @")";

    private const string Stamp = @"^[\u200E\u200F\s]*(\[" + Time + @"\]|\(" + Time + @"\)|" + Time + @")\s*([-–—]\s+)?";

    // "04/03/2021, 10:02 - Name: words", "[04.03.21, 10:02:13] Name: words", "10:02 <name> words", "[10:02 AM]name: words".
    [GeneratedRegex(Stamp + @"(<[@+%]?(?<name>[^<>\s][^<>]{0,40})>|(?<name>[^:<>\s\d\u200E][^:<>]{0,59}|\+\d[\d \u00A0().-]{6,24}|[^:<>\s]{1,40}):(?=\s|$))(?<rest>.*)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Said();

    // Pictures that were not copied; what the program itself says is marked by a sign that is not seen.
    [GeneratedRegex(@"^\s*(\u200E|<[^<>]{3,40}>\s*$)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Wordless();

    [GeneratedRegex(Stamp + @"[^\s:]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Notice();
}
