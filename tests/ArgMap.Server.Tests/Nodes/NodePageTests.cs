using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Nodes;

public sealed class NodePageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task It_shows_the_way_to_the_thesis_and_the_steps_in_and_out()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        await debate.Add(RelationKind.Prerequisite, 2, "Training selects for performance.");
        await debate.Add(RelationKind.Question, 2, "How much?");

        var page = await debate.Ada.Get(debate.At("n/2"));

        Assert.Equal(["Deception crystallises.", "It would cost performance."], page.Document.QuerySelectorAll("nav.path a").Select(link => link.TextContent));
        Assert.Equal(["What it presupposes", "What is asked about it", "What it is part of"], page.Document.QuerySelectorAll("main h2").Select(heading => heading.TextContent).Take(3));
        Assert.Contains("Training selects for performance.", page.Document.QuerySelector("#prerequisite #r5")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Deception crystallises.", page.Document.QuerySelector("#steps-out #r3 .onto")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_to_what_is_about_a_step_leads_through_the_step()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        await debate.Add(RelationKind.Objection, 3, "Performance is not what decides.");

        var page = await debate.Ada.Get(debate.At("n/4"));

        Assert.Equal(
            [debate.At("n/1"), debate.At("r/3"), debate.At("n/4")],
            page.Document.QuerySelectorAll("nav.path a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Every_node_and_every_step_on_it_offers_to_object_to_ask_and_to_reply()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        await debate.Add(RelationKind.Support, 3, "The step is sound.");

        var page = await debate.Ada.Get(debate.At("n/1"));

        Assert.All([1, 3, 5], number => Assert.All(
            ["Objection", "Question", "Support"],
            kind => Assert.NotNull(page.Document.QuerySelector($"form[action='{debate.At($"add?kind={kind}&to={number}")}']"))));
        Assert.All([2, 4], number => Assert.All(
            ["Objection", "Question"],
            kind => Assert.NotNull(page.Document.QuerySelector($"a[href='{debate.At($"add?kind={kind}&to={number}")}']"))));
        Assert.All([debate.At("n/2#thread"), debate.At("n/4#thread"), debate.At("r/3#thread"), debate.At("r/5#thread")], address => Assert.NotNull(page.Document.QuerySelector($"a[href='{address}']")));
    }

    [Fact]
    public async Task A_number_of_a_step_leads_to_the_step_and_the_other_way_round()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");

        var step = await debate.Ada.Get(debate.At("n/3"));
        var node = await debate.Ada.Get(debate.At("r/2"));

        Assert.EndsWith(debate.At("r/3"), step.Location, StringComparison.Ordinal);
        Assert.EndsWith(debate.At("n/2"), node.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n/99")]
    [InlineData("r/99")]
    [InlineData("n/99/edit")]
    [InlineData("r/99/edit")]
    [InlineData("n/99/withdraw")]
    [InlineData("r/99/withdraw")]
    public async Task A_number_that_names_nothing_is_not_found(string page)
    {
        var debate = await Debate.Begin(app);

        var answer = await debate.Ada.Get(debate.At(page));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("There is nothing here", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_see_that_a_private_map_has_nodes()
    {
        var debate = await Debate.Begin(app, Visibility.Private);
        await debate.Add(RelationKind.Objection, 1, "A secret.");
        using var stranger = await app.SignedInAs("Stranger");

        var pages = new List<Page>();
        foreach (var page in (string[])["n/1", "n/3", "r/3", "add?kind=Objection&to=1", "add-node", "n/1/edit", "r/3/withdraw"])
        {
            pages.Add(await stranger.Get(debate.At(page)));
        }

        var (status, html) = await Debate.Post(stranger, debate.At("add?kind=Objection&to=1"), await stranger.Get("/account"), ("kind", "Objection"), ("to", "1"), ("text", "A guess."));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.NotFound, page.Status));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("A guess.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Crystallisation", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_what_people_write_is_text()
    {
        var debate = await Debate.Begin(app);
        const string Hostile = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)> \"><b>bold</b>";
        await debate.Ada.Submit(debate.At("n/1"), debate.At("add?kind=Objection&to=1"), ("text", Hostile));

        var pages = new List<Page>();
        foreach (var page in (string[])["n/2", "n/1", "r/3", "n/2/edit", "n/2/withdraw", "r/3/edit", "add?kind=Objection&to=2", "add?kind=Objection&to=3"])
        {
            pages.Add(await debate.Ada.Get(debate.At(page)));
        }

        Assert.All(pages, page =>
        {
            Assert.Empty(page.Document.QuerySelectorAll("main script, main img, main b, main [onerror]"));
            Assert.Contains(Hostile, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_reader_without_rights_finds_neither_edit_nor_withdraw()
    {
        var debate = await Debate.Begin(app);
        using var stranger = await app.SignedInAs("Stranger");

        var theirs = await stranger.Get(debate.At("n/1"));
        var own = await debate.Ada.Get(debate.At("n/1"));

        Assert.DoesNotContain(theirs.Document.QuerySelectorAll(".actions a"), link => link.TextContent is "Edit" or "Withdraw");
        Assert.Equal(["Edit", "Withdraw"], own.Document.QuerySelectorAll(".actions a").Select(link => link.TextContent).Where(text => text is "Edit" or "Withdraw"));
    }
}
