using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

public sealed class ImportWordsTests
{
    [Fact]
    public void What_is_zero_is_not_said_of_what_an_import_changed()
    {
        var outcome = new ImportOutcome(New: 1, Unchanged: 38, Uncertain: 2);

        Assert.Equal(["1 post is new, 0 have changed, 38 are as before."], ImportWords.Changes(outcome));
        Assert.Equal("Of the passages cited, 2 need a look.", ImportWords.Passages(outcome));
        Assert.Null(ImportWords.Passages(outcome with { Uncertain = 0 }));
    }

    [Fact]
    public void It_is_said_what_damage_means_for_the_posts_that_were_there()
    {
        Assert.Equal(
            ["0 posts are new, 0 have changed, 40 are as before.", "What was given is damaged, so it was read together with what was given before."],
            ImportWords.Changes(new(Unchanged: 40, IsMended: true)));
        Assert.Equal(
            ["0 posts are new, 0 have changed, 38 are as before.", "2 posts that were here before are not in what was read. As that is damaged, lacks parts or came in another way than before, they are not taken to be gone."],
            ImportWords.Changes(new(Unchanged: 38, Unseen: 2)));
    }
}
