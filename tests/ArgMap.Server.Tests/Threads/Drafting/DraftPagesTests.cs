using System.Globalization;
using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Tests.Threads.Drafting;

/// <summary>The draft without a script.</summary>
public sealed class DraftPagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string LockedIn =
        "I think that the objective becomes locked in once the model stops to pursue it and cooperates with the selection process instead, because there is little pressure that acts to change what is irrelevant to its outputs.";

    [Fact]
    public async Task Each_suggestion_is_shown_with_its_words_cue_reason_and_target_in_the_order_of_the_thread()
    {
        var draft = await Drafts.Of(app, "Ada", SmallForum.File(SmallForum.Four));
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{draft.Slug}/draft");

        var objection = await draft.Saying("Gradient descent intervenes");
        var card = page.Document.QuerySelector($"#s{objection.Number}")!;
        Assert.Contains("Gradient descent intervenes on all parameters", card.QuerySelector("mark")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("I don't think that is right.", card.QuerySelector(".around")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(objection.Suggestion.Reason, card.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Cue: {objection.Suggestion.Cue}", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("not in the map yet", card.QuerySelector(".onto")!.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("form"));
        Assert.Contains("Accepting needs an account", page.Text, StringComparison.Ordinal);
        Assert.Equal(["post 1", "post 2", "post 3", "post 4"], page.Document.QuerySelectorAll("h2.by .number").Select(number => number.TextContent));
    }

    [Fact]
    public async Task Accepting_leads_on_to_the_next_suggestion_and_says_what_was_done_and_undo_opens_it_again()
    {
        var (draft, ada) = await SignedIn("Bea");
        using var browser = ada;
        var claim = await draft.Saying("nothing acts on an objective");

        var answer = await Answer(browser, draft, claim.Number, "accept");
        var page = await browser.Follow(answer);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("#s", answer.Location, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(answer.Location![answer.Location!.IndexOf('#', StringComparison.Ordinal)..]));
        Assert.Null(page.Document.QuerySelector($"#s{claim.Number}"));
        Assert.Contains("You accepted “", page.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        var undone = await browser.Follow(await browser.Submit(page, $"/m/{draft.Slug}/draft/undo"));

        Assert.NotNull(undone.Document.QuerySelector($"#s{claim.Number}"));
    }

    [Fact]
    public async Task What_the_suggestions_of_a_post_hang_from_is_listed_with_them_and_that_is_said()
    {
        var (draft, ada) = await SignedIn("Bela");
        using var browser = ada;
        var objection = await draft.Saying("Gradient descent intervenes");

        var listed = await browser.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&post={objection.Post}");

        Assert.Contains("One of them is here because others hang from it.", listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("because others hang", (await browser.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&rank=0")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_for_what_a_suggestion_is_already_accepts_it()
    {
        var (draft, ada) = await SignedIn("Bodo");
        using var browser = ada;
        var objection = await draft.Saying("Gradient descent intervenes");

        var page = await browser.Get($"/m/{draft.Slug}/draft");

        Assert.Equal("a o", page.Document.QuerySelector($"#s{objection.Number} button[value=accept]")!.GetAttribute("aria-keyshortcuts"));
    }

    [Fact]
    public async Task A_rejected_one_is_listed_and_can_be_brought_back()
    {
        var (draft, ada) = await SignedIn("Cora");
        using var browser = ada;
        var claim = await draft.Saying("nothing acts on an objective");
        await Answer(browser, draft, claim.Number, "reject");

        var page = await browser.Get($"/m/{draft.Slug}/draft?show=rejected");
        Assert.Contains("Rejected by Cora", page.Document.QuerySelector($"#s{claim.Number}")!.TextContent, StringComparison.Ordinal);
        await browser.Submit(page, Address.AnswerSuggestion(draft.Slug, draft.Thread, claim.Number), ("do", "bring-back"));

        Assert.Equal(SuggestionState.Open, (await draft.Saying("nothing acts on an objective")).State);
    }

    [Fact]
    public async Task A_change_that_is_refused_comes_back_with_what_was_typed()
    {
        var (draft, ada) = await SignedIn("Dora");
        using var browser = ada;
        var claim = await draft.Saying("nothing acts on an objective");

        var page = await Answer(browser, draft, claim.Number, "change", ("text", "In my words"), ("target", "#77"), ("as", "Objection"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var card = page.Document.QuerySelector($"#s{claim.Number}")!;
        Assert.Contains("There is no node or step #77", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("In my words", card.QuerySelector("textarea")!.TextContent);
        Assert.Equal("#77", card.QuerySelector("input[name=target]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_enters_the_map_at_once_is_listed_first_and_exactly_that_enters()
    {
        var (draft, ada) = await SignedIn("Eve");
        using var browser = ada;
        var listed = await browser.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&rank=0");
        var numbers = listed.Value("input[name=numbers]").Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var known = await draft.Known();
        Assert.Equal(known.Keys.Order(), numbers.Order());
        Assert.All(known.Values, suggestion => Assert.Contains($"S{suggestion.Number}", listed.Text, StringComparison.Ordinal));
        await draft.Reject(numbers[^1]);

        var done = await browser.Submit(listed, $"/m/{draft.Slug}/draft/accept");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(numbers.Order(), (await draft.Known()).Values.Where(each => each.State == SuggestionState.Accepted).Select(each => each.Number).Order());
    }

    [Fact]
    public async Task A_node_says_before_all_else_where_its_words_were_said_and_leads_there()
    {
        var draft = await Drafts.Of(app, "Nell", SmallForum.File(SmallForum.Four));
        var made = (await draft.Accept(new AcceptSuggestions.Item((await draft.Saying("nothing acts on an objective")).Number))).Value;
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{draft.Slug}/n/{made.AddedNode}");
        var way = page.Document.QuerySelectorAll("article.node a").First(link => link.TextContent == "post 1 by ada");

        var (there, place) = (way.GetAttribute("href")!.Split('#')[0], way.GetAttribute("href")!.Split('#')[1]);
        Assert.Contains("nothing acts on an objective", (await reader.Get(there)).Document.QuerySelector($"#{place}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_never_has_more_than_can_be_accepted_at_once()
    {
        var chain = Enumerable.Range(0, 230).Select(number => new SmallForum.Said($"s{number}", number == 0 ? "a" : $"s{number - 1}", number % 2 == 0 ? "bo" : "cy", $"I don't think that is right, because street number {number} would lose its shops."));
        var draft = await Drafts.Of(app, "Max", SmallForum.File([SmallForum.Four[0], .. chain], title: "Should the streets be closed?"));
        using var max = await app.SignedInAs("Max himself");

        var listed = await max.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&first=yes");
        var done = await max.Submit(listed, $"/m/{draft.Slug}/draft/accept");

        Assert.Contains("At most 200 are accepted at once. Others stay in the draft.", listed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.InRange((await draft.Known()).Values.Count(each => each.State == SuggestionState.Accepted), 180, 200);
    }

    [Theory]
    [InlineData("accept", SuggestionState.Open)]
    [InlineData("rest", SuggestionState.Rejected)]
    public async Task What_is_unticked_stays_out_and_what_hung_from_it_goes_to_what_that_was_about(string button, SuggestionState left)
    {
        var (draft, ada) = await SignedIn(button == "rest" ? "Lea" : "Leo");
        using var browser = ada;
        var (claim, objection) = (await draft.Saying("nothing acts on an objective"), await draft.Saying("Gradient descent intervenes"));
        var listed = await browser.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&first=yes");
        var below = listed.Document.QuerySelector($"li:has(> .item > #s{claim.Number}-take) > .entering > li:has(> .item > #s{objection.Number}-take)");
        Assert.Contains("this goes to what that was about", below!.TextContent, StringComparison.Ordinal);

        var done = await browser.Submit(listed, $"/m/{draft.Slug}/draft/accept", ("take", $"{objection.Number}"), ("do", button));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal((left, SuggestionState.Accepted), ((await draft.Saying("nothing acts on an objective")).State, (await draft.Saying("Gradient descent intervenes")).State));
        var map = await draft.Map();
        Assert.Equal(map.Head.Root, Assert.Single(map.Relations.Values).Target.Number);
        Assert.Contains("No suggestion was chosen", (await browser.Submit(listed, $"/m/{draft.Slug}/draft/accept", ("take", null), ("key", "other"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_list_a_suggestion_is_made_something_else_where_it_hangs_and_one_undo_takes_that_back()
    {
        var (draft, ada) = await SignedIn("Lou");
        using var browser = ada;
        var (claim, objection) = (await draft.Saying("nothing acts on an objective"), await draft.Saying("Gradient descent intervenes"));
        var listed = await browser.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&first=yes");
        Assert.Equal("objection", listed.Document.QuerySelector($"select[name=as-{objection.Number}] option[selected][value='']")!.TextContent);
        (string, string?)[] chosen = [("take", $"{claim.Number}"), ("take", $"{objection.Number}"), ($"as-{claim.Number}", "Question"), ($"as-{objection.Number}", "Prerequisite")];

        var refused = await browser.Submit(listed, $"/m/{draft.Slug}/draft/accept", [.. chosen[..3], ($"as-{objection.Number}", "Nonsense")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Question", refused.Document.QuerySelector($"select[name=as-{claim.Number}] option[selected]")!.GetAttribute("value"));
        var page = await browser.Follow(await browser.Submit(listed, $"/m/{draft.Slug}/draft/accept", chosen));

        var map = await draft.Map();
        var (asked, needed) = ((await draft.Saying("nothing acts on an objective")).MadeNode!.Value, (await draft.Saying("Gradient descent intervenes")).MadeNode!.Value);
        Assert.Equal(NodeKind.Question, map.Nodes[asked].Kind);
        Assert.Equal((RelationKind.Prerequisite, asked), map.Relations.Values.Where(step => step.Premises.Contains(needed)).Select(step => (step.Kind, step.Target.Number)).Single());
        await browser.Submit(page, $"/m/{draft.Slug}/draft/undo");
        Assert.All((await draft.Known()).Values, known => Assert.Equal(SuggestionState.Open, known.State));
    }

    [Fact]
    public async Task One_undo_takes_back_what_was_accepted_and_the_others_that_were_rejected_with_it()
    {
        var (draft, ada) = await SignedIn("Lin");
        using var browser = ada;
        var objection = await draft.Saying("Gradient descent intervenes");
        var listed = await browser.Get($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&first=yes");
        var left = listed.Document.QuerySelectorAll("input[name=take]").Length - 1;

        var page = await browser.Follow(await browser.Submit(listed, $"/m/{draft.Slug}/draft/accept", ("take", $"{objection.Number}"), ("do", "rest")));

        var said = page.Document.QuerySelector(".last-answer [role=status]")!.TextContent;
        Assert.Contains($"You accepted 1 suggestion and rejected {left} suggestions (revision ", said, StringComparison.Ordinal);
        await browser.Submit(page, $"/m/{draft.Slug}/draft/undo");
        Assert.All((await draft.Known()).Values, known => Assert.Equal(SuggestionState.Open, known.State));
    }

    [Fact]
    public async Task What_the_map_is_about_is_asked_first_and_proposed_from_the_title()
    {
        using var browser = await app.SignedInAs("Fay");
        var import = await browser.Submit("/import", "/import", ("text", "I think that deception is unlikely by default.\n\nWhy would it crystallise?"), ("title", "CMV: deception would crystallise"));
        var slug = import.Location!.Split('/')[2];
        await app.Ended(new(slug, Guid.Parse(import.Location!.Split('/')[^1])));

        var page = await browser.Get($"/m/{slug}/draft");
        Assert.Equal("Deception would crystallise", page.Document.QuerySelector("#thesis-text")!.TextContent);
        await browser.Submit(page, $"/m/{slug}/draft/thesis");

        var after = await browser.Get($"/m/{slug}/draft");
        Assert.Contains("Deception would crystallise", (await browser.Get($"/m/{slug}/n/1")).Text, StringComparison.Ordinal);
        Assert.NotNull(after.Document.QuerySelector(".suggestion"));
    }

    [Fact]
    public async Task What_the_map_is_about_is_not_asked_again_when_the_title_says_it()
    {
        using var browser = await app.SignedInAs("Kay");
        var import = await browser.Submit("/import", "/import", ("text", "I think that deception is unlikely by default.\n\nWhy would it crystallise?"), ("title", "Would deception crystallise?"));
        var slug = import.Location!.Split('/')[2];
        await app.Ended(new(slug, Guid.Parse(import.Location!.Split('/')[^1])));

        var page = await browser.Get($"/m/{slug}/draft");
        Assert.Null(page.Document.QuerySelector("#ways"));
        var after = await browser.Follow(await browser.Submit(page, $"/m/{slug}/draft/thesis"));

        Assert.Null(after.Document.QuerySelector("#thesis"));
        Assert.NotNull(after.Document.QuerySelector("#ways"));
        Assert.All(after.Document.QuerySelectorAll("article.suggestion input[name=part]"), part => Assert.Contains("about=settled", part.GetAttribute("value"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pasted_thread_is_called_by_its_first_sentence_and_whoever_takes_that_has_answered_the_suggestion_that_says_it()
    {
        using var browser = await app.SignedInAs("Ivo");
        var import = await browser.Submit("/import", "/import", ("text", "[-]Ada 8mo 31 points\nI think the High Street should be closed to cars for good. The trial last summer showed that people come more often and stay longer.\n\n[-]Bo 8mo 3 points\nI don't think so, because the traffic goes past the school."));
        var slug = import.Location!.Split('/')[2];
        await app.Ended(new(slug, Guid.Parse(import.Location!.Split('/')[^1])));

        var page = await browser.Get($"/m/{slug}/draft");
        Assert.Equal("I think the High Street should be closed to cars for good", page.Document.QuerySelector("#thesis-text")!.TextContent);
        var number = page.Value("input[name=same]");
        Assert.NotNull(page.Document.QuerySelector($"#s{number}"));
        var after = await browser.Follow(await browser.Submit(page, $"/m/{slug}/draft/thesis"));

        Assert.Null(after.Document.QuerySelector($"#s{number}"));
        Assert.Contains("I think the High Street should be closed to cars for good.", (await browser.Get($"/m/{slug}/n/1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "I think that the objective becomes locked in once the model stops to pursue it and…", LockedIn)]
    [InlineData("Would deception crystallise?", "Would deception crystallise?", "Would deception crystallise?")]
    public async Task A_map_that_is_called_after_words_which_were_cut_off_is_called_after_what_it_is_about(string? about, string title, string thesis)
    {
        using var browser = await app.SignedInAs("Lou");
        var import = await browser.Submit("/import", "/import", ("text", $"{LockedIn}\n\nThat is not intuitive to me, because the selection pressure stays."));
        var slug = import.Location!.Split('/')[2];
        await app.Ended(new(slug, Guid.Parse(import.Location!.Split('/')[^1])));

        var page = await browser.Get($"/m/{slug}/draft");
        Assert.Equal(LockedIn, page.Document.QuerySelector("#thesis-text")!.TextContent);
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".suggestion .role"), role => role.TextContent.Contains("answer", StringComparison.Ordinal));
        await browser.Submit(page, $"/m/{slug}/draft/thesis", about is null ? [] : [("thesis", about)]);

        var map = await browser.Get($"/m/{slug}/n/1");
        Assert.Equal(title, (await browser.Get($"/m/{slug}")).Document.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains(thesis, map.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_long_draft_what_is_hardly_worth_a_look_is_put_aside_and_never_lost()
    {
        var strong = Enumerable.Range(0, 30).Select(number => new SmallForum.Said($"s{number}", "a", "bo", $"I don't think that is right, because street number {number} would lose its shops."));
        var weak = Enumerable.Range(0, 5).Select(number => new SmallForum.Said($"w{number}", "a", "ada", $"I run shop number {number} on the street. My takings fell by a fifth during trial {number}. People do not carry sack {number} of cement to the car park behind the church. Walking is not buying."));
        var draft = await Drafts.Of(app, "Jan", SmallForum.File([SmallForum.Four[0], .. strong, .. weak], title: "Should the streets be closed?"));
        var known = (await draft.Known()).Values;
        var (aside, shown) = (known.Where(each => each.Suggestion.Rank < DraftPart.LeastRank).Select(each => each.Number).Order().ToList(), known.Count(each => each.Suggestion.Rank >= DraftPart.LeastRank));
        Assert.NotEmpty(aside);
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{draft.Slug}/draft");
        var others = await reader.Get($"/m/{draft.Slug}/draft?show=further");
        var all = await reader.Get($"/m/{draft.Slug}/draft?order=rank");

        Assert.DoesNotContain(aside, number => page.Document.QuerySelector($"#s{number}") is not null);
        Assert.Equal([$"{shown}", $"{aside.Count}"], page.Document.QuerySelectorAll(".facts dd").Take(2).Select(fact => fact.TextContent));
        Assert.Equal(aside, others.Document.QuerySelectorAll("article.suggestion").Select(card => int.Parse(card.Id![1..], CultureInfo.InvariantCulture)).Order());
        Assert.Contains($"{known.Count()}", all.Document.QuerySelector(".facts dd")!.TextContent, StringComparison.Ordinal);

        using var jane = await app.SignedInAs("Jane");
        await jane.Submit($"/m/{draft.Slug}/draft/accept?thread={draft.Thread}&first=yes", $"/m/{draft.Slug}/draft/accept");
        var left = await jane.Get($"/m/{draft.Slug}/draft");
        Assert.EndsWith($"{aside.Count} further suggestions left.", left.Document.QuerySelector(".last-answer p")!.TextContent, StringComparison.Ordinal);
        var accepted = await jane.Get($"/m/{draft.Slug}/draft?show=accepted");
        Assert.DoesNotContain("Nothing is left", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("What is most worth a look has been answered.", left.Text, StringComparison.Ordinal);
        Assert.Contains(left.Document.QuerySelectorAll("#open a"), link => link.GetAttribute("href")!.Contains("show=further", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(36)]
    public async Task A_courtesy_is_not_in_the_first_pass_of_a_short_or_chaindraft_and_nothing_hangs_from_it(int posts)
    {
        var others = Enumerable.Range(0, posts).Select(number => new SmallForum.Said($"s{number}", "a", "bo", $"I don't think that is right, because street number {number} would lose its shops."));
        var draft = await Drafts.Of(app, $"Kim {posts}", SmallForum.File(
            [SmallForum.Four[0], .. others, new("t", "s0", "cy", "Good point."), new("u", "t", "bo", "I agree, thank you so much!"), new("v", "u", "dee", "I don't think that is right, because shops can move to the ring road.")],
            title: "Should the streets be closed?"));
        var (courtesies, last) = ((await draft.Known()).Values.Where(each => each.Suggestion.IsCourtesy).Select(each => each.Number).ToList(), await draft.Saying("the ring road"));
        Assert.NotEmpty(courtesies);
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{draft.Slug}/draft");
        var all = await reader.Get($"/m/{draft.Slug}/draft/accept?first=yes");
        var further = await reader.Get($"/m/{draft.Slug}/draft?show=further");

        Assert.DoesNotContain(courtesies, number => page.Document.QuerySelector($"#s{number}") is not null || all.Text.Contains($">S{number}<", StringComparison.Ordinal));
        Assert.All(courtesies, number => Assert.NotNull(further.Document.QuerySelector($"#s{number}")));
        Assert.DoesNotContain(Hanging.Of(last.Suggestion, await draft.Known(), 1).Suggestion ?? 0, courtesies);
    }

    [Fact]
    public async Task A_draft_is_read_in_one_round_trip()
    {
        var draft = await Drafts.Of(app, "Gil", SmallForum.File(SmallForum.Four));
        using var reader = app.Anonymous();
        await reader.Get($"/m/{draft.Slug}/draft");

        using var asked = new RoundTrips(app);
        var page = await reader.Get($"/m/{draft.Slug}/draft");

        Assert.True(page.Status == HttpStatusCode.OK && asked.Count == 1, asked.ToString());
    }

    [Fact]
    public async Task A_map_without_a_thread_says_so_and_a_thread_that_is_not_there_is_not_found()
    {
        var slug = await app.MapOf(await app.Person("Hana"));
        using var reader = app.Anonymous();

        Assert.Contains("No thread has been brought into this map yet", (await reader.Get($"/m/{slug}/draft")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/m/{slug}/draft?thread=99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/m/nothing-here/draft")).Status);
    }

    private async Task<(Drafts Draft, Browser Browser)> SignedIn(string name)
    {
        var draft = await Drafts.Of(app, $"{name}'s own", SmallForum.File(SmallForum.Four, title: $"A thread for {name}"));
        return (draft, await app.SignedInAs(name));
    }

    private static async Task<Page> Answer(Browser browser, Drafts draft, int number, string answer, params (string Name, string? Value)[] more)
    {
        var page = await browser.Get($"/m/{draft.Slug}/draft");
        var form = page.Document.QuerySelector($"#s{number} form")!;
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name]"))
        {
            fields[field.GetAttribute("name")!] = field.TagName == "TEXTAREA" ? field.TextContent : field.GetAttribute("value");
        }

        foreach (var (name, value) in more.Append(("do", answer)))
        {
            fields[name] = value;
        }

        return await browser.Submit(page, Address.AnswerSuggestion(draft.Slug, draft.Thread, number), [.. fields.Select(field => (field.Key, field.Value))]);
    }
}
