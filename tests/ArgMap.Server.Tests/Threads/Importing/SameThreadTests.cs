using System.Net;
using System.Text;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads.Importing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ArgMap.Server.Tests.Threads.Importing;

/// <summary>A thread that a map has already, given as one more by another address or in another format.</summary>
public sealed class SameThreadTests(ArgMapApplication fixture) : IClassFixture<ArgMapApplication>, IAsyncLifetime
{
    private WebApplication forum = null!;
    private ArgMapApplication app = null!;
    private int posts = 4;
    private bool isShut;

    private string Forum => forum.Urls.Single().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        forum = builder.Build();
        forum.Run(Answer);
        await forum.StartAsync();
        app = fixture.AnotherServer(new() { ["Threads:Fetching:AllowedHosts:0"] = new Uri(Forum).Authority, ["Threads:Fetching:Pause"] = "00:00:00" });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await forum.StopAsync(new CancellationToken(canceled: true));
        await forum.DisposeAsync();
    }

    [Theory]
    [InlineData("/t/why-so/12", "/t/12/3?u=ada")]
    [InlineData("/t/why-so/12", "/p/7")]
    [InlineData("/t/why-so/12", "/shared/abc?utm_source=x")]
    [InlineData("/viewtopic.php?t=12", "/viewtopic.php?p=3#p3")]
    [InlineData("/viewtopic.php?t=12", "/viewtopic.php?t=12&start=2&sid=abc")]
    [InlineData("/viewtopic.php?p=3", "/viewtopic.php?f=1&t=12")]
    public async Task By_another_address_it_is_brought_up_to_date(string first, string second)
    {
        var ada = await app.Person($"A{Guid.NewGuid():N}"[..12]);
        var before = await app.Ended((await Start(ada, Forum + first)).Value);
        var number = (await app.Posts(before)).ToDictionary(post => post.ExternalId, post => post.Number);
        Assert.Equal(4, number.Count);
        posts = 5;

        var after = await Into(ada, before, new(Forum + second, null, [], null));

        Assert.Equal((ImportState.Done, before.SourceNumber), (after.State, after.SourceNumber));
        Assert.Equal((true, 1, 4, 0, 0), (after.Outcome().WasThere, after.Outcome().New, after.Outcome().Unchanged, after.Outcome().Changed, after.Outcome().Vanished));
        Assert.All(number, pair => Assert.Equal(pair.Value, Numbers(after).GetValueOrDefault(pair.Key)));
        Assert.Equal(1, await Sources(before));
        Assert.Equal(Forum + first, await app.With<ArgMapDbContext, string?>(db => db.ForumThreads.Where(row => row.MapId == before.MapId).Select(row => row.Address).SingleAsync()));

        Dictionary<string, int> Numbers(ThreadImportRow import) => app.Posts(import).GetAwaiter().GetResult().ToDictionary(post => post.ExternalId, post => post.Number);
    }

    [Fact]
    public async Task As_a_file_of_the_interface_it_is_brought_up_to_date_and_nothing_is_taken_to_be_gone()
    {
        var ada = await app.Person($"B{Guid.NewGuid():N}"[..12]);
        var before = await app.Ended((await Start(ada, $"{Forum}/t/why-so/12")).Value);

        var part = await Into(ada, before, Files(new RawInput("part.json", Encoding.UTF8.GetBytes(Topic(4, 2)))));

        Assert.Equal((before.SourceNumber, true, 1, 0), (part.SourceNumber, part.Outcome().WasThere, part.Outcome().New, part.Outcome().Vanished));
        Assert.Equal(5, (await app.Posts(part)).Count(post => !post.IsVanished));
    }

    [Fact]
    public async Task A_forum_whose_interface_is_shut_since_and_shows_a_page_with_less_takes_nothing_away_and_makes_no_post_twice()
    {
        var ada = await app.Person($"C{Guid.NewGuid():N}"[..12]);
        var before = await app.Ended((await Start(ada, $"{Forum}/t/why-so/12")).Value);
        isShut = true;

        var after = await Again();
        var twice = await Again();
        var read = await app.Ended((await app.With<StartImport, Outcome<StartedImport>>(async start => await start.ReadAgain(ada, await app.SlugOf(before.MapId), twice.Id, null, null, CancellationToken.None))).Value);

        foreach (var import in new[] { after, twice, read })
        {
            Assert.Equal((0, 0, 2), (import.Outcome().New, import.Outcome().Vanished, import.Outcome().Unseen));
        }

        (isShut, posts) = (false, 3);
        var open = await Again();

        Assert.Equal((0, 3, 1), (open.Outcome().New, open.Outcome().Unchanged, open.Outcome().Vanished));
        Assert.Equal(4, (await app.Posts(after)).Count);

        async Task<ThreadImportRow> Again() => await app.Ended((await app.With<StartImport, Outcome<StartedImport>>(async start =>
            await start.Update(ada, await app.SlugOf(before.MapId), before.SourceNumber!.Value, null, false, null, CancellationToken.None))).Value);
    }

    [Fact]
    public async Task Another_thread_of_the_same_forum_is_one_more_source()
    {
        var ada = await app.Person($"D{Guid.NewGuid():N}"[..12]);
        var before = await app.Ended((await Start(ada, $"{Forum}/t/why-so/12")).Value);

        var other = await Into(ada, before, new($"{Forum}/t/why-not/13", null, [], null));

        Assert.NotEqual(before.SourceNumber, other.SourceNumber);
        Assert.Equal((false, null), (other.Outcome().WasThere, other.Outcome().Alike));
    }

    [Fact]
    public async Task A_page_that_only_says_it_is_another_threads_is_one_more_source()
    {
        var ada = await app.Person($"E{Guid.NewGuid():N}"[..12]);
        var before = await app.Ended((await Start(ada, $"{Forum}/t/why-so/12")).Value);
        var page = $"<!DOCTYPE html><html><head><link rel=\"canonical\" href=\"{Forum}/t/why-so/12\"><title>Lies</title></head><body><div class=\"h-feed\">{Post(31)}{Post(32)}</div></body></html>";

        var lying = await Into(ada, before, new(null, page, [], null, "https://elsewhere.example/page"));
        var file = await Into(ada, before, Files(new RawInput("saved.html", Encoding.UTF8.GetBytes(page))));

        Assert.False(lying.Outcome().WasThere);
        Assert.DoesNotContain(before.SourceNumber, (int?[])[lying.SourceNumber, file.SourceNumber]);
    }

    [Fact]
    public async Task Pasted_words_of_it_are_one_more_source_and_the_reader_hears_that_they_stand_there_already()
    {
        using var eve = await app.SignedInAs("Eve of words");
        var four = SmallForum.File(SmallForum.Four);
        var first = await app.Ended(eve, await eve.Submit(Address.Import, Address.Import, ("text", Encoding.UTF8.GetString(four.Bytes()))));
        var slug = first.Address.Split('/')[2];
        var pasted = string.Join("\n\n", SmallForum.Four.Select((one, index) => $"{one.Author}\n2026-01-01 10:0{index}\n\n{one.Body}"));

        var second = await app.Ended(eve, await eve.Submit($"/m/{slug}/import", $"/m/{slug}/import", ("text", pasted)));

        Assert.Contains("which this map has already. If it is the same thread, withdraw this one and bring that one up to date.", second.Text, StringComparison.Ordinal);
        Assert.Contains($"/m/{slug}/import?thread=", second.Document.QuerySelector(".report")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_given_as_one_more_is_told_to_have_been_there()
    {
        using var fay = await app.SignedInAs("Fay of files");
        var text = Encoding.UTF8.GetString(SmallForum.File(SmallForum.Four).Bytes());
        var slug = (await app.Ended(fay, await fay.Submit(Address.Import, Address.Import, ("text", text)))).Address.Split('/')[2];

        var second = await app.Ended(fay, await fay.Submit($"/m/{slug}/import", $"/m/{slug}/import", ("text", Encoding.UTF8.GetString(SmallForum.File([.. SmallForum.Four, new("e", "d", "grace", "It comes later.")]).Bytes()))));

        Assert.Contains("The map had this thread already, so it was brought up to date and not added once more.", second.Text, StringComparison.Ordinal);
        Assert.Contains("1 post is new, 0 have changed, 4 are as before.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_bring_it_up_to_date_is_told_that_it_is_there_and_nothing_is_added()
    {
        var (ada, bea) = (await app.Person($"G{Guid.NewGuid():N}"[..12]), await app.Person($"H{Guid.NewGuid():N}"[..12]));
        var before = await app.Ended((await Start(ada, $"{Forum}/t/why-so/12")).Value);

        var refused = await Into(bea, before, new($"{Forum}/t/12", null, [], null));

        Assert.Equal((ImportState.Failed, null), (refused.State, refused.SourceNumber));
        Assert.StartsWith("The map has this thread already: it is “Why so?”.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Sources(before));
    }

    [Fact]
    public async Task Text_pasted_as_the_thread_as_it_is_now_is_told_by_its_words_where_an_interface_gave_it()
    {
        var ada = await app.Person($"I{Guid.NewGuid():N}"[..12]);
        var before = await app.Import(ada, SmallForum.File(SmallForum.Four));
        var pasted = string.Join("\n\n", SmallForum.Four.Select((one, index) => $"{one.Author}\n2026-01-01 10:0{index}\n\n{one.Body}"));

        var after = await app.Ended((await app.With<StartImport, Outcome<StartedImport>>(async start =>
            await start.Update(ada, await app.SlugOf(before.MapId), before.SourceNumber!.Value, new(null, pasted, [], null), false, null, CancellationToken.None))).Value);

        Assert.Equal((0, 0), (after.Outcome().New, after.Outcome().Vanished));
        Assert.Equal(["a", "b", "c", "d"], (await app.Posts(after)).Select(post => post.ExternalId).Order());
    }

    private static GivenThread Files(params RawInput[] files) => new(null, null, files, null);

    private async Task<ThreadImportRow> Into(Actor actor, ThreadImportRow before, GivenThread given)
    {
        var slug = await app.SlugOf(before.MapId);
        return await app.Ended((await app.With<StartImport, Outcome<StartedImport>>(start => start.IntoMap(actor, slug, given, null, CancellationToken.None))).Value);
    }

    private Task<int> Sources(ThreadImportRow import) => app.With<ArgMapDbContext, int>(db => db.ForumThreads.CountAsync(row => row.MapId == import.MapId));

    private Task<Outcome<StartedImport>> Start(Actor actor, string address) =>
        app.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(actor, new(null), new(address, null, [], null), null, CancellationToken.None));

    /// <summary>A topic of a Discourse, and a thread of a board with two posts on a page.</summary>
    private async Task Answer(HttpContext context)
    {
        var (path, query) = (context.Request.Path.Value, context.Request.Query);
        if (path is "/p/7" or "/shared/abc")
        {
            context.Response.Redirect("/t/why-so/12/2?u=bo");
            return;
        }

        var page = query.ContainsKey("p") ? 2 : query["start"].ToString() switch { "" => 1, "2" => 2, "4" => 3, _ => 0 };
        var answer = path switch
        {
            "/t/12.json" when !isShut => Topic(1, posts),
            "/t/13.json" => Topic(1, 3, 13),
            "/t/why-so/12" => $"<!DOCTYPE html><html><head><title>Why so?</title></head><body><div class=\"h-feed\">{Post(1)}{Post(2)}</div></body></html>",
            "/viewtopic.php" when page * 2 <= posts + 1 && page > 0 => $"<!DOCTYPE html><html><head><title>Why so?</title></head><body><h2><a href=\"viewtopic.php?f=1&amp;t=12\">Why so?</a></h2>"
                + string.Concat(Enumerable.Range(0, (posts + 1) / 2).Select(number => $"<a href=\"viewtopic.php?f=1&amp;t=12&amp;start={number * 2}\">{number}</a>"))
                + $"<div class=\"h-feed\">{string.Concat(Enumerable.Range((page * 2) - 1, 2).Where(number => number <= posts).Select(Post))}</div></body></html>",
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = answer?[0] == '{' ? "application/json" : "text/html; charset=utf-8";
        await context.Response.WriteAsync(answer ?? "");
    }

    private static string Post(int number) =>
        $"""<article class="h-entry" id="p{number}"><a class="p-author h-card" href="/u/ada">ada</a><a class="u-url" href="/p{number}"><time class="dt-published" datetime="2026-11-0{number % 9}T10:00:00Z">then</time></a><div class="e-content"><p>{Words(number)}</p></div></article>""";

    private static string Words(int number) => $"The words of post number {number} say that objectives of kind {number} would crystallise before all others in training.";

    private static string Topic(int from, int count, int topic = 12) => System.Text.Json.JsonSerializer.Serialize(new
    {
        id = topic,
        title = topic == 12 ? "Why so?" : "Why not?",
        slug = topic == 12 ? "why-so" : "why-not",
        posts_count = from + count - 1,
        post_stream = new
        {
            stream = Enumerable.Range(from, count).Select(number => (topic * 100) + number),
            posts = Enumerable.Range(from, count).Select(number => new
            {
                id = (topic * 100) + number,
                post_number = number,
                topic_id = topic,
                topic_slug = "why-so",
                username = "ada",
                created_at = $"2026-11-0{number}T10:00:00.000Z",
                cooked = $"<p>{(topic == 12 ? "" : "Not so. ")}{Words(number)}</p>",
                post_type = 1,
            }),
        },
    });
}
