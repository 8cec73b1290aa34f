using ArgMap.Argumentation.Layout;

namespace ArgMap.Argumentation.Tests.Layout;

/// <summary>What a tidy tree promises, on random trees: each failing case names the seed that repeats it.</summary>
public sealed class TidyTreeTests
{
    private const int Trees = 3_000;
    private const double SiblingGap = 16;
    private const double LevelGap = 40;
    private const double Rounding = 1e-6;

    [Theory]
    [InlineData(TreeDirection.TopDown)]
    [InlineData(TreeDirection.LeftToRight)]
    public void No_two_boxes_overlap(TreeDirection direction) => ForEachTree(direction, (_, boxes, seed) => CheckNoOverlap(boxes, seed));

    [Fact]
    public void Boxes_side_by_side_keep_the_gap() => ForEachTree(TreeDirection.TopDown, (tree, boxes, seed) =>
    {
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = i + 1; j < boxes.Length; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                if (a.Top < b.Bottom && b.Top < a.Bottom)
                {
                    var gap = Math.Max(b.Left - a.Right, a.Left - b.Right);
                    if (gap < SiblingGap - Rounding)
                    {
                        Assert.Fail($"seed {seed}: boxes {i} and {j} are {gap} apart");
                    }
                }
            }
        }
    });

    [Fact]
    public void A_parent_is_centred_over_its_children() => ForEachTree(TreeDirection.TopDown, (tree, boxes, seed) =>
    {
        foreach (var family in tree.Children.Where(family => family.Key != TidyTree.NoParent))
        {
            var middle = (boxes[family.First()].Left + boxes[family.Last()].Right) / 2;
            if (Math.Abs(middle - boxes[family.Key].CentreX) > Rounding)
            {
                Assert.Fail($"seed {seed}: box {family.Key} is at {boxes[family.Key].CentreX}, its children at {middle}");
            }
        }
    });

    [Fact]
    public void Children_begin_one_level_gap_after_their_parent_ends() => ForEachTree(TreeDirection.LeftToRight, (tree, boxes, seed) =>
    {
        for (var i = 1; i < boxes.Length; i++)
        {
            if (Math.Abs(boxes[tree.Parents[i]].Right + LevelGap - boxes[i].Left) > Rounding)
            {
                Assert.Fail($"seed {seed}: box {i} begins at {boxes[i].Left}, its parent ends at {boxes[tree.Parents[i]].Right}");
            }
        }
    });

    [Theory]
    [InlineData(TreeDirection.TopDown)]
    [InlineData(TreeDirection.LeftToRight)]
    public void Siblings_keep_their_order(TreeDirection direction) => ForEachTree(direction, (tree, boxes, seed) =>
    {
        foreach (var family in tree.Children)
        {
            foreach (var (before, after) in family.Zip(family.Skip(1)))
            {
                var inOrder = direction == TreeDirection.TopDown ? boxes[before].Right <= boxes[after].Left : boxes[before].Bottom <= boxes[after].Top;
                if (!inOrder)
                {
                    Assert.Fail($"seed {seed}: {before} should come before {after}");
                }
            }
        }
    });

    [Fact]
    public void Neighbouring_leaves_are_as_close_as_the_gap_allows()
    {
        var boxes = TidyTree.Place([new(10, 10), new(30, 10), new(50, 10), new(20, 10)], [-1, 0, 0, 0], SiblingGap, LevelGap);

        Assert.Equal([0, 30 + SiblingGap, 30 + 50 + (2 * SiblingGap)], boxes.Skip(1).Select(box => box.Left));
    }

    [Fact]
    public void Equal_subtrees_are_drawn_equal()
    {
        for (var seed = 0; seed < Trees / 10; seed++)
        {
            var tree = RandomTree.Of(seed);
            var count = tree.Sizes.Length;
            // The same tree three times below one root, between other leaves.
            Size[] sizes = [new(50, 20), .. tree.Sizes, new(80, 300), .. tree.Sizes, new(10, 10), .. tree.Sizes];
            int[] starts = [1, count + 2, (2 * count) + 3];
            var parents = new int[sizes.Length];
            parents[0] = TidyTree.NoParent;
            foreach (var start in starts)
            {
                for (var i = 1; i < count; i++)
                {
                    parents[start + i] = start + tree.Parents[i];
                }
            }

            var boxes = TidyTree.Place(sizes, parents, SiblingGap, LevelGap);
            for (var i = 0; i < count; i++)
            {
                var offsets = starts.Select(start => boxes[start + i].Left - boxes[start].Left).ToArray();
                if (offsets.Max() - offsets.Min() > Rounding)
                {
                    Assert.Fail($"seed {seed}: box {i} lies at {string.Join(", ", offsets)} within its subtree");
                }
            }
        }
    }

    [Fact]
    public void The_same_tree_is_always_placed_the_same()
    {
        var tree = RandomTree.Of(7);

        Assert.Equal(Place(tree, TreeDirection.TopDown), Place(tree, TreeDirection.TopDown));
    }

    [Fact]
    public void The_picture_begins_at_zero() => ForEachTree(TreeDirection.LeftToRight, (tree, boxes, seed) =>
    {
        Assert.Equal(0, boxes.Min(box => box.Left));
        Assert.Equal(0, boxes.Min(box => box.Top));
    });

    [Fact]
    public void A_chain_of_100_000_boxes_is_placed_without_recursion()
    {
        var sizes = Enumerable.Repeat(new Size(20, 10), 100_000).ToArray();
        var parents = Enumerable.Range(-1, 100_000).ToArray();

        var boxes = TidyTree.Place(sizes, parents, SiblingGap, LevelGap);

        Assert.Equal(0, boxes[^1].Left);
        Assert.Equal(99_999 * 50.0, boxes[^1].Top);
    }

    [Fact]
    public void Several_roots_stand_side_by_side()
    {
        var boxes = TidyTree.Place([new(100, 10), new(100, 10), new(40, 20)], [-1, -1, 1], SiblingGap, LevelGap);

        Assert.Equal([new Box(0, 0, 100, 10), new Box(116, 0, 100, 10), new Box(146, 50, 40, 20)], boxes);
    }

    [Fact]
    public void A_parent_may_come_after_its_child_in_the_list()
    {
        var boxes = TidyTree.Place([new(10, 10), new(10, 10)], [1, -1], SiblingGap, LevelGap);

        Assert.Equal(50, boxes[0].Top);
    }

    [Fact]
    public void No_box_at_all_is_an_empty_picture() => Assert.Empty(TidyTree.Place([], [], SiblingGap, LevelGap));

    [Fact]
    public void Boxes_that_are_their_own_ancestors_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TidyTree.Place([new(1, 1), new(1, 1), new(1, 1)], [-1, 2, 1], 0, 0));

        Assert.Contains("2 boxes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1)]
    public void A_parent_that_is_no_box_is_refused(int parent) =>
        Assert.Throws<ArgumentException>(() => TidyTree.Place([new(1, 1)], [parent], 0, 0));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_size_that_is_no_length_is_refused(double width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TidyTree.Place([new(width, 1)], [-1], 0, 0));

    private static void CheckNoOverlap(Box[] boxes, int seed)
    {
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = i + 1; j < boxes.Length; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                var apart = a.Right <= b.Left + Rounding || b.Right <= a.Left + Rounding || a.Bottom <= b.Top + Rounding || b.Bottom <= a.Top + Rounding;
                if (!apart)
                {
                    Assert.Fail($"seed {seed}: boxes {i} {a} and {j} {b} overlap");
                }
            }
        }
    }

    private static void ForEachTree(TreeDirection direction, Action<RandomTree, Box[], int> check)
    {
        for (var seed = 0; seed < Trees; seed++)
        {
            var tree = RandomTree.Of(seed);
            check(tree, Place(tree, direction), seed);
        }
    }

    private static Box[] Place(RandomTree tree, TreeDirection direction) =>
        TidyTree.Place(tree.Sizes, tree.Parents, SiblingGap, LevelGap, direction);
}
