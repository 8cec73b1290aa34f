using System.Globalization;

namespace ArgMap.Server.Sources;

/// <summary>Addresses on other sites that lead to the cited passage, as far as addresses can say it.</summary>
public static class PassageAddress
{
    /// <summary>Longer quotes are not put into an address: browsers look for every word of it.</summary>
    private const int MostQuoted = 300;

    /// <summary>The source's address, with the time or the words of the passage when they can be named in it; null when the source's address is not known.</summary>
    /// <remarks>
    /// Times: YouTube's own parameter <c>t</c>, elsewhere a media fragment (<see href="https://www.w3.org/TR/media-frags/"/>). Words: a text fragment
    /// (<see href="https://wicg.github.io/scroll-to-text-fragment/"/>). Sites that know neither open at their beginning. An address that already leads
    /// to a place within its page is left as it is.
    /// </remarks>
    public static string? Of(CitationView citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        if (citation.SourceUrl is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || url.Contains('#', StringComparison.Ordinal))
        {
            return citation.SourceUrl;
        }

        return (citation.StartSeconds, citation.Exact) switch
        {
            ({ } start, _) when IsYouTube(uri.Host) => string.Create(CultureInfo.InvariantCulture, $"{url}{(uri.Query.Length > 0 ? '&' : '?')}t={start}s"),
            ({ } start, _) => string.Create(CultureInfo.InvariantCulture, $"{url}#t={start}{(citation.EndSeconds is { } end ? $",{end}" : "")}"),
            (null, { Length: <= MostQuoted } exact) when !exact.Contains('\n', StringComparison.Ordinal) => $"{url}#:~:text={Uri.EscapeDataString(exact).Replace("-", "%2D", StringComparison.Ordinal)}",
            _ => url,
        };
    }

    private static bool IsYouTube(string host) => host is "youtube.com" or "youtu.be" || host.EndsWith(".youtube.com", StringComparison.Ordinal);
}
