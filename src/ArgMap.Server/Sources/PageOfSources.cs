using ArgMap.Server.Maps;

namespace ArgMap.Server.Sources;

/// <summary>What the pages about sources have in common: of the map itself they need its head only.</summary>
public abstract class PageOfSources : PageOfMap
{
    private static readonly string[] WrittenFields = ["title", "url", "exact", "note", "text", "newSource.title", "newSource.url"];

    /// <summary>The map's head once it was read and <see cref="Find"/> was content; else null.</summary>
    protected MapHead? Head { get; private set; }

    /// <summary>Whether a form is shown, or a way to sign in: what was typed is shown to whoever typed it.</summary>
    protected bool ShowsForms => Person.IsSignedIn || Form is not null;

    /// <summary>What was typed into a form that cannot be shown again.</summary>
    protected IEnumerable<string?> Typed => WrittenFields.Select(name => Form?[name]);

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
