using System.Text.Json;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Words that are quoted with something put in, left out or changed.</summary>
public sealed class QuotedWordsTests
{
    private const string Said = "A model that is deceptive has to know what it is trained for, and it has to know that before anything else has settled in its weights.";
    private const string Opening = "I have read the post twice. " + Said + " Nothing in the post says how it would come to know that so early.";

    [Theory]
    [InlineData("> A model that is deceptive has to know [sic] what it is trained for, and it has to know that before anything else has settled in its weights.")]
    [InlineData("> A model that is deceptive has to know what [the objective] is trained for, and it has to know that before anything else has settled in its weights.")]
    [InlineData("> A model that is deceptive has to know what it is trained for, and it has to know that before anything else has settled in its weights. (emphasis mine)")]
    [InlineData("[quote=\"ada\"]A model that is deceptive has to know what [...] has to know that before anything else has settled in its weights.[/quote]")]
    [InlineData("You say “A model that is deceptive has to know […] that before anything else has settled in its weights”, and I doubt it.")]
    [InlineData("You say \"A model that is deceptive has to know what [the objective] is trained for, and it has to know that\", and I doubt it.")]
    public void What_is_put_in_or_left_out_by_whoever_quotes_hides_no_words(string quoting)
    {
        var thread = Read(Opening, quoting + "\n\nI doubt that.");

        var quote = Assert.Single(thread.Posts[1].Quotes);
        Assert.Equal((QuoteState.Pieces, "c0", 1), (quote.State, quote.PostId, quote.Matches));
        Assert.StartsWith(Opening.Substring(quote.PassageStart!.Value, quote.PassageLength!.Value), Said, StringComparison.Ordinal);
        Assert.Equal(0, thread.Report.QuotesReworded);
    }

    [Theory]
    [InlineData("> Not here.\n\nWhere, then?", "11")]
    [InlineData("> here\n\nWhere, then?", null)]
    public void A_few_words_are_found_in_a_comment_right_before_where_nobody_answers_a_comment(string quoting, string? quoted)
    {
        var thread = Samples.Read(
            """{"url":"https://api.github.com/repos/o/r/issues/5","html_url":"https://github.com/o/r/issues/5","id":1000,"number":5,"title":"Maps","user":{"login":"ada","id":1},"comments":2,"created_at":"2024-01-01T10:00:00Z","author_association":"OWNER","body":"Maps break."}""",
            JsonSerializer.Serialize(new[] { Comment(11, "Not here."), Comment(12, quoting) }));

        Assert.Equal(quoted, Assert.Single(thread.Post("12").Quotes).PostId);

        static object Comment(int id, string body) =>
            new { id, body, html_url = $"https://github.com/o/r/issues/5#issuecomment-{id}", issue_url = "https://api.github.com/repos/o/r/issues/5", user = new { login = $"u{id}", id }, created_at = $"2024-01-01T{id}:00:00Z", author_association = "NONE" };
    }

    [Theory]
    [InlineData("> A model that is deceptive has to understand what it is trained for, and it has to know that before anything else has settled in its weights.")]
    [InlineData("> A model which is deceptive has to know what it is trained for, and has to know that before anything else settled in its weights.")]
    public void Words_that_were_changed_in_a_few_places_are_found_and_said_to_be_changed(string quoting)
    {
        var thread = Read(Opening, quoting + "\n\nI doubt that.", "Something else altogether.");

        var quote = Assert.Single(thread.Posts[1].Quotes);
        Assert.Equal((QuoteState.Reworded, "c0", Said), (quote.State, quote.PostId, Opening.Substring(quote.PassageStart!.Value, quote.PassageLength!.Value)));
        Assert.Contains(thread.Report.Sentences(), line => line == "1 quote: 1 found in the thread (1 in nearly the same words), 0 fitting several passages, 0 not found.");
    }

    [Theory]
    [InlineData("> A model that is honest has to know nothing of how it is trained, and it may learn that after everything else has settled in its mind.")]
    [InlineData("> It has to know why first.")]
    [InlineData("> Incomprehensibilities")]
    public void Words_that_are_only_somewhat_alike_are_not_taken_for_the_same(string quoting)
    {
        var quote = Assert.Single(Read(Opening, quoting + "\n\nI doubt that.").Posts[1].Quotes);

        Assert.Equal((QuoteState.NotFound, null, null), (quote.State, quote.PostId, quote.PassageStart));
    }

    [Theory]
    [InlineData("> I have read the post twice. Nothing in the post says how it would come to know that so early.")]
    [InlineData("> I have read the post twice.\n> Nothing in the post says how it would come to know that so early.")]
    public void Sentences_may_be_left_out_without_a_mark(string quoting)
    {
        var quote = Assert.Single(Read(Opening, quoting + "\n\nI doubt that.").Posts[1].Quotes);

        Assert.Equal((QuoteState.Pieces, 0, Opening.Length - 1), (quote.State, quote.PassageStart, quote.PassageLength));
    }

    [Fact]
    public void A_quote_of_which_most_is_not_there_is_not_found()
    {
        var quote = Assert.Single(Read(Opening, "> I have read the post twice. And it made me think of a poem which I heard when I was young, about a bird that sang in the dark. [...] Then it flew away and was never seen again.\n\nNice.").Posts[1].Quotes);

        Assert.Equal(QuoteState.NotFound, quote.State);
    }

    [Fact]
    public void Words_that_two_passages_are_as_like_are_tied_to_neither()
    {
        var twice = "What we call alignment is mostly a matter of luck. I mean it: what we call alignment is only a matter of luck.";

        var quote = Assert.Single(Read(twice, "> What we call alignment is entirely a matter of luck.\n\nI doubt that.").Posts[1].Quotes);

        Assert.Equal((QuoteState.NotFound, null), (quote.State, quote.PassageStart));
    }

    [Fact]
    public void Words_that_were_changed_are_found_in_a_post_that_is_not_answered()
    {
        var thread = Read("Somebody should say this.", Opening, "> A model that is deceptive has to understand what it is trained for, and it has to know that before anything else has settled in its weights.\n\nI doubt that.");

        Assert.Equal((QuoteState.Reworded, "c1"), (thread.Posts[2].Quotes[0].State, thread.Posts[2].Quotes[0].PostId));
    }

    private static ForumThread Read(params string[] bodies) => Samples.Read(JsonSerializer.Serialize(new
    {
        comments = bodies.Select((body, index) => new { id = $"c{index}", parent_id = index == 0 ? null : "c0", author = index == 0 ? "ada" : "grace", body }),
    }));
}
