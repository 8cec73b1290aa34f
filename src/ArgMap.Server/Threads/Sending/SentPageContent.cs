using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Sending;

/// <summary>A page as somebody's browser had it.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="Text">Its HTML.</param>
public sealed partial record SentPageContent(string Address, string Text)
{
    // Enough to see whether it is the right page and shows nothing private; the whole is in the next step's field for those who want it.
    private const int MostShown = 20_000;

    /// <summary>The page's title, as it writes it.</summary>
    public string? Title => TitleTag().Match(Text[..Math.Min(Text.Length, 200_000)]) is { Success: true } match && WebUtility.HtmlDecode(match.Groups["title"].Value).Trim() is { Length: > 0 } title
        ? title[..Math.Min(title.Length, 300)] : null;

    /// <summary>How long it is, in words.</summary>
    public string Length => Encoding.UTF8.GetByteCount(Text) is var bytes && bytes < 1_048_576
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024):N0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_048_576.0:0.#} MB");

    /// <summary>The words of the page without its markup, from the beginning.</summary>
    public string Words
    {
        get
        {
            var words = Space().Replace(WebUtility.HtmlDecode(Tag().Replace(Text[..Math.Min(Text.Length, 10 * MostShown)], "\n")), "\n").Trim();
            return words.Length <= MostShown ? words : words[..MostShown] + "…";
        }
    }

    [GeneratedRegex("<title[^>]*>(?<title>[^<]*)<", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TitleTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
