using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas.Tests;

/// <summary>Random maps with linked premises, undercuts, undercuts of undercuts, nodes with several parents and several roots.</summary>
internal sealed class RandomDebate(Random random, bool isTree = false)
{
    private static readonly RelationKind[] Kinds = [RelationKind.Support, RelationKind.Objection, RelationKind.Prerequisite, RelationKind.Restatement];

    private readonly List<Node> nodes = [];
    private readonly List<Relation> relations = [];
    private readonly Dictionary<int, string> texts = [];
    private int last;

    public List<Node> Nodes => nodes;

    /// <summary>A map of about so many nodes; as a tree, it has one root, and every node is a premise of one step.</summary>
    public static RandomDebate OfSize(int count, Random random, bool isTree = false)
    {
        var debate = new RandomDebate(random, isTree);
        debate.AddRoot();
        while (debate.nodes.Count < count)
        {
            debate.Add();
        }

        return debate;
    }

    public PictureRequest Request(string scope = "depth=all")
    {
        var map = new ArgumentMap(nodes, relations, 1);
        var standing = MapStanding.Of(map);
        var said = texts.ToDictionary();
        return new PictureRequest(map, MapTree.Of(map), standing.Labelling)
        {
            TextOf = number => said[number],
            OpenObjectionsTo = standing.Objections.OpenAgainst,
            PageHref = "/m/random",
            Scope = PictureScope.Parse(scope),
        };
    }

    /// <summary>Adds one step with new premises, now and then one that is there already.</summary>
    /// <returns>The number of what the step is about.</returns>
    public int Add()
    {
        if (!isTree && random.Next(40) == 0)
        {
            return AddRoot();
        }

        var target = relations.Count > 0 && random.Next(6) == 0 ? relations[random.Next(relations.Count)].Number : nodes[random.Next(nodes.Count)].Number;
        AddTo(target);
        return target;
    }

    public int AddTo(int target)
    {
        var premises = Enumerable.Range(0, random.Next(5) == 0 ? 3 : 1).Select(_ => AddNode()).ToList();
        if (!isTree && random.Next(20) == 0 && nodes[random.Next(nodes.Count)].Number is var shared && shared != target)
        {
            premises.Add(shared);
        }

        relations.Add(new Relation(++last, Kinds[random.Next(Kinds.Length)], [.. premises.Distinct()], target));
        return premises[0];
    }

    /// <summary>Adds one node, by a step of its own.</summary>
    /// <returns>Its number.</returns>
    public int AddOneTo(int target)
    {
        var premise = AddNode();
        relations.Add(new Relation(++last, Kinds[random.Next(Kinds.Length)], [premise], target));
        return premise;
    }

    /// <summary>Adds everything of another map, the first node of which becomes the premise of a step.</summary>
    /// <returns>By how much the numbers of what was added are higher than they were.</returns>
    public int AddAllOf(RandomDebate other, int target)
    {
        var by = last;
        nodes.AddRange(other.nodes.Select(node => node with { Number = node.Number + by }));
        relations.AddRange(other.relations.Select(step => new Relation(step.Number + by, step.Kind, [.. step.Premises.Select(premise => premise + by)], step.Target + by)));
        foreach (var (number, text) in other.texts)
        {
            texts.Add(number + by, text);
        }

        last += other.last;
        relations.Add(new Relation(++last, RelationKind.Support, [1 + by], target));
        return by;
    }

    /// <summary>Withdraws a node, gives one other words, or moves a step to another target.</summary>
    public void Disturb()
    {
        var at = random.Next(1, nodes.Count);
        switch (random.Next(3))
        {
            case 0:
                nodes[at] = nodes[at] with { IsWithdrawn = true };
                break;
            case 1:
                texts[nodes[at].Number] = Words();
                break;
            default:
                var step = random.Next(relations.Count);
                var target = nodes[random.Next(nodes.Count)].Number;
                if (!relations[step].Premises.Contains(target))
                {
                    relations[step] = relations[step] with { Target = target };
                }

                break;
        }
    }

    /// <summary>A random scope: some levels, some things opened, folded, drawn further, chosen or focused.</summary>
    public string Scope()
    {
        var scope = new PictureScope
        {
            At = random.Next(3) == 0 ? random.Next(1, last + 1) : null,
            Focus = random.Next(6) == 0 ? random.Next(1, last + 1) : null,
            Depth = random.Next(3) switch { 0 => PictureScope.All, 1 => random.Next(4), _ => null },
            Open = [.. Some()],
            Shut = [.. Some()],
        };
        return scope.ToQuery();

        IEnumerable<int> Some() => Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, last + 1));
    }

    private int AddRoot() => AddNode();

    private int AddNode()
    {
        nodes.Add(new Node(++last, NodeKind.Claim));
        texts[last] = Words();
        return last;
    }

    private string Words() => string.Join(' ', Enumerable.Repeat("argument", random.Next(1, 20)));
}
