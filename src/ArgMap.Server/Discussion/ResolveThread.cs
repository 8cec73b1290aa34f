using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>Says that a thread is settled. Anyone who may write to the map can, and anyone can reopen it; the thread says who did.</summary>
public static class ResolveThread
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int about, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.ResolveThread, idempotencyKey, new { about }),
            async (map, cancel) =>
            {
                if (await map.FindThing(about, cancel) is not { } thing)
                {
                    return Missing.Thread(about);
                }

                // Whoever resolved it first is the one the thread names.
                if (await map.FindThread(about, cancel) is not { IsResolved: true })
                {
                    await map.Change(new ThreadResolution(thing, true, map.Actor), cancel);
                }

                return null;
            },
            cancellation);
}
