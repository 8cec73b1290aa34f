using System.Net;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.History;

public sealed class HistoryApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_program_keeps_up_with_a_map_by_its_changes()
    {
        var ada = await app.WithToken("Ada");
        var map = (await ada.Post("/api/v1/maps", new { title = "Followed", root = "Is it?" })).Location!.ToString();
        await ada.Patch($"{map}/nodes/1", new { text = "Is it so?" });
        await ada.Post($"{map}/relations", new { kind = "Answer", target = 1, newPremises = new[] { new { text = "It is." } } });
        await ada.Post($"{map}/changes/2/undo", null);

        var first = await app.CreateClient().Get($"{map}/changes?limit=3");
        var rest = await app.CreateClient().Get($"{map}/changes?since=3");

        Assert.Equal((4, 3, 1), (first["revision"].GetInt32(), first["changes"].GetArrayLength(), rest["changes"].GetArrayLength()));
        Assert.Equal([1, 2, 3], first["changes"].EnumerateArray().Select(change => change.GetProperty("revision").GetInt32()));
        var edit = first["changes"][1];
        Assert.Equal(("EditNode", "Ada"), (edit.GetProperty("kind").GetString(), edit.GetProperty("by").GetString()));
        var effect = Assert.Single(edit.GetProperty("effects").EnumerateArray());
        Assert.Equal(("node", 1), (effect.GetProperty("thing").GetString(), effect.GetProperty("number").GetInt32()));
        Assert.Equal(("Is it?", "Is it so?"), (effect.GetProperty("before").GetProperty("text").GetString(), effect.GetProperty("after").GetProperty("text").GetString()));
        var undo = rest["changes"][0];
        Assert.Equal(("Undo", 2), (undo.GetProperty("kind").GetString(), undo.GetProperty("undoes").GetInt32()));
        Assert.Equal("Is it?", (await ada.Get($"{map}/nodes/1"))["text"].GetString());
        Assert.Equal(0, (await ada.Get($"{map}/changes?since=4"))["changes"].GetArrayLength());
    }

    [Fact]
    public async Task An_undo_is_done_once_or_refused_with_the_reason()
    {
        var (grace, stranger) = (await app.WithToken("Grace"), await app.WithToken("Stranger"));
        var map = (await grace.Post("/api/v1/maps", new { title = "Undone", root = "Is it?" })).Location!.ToString();
        await grace.Post($"{map}/nodes", new { text = "A claim." });

        Assert.Equal("forbidden", (await stranger.Post($"{map}/changes/2/undo", null)).Problem(403));
        Assert.Equal(HttpStatusCode.OK, (await grace.Post($"{map}/changes/2/undo", null, ("Idempotency-Key", "u"))).Status);
        Assert.Equal(3, (await grace.Post($"{map}/changes/2/undo", null, ("Idempotency-Key", "u")))["revision"].GetInt32());
        Assert.Equal("undo-does-not-fit", (await grace.Post($"{map}/changes/2/undo", null)).Problem(409));
        Assert.Equal("not-found", (await grace.Post($"{map}/changes/77/undo", null)).Problem(404));
        Assert.Equal("invalid-input", (await grace.Get($"{map}/changes?limit=501")).Problem(400));
    }
}
