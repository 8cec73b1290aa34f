using System.Diagnostics.CodeAnalysis;

namespace ArgMap.Server.Shell;

/// <summary>Lets one at a time do what need be done only once, and the others wait for it: by name, so that different things are done side by side.</summary>
/// <remarks>Names share 64 locks: two of them may now and then wait for each other, and there is nothing to clean up.</remarks>
public sealed class Turns : IDisposable
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for one's turn.</summary>
    /// <returns>Ends the turn when disposed of.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes of the turn.")]
    public async Task<IDisposable> Wait(string name, CancellationToken cancellation)
    {
        var turn = turns[(StringComparer.Ordinal.GetHashCode(name) & int.MaxValue) % turns.Length];
        await turn.WaitAsync(cancellation);
        return new Taken(turn);
    }

    public void Dispose() => Array.ForEach(turns, turn => turn.Dispose());

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
