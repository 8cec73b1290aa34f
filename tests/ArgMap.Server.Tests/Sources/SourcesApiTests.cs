using System.Net;
using System.Net.Http.Json;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Sources;

public sealed class SourcesApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_source_is_added_read_edited_and_withdrawn()
    {
        var (ada, map) = await Map("Ada", "Sources");

        var added = await ada.Post($"{map}/sources", new { title = "The talk", medium = "Talk" });

        Assert.Equal((HttpStatusCode.Created, $"{map}/sources/1"), (added.Status, added.Location?.ToString()));
        Assert.Equal((2, 1), (added.Number("revision"), added.Number("source")));
        var edited = await Put(ada, $"{map}/sources/1", new { title = "The whole talk", medium = "Talk", authors = new[] { "Ada" }, published = "2023-02", minutes = 62, text = "Its words.", basedOn = 2 });
        Assert.Equal((HttpStatusCode.OK, 3), (edited.Status, edited.Number("revision")));
        var source = await app.CreateClient().Get($"{map}/sources/1");
        Assert.Equal(("The whole talk", "2023-02", 62, "Its words."), (source["title"].GetString(), source["published"].GetString(), source.Number("minutes"), source["text"].GetString()));
        Assert.Equal("edit-conflict", (await Put(ada, $"{map}/sources/1", new { title = "Mine", medium = "Talk", basedOn = 2 })).Problem(409));
        Assert.Equal(4, (await ada.Delete($"{map}/sources/1")).Number("revision"));
        Assert.Empty((await ada.Get($"{map}/sources"))["sources"].EnumerateArray());
        Assert.True((await ada.Get($"{map}/sources/1"))["isWithdrawn"].GetBoolean());
    }

    [Fact]
    public async Task A_missing_address_is_given_and_sources_are_joined()
    {
        var (grace, map) = await Map("Grace", "Joined sources");
        await grace.Post($"{map}/sources", new { title = "The talk", medium = "Talk" });
        await grace.Post($"{map}/sources", new { title = "Its transcript", medium = "Transcript" });

        var linked = await grace.Post($"{map}/source-links", new { from = 2, kind = "TranscriptOf", to = 1 });
        var given = await (await app.WithToken("Finder")).Post($"{map}/sources/1/address", new { url = "https://example.org/talk" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (linked.Status, given.Status));
        var link = await grace.Get(linked.Location!.ToString());
        Assert.Equal((2, "TranscriptOf", 1), (link.Number("from"), link["kind"].GetString(), link.Number("to")));
        var list = await grace.Get($"{map}/sources");
        Assert.Equal("https://example.org/talk", list["sources"][0].GetProperty("url").GetString());
        Assert.Equal(1, list["links"].GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await grace.Delete($"{map}/source-links/3")).Status);
        Assert.Equal("not-found", (await grace.Get($"{map}/source-links/3")).Problem(404));
    }

    [Fact]
    public async Task A_passage_is_cited_with_its_source_once_however_often_it_is_sent()
    {
        var (alan, map) = await Map("Alan", "Citations");
        var request = new { about = 1, newSource = new { title = "The talk", medium = "Talk" }, start = "12:34", end = "13:10" };

        var first = await alan.Post($"{map}/citations", request, ("Idempotency-Key", "once"));
        var second = await alan.Post($"{map}/citations", request, ("Idempotency-Key", "once"));

        Assert.Equal((HttpStatusCode.Created, $"{map}/citations/2", 1, 2), (first.Status, first.Location?.ToString(), first.Number("source"), first.Number("citation")));
        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
        var citation = await alan.Get($"{map}/citations/2");
        Assert.Equal(("Node", 1, 754, 790), (citation["kind"].GetString(), citation.Number("about"), citation.Number("startSeconds"), citation.Number("endSeconds")));
        Assert.Equal(1, (await alan.Get($"{map}/citations?about=1&source=1"))["citations"].GetArrayLength());
        Assert.Equal(0, (await alan.Get($"{map}/citations?source=9"))["citations"].GetArrayLength());
        Assert.Equal("source-cited", (await alan.Delete($"{map}/sources/1")).Problem(409));
        Assert.Equal(HttpStatusCode.OK, (await alan.Delete($"{map}/citations/2")).Status);
        Assert.Equal("not-found", (await alan.Get($"{map}/citations/2")).Problem(404));
    }

    [Fact]
    public async Task Refusals_name_the_input()
    {
        var (kurt, map) = await Map("Kurt", "Refusals");

        var source = await kurt.Post($"{map}/sources", new { title = "", medium = "Film", url = "data:text/html,x", published = "2023-02-30" });
        var citation = await kurt.Post($"{map}/citations", new { about = 1, newSource = new { title = "A post", medium = "ForumPost", text = "Kept words." }, exact = "Other words." });

        Assert.Equal("invalid-input", source.Problem(400));
        Assert.Equal(["medium", "published", "title", "url"], source["errors"].EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal("invalid-input", citation.Problem(400));
        Assert.True(citation["errors"].TryGetProperty("exact", out _));
        Assert.Equal("not-found", (await kurt.Get($"{map}/sources/1")).Problem(404));
    }

    [Fact]
    public async Task A_stranger_finds_nothing_and_who_is_signed_out_cannot_write()
    {
        var (emmy, map) = await Map("Emmy", "Secret", "Private");
        await emmy.Post($"{map}/sources", new { title = "Secret minutes", medium = "Other" });
        var stranger = await app.WithToken("Stranger");

        foreach (var path in new[] { "sources", "sources/1", "citations", "citations/1", "source-links/1" })
        {
            Assert.Equal("not-found", (await stranger.Get($"{map}/{path}")).Problem(404));
        }

        Assert.Equal("not-found", (await stranger.Post($"{map}/sources", new { title = "Mine", medium = "Other" })).Problem(404));
        Assert.Equal("signed-out", (await app.CreateClient().Post($"{map}/sources", new { title = "Mine", medium = "Other" })).Problem(401));
    }

    private static Task<ApiAnswer> Put(HttpClient client, string path, object body) => Api.Send(client, HttpMethod.Put, path, JsonContent.Create(body));

    private async Task<(HttpClient Client, string Map)> Map(string person, string title, string visibility = "Public")
    {
        var client = await app.WithToken(person);
        var made = await client.Post("/api/v1/maps", new { title, root = "It is so.", rootKind = "Claim", visibility });
        return (client, made.Location!.ToString());
    }
}
