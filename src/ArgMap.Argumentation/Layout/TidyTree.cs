namespace ArgMap.Argumentation.Layout;

/// <summary>Places boxes of different sizes as a tidy tree, without layers: a child begins where its own parent ends, however tall its cousins are.</summary>
/// <remarks>
/// The result has these properties, and depends on nothing but the input: no two boxes overlap; a parent is centred over the span
/// from the outer edge of its first child to the outer edge of its last; siblings keep their order; sibling subtrees are as close as the
/// gap allows, smaller ones between two larger ones evenly spread; equal subtrees are drawn equal.
/// <para>Time and memory are linear in the number of boxes, and nothing recurses, so a chain of 100,000 boxes is as good as any tree.</para>
/// <para>
/// Source: A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and Experience 44(12), 2014,
/// 1467–1484, which extends E. M. Reingold and J. S. Tilford, "Tidier drawings of trees", 1981. The paper recurses over children;
/// here children come before parents in one pass and parents before children in the next, which visits the same pairs in the same order.
/// </para>
/// </remarks>
public static class TidyTree
{
    /// <summary>In the list of parents: this box is a root.</summary>
    public const int NoParent = -1;

    /// <summary>Places every box.</summary>
    /// <param name="sizes">The size of each box, in canvas units.</param>
    /// <param name="parents">For each box the index of its parent in <paramref name="sizes"/>, or <see cref="NoParent"/>. Siblings are drawn in order of index. Several roots are drawn side by side as siblings are.</param>
    /// <param name="siblingGap">Least distance in canvas units between boxes that lie beside each other across the direction of growth; 0 or more.</param>
    /// <param name="levelGap">Distance in canvas units between a box and its children along the direction of growth; 0 or more.</param>
    /// <param name="direction">Which way the tree grows.</param>
    /// <returns>For each box its place. The picture's least left and least top are 0.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length, a parent's index is out of range, or some boxes are their own ancestors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or a gap is negative or not a finite number.</exception>
    public static Box[] Place(IReadOnlyList<Size> sizes, IReadOnlyList<int> parents, double siblingGap, double levelGap, TreeDirection direction = TreeDirection.TopDown)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(parents);
        Require(siblingGap, nameof(siblingGap));
        Require(levelGap, nameof(levelGap));
        if (sizes.Count != parents.Count)
        {
            throw new ArgumentException($"There are {sizes.Count} boxes but {parents.Count} parents; every box needs one entry in both lists.", nameof(parents));
        }

        var count = sizes.Count;
        var sideways = direction == TreeDirection.LeftToRight;
        var walk = new TidyTreeWalk(count);
        for (var i = 0; i < count; i++)
        {
            var size = sizes[i];
            Require(size.Width, nameof(sizes));
            Require(size.Height, nameof(sizes));
            var parent = parents[i];
            if (parent < NoParent || parent >= count)
            {
                throw new ArgumentException($"Box {i} names {parent} as its parent, but boxes are numbered 0 to {count - 1}.", nameof(parents));
            }

            // The gaps belong to the boxes, so that the walk itself knows of none.
            walk.Breadth[i] = (sideways ? size.Height : size.Width) + siblingGap;
            walk.Depth[i] = (sideways ? size.Width : size.Height) + levelGap;
        }

        if (walk.Run(parents) is > 0 and var leftOut)
        {
            throw new ArgumentException($"{leftOut} boxes are below no root: their parents form a circle.", nameof(parents));
        }

        var boxes = new Box[count];
        var least = double.PositiveInfinity;
        for (var i = 0; i < count; i++)
        {
            least = Math.Min(least, walk.Across[i]);
        }

        for (var i = 0; i < count; i++)
        {
            var across = walk.Across[i] - least;
            boxes[i] = sideways
                ? new Box(walk.Along[i], across, sizes[i].Width, sizes[i].Height)
                : new Box(across, walk.Along[i], sizes[i].Width, sizes[i].Height);
        }

        return boxes;
    }

    private static void Require(double value, string name)
    {
        if (!double.IsFinite(value) || value < 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "Sizes and gaps are finite and not negative.");
        }
    }
}
