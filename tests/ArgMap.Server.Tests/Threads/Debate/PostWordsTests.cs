using ArgMap.Server.Threads.Debate;

namespace ArgMap.Server.Tests.Threads;

public sealed class PostWordsTests
{
    [Theory]
    [InlineData("Re: Does it crystallise?", "Does it crystallise?", true)]
    [InlineData("RE: AW: does it crystallise?", "Does it crystallise?", true)]
    [InlineData("Re: A new subject (was: Does it crystallise?)", "Does it crystallise?", false)]
    [InlineData("Note: does it crystallise?", "Does it crystallise?", false)]
    [InlineData("Re:", "Does it crystallise?", false)]
    public void A_subject_repeated_in_an_answer_is_known_as_the_same(string one, string other, bool isSame) => Assert.Equal(isSame, PostWords.IsSameSubject(one, other));
}
