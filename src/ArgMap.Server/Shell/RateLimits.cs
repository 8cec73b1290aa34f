using System.Globalization;
using System.Threading.RateLimiting;
using ArgMap.Server.Accounts;

namespace ArgMap.Server.Shell;

/// <summary>How much one person, or one address, may ask of the server. Configuration section <c>RateLimits</c>.</summary>
/// <remarks>Each limit is a bucket: it holds so many requests and is refilled at so many a second. A request beyond it is answered 429 with <c>Retry-After</c>.</remarks>
public sealed class RateLimits
{
    /// <summary>Policy for everything that changes a map.</summary>
    public const string Writing = "writing";

    /// <summary>Policy for signing up and signing in, by network address: what guesses passwords is slowed here and locked out per account.</summary>
    public const string SigningIn = "signing-in";

    /// <summary>Writes that one person may make at once, from 1.</summary>
    public int WritesAtOnce { get; set; } = 2_000;

    /// <summary>Writes a second that one person may go on making, from 1.</summary>
    public int WritesPerSecond { get; set; } = 50;

    /// <summary>Attempts to sign in or up that one address may make at once, from 1.</summary>
    public int SignInsAtOnce { get; set; } = 120;

    /// <summary>Attempts a minute that one address may go on making, from 1.</summary>
    public int SignInsPerMinute { get; set; } = 60;

    internal static void Register(WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection(nameof(RateLimits)).Get<RateLimits>() ?? new RateLimits();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Writing, context => RateLimitPartition.GetTokenBucketLimiter(
                Actor.From(context.User).Id?.ToString() ?? Address(context),
                _ => Bucket(limits.WritesAtOnce, limits.WritesPerSecond, TimeSpan.FromSeconds(1))));
            options.AddPolicy(SigningIn, context => RateLimitPartition.GetTokenBucketLimiter(
                Address(context),
                _ => Bucket(limits.SignInsAtOnce, limits.SignInsPerMinute, TimeSpan.FromMinutes(1))));
        });
    }

    /// <summary>What <see cref="Writing"/> says, for what comes by another way than requests.</summary>
    internal static PartitionedRateLimiter<Guid> OfWriters(IConfiguration configuration)
    {
        var limits = configuration.GetSection(nameof(RateLimits)).Get<RateLimits>() ?? new RateLimits();
        return PartitionedRateLimiter.Create<Guid, Guid>(person => RateLimitPartition.GetTokenBucketLimiter(person, _ => Bucket(limits.WritesAtOnce, limits.WritesPerSecond, TimeSpan.FromSeconds(1))));
    }

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static TokenBucketRateLimiterOptions Bucket(int atOnce, int refill, TimeSpan period) => new()
    {
        TokenLimit = atOnce,
        TokensPerPeriod = refill,
        ReplenishmentPeriod = period,
        AutoReplenishment = true,
        QueueLimit = 0,
    };
}
