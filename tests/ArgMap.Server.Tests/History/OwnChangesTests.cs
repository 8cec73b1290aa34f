using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;
using Npgsql;

namespace ArgMap.Server.Tests.History;

public sealed class OwnChangesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public void Undo_goes_back_and_redo_forth_as_in_every_editor()
    {
        Assert.Equal(new OwnChanges(null, null), OwnChanges.Of([]));
        Assert.Equal(new OwnChanges(3, null), OwnChanges.Of([(2, null), (3, null)]));
        Assert.Equal(new OwnChanges(2, 4), OwnChanges.Of([(2, null), (3, null), (4, 3)]));
        Assert.Equal(new OwnChanges(null, 5), OwnChanges.Of([(2, null), (3, null), (4, 3), (5, 2)]));
        Assert.Equal(new OwnChanges(6, 4), OwnChanges.Of([(2, null), (3, null), (4, 3), (5, 2), (6, 5)]));
        Assert.Equal(new OwnChanges(7, null), OwnChanges.Of([(2, null), (3, null), (4, 3), (5, 2), (6, 5), (7, 4)]));
        Assert.Equal(new OwnChanges(5, null), OwnChanges.Of([(2, null), (4, 2), (5, null)]));
    }

    [Fact]
    public async Task Of_others_changes_and_of_earlier_days_nothing_is_undone()
    {
        var owner = await app.Person("Owner of what is undone");
        var scribe = new Scribe(app, await app.MapOf(owner, "Own changes"), owner);
        var guest = new Scribe(app, scribe.Slug, await app.Person("Guest of what is undone"));
        var before = (await scribe.AddNode("Before")).Value.Revision;
        var mine = (await scribe.AddNode("Mine")).Value.Revision;
        await guest.AddNode("Theirs");
        var head = (await app.With<MapReader, MapHead?>(reader => reader.ReadHead(scribe.Slug, owner, CancellationToken.None)))!;

        var changes = await app.With<NpgsqlDataSource, OwnChanges>(database => OwnChanges.Read(database, head.Id, owner, before, CancellationToken.None));
        await scribe.Undo(mine);
        var undone = await app.With<NpgsqlDataSource, OwnChanges>(database => OwnChanges.Read(database, head.Id, owner, before, CancellationToken.None));

        Assert.Equal(new OwnChanges(mine, null), changes);
        Assert.Equal(new OwnChanges(null, mine + 2), undone);
    }
}
