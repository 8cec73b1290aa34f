using ArgMap.Server.Maps;

namespace ArgMap.Server.Threads.Importing;

/// <summary>What the pages about imports have in common: of the map itself they need its head only.</summary>
public abstract class PageOfImport : PageOfMap
{
    /// <summary>The map's head once it was read and <see cref="Find"/> was content; else null.</summary>
    protected MapHead? Head { get; private set; }

    /// <inheritdoc/>
    protected override async Task<bool> Read()
    {
        var head = await Reader.ReadHead(Slug, Person, Aborted, AlsoRead);
        Head = head is not null && Find() ? head : null;
        return Head is not null;
    }

    /// <summary>Looks at what was read; false when what the page is about is not there.</summary>
    protected virtual bool Find() => true;
}
