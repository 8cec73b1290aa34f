using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Argumentation.Tests.Generation;

public sealed class GeneratedMapTests
{
    private static readonly GeneratedMap Debate = GeneratedMap.Of(new MapPlan(5_000));

    public static TheoryData<int, int, MapShape> Plans
    {
        get
        {
            var plans = new TheoryData<int, int, MapShape>();
            foreach (var (nodes, seed) in new[] { (1, 1), (2, 2), (3, 3), (7, 4), (200, 5), (1_000, 6), (1_001, 0), (20_000, int.MaxValue) })
            {
                plans.Add(nodes, seed, MapShape.Debate);
            }

            plans.Add(3_001, 1, MapShape.Wide);
            plans.Add(500, 1, MapShape.Deep);
            return plans;
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_generated_map_keeps_every_rule_and_hangs_from_one_root(int nodes, int seed, MapShape shape)
    {
        var made = GeneratedMap.Of(new MapPlan(nodes, seed, shape));

        Assert.Empty(Invariants.Check(made.Map));
        Assert.Equal(nodes, made.Map.Nodes.Count);
        Assert.Equal([1], MapTree.Of(made.Map).Roots);
        Assert.Equal(Enumerable.Range(1, made.Things), made.Map.Numbers().Order());
        Assert.All(made.Map.Relations, step => Assert.All(step.Premises.Append(step.Target), number => Assert.True(number < step.Number)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_same_plan_gives_the_same_map(int nodes, int seed, MapShape shape)
    {
        var plan = new MapPlan(nodes, seed, shape);

        Assert.Equal(Described(GeneratedMap.Of(plan)), Described(GeneratedMap.Of(plan)));
    }

    [Fact]
    public void Another_seed_gives_another_map() =>
        Assert.NotEqual(Described(GeneratedMap.Of(new MapPlan(50, 1))), Described(GeneratedMap.Of(new MapPlan(50, 2))));

    [Fact]
    public void A_map_is_the_same_on_every_machine()
    {
        var made = GeneratedMap.Of(new MapPlan(3, 1, MapShape.Deep, TextKind.Latin));

        Assert.Equal(
            [
                "Claim #1 An older record describes the question as it was put. The morning train limits the result.",
                "Claim #2 A smaller sample explains the reason for the delay. A public library is part of the balance of the account, and the simple model precedes the width of the interval.",
                "Claim #4 The first table explains the number of visitors.",
                "Support #3: 2 onto 1",
                "Support #5: 4 onto 2",
            ],
            Described(made));
    }

    [Fact]
    public void A_debate_has_the_kinds_of_steps_that_debates_have()
    {
        var steps = Debate.Map.Relations;

        AssertShare(0.30, 0.45, steps, step => step.Kind == RelationKind.Objection);
        AssertShare(0.20, 0.35, steps, step => step.Kind == RelationKind.Support);
        AssertShare(0.08, 0.18, steps, step => step.Kind == RelationKind.Prerequisite);
        AssertShare(0.05, 0.15, steps, step => step.Kind == RelationKind.Question);
        AssertShare(0.05, 0.20, steps, step => step.Kind == RelationKind.Answer);
        AssertShare(0.01, 0.05, steps, step => step.Kind == RelationKind.Restatement);
    }

    [Fact]
    public void It_has_linked_premises_undercuts_and_nodes_with_several_parents()
    {
        var map = Debate.Map;

        AssertShare(0.09, 0.16, map.Relations, step => step.Premises.Length > 1);
        AssertShare(0.03, 0.07, map.Relations, step => map.RelationAt(step.Target) is not null);
        AssertShare(0.035, 0.065, map.Nodes, node => map.From(node.Number).Count > 1);
    }

    [Fact]
    public void It_has_questions_with_and_without_answers_and_every_standing()
    {
        var standing = MapStanding.Of(Debate.Map);
        var questions = Debate.Map.Nodes.Where(node => node.Kind == NodeKind.Question).ToList();

        AssertShare(0.1, 0.9, questions, question => standing.UnansweredQuestions.Contains(question.Number));
        Assert.Equal(3, Debate.Map.Nodes.Select(node => standing.Labelling.OfNode(node.Number)).Distinct().Count());
    }

    [Fact]
    public void A_few_nodes_are_answered_by_many_and_most_by_none()
    {
        var onto = Debate.Map.Nodes.Select(node => Debate.Map.Onto(node.Number).Count).OrderDescending().ToList();

        AssertShare(0.5, 0.75, onto, count => count == 0);
        Assert.InRange(onto[0], 25, 300);
        Assert.InRange(onto.Take(50).Sum() / (double)onto.Sum(), 0.1, 0.5);
    }

    [Fact]
    public void It_is_as_deep_as_long_debates_are()
    {
        var tree = MapTree.Of(Debate.Map);

        Assert.InRange(Debate.Map.Nodes.Max(node => tree.Depth(node.Number)), 11, 18);
        Assert.InRange(Debate.Map.Nodes.Average(node => tree.Depth(node.Number)), 3, 8);
    }

    [Fact]
    public void Beginnings_differ_between_a_thesis_and_a_question_with_answers()
    {
        var roots = Enumerable.Range(1, 20).Select(seed => GeneratedMap.Of(new MapPlan(30, seed)).Map).ToList();

        Assert.Equal(2, roots.Select(map => map.NodeAt(1)!.Kind).Distinct().Count());
        Assert.All(roots.Where(map => map.NodeAt(1)!.Kind == NodeKind.Question), map => Assert.True(map.Onto(1).Count(step => step.Kind == RelationKind.Answer) >= 2));
    }

    [Fact]
    public void A_wide_map_has_everything_onto_its_root_and_a_deep_one_is_a_chain()
    {
        var wide = GeneratedMap.Of(new MapPlan(3_001, Shape: MapShape.Wide)).Map;
        var deep = GeneratedMap.Of(new MapPlan(500, Shape: MapShape.Deep)).Map;

        Assert.Equal(3_000, wide.Onto(1).Count);
        Assert.Equal(499, MapTree.Of(deep).Depth(deep.Nodes[^1].Number));
        Assert.All(deep.Nodes.SkipLast(1), node => Assert.Single(deep.Onto(node.Number)));
    }

    [Theory]
    [InlineData(0, MapShape.Debate)]
    [InlineData(-1, MapShape.Wide)]
    [InlineData(MapPlan.MostNodes + 1, MapShape.Deep)]
    public void A_number_of_nodes_that_no_map_can_have_is_refused(int nodes, MapShape shape) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedMap.Of(new MapPlan(nodes, 1, shape)));

    [Fact]
    public void A_negative_seed_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedMap.Of(new MapPlan(5, -1)));

    private static List<string> Described(GeneratedMap made) =>
    [
        .. made.Map.Nodes.Select(node => $"{node.Kind} #{node.Number} {made.TextOf(node.Number)}"),
        .. made.Map.Relations.Select(step => $"{step.Kind} #{step.Number}: {string.Join(" + ", step.Premises)} onto {step.Target}"),
    ];

    private static void AssertShare<T>(double least, double most, IReadOnlyCollection<T> of, Func<T, bool> which) =>
        Assert.InRange(of.Count(which) / (double)of.Count, least, most);
}
