namespace ArgMap.Argumentation.Exchange.Argdown;

/// <summary>Blots out the comments of a text without moving anything else, so that lines and columns stay what they were.</summary>
internal static class ArgdownComments
{
    /// <summary>Stands where a comment was: a line that holds nothing else is no empty line, and so does not end a paragraph.</summary>
    public const char Blot = '\0';

    /// <summary>The text with every character of a comment blotted out; line breaks stay.</summary>
    /// <param name="text">The text, with <c>\n</c> for line breaks.</param>
    /// <param name="open">The place of a comment that is never closed, or -1.</param>
    public static string BlotOut(string text, out int open)
    {
        var characters = text.Replace(Blot, ' ').ToCharArray();
        open = -1;
        for (var at = 0; at < characters.Length; at++)
        {
            if (characters[at] == '\\')
            {
                at++;
                continue;
            }

            // "https://" is no comment: one begins where a word could.
            var (isComment, close) = (at == 0 || char.IsWhiteSpace(characters[at - 1]) || characters[at - 1] == Blot) switch
            {
                true when Starts(characters, at, "//") => (true, "\n"),
                true when Starts(characters, at, "/*") => (true, "*/"),
                _ when Starts(characters, at, "<!--") => (true, "-->"),
                _ => (false, ""),
            };
            if (!isComment)
            {
                continue;
            }

            var end = text.IndexOf(close, at + 2, StringComparison.Ordinal);
            if (end < 0 && close != "\n")
            {
                open = at;
            }

            end = end < 0 ? characters.Length : close == "\n" ? end : end + close.Length;
            for (; at < end; at++)
            {
                characters[at] = characters[at] == '\n' ? '\n' : Blot;
            }

            at--;
        }

        return new string(characters);
    }

    private static bool Starts(char[] text, int at, string with) => text.AsSpan(at).StartsWith(with);
}
