using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Live;

public sealed class LiveEventsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Whoever_has_a_map_open_is_told_of_each_newer_revision()
    {
        var ada = await app.Person("Ada of events");
        var slug = await app.MapOf(ada);
        using var client = app.CreateClient();
        using var answer = await Open(client, slug);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(("text/event-stream", true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoCache));
        Assert.Equal("retry: 2000", await events.ReadLineAsync());

        await new Scribe(app, slug, ada).AddNode("A claim.");
        Assert.Equal("2", await Next(events));

        await new Scribe(app, slug, ada).AddNode("Another claim.");
        Assert.Equal("3", await Next(events));
    }

    [Theory]
    [InlineData("?since=1", null)]
    [InlineData("?since=nonsense", "1")]
    [InlineData("?since=2", "1")]
    public async Task Whoever_was_cut_off_is_told_at_once_what_they_missed(string query, string? last)
    {
        var ada = await app.Person($"Ada of {query} and {last}");
        var slug = await app.MapOf(ada);
        await new Scribe(app, slug, ada).AddNode("A claim.");
        using var client = app.CreateClient();

        using var answer = await Open(client, slug + "/events" + query, last);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("2", await Next(events));
    }

    [Fact]
    public async Task A_map_that_one_may_not_see_has_no_events_and_one_that_is_hidden_has_no_more()
    {
        var ada = await app.Person("Ada of hiding");
        var slug = await app.MapOf(ada);
        using var client = app.CreateClient();
        using var answer = await Open(client, slug);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());

        await new Scribe(app, slug, ada).EditMap("A secret", visibility: nameof(Server.Maps.Visibility.Private));

        Assert.Null(await Next(events));
        using var hidden = await Open(client, slug);
        using var missing = await Open(client, "no-such-map");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task The_owner_is_told_of_changes_of_their_own_private_map()
    {
        var debate = await Debate.Begin(app, Server.Maps.Visibility.Private);
        using var answer = await Open(debate.Ada.Http, debate.Slug);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());

        await debate.Add(RelationKind.Objection, 1, "It need not.");

        Assert.Equal("2", await Next(events));
    }

    private static async Task<HttpResponseMessage> Open(HttpClient client, string map, string? last = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, map.Contains('/', StringComparison.Ordinal) ? $"/m/{map}" : $"/m/{map}/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The data of the next event; null when there is none any more. A line that stays open and silent fails the test instead of stopping all others.</summary>
    private static async Task<string?> Next(StreamReader events)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        return null;
    }
}
