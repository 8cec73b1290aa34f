using System.Net;
using System.Text.Json;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapsApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_map_is_made_read_whole_and_edited()
    {
        var ada = await app.WithToken("Ada");

        var made = await ada.Post("/api/v1/maps", new { title = "Would it crystallise?", root = "Would a deceptive objective crystallise?", rootKind = "claim", about = "Of *a* post." });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("/api/v1/maps/would-it-crystallise", made.Location?.ToString());
        Assert.Equal(("would-it-crystallise", 1, 1), (made["map"].GetString(), made["revision"].GetInt32(), made.Number("node")));

        var objection = await ada.Post("/api/v1/maps/would-it-crystallise/relations", new { kind = "Objection", target = 1, newPremises = new[] { new { text = "It would not." }, new { text = "Nor would it last." } } });
        var undercut = await ada.Post("/api/v1/maps/would-it-crystallise/relations", new { kind = "Objection", target = objection.Number("relation"), newPremises = new[] { new { text = "That does not follow." } } });
        var map = await app.CreateClient().Get(made.Location!.ToString());

        Assert.Equal(HttpStatusCode.OK, map.Status);
        Assert.Equal((3, 1, "Public", "Ada"), (map["revision"].GetInt32(), map["root"].GetInt32(), map["visibility"].GetString(), map["owner"].GetString()));
        Assert.Equal("Stands", Find(map, "nodes", 1).GetProperty("standing").GetString());
        Assert.Equal(["Thesis"], Strings(Find(map, "nodes", 1), "roles"));
        Assert.Equal(["Objection"], Strings(Find(map, "nodes", 2), "roles"));
        var step = Find(map, "relations", 4);
        Assert.Equal([2, 3], step.GetProperty("premises").EnumerateArray().Select(premise => premise.GetInt32()));
        Assert.Equal((1, "Node", "Defeated", "Defeated", 1), (step.GetProperty("target").GetInt32(), step.GetProperty("targetKind").GetString(), step.GetProperty("standing").GetString(), step.GetProperty("force").GetString(), step.GetProperty("openObjections").GetInt32()));
        Assert.Equal("Relation", Find(map, "relations", undercut.Number("relation")).GetProperty("targetKind").GetString());
        Assert.Equal([undercut.Number("relation")], map["openObjections"].EnumerateArray().Select(number => number.GetInt32()));
        Assert.Empty(map["unansweredQuestions"].EnumerateArray());

        var edited = await ada.Patch(made.Location.ToString(), new { title = "Another title", visibility = "Private", basedOn = 3 });

        Assert.Equal((HttpStatusCode.OK, 4), (edited.Status, edited["revision"].GetInt32()));
        Assert.Equal("not-found", (await app.CreateClient().Get(made.Location.ToString())).Problem(404));
        Assert.Equal("Another title", (await ada.Get(made.Location.ToString()))["title"].GetString());
    }

    [Fact]
    public async Task A_snapshot_that_is_known_is_not_sent_again_until_something_changes()
    {
        var grace = await app.WithToken("Grace");
        var address = (await grace.Post("/api/v1/maps", new { title = "Known", root = "Is it known?" })).Location!.ToString();
        var first = await grace.Get(address);
        Assert.NotNull(first.ETag);

        Assert.Equal(HttpStatusCode.NotModified, (await grace.Get(address, ("If-None-Match", first.ETag))).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await grace.Get(address, ("If-None-Match", $"\"other\", {first.ETag}"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await grace.Get(address, ("If-None-Match", "\"other\""))).Status);

        await grace.Post($"{address}/nodes", new { text = "Something new." });
        var second = await grace.Get(address, ("If-None-Match", first.ETag));

        Assert.Equal((HttpStatusCode.OK, 2), (second.Status, second["revision"].GetInt32()));
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task A_private_map_does_not_exist_for_strangers_whatever_they_send()
    {
        var (owner, stranger) = (await app.WithToken("Owner"), await app.WithToken("Stranger"));
        var address = (await owner.Post("/api/v1/maps", new { title = "Secret", root = "Is it secret?", visibility = "Private" })).Location!.ToString();
        var tag = (await owner.Get(address)).ETag!;
        var missing = $"{address[..^1]}0";

        foreach (var call in new Func<string, Task<ApiAnswer>>[]
        {
            map => stranger.Get(map),
            map => app.CreateClient().Get(map),
            map => stranger.Get(map, ("If-None-Match", tag)),
            map => stranger.Get($"{map}/nodes/1"),
            map => stranger.Get($"{map}/changes"),
            map => stranger.Post($"{map}/nodes", new { text = "Let me in." }),
            map => stranger.Post($"{map}/relations", new { kind = "Objection", target = 1, newPremises = new[] { new { text = "Let me in." } } }),
            map => stranger.Patch($"{map}/nodes/1", new { text = "Let me in." }),
            map => stranger.Delete($"{map}/nodes/1"),
            map => stranger.Patch(map, new { title = "Let me in" }),
            map => stranger.Post($"{map}/changes/1/undo", null),
        })
        {
            var (real, none) = (await call(address), await call(missing));
            Assert.Equal("not-found", real.Problem(404));
            Assert.Equal(none["detail"].GetString()!.Replace(missing[13..], "X"), real["detail"].GetString()!.Replace(address[13..], "X"));
        }

        Assert.DoesNotContain("Secret", (await stranger.Get("/api/v1/maps?limit=100")).Body.GetRawText());
    }

    [Fact]
    public async Task The_list_of_maps_is_paged_without_gaps()
    {
        var alan = await app.WithToken("Alan");
        for (var map = 0; map < 5; map++)
        {
            await alan.Post("/api/v1/maps", new { title = $"Listed {map}", root = "Is it?" });
        }

        var (titles, older) = (new List<string>(), "");
        do
        {
            var page = await alan.Get($"/api/v1/maps?limit=2{older}");
            titles.AddRange(page["maps"].EnumerateArray().Select(map => map.GetProperty("title").GetString()!));
            older = page.Body.TryGetProperty("older", out var next) ? $"&before={next.GetString()}" : "";
        }
        while (older.Length > 0);

        Assert.Equal(["Listed 4", "Listed 3", "Listed 2", "Listed 1", "Listed 0"], titles.Where(title => title.StartsWith("Listed", StringComparison.Ordinal)));
        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    private static JsonElement Find(ApiAnswer map, string things, int number) =>
        map[things].EnumerateArray().Single(thing => thing.GetProperty("number").GetInt32() == number);

    private static IEnumerable<string?> Strings(JsonElement thing, string member) => thing.GetProperty(member).EnumerateArray().Select(value => value.GetString());
}
