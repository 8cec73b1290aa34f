using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Tests.Threads;

namespace ArgMap.Argumentation.Tests.Drafting;

public sealed class CourtesyTests
{
    [Theory]
    [InlineData("Thanks for this!")]
    [InlineData("**Good point.**")]
    [InlineData("I don’t agree.")]
    [InlineData("Hm, this is the best argument in this thread so far.")]
    [InlineData("lol")]
    public void Words_that_only_answer_somebody_are_one(string words) => Assert.Contains("courtesy", Roles(words));

    [Theory]
    [InlineData("Immunity needs a law.")]
    [InlineData("Good point, but the trial was planned.")]
    [InlineData("I agree with the third step.")]
    [InlineData("Replication?")]
    public void Words_that_say_something_are_none(string words) => Assert.DoesNotContain("courtesy", Roles(words));

    [Fact]
    public void A_suggestion_of_such_words_says_so_by_the_table_that_it_is_drafted_by()
    {
        var thread = Samples.Read("""
            {"id":"a","name":"t3_a","subreddit":"x","title":"Trees","selftext":"I think trees cool streets.","author":"ada","created_utc":1700000000}
            {"id":"b","name":"t1_b","link_id":"t3_a","parent_id":"t3_a","body":"I agree, you are right.","body_html":"<p>","author":"bo","created_utc":1700000010}
            {"id":"c","name":"t1_c","link_id":"t3_a","parent_id":"t1_b","body":"> I agree, you are right.\n\nI think shade is what cools them.","body_html":"<p>","author":"cy","created_utc":1700000020}
            """);
        var without = CueTable.Read(string.Join('\n', CueTable.EnglishText.Split('\n').Where(line => !line.StartsWith("courtesy\t", StringComparison.Ordinal))), "own");

        Assert.Equal(["I agree, you are right."], ThreadDrafting.Draft(thread).Suggestions.Where(suggestion => suggestion.IsCourtesy).Select(suggestion => suggestion.Passages[0].Text));
        Assert.DoesNotContain(ThreadDrafting.Draft(thread, without).Suggestions, suggestion => suggestion.IsCourtesy);
    }

    private static IEnumerable<string> Roles(string words)
    {
        var sentence = Sentences.Of(new() { Id = "a", Author = new(null, null, default), Body = words }, 0)[0];
        Weighing.Weigh([sentence], CueTable.English);
        return sentence.Cues.Select(cue => cue.Role);
    }
}
