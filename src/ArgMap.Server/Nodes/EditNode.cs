using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Nodes;

/// <summary>Changes what a node says. Its author and the map's owner may.</summary>
public static class EditNode
{
    /// <param name="Kind"><c>Claim</c> or <c>Question</c>; left as it is when missing.</param>
    /// <param name="Text">What it says; 1 to 500 characters.</param>
    /// <param name="Detail">Markdown that explains it; at most 20,000 characters.</param>
    /// <param name="BasedOn">The map's revision that the person saw. If the node was changed after it, the answer is a conflict that holds both texts.</param>
    public sealed record Request(string? Kind, string? Text, string? Detail, int? BasedOn);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        NodeKind? kind = request.Kind is null ? null : input.Choice<NodeKind>("kind", request.Kind, "The kind of a node");
        var text = input.Required("text", request.Text, Node.MaxTextLength, "The text");
        var detail = input.Optional("detail", request.Detail, Node.MaxDetailLength, "The detail");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditNode, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindNode(number, cancel) is not { } node)
                {
                    return Missing.Node(number);
                }

                if (!map.MayChange(node.AuthorId))
                {
                    return Refusal.Forbidden($"#{number} was added by somebody else. Its author and the map's owner can edit it; you can object to it, or reply in its thread.");
                }

                if (node.IsWithdrawn)
                {
                    return Refusal.Conflict("withdrawn", $"#{number} has been withdrawn. Undo the withdrawal in the history before editing it.");
                }

                if (map.ConflictIfChanged($"#{number}", node.Revision, request.BasedOn, WholeText(node.Text, node.Detail), WholeText(text, detail)) is { } conflict)
                {
                    return conflict;
                }

                map.Change(node, node.State with { Kind = kind ?? node.Kind, Text = text, Detail = detail });
                return null;
            },
            cancellation);
    }

    private static string WholeText(string text, string? detail) => detail is null ? text : $"{text}\n\n{detail}";
}
