using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Generation;

/// <summary>Grows a generated map, one step after the other.</summary>
/// <remarks>
/// Who is answered is part fame: with probability <see cref="Fame"/> the target is that of a step chosen at random, so a node is as probable
/// as it already has steps. That gives the heavy tail of real debates. Part is going on with what was said last, which gives their depth.
/// Otherwise any node is as probable as another.
/// Source: the copying model of J. Kleinberg et al., "The web as a graph", 1999, whose in-degrees fall off as a power, here 1 + 1/Fame.
/// </remarks>
internal sealed class MapGrowth
{
    private const double Fame = 0.45;
    private const double GoingOn = 0.2;
    private const int Last = 30;
    private const double Undercuts = 0.05;
    private const double LinkedPremises = 0.15;

    /// <summary>For each new node, how often one that is there becomes a premise of a further step.</summary>
    private const double UsedAgain = 0.05;

    /// <summary>Of the further steps, those that strike back: a claim that is objected to objects to the objection, so that some claims are undecided.</summary>
    private const double StrikesBack = 0.2;

    private static readonly RelationKind[] Kinds =
    [
        RelationKind.Objection, RelationKind.Support, RelationKind.Prerequisite, RelationKind.Question, RelationKind.Restatement, RelationKind.Answer,
    ];

    private static readonly double[] OntoClaim = [0.40, 0.33, 0.14, 0.10, 0.03, 0];
    private static readonly double[] OntoQuestion = [0.07, 0, 0.04, 0.07, 0.02, 0.80];
    private static readonly double[] OntoStep = [0.85, 0.15, 0, 0, 0, 0];
    private static readonly double[] FurtherOntoClaim = [0.45, 0.40, 0.15, 0, 0, 0];
    private static readonly double[] FurtherOntoQuestion = [0.1, 0, 0.1, 0, 0, 0.8];

    private readonly MapPlan plan;
    private readonly SeededChoices choices;
    private readonly List<Node> nodes;
    private readonly List<Relation> steps;
    private readonly Dictionary<int, string> texts;
    private readonly Dictionary<int, Node> byNumber;

    /// <summary>For each number the level it is on, the root's being 1; a step has the level of its premises, so an undercut that of the step it attacks.</summary>
    private readonly List<int> levels = [0];
    private readonly HashSet<(int Premise, int Target)> joined = [];

    public MapGrowth(MapPlan plan)
    {
        this.plan = plan;
        choices = new SeededChoices((ulong)plan.Seed);
        nodes = new(plan.Nodes);
        steps = new(plan.Nodes);
        texts = new(plan.Nodes);
        byNumber = new(plan.Nodes);
    }

    private int NextNumber => levels.Count;

    public GeneratedMap Grow()
    {
        // A thesis, or a question and what is answered to it.
        var isQuestion = plan.Shape == MapShape.Debate && plan.Nodes > 3 && choices.Chance(0.5);
        AddNode(isQuestion ? NodeKind.Question : NodeKind.Claim, 1);
        for (var answers = isQuestion ? 2 + choices.Below(3) : 0; answers > 0 && nodes.Count < plan.Nodes; answers--)
        {
            AddStep(RelationKind.Answer, 1, 1);
        }

        while (nodes.Count < plan.Nodes)
        {
            switch (plan.Shape)
            {
                case MapShape.Debate:
                    GrowDebate();
                    break;
                case MapShape.Wide:
                    AddStep(KindOnto(nodes[0]), 1, 1);
                    break;
                default:
                    AddStep(KindOnto(nodes[^1]), nodes[^1].Number, 1);
                    break;
            }
        }

        return new GeneratedMap(plan, new ArgumentMap(nodes, steps, 1), texts);
    }

    private void GrowDebate()
    {
        if (steps.Count > 0 && choices.Chance(Undercuts))
        {
            AddStep(Kinds[choices.Weighted(OntoStep)], steps[choices.Below(steps.Count)].Number, 1);
            return;
        }

        var target = Target();
        var before = nodes.Count;
        AddStep(KindOnto(target), target.Number, choices.Chance(LinkedPremises) ? 2 + choices.Weighted(0.7, 0.2, 0.1) : 1);
        for (var added = nodes.Count - before; added > 0; added--)
        {
            if (choices.Chance(UsedAgain))
            {
                UseAgain();
            }
        }
    }

    /// <summary>The node that is answered next: one that can still have something below it.</summary>
    private Node Target()
    {
        while (true)
        {
            var number = (steps.Count == 0 ? 2 : choices.Weighted(Fame, GoingOn, 1 - Fame - GoingOn)) switch
            {
                0 => steps[choices.Below(steps.Count)].Target,
                1 => nodes[^(1 + choices.Below(Math.Min(Last, nodes.Count)))].Number,
                _ => nodes[choices.Below(nodes.Count)].Number,
            };
            if (byNumber.TryGetValue(number, out var node) && levels[number] < MapPlan.DeepestDebate)
            {
                return node;
            }
        }
    }

    private RelationKind KindOnto(Node target) => Kinds[choices.Weighted(target.Kind == NodeKind.Question ? OntoQuestion : OntoClaim)];

    /// <summary>Makes a claim that is there a premise of one more step; leaves it where chance brings no two that go together.</summary>
    private void UseAgain()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var (one, other) = (nodes[choices.Below(nodes.Count)], nodes[choices.Below(nodes.Count)]);
            var (premise, target) = one.Number > other.Number ? (one, other) : (other, one);
            var strikesBack = choices.Chance(StrikesBack);
            if (strikesBack)
            {
                var step = steps[choices.Below(steps.Count)];
                if (step is not { Kind: RelationKind.Objection, Premises: [var objector] } || !byNumber.TryGetValue(step.Target, out premise))
                {
                    continue;
                }

                target = byNumber[objector];
            }

            if (premise.Kind != NodeKind.Claim || premise.Number == 1 || premise == target || !joined.Add((premise.Number, target.Number)))
            {
                continue;
            }

            // Prerequisites go from younger to older only, so that none rests on itself.
            var kind = strikesBack ? RelationKind.Objection : Kinds[choices.Weighted(target.Kind == NodeKind.Question ? FurtherOntoQuestion : FurtherOntoClaim)];
            Add(new Relation(NextNumber, kind, [premise.Number], target.Number), levels[target.Number] + 1);
            return;
        }
    }

    private void AddStep(RelationKind kind, int target, int premises)
    {
        var level = levels[target] + (byNumber.ContainsKey(target) ? 1 : 0);
        var nodeKind = kind == RelationKind.Question ? NodeKind.Question : NodeKind.Claim;
        var count = kind is RelationKind.Objection or RelationKind.Support or RelationKind.Prerequisite ? Math.Min(premises, plan.Nodes - nodes.Count) : 1;
        ImmutableArray<int> numbers = [.. Enumerable.Range(0, count).Select(_ => AddNode(nodeKind, level))];
        joined.UnionWith(numbers.Select(number => (number, target)));
        Add(new Relation(NextNumber, kind, numbers, target), level);
    }

    private int AddNode(NodeKind kind, int level)
    {
        var node = new Node(NextNumber, kind);
        texts.Add(node.Number, GeneratedText.Of(plan.Texts, choices, kind == NodeKind.Question));
        byNumber.Add(node.Number, node);
        nodes.Add(node);
        levels.Add(level);
        return node.Number;
    }

    private void Add(Relation step, int level)
    {
        steps.Add(step);
        levels.Add(level);
    }
}
