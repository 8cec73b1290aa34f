using System.Net;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Relations;

public sealed class RelationsApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_step_is_added_read_edited_and_withdrawn()
    {
        var (ada, map) = await Map("Ada", "Steps");

        var added = await ada.Post($"{map}/relations", new { kind = "support", target = 1, newPremises = new[] { new { text = "Because." } } });

        Assert.Equal((HttpStatusCode.Created, $"{map}/relations/3"), (added.Status, added.Location?.ToString()));
        Assert.Equal((2, 2, 3), (added["revision"].GetInt32(), added.Number("node"), added.Number("relation")));

        Assert.Equal(3, (await ada.Patch($"{map}/relations/3", new { kind = "Prerequisite", basedOn = 2 }))["revision"].GetInt32());
        var step = await app.CreateClient().Get($"{map}/relations/3");
        Assert.Equal(("Prerequisite", 3, "Stands"), (step["kind"].GetString(), step["revision"].GetInt32(), step["force"].GetString()));

        Assert.Equal(4, (await ada.Delete($"{map}/relations/3"))["revision"].GetInt32());
        var withdrawn = await ada.Get($"{map}/relations/3");
        Assert.Equal((true, false), (withdrawn["isWithdrawn"].GetBoolean(), withdrawn["isLive"].GetBoolean()));
        Assert.False(withdrawn.Body.TryGetProperty("standing", out _));
    }

    [Fact]
    public async Task A_request_sent_again_with_its_key_is_answered_the_same()
    {
        var (grace, map) = await Map("Grace", "Keys");
        var request = new { kind = "Objection", target = 1, newPremises = new[] { new { text = "It is not." } } };

        var first = await grace.Post($"{map}/relations", request, ("Idempotency-Key", "one"));
        var second = await grace.Post($"{map}/relations", request, ("Idempotency-Key", "one"));
        var other = await grace.Post($"{map}/nodes", new { text = "Something else." }, ("Idempotency-Key", "one"));

        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
        Assert.Equal((HttpStatusCode.Created, first.Location), (second.Status, second.Location));
        Assert.Equal("idempotency-key-reused", other.Problem(422));
        Assert.Equal(2, (await grace.Get(map))["revision"].GetInt32());
    }

    [Fact]
    public async Task An_edit_of_what_has_changed_is_answered_with_both_texts()
    {
        var (alan, map) = await Map("Alan", "Conflicts");
        await alan.Patch($"{map}/nodes/1", new { text = "First", basedOn = 1 });

        var conflict = await alan.Patch($"{map}/nodes/1", new { text = "Second", basedOn = 1 });

        Assert.Equal("edit-conflict", conflict.Problem(409));
        Assert.Equal(("First", "Second", 2), (conflict["theirs"].GetString(), conflict["yours"].GetString(), conflict["revision"].GetInt32()));
    }

    [Fact]
    public async Task A_circle_of_prerequisites_is_refused_in_words()
    {
        var (kurt, map) = await Map("Kurt", "Circles");
        await kurt.Post($"{map}/nodes", new { text = "A" });
        await kurt.Post($"{map}/nodes", new { text = "B" });
        await kurt.Post($"{map}/relations", new { kind = "Prerequisite", target = 2, premises = new[] { 3 } });

        var refused = await kurt.Post($"{map}/relations", new { kind = "Prerequisite", target = 3, premises = new[] { 2 } });

        Assert.Equal("unsound-graph", refused.Problem(422));
        Assert.Contains("#2", refused["detail"].GetString());
    }

    [Fact]
    public async Task What_others_wrote_is_theirs()
    {
        var (owner, map) = await Map("Owner", "Whose");
        var stranger = await app.WithToken("Stranger");
        await owner.Post($"{map}/relations", new { kind = "Answer", target = 1, newPremises = new[] { new { text = "It is." } } });

        Assert.Equal("forbidden", (await stranger.Patch($"{map}/relations/3", new { kind = "Support" })).Problem(403));
        Assert.Equal("forbidden", (await stranger.Delete($"{map}/relations/3")).Problem(403));
        Assert.Equal("forbidden", (await stranger.Delete($"{map}/nodes/2")).Problem(403));
        Assert.Equal("signed-out", (await app.CreateClient().Delete($"{map}/nodes/2")).Problem(401));
        Assert.Equal("root-in-use", (await owner.Delete($"{map}/nodes/1")).Problem(409));
        Assert.Equal("not-found", (await owner.Delete($"{map}/nodes/99")).Problem(404));
        Assert.Equal("not-found", (await owner.Get($"{map}/relations/2")).Problem(404));
    }

    [Fact]
    public async Task Sixteen_programs_write_to_one_map_at_once()
    {
        var (_, map) = await Map("First", "Crowded");
        var clients = new List<HttpClient>();
        for (var writer = 0; writer < 16; writer++)
        {
            clients.Add(await app.WithToken($"Writer {writer}"));
        }

        var answers = (await Task.WhenAll(clients.Select((client, writer) => Task.Run(async () =>
        {
            var own = new List<ApiAnswer>();
            for (var write = 0; write < 5; write++)
            {
                own.Add(await client.Post($"{map}/relations", new { kind = "Answer", target = 1, newPremises = new[] { new { text = $"Answer {write} of {writer}." } } }));
            }

            return own;
        })))).SelectMany(own => own).ToList();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(Enumerable.Range(2, 80), answers.Select(answer => answer["revision"].GetInt32()).Order());
        Assert.Equal(Enumerable.Range(2, 160), answers.SelectMany(answer => new[] { answer.Number("node"), answer.Number("relation") }).Order());
    }

    private async Task<(HttpClient Client, string Map)> Map(string owner, string title)
    {
        var client = await app.WithToken(owner);
        return (client, (await client.Post("/api/v1/maps", new { title, root = "Is it so?" })).Location!.ToString());
    }
}
