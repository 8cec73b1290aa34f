using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace ArgMap.Argumentation.Tests;

/// <summary>
/// Random maps for property tests. A map is read from an array of integers, each a choice, so that FsCheck can shrink a failing map
/// by shrinking the array; a failure prints the array and the seed it came from.
/// </summary>
internal static class RandomMaps
{
    /// <summary>FsCheck's own arrays hold mostly zeros and make maps of two nodes.</summary>
    private static readonly Arbitrary<int[]> AnyChoices = Arb.From(
        Gen.Choose(0, 400).SelectMany(length => Gen.Choose(0, 999_999).ArrayOf(length)), ArbMap.Default.ArbFor<int[]>().Shrinker);

    /// <summary>Checks a property on 1,000 random maps: anything a graph can be, sound or not, with withdrawn things and missing numbers.</summary>
    public static void ForAnyMap(Action<ArgumentMap> property) => ForAll(choices => property(AnyMap(choices)));

    /// <summary>Checks a property on 1,000 random maps that keep every invariant.</summary>
    public static void ForSoundMaps(Action<ArgumentMap> property) => ForAll(choices => property(SoundMap(choices)));

    /// <summary>Checks a property on 1,000 arrays of choices.</summary>
    public static void ForAll(Action<int[]> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(AnyChoices, property));

    public static ArgumentMap AnyMap(int[] values)
    {
        var choices = new Choices(values);
        var nodeCount = 1 + choices.Below(choices.Below(2) == 0 ? 6 : 40);
        var nodes = Enumerable.Range(1, nodeCount).Select(number => new Node(number, choices.Below(5) == 4 ? NodeKind.Question : NodeKind.Claim, choices.Below(25) == 24)).ToList();
        var relations = new List<Relation>();
        while (choices.AreLeft)
        {
            // Up to two numbers that may or may not become relations are in reach, so undercuts, circles of them and dangling ends occur.
            var number = nodeCount + relations.Count + 1;
            var target = choices.Below(3) == 2 ? nodeCount + 1 + choices.Below(relations.Count + 2) : 1 + choices.Below(nodeCount);
            ImmutableArray<int> premises = [.. Enumerable.Range(0, 1 + (choices.Below(5) / 3)).Select(_ => Premise(choices, target, nodeCount))];
            relations.Add(new Relation(number, Kind(choices), premises, target, choices.Below(25) == 24));
        }

        return new ArgumentMap(nodes, relations, choices.Below(2) == 0 ? 1 : null);
    }

    public static ArgumentMap SoundMap(int[] values)
    {
        var choices = new Choices(values);
        var nodeCount = 2 + choices.Below(choices.Below(2) == 0 ? 6 : 40);
        var nodes = Enumerable.Range(1, nodeCount).Select(number => new Node(number, choices.Below(3) == 2 ? NodeKind.Question : NodeKind.Claim, choices.Below(12) == 11)).ToList();
        var questions = nodes.Where(node => node.Kind is NodeKind.Question).Select(node => node.Number).ToList();
        var relations = new List<Relation>();
        var about = nodes.ToDictionary(node => node.Number, node => node.Number);
        var known = new HashSet<(RelationKind, int, string)>();
        while (choices.AreLeft)
        {
            var number = nodeCount + relations.Count + 1;
            var kind = Kind(choices);
            var target = kind is RelationKind.Answer && questions.Count > 0 ? questions[choices.Below(questions.Count)]
                : choices.Below(3) == 2 && relations.Count > 0 ? nodeCount + 1 + choices.Below(relations.Count)
                : 1 + choices.Below(nodeCount);
            var candidates = (kind is RelationKind.Question ? questions : nodes.Select(node => node.Number))
                .Where(premise => premise != target && (premise > about[target] || (kind is not RelationKind.Prerequisite && choices.Below(8) == 7))).ToList();
            var premises = Enumerable.Range(0, 1 + (choices.Below(5) / 3)).Select(_ => candidates.Count == 0 ? 0 : candidates[choices.Below(candidates.Count)]).Distinct().ToImmutableArray();
            if (candidates.Count == 0 || (kind is RelationKind.Answer && questions.Count == 0) || !known.Add((kind, target, string.Join(' ', premises.Order()))))
            {
                continue;
            }

            relations.Add(new Relation(number, kind, premises, target, choices.Below(25) == 24));
            about.Add(number, about[target]);
        }

        return new ArgumentMap(nodes, relations, choices.Below(2) == 0 ? 1 : null);
    }

    /// <summary>The numbers of everything in a map.</summary>
    public static IEnumerable<int> Numbers(this ArgumentMap map) => map.Nodes.Select(node => node.Number).Concat(map.Relations.Select(relation => relation.Number));

    /// <summary>A number the map does not use.</summary>
    public static int FreeNumber(this ArgumentMap map) => map.Numbers().Max() + 100;

    public static ArgumentMap With(this ArgumentMap map, params IEnumerable<Relation> more) => new(map.Nodes, map.Relations.Concat(more), map.Root);

    /// <summary>Mostly a higher number than the target's: where all attack all, nearly everything is undecided and little is tested.</summary>
    private static int Premise(Choices choices, int target, int nodeCount) =>
        target < nodeCount && choices.Below(6) < 5 ? target + 1 + choices.Below(nodeCount - target) : 1 + choices.Below(nodeCount);

    private static RelationKind Kind(Choices choices) => choices.Below(10) switch
    {
        0 => RelationKind.Support,
        1 => RelationKind.Answer,
        2 => RelationKind.Question,
        3 => RelationKind.Restatement,
        <= 5 => RelationKind.Prerequisite,
        _ => RelationKind.Objection,
    };
}

/// <summary>Reads choices from an array of any integers; when it is used up, every choice is the first.</summary>
internal sealed class Choices(int[] values)
{
    private int next;

    public bool AreLeft => next < values.Length;

    public int Below(int count) => next < values.Length ? (int)(Math.Abs((long)values[next++]) % count) : 0;
}
