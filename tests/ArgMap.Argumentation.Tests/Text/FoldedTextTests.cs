using ArgMap.Argumentation.Text;

namespace ArgMap.Argumentation.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("ẞ", "ss")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ISTANBUL", "istanbul")]
    [InlineData("ılık", "ilik")]
    [InlineData("Crème brûlée", "creme brulee")]
    [InlineData("Cre\u0300me", "creme")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Łódź", "lodz")]
    [InlineData("œuvre ﬁn", "oeuvre fin")]
    [InlineData("ΛΌΓΟΣ", "λογοσ")]
    [InlineData("λόγος", "λογοσ")]
    [InlineData("Ещё", "еще")]
    [InlineData("Йод", "йод")]
    [InlineData("И\u0306од", "йод")]
    [InlineData("أَحْمَد", "احمد")]
    [InlineData("مـحـمد", "محمد")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("が", "が")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("कु", "कु")]
    [InlineData("“don’t” – „so“", "\"don't\" - \"so\"")]
    [InlineData("a\u00A0\t\r\n b", "a b")]
    [InlineData("co\u00ADop\u200Berate", "cooperate")]
    [InlineData("\uD83D", "\uD83D")]
    [InlineData("", "")]
    public void Text_is_compared_without_case_accents_and_typography(string text, string folded)
    {
        Assert.Equal(folded, FoldedText.Fold(text));
        Assert.Equal(folded, FoldedText.Of(text).Text);
    }

    [Fact]
    public void Syllables_and_letters_that_only_look_marked_stay_apart()
    {
        Assert.DoesNotContain(FoldedText.Fold("か"), FoldedText.Fold("が"), StringComparison.Ordinal);
        Assert.DoesNotContain(FoldedText.Fold("и"), FoldedText.Fold("й"), StringComparison.Ordinal);
        Assert.DoesNotContain(FoldedText.Fold("कल"), FoldedText.Fold("कुल"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("so -- or --- so", "so - or - so")]
    [InlineData("so — or –– so", "so - or - so")]
    [InlineData("wait…", "wait...")]
    public void A_dash_is_a_dash_however_it_was_typed(string text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));

    [Fact]
    public void A_part_of_it_leads_back_to_whole_characters_of_what_was_written()
    {
        var folded = FoldedText.Of("Die Straße —  so");

        Assert.Equal("die strasse - so", folded.Text);
        Assert.Equal(4..10, folded.Origin(4, 7));
        Assert.Equal(8..9, folded.Origin(9, 1));
    }
}
