using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Takes linked premises apart: each gets a step of its own, of the same kind and onto the same target. The first keeps the step, and what was said about it.</summary>
public static class UngroupPremises
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.UngroupPremises, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindRelation(number, cancel) is not { } step)
                {
                    return Missing.Relation(number);
                }

                if (!map.MayChange(step.AuthorId))
                {
                    return Refusal.Forbidden($"The step #{number} was added by somebody else. Its author and the map's owner can take its premises apart.");
                }

                var together = step.State;
                if (together.IsWithdrawn || together.Premises.Length < 2)
                {
                    return Refusal.Conflict("not-linked", together.IsWithdrawn ? $"The step #{number} has been withdrawn." : $"The step #{number} has a single premise, so there is nothing to take apart.");
                }

                map.Change(step, together with { Premises = [together.Premises[0]] });
                foreach (var premise in together.Premises.Skip(1))
                {
                    map.Add(together with { Premises = [premise], Author = map.Actor });
                }

                return null;
            },
            cancellation);
}
