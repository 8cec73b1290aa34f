using System.Threading.RateLimiting;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>How fast one person may write by their open pictures, all together: what holds for forms, since what comes through a circuit passes no limit of requests.</summary>
internal sealed class EditingPace(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> limiter = RateLimits.OfWriters(configuration);

    /// <summary>True when one more write is not too many.</summary>
    public bool Allows(Guid person)
    {
        using var lease = limiter.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
