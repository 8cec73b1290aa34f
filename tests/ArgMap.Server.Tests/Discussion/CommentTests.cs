using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Discussion;

public sealed class CommentTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Two_who_edit_one_comment_see_both_texts_and_the_second_can_save_again()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");
        var number = await Said.By(app, "Grace", debate.Slug, 1, "First words.");
        var address = debate.At($"c/{number}/edit");
        var seen = await grace.Get(address);
        await debate.Ada.Submit(address, address, ("body", "The owner's words."));

        var conflict = await grace.Submit(seen, address, ("body", "Second words."));
        var saved = await grace.Follow(await grace.Submit(conflict, address));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(["The owner's words.", "Second words."], conflict.Document.QuerySelectorAll(".versions .as-typed").Select(text => text.TextContent));
        Assert.Contains("Ada changed this while you were writing", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("Second words.", saved.Document.QuerySelector($"#c{number} .prose")!.TextContent.Trim());
        Assert.Contains("edited", saved.Document.QuerySelector($"#c{number} > .byline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_wrote_cannot_be_edited_or_withdrawn_and_the_text_is_kept()
    {
        var debate = await Debate.Begin(app);
        using var stranger = await app.SignedInAs("Stranger");
        var number = await Said.By(app, "Ada", debate.Slug, 1, "Mine.");
        var genuine = await stranger.Get(debate.At("n/1"));

        var (edited, html) = await Debate.Post(stranger, debate.At($"c/{number}/edit"), genuine, ("body", "Taken over."));
        var (withdrawn, _) = await Debate.Post(stranger, debate.At($"c/{number}/withdraw"), genuine);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (edited, withdrawn));
        Assert.Contains(">Taken over.</textarea>", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get(debate.At($"c/{number}/edit"))).Status);
        Assert.Empty(genuine.Document.QuerySelectorAll($"#c{number} a[href$='/edit']"));
        Assert.Equal("Mine.", (await stranger.Get(debate.At("n/1"))).Document.QuerySelector($"#c{number} .prose")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_withdrawn_comment_keeps_its_place_and_its_replies_stay_readable()
    {
        var debate = await Debate.Begin(app);
        var number = await Said.By(app, "Ada", debate.Slug, 1, "Regretted words.");
        var reply = await Said.By(app, "Ada", debate.Slug, 1, "A reply that stays.", number);
        var address = debate.At($"c/{number}/withdraw");

        var page = await debate.Ada.Follow(await debate.Ada.Submit(address, address));

        Assert.DoesNotContain("Regretted", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"#c{number} > details > .withdrawn"));
        Assert.Equal("A reply that stays.", page.Document.QuerySelector($"#c{number} #c{reply} .prose")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Conflict, (await debate.Ada.Get(debate.At($"c/{number}/edit"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await debate.Ada.Get(debate.At($"c/{number}/promote"))).Status);
    }

    [Fact]
    public async Task The_history_of_a_comment_shows_every_version_with_who_when_and_the_words()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");
        var number = await Said.By(app, "Grace", debate.Slug, 1, "First words.");
        await Said.By(app, "Grace", debate.Slug, 1, "Another comment.");
        await grace.Submit(debate.At($"c/{number}/edit"), debate.At($"c/{number}/edit"), ("body", "Second words."));
        await debate.Ada.Submit(debate.At($"c/{number}/withdraw"), debate.At($"c/{number}/withdraw"));

        var page = await app.Anonymous().Get(debate.At($"c/{number}/history"));

        var versions = page.Document.QuerySelectorAll(".said > li");
        Assert.Equal(["Written", "Edited", "Withdrawn"], versions.Select(version => version.QuerySelector("strong")!.TextContent));
        Assert.Equal(["Grace", "Grace", "Ada"], versions.Select(version => version.QuerySelector(".author")!.TextContent));
        Assert.Equal(["First words.", "Second words."], versions.Take(2).Select(version => version.QuerySelector(".prose")!.TextContent.Trim()));
        Assert.All(versions, version => Assert.NotNull(version.QuerySelector("time[datetime]")));
        Assert.DoesNotContain("Another comment", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_becomes_a_node_and_each_leads_to_the_other()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");
        var number = await Said.By(app, "Ada", debate.Slug, 1, "> Pure deception is stable.\n\nIt would cost *performance*.\n\nAnd [more](https://example.org).");
        var address = debate.At($"c/{number}/promote");

        var form = await grace.Get(address);
        var node = await grace.Follow(await grace.Submit(form, address, ("as", "Objection"), ("text", "It would cost performance.")));
        var thread = await grace.Get(debate.At("n/1"));

        Assert.Equal("It would cost performance.", form.Document.QuerySelector("#text")!.TextContent);
        Assert.EndsWith("And [more](https://example.org).", form.Document.QuerySelector("#detail")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(debate.At("n/2"), node.Address);
        Assert.NotNull(node.Document.QuerySelector($"article a[href='{debate.At($"c/{number}")}']"));
        Assert.NotNull(thread.Document.QuerySelector($"#c{number} a[href='{debate.At("n/2")}']"));
        var map = await debate.Read();
        Assert.Equal((number, "Grace", NodeKind.Claim), (map.Nodes[2].PromotedFrom, map.Nodes[2].AuthorName, map.Nodes[2].Kind));
        Assert.Equal((RelationKind.Objection, 1), (map.Relations[3].Kind, map.Relations[3].Target.Number));
        Assert.Equal(3, map.Head.Revision);
    }

    [Fact]
    public async Task A_comment_becomes_a_question_that_asks_about_the_step_it_was_said_of()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        var number = await Said.By(app, "Ada", debate.Slug, 3, "Would it, really?");
        var address = debate.At($"c/{number}/promote");

        await debate.Ada.Submit(address, address);

        var map = await debate.Read();
        Assert.Equal((NodeKind.Question, "Would it, really?"), (map.Nodes[4].Kind, map.Nodes[4].Text));
        Assert.Equal((RelationKind.Question, 3), (map.Relations[5].Kind, map.Relations[5].Target.Number));
    }

    [Fact]
    public async Task A_comment_becomes_a_claim_on_its_own()
    {
        var debate = await Debate.Begin(app);
        var number = await Said.By(app, "Ada", debate.Slug, 1, "A thought.");
        var address = debate.At($"c/{number}/promote");

        await debate.Ada.Submit(address, address, ("as", "claim-alone"));

        var map = await debate.Read();
        Assert.Equal("A thought.", map.Nodes[2].Text);
        Assert.Empty(map.Relations);
    }

    [Fact]
    public async Task A_promotion_that_is_refused_keeps_what_was_typed()
    {
        var debate = await Debate.Begin(app);
        var number = await Said.By(app, "Ada", debate.Slug, 1, "A thought.");
        var address = debate.At($"c/{number}/promote");

        var answer = await debate.Ada.Submit(address, address, ("as", "Support"), ("text", new string('y', Node.MaxTextLength + 1)), ("detail", "Long thoughts."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Long thoughts.", answer.Document.QuerySelector("#detail")!.TextContent);
        Assert.Equal("Support", answer.Document.QuerySelector("#as option[selected]")!.GetAttribute("value"));
        Assert.Equal("true", answer.Document.QuerySelector("#text")!.GetAttribute("aria-invalid"));
    }
}
