using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Nodes;

public sealed class NodeFormsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_question_is_added_on_its_own()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("add-node");

        var answer = await debate.Ada.Submit(address, address, ("kind", "Question"), ("text", "At which point in training?"));

        Assert.Equal(debate.At("n/2"), answer.Location);
        Assert.Contains("Open: nobody has answered it.", (await debate.Ada.Follow(answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_without_words_is_refused_and_its_detail_kept()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("add-node");

        var answer = await debate.Ada.Submit(address, address, ("detail", "Long thoughts."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The text is missing. Write something.", answer.Document.QuerySelector("#text-error")!.TextContent);
        Assert.Equal("Long thoughts.", answer.Document.QuerySelector("#detail")!.TextContent);
    }

    [Fact]
    public async Task The_author_edits_a_node()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("n/1/edit");

        var answer = await debate.Ada.Submit(address, address, ("text", "Deception seldom crystallises."), ("detail", "With **reasons**."));

        var page = await debate.Ada.Follow(answer);
        Assert.Equal(debate.At("n/1"), page.Address);
        Assert.Equal("Deception seldom crystallises.", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("reasons", page.Document.QuerySelector("article .prose strong")!.TextContent);
    }

    [Fact]
    public async Task The_owner_of_the_map_edits_what_another_wrote()
    {
        var debate = await Debate.Begin(app);
        using var other = await app.SignedInAs("Guest");
        await other.Submit(debate.At("n/1"), debate.At("add?kind=Objection&to=1"), ("text", "By a guest."));

        var answer = await debate.Ada.Submit(debate.At("n/2/edit"), debate.At("n/2/edit"), ("text", "By a guest, corrected."));

        Assert.Equal(debate.At("n/2"), answer.Location);
        Assert.Contains("By Guest", (await other.Get(debate.At("n/2"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_edit_a_node_and_keeps_the_text()
    {
        var debate = await Debate.Begin(app);
        using var stranger = await app.SignedInAs("Stranger");

        var page = await stranger.Get(debate.At("n/1/edit"));
        var (status, html) = await Debate.Post(stranger, debate.At("n/1/edit"), await stranger.Get(debate.At("n/1")), ("text", "Taken over."), ("basedOn", "1"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains(">Taken over.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("added by somebody else", html, StringComparison.Ordinal);
        Assert.Equal("Deception crystallises.", (await debate.Read()).Nodes[1].Text);
    }

    [Fact]
    public async Task Two_who_edit_one_node_see_both_texts_and_the_second_can_save_again()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("n/1/edit");
        var seen = await debate.Ada.Get(address);
        await debate.Edit(1, "Theirs.");

        var conflict = await debate.Ada.Submit(seen, address, ("text", "Mine."));
        var saved = await debate.Ada.Submit(conflict, address);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(["Theirs.", "Mine."], conflict.Document.QuerySelectorAll(".versions .as-typed").Select(text => text.TextContent));
        Assert.Contains("Ada changed this while you were writing", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("Mine.", conflict.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal(debate.At("n/1"), saved.Location);
        Assert.Equal("Mine.", (await debate.Read()).Nodes[1].Text);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_edit_is_replaced_and_the_text_kept()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("n/1/edit");
        var page = await debate.Ada.Get(address);
        await debate.Ada.Submit(page, address, ("text", "First."));

        var again = await debate.Ada.Submit(page, address, ("text", "Second."), ("basedOn", "2"));
        var saved = await debate.Ada.Submit(again, address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("Second.", again.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal(debate.At("n/1"), saved.Location);
    }

    [Fact]
    public async Task A_withdrawn_node_stays_readable_and_says_which_steps_went_with_it()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        var address = debate.At("n/2/withdraw");

        var ask = await debate.Ada.Get(address);
        var page = await debate.Ada.Follow(await debate.Ada.Submit(ask, address));

        Assert.Contains("every step that starts from it or is about it: #3", ask.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "It would cost performance."), (page.Status, page.Document.QuerySelector("h1")!.TextContent));
        Assert.Contains("This claim has been withdrawn", page.Text, StringComparison.Ordinal);
        Assert.Contains("nor do the steps that rest on it: #3.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($".notice a[href='{debate.At("history")}']"));
        Assert.Empty(page.Document.QuerySelectorAll("article.node .actions, form[action*=add]"));
        Assert.Contains("This step is out of the argument", (await debate.Ada.Get(debate.At("r/3"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_map_is_about_cannot_be_withdrawn()
    {
        var debate = await Debate.Begin(app);
        var address = debate.At("n/1/withdraw");

        var answer = await debate.Ada.Submit(address, address);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("#1 is what this map is about.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_withdraw_a_node()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        using var stranger = await app.SignedInAs("Stranger");

        var page = await stranger.Get(debate.At("n/2/withdraw"));
        var (status, _) = await Debate.Post(stranger, debate.At("n/2/withdraw"), await stranger.Get(debate.At("n/1")));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.Status, status));
        Assert.False((await debate.Read()).Nodes[2].IsWithdrawn);
    }

    [Fact]
    public async Task An_edit_sent_to_a_node_that_is_not_there_keeps_the_text()
    {
        var debate = await Debate.Begin(app);

        var (status, html) = await Debate.Post(debate.Ada, debate.At("n/99/edit"), await debate.Ada.Get(debate.At("n/1")), ("text", "For nobody."));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("For nobody.", html, StringComparison.Ordinal);
    }
}
