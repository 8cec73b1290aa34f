using System.Net;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>The marks in square brackets that boards have people write, as HTML: what they keep of a post is often its source.</summary>
internal static partial class BoardCode
{
    internal static bool IsIn(string text) => Closed().IsMatch(text);

    internal static bool IsKept(string text) => text.StartsWith("<r>", StringComparison.Ordinal) || text.StartsWith("<t>", StringComparison.Ordinal);

    internal static string ToHtml(string text)
    {
        // phpBB keeps the marks within the elements they make, and a key of its own behind their names.
        var marked = Key().Replace(IsKept(text) ? Element().Replace(text, "") : text, "${mark}]");
        marked = Around().Replace(Reference().IsMatch(marked) ? marked : WebUtility.HtmlEncode(marked), "${mark}").Replace("\n\n", "<p>", StringComparison.Ordinal);
        marked = Quote().Replace(marked, match => match.Groups["said"].Value.Split(',', StringSplitOptions.TrimEntries) is var said
            ? $"<aside class=\"quote\" data-username=\"{said[0]}\"{Post(said)}><blockquote>" : "");
        marked = marked.Replace("[*]", "<li>", StringComparison.Ordinal);
        return Tag().Replace(marked, match => (match.Groups["end"].Length > 0, match.Groups["name"].Value.ToLowerInvariant(), match.Groups["value"].Value) switch
        {
            (true, "quote", _) => "</blockquote></aside>",
            (_, "b" or "i" or "u" or "s" or "sub" or "sup", _) => match.Value.Replace('[', '<').Replace(']', '>'),
            (false, "code", _) => "<pre>",
            (true, "code", _) => "</pre>",
            (false, "url", { Length: > 0 } address) => $"<a href=\"{address}\">",
            (true, "url", _) => "</a>",
            (false, "list", { Length: > 0 }) => "<ol>",
            (false, "list", _) => "<ul>",
            (true, "list", _) => "</ul>",
            (_, "spoiler", _) => match.Groups["end"].Length > 0 ? "</div>" : "<div class=\"spoiler\">",
            _ => "",
        }).ReplaceLineEndings("<br>");
    }

    private static string Post(string[] said) =>
        said.FirstOrDefault(part => part.StartsWith("post:", StringComparison.OrdinalIgnoreCase)) is { } post ? $" data-post=\"{post[5..].Trim()}\"" : "";

    [GeneratedRegex(@"\[/(quote|b|i|u|url|img|code|list|spoiler)(:\w+)?\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Closed();

    [GeneratedRegex(@"<[^<>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Element();

    [GeneratedRegex(@"\s*(?<mark>\[/?(quote|list|code|spoiler)\b[^\]\n]*\]|\[\*\])\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Around();

    [GeneratedRegex(@"(?<mark>\[/?\*?[a-z]*(=[^\]\n]*)?):[0-9a-z]{5,8}\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Key();

    [GeneratedRegex(@"&(#\d{2,6}|amp|lt|gt|quot);", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[quote(=(&quot;)?(?<said>[^\]\n]*?)(&quot;)?)?\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\[(?<end>/)?(?<name>quote|b|i|u|s|sub|sup|code|url|img|list|spoiler|size|color|font|center|left|right|user|attach|media|email)(=(&quot;)?(?<value>[^\]\n]*?)(&quot;)?)?\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Tag();
}
