using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

/// <summary>Every route about a map, asked of the routes themselves, so that a new one is covered.</summary>
public sealed partial class PrivateMapTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Token = "__RequestVerificationToken";

    [Fact]
    public async Task A_stranger_is_answered_about_a_private_map_as_about_one_that_is_not_there()
    {
        var debate = await Debate.Begin(app, Visibility.Private);
        await debate.Add(RelationKind.Support, 1, "It has held so far.");
        var (hidden, unknown) = (debate.Slug, new string('x', debate.Slug.Length));
        var routes = Endpoints.All(app).Where(endpoint => endpoint.Route.Contains("{slug", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(routes.Count > 50);
        using var stranger = app.Anonymous();
        using var signedIn = await app.SignedInAs("Stranger");
        using var program = await app.WithToken("Stranger");
        using var nobody = app.CreateClient();
        var differences = new List<string>();
        foreach (var endpoint in routes)
        {
            IEnumerable<(string Who, HttpClient Client)> callers = endpoint.IsApi ? [("nobody", nobody), ("a program", program)] : [("nobody", stranger.Http), ("a stranger", signedIn.Http)];
            foreach (var (who, client) in callers)
            {
                foreach (var request in Requests(endpoint, await AntiforgeryToken(endpoint, client)))
                {
                    var (one, other) = (await Ask(client, endpoint, hidden, request), await Ask(client, endpoint, unknown, request));
                    if (one != other.Replace(unknown, hidden, StringComparison.Ordinal) || one.Contains("It has held", StringComparison.Ordinal) || !one.StartsWith('4'))
                    {
                        differences.Add($"{endpoint.Method} {endpoint.Route} as {who} with {request.Body}:\n{one}\nbut\n{other}");
                    }
                }
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public async Task Its_owner_can_read_it_on_every_page()
    {
        var debate = await Debate.Begin(app, Visibility.Private);
        foreach (var page in new[] { "outline", "n/1", "sources", "history", "settings", "add?kind=Objection&to=1", "add-node", "cite?about=1" })
        {
            Assert.Equal((page, 200), (page, (int)(await debate.Ada.Get(debate.At(page))).Status));
        }
    }

    /// <summary>What a caller who guesses would send: nothing, what fits, and what fits nothing.</summary>
    private static IEnumerable<(string Body, string Type, string? IfNoneMatch)> Requests(EndpointUnderTest endpoint, string? token)
    {
        if (endpoint.Method is "GET" or "DELETE")
        {
            yield return ("", "text/plain", null);
            yield return ("", "text/plain", "*");
        }
        else if (endpoint.IsApi)
        {
            yield return ("{}", "application/json", null);
            foreach (var body in new[]
            {
                """{"kind":"Claim","text":"A guess"}""", """{"kind":"Objection","target":1,"premises":[2]}""", """{"title":"A guess","medium":"Talk"}""", """{"body":"A guess"}""",
                """{"title":"A guess"}""", """{"text":"A guess"}""", """{"url":"https://example.org/"}""", """{"from":1,"kind":"Narrates","to":2}""", """{"about":1,"source":1}""", "not JSON",
            })
            {
                yield return (body, "application/json", null);
            }
        }
        else
        {
            const string Fields = "title=A&root=1&visibility=Public&kind=Objection&to=1&target=1&premises=%232&text=A&body=A&do=resolve&medium=Talk&about=1&source=1&url=https%3A%2F%2Fexample.org%2F&key=";
            yield return ("", "application/x-www-form-urlencoded", null);
            yield return (Fields + "forged", "application/x-www-form-urlencoded", null);
            if (token is not null)
            {
                yield return ($"{Token}={Uri.EscapeDataString(token)}", "application/x-www-form-urlencoded", null);
                yield return ($"{Fields}genuine&{Token}={Uri.EscapeDataString(token)}", "application/x-www-form-urlencoded", null);
                yield return ($"{Fields}genuine&more=1&{Token}={Uri.EscapeDataString(token)}", "application/x-www-form-urlencoded", null);
            }
        }
    }

    private static async Task<string?> AntiforgeryToken(EndpointUnderTest endpoint, HttpClient client)
    {
        if (endpoint.IsApi || endpoint.Method != "POST")
        {
            return null;
        }

        var page = await client.GetStringAsync(new Uri("/maps/new", UriKind.Relative));
        return TokenField().Match(page) is { Success: true } field ? field.Groups["token"].Value : null;
    }

    /// <summary>The whole answer as text, without what differs between any two answers.</summary>
    private static async Task<string> Ask(HttpClient client, EndpointUnderTest endpoint, string slug, (string Body, string Type, string? IfNoneMatch) sent)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Address(slug));
        if (sent.Body.Length > 0 || endpoint.Method is "POST")
        {
            request.Content = new StringContent(sent.Body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(sent.Type);
        }

        if (sent.IfNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", sent.IfNoneMatch);
        }

        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie")).OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var body = Fresh().Replace(await answer.Content.ReadAsStringAsync(), "…");
        return string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();

    /// <summary>Antiforgery tokens, fresh keys of forms, and the numbers of traces.</summary>
    [GeneratedRegex("CfDJ8[\\w-]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fresh();
}
