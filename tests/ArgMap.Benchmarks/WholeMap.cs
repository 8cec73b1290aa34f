using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using BenchmarkDotNet.Attributes;

namespace ArgMap.Benchmarks;

/// <summary>What is computed from a map before its page can be shown. README.md says how to read the numbers.</summary>
[MemoryDiagnoser]
public class WholeMap
{
    private ArgumentMap map = new([], []);
    private Size[] sizes = [];
    private int[] parents = [];

    /// <summary>How many nodes the map has; every node but the first is one relation away from an earlier one.</summary>
    [Params(1_000, 10_000, 100_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void MakeMap()
    {
        var random = new Random(20_250_101);
        RelationKind[] kinds = [RelationKind.Support, RelationKind.Objection, RelationKind.Prerequisite];
        parents = [TidyTree.NoParent, .. Enumerable.Range(1, Nodes - 1).Select(before => random.Next(before))];
        sizes = [.. Enumerable.Range(0, Nodes).Select(_ => new Size(240, 40 + (20 * random.Next(6))))];
        map = new ArgumentMap(
            Enumerable.Range(1, Nodes).Select(number => new Node(number, NodeKind.Claim)),
            Enumerable.Range(1, Nodes - 1).Select(index => new Relation(Nodes + index, kinds[random.Next(kinds.Length)], [index + 1], parents[index] + 1)));
    }

    [Benchmark(Baseline = true)]
    public GroundedLabelling Labelling() => GroundedLabelling.Of(map);

    [Benchmark]
    public MapStanding StandingAndOpenObjections() => MapStanding.Of(map);

    [Benchmark]
    public Box[] Layout() => TidyTree.Place(sizes, parents, siblingGap: 24, levelGap: 48);
}
