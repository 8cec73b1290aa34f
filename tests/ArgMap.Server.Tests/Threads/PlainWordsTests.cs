using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;

namespace ArgMap.Server.Tests.Threads;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("> - Maps **help** _people_.", "Maps help people.")]
    [InlineData("~~Nobody~~ [reads](https://example.org/a_(b)) `maps`", "Nobody reads maps")]
    [InlineData("[![A map](https://example.org/a.png)](https://example.org/) helps", "A map helps")]
    [InlineData("[^1]: Maps[^2] help, [^ they say] and [^2](https://example.org/) does.", "Maps help, [^ they say] and ^2 does.")]
    [InlineData(@"2 \* 3 is\n6, snake_case stays", "2 * 3 is 6, snake_case stays")]
    public void Words_of_a_post_are_one_plain_line(string words, string plain) => Assert.Equal(plain, PlainWords.Of(words.Replace("\\n", "\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData("_a ")]
    [InlineData("**a *")]
    [InlineData("~~a ")]
    [InlineData("[a](")]
    [InlineData("![[a]")]
    public void Marks_that_nothing_ends_are_read_in_time(string marks)
    {
        var body = string.Concat(Enumerable.Repeat(marks, 200_000));

        Assert.NotEmpty(PlainWords.Of(body));
        Assert.NotEmpty(Excerpt.Of(body));
    }

    [Theory]
    [InlineData("Maps help. People read them.", 20, "Maps help.")]
    [InlineData("Maps help whoever reads them", 20, "Maps help whoever…")]
    [InlineData("Maps help.", 20, "Maps help.")]
    public void A_long_line_ends_after_a_sentence_or_a_word(string line, int most, string shortened) => Assert.Equal(shortened, PlainWords.Shortened(line, most));
}
