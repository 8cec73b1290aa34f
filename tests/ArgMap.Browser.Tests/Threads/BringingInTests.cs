using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Database;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Threads;

/// <summary>From a thread to a map, as a person does it who has the thread in the clipboard or in a file.</summary>
public sealed class BringingInTests(BrowserHost host)
{
    private const string Comment = """
        Pure deception. If the mesa-optimizer stops trying to optimize its own objective in the short term, its objective may crystallize.
        It is not intuitive to me why the selection pressure would induce crystallisation of the mesa objective instead of the base objective.
        Is joint optimisation not assumed to precede deceptive alignment?
        SGD fully intervenes on the mesa-optimiser, so it can't well shield parts of itself from updates.
        """;

    private const string Forum = "http://forum.example/maps";

    private const string Nested = """
        <!DOCTYPE html><html lang="en"><head><title>Maps</title><style>.children { margin-left: 2em; }</style></head><body><h1>Should libraries keep maps?</h1>
        <div class="comment" id="comment-1"><a class="author" href="/u/ada">Ada</a> <time datetime="2026-11-01T10:00:00Z">1 November</time><div class="body"><p>I think that maps should be kept in every library, because people lose their way.</p></div><button onclick="answer(1)">Reply</button>
        <div class="children"><div class="comment" id="comment-2"><a class="author" href="/u/bo">Bo</a> <time datetime="2026-11-01T11:00:00Z">1 November</time><div class="body"><p>Nobody has needed a printed map since telephones have shown where one stands.</p></div><button>Reply</button>
        <div class="children"><div class="comment" id="comment-3"><a class="author" href="/u/cy">Cy</a> <time datetime="2026-11-01T12:00:00Z">1 November</time><div class="body"><blockquote><p>telephones have shown where one stands</p></blockquote><p>They run out of power in the <a href="/mountains">mountains</a>, and that is where people need maps most.</p></div><button>Reply</button></div></div></div></div></div></body></html>
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_comment_is_pasted_and_becomes_a_map(bool scripts) => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "Make a map of a thread" }).First.ClickAsync();
            await page.GetByLabel("The text of the thread").FillAsync(Comment);
            await page.GetByLabel("Title of the map").FillAsync("Would it crystallise?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The thread is here", new() { Timeout = 30_000 });
            await Expect(page.Locator("dl.facts")).ToContainTextAsync("Posts");
            await page.GetByRole(AriaRole.Link, new() { Name = "Would it crystallise?" }).First.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Would it crystallise?");
        },
        scripts: scripts,
        width: scripts ? 1400 : 390);

    [Fact]
    public Task Comments_that_are_copied_from_a_page_keep_who_answers_whom_and_what_they_quote() => host.Visit(
        async page =>
        {
            await page.SignUp();
            var forum = await page.Context.NewPageAsync();
            await forum.RouteAsync(Forum, route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Nested }));
            await forum.GotoAsync(Forum);
            await forum.Keyboard.PressAsync("ControlOrMeta+A");
            await forum.Keyboard.PressAsync("ControlOrMeta+C");

            await page.BringToFrontAsync();
            await page.GotoAsync("/import");
            var layout = page.GetByLabel("Read the layout that came with it");
            await Expect(layout).ToBeHiddenAsync();
            var text = page.GetByLabel("The text of the thread");
            await text.FocusAsync();
            await page.Keyboard.PressAsync("ControlOrMeta+V");
            await Expect(layout).ToBeCheckedAsync();
            await text.PressAsync("End");
            await text.PressSequentiallyAsync("!");
            await Expect(layout).ToBeHiddenAsync();

            await text.FillAsync("");
            await page.Keyboard.PressAsync("ControlOrMeta+V");
            await Expect(layout).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The thread is here", new() { Timeout = 30_000 });
            await Expect(page.Locator("dl.facts")).ToContainTextAsync("1 of 1");
            await page.GetByRole(AriaRole.Link, new() { Name = "Read the thread" }).First.ClickAsync();
            var posts = page.Locator(".post");
            await Expect(posts).ToHaveCountAsync(3);
            await Expect(posts.Nth(2)).ToContainTextAsync("Cy");
            await Expect(posts.Nth(2).GetByRole(AriaRole.Link, new() { Name = "Bo" }).First).ToBeVisibleAsync();
        },
        width: 1400);

    [Fact]
    public Task What_was_typed_stays_when_something_is_wrong_and_files_are_sent_when_it_is_right() => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync("/import");
            await page.GetByLabel("Address of the thread").FillAsync("this is no address");
            await page.GetByLabel("Title of the map").FillAsync("Kept");
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is not the address of a page");
            await Expect(page.GetByLabel("Title of the map")).ToHaveValueAsync("Kept");

            await page.GetByLabel("Address of the thread").FillAsync("");
            await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload
            {
                Name = "thread.json",
                MimeType = "application/json",
                Buffer = Encoding.UTF8.GetBytes("""[{"id": 1, "author": "ada", "body": "It would crystallise."}, {"id": 2, "parent_id": 1, "author": "grace", "body": "I doubt it, because training goes on."}]"""),
            });
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();

            await Expect(page).ToHaveURLAsync(new Regex("/import/[0-9a-f-]{36}$"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The thread is here", new() { Timeout = 30_000 });
            await Expect(page.Locator("dl.facts")).ToContainTextAsync("2");
        },
        width: 1400);

    [Fact]
    public Task Whoever_loses_the_line_while_a_thread_is_read_is_told_and_sees_how_it_ended_when_it_is_back() => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync("/import");
            await page.GetByLabel("The text of the thread").FillAsync(Comment);
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();
            var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
            await Expect(heading).ToHaveTextAsync("The thread is here", new() { Timeout = 30_000 });
            var import = Guid.Parse(page.Url[^36..]);
            await Put(ImportState.Storing, null);
            await page.ReloadAsync();
            await Expect(heading).ToHaveTextAsync("Storing the posts");
            var unreachable = page.Locator("#import").GetByText("The server cannot be reached just now");
            await Expect(unreachable).ToBeHiddenAsync();

            await page.Context.SetOfflineAsync(true);
            await Expect(unreachable).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(unreachable).ToBeHiddenAsync();
            await Expect(heading).ToHaveTextAsync("Storing the posts");

            await Put(ImportState.Done, host.App.Clock.GetUtcNow());
            await Expect(heading).ToHaveTextAsync("The thread is here");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Read the thread" })).ToBeVisibleAsync();

            // As if somebody were at work on it.
            Task<int> Put(ImportState state, DateTimeOffset? end) => host.App.With<ArgMapDbContext, int>(db => db.ThreadImports.Where(row => row.Id == import).ExecuteUpdateAsync(row => row
                .SetProperty(one => one.State, state)
                .SetProperty(one => one.FinishedAt, end)
                .SetProperty(one => one.HeartbeatAt, host.App.Clock.GetUtcNow())));
        },
        width: 1400);
}
