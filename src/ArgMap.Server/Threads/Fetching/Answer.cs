using System.Globalization;
using System.Text;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>A request.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Accept">What kinds of answer are wanted.</param>
internal sealed record Ask(Uri Address, string Accept = Ask.Json)
{
    /// <summary>Answers for programs.</summary>
    public const string Json = "application/json";

    /// <summary>Pages for people.</summary>
    public const string Page = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

    /// <summary>Objects of the fediverse.</summary>
    public const string Activity = "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

    /// <summary>JSON to post; null asks with GET.</summary>
    public string? Body { get; init; }

    /// <summary>The state one has already.</summary>
    public FetchConditions? Conditions { get; init; }

    /// <summary>A token for this host alone.</summary>
    public string? Token { get; init; }
}

/// <summary>An answer, of whatever status.</summary>
internal sealed class Answer
{
    public Answer(int status, Uri address, byte[] bytes, HttpResponseMessage response)
    {
        (Status, Address) = (status, address);
        MediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        Bytes = Readable(bytes, response.Content.Headers.ContentType?.CharSet, MediaType);
        (Location, Date) = (response.Headers.Location, response.Headers.Date);
        Conditions = new(First(response, "ETag"), First(response, "Last-Modified"));
        RetryAfter = First(response, "Retry-After");
        Limit = First(response, "X-RateLimit-Remaining") ?? First(response, "RateLimit-Remaining");
        Reset = First(response, "X-RateLimit-Reset") ?? First(response, "RateLimit-Reset");
        Link = First(response, "Link");
        IsCheckOfPeople = CheckOfPeople.Is(this, First(response, "cf-mitigated") ?? First(response, "x-vercel-mitigated") ?? First(response, "x-amzn-waf-action"));
    }

    public int Status { get; }

    /// <summary>The address that answered.</summary>
    public Uri Address { get; }

    public byte[] Bytes { get; }

    public string MediaType { get; }

    public Uri? Location { get; }

    public string? Link { get; }

    public FetchConditions Conditions { get; }

    public bool IsGood => Status is >= 200 and < 300 && !IsCheckOfPeople;

    /// <summary>In place of what was asked for it is a page that wants to see whether a person asks.</summary>
    public bool IsCheckOfPeople { get; }

    public bool IsUnchanged => Status == 304;

    public bool IsPage => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>The forum has had enough for now.</summary>
    public bool IsTooMuch => !IsCheckOfPeople && (Status is 429 or 503 || (Status == 403 && (IsUsedUp || RetryAfter is not null || SaysSo)));

    /// <summary>What the forum says in words for people to why it does not give what was asked for; null for nothing short.</summary>
    public string? Words
    {
        get
        {
            var said = IsGood || IsPage ? default : Json.Of(Bytes);
            var words = said["error_message"].Text ?? said["message"].Text ?? said["errors"].Items.Select(error => error.Text).FirstOrDefault() ?? said["error"].Text;
            return words is { Length: > 0 and <= 200 } && words.Contains(' ', StringComparison.Ordinal) ? words : null;
        }
    }

    private DateTimeOffset? Date { get; }

    private string? RetryAfter { get; }

    private string? Limit { get; }

    private string? Reset { get; }

    /// <summary>Some tell only in words that they are asked too often.</summary>
    private bool SaysSo => Words?.Contains("rate limit", StringComparison.OrdinalIgnoreCase) == true;

    private bool IsUsedUp => double.TryParse(Limit, CultureInfo.InvariantCulture, out var left) && left < 1;

    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>How long the forum asks to wait before the next request; null when it does not say.</summary>
    public TimeSpan? Wait(DateTimeOffset now)
    {
        if (IsTooMuch && int.TryParse(RetryAfter, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0)
        {
            return Ahead(TimeSpan.FromSeconds(seconds));
        }

        if (IsTooMuch && DateTimeOffset.TryParse(RetryAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
        {
            return Ahead(until - (Date ?? now));
        }

        // Some say until when in seconds from now, others since 1970, others as a date.
        if (IsUsedUp && DateTimeOffset.TryParseExact(Reset, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var again))
        {
            return Ahead(again - (Date ?? now));
        }

        return !IsUsedUp || !double.TryParse(Reset, CultureInfo.InvariantCulture, out var reset) || reset is not (>= 0 and < 1e11) ? null
            : reset > 1e9 ? Ahead(DateTimeOffset.FromUnixTimeSeconds((long)reset) - (Date ?? now))
            : Ahead(TimeSpan.FromSeconds(reset));
    }

    /// <summary>Servers may say any time; a day is as good as for ever, and can be added to every date.</summary>
    private static TimeSpan Ahead(TimeSpan time) => TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, TimeSpan.TicksPerDay));

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? values.FirstOrDefault() : null;

    /// <summary>An encoding that only the header names would be lost with it: then the text is written anew, with a mark that says so.</summary>
    private static byte[] Readable(byte[] bytes, string? named, string mediaType)
    {
        if (named is null || !(mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType is "application/xhtml+xml" or "application/json") || bytes.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) || bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE]) || bytes.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
        {
            return bytes;
        }

        var name = named.Trim('"', '\'', ' ');
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
        return encoding is null ? bytes : [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(encoding.GetString(bytes))];
    }
}
