using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Tests.Threads;

public sealed class DraftedPartTests
{
    private static readonly ForumThread Whole = Read(SmallForum.Four);

    [Fact]
    public void A_thread_of_ordinary_length_is_drafted_from_whole() => Assert.Same(Whole, DraftedPart.Of(Whole));

    [Fact]
    public void Of_a_thread_that_is_too_long_the_beginning_is_drafted_from()
    {
        var part = DraftedPart.Of(Whole, Whole.Posts[0].Body.Length + Whole.Posts[1].Body.Length);

        Assert.Equal(["a", "b"], part.Posts.Select(post => post.Id));
        Assert.NotEmpty(ThreadDrafting.Draft(part).Suggestions);
    }

    [Fact]
    public void A_quote_of_a_post_that_was_left_out_leads_nowhere()
    {
        var further = Whole.Posts[1] with { Quotes = [Assert.Single(Whole.Posts[1].Quotes) with { PostId = "d", PassageStart = 0, PassageLength = 10 }] };
        var thread = Whole with { Posts = [Whole.Posts[0], further, .. Whole.Posts.Skip(2)] };

        var part = DraftedPart.Of(thread, thread.Posts[0].Body.Length + thread.Posts[1].Body.Length);

        Assert.Equal((QuoteState.SourceMissing, null), (Assert.Single(part.Posts[1].Quotes).State, part.Posts[1].Quotes[0].PostId));
        Assert.NotEmpty(ThreadDrafting.Draft(part).Suggestions);
    }

    private static ForumThread Read(IReadOnlyList<SmallForum.Said> said)
    {
        var file = SmallForum.File(said);
        return ThreadReading.Read([new ThreadInput(file.Name, file.Bytes())]);
    }
}
