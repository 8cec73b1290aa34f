using ArgMap.Server.Reading.Finding;

namespace ArgMap.Server.Tests.Reading.Finding;

public sealed class FoundWordsTests
{
    [Theory]
    [InlineData("Die Straße.", "strasse", "Straße")]
    [InlineData("Die Straße.", "as", "aß")]
    [InlineData("in İstanbul now", "istan", "İstan")]
    [InlineData("a Cre\u0300me b", "creme", "Cre\u0300me")]
    [InlineData("so 👩‍👩‍👧 it is", "so", "so")]
    [InlineData("joy 👍🏽 here", "👍", "👍🏽")]
    [InlineData("他说模型会欺骗", "模型", "模型")]
    public void What_was_found_is_marked_in_the_text_as_it_was_written(string text, string word, string marked)
    {
        var stretches = FoundWords.In(text, [word]);

        Assert.Equal(text, string.Concat(stretches.Select(stretch => stretch.Text)));
        Assert.Equal(marked, Assert.Single(stretches, stretch => stretch.IsFound).Text);
    }

    [Fact]
    public void Words_that_overlap_are_marked_once() =>
        Assert.Equal([("the ", false), ("abcde", true), (" f", false)], FoundWords.In("the abcde f", ["abc", "cde"]).Select(stretch => (stretch.Text, stretch.IsFound)));

    [Fact]
    public void An_excerpt_of_a_long_text_holds_what_was_found_and_says_that_it_is_cut()
    {
        var excerpt = FoundWords.Excerpt(string.Concat(Enumerable.Repeat("before 👩‍👩‍👧 ", 60)) + "NEEDLE" + string.Concat(Enumerable.Repeat(" after", 60)), ["needle"]);
        var whole = string.Concat(excerpt.Select(stretch => stretch.Text));

        Assert.Equal("NEEDLE", Assert.Single(excerpt, stretch => stretch.IsFound).Text);
        Assert.StartsWith("… ", whole, StringComparison.Ordinal);
        Assert.EndsWith(" …", whole, StringComparison.Ordinal);
        Assert.InRange(whole.Length, 80, 260);
        Assert.DoesNotContain(whole.EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void There_is_no_excerpt_where_nothing_was_found() => Assert.Empty(FoundWords.Excerpt("nothing here", ["needle"]));
}
