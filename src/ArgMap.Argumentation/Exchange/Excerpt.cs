using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Exchange;

/// <summary>A map, or a part of one, with its words: what an exchange format writes, and what reading one gives.</summary>
/// <param name="Map">Its nodes and steps. Numbers are the excerpt's own: they name things within it.</param>
/// <param name="Texts">What each node says, by number; one entry for every node.</param>
/// <param name="RootKinds">What a node did to the thing it hung from, for nodes that hang from nothing in the excerpt but did before; others have no entry.</param>
public sealed record Excerpt(ArgumentMap Map, IReadOnlyDictionary<int, string> Texts, IReadOnlyDictionary<int, RelationKind> RootKinds)
{
    /// <summary>Cuts out nodes with all that hangs below them. A premise whose place is elsewhere in the map comes along without what hangs below it.</summary>
    /// <param name="map">The whole map.</param>
    /// <param name="tree">The same map as a tree.</param>
    /// <param name="roots">Numbers of nodes; those that are not live, and those below another of them, add nothing.</param>
    /// <param name="textOf">What a node says.</param>
    /// <returns>The excerpt, in the map's own numbers.</returns>
    public static Excerpt Below(ArgumentMap map, MapTree tree, IEnumerable<int> roots, Func<int, string> textOf)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(textOf);
        var chosen = roots.Where(number => map.NodeAt(number) is { IsWithdrawn: false }).ToHashSet();
        var texts = new Dictionary<int, string>();
        var steps = new List<Relation>();
        var kinds = new Dictionary<int, RelationKind>();
        var open = new Stack<int>();
        foreach (var root in chosen.Where(root => !tree.PathToRoot(root).Skip(1).Any(chosen.Contains)))
        {
            if (tree.StepUp(root) is { } up)
            {
                kinds[root] = up.Kind;
            }

            open.Push(root);
            while (open.TryPop(out var number))
            {
                if (map.NodeAt(number) is not null)
                {
                    texts[number] = textOf(number);
                }

                foreach (var step in tree.StepsOnto(number))
                {
                    steps.Add(step);
                    open.Push(step.Number);
                    foreach (var premise in step.Premises.Where(premise => !texts.ContainsKey(premise)))
                    {
                        texts[premise] = textOf(premise);
                    }

                    foreach (var premise in tree.OwnPremises(step.Number))
                    {
                        open.Push(premise);
                    }
                }
            }
        }

        var cut = new ArgumentMap(texts.Keys.Select(number => map.NodeAt(number)!), steps);
        return new Excerpt(cut, texts, kinds.Where(kind => cut.From(kind.Key).Count == 0).ToDictionary());
    }
}
