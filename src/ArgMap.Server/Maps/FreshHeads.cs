using ArgMap.Server.Accounts;

namespace ArgMap.Server.Maps;

/// <summary>The heads of maps for readers who have not signed in, asked for together: while the database is being asked about a map, those who come wait for the next time it is asked, and share that.</summary>
/// <remarks>Whoever asks after a change was committed sees it: nobody is given an answer to a question that was put before theirs.</remarks>
public sealed class FreshHeads(MapReader maps)
{
    private readonly Lock access = new();
    private readonly Dictionary<string, Asked> asked = new(StringComparer.Ordinal);

    /// <summary>What is known of the map without its graph, or null when there is none for a reader who has not signed in.</summary>
    public Task<MapHead?> Read(string slug, CancellationToken cancellation)
    {
        lock (access)
        {
            if (!asked.TryGetValue(slug, out var about))
            {
                asked[slug] = about = new Asked();
                about.Now = Ask(slug, about);
                return about.Now.WaitAsync(cancellation);
            }

            return (about.Next ??= AskAfter(about.Now!, slug, about)).WaitAsync(cancellation);
        }
    }

    private async Task<MapHead?> AskAfter(Task before, string slug, Asked about)
    {
        await before.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await Ask(slug, about);
    }

    private async Task<MapHead?> Ask(string slug, Asked about)
    {
        // Not on the thread of whoever came first, who holds the lock.
        await Task.Yield();
        try
        {
            // Whoever gives up waiting must not take the answer from the others.
            return await maps.ReadHead(slug, Actor.Anonymous, CancellationToken.None);
        }
        finally
        {
            lock (access)
            {
                (about.Now, about.Next) = (about.Next, null);
                if (about.Now is null)
                {
                    asked.Remove(slug);
                }
            }
        }
    }

    private sealed class Asked
    {
        public Task<MapHead?>? Now { get; set; }

        public Task<MapHead?>? Next { get; set; }
    }
}
