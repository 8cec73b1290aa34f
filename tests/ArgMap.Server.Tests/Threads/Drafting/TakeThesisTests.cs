using ArgMap.Argumentation.Maps;
using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Tests.Threads.Drafting;

public sealed class TakeThesisTests
{
    [Theory]
    [InlineData("CMV: streets are for people", "Streets are for people", NodeKind.Claim)]
    [InlineData("[D] Should streets be closed? (self.Cities)", "Should streets be closed?", NodeKind.Question)]
    [InlineData("We should close it (self.Cities)", "We should close it", NodeKind.Claim)]
    [InlineData("What is best for one (self or other)", "What is best for one (self or other)", NodeKind.Claim)]
    public void What_a_forum_puts_around_a_title_is_no_part_of_the_thesis(string title, string text, NodeKind kind) => Assert.Equal((text, kind), TakeThesis.FromTitle(title));

    [Theory]
    [InlineData("Streets. If they are closed then…", "Streets. If they are closed then people walk.")]
    [InlineData("Parks. If they are closed then…", "Parks. If they are closed then…")]
    [InlineData("Streets. If they are closed then", "Streets. If they are closed then")]
    public void Of_a_title_that_is_the_cut_beginning_of_a_sentence_the_whole_sentence_is_proposed(string title, string text) =>
        Assert.Equal((text, NodeKind.Claim), TakeThesis.Proposed(title, ["Nobody walks here.", "Streets. If they are closed then people walk."]));
}
