using ArgMap.Argumentation.Maps;

namespace ArgMap.Canvas;

/// <summary>Which part of a map is drawn: from where, which nodes, which relations, and how many nodes each drawn one hides.</summary>
internal sealed class PictureScope
{
    private readonly ArgumentMap map;
    private readonly MapTree tree;
    private readonly HashSet<int> nodes = [];
    private readonly HashSet<int> relations = [];
    private readonly Dictionary<int, int> hidden = [];

    public PictureScope(PictureRequest request)
    {
        map = request.Map;
        tree = request.Tree;
        Focus = FindFocus(request.Focus);
        if (Focus is { } focus)
        {
            Roots = [DrawWayUp(focus)];
            Open([focus], request);
        }
        else
        {
            Roots = tree.Roots;
            Open(Roots, request);
        }

        CountHidden();
    }

    /// <summary>The node in focus, or null.</summary>
    public int? Focus { get; }

    /// <summary>The nodes drawn first, from which all others are reached.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>True when the node is drawn, in its one place.</summary>
    public bool Draws(int node) => nodes.Contains(node);

    /// <summary>How many nodes below a drawn node, at any depth, are not drawn.</summary>
    public int HiddenBelow(int node) => hidden.GetValueOrDefault(node);

    /// <summary>The drawn relations onto a node or relation, in reading order.</summary>
    public IEnumerable<Relation> StepsOnto(int number) => tree.StepsOnto(number).Where(step => relations.Contains(step.Number));

    private int? FindFocus(int? number)
    {
        if (number is null)
        {
            return null;
        }

        var node = map.RelationAt(number.Value) is { } relation ? NodeUnder(relation) : number.Value;
        return map.NodeAt(node) is { } found && map.IsLive(found) ? node : null;
    }

    private int DrawWayUp(int node)
    {
        nodes.Add(node);
        while (tree.StepUp(node) is { } step)
        {
            node = NodeUnder(step);
            nodes.Add(node);
            for (var on = step; on is not null; on = map.RelationAt(on.Target))
            {
                relations.Add(on.Number);
                nodes.UnionWith(tree.OwnPremises(on.Number));
            }
        }

        return node;
    }

    private void Open(IReadOnlyList<int> level, PictureRequest request)
    {
        nodes.UnionWith(level);
        for (var depth = 0; level.Count > 0 && (request.Depth is null || depth < request.Depth); depth++)
        {
            var steps = level.SelectMany(StepsBelow).ToList();
            var next = steps.SelectMany(step => tree.OwnPremises(step.Number)).ToList();
            if (request.Depth is null && depth > 0 && nodes.Count + next.Count > request.MostNodes)
            {
                return;
            }

            relations.UnionWith(steps.Select(step => step.Number));
            nodes.UnionWith(next);
            level = next;
        }
    }

    /// <summary>The relations onto a node, those onto these, and so on.</summary>
    private List<Relation> StepsBelow(int node)
    {
        List<Relation> steps = [.. tree.StepsOnto(node)];
        for (var i = 0; i < steps.Count; i++)
        {
            steps.AddRange(tree.StepsOnto(steps[i].Number));
        }

        return steps;
    }

    private void CountHidden()
    {
        var drawnAbove = new Dictionary<int, int>();
        var way = new List<int>();
        foreach (var start in map.Nodes)
        {
            var node = start.Number;
            way.Clear();
            while (!nodes.Contains(node) && !drawnAbove.ContainsKey(node) && tree.StepUp(node) is { } step)
            {
                way.Add(node);
                node = NodeUnder(step);
            }

            if (!nodes.Contains(node) && !drawnAbove.TryGetValue(node, out node))
            {
                continue;
            }

            foreach (var passed in way)
            {
                drawnAbove[passed] = node;
                hidden[node] = hidden.GetValueOrDefault(node) + 1;
            }
        }
    }

    private int NodeUnder(Relation relation)
    {
        while (map.RelationAt(relation.Target) is { } under)
        {
            relation = under;
        }

        return relation.Target;
    }
}
