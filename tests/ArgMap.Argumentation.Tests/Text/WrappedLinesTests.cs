using ArgMap.Argumentation.Text;

namespace ArgMap.Argumentation.Tests.Text;

public sealed class WrappedLinesTests
{
    private const string Wrapped = "People read maps more readily than threads, because a map shows at once\nwhat has been said and what has not, and nobody has to keep in mind who\nanswered whom. That costs the tone of the debate, and it is not clear to\nme that it is worth it.";

    [Theory]
    [InlineData(Wrapped, true)]
    [InlineData(Wrapped + "\n\n- a list, which begins new lines\n- with each item\n\n" + Wrapped, true)]
    [InlineData(Wrapped + "\n\nA verse stands here:\nshort lines,\neach of which\nwas meant,\nas it is written", false)]
    [InlineData("I have three reasons:\nMaps are easier to read than threads, as everybody knows who has read both.\nThey can be mended.\nThey last.", false)]
    [InlineData("One line.", false)]
    [InlineData("One line that is of just about such a length as wrapped ones are.\nAnd another", false)]
    public void Lines_are_wrapped_when_no_word_more_would_have_fitted_into_them(string text, bool areWrapped) => Assert.Equal(areWrapped, WrappedLines.AreAll(text));

    [Fact]
    public void A_paragraph_goes_on_whose_lines_are_full_and_others_of_the_same_text_do_not() =>
        Assert.Equal([false, false, false, false, true, true, false, false, true, false, false, false, false], WrappedLines.GoOn(
            "Three reasons:\nMaps are read.\nThey last.\n\nIt is worth it to whoever comes later, and most of those who read a thread\ncome later. I am sure of that, as nobody has counted them for more than a\nyear.\n\n- somebody who keeps it, and does so for longer than one would like to do\n  it\n- a thread\n\n> quoted"));
}
