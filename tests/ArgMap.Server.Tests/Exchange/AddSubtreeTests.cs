using ArgMap.Argumentation.Exchange;
using ArgMap.Argumentation.Exchange.Argdown;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Exchange;

public sealed class AddSubtreeTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_subtree_is_copied_below_another_node_in_one_change()
    {
        var scribe = await Begin("Copied");
        await scribe.AddSubtree("[a]: Against it #objects\n  - <s>\n\n<s>\n\n(1) One\n(2) Two\n----\n(3) So not #conclusion\n", 1);
        var map = await Read(scribe);
        var copied = ArgdownWriter.Write(Excerpt.Below(map.Graph, map.Tree, [2], number => map.Nodes[number].Text)).Text;

        var pasted = (await scribe.AddSubtree(copied, 1)).Value;

        var after = await Read(scribe);
        Assert.Equal(map.Head.Revision + 1, pasted.Revision);
        Assert.Equal(2, after.Graph.Onto(1).Count(step => step.Kind == RelationKind.Objection));
        Assert.Equal(2, after.Graph.Relations.Count(step => step is { Kind: RelationKind.Objection, Premises.Length: 2 }));
    }

    [Fact]
    public async Task What_is_pasted_below_a_question_answers_it()
    {
        var scribe = await Begin("Answered", NodeKind.Question);

        await scribe.AddSubtree("Because.\n", 1);

        Assert.Equal(RelationKind.Answer, Assert.Single((await Read(scribe)).Graph.Onto(1)).Kind);
    }

    [Theory]
    [InlineData("One\n\n  + two\n", "Line 3, column 3")]
    [InlineData("", "no text")]
    public async Task A_text_that_cannot_be_read_adds_nothing(string text, string words)
    {
        var scribe = await Begin($"Unread {text.Length}");

        var refusal = (await scribe.AddSubtree(text, 1)).Refusal!;

        Assert.Equal((400, "argdown"), (refusal.Status, refusal.Field));
        Assert.Contains(words, refusal.Detail, StringComparison.Ordinal);
        Assert.Single((await Read(scribe)).Nodes);
    }

    [Fact]
    public async Task A_statement_that_is_too_long_is_named_by_its_line()
    {
        var scribe = await Begin("Too long");

        var refusal = (await scribe.AddSubtree($"Short\n  + {new string('x', 501)}\n", 1)).Refusal!;

        Assert.Contains("The statement in line 2", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("500", refusal.Detail, StringComparison.Ordinal);
        Assert.Single((await Read(scribe)).Nodes);
    }

    [Fact]
    public async Task A_text_that_makes_a_circle_of_prerequisites_adds_nothing()
    {
        var scribe = await Begin("Circle");

        var refusal = (await scribe.AddSubtree("[a]: A\n  + [b]: B #prerequisite\n    + [a] #prerequisite\n", 1)).Refusal!;

        Assert.Equal("unsound-graph", refusal.Code);
        Assert.Single((await Read(scribe)).Nodes);
    }

    private async Task<Scribe> Begin(string title, NodeKind kind = NodeKind.Claim)
    {
        var owner = await app.Person($"Owner of {title}");
        return new Scribe(app, await app.MapOf(owner, title, "It is so.", kind), owner);
    }

    private async Task<MapView> Read(Scribe scribe) =>
        (await app.With<MapReader, MapView?>(reader => reader.Read(scribe.Slug, Actor.Anonymous, CancellationToken.None)))!;
}
