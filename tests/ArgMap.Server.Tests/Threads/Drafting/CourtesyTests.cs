using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Tests.Threads.Drafting;

public sealed class CourtesyTests
{
    [Theory]
    [InlineData("Thanks for this!")]
    [InlineData("**Good point.**")]
    [InlineData("I don’t agree.")]
    [InlineData("Hm, this is the best argument in this thread so far.")]
    [InlineData("lol")]
    public void Words_that_only_answer_somebody_are_one(string words) => Assert.True(Courtesy.Is(words));

    [Theory]
    [InlineData("Immunity needs a law.")]
    [InlineData("Good point, but the trial was planned.")]
    [InlineData("I agree with the third step.")]
    [InlineData("Replication?")]
    [InlineData("")]
    public void Words_that_say_something_are_none(string words) => Assert.False(Courtesy.Is(words));
}
