using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Threads;

/// <summary>From a page of another site, by the bookmark, to a map: with the cookies and headers that a browser really sends.</summary>
public sealed class BookmarkletTests(BrowserHost host)
{
    private const string Thread = "http://closed.example/thread/7?x=1";

    private const string Forum = """
        <!DOCTYPE html><html lang="en"><head><title>Does the evidence hold?</title><meta name="csrf-token" content="SECRET-1"></head>
        <body><form><input type="hidden" name="token" value="SECRET-2"><textarea>SECRET-3</textarea></form><script>const session = "SECRET-4";</script>
        <div class="h-feed">
          <article class="h-entry" id="p1"><a class="p-author h-card" href="/u/ada">Ada</a><time class="dt-published" datetime="2026-11-01T10:00:00Z">then</time><div class="e-content"><p>I think it holds.</p></div></article>
          <article class="h-entry" id="p2"><a class="p-author h-card" href="/u/bo">Bo</a><time class="dt-published" datetime="2026-11-02T10:00:00Z">then</time><div class="e-content"><p>I think it does not.</p></div></article>
        </div><script>document.querySelector("#p2 p").append(" Loaded later.");</script></body></html>
        """;

    [Fact]
    public Task The_page_one_looks_at_is_sent_shown_and_made_a_map_of_without_what_it_holds_beside_its_words() => host.Visit(async page =>
    {
        await page.SignUp();
        await page.GotoAsync("/import/bookmarklet");
        var code = await page.Locator("#code").InputValueAsync();
        await page.RouteAsync(Thread, route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Forum }));
        await page.GotoAsync(Thread);

        var sent = await page.Context.RunAndWaitForPageAsync(() => page.EvaluateAsync(code["javascript:".Length..]));
        await Expect(sent.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("A page was sent from your browser");
        await Expect(sent.Locator(".page-header")).ToContainTextAsync(Thread);
        var markup = await sent.ContentAsync();
        Assert.Contains("Loaded later.", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", markup, StringComparison.Ordinal);

        await sent.GetByRole(AriaRole.Button, new() { Name = "Go on with this page" }).ClickAsync();
        await Expect(sent.GetByText($"The page that was sent from {Thread}")).ToBeVisibleAsync();
        await Expect(sent.Locator("textarea[name=text]")).ToBeHiddenAsync();
        await Expect(sent.Locator("#address, #files")).ToHaveCountAsync(0);
        await sent.GetByLabel("Title of the map").FillAsync("Sent by the bookmark");
        await sent.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();

        await Expect(sent.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The thread is here", new() { Timeout = 30_000 });
        await Expect(sent.GetByRole(AriaRole.Link, new() { Name = "Sent by the bookmark" }).First).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_page_that_may_not_be_sent_says_so_and_what_to_do_instead() => host.Visit(async page =>
    {
        await page.GotoAsync("/import/bookmarklet");
        var code = await page.Locator("#code").InputValueAsync();
        var headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "form-action 'self'" };
        // The browser complains of the policy in the console, where our own pages have to be silent.
        await using var elsewhere = await page.Context.Browser!.NewContextAsync();
        var forum = await elsewhere.NewPageAsync();
        await forum.RouteAsync(Thread, route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Forum, Headers = headers }));
        await forum.GotoAsync(Thread);
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        forum.Dialog += async (_, dialog) =>
        {
            said.TrySetResult(dialog.Message);
            await dialog.AcceptAsync();
        };

        await forum.EvaluateAsync(code["javascript:".Length..]);

        var message = await said.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("nothing was sent", message, StringComparison.Ordinal);
        Assert.EndsWith("/import", message, StringComparison.Ordinal);
    });
}
