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
    public Task What_a_page_was_opened_with_is_closed_in_place() => host.Visit(async page =>
    {
        await Open(page, $"{Shallow}&at=2");
        await Reads(page, 2);
        await Expect(page.Locator("#open-objections")).ToHaveCountAsync(0);
        await page.Locator("#picture-2").FocusAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator(".panel")).ToHaveCountAsync(0);
        await Expect(page.Locator("#open-objections")).ToBeVisibleAsync();
        await Expect(page.Locator(".overview")).ToBeVisibleAsync();
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync(new Regex("^Would deception"));
        await page.GoBackAsync();
        await Reads(page, 2);
        await SameDocument(page);
    });

    [Fact]
    public Task What_is_focused_on_has_the_focus_and_so_it_stays_when_that_is_left() => host.Visit(async page =>
    {
        await Open(page, $"{Shallow}&at=2");
        await page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Focus on it" }).PressAsync("Enter");
        await page.WaitForURLAsync("**focus=2**");
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
        await Expect(page.Locator("#picture-2")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave the focus on #2" }).PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("focus=", StringComparison.Ordinal));
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Focusing_draws_in_place_and_back_and_forward_draw_it_again() => host.Visit(async page =>
    {
        var leave = page.GetByRole(AriaRole.Link, new() { Name = "Leave the focus on #2" });
        var way = page.Locator("main > nav.path");
        await Open(page, Shallow);
        await page.Locator("#picture-2 .text").ClickAsync();
        await Reads(page, 2);
        await page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Focus on it" }).PressAsync("Enter");

        await Expect(page.Locator("#picture-2.is-focus")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?at=2&focus=2&depth=\d"));
        await Expect(page.Locator("#announcer")).ToContainTextAsync("Focus on #2");
        await Expect(leave).ToHaveCountAsync(1);
        await Expect(way.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await Expect(page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Focus on it" })).ToHaveCountAsync(0);
        await Reads(page, 2);

        await page.GoBackAsync();
        await Expect(page.Locator(".is-focus")).ToHaveCountAsync(0);
        await Expect(leave).ToHaveCountAsync(0);
        await Expect(way).ToHaveCountAsync(0);
        await Reads(page, 2);

        await page.GoForwardAsync();
        await Expect(page.Locator("#picture-2.is-focus")).ToHaveCountAsync(1);
        await Expect(leave).ToHaveCountAsync(1);
        await way.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("#picture-1.is-focus")).ToBeFocusedAsync();
        await Reads(page, 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "The whole map" }).PressAsync("Enter");
        await Expect(page.Locator(".is-focus")).ToHaveCountAsync(0);
        await Expect(page.Locator(".overview")).ToBeVisibleAsync();
        await Expect(page.Locator("#open-objections")).ToBeVisibleAsync();
        await Expect(page.Locator("[role=treeitem]:focus")).ToHaveCountAsync(1);
        await SameDocument(page);
    });

    [Fact]
    public Task Without_a_script_focusing_is_a_link() => host.Visit(async page =>
    {
        await page.GotoAsync($"{Shallow}&at=2");
        await page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Focus on it" }).ClickAsync();
        await Expect(page.Locator("#picture-2.is-focus")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave the focus on #2" }).ClickAsync();
        await Expect(page.Locator(".is-focus")).ToHaveCountAsync(0);
    }, scripts: false);

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

    [Fact]
    public Task What_is_opened_stays_under_the_pointer_and_back_folds_it() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await page.Locator("#picture-2 a.more").HoverAsync();
        var before = (await page.Locator("#picture-2").BoundingBoxAsync())!;
        var drawn = await page.Locator(".node").CountAsync();

        await page.Locator("#picture-2 a.more").ClickAsync();
        await Expect(page.Locator("#picture-2")).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?depth=1&open=2#"));
        Assert.True(await page.Locator(".node").CountAsync() > drawn);
        var after = (await page.Locator("#picture-2").BoundingBoxAsync())!;
        Assert.Equal(before.X, after.X, 1.0);
        Assert.Equal(before.Y, after.Y, 1.0);
        await SameDocument(page);

        await page.GoBackAsync();
        await Expect(page.Locator("#picture-2")).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Equal(drawn, await page.Locator(".node").CountAsync());
        await SameDocument(page);
    });

    [Fact]
    public Task A_link_beside_the_picture_reveals_what_is_folded_away() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await Expect(page.Locator("#picture-22")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "#22 in the picture" }).ClickAsync();
        await Reads(page, 22);
        await Expect(page.Locator("#picture-22")).ToBeFocusedAsync();
        await Expect(page.Locator("#picture-22")).ToBeInViewportAsync();
        await SameDocument(page);

        await page.Locator("#picture-22").PressAsync("ArrowLeft");
        await page.Locator("#picture-22").WaitForAsync();
        await Expect(page).ToHaveURLAsync(new Regex("at=45"));
    });

    [Fact]
    public Task A_comment_from_the_panel_leaves_the_picture_where_it_is_and_each_gesture_once() => host.Visit(async page =>
    {
        await page.SignUp();
        await Open(page, Shallow);
        await page.Locator("#picture-3 .text").ClickAsync();
        await Reads(page, 3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#view="));
        var before = (await page.Locator("#picture-3").BoundingBoxAsync())!;
        await page.EvaluateAsync("() => document.querySelector('.picture').classList.add('the-old-one')");

        await page.Locator(".panel summary", new() { HasTextString = "Write a comment" }).ClickAsync();
        await page.Locator(".panel").GetByLabel("Your comment").FillAsync("Said beside the picture.");
        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
        await Expect(page.Locator(".panel")).ToContainTextAsync("Said beside the picture.");
        await Expect(page.Locator(".the-old-one")).ToHaveCountAsync(0);
        await Expect(page.Locator(".picture.live")).ToHaveCountAsync(1);
        await SameDocument(page);

        var after = (await page.Locator("#picture-3").BoundingBoxAsync())!;
        Assert.Equal(before.Width, after.Width, 0.5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.WaitForFunctionAsync("width => Math.abs(document.querySelector('#picture-3').getBoundingClientRect().width - width) < 0.5", before.Width * 1.25);
        await Expect(page.Locator(".moves")).ToHaveCountAsync(1);
        await page.Locator("#picture-3").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
        await Reads(page, 1);
    });

    [Fact]
    public Task Whoever_comes_back_without_an_account_is_led_through_what_is_new() => host.Visit(async page =>
    {
        await Open(page, Shallow);
        await Expect(page.Locator("[data-new]")).ToBeHiddenAsync();
        await page.EvaluateAsync(
            "() => localStorage.setItem(`argmap-visit ${document.querySelector('.picture').dataset.slug}`, JSON.stringify({ since: null, seen: '2020-01-01T00:00:00Z', at: 0 }))");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-new]")).ToContainTextAsync(new Regex(@"\d+ new since 1 January 2020"));
        await Expect(page.Locator("#picture-1")).ToHaveClassAsync(new Regex("is-new"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Next new one" }).ClickAsync();
        await Reads(page, 1);
        await page.Keyboard.PressAsync("n");
        await Reads(page, 2);
        await Expect(page.Locator("#announcer")).ToHaveTextAsync(new Regex(@"^New: 2 of \d+$"));
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#picture-2")).Not.ToBeFocusedAsync();
        await Expect(page.Locator(".node:focus.is-new")).ToHaveAttributeAsync("aria-selected", "true");
    });

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
