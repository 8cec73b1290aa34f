using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Takes away a relation between two sources. Whoever added it and the map's owner may.</summary>
public static class UnlinkSources
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.UnlinkSources, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindSourceLink(number, cancel) is not { } link)
                {
                    return Missing.SourceLink(number);
                }

                if (!map.MayChange(link.AddedById))
                {
                    return Refusal.Forbidden("Somebody else said this of the two sources. They and the map's owner can take it away.");
                }

                map.Change(link, link.State with { IsWithdrawn = true });
                return null;
            },
            cancellation);
}
