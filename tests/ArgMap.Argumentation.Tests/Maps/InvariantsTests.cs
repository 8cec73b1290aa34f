using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using static ArgMap.Argumentation.Maps.RelationKind;

namespace ArgMap.Argumentation.Tests.Maps;

public sealed class InvariantsTests
{
    [Fact]
    public void A_sound_map_has_no_violations() => RandomMaps.ForSoundMaps(map => Assert.Empty(Invariants.Check(map)));

    [Fact]
    public void Restoring_a_node_of_a_sound_map_breaks_nothing() => RandomMaps.ForSoundMaps(map =>
        Assert.Empty(Invariants.Check(new ArgumentMap(map.Nodes.Select(node => node with { IsWithdrawn = false }), map.Relations, map.Root))));

    [Fact]
    public void Withdrawing_anything_from_a_sound_map_breaks_nothing() => RandomMaps.ForAll(values =>
    {
        var map = RandomMaps.SoundMap(values);
        var choices = new Choices([.. values.Reverse()]);

        Assert.Empty(Invariants.Check(new ArgumentMap(
            map.Nodes.Select(node => node with { IsWithdrawn = choices.Below(2) == 1 }), map.Relations.Select(relation => relation with { IsWithdrawn = choices.Below(2) == 1 }), map.Root)));
    });

    [Theory]
    [InlineData(Invariant.PremisesExist)]
    [InlineData(Invariant.TargetExists)]
    [InlineData(Invariant.PremisesAreNodes)]
    [InlineData(Invariant.PremiseCount)]
    [InlineData(Invariant.PremisesDistinct)]
    [InlineData(Invariant.PremiseIsNotTarget)]
    [InlineData(Invariant.NoRelationTargetsItself)]
    [InlineData(Invariant.PrerequisitesAcyclic)]
    [InlineData(Invariant.AnswerTargetsQuestion)]
    [InlineData(Invariant.QuestionPremisesAreQuestions)]
    [InlineData(Invariant.NoIdenticalRelations)]
    [InlineData(Invariant.RootExists)]
    public void Each_breakage_of_a_sound_map_is_reported_as_that_and_as_nothing_else(Invariant rule) => RandomMaps.ForAll(values =>
    {
        var (broken, number) = Break(RandomMaps.SoundMap(values), rule, new Choices([.. values.Reverse()]));

        var violation = Assert.Single(Invariants.Check(broken));
        Assert.Equal((rule, number), (violation.Rule, violation.Number));
        Assert.Matches(@"#\d+.*\. [A-Z].*\.$", violation.Message);
    });

    [Fact]
    public void Every_invariant_is_among_the_breakages() => Assert.Equal(12, Enum.GetValues<Invariant>().Length);

    [Fact]
    public void A_withdrawn_relation_may_break_every_rule() => RandomMaps.ForAnyMap(map =>
        Assert.Empty(Invariants.Check(new ArgumentMap(map.Nodes, map.Relations.Select(relation => relation with { IsWithdrawn = true }), map.Root))));

    [Fact]
    public void Circles_are_found_in_any_map_exactly_where_there_are_some() => RandomMaps.ForAnyMap(map =>
    {
        var violations = Invariants.Check(map);

        Assert.Equal(NaiveCircles.OfTargets(map), violations.Any(violation => violation.Rule is Invariant.NoRelationTargetsItself));
        Assert.Equal(NaiveCircles.OfPrerequisites(map), violations.Any(violation => violation.Rule is Invariant.PrerequisitesAcyclic));
    });

    [Fact]
    public void The_order_in_which_things_are_given_does_not_matter() => RandomMaps.ForAnyMap(map =>
        Assert.Equal(Invariants.Check(map), Invariants.Check(new ArgumentMap(map.Nodes.Reverse(), map.Relations.Reverse(), map.Root))));

    [Fact]
    public void A_relation_that_a_withdrawn_premise_silences_is_still_checked()
    {
        var map = new ArgumentMap([new(1, NodeKind.Claim), new(2, NodeKind.Claim, IsWithdrawn: true)], [new(3, Answer, [2], 1)]);

        Assert.Equal(Invariant.AnswerTargetsQuestion, Assert.Single(Invariants.Check(map)).Rule);
    }

    [Fact]
    public void A_withdrawn_node_may_still_be_the_root() =>
        Assert.Empty(Invariants.Check(new ArgumentMap([new(1, NodeKind.Claim, IsWithdrawn: true)], [], root: 1)));

    [Fact]
    public void Thirty_two_premises_are_allowed_and_thirty_three_are_not()
    {
        var nodes = Enumerable.Range(1, 40).Select(number => new Node(number, NodeKind.Claim)).ToList();

        Assert.Empty(Invariants.Check(new ArgumentMap(nodes, [new(50, Support, [.. Enumerable.Range(2, 32)], 1)])));
        Assert.Equal(
            "Step #50 has 33 premises; at most 32 can be linked in one step. Split it into several steps.",
            MessageOf(nodes, new Relation(50, Support, [.. Enumerable.Range(2, 33)], 1)));
    }

    [Fact]
    public void Messages_say_what_is_wrong_with_which_number_and_what_to_do()
    {
        Node[] nodes = [new(1, NodeKind.Claim), new(2, NodeKind.Question), new(3, NodeKind.Claim), new(4, NodeKind.Claim)];

        Assert.Equal(
            "#4 cannot be a prerequisite of #1: #1 is already a prerequisite of #4 (through #7), so each would presuppose the other. Withdraw one of these steps, or choose another kind.",
            MessageOf(nodes, new(7, Prerequisite, [1], 4), new(8, Prerequisite, [4], 1)));
        Assert.Equal(
            "#1 cannot be a prerequisite of step #7: step #7 is already part of what #1 presupposes, so each would presuppose the other. Withdraw one of these steps, or choose another kind.",
            MessageOf(nodes, new(7, Prerequisite, [3], 1), new(8, Prerequisite, [1], 7)));
        Assert.Equal(
            "#4 cannot be a prerequisite of step #7: step #7 is already part of what #4 presupposes (through #8), so each would presuppose the other. Withdraw one of these steps, or choose another kind.",
            MessageOf(nodes, new(7, Prerequisite, [3], 1), new(8, Prerequisite, [1], 4), new(9, Prerequisite, [4], 7)));
        Assert.Equal(
            "Step #9 cannot be about step #8: #8 is already about #9 (through #7), so each would be about itself. Choose another target.",
            MessageOf(nodes, new(7, Objection, [1], 9), new(8, Objection, [1], 7), new(9, Objection, [1], 8)));
        Assert.Equal("Step #7 cannot be about itself. Choose a node or another step as its target.", MessageOf(nodes, new Relation(7, Objection, [1], 7)));
        Assert.Equal(
            "Step #7 answers #1, but only a question can be answered, and #1 is a claim. Choose a question as its target, or another kind of step.",
            MessageOf(nodes, new Relation(7, Answer, [3], 1)));
        Assert.Equal(
            "Step #7 asks #1 and #3, but only a question can be asked, and those are claims. Put it as a question, or choose another kind of step.",
            MessageOf(nodes, new Relation(7, Question, [1, 2, 3], 4)));
        Assert.Equal(
            "#1 cannot be a premise of step #7, because the step is about #1 itself. Choose another premise or another target.",
            MessageOf(nodes, new Relation(7, Prerequisite, [1], 1)));
        Assert.Equal(
            "Step #8 says the same as step #7: the same kind, premises and target. Use #7, or withdraw one of the two.",
            MessageOf(nodes, new(7, Objection, [3, 4], 1), new(8, Objection, [4, 3], 1)));
        Assert.Equal("Step #7 has no premise. Name at least one node that it starts from.", MessageOf(nodes, new Relation(7, Objection, default, 1)));
        Assert.Equal(
            "Step #7 starts from #91, #92, #93, #94, #95 and 2 more, which this map does not have. Choose nodes of this map as premises.",
            MessageOf(nodes, new Relation(7, Objection, [.. Enumerable.Range(91, 7)], 1)));
    }

    [Fact]
    public void Separate_circles_are_separate_violations()
    {
        var map = new ArgumentMap(
            Enumerable.Range(1, 4).Select(number => new Node(number, NodeKind.Claim)),
            [new(10, Prerequisite, [1], 2), new(11, Prerequisite, [2], 1), new(12, Prerequisite, [3], 4), new(13, Prerequisite, [4], 3)]);

        Assert.Equal([11, 13], Invariants.Check(map).Select(violation => violation.Number));
    }

    [Fact]
    public void A_long_chain_of_prerequisites_is_sound_until_it_is_closed()
    {
        const int Length = 100_000;
        var nodes = Enumerable.Range(1, Length).Select(number => new Node(number, NodeKind.Claim)).ToList();
        var chain = Enumerable.Range(1, Length - 1).Select(number => new Relation(Length + number, Prerequisite, [number + 1], number)).ToList();

        Assert.Empty(Invariants.Check(new ArgumentMap(nodes, chain)));
        var violation = Assert.Single(Invariants.Check(new ArgumentMap(nodes, [.. chain, new(2 * Length, Prerequisite, [1], Length)])));
        Assert.Equal((Invariant.PrerequisitesAcyclic, 2 * Length), (violation.Rule, violation.Number));
        Assert.Contains("and 99994 more", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_undercuts_is_sound_until_it_is_closed()
    {
        const int Length = 100_000;
        Node[] nodes = [new(1, NodeKind.Claim), new(2, NodeKind.Claim)];
        var chain = Enumerable.Range(0, Length).Select(index => new Relation(10 + index, Objection, [2], index == 0 ? 1 : 9 + index)).ToList();

        Assert.Empty(Invariants.Check(new ArgumentMap(nodes, chain)));
        var violation = Assert.Single(Invariants.Check(new ArgumentMap(nodes, [chain[0] with { Target = 9 + Length }, .. chain.Skip(1)])));
        Assert.Equal((Invariant.NoRelationTargetsItself, 9 + Length), (violation.Rule, violation.Number));
    }

    private static string MessageOf(IEnumerable<Node> nodes, params Relation[] relations) => Assert.Single(Invariants.Check(new ArgumentMap(nodes, relations))).Message;

    /// <summary>Breaks one rule of a sound map, and says which number is then at fault.</summary>
    private static (ArgumentMap Broken, int Number) Break(ArgumentMap sound, Invariant rule, Choices choices)
    {
        // A claim, a question and 40 more claims that nothing else is connected with, so that one rule can be broken alone.
        var first = sound.FreeNumber();
        var (claim, question) = (first, first + 1);
        ImmutableArray<int> others = [.. Enumerable.Range(first + 2, 40)];
        var numbers = sound.Numbers().ToList();
        var any = numbers[choices.Below(numbers.Count)];
        var node = sound.Nodes[choices.Below(sound.Nodes.Count)].Number;
        var map = new ArgumentMap(
            [.. sound.Nodes, new(claim, NodeKind.Claim), new(question, NodeKind.Question), .. others.Select(number => new Node(number, NodeKind.Claim))], sound.Relations, sound.Root);
        var step = map.FreeNumber();
        return rule switch
        {
            Invariant.PremisesExist => One(new(step, Objection, [node, step + 5], claim)),
            Invariant.TargetExists => One(new(step, Support, [node], step + 5)),
            Invariant.PremisesAreNodes => (map.With(new Relation(step, Objection, [claim], any), new Relation(step + 1, Objection, [claim, step], any)), step + 1),
            Invariant.PremiseCount => One(new(step, Objection, choices.Below(2) == 0 ? [] : others[..33], any)),
            Invariant.PremisesDistinct => One(new(step, Objection, [claim, question, claim], any)),
            Invariant.PremiseIsNotTarget => One(new(step, Prerequisite, [claim, node], node)),
            Invariant.NoRelationTargetsItself => (map.With(Circle(step, claim, 1 + choices.Below(5))), step + 99),
            Invariant.PrerequisitesAcyclic => (map.With(new(step, Prerequisite, [claim], node), new(step + 1, Prerequisite, [question], step), new(step + 2, Prerequisite, [node], question)), step + 2),
            Invariant.AnswerTargetsQuestion => One(new(step, Answer, [question], choices.Below(2) == 0 || sound.Relations.Count == 0 ? claim : sound.Relations[0].Number)),
            Invariant.QuestionPremisesAreQuestions => One(new(step, Question, [question, claim], any)),
            Invariant.NoIdenticalRelations => (map.With(new(step, Support, [claim, question], any), new(step + 1, Support, [question, claim], any)), step + 1),
            Invariant.RootExists => Root(choices.Below(2) == 0 ? step : step + 7),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No breakage for this rule."),
        };

        (ArgumentMap, int) Root(int root) => (new ArgumentMap(map.Nodes, [.. map.Relations, new(step, Support, [claim], any)], root), root);
        (ArgumentMap, int) One(Relation relation) => (map.With(relation), relation.Number);
    }

    private static IEnumerable<Relation> Circle(int start, int premise, int length) =>
        Enumerable.Range(0, length).Select(index => new Relation(
            index == length - 1 ? start + 99 : start + index, Objection, [premise], index == 0 ? start + 99 : start + index - 1));
}
