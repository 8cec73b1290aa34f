using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Changes what a step does, from what, and to what. Its author and the map's owner may.</summary>
public static class EditRelation
{
    /// <param name="Kind">As when adding; left as it is when missing.</param>
    /// <param name="Target">Number of a node or relation; left as it is when missing.</param>
    /// <param name="Premises">Numbers of nodes, all of them; left as they are when missing.</param>
    /// <param name="BasedOn">The map's revision that the person saw. If the relation was changed after it, the answer is a conflict.</param>
    public sealed record Request(string? Kind, int? Target, IReadOnlyList<int>? Premises, int? BasedOn);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        RelationKind? kind = request.Kind is null ? null : input.Choice<RelationKind>("kind", request.Kind, "The kind of a relation");
        if (request.Premises is { Count: 0 or > Relation.MaxPremises } sent)
        {
            input.Wrong("premises", $"A relation has 1 to {Relation.MaxPremises} premises; this one has {sent.Count}. Give numbers of nodes, or leave the premises out to keep them.");
        }

        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditRelation, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindRelation(number, cancel) is not { } relation)
                {
                    return Missing.Relation(number);
                }

                if (!map.MayChange(relation.AuthorId))
                {
                    return Refusal.Forbidden($"The step #{number} was added by somebody else. Its author and the map's owner can edit it; you can object to it.");
                }

                if (relation.IsWithdrawn)
                {
                    return Refusal.Conflict("withdrawn", $"The step #{number} has been withdrawn. Undo the withdrawal in the history before editing it.");
                }

                var before = relation.State;
                var premises = request.Premises ?? before.Premises;
                var found = await PremisesAndTarget.Find(map, premises, request.Target ?? before.Target.Number, cancel);
                if (found.Refusal is { } missing)
                {
                    return missing;
                }

                var after = before with { Kind = kind ?? before.Kind, Premises = [.. premises], Target = found.Value };
                if (map.ConflictIfChanged($"The step #{number}", relation.Revision, request.BasedOn, StepState.InWords(before), StepState.InWords(after)) is { } conflict)
                {
                    return conflict;
                }

                map.Change(relation, after);
                return null;
            },
            cancellation);
    }
}
