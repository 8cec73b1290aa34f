using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Nodes;

/// <summary>Takes nodes out of the argument together with all that hangs below them, as one change. It stays readable, and undo brings it back.</summary>
/// <remarks>What hangs below and is a premise elsewhere as well stays. Whose author somebody else is can only be withdrawn by the map's owner.</remarks>
public static class WithdrawSubtree
{
    /// <summary>The most nodes one such change takes out.</summary>
    public const int MaxNodes = 1_000;

    /// <param name="Nodes">Numbers of the nodes at the top, 1 to 1,000.</param>
    public sealed record Request(IReadOnlyList<int> Nodes);

    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.WithdrawSubtree, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (request.Nodes.Count is 0 or > MaxNodes)
                {
                    return Refusal.Invalid("nodes", string.Create(CultureInfo.InvariantCulture, $"1 to {MaxNodes:N0} nodes can be withdrawn at once; {request.Nodes.Count:N0} were chosen."));
                }

                var graph = await map.GraphAfter(cancel);
                if (request.Nodes.FirstOrDefault(number => graph.NodeAt(number) is null) is > 0 and var missing)
                {
                    return Missing.Node(missing);
                }

                var withdrawn = Below(graph, MapTree.Of(graph), request.Nodes);
                if (withdrawn.Count > MaxNodes)
                {
                    return Refusal.Invalid("nodes", string.Create(CultureInfo.InvariantCulture, $"{withdrawn.Count:N0} nodes hang there; at most {MaxNodes:N0} can be withdrawn at once. Choose less."));
                }

                if (map.Map.Root is { } root && withdrawn.Contains(root))
                {
                    return Refusal.Conflict("root-in-use", $"#{root} is what this map is about. Choose another root in the map's settings, then withdraw it.");
                }

                var foreign = new List<int>();
                foreach (var number in withdrawn)
                {
                    var node = (await map.FindNode(number, cancel))!;
                    if (!map.MayChange(node.AuthorId))
                    {
                        foreign.Add(number);
                    }

                    map.Change(node, node.State with { IsWithdrawn = true });
                }

                return foreign.Count == 0
                    ? null
                    : Refusal.Forbidden($"{StepWords.List([.. foreign.Take(5)])}{(foreign.Count > 5 ? $" and {foreign.Count - 5} more" : "")} {(foreign.Count == 1 ? "was" : "were")} added by somebody else, so only the map's owner can withdraw all of this. Nothing has been withdrawn; move what is theirs elsewhere first, or withdraw single nodes of yours.");
            },
            cancellation);

    /// <summary>The live nodes chosen and those below them that nothing else rests on, top down.</summary>
    private static List<int> Below(ArgumentMap graph, MapTree tree, IReadOnlyList<int> chosen)
    {
        var found = new List<int>(chosen.Where(number => graph.NodeAt(number) is { IsWithdrawn: false }).Distinct());
        var known = found.ToHashSet();
        for (var next = 0; next < found.Count; next++)
        {
            var steps = new Queue<Relation>(tree.StepsOnto(found[next]));
            while (steps.TryDequeue(out var step))
            {
                foreach (var undercut in tree.StepsOnto(step.Number))
                {
                    steps.Enqueue(undercut);
                }

                foreach (var premise in tree.OwnPremises(step.Number).Where(premise => graph.From(premise).Count == 1 && known.Add(premise)))
                {
                    found.Add(premise);
                }
            }
        }

        return found;
    }
}
