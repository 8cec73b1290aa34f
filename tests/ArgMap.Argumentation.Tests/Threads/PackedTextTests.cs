using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class PackedTextTests
{
    [Fact]
    public void Every_text_comes_back_as_it_was()
    {
        var plain = new string('a', 200);
        string[] texts = ["", "short", plain, plain + " “quoted” …", new string('\u4E2D', 200), plain + "\U0001F600", plain + '\uD83D', '\uDE00' + plain, plain + '\0', new string('z', 20_000)];

        Assert.All(texts, text => Assert.Equal(text, PackedText.Of(text).ToString()));
        Assert.All(texts, text => Assert.Equal(PackedText.Of(text), PackedText.Of(text)));
        Assert.NotEqual(PackedText.Of(plain), PackedText.Of(plain + "b"));
    }

    [Fact]
    public void A_post_with_another_body_has_it_and_its_quotes_keep_their_words()
    {
        var post = new ThreadPost { Id = "a", Author = new PostAuthor(null, "ada", AuthorState.Known), Body = new string('x', 100) };
        var quote = new PostQuote(new string('q', 100), 0, 100, 1, null, null, QuoteState.Exact, "b", 0, 100, 1);

        Assert.Equal(new string('y', 100), (post with { Body = new string('y', 100) }).Body);
        Assert.Equal(new string('q', 100), (quote with { State = QuoteState.Ambiguous }).Text);
        Assert.Equal("words", (quote with { Text = "words" }).Text);
    }
}
