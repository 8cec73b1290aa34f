using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Takes a source off a map's list, with its relations to other sources. Undo brings all of it back.</summary>
/// <remarks>Refused while something cites it: a quote must not lose what says where it is from.</remarks>
public static class WithdrawSource
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.WithdrawSource, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindSource(number, cancel) is not { } source)
                {
                    return Missing.Source(number);
                }

                if (!map.MayChange(source.AddedById))
                {
                    return Refusal.Forbidden($"The source “{source.Title}” was added by somebody else. They and the map's owner can withdraw it.");
                }

                if (await map.CitationsOf(number, cancel) is { Count: > 0 } citations)
                {
                    return Refusal.Conflict("source-cited", $"The source “{source.Title}” is cited {(citations.Count == 1 ? "once" : $"{citations.Count} times")}. Withdraw what cites it first, so that no quote loses where it is from.");
                }

                foreach (var link in await map.SourceLinksOf(number, cancel))
                {
                    map.Change(link, link.State with { IsWithdrawn = true });
                }

                map.Change(source, source.State with { IsWithdrawn = true });
                return null;
            },
            cancellation);
}
