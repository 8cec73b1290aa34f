using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Takes a citation away. Whoever added it and the map's owner may; undo brings it back.</summary>
public static class WithdrawCitation
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.WithdrawCitation, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindCitation(number, cancel) is not { } citation)
                {
                    return Refusal.NotFound($"There is no citation {number} in this map.");
                }

                if (!map.MayChange(citation.AuthorId))
                {
                    return Refusal.Forbidden("This citation was added by somebody else. They and the map's owner can withdraw it.");
                }

                map.Change(citation, citation.State with { IsWithdrawn = true });
                return null;
            },
            cancellation);
}
