using System.Runtime.InteropServices;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Canvas;

/// <summary>What of the steps onto one node or step is drawn, and what is not.</summary>
/// <param name="Steps">The drawn ones, in reading order.</param>
/// <param name="IsShut">For a step: its premises are not drawn.</param>
/// <param name="HasMore">True when something below the thing is not drawn that opening it would draw.</param>
/// <param name="Hidden">How many nodes below the thing are not drawn and not counted by <paramref name="Further"/> or by anything drawn below it.</param>
/// <param name="Further">How many steps of an opened thing are left out because there are so many.</param>
/// <param name="FurtherNodes">How many nodes are below these.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Below(IReadOnlyList<Relation> Steps, bool IsShut, bool HasMore, int Hidden, int Further, int FurtherNodes);

/// <summary>Which part of a map is drawn: from where, which nodes, which steps, and what each drawn thing hides. Time is linear in what is drawn.</summary>
internal sealed class DrawnThings
{
    // Its siblings would lie so far away that nobody sees them beside it.
    private const int MostBelowOne = 8;

    private static readonly Below Nothing = new([], false, false, 0, 0, 0);

    private readonly ArgumentMap map;
    private readonly MapTree tree;
    private readonly PictureRequest request;
    private readonly HashSet<int> open;
    private readonly HashSet<int> shut;
    private readonly Dictionary<int, int> more;
    private readonly HashSet<int> way = [];
    private readonly HashSet<int> nodes = [];
    private readonly Dictionary<int, Below> below = [];

    /// <summary>What is drawn and not opened yet, each with how many levels it is below the root or the focus; -1 beside the way to the focus.</summary>
    private List<(int Node, int Depth)> next = [];

    public DrawnThings(PictureRequest request)
    {
        map = request.Map;
        tree = request.Tree;
        this.request = request;
        var asked = request.Scope;
        Focus = asked.Focus is { } about ? FindFocus(about) : null;
        var wayUp = asked.At is { } at ? tree.PathToRoot(at) : [];
        way.UnionWith(wayUp);
        Scope = asked with
        {
            At = wayUp.Count > 0 ? asked.At : null,
            Focus = Focus,
            Open = [.. asked.Open.Where(IsLive)],
            Shut = [.. asked.Shut.Where(IsLive)],
            More = [.. asked.More.Where(item => item.Target == 0 || IsLive(item.Target))],
        };
        open = [.. Scope.Open];
        shut = [.. Scope.Shut];
        more = Scope.More.ToDictionary(item => item.Target, item => item.Count);
        Roots = FindRoots(wayUp.Count > 0 ? wayUp[^1] : null);
        OpenLevels();
    }

    /// <summary>What was asked for, without what the map does not have, and with the depth that was found to fit: asked for again, it gives this picture however the map has grown.</summary>
    public PictureScope Scope { get; private set; }

    /// <summary>The node in focus, or null.</summary>
    public int? Focus { get; }

    /// <summary>The nodes drawn first, from which all others are reached.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>How many roots are left out because there are so many.</summary>
    public int FurtherRoots { get; private set; }

    /// <summary>How many nodes these are with all that is below them.</summary>
    public int FurtherRootNodes { get; private set; }

    /// <summary>How many nodes are drawn.</summary>
    public int Count => nodes.Count;

    /// <summary>True when the node is drawn, in its one place.</summary>
    public bool Draws(int node) => nodes.Contains(node);

    /// <summary>True for what is chosen and everything on the way up from it.</summary>
    public bool IsOnWay(int number) => way.Contains(number);

    /// <summary>What is drawn below a drawn node or step.</summary>
    public Below BelowOf(int number) => below.GetValueOrDefault(number, Nothing);

    private bool IsLive(int number) =>
        map.NodeAt(number) is { } node ? map.IsLive(node) : map.RelationAt(number) is { } relation && map.IsLive(relation);

    private int? FindFocus(int number)
    {
        var path = tree.PathToRoot(number);
        var node = path.FirstOrDefault(thing => map.NodeAt(thing) is not null);
        return node == 0 ? null : node;
    }

    private List<int> FindRoots(int? ofChosen)
    {
        if (Focus is { } focus)
        {
            var wayUp = tree.PathToRoot(focus);
            way.UnionWith(wayUp);
            var root = wayUp[^1];
            nodes.Add(root);
            next.Add((root, root == focus ? 0 : -1));
            if (ofChosen is { } other && other != root)
            {
                nodes.Add(other);
                next.Add((other, -1));
                return [root, other];
            }

            return [root];
        }

        var limit = more.GetValueOrDefault(0, PictureScope.StepsAtFirst);
        var roots = new List<int>(Math.Min(limit, tree.Roots.Count));
        for (var i = 0; i < tree.Roots.Count; i++)
        {
            var root = tree.Roots[i];
            if (i < limit || root == ofChosen)
            {
                roots.Add(root);
                nodes.Add(root);
                next.Add((root, 0));
            }
            else
            {
                FurtherRoots++;
                FurtherRootNodes += 1 + tree.Descendants(root);
            }
        }

        return roots;
    }

    private void OpenLevels()
    {
        var depth = Scope.Depth ?? request.UsualDepth;
        var counted = nodes.Count;
        var reached = 0;
        var isFull = false;
        while (next.Count > 0)
        {
            var level = next;
            next = [];
            var here = level.Max(item => item.Depth);
            var isOpen = !isFull && here >= 0 && (depth is null || here < depth);
            if (isOpen && depth is null)
            {
                var added = level.Where(item => item.Depth >= 0).Select(item => CountBelow(item.Node)).ToList();
                counted += added.Sum();
                isFull = here > 0 && (counted > request.Fits || added.Max() > MostBelowOne);
                isOpen = !isFull;
            }

            reached = isOpen ? Math.Max(reached, here + 1) : reached;
            foreach (var (node, at) in level)
            {
                OpenNode(node, at, isOpen && at >= 0 && nodes.Count < request.MostNodes);
            }
        }

        Scope = Scope with { Depth = depth ?? reached };
    }

    private void OpenNode(int node, int depth, bool isOpen)
    {
        var onto = new Stack<(int Number, bool IsOpen, bool IsShut)>();
        onto.Push((node, isOpen, false));
        while (onto.TryPop(out var thing))
        {
            var steps = tree.StepsOnto(thing.Number);
            if (steps.Count == 0 && !thing.IsShut)
            {
                continue;
            }

            var isAll = (thing.IsOpen || open.Contains(thing.Number)) && !shut.Contains(thing.Number);
            var limit = isAll ? more.GetValueOrDefault(thing.Number, PictureScope.StepsAtFirst) : 0;
            var drawn = steps.Count <= limit ? steps : [.. steps.Where((step, index) => index < limit || way.Contains(step.Number))];
            var leftOut = steps.Count - drawn.Count;
            var nodesLeftOut = leftOut == 0 ? 0 : BelowSteps(thing.Number) - drawn.Sum(step => tree.Descendants(step.Number));
            var premisesLeftOut = thing.IsShut ? tree.OwnPremises(thing.Number).Sum(premise => 1 + tree.Descendants(premise)) : 0;
            below[thing.Number] = isAll
                ? new Below(drawn, thing.IsShut, thing.IsShut, premisesLeftOut, leftOut, nodesLeftOut)
                : new Below(drawn, thing.IsShut, leftOut > 0 || thing.IsShut, premisesLeftOut + nodesLeftOut, 0, 0);
            foreach (var step in drawn)
            {
                var isShut = shut.Contains(step.Number) && !tree.OwnPremises(step.Number).Any(way.Contains);
                if (!isShut)
                {
                    AddPremises(step, depth);
                }

                onto.Push((step.Number, isAll, isShut));
            }
        }
    }

    /// <summary>How many nodes hang below the steps onto a thing; for a step that is less than hangs below it, by its own premises.</summary>
    private int BelowSteps(int number) =>
        map.RelationAt(number) is null ? tree.Descendants(number) : tree.Descendants(number) - tree.OwnPremises(number).Sum(premise => 1 + tree.Descendants(premise));

    private void AddPremises(Relation step, int depth)
    {
        foreach (var premise in tree.OwnPremises(step.Number))
        {
            nodes.Add(premise);
            next.Add((premise, premise == Focus ? 0 : depth < 0 ? -1 : depth + 1));
        }
    }

    /// <summary>How many nodes opening a node would add.</summary>
    private int CountBelow(int node)
    {
        var count = 0;
        var onto = new Stack<int>();
        onto.Push(node);
        while (onto.TryPop(out var thing))
        {
            if (shut.Contains(thing))
            {
                continue;
            }

            foreach (var step in tree.StepsOnto(thing).Take(more.GetValueOrDefault(thing, PictureScope.StepsAtFirst)))
            {
                count += shut.Contains(step.Number) ? 0 : tree.OwnPremises(step.Number).Count;
                onto.Push(step.Number);
            }
        }

        return count;
    }
}
