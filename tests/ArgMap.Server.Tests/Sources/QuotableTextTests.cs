using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Tests.Sources;

public sealed class QuotableTextTests
{
    [Theory]
    [InlineData("one two three", "two", "two")]
    [InlineData("SGD fully\nintervenes   here", "fully intervenes here", "fully\nintervenes   here")]
    [InlineData("it can’t well “shield” parts", "can't well \"shield\"", "can’t well “shield”")]
    [InlineData("it can't well \"shield\" parts", "can’t well “shield”", "can't well \"shield\"")]
    [InlineData("deception—or not", "deception-or", "deception—or")]
    [InlineData("deception--or not", "deception—or", "deception--or")]
    [InlineData("and so on… later", "so on... later", "so on… later")]
    [InlineData("non\u00ADtri\u200Bvial things", "nontrivial", "non\u00ADtri\u200Bvial")]
    [InlineData("a\u00A0b", "a b", "a\u00A0b")]
    [InlineData("🙂 smile 🙂 again", "🙂 again", "🙂 again")]
    public void Words_are_found_however_they_were_copied(string text, string quoted, string stands)
    {
        var place = new QuotableText(text).Find(quoted);

        Assert.Equal(stands, text[place!.Value.Start..place.Value.End]);
    }

    [Theory]
    [InlineData("one two three", "four")]
    [InlineData("one two three", "Two")]
    [InlineData("one two three", "onetwo")]
    [InlineData("one two three", " \n ")]
    [InlineData("", "one")]
    public void Words_that_are_not_there_are_not_found(string text, string quoted) => Assert.Null(new QuotableText(text).Find(quoted));

    [Theory]
    [InlineData(null, null, 4)]
    [InlineData("first ", null, 15)]
    [InlineData(null, " last", 27)]
    [InlineData("and then ", " first", 4)]
    [InlineData("first", "second", 15)]
    public void Of_several_places_the_one_with_these_surroundings_is_meant(string? prefix, string? suffix, int start)
    {
        const string Text = "the word first word second word last";

        var place = new QuotableText(Text).Find("word", prefix, suffix);

        Assert.Equal(start, place!.Value.Start);
    }

    [Fact]
    public void It_says_which_side_does_not_agree()
    {
        var place = new QuotableText("the word first").Find("word", "another ", " first");

        Assert.Equal((false, true), (place!.Value.FollowsPrefix, place.Value.PrecedesSuffix));
    }

    [Fact]
    public void A_text_of_one_letter_is_searched_in_a_moment()
    {
        var text = new string('a', 200_000);
        var quotable = new QuotableText(text);

        Assert.Equal(0, quotable.Find(new string('a', 4_000), "b", "c")!.Value.Start);
        Assert.Null(quotable.Find(new string('a', 2_000) + "b" + new string('a', 1_999)));
    }

    [Fact]
    public void Every_quotation_of_the_demo_stands_where_its_surroundings_say()
    {
        var demo = DemoMap.Current;
        var texts = demo.Sources.Where(source => source.TextFile is not null).ToDictionary(source => source.Key, source => DemoMap.TextOf(source.TextFile!));
        var quotations = demo.Citations.Where(citation => citation.Exact is not null).ToList();

        Assert.NotEmpty(quotations);
        Assert.All(quotations, citation =>
        {
            var text = texts[citation.Source];
            var place = new QuotableText(text).Find(citation.Exact!, citation.Prefix, citation.Suffix);
            Assert.NotNull(place);
            Assert.Equal(citation.Exact, text[place.Value.Start..place.Value.End]);
            Assert.True(place.Value is { FollowsPrefix: true, PrecedesSuffix: true }, $"Around “{citation.Exact}”");
        });
    }
}
