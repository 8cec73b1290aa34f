namespace ArgMap.Server.Shell;

/// <summary>Headers that keep a page from running or sending what it did not bring.</summary>
internal static class SecurityHeaders
{
    /// <summary>Style attributes are allowed because the picture places its boxes with them; nothing inline can run.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /// <summary>Lets a page be shown in a frame of any site. Only for what holds no form and is the same for everybody: in a frame, a person can be led to press what they do not see.</summary>
    public static void AllowFrames(HttpResponse response) => response.Headers.ContentSecurityPolicy = Policy + "*";

    /// <summary>For a drawing that carries its own style sheet and is opened by itself: it may use that, and nothing else at all.</summary>
    public static void AllowOwnStyle(HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + "'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });
}
