using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

public sealed class UserTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd\u2028e\u2029f\u0085g", "a\nb\nc\nd\ne\nf\ng")]
    [InlineData("  a  ", "a")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\u0000b\u0008c\u001Bd\u007Fe\u009Ff", "abcdef")]
    [InlineData("exe\u202Etxt.\u2066x\u2069", "exetxt.x")]
    [InlineData("a\u200Bb\u2060c\uFEFFd\u00ADe", "abcde")]
    [InlineData("a\u200Db\u200Cc\uFE0Fd", "abcd")]
    public void Text_is_brought_to_one_form(string typed, string stored) =>
        Assert.Equal((stored, null), UserText.Check(typed, 500, true, "The text"));

    [Theory]
    [InlineData("\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094D\u200D\u0937")]
    [InlineData("\U0001F469\u200D\U0001F4BB")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD, world")]
    [InlineData("Na\u00EFve \u2013 \u201Cquoted\u201D \u6F22\u5B57 \U0001F600")]
    public void What_a_script_or_an_emoji_is_made_of_is_kept(string text) =>
        Assert.Equal((text, null), UserText.Check(text, 500, true, "The text"));

    [Theory]
    [InlineData("\u200D\u200D\u200D")]
    [InlineData("\uFE0F\uFE0F\uFE0F")]
    [InlineData("\u0646\u200C\u200C\u200C", "\u0646\u200C")]
    [InlineData("\u2764\uFE0F\uFE0F\uFE0F", "\u2764\uFE0F")]
    public void Joiners_do_not_pile_up(string typed, string? stored = null) =>
        Assert.Equal((stored, null), UserText.Check(typed, 500, false, "The text"));

    [Fact]
    public void Marks_over_a_letter_do_not_pile_up()
    {
        var (value, _) = UserText.Check("Z" + new string('\u0335', 200) + "a", 500, true, "The text");

        Assert.Equal("Z" + new string('\u0335', 8) + "a", value);
    }

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing()
    {
        foreach (var row in HostileInputs.ZeroWidth.Concat(HostileInputs.RightToLeft))
        {
            var once = UserText.Clean(row.Data);

            Assert.Equal(once, UserText.Clean(once));
        }
    }

    [Theory]
    [InlineData(null, "The text is missing. Write something.")]
    [InlineData("", "The text is empty. Write something.")]
    [InlineData(" \n\t ", "The text is empty. Write something.")]
    [InlineData("\u200B\u200D\u2060\uFEFF", "The text is empty. Write something.")]
    [InlineData("\u3164\u2800\u115F", "The text is empty. Write something.")]
    [InlineData("\u202E\u202C", "The text is empty. Write something.")]
    public void Text_that_says_nothing_is_refused_where_something_must_be_said(string? typed, string problem)
    {
        Assert.Equal((null, problem), UserText.Check(typed, 500, true, "The text"));
        Assert.Equal((null, null), UserText.Check(typed, 500, false, "The text"));
    }

    [Fact]
    public void Text_that_fits_exactly_is_taken_and_one_more_is_refused()
    {
        Assert.Null(UserText.Check(new string('a', 500), 500, true, "The text").Problem);
        Assert.Equal("The text is 501 characters long; at most 500 fit. Shorten it by 1.", UserText.Check(new string('a', 501), 500, true, "The text").Problem);
    }

    [Fact]
    public void Length_is_counted_after_cleaning() =>
        Assert.Null(UserText.Check(string.Concat(Enumerable.Repeat("a\r\n", 250)), 500, true, "The text").Problem);

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDE00')]
    public void Half_of_a_character_is_refused_and_never_rendered(char half)
    {
        var text = "cut " + half;

        Assert.Contains("half of a character", UserText.Check(text, 500, true, "The text").Problem, StringComparison.Ordinal);
        Assert.Equal("<p>cut \uFFFD</p>\n", Markdown.ToHtml(text));
    }
}
