using ArgMap.Server.Accounts;
using ArgMap.Server.Live;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ArgMap.Server.Tests.Live;

public sealed class LiveTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Whoever_watches_a_map_hears_of_a_write_once()
    {
        var (scribe, map) = await Begin("Watched");
        var heard = new List<int>();
        using (app.Services.GetRequiredService<MapSignals>().Watch(map.Id, map.Revision, heard.Add))
        {
            await scribe.AddNode("Something new");
        }

        await scribe.AddNode("After they left");

        Assert.Equal([map.Revision + 1], heard);
    }

    [Fact]
    public async Task A_write_in_another_process_is_heard_of_too_with_one_query_for_all_maps()
    {
        var (_, map) = await Begin("Watched from afar");
        var (_, other) = await Begin("Also watched");
        var heard = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = app.Services.GetRequiredService<MapSignals>().Watch(map.Id, map.Revision, revision => heard.TrySetResult(revision));
        using var alsoWatch = app.Services.GetRequiredService<MapSignals>().Watch(other.Id, other.Revision, _ => { });
        await using var elsewhere = app.AnotherServer();
        var owner = new Actor(map.OwnerId, map.OwnerName);

        await new Scribe(elsewhere, map.Slug, owner).AddNode("From another process");

        Assert.Equal(map.Revision + 1, await heard.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains(app.Services.GetServices<IHostedService>(), service => service is WatchedMaps);
    }

    [Fact]
    public async Task Nothing_is_asked_while_nobody_watches()
    {
        var looking = app.Services.GetServices<IHostedService>().OfType<WatchedMaps>().Single();
        await using var alone = app.AnotherServer();
        var idle = alone.Services.GetServices<IHostedService>().OfType<WatchedMaps>().Single();
        Assert.NotSame(looking, idle);
        Assert.Empty(alone.Services.GetRequiredService<MapSignals>().Maps);
        using var asked = new RoundTrips(app);

        await idle.Look(CancellationToken.None);

        Assert.Equal(0, asked.Count);
    }

    [Fact]
    public void People_see_each_other_once_where_they_moved_last_and_not_themselves()
    {
        var presence = new Presence();
        var (ada, bea) = (Guid.NewGuid(), Guid.NewGuid());
        var told = 0;
        using var here = presence.Enter(1, ada, "Ada", () => told++);
        using var elsewhere = presence.Enter(2, bea, "Bea", () => { });
        Assert.Empty(presence.Others(here));

        var first = presence.Enter(1, bea, "Bea", () => { });
        var second = presence.Enter(1, bea, "Bea", () => { });
        second.MoveTo(7);
        first.MoveTo(4);

        Assert.Equal([new Present(bea, "Bea", 4)], presence.Others(here));
        Assert.Equal(4, told);

        first.MoveTo(4);
        Assert.Equal(4, told);
        first.Dispose();
        second.Dispose();
        Assert.Empty(presence.Others(here));
        Assert.Equal(6, told);
    }

    private async Task<(Scribe Scribe, MapHead Map)> Begin(string title)
    {
        var owner = await app.Person($"Owner of {title}");
        var slug = await app.MapOf(owner, title);
        return (new Scribe(app, slug, owner), (await app.With<MapReader, MapHead?>(reader => reader.ReadHead(slug, owner, CancellationToken.None)))!);
    }
}
