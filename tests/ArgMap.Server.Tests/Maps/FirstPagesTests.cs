using System.Net;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.History;
using ArgMap.Server.Tests.Hosting;
using Npgsql;

namespace ArgMap.Server.Tests.Maps;

public sealed class FirstPagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static readonly Dictionary<string, string> EveryMapIsLarge = new() { ["MapCache:FirstPagesFrom"] = "1" };

    [Fact]
    public async Task A_server_that_has_just_started_opens_a_map_with_the_very_page_that_is_drawn_from_all_of_it()
    {
        var (_, slug) = await Begin("Ada of first pages");
        var drawn = await Open(slug);

        await using var fresh = app.AnotherServer(EveryMapIsLarge);
        using var client = fresh.CreateClient();
        using var asked = new RoundTrips(app);
        var stored = await client.GetStringAsync($"/m/{slug}");

        Assert.Equal(drawn, stored);
        Assert.Contains("first_pages", asked.ToString(), StringComparison.Ordinal);
        await using var without = app.AnotherServer(new() { ["MapCache:FirstPagesFrom"] = int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        await Execute($"delete from first_pages where map_id = (select id from maps where slug = '{slug}')");
        using var other = without.CreateClient();
        Assert.Equal(await other.GetStringAsync($"/m/{slug}"), stored);
    }

    [Fact]
    public async Task It_is_shown_before_the_map_is_read_and_the_map_is_read_in_the_background()
    {
        var (_, slug) = await Begin("Ada of backgrounds");
        await Open(slug);
        await using var fresh = app.AnotherServer(EveryMapIsLarge);
        using var client = fresh.CreateClient();

        // The map's rows are locked away: only what is stored can be shown.
        await using var source = NpgsqlDataSource.Create(app.Connection);
        await using var connection = await source.OpenConnectionAsync();
        await using var locked = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table nodes in access exclusive mode", connection, locked))
        {
            await command.ExecuteNonQueryAsync();
        }

        Assert.Contains("Is it so?", await client.GetStringAsync($"/m/{slug}"), StringComparison.Ordinal);
        Assert.Equal(0, Nodes(fresh));
        await locked.RollbackAsync();
        await Done(fresh);
        Assert.True(Nodes(fresh) > 0);
    }

    [Fact]
    public async Task A_page_of_an_earlier_revision_is_never_shown()
    {
        var (ada, slug) = await Begin("Ada of revisions");
        await Open(slug);
        await new Scribe(app, slug, ada).EditNode(1, "Is it really so?");

        var page = await Open(slug);

        Assert.Contains("Is it really so?", page, StringComparison.Ordinal);
        Assert.Equal(page, await Open(slug));
    }

    [Fact]
    public async Task A_map_that_has_been_made_private_is_not_shown_from_what_is_stored()
    {
        var (ada, slug) = await Begin("Ada of secrets");
        await Open(slug);
        await new Scribe(app, slug, ada).EditMap("A debate", visibility: "Private");
        await using var fresh = app.AnotherServer(EveryMapIsLarge);
        using var client = fresh.CreateClient();

        using var answer = await client.GetAsync($"/m/{slug}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_another_build_drew_or_was_drawn_under_another_address_is_passed_over()
    {
        var (_, slug) = await Begin("Ada of builds");
        var page = await Open(slug);
        await using var fresh = app.AnotherServer(EveryMapIsLarge);
        using var elsewhere = fresh.CreateClient(new() { BaseAddress = new Uri("http://maps.example.org") });
        Assert.Contains($"http://maps.example.org/m/{slug}/embed", await elsewhere.GetStringAsync($"/m/{slug}"), StringComparison.Ordinal);

        await Execute($"update first_pages set seal = 'of another build', body = 'nonsense'::bytea where map_id = (select id from maps where slug = '{slug}')");

        Assert.Equal(page, await Open(slug));
    }

    [Fact]
    public async Task Only_the_page_a_large_map_opens_with_is_stored_one_for_each_way_of_reading()
    {
        var (_, slug) = await Begin("Ada of few pages");
        await Open(slug);
        await Open(slug + "?depth=1");
        await Open(slug, "argmap-reader=1.01000");
        var small = await app.MapOf(await app.Person("Ada of small maps"));
        using (var client = app.CreateClient())
        {
            await client.GetStringAsync($"/m/{small}");
        }

        await Done(app);

        Assert.Equal(["1.00000", "1.01000"], await StoredRows.Read(app.Connection, $"select p.settings from first_pages p join maps m on m.id = p.map_id where m.slug = '{slug}' order by 1"));
        Assert.Empty(await StoredRows.Read(app.Connection, $"select p.settings from first_pages p join maps m on m.id = p.map_id where m.slug = '{small}'"));
    }

    private static int Nodes(ArgMapApplication server) => ((MapCache)server.Services.GetService(typeof(MapCache))!).Nodes;

    private static Task Done(ArgMapApplication server) => ((FirstPages)server.Services.GetService(typeof(FirstPages))!).Done();

    /// <summary>A map with a few steps.</summary>
    private async Task<(Actor Owner, string Slug)> Begin(string name)
    {
        var ada = await app.Person(name);
        var slug = await app.MapOf(ada);
        var scribe = new Scribe(app, slug, ada);
        await scribe.AddStep("Answer", 1, "It is.");
        await scribe.AddStep("Objection", 2, "It is not.");
        return (ada, slug);
    }

    /// <summary>Opens a map on a server that has just started, and waits until that has stored what it stores.</summary>
    private async Task<string> Open(string address, string? cookie = null)
    {
        await using var fresh = app.AnotherServer(EveryMapIsLarge);
        using var client = fresh.CreateClient();
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        var page = await client.GetStringAsync($"/m/{address}");
        await Done(fresh);
        return page;
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Connection + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
