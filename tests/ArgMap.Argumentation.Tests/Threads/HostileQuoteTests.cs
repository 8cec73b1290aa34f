using System.Text;
using System.Text.Json;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Posts made so that looking for their quotes takes for ever. They must neither hold up the thread nor keep it from being read.</summary>
public sealed class HostileQuoteTests
{
    [Fact]
    public void A_quote_of_nothing_but_blanks_between_two_words_is_looked_for_once_and_the_thread_is_read()
    {
        var thread = Read("A map helps.", "> a long beginning of words" + new string(' ', 200_000) + "and an end", "> A map helps.\n\nDoes it?");

        Assert.Equal(QuoteState.NotFound, Assert.Single(thread.Posts[1].Quotes).State);
        Assert.Equal((QuoteState.Exact, "c0"), (Assert.Single(thread.Posts[2].Quotes).State, thread.Posts[2].Quotes[0].PostId));
    }

    [Theory]
    [InlineData(" wrote", 60)]
    [InlineData("                    ", 18)]
    [InlineData("12:3 ", 70)]
    [InlineData("(", 340)]
    public void Lines_that_may_name_a_writer_in_very_many_ways_are_made_out(string part, int times)
    {
        var line = string.Concat(Enumerable.Repeat(part, times));
        var thread = Read("A map helps.", Repeated($"x{line} wrote:\n> words of nobody here\n\n", 500) + "On Monday,   Ada\twrote:\n> A map helps.");

        Assert.Equal(501, thread.Report.Quotes);
        Assert.Equal(("Ada", QuoteState.Exact), (thread.Posts[1].Quotes[^1].StatedAuthor, thread.Posts[1].Quotes[^1].State));
    }

    [Fact]
    public void Thousands_of_long_quotes_of_a_very_long_post_are_given_up_and_counted_and_those_of_others_found()
    {
        var said = Numbered("Word {0} is what I said about number {0}.\n\n");
        var thread = Read(said, Numbered("> Word {0} is what she said about number {0}.\n\nNo {0}.\n\n"), "> Word 7 is what I said about number 7.\n\nYes.");

        Assert.Equal(20_001, thread.Report.Quotes);
        Assert.InRange(Assert.Single(thread.Report.LeftOut, left => left.Key.Contains("quote too much", StringComparison.Ordinal)).Value, 1, 19_999);
        Assert.Equal((QuoteState.Exact, "c0"), (thread.Posts[2].Quotes[0].State, thread.Posts[2].Quotes[0].PostId));
    }

    [Fact]
    public void Marked_and_unmarked_quotes_in_turn_do_not_multiply()
    {
        var thread = Read("A map helps.", Repeated("x\n\n> \"words that somebody has said, in marks\"\n\n", 20_000));

        Assert.Equal(20_000, thread.Posts[1].Quotes.Count);
    }

    private static string Numbered(string line) => string.Concat(Enumerable.Range(1, 20_000).Select(number => line.Replace("{0}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static ForumThread Read(params string[] bodies) => Samples.Read(JsonSerializer.Serialize(new
    {
        comments = bodies.Select((body, index) => new { id = $"c{index}", parent_id = index == 0 ? null : "c0", author = "ada", body }),
    }));
}
