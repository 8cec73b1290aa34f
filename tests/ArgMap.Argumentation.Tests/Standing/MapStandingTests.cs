using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using static ArgMap.Argumentation.Maps.RelationKind;
using static ArgMap.Argumentation.Standing.Standing;

namespace ArgMap.Argumentation.Tests.Standing;

public sealed class MapStandingTests
{
    [Fact]
    public void An_objection_nobody_answered_is_open()
    {
        var objections = Of(Claims(2), new Relation(10, Objection, [2], 1)).Objections;

        Assert.Equal((true, 1, 1), (objections.IsOpen(10), objections.OpenAgainst(1), objections.Total));
    }

    [Fact]
    public void An_objection_whose_step_or_premise_is_objected_to_is_answered()
    {
        Assert.Equal(0, Of(Claims(3), new(10, Objection, [2], 1), new(11, Objection, [3], 10)).Objections.OpenAgainst(1));
        Assert.Equal(0, Of(Claims(3), new(10, Objection, [2], 1), new(11, Objection, [3], 2)).Objections.OpenAgainst(1));
    }

    [Fact]
    public void An_answer_that_is_itself_disputed_still_answers()
    {
        // 3 objects to 2, and 3 and 4 object to each other: nothing is decided, but the objection to 1 has been answered.
        var standing = Of(Claims(4), new(10, Objection, [2], 1), new(11, Objection, [3], 2), new(12, Objection, [3], 4), new(13, Objection, [4], 3));

        Assert.Equal((Undecided, false, 0), (standing.Labelling.Force(10), standing.Objections.IsOpen(10), standing.Objections.Total));
    }

    [Fact]
    public void An_answer_that_was_defeated_answers_nothing()
    {
        var objections = Of(Claims(4), new(10, Objection, [2], 1), new(11, Objection, [3], 2), new(12, Objection, [4], 3)).Objections;

        Assert.Equal((true, false, true), (objections.IsOpen(10), objections.IsOpen(11), objections.IsOpen(12)));
    }

    [Fact]
    public void A_defeated_objection_is_not_open_even_when_nothing_objects_to_it()
    {
        // What the objection presupposes has fallen; nobody objected to the objection itself.
        var standing = Of(Claims(4), new(10, Objection, [2], 1), new(11, Prerequisite, [3], 2), new(12, Objection, [4], 3));

        Assert.Equal((Defeated, false, 1), (standing.Labelling.Force(10), standing.Objections.IsOpen(10), standing.Objections.Total));
    }

    [Fact]
    public void Supports_prerequisites_and_withdrawn_objections_are_not_open_objections()
    {
        var objections = Of(Claims(2), new(10, Support, [2], 1), new(11, Prerequisite, [2], 1), new(12, Objection, [2], 1, IsWithdrawn: true)).Objections;

        Assert.Equal((0, false, false, false), (objections.Total, objections.IsOpen(10), objections.IsOpen(11), objections.IsOpen(12)));
    }

    [Fact]
    public void Open_objections_agree_with_their_definition() => RandomMaps.ForAnyMap(map =>
    {
        var standing = MapStanding.Of(map);
        var held = map.Relations.Where(relation => relation.Kind is Objection && map.IsLive(relation) && standing.Labelling.Force(relation.Number) is not Defeated).ToList();
        var open = held.Where(objection => !held.Any(answer => answer.Target == objection.Number || objection.Premises.Contains(answer.Target))).ToList();

        Assert.Equal(open.Select(objection => objection.Number), map.Numbers().Where(standing.Objections.IsOpen));
        Assert.Equal(open.Count, standing.Objections.Total);
        Assert.All(map.Numbers(), number => Assert.Equal(open.Count(objection => objection.Target == number), standing.Objections.OpenAgainst(number)));
    });

    [Fact]
    public void A_question_is_unanswered_until_an_answer_that_is_not_defeated_is_given()
    {
        Node[] nodes = [new(1, NodeKind.Question), .. Claims(3).Skip(1)];

        Assert.Equal([1], Of(nodes).UnansweredQuestions);
        Assert.Empty(Of(nodes, new Relation(10, Answer, [2], 1)).UnansweredQuestions);
        Assert.Equal([1], Of(nodes, new(10, Answer, [2], 1), new(11, Objection, [3], 10)).UnansweredQuestions);
        Assert.Equal([1], Of(nodes, new Relation(10, Answer, [2], 1, IsWithdrawn: true)).UnansweredQuestions);
        Assert.Equal([1], Of(nodes, new Relation(10, Support, [2], 1)).UnansweredQuestions);
    }

    [Fact]
    public void A_withdrawn_question_asks_nothing() => Assert.Empty(Of([new Node(1, NodeKind.Question, IsWithdrawn: true)]).UnansweredQuestions);

    private static IEnumerable<Node> Claims(int count) => Enumerable.Range(1, count).Select(number => new Node(number, NodeKind.Claim));

    private static MapStanding Of(IEnumerable<Node> nodes, params Relation[] relations) => MapStanding.Of(new ArgumentMap(nodes, relations));
}
