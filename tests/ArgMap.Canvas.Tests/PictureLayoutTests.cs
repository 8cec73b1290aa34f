using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas.Tests;

/// <summary>What canvas layouts promise, of whole pictures: labels of steps, brackets, undercuts, references and what stands for further parts included.</summary>
public sealed class PictureLayoutTests
{
    /// <summary>Places have two decimals, and each is rounded as seen from its parent.</summary>
    private const double Rounding = 0.021;

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void A_thing_is_centred_over_what_hangs_from_it(TreeDirection direction) => ForEachPicture(direction, 1_000, (model, round) =>
    {
        var below = model.Parts.ToLookup(Above);
        foreach (var part in model.Parts)
        {
            var hanging = below[part].ToList();
            if (hanging.Count > 0)
            {
                var middle = (hanging.Min(child => Start(child, direction)) + hanging.Max(child => End(child, direction))) / 2;
                Assert.True(Math.Abs(middle - ((Start(part, direction) + End(part, direction)) / 2)) < Rounding, $"round {round}: {part.Id} is not in the middle of what hangs from it");
            }
        }
    });

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void No_two_parts_overlap_and_what_is_beside_each_other_keeps_the_gap(TreeDirection direction) => ForEachPicture(direction, 1_500, (model, round) =>
    {
        var gap = PictureMetrics.Of(model.Density).SiblingGap;
        for (var i = 0; i < model.Parts.Count; i++)
        {
            for (var j = i + 1; j < model.Parts.Count; j++)
            {
                var (a, b) = (model.Parts[i], model.Parts[j]);
                Assert.True(Apart(a, b, direction, 0) >= gap - Rounding, $"round {round}: {a.Id} {a.Place} is too close to {b.Id} {b.Place}");
            }
        }
    });

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void The_last_of_siblings_is_as_close_to_one_before_it_as_is_allowed(TreeDirection direction) => ForEachPicture(direction, 1_000, (model, round) =>
    {
        var metrics = PictureMetrics.Of(model.Density);
        var below = model.Parts.ToLookup(Above);
        foreach (var family in below.Where(family => family.Count() > 1))
        {
            var last = All(family.Last(), below).ToList();
            var before = family.SkipLast(1).SelectMany(child => All(child, below)).ToList();
            var distance = last.Min(part => before.Min(other => Apart(other, part, direction, metrics.LevelGap)));
            Assert.True(Math.Abs(distance - metrics.SiblingGap) < 5 * Rounding, $"round {round}: {family.Last().Id} is {distance} from what is before it");
        }
    });

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void Equal_subtrees_are_drawn_equal_with_their_lines(TreeDirection direction)
    {
        var random = new Random(12);
        for (var round = 0; round < 300; round++)
        {
            var debate = RandomDebate.OfSize(random.Next(4, 30), random);
            var subtree = RandomDebate.OfSize(random.Next(1, 20), random, isTree: true);
            var targets = debate.Nodes.Select(node => node.Number).ToList();
            int[] starts = [.. Enumerable.Range(0, 3).Select(_ => debate.AddAllOf(subtree, targets[random.Next(targets.Count)]) + 1)];
            var model = PictureModel.Of(debate.Request() with { Direction = direction });
            var drawn = starts.Where(start => model.Nodes.Any(node => node.Number == start)).Select(start => DrawnBelow(model, start)).ToList();

            Assert.Equal(3, drawn.Count);
            Assert.All(drawn, copy => Assert.Equal(drawn[0], copy));
        }
    }

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void After_one_node_is_added_to_1_000_at_least_95_in_100_of_the_others_move_less_than_a_box(TreeDirection direction)
    {
        const int Maps = 60;
        var random = new Random(9);
        var (others, moved, restless) = (0, 0, 0);
        for (var round = 0; round < Maps; round++)
        {
            var debate = RandomDebate.OfSize(1_000, random);
            var was = PictureModel.Of(debate.Request() with { Direction = direction });
            debate.AddOneTo(debate.Nodes[random.Next(debate.Nodes.Count)].Number);
            var now = PictureModel.Of(debate.Request() with { Direction = direction });

            // Seen from the middle of the picture, which is where a picture that is shown whole stays.
            var (right, down) = direction == TreeDirection.TopDown ? ((now.Width - was.Width) / 2, 0.0) : (0.0, (now.Height - was.Height) / 2);
            var places = now.Nodes.ToDictionary(node => node.Number, node => node.Place);
            var far = was.Nodes.Count(node => double.Hypot(places[node.Number].Left - right - node.Place.Left, places[node.Number].Top - down - node.Place.Top) >= node.Place.Width);
            others += was.Nodes.Count();
            moved += far;
            restless += 20 * far > was.Nodes.Count() ? 1 : 0;
            Assert.Equal(was.Parts.Select(part => part.Id), now.Parts.Select(part => part.Id).Where(was.Parts.Select(part => part.Id).ToHashSet().Contains));
        }

        Assert.True(20 * moved <= others, $"{moved} of {others} nodes moved by a box or more");
        Assert.InRange(restless, 0, Maps / 20);
    }

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void What_hangs_from_one_thing_keeps_its_order(TreeDirection direction) => ForEachPicture(direction, 1_000, (model, round) =>
    {
        foreach (var family in model.Parts.GroupBy(Above))
        {
            foreach (var (before, after) in family.Zip(family.Skip(1)))
            {
                Assert.True(End(before, direction) <= Start(after, direction), $"round {round}: {before.Id} should come before {after.Id}");
            }
        }
    });

    private static void ForEachPicture(TreeDirection direction, int rounds, Action<PictureModel, int> check)
    {
        var random = new Random((int)direction + 3);
        for (var round = 0; round < rounds; round++)
        {
            var debate = RandomDebate.OfSize(random.Next(1, 40), random);
            var crowded = random.Next(30) == 0;
            for (var i = 0; crowded && i < 30; i++)
            {
                debate.AddOneTo(1);
            }

            check(PictureModel.Of(debate.Request(debate.Scope()) with { Direction = direction, Density = (PictureDensity)random.Next(3) }), round);
        }
    }

    /// <summary>What a part hangs from in the layout: an undercut from the same as the step it attacks, beside which it lies.</summary>
    private static PicturePart? Above(PicturePart part)
    {
        var up = part.Up;
        while (part is not (PictureNode or PictureReference) && up is PictureStep attacked)
        {
            up = attacked.Up;
        }

        return up;
    }

    private static IEnumerable<PicturePart> All(PicturePart part, ILookup<PicturePart?, PicturePart> below) => below[part].SelectMany(child => All(child, below)).Prepend(part);

    private static double Start(PicturePart part, TreeDirection direction) => direction == TreeDirection.LeftToRight ? part.Place.Top : part.Place.Left;

    private static double End(PicturePart part, TreeDirection direction) => direction == TreeDirection.LeftToRight ? part.Place.Bottom : part.Place.Right;

    /// <summary>How far two parts are from each other across the direction of growth; infinitely far when one is behind the other.</summary>
    private static double Apart(PicturePart a, PicturePart b, TreeDirection direction, double levelGap)
    {
        var (x, y) = (a.Place, b.Place);
        var beside = direction == TreeDirection.LeftToRight
            ? x.Left < y.Right + levelGap - Rounding && y.Left < x.Right + levelGap - Rounding
            : x.Top < y.Bottom + levelGap - Rounding && y.Top < x.Bottom + levelGap - Rounding;
        return beside ? Math.Max(Start(b, direction) - End(a, direction), Start(a, direction) - End(b, direction)) : double.PositiveInfinity;
    }

    /// <summary>Each part below a node, and each line, as seen from that node.</summary>
    private static List<string> DrawnBelow(PictureModel model, int start)
    {
        var root = model.Nodes.Single(node => node.Number == start);
        var parts = model.Parts.Where(part => IsBelow(part, root)).ToHashSet();
        var (left, top) = (root.Place.Left, root.Place.Top);
        return
        [
            .. parts.Select(part => $"{part.Number - start} {part.GetType().Name} {Seen(part.Place.Left - left)} {Seen(part.Place.Top - top)} {part.Place.Width} {part.Place.Height}"),
            .. model.Links.Where(link => parts.Contains(link.Owner)).Select(link => $"{link.Owner.Number - start} {link.Kind} {Seen(link.Left - left)} {Seen(link.Top - top)} {link.Shape}"),
        ];
    }

    private static bool IsBelow(PicturePart part, PicturePart root)
    {
        for (var at = part; at is not null; at = at.Up)
        {
            if (at == root)
            {
                return true;
            }
        }

        return false;
    }

    private static string Seen(double distance) => PathData.Of(distance);
}
