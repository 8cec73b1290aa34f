using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Tests.Maps;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(238, 1)]
    [InlineData(239, 2)]
    [InlineData(476, 2)]
    [InlineData(477, 3)]
    public void Minutes_are_rounded_up_and_at_least_one(int words, int minutes) => Assert.Equal(minutes, ReadingTime.Minutes(words));

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n\t ", 0)]
    [InlineData("word", 1)]
    [InlineData("Pure deception is  not\nselected for.", 6)]
    [InlineData("this - and “that” – too", 4)]
    [InlineData("don't re-read 10 %", 3)]
    [InlineData("naïve Überraschung 𝒜", 3)]
    public void Words_are_what_white_space_separates_and_holds_a_letter_or_digit(string text, int words) => Assert.Equal(words, ReadingTime.Words(text));

    [Fact]
    public void Several_texts_are_read_one_after_the_other() =>
        Assert.Equal(2, ReadingTime.Minutes(Enumerable.Repeat("three short words", 80)));

    [Fact]
    public void Fewer_than_no_words_cannot_be_read() => Assert.Throws<ArgumentOutOfRangeException>(() => ReadingTime.Minutes(-1));
}
