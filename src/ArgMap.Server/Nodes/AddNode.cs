using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Nodes;

/// <summary>Adds a node that is not yet joined to anything. To say what it does to another, add a relation with a new premise instead.</summary>
public static class AddNode
{
    /// <param name="Kind"><c>Claim</c> or <c>Question</c>.</param>
    /// <param name="Text">What it says, so that it stands alone; 1 to 500 characters.</param>
    /// <param name="Detail">Markdown that explains it; at most 20,000 characters.</param>
    public sealed record Request(string? Kind, string? Text, string? Detail);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var kind = input.Choice<NodeKind>("kind", request.Kind ?? nameof(NodeKind.Claim), "The kind of a node");
        var text = input.Required("text", request.Text, Node.MaxTextLength, "The text");
        var detail = input.Optional("detail", request.Detail, Node.MaxDetailLength, "The detail");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AddNode, idempotencyKey, request),
            (map, _) =>
            {
                map.Add(new NodeState(kind, text, detail, map.Actor));
                return Task.FromResult<Refusal?>(null);
            },
            cancellation);
    }
}
