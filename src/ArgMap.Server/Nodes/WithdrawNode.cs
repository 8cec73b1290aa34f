using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Nodes;

/// <summary>Takes a node out of the argument, and with it the steps that rest on it. It stays readable, and undo brings it back.</summary>
public static class WithdrawNode
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.WithdrawNode, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindNode(number, cancel) is not { } node)
                {
                    return Missing.Node(number);
                }

                if (!map.MayChange(node.AuthorId))
                {
                    return Refusal.Forbidden($"#{number} was added by somebody else. Its author and the map's owner can withdraw it; you can object to it.");
                }

                if (map.Map.Root == number)
                {
                    return Refusal.Conflict("root-in-use", $"#{number} is what this map is about. Choose another root in the map's settings, then withdraw it.");
                }

                map.Change(node, node.State with { IsWithdrawn = true });
                return null;
            },
            cancellation);
}
