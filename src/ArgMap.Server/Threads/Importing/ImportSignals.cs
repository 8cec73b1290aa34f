using System.Threading.Channels;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Tells the workers of this process that there is work, and whoever waits for an import that it has come to an end. Everything else goes through the database.</summary>
public sealed class ImportSignals
{
    private const int MostRemembered = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, TaskCompletionSource> ends = [];
    private readonly Queue<Guid> remembered = [];
    private readonly Dictionary<Guid, CancellationTokenSource> running = [];
    private readonly Channel<bool> work = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that an import waits.</summary>
    public void Waits() => work.Writer.TryWrite(true);

    /// <summary>Waits until an import is said to wait.</summary>
    public ValueTask<bool> Work(CancellationToken cancellation) => work.Reader.ReadAsync(cancellation);

    /// <summary>Completes when this process has brought the import to an end, also if it has already. Imports of other processes do not complete it: do not wait for ever.</summary>
    public Task End(Guid import) => Source(import).Task;

    /// <summary>Says that an import has come to an end: done, failed or cancelled.</summary>
    public void Ended(Guid import) => Source(import).TrySetResult();

    /// <summary>Asks the worker of this process, if it is on this import, to stop at once. A worker of another process sees it in the database.</summary>
    public void Stop(Guid import)
    {
        lock (gate)
        {
            if (running.TryGetValue(import, out var source))
            {
                source.Cancel();
            }
        }
    }

    /// <summary>Lets <see cref="Stop"/> cancel the source until <see cref="Leave"/>.</summary>
    internal void Enter(Guid import, CancellationTokenSource source)
    {
        lock (gate)
        {
            running[import] = source;
        }
    }

    /// <summary>The work on an import is over.</summary>
    internal void Leave(Guid import)
    {
        lock (gate)
        {
            running.Remove(import);
        }
    }

    private TaskCompletionSource Source(Guid import)
    {
        lock (gate)
        {
            if (!ends.TryGetValue(import, out var source))
            {
                ends[import] = source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                remembered.Enqueue(import);
                if (remembered.Count > MostRemembered)
                {
                    ends.Remove(remembered.Dequeue());
                }
            }

            return source;
        }
    }
}
