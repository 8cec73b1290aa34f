using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>The maps read lately, each at the newest revision this process has seen. Limited by their nodes, not their number; what was used least lately goes first.</summary>
/// <remarks>Nothing here is ever shown unasked: <see cref="MapReader"/> checks the revision, and who may see it, against the database each time.</remarks>
public sealed class MapCache(MapCacheSettings settings) : IDisposable
{
    private readonly Lock access = new();
    private readonly Dictionary<string, LinkedListNode<MapView>> bySlug = new(StringComparer.Ordinal);
    private readonly LinkedList<MapView> latestFirst = [];
    private readonly Turns turns = new();

    /// <summary>The pictures of the maps; they stay longer than the maps they were drawn from.</summary>
    internal PictureCache Pictures { get; } = new(settings.PictureParts);

    /// <summary>How many nodes are in memory now.</summary>
    public int Nodes { get; private set; }

    /// <summary>The map as it was read last, or null.</summary>
    public MapView? Find(string slug)
    {
        lock (access)
        {
            if (!bySlug.TryGetValue(slug, out var place))
            {
                return null;
            }

            latestFirst.Remove(place);
            latestFirst.AddFirst(place);
            return place.Value;
        }
    }

    /// <summary>Keeps a map that was read, and gives the one to go on with: what others have computed of the same revision is not computed again.</summary>
    public MapView Keep(MapView map)
    {
        ArgumentNullException.ThrowIfNull(map);
        lock (access)
        {
            if (bySlug.TryGetValue(map.Head.Slug, out var place))
            {
                if (place.Value.Head == map.Head)
                {
                    return place.Value;
                }

                // A reader that took long must not put an old map over a newer one.
                if (place.Value.Head.Revision > map.Head.Revision && place.Value.Head.ChangedAt >= map.Head.ChangedAt)
                {
                    return map;
                }

                Forget(place);
            }

            if (Weight(map) <= settings.Nodes)
            {
                bySlug[map.Head.Slug] = latestFirst.AddFirst(map);
                Nodes += Weight(map);
                while (Nodes > settings.Nodes)
                {
                    Forget(latestFirst.Last!);
                }
            }

            return map;
        }
    }

    /// <summary>Waits until nobody else is reading this map for the first time: it is read from the database once, not by everybody at once.</summary>
    /// <returns>Ends the turn when disposed of; null where nothing is kept, so that there is nothing to wait for.</returns>
    internal async Task<IDisposable?> Turn(string slug, CancellationToken cancellation) => settings.Nodes == 0 ? null : await turns.Wait(slug, cancellation);

    public void Dispose() => turns.Dispose();

    // A map of nothing takes room as well.
    private static int Weight(MapView map) => map.Nodes.Count + 1;

    private void Forget(LinkedListNode<MapView> place)
    {
        latestFirst.Remove(place);
        bySlug.Remove(place.Value.Head.Slug);
        Nodes -= Weight(place.Value);
    }
}
