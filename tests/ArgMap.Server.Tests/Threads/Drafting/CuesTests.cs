using System.Net;
using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Drafting.Cues;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Drafting;

/// <summary>The table of cues of one thread.</summary>
public sealed class CuesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Own = "# Mine\ndrift  \\bdrift\\b  5  0  0  -  speaks of drifting";

    [Fact]
    public async Task A_thread_is_drafted_again_by_its_own_table_and_what_was_answered_stays()
    {
        var (draft, browser) = await Begin("Ada of cues");
        using var ada = browser;
        var rejected = await draft.Saying("nothing acts on an objective");
        await draft.Reject(rejected.Number);

        var done = await ada.Follow(await Keep(ada, draft, Own));

        Assert.Contains("Go through the", done.Text, StringComparison.Ordinal);
        var known = await draft.Known();
        Assert.Equal(SuggestionState.Rejected, known[rejected.Number].State);
        var drifting = await draft.Saying("Parameters drift");
        Assert.Equal(("drift", true), (drifting.Suggestion.Cue, drifting.Suggestion.Reason.StartsWith("It speaks of drifting.", StringComparison.Ordinal)));
        Assert.Contains("This thread has a table of its own", (await ada.Get(At(draft))).Text, StringComparison.Ordinal);

        await ada.Submit(At(draft), $"/m/{draft.Slug}/draft/cues", ("do", "ordinary"));

        Assert.NotEqual("drift", (await draft.Saying("Parameters drift")).Suggestion.Cue);
        Assert.Equal(CueTable.EnglishText, (await ada.Get(At(draft))).Document.QuerySelector("#cues")!.TextContent);
    }

    [Fact]
    public async Task Wrong_lines_are_named_and_what_was_typed_stays()
    {
        var (draft, browser) = await Begin("Bea of cues");
        using var bea = browser;
        const string Wrong = "# Mine\nif  (  0  0  0  -  sets out\n\nthree  columns  only\nn  x  much  0  0  -  r\nplace  @nowhere  0  0  0  -  r\nrole  x  0  0  0  king  r";

        var page = await Keep(bea, draft, Wrong);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var problems = page.Document.QuerySelectorAll(".error-summary li").Select(item => item.TextContent).ToList();
        string[] said = ["Line 2: the pattern “(”", "Line 4: it has 3 columns", "Line 5: the third to the fifth", "Line 6: there is no place “@nowhere”", "Line 7: there is no role “king”"];
        Assert.Equal(said.Length, problems.Count);
        Assert.All(said.Zip(problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(Wrong, page.Document.QuerySelector("#cues")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Null(await app.With<ArgMapDbContext, string?>(db => db.ForumThreads.Where(row => row.SourceNumber == draft.Thread && db.Maps.Any(map => map.Id == row.MapId && map.Slug == draft.Slug)).Select(row => row.Cues).SingleAsync()));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("x")]
    [InlineData("")]
    public async Task A_form_that_names_no_thread_of_the_map_shows_what_was_typed(string thread)
    {
        var (draft, browser) = await Begin($"Dora{thread} of cues");
        using var dora = browser;

        var page = await dora.Submit(At(draft), $"/m/{draft.Slug}/draft/cues", ("do", "keep"), ("thread", thread), ("cues", Own));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(Own, page.Document.Body!.TextContent.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_can_read_the_table_and_only_the_owner_change_it()
    {
        var (draft, browser) = await Begin("Cora of cues");
        using var cora = browser;
        var other = await app.Person("Not Cora");
        using var reader = app.Anonymous();

        var page = await reader.Get(At(draft));
        var refused = await app.With<KeepCues, Outcome<StartedImport>>(keep => keep.Handle(draft.Slug, draft.Thread, other, Own, null, CancellationToken.None));

        Assert.Null(page.Document.QuerySelector("#cues"));
        Assert.Equal(CueTable.English.Cues.Count, page.Document.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal(403, refused.Refusal!.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/m/{draft.Slug}/draft/cues?thread=99")).Status);
    }

    [Theory]
    [InlineData("a  b  c", "a\tb\tc\n")]
    [InlineData("a\tb  c\td", "a\tb  c\td\n")]
    [InlineData("# two  spaces\r\na    b", "# two  spaces\na\tb\n")]
    public void Two_spaces_divide_columns_where_no_tab_does(string typed, string kept) => Assert.Equal(kept, ThreadCues.Normal(typed));

    [Fact]
    public void The_ordinary_table_has_nothing_wrong_and_an_empty_one_has()
    {
        Assert.Empty(ThreadCues.Problems(ThreadCues.Normal(CueTable.EnglishText)));
        Assert.Contains("has no cues", Assert.Single(ThreadCues.Problems("# nothing\n")), StringComparison.Ordinal);
        Assert.Same(CueTable.English, ThreadCues.Of("what no version can read"));
    }

    private async Task<(Drafts Draft, Browser Browser)> Begin(string name)
    {
        var browser = await app.SignedInAs(name);
        var owner = await app.With<ArgMapDbContext, Actor>(db => db.People.Where(person => person.UserName == name).Select(person => new Actor(person.Id, person.UserName)).SingleAsync());
        var import = await app.Import(owner, SmallForum.File(SmallForum.Four, title: $"A thread of {name}"));
        return (new Drafts(app, await app.SlugOf(import.MapId), owner, import), browser);
    }

    private static string At(Drafts draft) => $"/m/{draft.Slug}/draft/cues?thread={draft.Thread}";

    private static Task<Page> Keep(Browser browser, Drafts draft, string cues) => browser.Submit(At(draft), $"/m/{draft.Slug}/draft/cues", ("do", "keep"), ("cues", cues));
}
