using ArgMap.Server.Database;
using ArgMap.Server.History;
using Microsoft.JSInterop;

namespace ArgMap.Server.Editing;

/// <content>Undo and redo of the person's own changes.</content>
public sealed partial class EditIsland
{
    /// <summary>Undoes a change of the person's own; also an undo, which is a redo.</summary>
    /// <param name="key">Makes it count once, however often it is sent.</param>
    /// <param name="revision">The change. The button names it, so that a request sent again undoes no other.</param>
    [JSInvokable]
    public async Task<EditAnswer> Undo(string key, int revision)
    {
        var again = own.Redo == revision;
        return await Write(
            (services, actor) => UndoChange.Handle(services.GetRequiredService<MapWriter>(), services.GetRequiredService<ArgMapDbContext>(), Slug, revision, actor, key, leaving.Token),
            written => (again ? "Done again." : "Undone.", null));
    }
}
