using System.Text;
using ArgMap.Argumentation.Generation;

namespace ArgMap.Argumentation.Tests.Generation;

public sealed class GeneratedTextTests
{
    public static TheoryData<TextKind> Kinds => [.. Enum.GetValues<TextKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_fits_a_node_and_is_well_formed(TextKind kind) => Assert.All(GeneratedText.Of(kind, 2_000, 1), text =>
    {
        Assert.InRange(text.Length, 8, GeneratedText.Longest);
        Assert.Equal(text, text.Trim());
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Rune.ReplacementChar, text.EnumerateRunes());
        Assert.DoesNotContain(text, char.IsControl);
    });

    [Fact]
    public void Lengths_are_spread_as_those_of_real_statements_are()
    {
        var lengths = GeneratedText.Of(TextKind.Latin, 10_000, 1).Select(text => text.Length).Order().ToList();

        Assert.InRange(lengths[5_000], 85, 125);
        Assert.InRange(lengths[500], 30, 60);
        Assert.InRange(lengths[9_500], 230, 400);
        Assert.InRange(lengths[^1], 400, GeneratedText.Longest);
    }

    [Fact]
    public void Mixed_texts_are_mostly_Latin_with_some_of_every_other_script()
    {
        var texts = GeneratedText.Of(TextKind.Mixed, 10_000, 1);

        AssertShare(0.73, 0.87, text => text.All(character => character < 0x250 || char.IsPunctuation(character)));
        AssertShare(0.04, 0.08, text => text.Any(character => character is >= 'а' and <= 'я'));
        AssertShare(0.03, 0.07, text => text.Any(character => character is >= '\u0620' and <= '\u064A'));
        AssertShare(0.02, 0.06, text => text.Any(character => character is >= '\u0904' and <= '\u0939'));
        AssertShare(0.03, 0.07, text => text.Any(character => character is >= '\u4E00' and <= '\u9FFF'));
        AssertShare(0.02, 0.06, text => text.EnumerateRunes().Any(rune => rune.Value is >= 0x1F300 and < 0x20000 || rune.Value is 0x2696));
        AssertShare(0.001, 0.006, text => text.Length == GeneratedText.LongWordLength && !text.Contains(' ', StringComparison.Ordinal));

        void AssertShare(double least, double most, Func<string, bool> which) => Assert.InRange(texts.Count(which) / (double)texts.Count, least, most);
    }

    [Fact]
    public void The_same_arguments_give_the_same_texts()
    {
        Assert.Equal(GeneratedText.Of(TextKind.Mixed, 100, 5), GeneratedText.Of(TextKind.Mixed, 100, 5));
        Assert.NotEqual(GeneratedText.Of(TextKind.Mixed, 100, 5), GeneratedText.Of(TextKind.Mixed, 100, 6));
    }
}
