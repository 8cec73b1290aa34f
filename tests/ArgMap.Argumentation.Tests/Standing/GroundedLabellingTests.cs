using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using static ArgMap.Argumentation.Maps.RelationKind;
using static ArgMap.Argumentation.Standing.Standing;

namespace ArgMap.Argumentation.Tests.Standing;

public sealed class GroundedLabellingTests
{
    [Fact]
    public void It_is_the_least_fixpoint_on_any_map() => RandomMaps.ForAnyMap(map =>
    {
        var labelling = GroundedLabelling.Of(map);
        var oracle = NaiveLabelling.Of(map);

        foreach (var node in map.Nodes)
        {
            Assert.Equal((node.Number, oracle.Own(node.Number)), (node.Number, labelling.OfNode(node.Number)));
        }

        foreach (var relation in map.Relations)
        {
            Assert.Equal((relation.Number, oracle.Own(relation.Number)), (relation.Number, labelling.OfRelation(relation.Number)));
            Assert.Equal((relation.Number, oracle.Force(relation.Number)), (relation.Number, labelling.Force(relation.Number)));
        }
    });

    [Fact]
    public void It_is_the_least_fixpoint_on_sound_maps() => RandomMaps.ForSoundMaps(map =>
    {
        var labelling = GroundedLabelling.Of(map);
        var oracle = NaiveLabelling.Of(map);

        Assert.Equal(map.Nodes.Select(node => oracle.Own(node.Number)), map.Nodes.Select(node => labelling.OfNode(node.Number)));
        Assert.Equal(map.Relations.Select(relation => oracle.Own(relation.Number)), map.Relations.Select(relation => labelling.OfRelation(relation.Number)));
        Assert.Equal(map.Relations.Select(relation => oracle.Force(relation.Number)), map.Relations.Select(relation => labelling.Force(relation.Number)));
    });

    [Theory]
    [InlineData(Support)]
    [InlineData(Answer)]
    [InlineData(Question)]
    [InlineData(Restatement)]
    public void A_step_that_neither_objects_nor_is_presupposed_changes_no_standing(RelationKind kind) => RandomMaps.ForAll(values =>
    {
        var map = RandomMaps.AnyMap(values);
        var choices = new Choices([.. values.Reverse()]);
        var numbers = map.Numbers().ToList();
        var more = map.With(new Relation(map.FreeNumber(), kind, [1 + choices.Below(map.Nodes.Count)], numbers[choices.Below(numbers.Count)]));

        var before = GroundedLabelling.Of(map);
        var after = GroundedLabelling.Of(more);

        Assert.All(numbers, number => Assert.Equal(
            (number, before.OfNode(number), before.OfRelation(number), before.Force(number)),
            (number, after.OfNode(number), after.OfRelation(number), after.Force(number))));
    });

    [Fact]
    public void Work_is_linear_in_premises_and_steps() => RandomMaps.ForAnyMap(map =>
        Assert.InRange(GroundedLabelling.Of(map).Messages, 0, map.Relations.Sum(relation => relation.Premises.Length + 2)));

    [Fact]
    public void The_order_in_which_things_are_given_does_not_matter() => RandomMaps.ForAnyMap(map =>
    {
        var reversed = new ArgumentMap(map.Nodes.Reverse(), map.Relations.Reverse(), map.Root);
        var (one, other) = (GroundedLabelling.Of(map), GroundedLabelling.Of(reversed));

        Assert.All(map.Numbers(), number => Assert.Equal((one.OfNode(number), one.OfRelation(number), one.Force(number)), (other.OfNode(number), other.OfRelation(number), other.Force(number))));
    });

    [Fact]
    public void What_nobody_objects_to_stands() => Assert.Equal(Stands, Label(Claims(1)).OfNode(1));

    [Fact]
    public void An_objection_in_force_defeats_its_target_and_one_against_it_restores_that()
    {
        Assert.Equal(Defeated, Label(Claims(2), new Relation(10, Objection, [2], 1)).OfNode(1));
        Assert.Equal(Stands, Label(Claims(3), new Relation(10, Objection, [2], 1), new Relation(11, Objection, [3], 2)).OfNode(1));
    }

    [Fact]
    public void Linked_premises_work_only_together()
    {
        var labelling = Label(Claims(4), new Relation(10, Objection, [2, 3], 1), new Relation(11, Objection, [4], 3));

        Assert.Equal((Stands, Defeated, Stands), (labelling.OfNode(2), labelling.OfNode(3), labelling.OfNode(1)));
        Assert.Equal((Stands, Defeated), (labelling.OfRelation(10), labelling.Force(10)));
    }

    [Fact]
    public void An_undercut_defeats_the_step_and_not_its_premise()
    {
        var labelling = Label(Claims(3), new Relation(10, Objection, [2], 1), new Relation(11, Objection, [3], 10));

        Assert.Equal((Stands, Stands, Stands), (labelling.OfNode(1), labelling.OfNode(2), labelling.OfNode(3)));
        Assert.Equal((Defeated, Defeated), (labelling.OfRelation(10), labelling.Force(10)));
    }

    [Fact]
    public void A_target_falls_with_any_of_its_prerequisites()
    {
        var labelling = Label(Claims(4), new Relation(10, Prerequisite, [2, 3], 1), new Relation(11, Objection, [4], 3));

        Assert.Equal((Defeated, Stands, Defeated), (labelling.OfNode(1), labelling.OfNode(2), labelling.OfNode(3)));
    }

    [Fact]
    public void An_undercut_prerequisite_step_no_longer_makes_its_target_fall()
    {
        var labelling = Label(Claims(4), new Relation(10, Prerequisite, [2], 1), new Relation(11, Objection, [3], 2), new Relation(12, Objection, [4], 10));

        Assert.Equal((Stands, Defeated, Defeated), (labelling.OfNode(1), labelling.OfNode(2), labelling.OfRelation(10)));
    }

    [Fact]
    public void A_prerequisite_step_that_is_found_to_stand_late_still_makes_its_target_fall()
    {
        // The premise 2 falls at once; that the step 10 stands is known only at the end of a chain of objections.
        var labelling = Label(
            Claims(7),
            new(10, Prerequisite, [2], 1),
            new(11, Objection, [3], 2),
            new(12, Objection, [4], 10),
            new(13, Objection, [5], 4),
            new(14, Objection, [6], 5),
            new(15, Objection, [7], 6));

        Assert.Equal((Defeated, Stands, Defeated), (labelling.OfNode(1), labelling.OfRelation(10), labelling.OfNode(2)));
    }

    [Fact]
    public void A_step_falls_with_what_it_presupposes()
    {
        var labelling = Label(
            Claims(4), new Relation(10, Objection, [2], 1), new Relation(11, Prerequisite, [3], 10), new Relation(12, Objection, [4], 3));

        Assert.Equal((Stands, Defeated), (labelling.OfNode(1), labelling.OfRelation(10)));
    }

    [Fact]
    public void What_hangs_on_two_claims_that_object_to_each_other_is_undecided()
    {
        var labelling = Label(
            Claims(5),
            new Relation(10, Objection, [1], 2),
            new Relation(11, Objection, [2], 1),
            new Relation(12, Objection, [2], 3),
            new Relation(13, Prerequisite, [1], 4),
            new Relation(14, Support, [1], 5));

        Assert.Equal([Undecided, Undecided, Undecided, Undecided, Stands], Enumerable.Range(1, 5).Select(labelling.OfNode));
        Assert.Equal((Stands, Undecided), (labelling.OfRelation(12), labelling.Force(12)));
    }

    [Fact]
    public void A_step_that_turns_against_itself_is_undecided()
    {
        var labelling = Label(Claims(2), new Relation(10, Objection, [2], 1), new Relation(11, Objection, [1], 10));

        Assert.Equal((Undecided, Undecided, Undecided), (labelling.OfNode(1), labelling.OfRelation(10), labelling.Force(10)));
        Assert.Equal((Stands, Undecided), (labelling.OfRelation(11), labelling.Force(11)));
    }

    [Fact]
    public void Withdrawn_things_have_no_standing_and_no_effect()
    {
        var map = new ArgumentMap([new(1, NodeKind.Claim), new(2, NodeKind.Claim, IsWithdrawn: true)], [new(10, Objection, [2], 1)]);
        var labelling = GroundedLabelling.Of(map);

        Assert.Equal((Stands, Undecided), (labelling.OfNode(1), labelling.OfNode(2)));
        Assert.Equal((Undecided, Undecided), (labelling.OfRelation(10), labelling.Force(10)));
    }

    [Fact]
    public void Numbers_of_the_other_kind_and_unknown_ones_have_no_standing()
    {
        var labelling = Label(Claims(2), new Relation(10, Support, [2], 1));

        Assert.Equal((Undecided, Undecided, Undecided, Undecided), (labelling.OfNode(10), labelling.OfRelation(1), labelling.Force(1), labelling.OfNode(99)));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(100_001)]
    public void A_long_chain_of_objections_alternates(int length)
    {
        var labelling = Label(Claims(length), [.. Enumerable.Range(1, length - 1).Select(number => new Relation(length + number, Objection, [number + 1], number))]);

        Assert.Equal(length % 2 == 1 ? Stands : Defeated, labelling.OfNode(1));
        Assert.Equal(Stands, labelling.OfNode(length));
    }

    [Fact]
    public void A_long_chain_of_undercuts_alternates()
    {
        const int Length = 100_000;
        var steps = Enumerable.Range(0, Length).Select(index => new Relation(10 + index, Objection, [2], index == 0 ? 1 : 9 + index)).ToArray();

        var labelling = Label(Claims(2), steps);

        Assert.Equal((Stands, Defeated), (labelling.OfRelation(9 + Length), labelling.OfRelation(8 + Length)));
        Assert.Equal(Stands, labelling.OfNode(1));
    }

    [Fact]
    public void A_long_chain_of_prerequisites_falls_with_its_last()
    {
        const int Length = 100_000;
        var steps = Enumerable.Range(1, Length - 1).Select(number => new Relation((2 * Length) + number, Prerequisite, [number + 1], number));

        var labelling = Label(Claims(Length + 1), [.. steps, new Relation((4 * Length) + 1, Objection, [Length + 1], Length)]);

        Assert.Equal(Defeated, labelling.OfNode(1));
    }

    private static IEnumerable<Node> Claims(int count) => Enumerable.Range(1, count).Select(number => new Node(number, NodeKind.Claim));

    private static GroundedLabelling Label(IEnumerable<Node> nodes, params Relation[] relations) => GroundedLabelling.Of(new ArgumentMap(nodes, relations));
}
