using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Takes a step out of the argument; its premises stay. It stays readable, and undo brings it back.</summary>
public static class WithdrawRelation
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.WithdrawRelation, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindRelation(number, cancel) is not { } relation)
                {
                    return Missing.Relation(number);
                }

                if (!map.MayChange(relation.AuthorId))
                {
                    return Refusal.Forbidden($"The step #{number} was added by somebody else. Its author and the map's owner can withdraw it; you can object to it.");
                }

                map.Change(relation, relation.State with { IsWithdrawn = true });
                return null;
            },
            cancellation);
}
