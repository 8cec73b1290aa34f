using ArgMap.Argumentation.Threads.Mail;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class MailSubjectTests
{
    [Theory]
    [InlineData("Re: Does it crystallise?", "Does it crystallise?", true)]
    [InlineData("RE: AW: does it crystallise?", "Does it crystallise?", true)]
    [InlineData("Odp: [talk] Does it crystallise?", "[talk] Does it crystallise?", true)]
    [InlineData("回复：Does it crystallise?", "Re: Does it crystallise?", true)]
    [InlineData("Re: A new subject", "A new subject (was: Does it crystallise?)", true)]
    [InlineData("Re: A new subject (was: Does it crystallise?)", "Does it crystallise?", false)]
    [InlineData("Note: does it crystallise?", "Does it crystallise?", false)]
    [InlineData("Re:", "Does it crystallise?", false)]
    public void A_subject_repeated_in_an_answer_is_known_as_the_same(string one, string other, bool isSame) => Assert.Equal(isSame, MailSubject.AreSame(one, other));
}
