namespace ArgMap.Argumentation.Layout;

/// <summary>The two walks of van der Ploeg's algorithm over one tree that grows downwards: see <see cref="TidyTree"/>.</summary>
/// <remarks>
/// Names as in the paper's listing where it has one: <c>prelim</c> and <c>mod</c> are the preliminary place of a box within its parent's frame and what
/// moves its whole subtree; a <em>thread</em> leads from the lowest box of a shallow subtree to where the outline goes on in a neighbour;
/// an <em>extreme</em> is the lowest box on the left or right outline of a subtree. A box with the index <c>count</c>, of no height,
/// stands above the roots, so that a forest is a tree.
/// </remarks>
internal sealed class TidyTreeWalk
{
    private const int None = -1;

    private readonly int root;
    private readonly int[] order;
    private readonly int[] firstChild;
    private readonly int[] childCount;
    private readonly int[] children;
    private readonly double[] prelim;
    private readonly double[] mod;
    private readonly double[] shift;
    private readonly double[] change;
    private readonly int[] leftThread;
    private readonly int[] rightThread;
    private readonly int[] leftExtreme;
    private readonly int[] rightExtreme;
    private readonly double[] leftExtremeMod;
    private readonly double[] rightExtremeMod;

    // The siblings seen so far of which something can still be hit from the right: the last on top, each reaching further down than those above it.
    private readonly int[] reachSibling;
    private readonly double[] reachBottom;
    private int reaches;

    public TidyTreeWalk(int count)
    {
        root = count;
        var all = count + 1;
        Breadth = new double[all];
        Depth = new double[all];
        Across = new double[all];
        Along = new double[all];
        order = new int[all];
        firstChild = new int[all];
        childCount = new int[all];
        children = new int[count];
        prelim = new double[all];
        mod = new double[all];
        shift = new double[all];
        change = new double[all];
        leftThread = new int[all];
        rightThread = new int[all];
        leftExtreme = new int[all];
        rightExtreme = new int[all];
        leftExtremeMod = new double[all];
        rightExtremeMod = new double[all];
        reachSibling = new int[count];
        reachBottom = new double[count];
        Array.Fill(leftThread, None);
        Array.Fill(rightThread, None);
    }

    /// <summary>Extent of each box, gap included, across the direction of growth.</summary>
    public double[] Breadth { get; }

    /// <summary>Extent of each box, gap included, along the direction of growth.</summary>
    public double[] Depth { get; }

    /// <summary>The result: where each box begins across the direction of growth.</summary>
    public double[] Across { get; }

    /// <summary>The result: where each box begins along the direction of growth.</summary>
    public double[] Along { get; }

    /// <summary>Places every box.</summary>
    /// <returns>How many boxes were left out because they are below no root; if any, no result is to be used.</returns>
    public int Run(IReadOnlyList<int> parents)
    {
        IndexChildren(parents);
        var leftOut = OrderFromRoot();
        if (leftOut > 0)
        {
            return leftOut;
        }

        for (var i = order.Length - 1; i >= 0; i--)
        {
            Assemble(order[i]);
        }

        SumUp();
        return 0;
    }

    private void IndexChildren(IReadOnlyList<int> parents)
    {
        for (var i = 0; i < root; i++)
        {
            childCount[ParentOf(i)]++;
        }

        var next = 0;
        for (var i = 0; i <= root; i++)
        {
            firstChild[i] = next;
            next += childCount[i];
        }

        var filled = new int[root + 1];
        for (var i = 0; i < root; i++)
        {
            var parent = ParentOf(i);
            children[firstChild[parent] + filled[parent]++] = i;
        }

        int ParentOf(int box) => parents[box] == TidyTree.NoParent ? root : parents[box];
    }

    private int OrderFromRoot()
    {
        order[0] = root;
        var end = 1;
        for (var next = 0; next < end; next++)
        {
            var box = order[next];
            for (var i = 0; i < childCount[box]; i++)
            {
                var child = Child(box, i);
                Along[child] = Bottom(box);
                order[end++] = child;
            }
        }

        return order.Length - end;
    }

    /// <summary>Puts the finished subtrees of a box's children side by side and the box above them (the paper's first walk).</summary>
    private void Assemble(int box)
    {
        var count = childCount[box];
        if (count == 0)
        {
            leftExtreme[box] = rightExtreme[box] = box;
            return;
        }

        reaches = 0;
        var first = Child(box, 0);
        Reach(Bottom(leftExtreme[first]), 0);
        for (var i = 1; i < count; i++)
        {
            // Threads laid while separating change the extreme; how far this subtree itself reaches is asked before.
            var bottom = Bottom(rightExtreme[Child(box, i)]);
            Separate(box, i);
            Reach(bottom, i);
        }

        var last = Child(box, count - 1);
        var start = prelim[first] + mod[first];
        var end = prelim[last] + mod[last] + Breadth[last];
        prelim[box] = ((start + end) / 2) - (Breadth[box] / 2);
        leftExtreme[box] = leftExtreme[first];
        leftExtremeMod[box] = leftExtremeMod[first];
        rightExtreme[box] = rightExtreme[last];
        rightExtremeMod[box] = rightExtremeMod[last];
    }

    private void Reach(double bottom, int sibling)
    {
        while (reaches > 0 && bottom >= reachBottom[reaches - 1])
        {
            reaches--;
        }

        reachBottom[reaches] = bottom;
        reachSibling[reaches++] = sibling;
    }

    /// <summary>Moves the subtree of child <paramref name="index"/> beside its sibling, then right until it clears all those before it.</summary>
    private void Separate(int box, int index)
    {
        var reach = reaches - 1;
        var left = Child(box, index - 1);
        var right = Child(box, index);
        var leftSum = mod[left];
        var rightSum = mod[right];
        var atRoots = true;
        while (left != None && right != None)
        {
            if (Bottom(left) > reachBottom[reach])
            {
                reach--;
            }

            var overlap = leftSum + prelim[left] + Breadth[left] - (rightSum + prelim[right]);

            // Less than nothing between the two roots means wide descendants keep this one away from a sibling that it could be beside.
            if (overlap > 0 || (overlap < 0 && atRoots))
            {
                rightSum += overlap;
                Move(box, index, reachSibling[reach], overlap);
            }

            atRoots = false;
            var leftBottom = Bottom(left);
            var rightBottom = Bottom(right);
            if (leftBottom <= rightBottom)
            {
                left = childCount[left] == 0 ? rightThread[left] : Child(left, childCount[left] - 1);
                leftSum += left == None ? 0 : mod[left];
            }

            if (leftBottom >= rightBottom)
            {
                right = childCount[right] == 0 ? leftThread[right] : Child(right, 0);
                rightSum += right == None ? 0 : mod[right];
            }
        }

        if (right != None)
        {
            ThreadLeft(Child(box, 0), Child(box, index), right, rightSum);
        }
        else if (left != None)
        {
            ThreadRight(Child(box, index - 1), Child(box, index), left, leftSum);
        }
    }

    private void Move(int box, int index, int hitSibling, double distance)
    {
        var child = Child(box, index);
        mod[child] += distance;
        leftExtremeMod[child] += distance;
        rightExtremeMod[child] += distance;
        var between = index - hitSibling;
        if (between > 1)
        {
            // The smaller siblings in between take an even share each; noted here, added up once in SumUp.
            var share = distance / between;
            shift[Child(box, hitSibling + 1)] += share;
            shift[child] -= share;
            change[child] -= distance - share;
        }
    }

    private void ThreadLeft(int first, int current, int goesOnAt, double goesOnSum)
    {
        var from = leftExtreme[first];
        leftThread[from] = goesOnAt;
        var difference = goesOnSum - mod[goesOnAt] - leftExtremeMod[first];
        mod[from] += difference;
        prelim[from] -= difference;
        leftExtreme[first] = leftExtreme[current];
        leftExtremeMod[first] = leftExtremeMod[current];
    }

    private void ThreadRight(int previous, int current, int goesOnAt, double goesOnSum)
    {
        var from = rightExtreme[current];
        rightThread[from] = goesOnAt;
        var difference = goesOnSum - mod[goesOnAt] - rightExtremeMod[current];
        mod[from] += difference;
        prelim[from] -= difference;
        rightExtreme[current] = rightExtreme[previous];
        rightExtremeMod[current] = rightExtremeMod[previous];
    }

    /// <summary>Turns places within frames into places on the canvas, from the root down (the paper's second walk).</summary>
    private void SumUp()
    {
        var sums = new double[order.Length];
        foreach (var box in order)
        {
            sums[box] += mod[box];
            Across[box] = prelim[box] + sums[box];
            var step = 0.0;
            var moved = 0.0;
            for (var i = 0; i < childCount[box]; i++)
            {
                var child = Child(box, i);
                step += shift[child];
                moved += step + change[child];
                mod[child] += moved;
                sums[child] = sums[box];
            }
        }
    }

    private int Child(int box, int index) => children[firstChild[box] + index];

    private double Bottom(int box) => Along[box] + Depth[box];
}
