namespace ArgMap.Server.Shell;

/// <summary>Tells a form of our own pages from one of another site, by what browsers say about where a request comes from.</summary>
/// <remarks>
/// An antiforgery token would need a cookie and a fresh page for every reader, and pages for people who have not signed in are the same for all of them.
/// Every browser of the last years sends <c>Sec-Fetch-Site</c>, or on a connection without TLS at least <c>Origin</c>, with each form that is posted, and no page can forge either.
/// It is enough for what touches nobody's data; everything else has its token. See docs/decisions/ADR-023-readers-without-an-account.md.
/// </remarks>
internal sealed class SameOrigin
{
    /// <summary>Metadata of an endpoint whose form is genuine when it comes from this site, and carries no token.</summary>
    public static SameOrigin IsEnough { get; } = new();

    private SameOrigin()
    {
    }

    /// <summary>True when a page of this site sent the request; false when another one did, or when nothing is said.</summary>
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "same-origin";
        }

        // The scheme is left out: behind a proxy that ends TLS it is another one here than in the browser.
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(new HostString(origin.Authority).Value, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
