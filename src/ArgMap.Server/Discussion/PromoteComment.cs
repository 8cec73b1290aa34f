using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>Makes what was said in a thread a node of the map, if wished as a step onto what the thread is about. The node keeps where it was said.</summary>
public static class PromoteComment
{
    /// <param name="Text">What the node says, so that it stands alone; 1 to 500 characters.</param>
    /// <param name="Detail">Markdown that explains it; at most 20,000 characters.</param>
    /// <param name="Kind"><c>Claim</c> or <c>Question</c>; when missing, a question if <paramref name="Relation"/> is <c>Question</c>, else a claim.</param>
    /// <param name="Relation">What it does to the node or relation the thread is about: <c>Support</c>, <c>Objection</c>, <c>Prerequisite</c>, <c>Answer</c>, <c>Question</c> or <c>Restatement</c>; missing when it is to stand on its own.</param>
    public sealed record Request(string? Text, string? Detail = null, string? Kind = null, string? Relation = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var text = input.Required("text", request.Text, Node.MaxTextLength, "The text");
        var detail = input.Optional("detail", request.Detail, Node.MaxDetailLength, "The detail");
        RelationKind? relation = request.Relation is null ? null : input.Choice<RelationKind>("relation", request.Relation, "The kind of a relation");
        var kind = request.Kind is not null ? input.Choice<NodeKind>("kind", request.Kind, "The kind of a node")
            : relation == RelationKind.Question ? NodeKind.Question : NodeKind.Claim;
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.PromoteComment, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindComment(number, cancel) is not { } comment)
                {
                    return Missing.Comment(number);
                }

                if (comment.IsWithdrawn)
                {
                    return Refusal.Conflict("withdrawn", $"Comment {number} has been withdrawn, so it cannot become a node. Add a node of your own instead.");
                }

                var about = comment.State.About;
                if (relation is not null && (await PremisesAndTarget.Find(map, [], about.Number, cancel)).Refusal is not null)
                {
                    return Refusal.Invalid("relation", $"#{about.Number}, which the thread is about, has been withdrawn, so nothing can be added to it. The comment can become a node on its own.");
                }

                var node = map.Add(new NodeState(kind, text, detail, map.Actor, number));
                if (relation is { } does)
                {
                    map.Add(new RelationState(does, [node], about, map.Actor));
                }

                return null;
            },
            cancellation);
    }
}
