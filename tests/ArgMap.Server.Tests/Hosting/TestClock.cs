namespace ArgMap.Server.Tests.Hosting;

/// <summary>The real time, moved on by as much as a test says.</summary>
public sealed class TestClock : TimeProvider
{
    private long aheadTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    public void Advance(TimeSpan time) => Interlocked.Add(ref aheadTicks, time.Ticks);
}
