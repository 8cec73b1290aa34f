using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

/// <summary>What no browser and no well-made program sends: it is the sender's fault, is told so, and is never called a fault of the server.</summary>
public sealed class UnreadableRequestTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>Where a value goes in the bodies below.</summary>
    private const string Place = "\"@\"";

    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1.5", "1e400", "2147483648", "99999999999999999999", "{}", "[]", "[null]", "[[1]]", "[-1]", "[1,1]", "[{}]", "\"\"",
        "\"a\\u0000b\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00a\"", "\"\\u202Eabc\\u2066\"", "\"\\ufffe\"", "\"https://a\\u0000b.example/\"",
        $"\"{new string('x', 1_000_000)}\"", $"\"{new string('a', 39)}\\ud83d\\ude00{new string('b', 9)}\"",
        $"[{string.Join(',', Enumerable.Range(1, 33))}]", $"[{string.Join(',', Enumerable.Repeat("{\"text\":\"a\"}", 33))}]", $"{new string('[', 100)}{new string(']', 100)}",
    ];

    private static readonly (string Method, string Path, string Body)[] Writes =
    [
        ("POST", "/api/v1/people", """{"name":"@","password":"@","mail":"@"}"""),
        ("POST", "/api/v1/tokens", """{"name":"@","password":"@","label":"@"}"""),
        ("POST", "/api/v1/maps", """{"title":"@","root":"@","rootKind":"@","about":"@","visibility":"@"}"""),
        ("PATCH", "", """{"title":"@","about":"@","root":"@","visibility":"@","basedOn":"@"}"""),
        ("POST", "/nodes", """{"kind":"@","text":"@","detail":"@"}"""),
        ("PATCH", "/nodes/1", """{"kind":"@","text":"@","detail":"@","basedOn":"@"}"""),
        ("POST", "/relations", """{"kind":"@","target":"@","premises":"@","newPremises":"@"}"""),
        ("POST", "/relations", """{"kind":"Objection","target":1,"newPremises":[{"text":"@","detail":"@"},"@"]}"""),
        ("PATCH", "/relations/3", """{"kind":"@","target":"@","premises":"@","basedOn":"@"}"""),
        ("POST", "/threads/1/comments", """{"body":"@","replyTo":"@"}"""),
        ("PATCH", "/comments/1", """{"body":"@","basedOn":"@"}"""),
        ("POST", "/comments/1/promote", """{"text":"@","detail":"@","kind":"@","relation":"@"}"""),
        ("POST", "/sources", """{"title":"@","medium":"@","url":"@","authors":"@","published":"@","minutes":"@","words":"@","note":"@","text":"@"}"""),
        ("PUT", "/sources/2", """{"title":"@","medium":"@","url":"@","authors":["@"],"published":"@","minutes":"@","words":"@","note":"@","text":"@","basedOn":"@"}"""),
        ("POST", "/sources/2/address", """{"url":"@"}"""),
        ("POST", "/source-links", """{"from":"@","kind":"@","to":"@"}"""),
        ("POST", "/citations", """{"about":"@","aboutComment":"@","source":"@","newSource":"@","exact":"@","prefix":"@","suffix":"@","start":"@","end":"@","note":"@"}"""),
    ];

    private static readonly (string ContentType, string Body, HttpStatusCode Status)[] Forms =
    [
        (UrlEncoded, $"{new string('k', 5_000)}=1", HttpStatusCode.BadRequest),
        (UrlEncoded, string.Join('&', Enumerable.Range(0, 1_100).Select(number => $"f{number}=1")), HttpStatusCode.BadRequest),
        (UrlEncoded + "; charset=utf-7", "text=a", HttpStatusCode.BadRequest),
        ("multipart/form-data; boundary=x", "--x\r\nbroken", HttpStatusCode.BadRequest),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nabc", HttpStatusCode.BadRequest),
        ("multipart/form-data", "text", HttpStatusCode.BadRequest),
        ("application/json", "{}", HttpStatusCode.UnsupportedMediaType),
        (UrlEncoded, $"text={new string('x', 3 * 1024 * 1024)}", HttpStatusCode.RequestEntityTooLarge),
    ];

    [Fact]
    public async Task Every_input_of_the_api_takes_any_value_or_says_what_is_wrong_with_it()
    {
        await using var server = app.AnotherServer(new() { ["RateLimits:SignInsAtOnce"] = "10000", ["RateLimits:WritesAtOnce"] = "100000" });
        var (client, map) = await Begin(server);
        foreach (var (method, path, body) in Writes)
        {
            var address = path.StartsWith("/api", StringComparison.Ordinal) ? path : map + path;
            foreach (var (at, value) in Places(body).SelectMany(_ => Values, (at, value) => (at, value)))
            {
                // The others are null, which is the same as left out.
                var sent = $"{body[..at]}{value}{body[(at + Place.Length)..]}".Replace(Place, "null", StringComparison.Ordinal);

                var answer = await Api.Send(client, new HttpMethod(method), address, new StringContent(sent, Encoding.UTF8, "application/json"));

                Assert.True((int)answer.Status < 500, $"{method} {path} {Shorten(sent)}: {answer.Status}");
                if ((int)answer.Status >= 400)
                {
                    answer.Problem((int)answer.Status);
                }
            }
        }
    }

    [Theory]
    [InlineData("application/json; charset=bogus")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"utf-16\"")]
    public async Task Json_in_another_character_set_is_refused(string contentType)
    {
        using var content = new StringContent("{}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        var answer = await Api.Send(app.CreateClient(), HttpMethod.Post, "/api/v1/maps", content);

        Assert.Equal("wrong-content-type", answer.Problem(415));
    }

    [Fact]
    public async Task A_new_premise_that_is_null_and_too_many_premises_are_told()
    {
        var (client, map) = await Begin(app);

        var none = await client.Post(map + "/relations", new { kind = "Objection", target = 1, newPremises = new object?[] { null } });
        var many = await client.Patch(map + "/relations/3", new { premises = Enumerable.Range(1, 33) });

        Assert.Equal("invalid-input", none.Problem(400));
        Assert.Contains("The text is missing", none["detail"].GetString());
        Assert.Equal("invalid-input", many.Problem(400));
        Assert.Contains("1 to 32 premises; this one has 33", many["detail"].GetString());
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_answered_with_a_page_that_says_so()
    {
        await using var server = app.AnotherServer();
        server.UseKestrel(0);
        server.StartServer();

        // A server that refuses a body closes the connection while it is still being sent, unless the sender asks first.
        using var asksFirst = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) };
        using var client = new HttpClient(asksFirst) { BaseAddress = server.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.ExpectContinue = true;
        foreach (var (contentType, body, status) in Forms)
        {
            foreach (var address in new[] { "/sign-in", "/maps/new", "/m/nowhere/add" })
            {
                using var content = new StringContent(body);
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
                using var answer = await client.PostAsync(address, content);
                var page = await answer.Content.ReadAsStringAsync();

                Assert.Equal((address, Shorten(body), status), (address, Shorten(body), answer.StatusCode));
                Assert.Contains($"<p class=\"status\">{(int)status}</p>", page);
                Assert.True(answer.Headers.Contains("Content-Security-Policy"));
            }
        }

        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_gives_more_than_a_thread_may_have_is_told_how_much_that_is_and_what_to_do()
    {
        await using var server = app.AnotherServer(new() { ["Threads:Importing:MostBytes"] = "1572864" });
        server.UseKestrel(0);
        server.StartServer();
        using var asksFirst = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) };
        using var client = new HttpClient(asksFirst) { BaseAddress = server.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new StringContent($"text={new string('x', 8 * 1024 * 1024)}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(UrlEncoded);

        using var answer = await client.PostAsync("/import", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("larger than the 1.5 MB that can be given here", page, StringComparison.Ordinal);
        Assert.Contains("give the thread in parts", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_odd_parameters_is_the_page_without_them()
    {
        var (_, map) = await Begin(app);
        using var browser = app.Anonymous();
        string[] pages = ["/history?of=%00&before=%00", "/outline?at=%00&from=-1&skip=99999999999", "/cite?about=%00&comment=-1&source=99999999999", "/add?kind=%00&to=%00", "/n/1?comment=%00", "?at=%00&depth=-1"];
        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await browser.Get($"/m/{map.Split('/')[^1]}{page}")).Status));
        }
    }

    private static IEnumerable<int> Places(string body)
    {
        for (var at = body.IndexOf(Place, StringComparison.Ordinal); at >= 0; at = body.IndexOf(Place, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200];

    /// <summary>A map of Ada's with a thesis, a step (#3 from #2), a comment (1) and a source (2), and a program of hers.</summary>
    private static async Task<(HttpClient Client, string Map)> Begin(ArgMapApplication server)
    {
        var ada = await server.WithToken("Ada");
        var made = await ada.Post("/api/v1/maps", new { title = "Odd inputs", root = "It holds.", rootKind = "Claim" });
        var map = made.Location!.ToString();
        await ada.Post(map + "/relations", new { kind = "Support", target = 1, newPremises = new[] { new { text = "It has held so far." } } });
        await ada.Post(map + "/threads/1/comments", new { body = "Does it?" });
        await ada.Post(map + "/sources", new { title = "A talk", medium = "Talk" });
        return (ada, map);
    }
}
