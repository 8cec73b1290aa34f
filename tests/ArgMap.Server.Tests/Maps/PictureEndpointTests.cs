using System.IO.Compression;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class PictureEndpointTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Opening_a_node_draws_it_and_what_it_opens_and_moves_the_rest()
    {
        var debate = await Tall();
        using var reader = app.Anonymous();
        var shown = await Shown.On(reader, $"/m/{debate.Slug}?depth=1");

        var answer = await shown.Ask("depth=1&open=2");

        Assert.Equal("depth=1&open=2", answer["scope"].GetString());
        Assert.Equal(shown.Revision, answer.Number("revision"));
        Assert.False(answer.Body.TryGetProperty("whole", out _));
        Assert.Empty(answer["gone"].EnumerateArray());
        Assert.Equal(["picture-2", "picture-13", "picture-12", "picture-15", "picture-14", "picture-17", "picture-16"], await Ids(answer));
        Assert.All(answer["moves"].EnumerateArray(), move => Assert.Equal(4, move.GetArrayLength()));
        Assert.NotEmpty(answer["moves"].EnumerateArray());
        Assert.Contains("id=\"link-13\"", answer["links"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folding_it_again_removes_what_was_drawn()
    {
        var debate = await Tall();
        using var reader = app.Anonymous();
        var shown = await Shown.On(reader, $"/m/{debate.Slug}?depth=1&open=2");

        var answer = await shown.Ask("depth=1&shut=2");

        Assert.Equal(["link-13", "link-13-core", "link-15", "link-15-core", "link-17", "link-17-core", "picture-12", "picture-13", "picture-14", "picture-15", "picture-16", "picture-17", "trunk-2"], answer["gone"].EnumerateArray().Select(id => id.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(["picture-2"], await Ids(answer));
    }

    [Fact]
    public async Task What_others_have_added_since_is_drawn_without_the_rest()
    {
        var debate = await Tall();
        using var reader = app.Anonymous();
        var shown = await Shown.On(reader, $"/m/{debate.Slug}?depth=2");

        await debate.Add(RelationKind.Objection, 4, "Nobody has seen it.");
        var answer = await shown.Ask("depth=2");

        Assert.Equal(shown.Revision + 1, answer.Number("revision"));
        Assert.Contains("picture-18", await Ids(answer));
        Assert.DoesNotContain("picture-8", await Ids(answer));
    }

    [Fact]
    public async Task The_whole_picture_is_sent_to_whoever_has_another_than_the_server_takes_it_for()
    {
        var debate = await Tall();
        using var reader = app.Anonymous();
        var shown = await Shown.On(reader, $"/m/{debate.Slug}?depth=1");
        var elsewhere = app.AnotherServer();
        await using (elsewhere)
        {
            using var other = elsewhere.Anonymous();
            await debate.Add(RelationKind.Objection, 4, "Nobody has seen it.");

            Assert.NotEmpty(await Whole(await shown.Ask("depth=1&open=2", drawn: "0123456789abcdef")));
            Assert.NotEmpty(await Whole(await shown.Ask("depth=1&open=2", through: other.Http)));
            Assert.Contains("picture-12", await Whole(await shown.Ask("depth=1&open=2", revision: "1")));
        }

        shown.Http.DefaultRequestHeaders.Add("Cookie", "argmap-reader=1.10000");
        Assert.NotEmpty(await Whole(await shown.Ask("depth=1&open=2")));
    }

    [Fact]
    public async Task Another_server_that_has_the_same_revision_knows_the_picture_too()
    {
        var debate = await Tall();
        using var reader = app.Anonymous();
        var shown = await Shown.On(reader, $"/m/{debate.Slug}?depth=1");
        var elsewhere = app.AnotherServer();
        await using (elsewhere)
        {
            using var other = elsewhere.Anonymous();

            Assert.Equal(["picture-2", "picture-13", "picture-12", "picture-15", "picture-14", "picture-17", "picture-16"], await Ids(await shown.Ask("depth=1&open=2", through: other.Http)));
        }
    }

    [Theory]
    [InlineData("was=&revision=many&changedAt=2026-03-04T10:20:00Z&drawn=0")]
    [InlineData("was=&revision=-1&changedAt=2026-03-04T10:20:00Z&drawn=0")]
    [InlineData("was=&revision=1&changedAt=yesterday&drawn=0")]
    [InlineData("was=depth=2&revision=1&changedAt=2026-03-04T10:20:00Z")]
    [InlineData("was=")]
    public async Task A_picture_that_is_not_named_in_full_is_asked_for_in_plain_words(string query)
    {
        var debate = await Debate.Begin(app);
        using var client = app.CreateClient();

        var answer = await client.Get($"/m/{debate.Slug}/picture?{query}");

        Assert.Equal("invalid-input", answer.Problem(400));
        Assert.Contains("“revision”, “changedAt” and “drawn”", answer["detail"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_and_is_not_in_the_map_is_said()
    {
        var debate = await Debate.Begin(app);
        using var client = app.CreateClient();

        var answer = await client.Get($"/m/{debate.Slug}/picture?at=4711");

        Assert.Contains("#4711 is not in the map", Assert.Single(answer["notices"].EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Contains("picture-1", await Whole(answer));
    }

    [Fact]
    public async Task A_private_map_has_pictures_for_its_owner_only()
    {
        var debate = await Debate.Begin(app, Server.Maps.Visibility.Private);
        using var stranger = app.Anonymous();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/m/{debate.Slug}/picture")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/m/no-such-map/picture")).Status);
        Assert.Contains("picture-1", await Whole(await debate.Ada.Http.Get($"/m/{debate.Slug}/picture")));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1200)]
    public async Task Opening_a_node_costs_what_it_opens_however_large_the_picture(int nodes)
    {
        var slug = await app.With<ArgMapDbContext, string>(async db => (await LoadGeneratedMap.Handle(db, app.Clock, new MapPlan(nodes, 5), null, CancellationToken.None)).Value.Slug);
        using var reader = app.Anonymous();
        var all = await Shown.On(reader, $"/m/{slug}?depth=all");
        var leaf = all.Parts.Last(part => part.ClassList.Contains("node") && part.GetAttribute("aria-expanded") == "true").GetAttribute("data-number");
        var folded = await Shown.On(reader, $"/m/{slug}?depth=all&shut={leaf}");

        using var plain = await folded.Request($"depth=all&open={leaf}");
        using var packed = await folded.Request($"depth=all&open={leaf}", "br");

        var body = await plain.Content.ReadAsStringAsync();
        Assert.InRange(body.Length, 500, 20_000);
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        await using var unpacked = new BrotliStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);
        Assert.Equal(body, await text.ReadToEndAsync());
        Assert.True(packed.Headers.CacheControl is { Private: true, NoCache: true });
    }

    /// <summary>#1 with the objections #2, #4, #6, #8, #10 and the objections #12, #14 and #16 to #2.</summary>
    private async Task<Debate> Tall()
    {
        var debate = await Debate.Begin(app);
        for (var i = 0; i < 5; i++)
        {
            await debate.Add(RelationKind.Objection, 1, $"It need not, for reason {i}.");
        }

        await debate.Add(RelationKind.Objection, 2, "It must.");
        await debate.Add(RelationKind.Objection, 2, "It has.");
        await debate.Add(RelationKind.Objection, 2, "It will.");
        return debate;
    }

    private static async Task<List<string?>> Ids(ApiAnswer answer) =>
        [.. (await Task.WhenAll(answer["runs"].EnumerateArray().Select(run => Read(run.GetProperty("html").GetString()!)))).SelectMany(part => part.QuerySelectorAll("[role=treeitem]")).Select(part => part.Id)];

    private static async Task<List<string?>> Whole(ApiAnswer answer) =>
        [.. (await Read(answer["whole"].GetString()!)).QuerySelectorAll(".picture [role=treeitem]").Select(part => part.Id)];

    private static Task<IDocument> Read(string html) => BrowsingContext.New().OpenAsync(request => request.Content(html));

    /// <summary>A picture on somebody's screen.</summary>
    private sealed record Shown(HttpClient Http, string Slug, int Revision, string ChangedAt, string Drawn, IReadOnlyList<IElement> Parts)
    {
        public static async Task<Shown> On(Browser browser, string address)
        {
            var picture = (await browser.Get(address)).Document.QuerySelector(".picture")!;
            var part = picture.Dataset();
            return new(browser.Http, part["slug"], int.Parse(part["revision"], System.Globalization.CultureInfo.InvariantCulture), part["changed-at"], part["drawn"], [.. picture.QuerySelectorAll("[role=treeitem]")]);
        }

        public async Task<ApiAnswer> Ask(string scope, string? drawn = null, string? revision = null, HttpClient? through = null) => await (through ?? Http).Get(Address(scope, drawn, revision));

        public async Task<HttpResponseMessage> Request(string scope, string? encoding = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address(scope, null, null));
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            var answer = await Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer;
        }

        private string Address(string scope, string? drawn, string? revision)
        {
            var mark = Drawn.Split('?');
            return FormattableString.Invariant($"/m/{Slug}/picture?{scope}&was={Uri.EscapeDataString(mark[1])}&drawn={drawn ?? mark[0]}&revision={revision ?? $"{Revision}"}&changedAt={Uri.EscapeDataString(ChangedAt)}");
        }
    }
}

file static class Elements
{
    public static Dictionary<string, string> Dataset(this IElement element) =>
        element.Attributes.Where(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal)).ToDictionary(attribute => attribute.Name["data-".Length..], attribute => attribute.Value);
}
