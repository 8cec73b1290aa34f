using ArgMap.Argumentation.Layout;

namespace ArgMap.Argumentation.Tests.Layout;

public sealed class TextMeasureTests
{
    private const double FontSize = 16;

    [Fact]
    public void Known_words_have_the_width_of_Arial_and_the_allowance()
    {
        // C 722, r 333, u 556, x 500: thousandths of the font size.
        Assert.Equal(2.111 * FontSize * TextMeasure.Generosity, TextMeasure.Width("Crux", FontSize), 6);
    }

    [Theory]
    [InlineData("deceptive alignment", 8, 11)]
    [InlineData("обманчивое выравнивание", 12, 16)]
    [InlineData("欺瞞的整合", 5, 6)]
    [InlineData("مواءمة خادعة", 5, 9)]
    [InlineData("🙂🙂", 2, 3)]
    // Not on every machine is a font with these letters: the least is what Chromium measures in Noto Sans Devanagari and Noto Sans Arabic, joined and with their marks.
    [InlineData("सामान्य तरीका", 5.19, 10.4)]
    [InlineData("घटनाओं के क्रम को", 6.87, 13.8)]
    [InlineData("प्रतीक्षा की लागत को", 7.28, 14.6)]
    [InlineData("النموذج البسيط يشرح النتيجة السابقة", 14.72, 29.5)]
    public void A_width_lies_between_what_narrow_and_wide_fonts_need(string text, double least, double most) =>
        Assert.InRange(TextMeasure.Width(text, 1), least, most);

    [Theory]
    [InlineData("e\u0301", "e")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("a\u202Eb", "ab")]
    public void What_is_not_seen_has_no_width(string text, string seen) =>
        Assert.Equal(TextMeasure.Width(seen, FontSize), TextMeasure.Width(text, FontSize), 6);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("one")]
    public void Whatever_fits_is_one_line(string text) => Assert.Equal(1, TextMeasure.Lines(text, 200, FontSize));

    [Fact]
    public void Lines_break_between_words()
    {
        var word = TextMeasure.Width("aaaa", FontSize);

        Assert.Equal(1, TextMeasure.Lines("aaaa aaaa", (2 * word) + TextMeasure.Width(" ", FontSize) + 0.001, FontSize));
        Assert.Equal(2, TextMeasure.Lines("aaaa aaaa", 2 * word, FontSize));
        Assert.Equal(3, TextMeasure.Lines("aaaa\naaaa\taaaa", word + 1, FontSize));
    }

    [Fact]
    public void A_word_longer_than_a_line_is_broken()
    {
        var width = TextMeasure.Width("mmmmmmmmmm", FontSize) + 0.001;

        Assert.Equal(3, TextMeasure.Lines(new string('m', 25), width, FontSize));
        Assert.Equal(4, TextMeasure.Lines("m " + new string('m', 25), width, FontSize));
    }

    [Fact]
    public void Chinese_is_broken_between_characters_without_spaces() =>
        Assert.Equal(2, TextMeasure.Lines("a" + new string('整', 9), (5 * FontSize * TextMeasure.Generosity) + 10, FontSize));

    [Fact]
    public void A_line_narrower_than_a_character_still_holds_one() => Assert.Equal(3, TextMeasure.Lines("abc", 1, FontSize));

    [Fact]
    public void A_narrower_box_never_needs_fewer_lines()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(400)).Select(_ => " eé整mi 🙂"[random.Next(6)])]);
            var lines = 0;
            for (var width = 400; width > 20; width -= 20)
            {
                var next = TextMeasure.Lines(text, width, FontSize);
                Assert.True(next >= lines, $"seed {seed}: {next} lines at {width}, {lines} at {width + 20}");
                lines = next;
            }
        }
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(-1, 16)]
    [InlineData(10, 0)]
    public void A_width_or_size_of_nothing_is_refused(double width, double fontSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextMeasure.Lines("text", width, fontSize));
}
