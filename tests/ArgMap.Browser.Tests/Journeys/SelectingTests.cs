using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Choosing what is read beside the picture, without leaving it.</summary>
public sealed class SelectingTests(BrowserHost host)
{
    private static readonly string Shallow = $"{BrowserHost.Demo}?depth=1";

    [Fact]
    public Task A_pressed_node_is_read_beside_the_picture_and_named_by_the_address() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();

        await Reads(page, 2);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?at=2&depth=1#view="));
        await Expect(page).ToHaveTitleAsync(new Regex("^#2 · "));
        await Expect(page.Locator(".picture [tabindex='0']")).ToHaveAttributeAsync("id", "picture-2");
        await Expect(page.Locator("#open-objections")).ToBeHiddenAsync();
        await SameDocument(page);

        await page.Locator("#picture-42 > a").ClickAsync();
        await Reads(page, 42);
        await Expect(page).ToHaveTitleAsync(new Regex("^Step #42 · "));
    });

    [Fact]
    public Task Back_and_forward_choose_what_was_chosen_then() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();
        await Reads(page, 2);
        await page.Locator("#picture-1 .text").ClickAsync();
        await Reads(page, 1);

        await page.GoBackAsync();
        await Reads(page, 2);
        await page.GoBackAsync();
        await Expect(page.Locator(".panel")).ToHaveCountAsync(0);
        await Expect(page.Locator("#open-objections")).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        await Expect(page).ToHaveTitleAsync(new Regex("^Would deception"));
        await page.GoForwardAsync();
        await Reads(page, 2);
        await SameDocument(page);
    });

    [Fact]
    public Task Walking_reads_each_without_filling_the_history() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();
        await Reads(page, 2);
        var steps = await page.EvaluateAsync<int>("() => history.length");

        await page.Keyboard.PressAsync("ArrowLeft");
        await Reads(page, 1);
        await page.Keyboard.PressAsync("ArrowRight");
        await Reads(page, 2);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?at=2&depth=1"));
        Assert.Equal(steps, await page.EvaluateAsync<int>("() => history.length"));
        await SameDocument(page);
    });

    [Fact]
    public Task Enter_leads_into_the_panel_and_escape_back() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await page.Locator("#picture-1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Reads(page, 1);
        await Expect(page.Locator(".panel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".panel")).ToHaveCountAsync(0);
        await Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_reload_shows_the_same_choice() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();
        await Reads(page, 2);
        var said = await page.Locator(".panel").InnerTextAsync();
        await page.ReloadAsync();
        await Reads(page, 2);
        Assert.Equal(said, await page.Locator(".panel").InnerTextAsync());
    });

    [Fact]
    public Task The_last_choice_wins_however_late_an_earlier_answer_comes() => host.Visit(async page =>
    {
        var late = new TaskCompletionSource();
        await page.RouteAsync("**/panel/2?*", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();
        await page.Locator("#picture-1 .text").ClickAsync();
        await Reads(page, 1);
        var answered = page.WaitForResponseAsync(new Regex("/panel/2"));
        late.SetResult();
        await (await answered).FinishedAsync();
        await Reads(page, 1);
    });

    [Fact]
    public Task When_a_panel_cannot_be_fetched_the_page_is_loaded() => host.Visit(async page =>
    {
        await page.RouteAsync("**/panel/**", route => route.FulfillAsync(new() { Status = 500 }));
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();
        await Reads(page, 2);
        Assert.False(await page.EvaluateAsync<bool>("() => 'same' in window"));
    });

    [Fact]
    public Task On_a_phone_a_tap_opens_the_panel_over_the_lower_half() => host.Visit(
        async page =>
        {
            await Open(page, Shallow);
            await page.Locator("#picture-1 .text").TapAsync();
            await Reads(page, 1);
            await Expect(page.Locator(".panel")).ToBeInViewportAsync();
            await page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Close" }).TapAsync();
            await Expect(page.Locator(".panel")).ToHaveCountAsync(0);
        },
        width: 390,
        touch: true);

    private static async Task Open(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:first-frame').length > 0");
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the whole picture" }).ClickAsync();
    }

    /// <summary>The page was not loaded anew since it was opened.</summary>
    private static async Task SameDocument(IPage page) => Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));

    private static async Task Reads(IPage page, int number)
    {
        await Expect(page.Locator(".map-body > .panel")).ToHaveAttributeAsync("data-number", $"{number}");
        await Expect(page.Locator(".picture [aria-selected=true]")).ToHaveAttributeAsync("id", $"picture-{number}");
    }
}
