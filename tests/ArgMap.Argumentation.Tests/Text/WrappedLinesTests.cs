using ArgMap.Argumentation.Text;

namespace ArgMap.Argumentation.Tests.Text;

public sealed class WrappedLinesTests
{
    private const string Wrapped = "People read maps more readily than threads, because a map shows at once\nwhat has been said and what has not, and nobody has to keep in mind who\nanswered whom. That costs the tone of the debate, and it is not clear to\nme that it is worth it.";

    [Theory]
    [InlineData(Wrapped + "\n\n- a list, which begins new lines\n- with each item\n\n" + Wrapped, 6)]
    [InlineData(Wrapped + "\n\nA verse stands here:\nshort lines,\neach of which\nwas meant,\nas it is written", 3)]
    [InlineData("I have three reasons:\nMaps are easier to read than threads, as everybody knows who has read both.\nThey can be mended.\nThey last.", 0)]
    [InlineData("One line.", 0)]
    [InlineData("One line that is of just about such a length as wrapped ones are.\nAnd another", 0)]
    public void Lines_are_joined_when_no_word_more_would_have_fitted_into_them_and_every_word_keeps_its_place(string text, int joined)
    {
        var without = WrappedLines.Joined(text);

        Assert.Equal(text.Count(letter => letter == '\n') - joined, without.Count(letter => letter == '\n'));
        Assert.Equal(text.Replace('\n', ' '), without.Replace('\n', ' '));
    }

    [Fact]
    public void A_paragraph_goes_on_whose_lines_are_full_and_others_of_the_same_text_do_not() =>
        Assert.Equal([false, false, false, false, true, true, false, false, true, false, false, false, false], WrappedLines.GoOn(
            "Three reasons:\nMaps are read.\nThey last.\n\nIt is worth it to whoever comes later, and most of those who read a thread\ncome later. I am sure of that, as nobody has counted them for more than a\nyear.\n\n- somebody who keeps it, and does so for longer than one would like to do\n  it\n- a thread\n\n> quoted"));
}
