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
}
