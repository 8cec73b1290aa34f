using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Editing;

/// <summary>Nothing that was typed is lost, and nothing is done twice, whatever becomes of the connection.</summary>
public sealed class LosingTheLineTests(BrowserHost host)
{
    [Fact]
    public Task What_was_typed_is_there_after_a_reload_at_its_node_and_can_be_saved() => host.Visit(async page =>
    {
        await page.Edit(await page.MakeMap());
        await page.Part(1).ClickAsync();
        await page.Keyboard.PressAsync("o");
        await page.Field().FillAsync("Half a sen");

        await page.ReloadAsync();
        await page.Ready();

        await Expect(page.Field()).ToHaveValueAsync("Half a sen");
        await page.Field().FillAsync("Half a sentence.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Part(2)).ToContainTextAsync("Half a sentence.");
        await page.ReloadAsync();
        await page.Ready();
        await Expect(page.Field()).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_form_that_was_closed_keeps_its_text_and_can_be_gone_on_with_or_discarded() => host.Visit(async page =>
    {
        await page.Edit(await page.MakeMap());
        await page.Part(1).ClickAsync();
        await page.Keyboard.PressAsync("q");
        await page.Field().FillAsync("Is it?");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Part(1)).ToBeFocusedAsync();
        await Expect(page.Locator("[data-edit-drafts]")).ToContainTextAsync("Is it?");

        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await Expect(page.Field()).ToHaveValueAsync("Is it?");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        await Expect(page.Locator("[data-edit-drafts]")).ToBeEmptyAsync();
    });

    [Fact]
    public Task A_line_that_breaks_while_one_writes_is_mended_and_the_text_is_saved_once() => host.Visit(async page =>
    {
        var line = await Cut.Of(page);
        await page.Edit(await page.MakeMap());
        await page.Part(1).ClickAsync();
        await page.Keyboard.PressAsync("s");
        await page.Field().FillAsync("Written before");

        await line.Break();
        await Expect(page.Locator("[data-edit-state]")).ToContainTextAsync("The connection is gone");
        await page.Field().FillAsync("Written while there was no line.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-form-state]")).ToContainTextAsync("as soon as the connection is back");

        line.Mend();
        await Expect(page.Part(2)).ToContainTextAsync("Written while there was no line.");
        await Expect(page.Field()).ToHaveCountAsync(0);
        await Expect(page.Locator(".picture .node")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-edit-state]")).ToBeEmptyAsync();
    });

    [Fact]
    public Task An_answer_that_is_lost_is_asked_for_again_and_what_was_saved_is_not_saved_twice() => host.Visit(async page =>
    {
        var line = await Cut.Of(page);
        var map = await page.MakeMap();
        await page.Edit(map);
        await page.Part(1).ClickAsync();
        await page.Keyboard.PressAsync("s");
        await page.Field().FillAsync("Saved, but nobody heard of it.");

        line.Deafen();
        await page.Keyboard.PressAsync("Control+Enter");
        await Saved(page, map);
        await line.Break();
        line.Mend();

        await Expect(page.Part(2)).ToContainTextAsync("Saved, but nobody heard of it.");
        await Expect(page.Field()).ToHaveCountAsync(0);
        await Expect(page.Locator(".picture .node")).ToHaveCountAsync(2);
    });

    /// <summary>Looks, as any reader could, until the map has its second node.</summary>
    private static Task Saved(IPage page, string map) => page.WaitForFunctionAsync(
        "async (map) => (await (await fetch(map + '/picture')).json()).whole.includes('picture-2')", map);

    /// <summary>The socket between the page and the server, which can be cut.</summary>
    private sealed class Cut
    {
        private readonly List<IWebSocketRoute> open = [];
        private bool isBroken;
        private bool isDeaf;

        public static async Task<Cut> Of(IPage page)
        {
            var line = new Cut();
            await page.RouteAsync("**/_blazor/negotiate**", route => line.isBroken ? route.AbortAsync() : route.ContinueAsync());
            await page.RouteWebSocketAsync("**/_blazor**", socket =>
            {
                var server = socket.ConnectToServer();
                line.open.Add(socket);
                server.OnMessage(frame =>
                {
                    if (line.isDeaf)
                    {
                        return;
                    }

                    if (frame.Binary is { } bytes)
                    {
                        socket.Send(bytes);
                    }
                    else
                    {
                        socket.Send(frame.Text!);
                    }
                });
            });
            return line;
        }

        /// <summary>Nothing the server says arrives any more.</summary>
        public void Deafen() => isDeaf = true;

        public async Task Break()
        {
            isBroken = true;
            foreach (var socket in open)
            {
                await socket.CloseAsync(new() { Code = 1001 });
            }

            open.Clear();
        }

        public void Mend() => isBroken = isDeaf = false;
    }
}
