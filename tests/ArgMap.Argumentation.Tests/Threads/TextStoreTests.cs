using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class TextStoreTests
{
    [Fact]
    public void Every_text_comes_back_from_a_file_as_it_was()
    {
        var plain = new string('a', 200);
        string[] texts = ["", "short", plain, plain + " “quoted” …", new string('\u4E2D', 200), plain + "\U0001F600", plain + '\uD83D', '\uDE00' + plain, plain + '\0', new string('z', 20_000)];
        var store = new TextStore(mostHeld: 0);

        var kept = texts.Select(text => store.Keep(PackedText.Of(text))).ToList();

        Assert.Equal(texts, kept.Select(text => text.ToString()));
        Assert.All(kept, text => Assert.Equal(0, text.Held));
        Assert.All(kept, text => Assert.Same(text, store.Keep(text)));
    }

    [Fact]
    public void Texts_are_held_as_long_as_they_are_few()
    {
        var store = new TextStore(mostHeld: 1_000);

        Assert.Equal([400, 400, 0, 0], Enumerable.Range(0, 4).Select(_ => store.Keep(PackedText.Of(new string('a', 400))).Held));
    }

    [Fact]
    public void A_long_thread_takes_no_more_memory_for_its_words_than_a_short_one()
    {
        var (five, eight) = (Read(5), Read(8));

        Assert.InRange(eight.Posts.Sum(post => post.Body.Length), 7_000_000, 8_000_000);
        Assert.InRange(Held(eight), 1_000_000, 4 * 1024 * 1024);
        Assert.InRange(Held(eight) - Held(five), -1_000, 1_000);
        Assert.All(eight.Posts.Skip(1), post => Assert.Equal(QuoteState.Exact, Assert.Single(post.Quotes).State));
    }

    private static ForumThread Read(int megabytes)
    {
        var mails = new StringBuilder();
        for (var number = 0; mails.Length < megabytes * 1_000_000; number++)
        {
            var said = string.Concat(Enumerable.Range(0, 200).Select(word => $"word {number * 200 + word} of it and "));
            mails.Append("From a\nFrom: Ada\nMessage-ID: <").Append(number).Append("@x>\n").Append(number == 0 ? "" : $"In-Reply-To: <{number - 1}@x>\n").Append('\n');
            mails.Append(number == 0 ? "" : "> word " + ((number - 1) * 200) + " of it and word " + (((number - 1) * 200) + 1) + " of it and word\n\n").Append(said).Append("\n\n");
        }

        return ThreadReading.Read([new ThreadInput("list.mbox", Encoding.UTF8.GetBytes(mails.ToString()))]);
    }

    private static long Held(ForumThread thread) => thread.Posts.Sum(post => (long)post.Text.Held + post.Quotes.Sum(quote => quote.Words.Held));
}
