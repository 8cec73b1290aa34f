namespace ArgMap.Server.Live;

/// <summary>Tells those who watch a map in this process that it has a newer revision.</summary>
/// <remarks>
/// A signal says "look" and nothing else: whoever gets one reads the map as always, with their own rights. Changes of this process signal at once,
/// those of others when <see cref="WatchedMaps"/> has seen them. See docs/decisions/ADR-021-who-is-here-and-what-has-changed.md.
/// </remarks>
public sealed class MapSignals
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Watched> maps = [];

    /// <summary>The maps that somebody watches.</summary>
    internal IReadOnlyList<long> Maps
    {
        get
        {
            lock (gate)
            {
                return [.. maps.Keys];
            }
        }
    }

    /// <summary>Watches a map until the result is disposed of.</summary>
    /// <param name="map">The map's id.</param>
    /// <param name="revision">The revision the watcher has.</param>
    /// <param name="changed">Called with each newer revision, from any thread; must not block.</param>
    public IDisposable Watch(long map, int revision, Action<int> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        lock (gate)
        {
            if (!maps.TryGetValue(map, out var watched))
            {
                maps[map] = watched = new() { Revision = revision };
            }

            var watcher = new Watcher(this, map, changed);
            watched.Watchers.Add(watcher);
            return watcher;
        }
    }

    /// <summary>Says that a map has this revision; what is known already is not told again.</summary>
    public void Changed(long map, int revision)
    {
        Watcher[] told;
        lock (gate)
        {
            if (!maps.TryGetValue(map, out var watched) || watched.Revision >= revision)
            {
                return;
            }

            watched.Revision = revision;
            told = [.. watched.Watchers];
        }

        foreach (var watcher in told)
        {
            watcher.Tell(revision);
        }
    }

    private void Leave(long map, Watcher watcher)
    {
        lock (gate)
        {
            if (maps.TryGetValue(map, out var watched) && watched.Watchers.Remove(watcher) && watched.Watchers.Count == 0)
            {
                maps.Remove(map);
            }
        }
    }

    private sealed class Watched
    {
        public int Revision { get; set; }

        public List<Watcher> Watchers { get; } = [];
    }

    private sealed class Watcher(MapSignals signals, long map, Action<int> changed) : IDisposable
    {
        public void Tell(int revision) => changed(revision);

        public void Dispose() => signals.Leave(map, this);
    }
}
