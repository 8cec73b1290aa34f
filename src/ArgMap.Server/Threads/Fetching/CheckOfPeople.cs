using System.Text;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Recognises pages that stand before a forum and let only browsers through, whatever status they are sent with.</summary>
internal static class CheckOfPeople
{
    // Such a page is short; and a thread may well speak of one.
    private const int MostBytes = 64 * 1024;

    // As they stand in the page itself: what people write of such pages is escaped.
    private static readonly string[] Marks =
    [
        "<title>Just a moment...</title>", "<title>Attention Required! | Cloudflare</title>", "<title>Vercel Security Checkpoint</title>", "<script id=\"anubis_challenge\"", "sucuri_cloudproxy_js=",
    ];

    // These add something to every page, so they say it only of what is refused.
    private static readonly string[] MarksOfRefusals = ["/cdn-cgi/challenge-platform/", "window._cf_chl_opt", "cf-browser-verification", "_Incapsula_Resource", "/.well-known/ddos-guard/", "awswaf.com", "whoa there, pardner!"];

    /// <param name="said">What the headers say that the answer is.</param>
    public static bool Is(Answer answer, string? said)
    {
        if (said is not null && (said.StartsWith("challenge", StringComparison.OrdinalIgnoreCase) || said.StartsWith("captcha", StringComparison.OrdinalIgnoreCase) || said.StartsWith("deny", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        return answer is { IsPage: true, Bytes.Length: <= MostBytes } && Encoding.UTF8.GetString(answer.Bytes) is var page
            && (Marks.Any(Stands) || (answer.Status is not (>= 200 and < 300) && MarksOfRefusals.Any(Stands)));

        bool Stands(string mark) => page.Contains(mark, StringComparison.OrdinalIgnoreCase);
    }
}
