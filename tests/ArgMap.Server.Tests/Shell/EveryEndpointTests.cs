using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

/// <summary>What must hold for every endpoint that writes: asked of the routes themselves, so that a new one is covered.</summary>
public sealed class EveryEndpointTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string SignOut = "/sign-out";

    [Fact]
    public void Every_writing_endpoint_has_a_rate_limit()
    {
        var unlimited = Endpoints.Writing(app)
            .Where(endpoint => endpoint.Route != SignOut // Leaving is never refused.
                 && endpoint.Policy is not (RateLimits.Writing or RateLimits.SigningIn))
            .Select(endpoint => $"{endpoint.Method} {endpoint.Route}");

        Assert.Empty(unlimited);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "It has held so far.");
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "A talk"), ("medium", "Talk"));
        var tables = await StoredRows.Read(app.Connection, "select table_name::text from information_schema.tables where table_schema = 'public' order by 1");
        var forms = Endpoints.Writing(app).Where(endpoint => !endpoint.IsApi).ToList();
        Assert.True(forms.Count > 20);
        var before = await Everything(tables);
        foreach (var form in forms)
        {
            var address = form.Address(debate.Slug);
            (string Name, string Value)[] fields =
            [
                ("title", "Forged"), ("root", form.Route.EndsWith("settings", StringComparison.Ordinal) ? "1" : "Forged"), ("rootKind", "Claim"), ("visibility", "Public"), ("kind", form.Route.Contains("node", StringComparison.Ordinal) ? "Claim" : "Objection"),
                ("to", "1"), ("target", "1"), ("premises", form.Route.Contains("/r/", StringComparison.Ordinal) ? "#2" : ""), ("text", "Forged"), ("body", "Forged"), ("do", "resolve"), ("medium", "Talk"), ("about", "1"), ("source", "2"),
                ("url", "https://example.org/"), ("name", "Forged"), ("password", ArgMapApplication.Password), ("current", ArgMapApplication.Password), ("new", "another long password"), ("mail", "a@example.org"), ("label", "Forged"),
            ];

            var (status, _) = await Debate.Post(debate.Ada, address, null, fields);

            Assert.True((int)status is >= 400 and < 500, $"{address} answers {status}.");
        }

        Assert.Equal(before, await Everything(tables));
        Assert.Equal("Ada", (await debate.Ada.Get("/")).SignedInAs);
    }

    private async Task<List<string>> Everything(IReadOnlyList<string> tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange((await StoredRows.Of(app.Connection, $"\"{table}\"")).Select(row => $"{table} {row}"));
        }

        return rows;
    }
}
