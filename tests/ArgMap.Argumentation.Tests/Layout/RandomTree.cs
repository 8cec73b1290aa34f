using ArgMap.Argumentation.Layout;

namespace ArgMap.Argumentation.Tests.Layout;

/// <summary>A tree of random shape and random boxes, the same for the same seed.</summary>
internal sealed record RandomTree(Size[] Sizes, int[] Parents)
{
    public static RandomTree Of(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(1, 120);
        // 1 makes chains, a large number stars.
        var reach = random.Next(1, 12);
        var sizes = new Size[count];
        var parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            sizes[i] = new Size(random.Next(1, 300), random.Next(1, 200));
            parents[i] = i == 0 ? TidyTree.NoParent : Math.Max(0, i - random.Next(1, reach + 1) * (random.Next(3) == 0 ? 4 : 1));
        }

        return new RandomTree(sizes, parents);
    }

    public ILookup<int, int> Children => Enumerable.Range(0, Parents.Length).ToLookup(i => Parents[i]);
}
