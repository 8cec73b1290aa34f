using System.IO.Compression;
using System.Net;
using System.Text;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class CachedPagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_that_was_drawn_before_is_the_same_page_in_whatever_way_it_is_sent(string? encoding)
    {
        var slug = await app.MapOf(await app.Person($"Ada of {encoding}"));
        using var client = app.CreateClient();
        var first = await Read(await Ask(client, slug, encoding));
        using var asked = new RoundTrips(app);

        using var again = await Ask(client, slug, encoding);

        Assert.Equal(encoding ?? "", string.Join(",", again.Content.Headers.ContentEncoding));
        Assert.Equal(first, await Read(again));
        Assert.Contains("Is it so?", first, StringComparison.Ordinal);
        Assert.Equal(1, asked.Count);
    }

    [Fact]
    public async Task A_page_shows_a_change_of_another_server_at_once()
    {
        await using var other = app.AnotherServer();
        var ada = await app.Person("Ada of changes");
        var slug = await app.MapOf(ada);
        using var client = other.CreateClient();
        await Read(await Ask(client, slug));

        await new Scribe(app, slug, ada).EditMap("Renamed");

        Assert.Contains("Renamed", await Read(await Ask(client, slug)), StringComparison.Ordinal);
        await new Scribe(app, slug, ada).EditMap("Renamed", visibility: "Private");
        using var hidden = await Ask(client, slug);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Whoever_has_the_page_already_is_told_so_until_it_changes()
    {
        var ada = await app.Person("Ada of tags");
        var slug = await app.MapOf(ada);
        using var client = app.CreateClient();
        using var first = await Ask(client, slug);
        var tag = first.Headers.ETag!.ToString();

        using var same = await Ask(client, slug, tag: tag);
        await new Scribe(app, slug, ada).AddNode("Another claim.");
        using var changed = await Ask(client, slug, tag: tag);

        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_page_for_everybody_holds_nothing_of_anybody()
    {
        var debate = await Debate.Begin(app);
        using var reader = app.Anonymous();

        var owners = await debate.Ada.Get($"/m/{debate.Slug}?at=1");
        var everybodys = await reader.Get($"/m/{debate.Slug}?at=1");

        Assert.Equal("Ada", owners.SignedInAs);
        Assert.Null(everybodys.SignedInAs);
        Assert.Empty(everybodys.Document.QuerySelectorAll("input[name=__RequestVerificationToken]"));
        Assert.False(everybodys.Headers.ContainsKey("Set-Cookie"));
        Assert.False(owners.Headers.TryGetValue("ETag", out var tag), tag);
    }

    [Fact]
    public async Task Readers_with_other_settings_get_other_pages()
    {
        var slug = await app.MapOf(await app.Person("Ada of settings"));
        using var client = app.CreateClient();
        await Read(await Ask(client, slug));
        client.DefaultRequestHeaders.Add("Cookie", "argmap-reader=1.00200");

        Assert.Contains("data-theme=\"dark\"", await Read(await Ask(client, slug)), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_asked_for_least_lately_make_room_by_their_size()
    {
        var cache = new PageCache(new() { PageBytes = 10_000 });
        var head = new MapHead(1, "map", "A debate", null, null, Visibility.Public, Draft.Owner, "ada", 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        cache.Keep("small", Page(head, 1_000));
        cache.Keep("middle", Page(head, 3_000));
        Assert.NotNull(cache.Find("small", head));

        cache.Keep("large", Page(head, 5_000));

        Assert.Null(cache.Find("middle", head));
        Assert.NotNull(cache.Find("small", head));
        Assert.NotNull(cache.Find("large", head));
        Assert.Null(cache.Find("large", head with { Revision = 2 }));
        cache.Keep("larger than all there is", Page(head, 20_000));
        Assert.Null(cache.Find("larger than all there is", head));
        Assert.InRange(cache.Bytes, 0, 10_000);
    }

    private static CachedPage Page(MapHead head, int bytes) => new(head, "text/html", new byte[bytes], default, default);

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string slug, string? encoding = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/m/{slug}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await client.SendAsync(request);
    }

    private static async Task<string> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            await using var sent = await answer.Content.ReadAsStreamAsync();
            await using Stream plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
            {
                "br" => new BrotliStream(sent, CompressionMode.Decompress),
                "gzip" => new GZipStream(sent, CompressionMode.Decompress),
                _ => sent,
            };
            using var text = new StreamReader(plain, Encoding.UTF8);
            return await text.ReadToEndAsync();
        }
    }
}
