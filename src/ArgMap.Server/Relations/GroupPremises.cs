using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Links nodes as premises of one step onto a target: they work only together from then on.</summary>
/// <remarks>
/// Steps by which some of them reach the target already are joined into one: it keeps the number of the first that something is said about, else of the first.
/// Who may change all of these steps may do it.
/// </remarks>
public static class GroupPremises
{
    /// <param name="Premises">Numbers of nodes, 2 to 32.</param>
    /// <param name="Target">Number of the node or relation the step is about.</param>
    /// <param name="Kind">What they do to it together.</param>
    public sealed record Request(IReadOnlyList<int> Premises, int Target, string? Kind);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var kind = input.Choice<RelationKind>("kind", request.Kind, "The kind of a relation");
        List<int> premises = [.. request.Premises.Distinct()];
        if (premises.Count is < 2 or > Relation.MaxPremises)
        {
            input.Wrong("premises", $"2 to {Relation.MaxPremises} nodes can be linked; {premises.Count} were chosen.");
        }

        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.GroupPremises, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (await PremisesAndTarget.Find(map, premises, request.Target, cancel) is var found && found.Refusal is { } missing)
                {
                    return missing;
                }

                var graph = await map.GraphAfter(cancel);
                var joined = graph.Onto(request.Target).Where(step => step.Premises.Any(premises.Contains)).ToList();
                var discussed = joined.Where(step => graph.Onto(step.Number).Count > 0).ToList();
                if (discussed.Count > 1)
                {
                    return Refusal.Conflict("steps-discussed", $"Something has been added to each of the steps {StepWords.List([.. discussed.Select(step => step.Number)])}, so they cannot become one. Move that to one of them first.");
                }

                var kept = discussed.Concat(joined).FirstOrDefault();
                foreach (var step in joined)
                {
                    var row = (await map.FindRelation(step.Number, cancel))!;
                    if (!map.MayChange(row.AuthorId))
                    {
                        return Refusal.Forbidden($"The step #{step.Number} was added by somebody else. Its author and the map's owner can join it with others.");
                    }

                    var others = row.State.Premises.RemoveAll(premises.Contains);
                    if (step == kept)
                    {
                        map.Change(row, row.State with { Kind = kind, Premises = [.. premises, .. others] });
                    }
                    else
                    {
                        map.Change(row, others.IsEmpty ? row.State with { IsWithdrawn = true } : row.State with { Premises = others });
                    }
                }

                if (kept is null)
                {
                    map.Add(new RelationState(kind, [.. premises], found.Value, map.Actor));
                }

                return null;
            },
            cancellation);
    }
}
