using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas.Tests;

/// <summary>What holds of the picture of any map.</summary>
public sealed class PictureShapeTests
{
    [Theory]
    [InlineData(TreeDirection.LeftToRight, PictureDensity.Comfortable)]
    [InlineData(TreeDirection.TopDown, PictureDensity.Compact)]
    [InlineData(TreeDirection.LeftToRight, PictureDensity.Large)]
    public void No_two_parts_overlap_and_what_hangs_from_a_thing_lies_behind_it(TreeDirection direction, PictureDensity density)
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var debate = RandomDebate.OfSize(random.Next(1, 40), random);
            var model = PictureModel.Of(debate.Request(debate.Scope()) with { Direction = direction, Density = density });
            foreach (var part in model.Parts)
            {
                Assert.True(part.Place is { Left: >= 0, Top: >= 0 } && part.Place.Right <= model.Width && part.Place.Bottom <= model.Height);
                Assert.DoesNotContain(model.Parts, other => other != part && part.Place.Left < other.Place.Right && other.Place.Left < part.Place.Right && part.Place.Top < other.Place.Bottom && other.Place.Top < part.Place.Bottom);
                if (part.Up is { } up && part is PictureNode or PictureReference)
                {
                    Assert.True(direction == TreeDirection.LeftToRight ? part.Place.Left >= part.Up!.Place.Right : part.Place.Top >= part.Up!.Place.Bottom);
                }
            }
        }
    }

    [Fact]
    public void Every_link_of_a_step_ends_on_each_of_its_premises()
    {
        var random = new Random(6);
        for (var round = 0; round < 300; round++)
        {
            var model = PictureModel.Of(RandomDebate.OfSize(random.Next(2, 40), random).Request());
            foreach (var link in model.Links.Where(link => link.Kind == PictureLinkKind.Step))
            {
                var points = Walked.Points(link);
                Assert.All(model.Parts.Where(part => part.Up == link.Owner && part is PictureNode or PictureReference), premise => Assert.Contains(points, point => point.X == premise.Place.Left && point.Y > premise.Place.Top && point.Y < premise.Place.Bottom));
            }
        }
    }

    [Fact]
    public void Of_three_thousand_steps_some_are_drawn_and_the_rest_is_a_count()
    {
        var model = PictureModel.Of(Flat(3_000, "at=2500"));
        var further = Assert.Single(model.Parts.OfType<PictureFurther>());

        Assert.Equal((26, 2_975, 25), (model.Nodes.Count(), further.Count, further.Drawn));
        Assert.Contains(model.Nodes, node => node.Number == 2500);
        Assert.Equal(125, PictureModel.Of(Flat(3_000, "more=1:124")).Nodes.Count());
    }

    [Fact]
    public void All_three_thousand_have_one_trunk_and_paths_of_one_length()
    {
        var model = PictureModel.Of(Flat(3_000, "more=1:3000"));

        Assert.Equal(3_001, model.Nodes.Count());
        Assert.Single(model.Links, link => link.Kind == PictureLinkKind.Trunk);
        Assert.All(model.Links, link => Assert.InRange(link.Data.Length, 10, 100));
    }

    [Fact]
    public void Five_hundred_levels_are_five_hundred_levels()
    {
        var map = new ArgumentMap(
            Enumerable.Range(1, 500).Select(number => new Node(number, NodeKind.Claim)),
            Enumerable.Range(1, 499).Select(number => new Relation(500 + number, RelationKind.Support, [number + 1], number)));

        var model = PictureModel.Of(Of(map, "depth=all"));

        Assert.Equal(500, model.Parts[^1].Level);
        Assert.Equal(500, model.Nodes.Select(node => node.Place.Left).Distinct().Count());
    }

    [Fact]
    public void One_node_is_a_picture()
    {
        var model = PictureModel.Of(Of(new ArgumentMap([new Node(1, NodeKind.Claim)], [], 1), ""));

        Assert.True(Assert.Single(model.Parts).HasTabStop);
        Assert.Empty(model.Links);
    }

    private static PictureRequest Flat(int steps, string scope) => Of(
        new ArgumentMap(
            Enumerable.Range(1, steps + 1).Select(number => new Node(number, NodeKind.Claim)),
            Enumerable.Range(2, steps).Select(number => new Relation(steps + number, RelationKind.Support, [number], 1)),
            1),
        scope);

    private static PictureRequest Of(ArgumentMap map, string scope) => new(map, MapTree.Of(map), GroundedLabelling.Of(map))
    {
        TextOf = number => $"What node {number} says",
        OpenObjectionsTo = _ => 0,
        PageHref = "/m/shape",
        Scope = PictureScope.Parse(scope),
    };
}
