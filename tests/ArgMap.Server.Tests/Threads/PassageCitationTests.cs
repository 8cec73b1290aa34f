using ArgMap.Argumentation.Citations;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Threads;

namespace ArgMap.Server.Tests.Threads;

public sealed class PassageCitationTests
{
    private const string Body = "> Pure deception would crystallise.\n\nI don’t see *why* it would.\n\nI am not sure. I am not sure, again.";

    [Fact]
    public void Marked_words_are_cited_with_their_place_and_what_is_around_them()
    {
        var start = Body.IndexOf("why", StringComparison.Ordinal);

        var cited = Cite(new(null, Start: start, Length: 3)).Value;

        Assert.Equal((7, 4, "why", start), (cited.Source, cited.Post, cited.Exact, cited.PostStart));
        Assert.EndsWith("I don’t see *", cited.Prefix, StringComparison.Ordinal);
        Assert.StartsWith("* it would.", cited.Suffix, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_words_are_found_whatever_their_marks_and_formatting()
    {
        var cited = Cite(new("i don't see why it would")).Value;

        Assert.Equal("I don’t see *why* it would", cited.Exact);
        Assert.Equal(AnchorState.Exact, new CitableText(Body).Find(new QuoteSelector(cited.Exact!, cited.Prefix, cited.Suffix, cited.PostStart)).State);
    }

    [Fact]
    public void A_place_whose_words_have_changed_since_is_not_cited_for_other_words()
    {
        var cited = Cite(new("I don't see why it would", Start: 2, Length: 10)).Value;

        Assert.Equal(Body.IndexOf("I don", StringComparison.Ordinal), cited.PostStart);
    }

    [Fact]
    public void The_second_of_two_places_is_cited_when_it_was_marked()
    {
        var second = Body.LastIndexOf("I am not sure", StringComparison.Ordinal);

        Assert.Equal(second, Cite(new("I am not sure", Start: second, Length: 13)).Value.PostStart);
    }

    [Theory]
    [InlineData("I am not sure", null, "These words stand in 2 places of post 4")]
    [InlineData("Nobody wrote this", null, "These words are not in post 4 as it is now")]
    [InlineData("I am not sure", "nonsense", "but not with these words right before and after them")]
    [InlineData(" ", null, "There are no words to cite")]
    public void Words_that_cannot_be_cited_are_refused_in_plain_words(string words, string? prefix, string message)
    {
        var refusal = Cite(new(words, prefix)).Refusal;

        Assert.Equal("exact", refusal?.Field);
        Assert.Contains(message, refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_a_citation_can_hold_is_refused_and_not_cut()
    {
        var post = Post(new string('x', CitationRow.MaxExactLength + 1));

        var refusal = PassageCitation.Of(post, new(null, Start: 0, Length: post.Body.Length), new Thing(ThingKind.Node, 2), Guid.Empty).Refusal;

        Assert.Contains("4,001 characters", refusal!.Detail, StringComparison.Ordinal);
    }

    private static Outcome<CitationState> Cite(PassageCitation.Passage passage) => PassageCitation.Of(Post(Body), passage, new Thing(ThingKind.Node, 2), Guid.Empty);

    private static PostRow Post(string body) => new() { SourceNumber = 7, Number = 4, ExternalId = "x", Body = body, BodyHash = [], Quotes = "[]" };
}
