using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Adds a step: an objection, a support, a prerequisite, a question, an answer or a restatement, onto a node or onto another step.</summary>
public static class AddRelation
{
    /// <summary>A premise that is not in the map yet.</summary>
    /// <param name="Text">What it says, so that it stands alone; 1 to 500 characters.</param>
    /// <param name="Detail">Markdown that explains it; at most 20,000 characters.</param>
    public sealed record NewPremise(string? Text, string? Detail = null);

    /// <summary>Premises are numbers of nodes, new texts, or both; 1 to 32 together. Several are linked: they work only together.</summary>
    /// <param name="Kind"><c>Support</c>, <c>Objection</c>, <c>Prerequisite</c>, <c>Answer</c>, <c>Question</c> or <c>Restatement</c>.</param>
    /// <param name="Target">Number of the node, or of the relation, that the step is about.</param>
    /// <param name="Premises">Numbers of nodes that are in the map.</param>
    /// <param name="NewPremises">Texts of nodes to add with the step: questions when the kind is <c>Question</c>, else claims.</param>
    public sealed record Request(string? Kind, int Target, IReadOnlyList<int>? Premises = null, IReadOnlyList<NewPremise>? NewPremises = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var kind = input.Choice<RelationKind>("kind", request.Kind, "The kind of a relation");
        var added = CheckNewPremises(input, request.NewPremises ?? []);
        var existing = request.Premises ?? [];
        if (existing.Count + added.Count is 0 or > Relation.MaxPremises)
        {
            input.Wrong("premises", $"A relation has 1 to {Relation.MaxPremises} premises; this one has {existing.Count + added.Count}. Give numbers of nodes, or the text of a new one.");
        }

        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AddRelation, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (await PremisesAndTarget.Find(map, existing, request.Target, cancel) is var found && found.Refusal is { } missing)
                {
                    return missing;
                }

                var nodeKind = kind == RelationKind.Question ? NodeKind.Question : NodeKind.Claim;
                var numbers = existing.Concat(added.Select(premise => map.Add(new NodeState(nodeKind, premise.Text!, premise.Detail, map.Actor)))).ToList();
                map.Add(new RelationState(kind, [.. numbers], found.Value, map.Actor));
                return null;
            },
            cancellation);
    }

    // JSON can hold null in an array, whatever the type says.
    private static List<NewPremise> CheckNewPremises(InputCheck input, IReadOnlyList<NewPremise?> premises) =>
        [.. premises.Take(Relation.MaxPremises + 1).Select((premise, index) => new NewPremise(
            input.Required(index == 0 ? "text" : $"newPremises[{index}].text", premise?.Text, Node.MaxTextLength, "The text"),
            input.Optional(index == 0 ? "detail" : $"newPremises[{index}].detail", premise?.Detail, Node.MaxDetailLength, "The detail")))];
}
