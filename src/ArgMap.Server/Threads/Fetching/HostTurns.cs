using System.Globalization;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>One request at a time to each host, whoever fetches, with a pause between two, and none before the host wants one.</summary>
internal sealed class HostTurns(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Waits until it is one's turn with a host.</summary>
    /// <param name="mostWait">The longest wait that a host may have asked for.</param>
    /// <param name="waiting">Told how long, when the host has asked to wait.</param>
    /// <returns>Ends the turn when disposed of.</returns>
    /// <exception cref="FetchFailure">The host wants to be left alone for longer.</exception>
    public async Task<Turn> Wait(string name, TimeSpan mostWait, Action<TimeSpan> waiting, CancellationToken cancellation)
    {
        Host host;
        lock (gate)
        {
            host = hosts.TryGetValue(name, out var known) ? known : hosts[name] = new Host();
            host.Wanted++;
        }

        var isTaken = false;
        try
        {
            await host.Free.WaitAsync(cancellation);
            isTaken = true;
            var wait = host.NotBefore - Now;
            if (wait > mostWait)
            {
                throw new FetchFailure($"{name} wants to be left alone for {InWords(wait)}. Try again after that.") { IsEnd = true };
            }

            if (wait > TimeSpan.Zero)
            {
                waiting(wait);
                await Task.Delay(wait, clock, cancellation);
            }

            return new Turn(this, host);
        }
        catch
        {
            Leave(host, isTaken);
            throw;
        }
    }

    /// <summary>A time in the words of people.</summary>
    public static string InWords(TimeSpan time) =>
        time.TotalSeconds < 90 ? Of(time.TotalSeconds, "second") : time.TotalMinutes < 90 ? Of(time.TotalMinutes, "minute") : Of(time.TotalHours, "hour");

    private static string Of(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(number):0} {unit}{(number > 1 ? "s" : "")}");

    private void Leave(Host host, bool isTaken)
    {
        if (isTaken)
        {
            host.Free.Release();
        }

        lock (gate)
        {
            host.Wanted--;
            // What nobody came back to after its pause would be kept for ever.
            foreach (var (name, idle) in hosts.Where(pair => pair.Value.Wanted == 0 && pair.Value.NotBefore <= Now).ToList())
            {
                hosts.Remove(name);
                idle.Free.Dispose();
            }
        }
    }

    internal sealed class Turn(HostTurns turns, Host host) : IDisposable
    {
        /// <summary>The next turn comes not before so much time from now.</summary>
        public void Pause(TimeSpan time)
        {
            var until = turns.Now + time;
            host.NotBefore = until > host.NotBefore ? until : host.NotBefore;
        }

        public void Dispose() => turns.Leave(host, isTaken: true);
    }

    internal sealed class Host
    {
        public SemaphoreSlim Free { get; } = new(1);

        public int Wanted { get; set; }

        public DateTimeOffset NotBefore { get; set; }
    }
}
