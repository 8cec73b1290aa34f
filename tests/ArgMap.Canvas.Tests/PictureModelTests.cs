using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas.Tests;

public sealed class PictureModelTests
{
    [Fact]
    public void Every_live_node_has_one_box()
    {
        var model = PictureModel.Of(Debate.Request());

        Assert.Equal(Enumerable.Range(Debate.Root, Debate.Deeper), model.Nodes.Select(node => node.Number).Order());
    }

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public void No_two_parts_overlap_and_all_are_inside_the_picture(TreeDirection direction)
    {
        var model = PictureModel.Of(Debate.Request() with { Direction = direction });
        foreach (var a in model.Parts)
        {
            Assert.InRange(a.Place.Right, 0, model.Width);
            Assert.InRange(a.Place.Bottom, 0, model.Height);
            Assert.DoesNotContain(model.Parts, b => a != b && a.Place.Left < b.Place.Right && b.Place.Left < a.Place.Right && a.Place.Top < b.Place.Bottom && b.Place.Top < a.Place.Bottom);
        }
    }

    [Fact]
    public void The_root_is_first_and_in_the_middle_of_the_steps_onto_it()
    {
        var model = PictureModel.Of(Debate.Request());
        var root = model.Nodes.First();
        var steps = model.Steps.Where(step => step.Up == root || step.Up?.Up == root).ToList();

        Assert.Equal((Debate.Root, PictureMetrics.Margin), (root.Number, root.Place.Left));
        Assert.Equal((steps.Min(step => step.Place.Top) + steps.Max(step => step.Place.Bottom)) / 2, root.Place.CentreY, 0.02);
    }

    [Fact]
    public void Parts_are_in_reading_order()
    {
        var parts = PictureModel.Of(Debate.Request()).Parts.Select(part => part switch
        {
            PictureNode node => node.Number,
            PictureStep step => step.Number,
            PictureReference reference => -reference.Number,
            _ => 0,
        });

        Assert.Equal([1, 21, 2, 22, 3, 4, 5, 6, 24, 9, 26, -3, 23, 7, 27, 11, 28, 12, 8, 25, 10], parts);
    }

    [Fact]
    public void A_step_with_several_premises_is_one_link_that_ends_at_each_of_them()
    {
        var model = PictureModel.Of(Debate.Request());
        var link = Assert.Single(model.Links, link => link.Id == $"link-{Debate.PrerequisiteStep}");

        Assert.All(model.Nodes.Where(node => node.Number is >= Debate.FirstLinked and <= Debate.LastLinked), premise => Assert.Contains(Walked.Points(link), point => point.X == premise.Place.Left && point.Y > premise.Place.Top && point.Y < premise.Place.Bottom));
    }

    [Fact]
    public void An_undercut_ends_on_the_label_of_the_step_it_attacks()
    {
        var model = PictureModel.Of(Debate.Request());
        var attacked = model.Steps.Single(step => step.Number == Debate.PrerequisiteStep).Place;
        var trunk = model.Links.Single(link => link.Id == $"trunk-{Debate.PrerequisiteStep}");

        Assert.InRange(trunk.Left, attacked.Left, attacked.Right);
        Assert.InRange(trunk.Top, attacked.Top, attacked.Bottom);
    }

    [Fact]
    public void A_node_with_several_uses_is_drawn_once_and_the_other_use_refers_to_it()
    {
        var model = PictureModel.Of(Debate.Request());
        var reference = Assert.Single(model.Parts.OfType<PictureReference>());
        var shared = model.Nodes.Single(node => node.Number == Debate.FirstLinked);

        Assert.Equal((Debate.FirstLinked, Debate.SecondUse, true), (reference.Number, reference.Step, reference.IsDrawn));
        Assert.Equal([new PictureUse(Debate.SecondUse, RelationKind.Support, Debate.Undercutter)], shared.AlsoUsed);
        Assert.Contains(model.Links, link => link.Id == "cross-3-in-26");
    }

    [Theory]
    [InlineData("depth=0", new[] { 1 })]
    [InlineData("depth=1", new[] { 1, 2 })]
    [InlineData("depth=2", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("depth=all", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [InlineData("depth=1&open=2", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("depth=1&open=7", new[] { 1, 2 })]
    [InlineData("depth=1&open=2,7", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 })]
    [InlineData("depth=2&shut=22", new[] { 1, 2, 7, 8, 10 })]
    [InlineData("depth=all&shut=7", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("depth=all&shut=2", new[] { 1, 2 })]
    [InlineData("depth=0&at=12", new[] { 1, 2, 7, 8, 11, 12 })]
    [InlineData("depth=0&at=24", new[] { 1, 2, 3, 4, 5, 6, 9 })]
    [InlineData("depth=all&shut=2&at=9", new[] { 1, 2, 3, 4, 5, 6, 9 })]
    [InlineData("focus=7", new[] { 1, 2, 7, 8, 11, 12 })]
    [InlineData("focus=7&depth=1", new[] { 1, 2, 7, 8, 11 })]
    [InlineData("focus=7&depth=0&open=2", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("focus=7&depth=0&at=9", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    public void The_scope_says_what_is_drawn(string scope, int[] drawn)
    {
        var model = PictureModel.Of(Debate.Request(scope));

        Assert.Equal(drawn, model.Nodes.Select(node => node.Number).Order());
        Assert.Equal(Debate.Deeper, model.Nodes.Count() + model.Parts.Sum(part => part.Hidden));
    }

    [Fact]
    public void Without_a_depth_levels_are_opened_while_they_fit_but_one_at_least()
    {
        Assert.Equal((2, 1), Drawn(1));
        Assert.Equal((2, 1), Drawn(9));
        Assert.Equal((10, 2), Drawn(10));

        static (int Nodes, int? Depth) Drawn(int fits)
        {
            var model = PictureModel.Of(Debate.Request("") with { Fits = fits });
            return (model.Nodes.Count(), model.Scope.Depth);
        }
    }

    [Theory]
    [InlineData(8, 11)]
    [InlineData(9, 3)]
    public void Without_a_depth_no_level_is_opened_that_would_push_its_neighbours_out_of_sight(int objections, int drawn)
    {
        var map = new ArgumentMap(
            Enumerable.Range(1, 3 + objections).Select(number => new Node(number, NodeKind.Claim)),
            [new(100, RelationKind.Support, [2], 1), new(101, RelationKind.Support, [3], 1), .. Enumerable.Range(0, objections).Select(index => new Relation(102 + index, RelationKind.Objection, [4 + index], 2))],
            1);
        var standing = MapStanding.Of(map);

        var model = PictureModel.Of(Debate.Request("") with { Map = map, Tree = MapTree.Of(map), Labelling = standing.Labelling });

        Assert.Equal(drawn, model.Nodes.Count());
        Assert.Equal(3 + objections, model.Nodes.Count() + model.Parts.Sum(part => part.Hidden));
    }

    [Fact]
    public void A_focus_on_an_undercut_shows_the_step_it_attacks()
    {
        var model = PictureModel.Of(Debate.Request("focus=9"));

        Assert.Equal([21, 22, 24, 26], model.Steps.Select(step => step.Number));
        Assert.Equal(Debate.Undercutter, model.Nodes.Single(node => node.IsFocus).Number);
    }

    [Fact]
    public void A_focus_on_a_step_is_a_focus_on_what_it_is_about()
    {
        Assert.Equal(Debate.Thesis, PictureModel.Of(Debate.Request("focus=24")).Focus);
    }

    [Fact]
    public void Numbers_that_the_map_does_not_have_are_left_out()
    {
        var model = PictureModel.Of(Debate.Request("at=999&focus=999&open=7,999&shut=998&more=999:50&depth=9"));

        Assert.Null(model.Focus);
        Assert.Equal("depth=9&open=7", model.Scope.ToQuery());
        Assert.Equal(Debate.Deeper, model.Nodes.Count());
    }

    [Fact]
    public void Standing_and_force_are_those_of_the_labelling()
    {
        var request = Debate.Request();
        var model = PictureModel.Of(request);

        Assert.All(model.Nodes, node => Assert.Equal(request.Labelling.OfNode(node.Number), node.Standing));
        Assert.All(model.Steps, step => Assert.Equal(request.Labelling.Force(step.Number), step.Force));
        Assert.Equal(Standing.Defeated, model.Nodes.Single(node => node.Number == Debate.Thesis).Standing);
    }

    [Fact]
    public void A_question_without_an_answer_is_open_and_a_claim_is_neither()
    {
        var model = PictureModel.Of(Debate.Request());

        Assert.False(model.Nodes.Single(node => node.Number == Debate.Question).Answered);
        Assert.Null(model.Nodes.Single(node => node.Number == Debate.Thesis).Answered);
    }

    [Fact]
    public void A_long_text_gets_a_taller_box_up_to_a_limit()
    {
        double HeightFor(int words) => PictureModel.Of(Debate.Request("depth=0") with { TextOf = _ => string.Join(' ', Enumerable.Repeat("argument", words)) }).Nodes.Single().Place.Height;

        Assert.True(HeightFor(10) > HeightFor(1));
        Assert.Equal(HeightFor(100), HeightFor(60));
    }

    [Fact]
    public void An_empty_map_is_an_empty_picture()
    {
        var map = new ArgumentMap([], []);
        var model = PictureModel.Of(new PictureRequest(map, MapTree.Of(map), GroundedLabelling.Of(map))
        {
            TextOf = _ => "",
            OpenObjectionsTo = _ => 0,
            PageHref = "/m/empty",
        });

        Assert.Empty(model.Parts);
        Assert.Equal((0.0, 0.0), (model.Width, model.Height));
    }

    [Fact]
    public void A_chain_of_20_000_steps_is_drawn_without_recursion()
    {
        const int Length = 20_000;
        var map = new ArgumentMap(
            Enumerable.Range(1, Length).Select(number => new Node(number, NodeKind.Claim)),
            Enumerable.Range(1, Length - 1).Select(number => new Relation(Length + number, RelationKind.Support, [number + 1], number)));

        var model = PictureModel.Of(Debate.Request() with { Map = map, Tree = MapTree.Of(map), Labelling = GroundedLabelling.Of(map), MostNodes = int.MaxValue });

        Assert.Equal(Length, model.Nodes.Count());
    }
}
