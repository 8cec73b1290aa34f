using ArgMap.Server.History;

namespace ArgMap.Server.Tests.History;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("same words", "same words", "same words")]
    [InlineData("", "new", "{+new}")]
    [InlineData("old", "", "[-old]")]
    [InlineData("one two three", "one four three", "one [-two ]{+four }three")]
    [InlineData("a b c d", "a c d e", "a [-b ]c [-d]{+d e}")]
    [InlineData("It is so.", "It is not so.", "It is {+not }so.")]
    [InlineData("It is so.", "It is so?", "It is so[-.]{+?}")]
    [InlineData("one\ntwo", "one\n\ntwo", "[-one\n]{+one\n\n}two")]
    [InlineData("état 目标", "état 目的", "état [-目标]{+目的}")]
    public void Words_that_were_removed_come_before_those_in_their_place(string before, string after, string shown) =>
        Assert.Equal(shown, string.Concat(WordDiff.Of(before, after).Select(part => part.Kind switch
        {
            DiffKind.Removed => $"[-{part.Text}]",
            DiffKind.Added => $"{{+{part.Text}}}",
            _ => part.Text,
        })));

    [Fact]
    public void Both_texts_can_be_read_off_the_comparison_of_any_two()
    {
        var random = new Random(42);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Text(random), Text(random));
            var parts = WordDiff.Of(before, after);
            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
        }
    }

    [Fact]
    public void Texts_too_long_to_compare_word_by_word_count_as_replaced_between_what_they_share()
    {
        var before = "start " + string.Join(' ', Enumerable.Range(0, 30_000)) + " end";
        var after = "start " + string.Join(' ', Enumerable.Range(50_000, 30_000)) + " end";

        Assert.Equal([DiffKind.Same, DiffKind.Removed, DiffKind.Added, DiffKind.Same], WordDiff.Of(before, after).Select(part => part.Kind));
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => new[] { "a", "b", "c", " ", "  ", "\n", ".", "é", "😀" }[random.Next(9)]));
}
