using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapFactsTests
{
    [Fact]
    public void A_map_about_a_question_names_the_theses_that_answer_it_with_their_standing()
    {
        var facts = MapFacts.Of(Draft.OfEverything().View(1));

        Assert.Equal("Would it crystallise?", facts.Root?.Text);
        Assert.Equal(
            [("Deception is likely.", Standing.Stands), ("Deception is unlikely.", Standing.Stands)],
            facts.Theses.Select(thesis => (thesis.Node.Text, thesis.Standing)));
        Assert.All(facts.Theses, thesis => Assert.Null(thesis.AsAnswer));
    }

    [Fact]
    public void A_map_about_a_claim_has_it_as_its_thesis_with_the_objections_nobody_answered()
    {
        var draft = new Draft();
        var thesis = draft.Claim("It is so.");
        var objection = draft.Step(RelationKind.Objection, thesis, draft.Claim("It is not."));

        var facts = MapFacts.Of(draft.View(thesis));

        var only = Assert.Single(facts.Theses);
        Assert.Equal((thesis, Standing.Defeated, 1), (only.Node.Number, only.Standing, only.OpenObjections));
        Assert.Equal([objection], facts.OpenObjections.Select(open => open.Number));
    }

    [Fact]
    public void A_claim_that_stands_and_yet_is_no_answer_is_told_apart()
    {
        var draft = new Draft();
        var question = draft.Question("Is it so?");
        var answer = draft.Step(RelationKind.Answer, question, draft.Claim("It rains."));
        draft.Step(RelationKind.Objection, answer, draft.Claim("That is beside the point."));

        var thesis = Assert.Single(MapFacts.Of(draft.View(question)).Theses);

        Assert.Equal((Standing.Stands, Standing.Defeated), (thesis.Standing, thesis.AsAnswer));
    }

    [Fact]
    public void Open_objections_unanswered_questions_and_loose_ends_are_counted()
    {
        var facts = MapFacts.Of(Draft.OfEverything().View(1));

        // The objection to the first thesis is answered; the undercut and the answer to that objection are not.
        Assert.Equal(["It cannot shield itself.", "It is not suboptimal by much."], facts.OpenObjections.Select(open => TextOf(open.Premises[0])));
        Assert.Equal(["At which point in training?"], facts.UnansweredQuestions.Select(question => question.Text));
        Assert.Equal(["A claim nobody has attached."], facts.OtherRoots.Select(node => node.Text));

        string TextOf(int number) => Draft.OfEverything().View(1).Nodes[number].Text;
    }

    [Fact]
    public void What_was_withdrawn_counts_for_nothing()
    {
        var draft = new Draft();
        var thesis = draft.Claim("It is so.");
        var objection = draft.Claim(string.Join(' ', Enumerable.Repeat("word", 5_000)));
        draft.Step(RelationKind.Objection, thesis, objection);
        draft.Withdraw(objection);

        var facts = MapFacts.Of(draft.View(thesis));

        Assert.Equal((1, 0, 0, 1), (facts.LiveNodes, facts.LiveSteps, facts.OpenObjections.Length, facts.MinutesToRead));
    }

    [Fact]
    public void Reading_time_counts_the_introduction_the_nodes_and_their_details()
    {
        var draft = new Draft();
        var thesis = draft.Claim(Words(200), Words(ReadingTime.WordsPerMinute));

        var facts = MapFacts.Of(draft.View(thesis, about: Words(100)));

        // 538 words at 238 a minute.
        Assert.Equal(3, facts.MinutesToRead);

        static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
    }

    [Fact]
    public void A_map_whose_root_was_withdrawn_has_no_root()
    {
        var draft = new Draft();
        var thesis = draft.Claim("It is so.");
        draft.Withdraw(thesis);

        var facts = MapFacts.Of(draft.View(thesis));

        Assert.Null(facts.Root);
        Assert.Empty(facts.Theses);
    }
}
