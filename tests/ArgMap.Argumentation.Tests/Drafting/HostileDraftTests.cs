using System.Text.Json;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Tests.Threads;

namespace ArgMap.Argumentation.Tests.Drafting;

/// <summary>Posts that hold more sentences, quotes and links than anybody writes.</summary>
public sealed class HostileDraftTests
{
    private const int MostSentences = 5_000, MostLetters = 2_000;

    [Fact]
    public void The_same_sentence_again_and_again_is_one_suggestion_with_all_its_places()
    {
        const string Said = "I think that maps help people to decide.";

        var draft = Draft(string.Join(' ', Enumerable.Repeat(Said, 1_000)));

        var suggestion = Assert.Single(draft.Suggestions);
        Assert.Equal(Enumerable.Range(0, 1_000).Select(number => number * (Said.Length + 1)), suggestion.Passages.Concat(suggestion.Again).Select(passage => passage.Start));
    }

    [Fact]
    public void Of_more_sentences_than_anybody_writes_into_one_post_the_first_are_looked_at()
    {
        var draft = Draft(string.Join(' ', Enumerable.Range(0, MostSentences + 1_000).Select(number => $"I think that map {number} helps.")));

        Assert.Equal(MostSentences, draft.Sentences);
        Assert.DoesNotContain(draft.Suggestions, suggestion => suggestion.Passages[0].Text.Contains($"map {MostSentences} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_of_many_answers_is_to_the_quote_before_it()
    {
        var said = Enumerable.Range(0, 300).Select(number => $"I think that the map of town {number} helps people to decide.").ToList();

        var draft = Draft(string.Join(' ', said), string.Join("\n\n", said.Select((words, number) => $"> {words}\n\nI think that this should not be so in house {number}.")));

        var answers = draft.Suggestions.Where(suggestion => suggestion.Passages[0].Text.Contains("in house", StringComparison.Ordinal)).OrderBy(suggestion => suggestion.Number);
        Assert.Equal(said, answers.Select(answer => answer.Target?.Passage?.Text));
    }

    [Fact]
    public void Quotes_of_what_is_nowhere_else_are_claims_that_the_words_below_them_are_about()
    {
        var quotes = Enumerable.Range(0, 100).Select(number => $"Towns of kind {number} are without any use for gardeners and painters.").ToList();

        var draft = Draft("Are there any maps?", string.Join("\n\n", quotes.Select((words, number) => $"> {words}\n\nI think that towns of kind {number} are of some use.")));

        var answers = draft.Suggestions.Where(suggestion => suggestion.Passages[0].Text.StartsWith("I think", StringComparison.Ordinal)).OrderBy(suggestion => suggestion.Number);
        Assert.Equal(quotes, answers.Select(answer => answer.Target?.Passage?.Text));
    }

    [Fact]
    public void A_line_of_links_without_a_stop_is_divided_and_every_link_is_a_source()
    {
        var addresses = Enumerable.Range(0, 500).Select(number => $"https://example.org/a/{number}").ToList();

        var draft = Draft(string.Join(' ', addresses.Select(address => $"see {address} and")));

        Assert.Equal(addresses, draft.Suggestions.OrderBy(suggestion => suggestion.Number).Select(suggestion => suggestion.Address).OfType<string>());
        Assert.All(draft.Suggestions, suggestion => Assert.InRange(suggestion.Passages[0].Text.Length, 1, MostLetters));
        Assert.All(draft.Suggestions.Where(suggestion => suggestion.Address is not null), suggestion => Assert.Contains(suggestion.Address!, suggestion.Passages[0].Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![a")]
    [InlineData("*_")]
    [InlineData("a.")]
    public void Signs_without_end_are_no_sentences_that_take_too_long(string sign)
    {
        var draft = Draft("Are there any maps?\n\n" + string.Concat(Enumerable.Repeat(sign, 1_000_000)));

        Assert.Contains(draft.Suggestions, suggestion => suggestion.Passages[0].Text == "Are there any maps?");
    }

    private static ThreadDraft Draft(params string[] texts) =>
        ThreadDrafting.Draft(Samples.Read(JsonSerializer.Serialize(texts.Select((text, number) => new { id = number + 1, parent_id = number == 0 ? (int?)null : number, author = number == 0 ? "Ada" : "Bo", text }))));
}
