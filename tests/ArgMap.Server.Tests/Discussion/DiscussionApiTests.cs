using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Discussion;

public sealed class DiscussionApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_program_discusses_resolves_and_promotes()
    {
        var debate = await Debate.Begin(app);
        using var ada = await app.WithToken("Ada");
        var maps = $"/api/v1/maps/{debate.Slug}";

        var first = await Did(await ada.PostAsJsonAsync($"{maps}/threads/1/comments", new { body = "First." }), HttpStatusCode.Created);
        var number = first.GetProperty("comment").GetInt32();
        var reply = await Did(await ada.PostAsJsonAsync($"{maps}/threads/1/comments", new { body = "Reply.", replyTo = number }), HttpStatusCode.Created);
        await Did(await ada.PatchAsJsonAsync($"{maps}/comments/{number}", new { body = "First, edited.", basedOn = reply.GetProperty("revision").GetInt32() }), HttpStatusCode.OK);
        var promoted = await Did(await ada.PostAsJsonAsync($"{maps}/comments/{number}/promote", new { text = "A claim.", relation = "Support" }), HttpStatusCode.Created);
        await Did(await ada.DeleteAsync($"{maps}/comments/{reply.GetProperty("comment").GetInt32()}"), HttpStatusCode.OK);
        await Did(await ada.PostAsync($"{maps}/threads/1/resolve", null), HttpStatusCode.OK);
        var thread = await Did(await ada.GetAsync($"{maps}/threads/1/comments"), HttpStatusCode.OK);
        var versions = await Did(await ada.GetAsync($"{maps}/comments/{number}/versions"), HttpStatusCode.OK);

        Assert.True(thread.GetProperty("isResolved").GetBoolean());
        Assert.Equal(("Ada", "Node"), (thread.GetProperty("resolutionBy").GetString(), thread.GetProperty("kind").GetString()));
        var comments = thread.GetProperty("comments").EnumerateArray().ToList();
        Assert.Equal([(0, false), (1, true)], comments.Select(comment => (comment.GetProperty("depth").GetInt32(), comment.GetProperty("isWithdrawn").GetBoolean())));
        Assert.Equal("First, edited.", comments[0].GetProperty("body").GetString());
        Assert.False(comments[1].TryGetProperty("body", out _));
        Assert.Equal([promoted.GetProperty("node").GetInt32()], comments[0].GetProperty("promotedTo").EnumerateArray().Select(node => node.GetInt32()));
        Assert.Equal(["First.", "First, edited."], versions.EnumerateArray().Select(version => version.GetProperty("body").GetString()));

        var reopened = await Did(await ada.PostAsync($"{maps}/threads/1/reopen", null), HttpStatusCode.OK);
        Assert.Equal(8, reopened.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_comment_sent_twice_with_one_key_is_one_comment()
    {
        var debate = await Debate.Begin(app);
        using var ada = await app.WithToken("Ada");
        ada.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var first = await Did(await ada.PostAsJsonAsync($"/api/v1/maps/{debate.Slug}/threads/1/comments", new { body = "Once." }), HttpStatusCode.Created);
        var again = await Did(await ada.PostAsJsonAsync($"/api/v1/maps/{debate.Slug}/threads/1/comments", new { body = "Once." }), HttpStatusCode.Created);

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(2, (await debate.Read()).Head.Revision);
    }

    [Fact]
    public async Task An_edit_based_on_an_older_revision_is_answered_with_both_texts()
    {
        var debate = await Debate.Begin(app);
        using var ada = await app.WithToken("Ada");
        var number = await Said.By(app, "Ada", debate.Slug, 1, "First.");
        var address = $"/api/v1/maps/{debate.Slug}/comments/{number}";
        await Did(await ada.PatchAsJsonAsync(address, new { body = "Second.", basedOn = 2 }), HttpStatusCode.OK);

        var problem = await Did(await ada.PatchAsJsonAsync(address, new { body = "Third.", basedOn = 2 }), HttpStatusCode.Conflict);

        Assert.Equal(("edit-conflict", "Second.", "Third."), (problem.GetProperty("code").GetString(), problem.GetProperty("theirs").GetString(), problem.GetProperty("yours").GetString()));
    }

    [Fact]
    public async Task Threads_of_private_maps_and_of_nothing_are_not_found()
    {
        var debate = await Debate.Begin(app, Visibility.Private);
        await Said.By(app, "Ada", debate.Slug, 1, "Between us.");
        using var stranger = await app.WithToken("Stranger");
        using var ada = await app.WithToken("Ada");
        var maps = $"/api/v1/maps/{debate.Slug}";

        var hidden = await Did(await stranger.GetAsync($"{maps}/threads/1/comments"), HttpStatusCode.NotFound);
        var posted = await Did(await stranger.PostAsJsonAsync($"{maps}/threads/1/comments", new { body = "In." }), HttpStatusCode.NotFound);
        var nothing = await Did(await ada.GetAsync($"{maps}/threads/99/comments"), HttpStatusCode.NotFound);

        Assert.All([hidden, posted, nothing], problem => Assert.Equal("not-found", problem.GetProperty("code").GetString()));
        Assert.Contains("#99", nothing.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Did(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
    }
}
