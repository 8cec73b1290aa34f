using ArgMap.Server.Editing;

namespace ArgMap.Server.Tests.Editing;

public sealed class SimilarNodesTests
{
    [Theory]
    [InlineData("Deception is unlikely by default.", "deception is UNLIKELY, by default", 1, 1)]
    [InlineData("Deception is unlikely by default.", "Deception is very unlikely by default.", 0.8, 0.99)]
    [InlineData("Deception is unlikely by default.", "SGD intervenes on the whole model.", 0, 0.2)]
    [InlineData("Обман маловероятен.", "Обман весьма маловероятен.", 0.7, 0.99)]
    [InlineData("", "", 0, 0)]
    public void Texts_are_as_alike_as_the_trigrams_they_share(string one, string other, double least, double most)
    {
        Assert.InRange(SimilarNodes.Likeness(one, other), least, most);
        Assert.Equal(SimilarNodes.Likeness(one, other), SimilarNodes.Likeness(other, one), 12);
    }

    [Fact]
    public void A_paste_of_nothing_is_refused() =>
        Assert.Contains("argdown", CopySubtree.Preview("  ", 1).Refusal!.Errors.Keys);
}
