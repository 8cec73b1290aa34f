using ArgMap.Server.Maps;

namespace ArgMap.Server.Nodes;

/// <summary>What the pages about one node or step, and about adding one, have in common: they need the whole argument around it.</summary>
public abstract class ThingPage : PageOfMap
{
    /// <summary>The map, once it was read; null when there is none for this reader.</summary>
    protected MapView? Map { get; private set; }

    /// <inheritdoc/>
    protected override async Task<bool> Read()
    {
        Map = await Reader.Read(Slug, Person, Aborted, AlsoRead);
        return Map is not null && Find(Map);
    }

    /// <summary>Finds the thing the page is about; false when the map has no such thing.</summary>
    protected abstract bool Find(MapView map);
}
