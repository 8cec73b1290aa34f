using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Addresses that hold another in themselves: copies of pages made for phones, and what sites count clicks with.</summary>
internal static partial class WrappedAddress
{
    /// <summary>The address within, or the same one.</summary>
    public static Uri Within(Uri address)
    {
        var inner = Copy().Match(address.IdnHost + address.AbsolutePath) is { Success: true } copy ? $"https://{copy.Groups["place"].Value}{address.Query}"
            : Counted().Match(address.IdnHost + address.PathAndQuery) is { Success: true } counted ? Uri.UnescapeDataString(counted.Groups["place"].Value)
            : null;
        return Uri.TryCreate(inner, UriKind.Absolute, out var found) && found.Scheme is "http" or "https" && found.Host.Contains('.', StringComparison.Ordinal) ? found : address;
    }

    [GeneratedRegex(@"^(www\.google\.[a-z.]{2,6}/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[cv])/s/(?<place>[^/]+\..*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Copy();

    [GeneratedRegex(@"^(www\.google\.[a-z.]{2,6}/url|l\.facebook\.com/l\.php|out\.reddit\.com/[^?]*|www\.youtube\.com/redirect)\?([^#]*&)?(url|q|u)=(?<place>https?(%3a|:)[^&#]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Counted();
}
