using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using static ArgMap.Argumentation.Maps.RelationKind;

namespace ArgMap.Argumentation.Tests.Standing;

public sealed class StandingReasonsTests
{
    [Fact]
    public void Everything_that_takes_part_has_a_reason_and_nothing_else_has() => RandomMaps.ForAnyMap(map =>
    {
        var labelling = GroundedLabelling.Of(map);

        Assert.All(map.Nodes, node => AssertReason(map.IsLive(node), StandingReasons.Of(map, labelling, node.Number)));
        Assert.All(map.Relations, relation => AssertReason(map.IsLive(relation), StandingReasons.Of(map, labelling, relation.Number)));
    });

    [Fact]
    public void A_claim_that_nobody_objects_to_stands_for_that() =>
        Assert.Equal("Stands: nobody has objected to it.", Reason(1, claims: 1));

    [Fact]
    public void An_objection_in_force_is_named() =>
        Assert.Equal("Defeated: the objection #10 to it is in force.", Reason(1, claims: 2, new Relation(10, Objection, [2], 1)));

    [Fact]
    public void Several_objections_in_force_are_named_together() =>
        Assert.Equal("Defeated: the objections #10 and #11 to it are in force.", Reason(1, claims: 3, new Relation(10, Objection, [2], 1), new Relation(11, Objection, [3], 1)));

    [Fact]
    public void A_fallen_prerequisite_is_named() =>
        Assert.Equal("Defeated: it presupposes #2, which is defeated.", Reason(1, claims: 3, new Relation(10, Prerequisite, [2], 1), new Relation(11, Objection, [3], 2)));

    [Fact]
    public void What_survives_an_objection_says_which() =>
        Assert.Equal("Stands: the objection #10 to it is defeated.", Reason(1, claims: 3, new Relation(10, Objection, [2], 1), new Relation(11, Objection, [3], 2)));

    [Fact]
    public void What_is_presupposed_and_stands_is_named() =>
        Assert.Equal("Stands: nobody has objected to it, and what it presupposes, #2 and #3, stands.", Reason(1, claims: 3, new Relation(10, Prerequisite, [2, 3], 1)));

    [Fact]
    public void Objections_that_attack_each_other_leave_both_undecided() =>
        Assert.Equal("Undecided: the objection #11 to it is undecided.", Reason(1, claims: 2, new Relation(10, Objection, [1], 2), new Relation(11, Objection, [2], 1)));

    [Fact]
    public void A_step_in_force_names_its_premises() =>
        Assert.Equal("In force: its premises #2 and #3 both stand, and nobody has objected to the step.", Reason(10, claims: 3, new Relation(10, Objection, [2, 3], 1)));

    [Fact]
    public void A_step_that_is_undercut_names_the_objection_to_it() =>
        Assert.Equal("Not in force: the objection #11 to the step is in force.", Reason(10, claims: 3, new Relation(10, Objection, [2], 1), new Relation(11, Objection, [3], 10)));

    [Fact]
    public void A_step_with_a_fallen_premise_names_the_premise() =>
        Assert.Equal("Not in force: its premise #2 is defeated.", Reason(10, claims: 4, new Relation(10, Support, [2, 4], 1), new Relation(11, Objection, [3], 2)));

    [Theory]
    [InlineData("Open: nobody has answered it.")]
    [InlineData("Answered: the answer #10 stands.", 10)]
    [InlineData("Open: the answer #10 is defeated.", 10, 11)]
    public void A_question_says_what_became_of_its_answers(string reason, params int[] steps)
    {
        Relation[] all = [new(10, Answer, [2], 1), new(11, Objection, [3], 10)];
        var map = new ArgumentMap([new(1, NodeKind.Question), new(2, NodeKind.Claim), new(3, NodeKind.Claim)], all.Where(step => steps.Contains(step.Number)));

        Assert.Equal(reason, StandingReasons.Of(map, GroundedLabelling.Of(map), 1));
    }

    private static string? Reason(int number, int claims, params Relation[] relations)
    {
        var map = new ArgumentMap(Enumerable.Range(1, claims).Select(claim => new Node(claim, NodeKind.Claim)), relations);
        return StandingReasons.Of(map, GroundedLabelling.Of(map), number);
    }

    private static void AssertReason(bool isLive, string? reason)
    {
        Assert.Equal(isLive, reason is not null);
        if (reason is not null)
        {
            Assert.Matches("^[A-Z][^:]*: [a-z].*[^ ,]\\.$", reason);
        }
    }
}
