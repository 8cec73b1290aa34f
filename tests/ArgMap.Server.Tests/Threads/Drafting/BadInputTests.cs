using System.Net;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads;

namespace ArgMap.Server.Tests.Threads.Drafting;

/// <summary>Forms of a draft that cannot be acted on: what somebody typed or ticked is still there.</summary>
public sealed class BadInputTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Whoever_has_signed_out_meanwhile_keeps_what_they_typed_in_every_form()
    {
        var (draft, ada) = await Own("Ada");
        using var browser = ada;
        using var nobody = app.Anonymous();
        var (page, claim) = (await browser.Get($"/m/{draft.Slug}/draft"), await draft.Saying("past the school"));

        var card = await nobody.Submit(page, Address.AnswerSuggestion(draft.Slug, draft.Thread, claim.Number), ("do", "change"), ("text", "In my words"));
        var thesis = await nobody.Submit(page, $"/m/{draft.Slug}/draft/thesis", ("thesis", "My own thesis"));
        var listed = await nobody.Submit(await browser.Get($"/m/{draft.Slug}/draft/accept?first=yes"), $"/m/{draft.Slug}/draft/accept", ("take", $"{claim.Number}"), ("do", "accept"));
        var cues = await nobody.Submit(await browser.Get(Address.Cues(draft.Slug, draft.Thread)), $"/m/{draft.Slug}/draft/cues", ("cues", "my own cues"));

        Assert.All([card, thesis, listed, cues], answer => Assert.Equal((HttpStatusCode.Unauthorized, "Sign in first"), (answer.Status, answer.Document.QuerySelector(".error-summary h2")?.TextContent)));
        Assert.Equal("In my words", card.Document.QuerySelector($"#s{claim.Number} textarea")!.TextContent);
        Assert.Equal("My own thesis", thesis.Document.QuerySelector("#thesis-text")!.TextContent);
        Assert.Equal($"{claim.Number}", Assert.Single(listed.Document.QuerySelectorAll("input[name=take][checked]")).GetAttribute("value"));
        Assert.Equal("my own cues", cues.Document.QuerySelector("#cues")!.TextContent);
    }

    [Fact]
    public async Task What_somebody_else_accepted_meanwhile_is_said_and_the_words_typed_for_it_are_kept()
    {
        var (draft, bea) = await SignedIn("Bea");
        using var browser = bea;
        var (page, claim) = (await browser.Get($"/m/{draft.Slug}/draft"), await draft.Saying("nothing acts on an objective"));
        await draft.Accept(Drafts.As(claim));

        var late = await browser.Submit(page, Address.AnswerSuggestion(draft.Slug, draft.Thread, claim.Number), ("do", "change"), ("text", "In my words"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("has put this into the map already", late.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("In my words", late.Document.QuerySelector(".as-typed")!.TextContent);
    }

    [Theory]
    [InlineData("kind", "Sermon", HttpStatusCode.BadRequest, "must be one of Claim, Question")]
    [InlineData("thread", "99", HttpStatusCode.BadRequest, "Source 99 of this map is no imported thread")]
    [InlineData("thread", "x", HttpStatusCode.BadRequest, "Source 0 of this map is no imported thread")]
    [InlineData("suggestion", "9999", HttpStatusCode.Conflict, "is in the map already, or the thread was read anew")]
    public async Task Whatever_is_wrong_with_a_thesis_is_said_where_it_was_typed(string field, string value, HttpStatusCode status, string says)
    {
        var (draft, cora) = await Own($"Cora {field} {value}");
        using var browser = cora;

        var page = await browser.Submit($"/m/{draft.Slug}/draft", $"/m/{draft.Slug}/draft/thesis", ("thesis", "My own thesis"), (field, value));

        Assert.Equal(status, page.Status);
        Assert.Contains(says, page.Document.QuerySelector("#thesis .error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My own thesis", page.Document.QuerySelector("#thesis-text")!.TextContent);
    }

    [Fact]
    public async Task A_list_that_names_no_thread_is_refused_and_accepts_nothing()
    {
        var (draft, dora) = await SignedIn("Dora");
        using var browser = dora;

        var page = await browser.Submit($"/m/{draft.Slug}/draft/accept?first=yes", $"/m/{draft.Slug}/draft/accept", ("thread", "x"), ("do", "accept"));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("There is no suggestion", page.Text, StringComparison.Ordinal);
        Assert.All((await draft.Known()).Values, known => Assert.Equal(SuggestionState.Open, known.State));
    }

    /// <summary>A draft whose owner's browser it is.</summary>
    private async Task<(Drafts Draft, Browser Browser)> Own(string name)
    {
        const string Thread = "[-]Ada 8mo 31 points\nI think the High Street should be closed to cars for good. The trial last summer showed that people come more often and stay longer.\n\n[-]Bo 8mo 3 points\nI don't think so, because the traffic goes past the school.";
        var browser = await app.SignedInAs(name);
        var started = (await browser.Submit(Address.Import, Address.Import, ("text", Thread), ("title", $"A street of {name}"))).Location!.Split('/');
        var import = await app.Ended(new(started[2], Guid.Parse(started[^1])));
        return (new Drafts(app, started[2], await app.Person($"not {name}"), import), browser);
    }

    private async Task<(Drafts Draft, Browser Browser)> SignedIn(string name)
    {
        var draft = await Drafts.Of(app, $"{name}'s own", SmallForum.File(SmallForum.Four, title: $"A thread for {name}"));
        return (draft, await app.SignedInAs(name));
    }
}
