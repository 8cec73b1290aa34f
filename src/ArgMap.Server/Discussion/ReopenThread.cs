using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>Says that a thread is not settled after all. Anyone who may write to the map can; the thread says who did.</summary>
public static class ReopenThread
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int about, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.ReopenThread, idempotencyKey, new { about }),
            async (map, cancel) =>
            {
                if (await map.FindThing(about, cancel) is not { } thing)
                {
                    return Missing.Thread(about);
                }

                // A thread without a row, or reopened by another, is open already.
                if (await map.FindThread(about, cancel) is { IsResolved: true })
                {
                    await map.Change(new ThreadResolution(thing, false, map.Actor), cancel);
                }

                return null;
            },
            cancellation);
}
