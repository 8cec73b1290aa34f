using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Hangs a node, with all that hangs below it, onto another node or step. The author of the step it hangs from, and the map's owner, may.</summary>
/// <remarks>A premise that was linked with others leaves them: they keep their step, and the node gets one of its own.</remarks>
public static class MoveNode
{
    /// <param name="Node">Number of the node.</param>
    /// <param name="From">Number of the step it hangs from; null when it hangs from nothing, then it is attached.</param>
    /// <param name="Target">Number of the node or relation it is to be about.</param>
    /// <param name="Kind">What it is to do to the target; what it did before when missing.</param>
    /// <param name="BasedOn">The map's revision that the person saw. If the step was changed after it, the answer is a conflict.</param>
    public sealed record Request(int Node, int? From, int Target, string? Kind = null, int? BasedOn = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        RelationKind? kind = request.Kind is null && request.From is not null ? null : input.Choice<RelationKind>("kind", request.Kind, "The kind of a relation");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.MoveNode, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (await PremisesAndTarget.Find(map, [request.Node], request.Target, cancel) is var found && found.Refusal is { } missing)
                {
                    return missing;
                }

                if (request.From is not { } from)
                {
                    map.Add(new RelationState(kind!.Value, [request.Node], found.Value, map.Actor));
                    return null;
                }

                if (await map.FindRelation(from, cancel) is not { } step)
                {
                    return Missing.Relation(from);
                }

                var before = step.State;
                if (step.IsWithdrawn || !before.Premises.Contains(request.Node))
                {
                    return Refusal.Conflict("moved-already", $"#{request.Node} does not hang from the step #{from} any more: somebody has moved it, or withdrawn the step. Look where it is now and move it again if you still want to.");
                }

                if (!map.MayChange(step.AuthorId))
                {
                    return Refusal.Forbidden($"The step #{from}, from which #{request.Node} hangs, was added by somebody else. Its author and the map's owner can move it; you can link #{request.Node} to #{request.Target} in addition.");
                }

                var own = before with { Kind = kind ?? before.Kind, Premises = [request.Node], Target = found.Value };
                if (map.ConflictIfChanged($"The step #{from}", step.Revision, request.BasedOn, StepState.InWords(before), StepState.InWords(own)) is { } conflict)
                {
                    return conflict;
                }

                if (before.Premises.Length == 1)
                {
                    map.Change(step, own);
                }
                else
                {
                    map.Change(step, before with { Premises = before.Premises.Remove(request.Node) });
                    map.Add(own with { Author = map.Actor });
                }

                return null;
            },
            cancellation);
    }
}
