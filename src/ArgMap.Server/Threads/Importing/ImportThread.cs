using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Adds an imported thread to a map as a source, before its posts are stored.</summary>
internal static class ImportThread
{
    /// <param name="Import">The import; it adds one source however often it is taken up.</param>
    /// <param name="Title">The thread's title.</param>
    /// <param name="Address">Its address, or null.</param>
    /// <param name="Published">When it was begun, as a day; null when unknown.</param>
    /// <param name="Words">How many words all posts have.</param>
    /// <param name="TakesTitle">Whether the map is called after the thread, and its first node too, if nobody has changed it meanwhile.</param>
    public sealed record Request(Guid Import, string Title, string? Address, string? Published, int Words, bool TakesTitle);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, CancellationToken cancellation) => await writer.Write(
        new MapWrite(slug, actor, ChangeKind.ImportThread, $"import-{request.Import}", request.Import),
        async (map, cancel) =>
        {
            map.Add(new SourceState(
                StoredText.Of(request.Title, SourceRow.MaxTitleLength),
                Medium.CommentThread,
                request.Address is { Length: <= SourceRow.MaxUrlLength } ? request.Address : null,
                [],
                request.Published,
                null,
                request.Words > 0 ? request.Words : null,
                null,
                null,
                map.Actor));
            if (request.TakesTitle && map is { IsOwner: true, Map.Revision: 1 })
            {
                var before = map.Map.State;
                var title = StoredText.Of(request.Title, MapRow.MaxTitleLength);
                if (before.Root is { } number && await map.FindNode(number, cancel) is { } root && root.State.Text == before.Title)
                {
                    // What somebody chose it to be, it stays.
                    var kind = root.Kind == TakeThesis.FromTitle(before.Title).Kind ? TakeThesis.FromTitle(title).Kind : root.Kind;
                    map.Change(root, root.State with { Kind = kind, Text = title });
                }

                map.Change(before with { Title = title });
            }

            return null;
        },
        cancellation);
}
