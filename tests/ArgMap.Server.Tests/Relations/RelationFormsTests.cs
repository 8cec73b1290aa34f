using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Relations;

public sealed class RelationFormsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task An_objection_to_a_node_is_one_form_on_its_page_and_leads_to_the_new_node()
    {
        var debate = await Debate.Begin(app);

        var answer = await debate.Ada.Submit(debate.At("n/1"), debate.At("add?kind=Objection&to=1"), ("text", "It would cost performance."));

        Assert.Equal((HttpStatusCode.SeeOther, debate.At("n/2")), (answer.Status, answer.Location));
        var added = await debate.Ada.Follow(answer);
        Assert.Equal("It would cost performance.", added.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("objection", added.Document.QuerySelector(".marks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Defeated: the objection #3 to it is in force.", (await debate.Ada.Get(debate.At("n/1"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_to_a_step_is_one_form_on_the_page_of_its_target_and_puts_the_step_out_of_force()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");

        var answer = await debate.Ada.Submit(debate.At("n/1"), debate.At("add?kind=Objection&to=3"), ("text", "Performance is not what decides."));

        Assert.Equal(debate.At("n/4"), answer.Location);
        Assert.Contains("Not in force: the objection #5 to the step is in force.", (await debate.Ada.Get(debate.At("r/3"))).Text, StringComparison.Ordinal);
        var target = await debate.Ada.Get(debate.At("n/1"));
        Assert.Contains("Stands: the objection #3 to it is defeated.", target.Text, StringComparison.Ordinal);
        Assert.Contains("Performance is not what decides.", target.Document.QuerySelector("#r3 .on-step #r5")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_premises_new_and_old_are_linked_in_one_step()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "An old premise.");
        var address = debate.At("add?kind=Objection&to=1");

        var answer = await debate.Ada.Submit(address, address, ("text", "New."), ("text3", "Also new."), ("detail", "Because."), ("premises", "#2"));

        Assert.Equal(debate.At("n/4"), answer.Location);
        var map = await debate.Read();
        Assert.Equal([2, 4, 5], map.Relations[6].Premises);
        Assert.Equal(("New.", "Because.", "Also new.", null), (map.Nodes[4].Text, map.Nodes[4].Detail, map.Nodes[5].Text, map.Nodes[5].Detail));
        Assert.Contains("#2, #4 and #5 together object to #1", (await debate.Ada.Get(debate.At("r/6"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_of_the_map_alone_make_a_step_and_lead_to_it()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "A premise.");
        var address = debate.At("add?kind=Restatement&to=1");

        var answer = await debate.Ada.Submit(address, address, ("premises", "2"));

        Assert.Equal(debate.At("r/4"), answer.Location);
    }

    [Theory]
    [InlineData("text", "   ", "The text is missing.")]
    [InlineData("premises", "#2, twelve", "“twelve” is not the number of a node.")]
    [InlineData("premises", "#99", "There is no node #99 in this map.")]
    [InlineData("kind", "Praise", "“Praise” is none of them.")]
    [InlineData("to", "99", "There is no node or step #99 in this map.")]
    [InlineData("to", "that one", "Say what it is about")]
    public async Task A_wrong_input_is_named_and_everything_typed_is_kept(string field, string value, string message)
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("add?kind=Objection&to=1");
        List<(string Name, string? Value)> fields = [("text", "My objection."), ("detail", "My detail.")];
        fields.RemoveAll(typed => typed.Name == field);

        var answer = await debate.Ada.Submit(address, address, [.. fields, (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var link = answer.Document.QuerySelector(".error-summary a")!.GetAttribute("href")!;
        Assert.NotNull(answer.Document.QuerySelector(link));
        Assert.Equal("My detail.", answer.Document.QuerySelector("#detail")!.TextContent);
        Assert.Equal(field == "text" ? "" : "My objection.", answer.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal(1, (await debate.Read()).Head.Revision);
    }

    [Fact]
    public async Task A_step_that_would_not_hold_is_explained_at_the_field_that_is_to_be_changed()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("add?kind=Objection&to=1");

        var page = await debate.Ada.Submit(address, address, ("premises", "#1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("the step is about #1 itself", page.Document.QuerySelector("#premises-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("#1", "true"), (page.Document.QuerySelector("#premises")!.GetAttribute("value"), page.Document.QuerySelector("#premises")!.GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_back_whole_with_how_much_to_shorten_it()
    {
        var debate = await Debate.Begin(app);
        var text = new string('x', 512);

        var answer = await debate.Ada.Submit(debate.At("n/1"), debate.At("add?kind=Objection&to=1"), ("text", text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The text is 512 characters long; at most 500 fit. Shorten it by 12.", answer.Document.QuerySelector("#text-error")!.TextContent);
        Assert.Equal(text, answer.Document.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task A_second_new_premise_that_is_too_long_is_named_at_its_own_field()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("add?kind=Objection&to=1");

        var answer = await debate.Ada.Submit(address, address, ("text", "Short."), ("text2", new string('x', 501)));

        Assert.Contains("501 characters", answer.Document.QuerySelector("#text2-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#text2", answer.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_would_presuppose_itself_is_refused_in_words()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Prerequisite, 1, "It is goal-directed.");
        var address = debate.At("add?kind=Prerequisite&to=2");

        var answer = await debate.Ada.Submit(address, address, ("premises", "#1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("presuppose", answer.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#1", answer.Document.QuerySelector("#premises")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_step_that_is_there_already_is_refused_with_the_number_of_the_one_that_is()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "A premise.");
        var address = debate.At("add?kind=Support&to=1");

        var answer = await debate.Ada.Submit(address, address, ("premises", "#2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("says the same as step #3", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_is_not_signed_in_finds_links_and_no_forms()
    {
        var debate = await Debate.Begin(app);
        using var reader = app.Anonymous();

        var page = await reader.Get(debate.At("n/1"));
        var compose = await reader.Get(debate.At("add?kind=Objection&to=1"));

        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal(
            $"/sign-in?returnUrl={Uri.EscapeDataString(debate.At("add?kind=Objection&to=1"))}",
            page.Document.QuerySelectorAll(".actions a").First(link => link.TextContent == "Object").GetAttribute("href"));
        Assert.Empty(compose.Document.QuerySelectorAll("main form"));
        Assert.Contains("Deception crystallises.", compose.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_posts_signed_out_keeps_the_text_signs_in_and_sends_it_again()
    {
        var debate = await Debate.Begin(app);
        using var other = await app.SignedInAs("Lovelace");
        var page = await other.Get(debate.At("n/1"));
        await other.Submit(page, "/sign-out");
        var address = debate.At("add?kind=Objection&to=1");

        var signedOut = await other.Submit(page, address, ("text", "Kept throughout."));
        await other.Submit("/sign-in", "/sign-in", ("name", "Lovelace"), ("password", ArgMapApplication.Password));
        var stale = await other.Submit(signedOut, address);
        var done = await other.Submit(stale, address);

        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.Status);
        Assert.Contains("Sign in in a new tab", signedOut.Text, StringComparison.Ordinal);
        Assert.Equal("Kept throughout.", signedOut.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Contains("Send it once more", stale.Text, StringComparison.Ordinal);
        Assert.Equal("Kept throughout.", stale.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal(debate.At("n/2"), done.Location);
    }

    [Fact]
    public async Task A_form_sent_twice_adds_once()
    {
        var debate = await Debate.Begin(app);
        var page = await debate.Ada.Get(debate.At("n/1"));
        var address = debate.At("add?kind=Support&to=1");

        var first = await debate.Ada.Submit(page, address, ("text", "Only once."));
        var second = await debate.Ada.Submit(page, address, ("text", "Only once."));

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(2, (await debate.Read()).Nodes.Count);
    }

    [Fact]
    public async Task Asking_for_more_fields_keeps_what_was_typed_and_adds_nothing()
    {
        var debate = await Debate.Begin(app);

        var more = await debate.Ada.Submit(debate.At("n/1"), debate.At("add?kind=Support&to=1"), ("text", "Begun in place."), ("more", "yes"));

        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.Equal("Begun in place.", more.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal("Support", more.Document.QuerySelector("#kind option[selected]")!.GetAttribute("value"));
        Assert.Single((await debate.Read()).Nodes);
    }

    [Fact]
    public async Task A_step_is_edited_by_its_author_and_an_edit_that_says_nothing_new_is_none()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "A premise.");
        var address = debate.At("r/3/edit");

        var same = await debate.Ada.Submit(address, address);
        var answer = await debate.Ada.Submit(address, address, ("kind", "Objection"));

        Assert.Equal(debate.At("r/3"), same.Location);
        Assert.Equal(debate.At("r/3"), answer.Location);
        var map = await debate.Read();
        Assert.Equal((RelationKind.Objection, 3), (map.Relations[3].Kind, map.Head.Revision));
    }

    [Fact]
    public async Task Two_who_edit_one_step_see_both_versions()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "A premise.");
        var address = debate.At("r/3/edit");
        var seen = await debate.Ada.Get(address);
        await debate.Ada.Submit(address, address, ("kind", "Objection"));

        var conflict = await debate.Ada.Submit(seen, address, ("kind", "Restatement"));
        var saved = await debate.Ada.Submit(conflict, address);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Objection from #2 to #1", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Restatement from #2 to #1", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(debate.At("r/3"), saved.Location);
        Assert.Equal(RelationKind.Restatement, (await debate.Read()).Relations[3].Kind);
    }

    [Fact]
    public async Task A_stranger_cannot_edit_a_step_and_keeps_what_they_typed()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "A premise.");
        using var stranger = await app.SignedInAs("Stranger");

        var page = await stranger.Get(debate.At("r/3/edit"));
        var (status, html) = await Debate.Post(
            stranger, debate.At("r/3/edit"), await stranger.Get(debate.At("n/1")), ("kind", "Objection"), ("premises", "#2, #2"), ("target", "#1"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("was added by Ada", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("value=\"#2, #2\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/r/3/edit", (await stranger.Get(debate.At("r/3"))).Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_step_stays_readable_and_its_premise_stays_in_the_argument()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "A premise.");
        var address = debate.At("r/3/withdraw");

        var answer = await debate.Ada.Submit(address, address);

        Assert.Equal(debate.At("r/3"), answer.Location);
        var page = await debate.Ada.Follow(answer);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("This step has been withdrawn", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{debate.At("history")}']"));
        Assert.Contains("Stands: nobody has objected to it.", (await debate.Ada.Get(debate.At("n/1"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await debate.Ada.Get(debate.At("r/3/edit"))).Status);
    }
}
