using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>HTML with the signs that damage took from its tags put back, where it is plain that they are missing: a parser would take the words up to the next such sign for a part of the tag.</summary>
internal sealed partial class MendedHtml
{
    private const int MostName = 40;

    /// <summary>Elements that hold no tags, so that one whose end was lost holds all that follows.</summary>
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "title", "textarea", "style", "script", "xmp", "iframe", "noembed", "noframes" };

    private static readonly HashSet<string> OfTables = new(StringComparer.OrdinalIgnoreCase) { "tbody", "tr", "td", "th" };

    private readonly string html;
    private readonly List<(int At, string Sign)> missing = [];
    private readonly Dictionary<string, int> found = new(StringComparer.OrdinalIgnoreCase);

    // For each open table what of it is open.
    private readonly Stack<string> tables = new();

    // How many more of them begin than end.
    private readonly Dictionary<string, int> unended = new(StringComparer.OrdinalIgnoreCase);

    internal MendedHtml(string html)
    {
        this.html = html;
        Look();
        Text = Mended();
    }

    /// <summary>The same text when nothing is missing.</summary>
    internal string Text { get; }

    /// <summary>How many signs were put back.</summary>
    internal int Signs => missing.Count;

    /// <summary>How many more elements of each name begin than end; what stands in comments and programs is none.</summary>
    internal IReadOnlyDictionary<string, int> Unended => unended;

    internal static string Of(string html) => new MendedHtml(html).Text;

    private string Mended()
    {
        if (missing.Count == 0)
        {
            return html;
        }

        var (text, from) = (new StringBuilder(html.Length + missing.Count), 0);
        foreach (var (at, sign) in missing)
        {
            text.Append(html, from, at - from).Append(sign);
            from = at;
        }

        return text.Append(html, from, html.Length - from).ToString();
    }

    private void Look()
    {
        var at = Ahead("<", 0);
        while (at < html.Length)
        {
            at = html.AsSpan(at).StartsWith("<!--") ? AfterComment(at)
                : IsTag(at) ? AfterTag(at)
                : at + 1;
            var next = Ahead("<", at);
            if (at > 0 && html[at - 1] == '>' && LostStart().Match(html, at, next - at) is { Success: true } tag)
            {
                missing.Add((tag.Groups["tag"].Index, "<"));
            }

            at = next;
        }
    }

    /// <summary>A comment whose end was lost holds the beginning of another one, or all that is left. One that begins with a tag is a piece of the page that was taken out.</summary>
    private int AfterComment(int at)
    {
        var end = Ahead("-->", at + 2);
        var tag = Ahead("<", at + 4);
        if (end < html.Length && (Ahead("<!--", at + 4) > end || html.AsSpan(at + 4, tag - at - 4).IsWhiteSpace()))
        {
            return end + 3;
        }

        return tag < html.Length ? Missing(tag, "-->") : tag;
    }

    private int AfterTag(int start)
    {
        var at = start + (html[start + 1] == '/' ? 2 : 1);
        var named = at;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('/' or '>' or '<'))
        {
            at++;
        }

        var (name, whole) = (html[named..Math.Min(at, named + MostName)], at);
        unended[name] = unended.GetValueOrDefault(name) + (html[start + 1] == '/' ? -1 : 1);
        OpenTable(name, start);
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] == '<')
            {
                if (IsTag(at))
                {
                    // A tag within a tag is two of them; between them are words.
                    return Missing(whole, ">");
                }

                at++;
                continue;
            }

            if (IsSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }

            (at, var hasValue) = AfterAttribute(at);
            whole = hasValue ? at : whole;
        }

        return at >= html.Length ? at : html[start + 1] != '/' && Raw.Contains(name) ? AfterRaw(name, at + 1) : at + 1;
    }

    /// <summary>Rows that lost the beginning of their table would be taken for mere words, and a table outside of any cell for the end of the one around it.</summary>
    private void OpenTable(string name, int start)
    {
        var isEnd = html[start + 1] == '/';
        if (name.Equals("table", StringComparison.OrdinalIgnoreCase))
        {
            if (isEnd)
            {
                tables.TryPop(out _);
                return;
            }

            if (tables.TryPeek(out var around) && around == "tr")
            {
                Missing(start, "<td>");
                Within("td");
            }

            tables.Push("table");
        }
        else if (OfTables.TryGetValue(name, out var part))
        {
            if (tables.Count == 0 && !isEnd)
            {
                Missing(start, "<table>");
                tables.Push("table");
            }

            Within(isEnd ? part is "td" or "th" ? "tr" : "table" : part);
        }

        void Within(string open)
        {
            if (tables.TryPop(out _))
            {
                tables.Push(open);
            }
        }
    }

    private (int At, bool HasValue) AfterAttribute(int at)
    {
        at++;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('/' or '>' or '=' or '<'))
        {
            at++;
        }

        var sign = at;
        while (sign < html.Length && IsSpace(html[sign]))
        {
            sign++;
        }

        if (sign == html.Length || html[sign] != '=')
        {
            return (at, false);
        }

        at = sign + 1;
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }

        return (at == html.Length ? at : html[at] is '"' or '\'' ? AfterQuoted(at + 1, html[at]) : AfterBare(at), true);
    }

    private int AfterQuoted(int from, char mark)
    {
        var end = Ahead(mark == '"' ? "\"" : "'", from);
        var value = html.AsSpan(from, end - from);
        var tagEnd = value.IndexOf('>');
        var name = Named().Match(html, Math.Max(from, end - MostName), Math.Min(MostName, end - from));
        // After a value comes a space or the end of the tag; after the first mark of a later value comes that value.
        var isClosed = end == html.Length ? tagEnd < 0
            : end + 1 == html.Length || IsSpace(html[end + 1]) || html[end + 1] is '>' or '/' or '<' ? !name.Success || tagEnd < 0 || !value[tagEnd..].Contains('<')
            : !name.Success && (tagEnd < 0 || Attribute().IsMatch(html, end + 1));
        if (isClosed)
        {
            return Math.Min(html.Length, end + 1);
        }

        var most = tagEnd >= 0 ? from + tagEnd : name.Index;
        var next = Next().Match(html, from, most - from);
        most = next.Success ? next.Index : tagEnd > 0 && html[most - 1] == '/' && IsSpace(html[most - 2]) ? most - 1 : most;
        while (most > from && IsSpace(html[most - 1]))
        {
            most--;
        }

        return Missing(most, mark.ToString());
    }

    /// <summary>A value that has no mark before it but one after it.</summary>
    private int AfterBare(int from)
    {
        var at = from;
        while (at < html.Length && html[at] is not ('"' or '\'' or '=' or '>' or '<'))
        {
            at++;
        }

        if (at > from && at < html.Length && html[at] is '"' or '\'' && (at + 1 == html.Length || IsSpace(html[at + 1]) || html[at + 1] is '>' or '/'))
        {
            missing.Add((from, html[at].ToString()));
            return at + 1;
        }

        for (at = from; at < html.Length && !IsSpace(html[at]) && html[at] != '>';)
        {
            at++;
        }

        return at;
    }

    private int AfterRaw(string name, int from)
    {
        var end = Ahead("</" + name, from);
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            // Programs hold tags in texts of theirs; what comes after a program begins a line, or follows its last sign.
            var another = NextStart("<" + name, from);
            var tag = end == html.Length || another < end ? NextStart("<", from) : html.Length;
            return tag < html.Length ? Missing(tag, $"</{name}>") : end;
        }

        var first = Ahead("<", from);
        var isLost = end == html.Length || Ahead("<" + name, from) < end || (name.Equals("title", StringComparison.OrdinalIgnoreCase) && Head().IsMatch(html.AsSpan(first, end - first)));
        return isLost && first < html.Length ? Missing(first, $"</{name}>") : end;
    }

    private int Missing(int at, string sign)
    {
        missing.Add((at, sign));
        return at;
    }

    private bool IsTag(int at) => at + 2 < html.Length && char.IsAsciiLetter(html[html[at + 1] == '/' ? at + 2 : at + 1]);

    /// <summary>Where it is next, or the end. What was found is kept: to look for it anew at every tag would take the square of the length.</summary>
    private int Ahead(string what, int from)
    {
        if (!found.TryGetValue(what, out var at) || at < from)
        {
            at = from >= html.Length ? html.Length : html.IndexOf(what, from, what.Length > 2 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) is >= 0 and var place ? place : html.Length;
            found[what] = at;
        }

        return at;
    }

    /// <summary>The next tag that stands where no text of a program can hold it.</summary>
    private int NextStart(string what, int from)
    {
        var key = "start of " + what;
        if (found.TryGetValue(key, out var at) && at >= from)
        {
            return at;
        }

        for (at = Ahead(what, from); at < html.Length && !(IsAfterProgram(at, from) && (what.Length > 1 || Tag().IsMatch(html.AsSpan(at, Math.Min(MostName, html.Length - at))))); at = Ahead(what, at + 1))
        {
        }

        return found[key] = at;
    }

    private bool IsAfterProgram(int at, int from)
    {
        var before = at - 1;
        while (before >= from && IsSpace(html[before]) && html[before] != '\n')
        {
            before--;
        }

        return before < from || html[before] is '\n' or ';' or '}' or ')' or '>';
    }

    private static bool IsSpace(char sign) => sign is ' ' or '\t' or '\n' or '\r' or '\f';

    /// <summary>The rest of a tag that lost its first sign, right after another tag.</summary>
    [GeneratedRegex("""\G\s*(?<tag>/?(div|article|section|li|ul|ol|dl|dd|dt|table|tbody|tr|td|p|span|a|blockquote|header|footer|time|h[1-6])((?<=/\w+)|(\s+[\w:-]+="[^"<>]*")+)\s*>)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LostStart();

    [GeneratedRegex(@"(?<=[\s""'])[\w:.-]+\s*=\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\s[\w:.-]+\s*=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    /// <summary>Careless pages leave no space between two attributes.</summary>
    [GeneratedRegex(@"\G[\w:.-]+\s*=\s*[""']", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    /// <summary>What comes after the title of a page, and in none.</summary>
    [GeneratedRegex(@"<(/head|body|meta|link|script|style)[\s>]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^<(/?(html|head|body|div|article|section|main|header|footer|nav|ul|ol|li|dl|table|tr|td|p|span|a|h[1-6]|form|link|meta|script|style|noscript|title|img)[\s>]|!--)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tag();
}
