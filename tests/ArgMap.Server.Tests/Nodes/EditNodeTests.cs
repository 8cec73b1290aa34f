using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Nodes;

public sealed class EditNodeTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task An_edit_shows_in_the_map_and_raises_its_revision()
    {
        var ada = await app.Person("Ada");
        var slug = await app.MapOf(ada);

        var outcome = await Edit(slug, ada, new(null, "Is it really so?", "With *detail*.", 1));

        Assert.Null(outcome.Refusal);
        var map = await app.With<MapReader, MapView?>(reader => reader.Read(slug, Actor.Anonymous, CancellationToken.None));
        Assert.Equal(2, map!.Head.Revision);
        Assert.Equal(("Is it really so?", "With *detail*.", 2), (map.Nodes[1].Text, map.Nodes[1].Detail, map.Nodes[1].Revision));
    }

    [Fact]
    public async Task An_edit_based_on_an_older_revision_is_answered_with_both_texts()
    {
        var grace = await app.Person("Grace");
        var slug = await app.MapOf(grace);
        await Edit(slug, grace, new(null, "First", null, 1));

        var refusal = (await Edit(slug, grace, new(null, "Second", null, 1))).Refusal;

        var conflict = Assert.IsType<EditConflict>(refusal);
        Assert.Equal(("First", "Second", 2), (conflict.Theirs, conflict.Yours, conflict.Revision));
    }

    private Task<Outcome<Written>> Edit(string slug, Actor actor, EditNode.Request request) =>
        app.With<MapWriter, Outcome<Written>>(writer => EditNode.Handle(writer, slug, 1, actor, request, null, CancellationToken.None));
}
