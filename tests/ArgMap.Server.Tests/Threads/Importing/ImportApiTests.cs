using System.Net;
using System.Text;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

public sealed class ImportApiTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_program_makes_a_map_of_a_thread_and_brings_it_up_to_date()
    {
        var client = await app.WithToken("Ada");
        var file = SmallForum.File(SmallForum.Four);

        var started = await client.Post("/api/v1/imports", new { files = new[] { new { name = file.Name, text = Encoding.UTF8.GetString(file.Bytes()) } }, title = "By a program" });
        Assert.Equal((HttpStatusCode.Accepted, "by-a-program"), (started.Status, started["map"].GetString()));
        await app.Ended(new StartedImport("by-a-program", started["import"].GetGuid()));
        var done = await client.Get(started.Location!.OriginalString);
        Assert.Equal(("Done", 4, 4, "json"), (done["state"].GetString(), done.Number("postsStored"), done["report"].GetProperty("posts").GetInt32(), done["format"].GetString()));
        Assert.Equal(4, done["outcome"].GetProperty("new").GetInt32());

        var again = await client.Post("/api/v1/maps/by-a-program/imports", new { source = done.Number("source"), files = new[] { new { name = file.Name, base64 = Convert.ToBase64String(SmallForum.File(SmallForum.Four.Take(3)).Bytes()) } } });
        await app.Ended(new StartedImport("by-a-program", again["import"].GetGuid()));
        var updated = await client.Get(again.Location!.OriginalString);
        Assert.Equal((3, 1), (updated["outcome"].GetProperty("unchanged").GetInt32(), updated["outcome"].GetProperty("vanished").GetInt32()));
        Assert.False((await client.Get(started.Location!.OriginalString)).Body.TryGetProperty("report", out _));
    }

    [Fact]
    public async Task A_key_starts_one_import_and_is_refused_with_another_thread()
    {
        var client = await app.WithToken("Cora");
        var (four, three) = (Text(SmallForum.Four), Text(SmallForum.Four.Take(3)));
        var headers = ("Idempotency-Key", "my-key");

        var first = await client.Post("/api/v1/imports", new { text = four, title = "With a key" }, headers);
        var again = await client.Post("/api/v1/imports", new { text = four, title = "With a key" }, headers);
        await app.Ended(new StartedImport("with-a-key", first["import"].GetGuid()));
        var later = await client.Post("/api/v1/imports", new { text = four, title = "With a key" }, headers);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, again.Status, later.Status));
        Assert.Equal((first["import"].GetGuid(), first["import"].GetGuid()), (again["import"].GetGuid(), later["import"].GetGuid()));
        foreach (var other in new object[] { new { text = three, title = "With a key" }, new { text = four, format = "json", title = "With a key" }, new { address = "https://forum.example/t/1", title = "With a key" } })
        {
            Assert.Equal("idempotency-key-reused", (await client.Post("/api/v1/imports", other, headers)).Problem(422));
        }

        var into = await client.Post("/api/v1/maps/with-a-key/imports", new { text = three, source = 1 }, ("Idempotency-Key", "another"));
        await app.Ended(new StartedImport("with-a-key", into["import"].GetGuid()));
        Assert.Equal("idempotency-key-reused", (await client.Post("/api/v1/maps/with-a-key/imports", new { text = four, source = 1 }, ("Idempotency-Key", "another"))).Problem(422));
    }

    private static string Text(IEnumerable<SmallForum.Said> said) => Encoding.UTF8.GetString(SmallForum.File(said).Bytes());

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_with_the_input_named()
    {
        var client = await app.WithToken("Bea");

        Assert.Equal("invalid-input", (await client.Post("/api/v1/imports", new { })).Problem(400));
        Assert.Equal("invalid-input", (await client.Post("/api/v1/imports", new { files = new[] { new { name = "a.json", base64 = "no base64!" } } })).Problem(400));
        Assert.Equal("invalid-input", (await client.Post("/api/v1/imports", new { text = "Words.", visibility = "Everybody" })).Problem(400));
        Assert.Equal("not-found", (await client.Post("/api/v1/maps/nowhere/imports", new { text = "Words." })).Problem(404));
        Assert.Equal("not-found", (await client.Get($"/api/v1/maps/nowhere/imports/{Guid.NewGuid()}")).Problem(404));
        Assert.Equal("signed-out", (await app.CreateClient().Post("/api/v1/imports", new { text = "Words." })).Problem(401));
    }
}
