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

/// <summary>From the address to the posts, with a forum of the house that the settings allow.</summary>
public sealed class ImportByAddressTests(ArgMapApplication fixture) : IClassFixture<ArgMapApplication>, IAsyncLifetime
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication forum = null!;
    private ArgMapApplication app = null!;
    private IReadOnlyList<SmallForum.Said> said = SmallForum.Four;

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

    [Fact]
    public async Task A_thread_is_fetched_from_its_address_and_again()
    {
        var ada = await app.Person($"Ada{Guid.NewGuid():N}"[..12]);
        var first = await app.Ended((await Start(ada, $"{Forum}/does-it-crystallise-at-all")).Value);

        Assert.Equal((ImportState.Done, null), (first.State, first.Message));
        Assert.Equal(4, (await app.Posts(first)).Count);
        var thread = await app.With<ArgMapDbContext, string?>(db => db.ForumThreads.Where(row => row.MapId == first.MapId).Select(row => row.Address).SingleAsync());
        Assert.Equal($"{Forum}/does-it-crystallise-at-all", thread);
        Assert.Equal("Would deception crystallise?", await app.With<ArgMapDbContext, string>(db => db.Maps.Where(row => row.Id == first.MapId).Select(row => row.Title).SingleAsync()));
        Assert.Equal("Would deception crystallise?", await app.With<ArgMapDbContext, string>(db => db.Nodes.Where(row => row.MapId == first.MapId).Select(row => row.Text).SingleAsync()));

        said = [.. SmallForum.Four, new("e", "d", "grace", "It comes later.")];
        var second = await app.Ended((await Update(ada, first)).Value);

        Assert.Equal((1, 4), (second.Outcome().New, second.Outcome().Unchanged));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        var ada = await app.Person($"Bea{Guid.NewGuid():N}"[..12]);
        var first = await app.Ended((await Start(ada, $"{Forum}/tagged")).Value);

        var second = await app.Ended((await Update(ada, first)).Value);

        Assert.True(second.Outcome().IsUnchanged);
        Assert.Equal(0, await app.With<ArgMapDbContext, int>(db => db.RawInputs.CountAsync(row => row.ImportId == second.Id)));
    }

    [Fact]
    public async Task What_a_map_is_about_is_asked_first_though_it_was_called_after_its_thread_only_when_that_had_come()
    {
        using var hal = await app.SignedInAs("Hal");
        var report = await app.Ended(hal, await hal.Submit(Address.Import, Address.Import, ("address", $"{Forum}/does-it-crystallise-at-all")));

        var draft = await hal.Get($"/m/{report.Address.Split('/')[2]}/draft");

        Assert.Equal("Would deception crystallise?", draft.Document.QuerySelector("#thesis-text")?.TextContent);
        Assert.True(draft.Document.QuerySelector("#thesis-question")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_map_that_was_renamed_while_its_thread_was_fetched_keeps_its_name()
    {
        using var ivy = await app.SignedInAs("Ivy");
        var sent = await ivy.Submit(Address.Import, Address.Import, ("address", $"{Forum}/slow"));
        var slug = sent.Location!.Split('/')[2];
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await ivy.Submit($"/m/{slug}/settings", $"/m/{slug}/settings", ("title", "Ivy's debate"));
        mayAnswer.SetResult();
        await app.Ended(ivy, sent);

        Assert.Equal("Ivy's debate", (await ivy.Get($"/m/{slug}")).Document.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_forum_that_does_not_answer_can_be_given_up()
    {
        var ada = await app.Person($"Cora{Guid.NewGuid():N}"[..12]);
        var started = (await Start(ada, $"{Forum}/silent")).Value;
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await app.With<CancelImport, Outcome<StartedImport>>(cancel => cancel.Handle(ada, started.Slug, started.Import, CancellationToken.None));

        Assert.Equal(ImportState.Cancelled, (await app.Ended(started)).State);
    }

    [Theory]
    [InlineData("/nothing-here", "404")]
    [InlineData("/empty", "no post was found")]
    public async Task What_is_no_thread_fails_in_plain_words(string path, string message)
    {
        var ada = await app.Person($"Dora{Guid.NewGuid():N}"[..12]);

        var import = await app.Ended((await Start(ada, Forum + path)).Value);

        Assert.Equal(ImportState.Failed, import.State);
        Assert.Contains(message, import.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_whose_thread_could_not_be_fetched_is_listed_for_its_owner_alone_until_something_has_come_and_is_called_after_that()
    {
        using var eve = await app.SignedInAs("Eve");
        using var reader = app.Anonymous();

        var failed = await app.Ended(eve, await eve.Submit(Address.Import, Address.Import, ("address", $"{Forum}/nothing-here")));
        var slug = failed.Address.Split('/')[2];
        var map = $".maps a[href='/m/{slug}']";
        var (others, own) = (await reader.Get("/"), await eve.Get("/"));
        var again = await app.Ended(eve, await eve.Submit(failed, failed.Address + "/read"));
        var given = await app.Ended(eve, await eve.Submit($"/m/{slug}/import", $"/m/{slug}/import", ("address", $"{Forum}/does-it-crystallise-at-all")));

        Assert.Contains("in nobody's list but its owner's", failed.Text, StringComparison.Ordinal);
        Assert.Equal((null, true), (others.Document.QuerySelector(map)?.TextContent, own.Document.QuerySelector(map) is not null));
        Assert.Contains("404", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("in nobody's list", given.Text, StringComparison.Ordinal);
        Assert.Equal("Would deception crystallise?", (await reader.Get("/")).Document.QuerySelector(map)?.TextContent);
    }

    [Fact]
    public async Task An_address_within_the_house_is_refused_where_it_is_not_allowed_and_no_map_is_made()
    {
        var eva = await fixture.Person("Eva");

        foreach (var address in new[] { $"{Forum}/does-it-crystallise-at-all", "http://127.0.0.1/", "http://2130706433/", "https://user:secret@forum.example/", $"https://forum.example/{new string('я', 400)}" })
        {
            var started = await fixture.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(eva, new(null), new(address, null, [], null), null, CancellationToken.None));
            Assert.Equal("address", started.Refusal?.Field);
        }

        Assert.Equal(0, await fixture.With<ArgMapDbContext, int>(db => db.Maps.CountAsync(row => row.OwnerId == eva.Id)));
    }

    [Fact]
    public async Task Where_nothing_is_fetched_an_address_is_refused_and_no_map_is_made()
    {
        await using var closed = fixture.AnotherServer(new() { ["Threads:Fetching:Enabled"] = "false" });
        var fay = await closed.Person("Fay");

        var started = await closed.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(fay, new(null), new("https://forum.example/t/1", null, [], null), null, CancellationToken.None));

        Assert.Equal("address", started.Refusal?.Field);
        Assert.Equal(0, await closed.With<ArgMapDbContext, int>(db => db.Maps.CountAsync(row => row.OwnerId == fay.Id)));
    }

    private Task<Outcome<StartedImport>> Start(Actor actor, string address) =>
        app.With<StartImport, Outcome<StartedImport>>(start => start.IntoNewMap(actor, new(null), new(address, null, [], null), null, CancellationToken.None));

    private Task<Outcome<StartedImport>> Update(Actor actor, ThreadImportRow before) => app.With<StartImport, Outcome<StartedImport>>(async start =>
        await start.Update(actor, await app.SlugOf(before.MapId), before.SourceNumber!.Value, null, false, null, CancellationToken.None));

    private async Task Answer(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/slow":
                asked.TrySetResult();
                await mayAnswer.Task.WaitAsync(context.RequestAborted);
                goto case "/does-it-crystallise-at-all";
            case "/does-it-crystallise-at-all":
            case "/tagged" when context.Request.Headers.IfNoneMatch.Count == 0:
                context.Response.ContentType = "application/json";
                context.Response.Headers.ETag = context.Request.Path == "/tagged" ? "\"one\"" : default;
                await context.Response.Body.WriteAsync(SmallForum.File(said).Bytes());
                break;
            case "/tagged":
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                break;
            case "/silent":
                asked.TrySetResult();
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "/empty":
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body></body></html>"));
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
