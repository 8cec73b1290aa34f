using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

public sealed class ImportWordsTests
{
    [Fact]
    public void What_is_zero_is_not_said_of_what_an_import_changed() => Assert.Equal(
        ["1 post is new, 0 have changed, 38 are as before.", "Of the passages cited, 2 need a look."],
        ImportWords.Changes(new ImportOutcome(New: 1, Unchanged: 38, Uncertain: 2)));
}
