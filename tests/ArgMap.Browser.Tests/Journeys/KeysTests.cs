using System.Text.RegularExpressions;
using ArgMap.Argumentation.Layout;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Reading a picture by keyboard alone.</summary>
public sealed class KeysTests(BrowserHost host)
{
    private const string Focused = "() => document.activeElement.id";

    [Theory]
    [InlineData(TreeDirection.LeftToRight)]
    [InlineData(TreeDirection.TopDown)]
    public Task Every_node_is_reached_by_the_arrows_and_every_way_leads_back(TreeDirection direction) => host.Visit(async page =>
    {
        var settings = new ReaderSettings { Direction = direction };
        await page.Context.AddCookiesAsync([new() { Name = ReaderSettings.Cookie, Value = settings.ToString(), Url = host.Address }]);
        await Open(page, $"{BrowserHost.Demo}?depth=all");
        var (into, back, next) = direction == TreeDirection.LeftToRight ? ("ArrowRight", "ArrowLeft", "ArrowDown") : ("ArrowDown", "ArrowUp", "ArrowRight");
        var nodes = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.node')].map(node => node.id)");
        var open = (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-up]')].map(part => part.dataset.up)")).ToHashSet(StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);

        await page.Locator("[role=treeitem][tabindex='0']").FocusAsync();
        await Row(await page.EvaluateAsync<string>(Focused));

        Assert.Empty(nodes.Except(reached));

        async Task Row(string first)
        {
            for (var (here, last) = (first, ""); here != last; here = await Press(page, next))
            {
                last = here;
                Assert.True(reached.Add(here), $"{here} was reached twice.");
                if (open.Contains(here))
                {
                    var below = await Press(page, into);
                    Assert.NotEqual(here, below);
                    await Row(below);
                    Assert.Equal(here, await Press(page, back));
                }
            }
        }
    });

    [Theory]
    [InlineData(1400, "tools picture overview beside")]
    [InlineData(390, "overview tools picture beside")]
    public Task The_focus_goes_the_way_the_eye_does(int width, string seen) => host.Visit(async page =>
    {
        await Open(page, BrowserHost.Demo);
        await page.Locator("nav.views a").Last.FocusAsync();
        var ways = new List<string>();
        for (var presses = 0; presses < 500 && ways.LastOrDefault() != "beside"; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<string>("() => ['tools', 'picture', 'overview', 'beside'].find(part => document.activeElement.closest(`.map-body > .${part}, .map-body > #${part}`)) ?? ''");
            if (here.Length > 0 && here != ways.LastOrDefault())
            {
                ways.Add(here);
            }
        }

        Assert.Equal(seen, string.Join(' ', ways));
    }, width: width);

    [Fact]
    public Task An_arrow_opens_what_is_folded_and_goes_on() => host.Visit(async page =>
    {
        await Open(page, $"{BrowserHost.Demo}?depth=1");
        await page.Locator("#picture-2").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#picture-2")).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator(".node:focus")).ToHaveAttributeAsync("aria-level", "3");
        await Expect(page).ToHaveURLAsync(new Regex("open=2"));

        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#picture-2")).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(page).ToHaveURLAsync(new Regex("shut=2"));
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Every_key_does_what_the_list_of_keys_says() => host.Visit(async page =>
    {
        await Open(page, $"{BrowserHost.Demo}?depth=1");
        var first = page.Locator("#picture-2");
        await first.FocusAsync();

        // The last answer is not where one arrives: an objection is about the step from it.
        Assert.Equal("picture-44", await Press(page, "End"));
        Assert.Equal("picture-2", await Press(page, "Home"));
        Assert.Equal("picture-42", await Press(page, "e"));
        Assert.Equal("picture-2", await Press(page, "e"));

        // A small picture opens at the size at which all of it is seen.
        await page.Keyboard.PressAsync("0");
        await Scaled(page, 1);
        await page.Keyboard.PressAsync("+");
        await Scaled(page, 1.25);
        await page.Keyboard.PressAsync("0");
        await Scaled(page, 1);
        await page.Keyboard.PressAsync("-");
        await Scaled(page, 0.8);
        await page.Keyboard.PressAsync("0");
        await page.Keyboard.PressAsync("c");
        await page.WaitForFunctionAsync(
            """
            () => {
              const [room, box] = ['.picture', '#picture-2'].map(each => document.querySelector(each).getBoundingClientRect());
              return Math.abs(room.left + room.width / 2 - box.left - box.width / 2) < 4;
            }
            """);
        await page.Keyboard.PressAsync("f");
        await page.WaitForFunctionAsync(
            """
            () => {
              const room = document.querySelector('.picture').getBoundingClientRect();
              return [...document.querySelectorAll('.picture .node')].every(node => node.getBoundingClientRect().top >= room.top && node.getBoundingClientRect().bottom <= room.bottom);
            }
            """);

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys in the picture" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData("o", "add?kind=Objection&to=2&")]
    [InlineData("s", "add?kind=Support&to=2&")]
    [InlineData("p", "add?kind=Prerequisite&to=2&")]
    [InlineData("q", "add?kind=Question&to=2&")]
    [InlineData("a", "add?kind=Answer&to=2&")]
    public Task A_key_begins_what_somebody_has_to_say(string key, string leads) => host.Visit(async page =>
    {
        await Open(page, $"{BrowserHost.Demo}?depth=1");
        await page.Locator("#picture-2").FocusAsync();
        await page.Keyboard.PressAsync(key);
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"{BrowserHost.Demo}/{leads}")));
    });

    [Fact]
    public Task A_reply_is_written_beside_the_picture() => host.Visit(async page =>
    {
        await page.SignUp();
        await Open(page, $"{BrowserHost.Demo}?depth=1");
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.Locator("#picture-2").FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".panel[data-number='2'] #thread textarea").First).ToBeFocusedAsync();
        await Expect(page.Locator(".panel #thread textarea").First).ToBeInViewportAsync();
        await page.Keyboard.TypeAsync("r is a letter here.");
        await Expect(page.Locator(".panel #thread textarea").First).ToHaveValueAsync("r is a letter here.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"));
    });

    [Fact]
    public Task From_the_top_of_the_page_it_is_not_far_to_the_picture() => host.Visit(async page =>
    {
        await Open(page, BrowserHost.Demo);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the picture" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
        await Expect(page.Locator("#picture-1")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#picture-2")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Matches_that_are_folded_away_are_revealed_one_after_the_other() => host.Visit(async page =>
    {
        await Open(page, $"{BrowserHost.Demo}?depth=1");
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.Locator("[role=treeitem][tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("\"mesa-optimiser\"");
        await Expect(page.Locator("form.find output")).ToHaveTextAsync(new Regex(@"^\d+ match"));
        await Expect(page.Locator("#picture-22")).ToHaveCountAsync(0);

        // What was typed last counts, however soon one goes on.
        await page.Keyboard.TypeAsync(" shield");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#picture-22.match-current")).ToBeInViewportAsync();
        await Expect(page.Locator("#picture-22")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page).ToHaveURLAsync(new Regex("at=22"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"));
    });

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public Task With_the_panel_or_the_list_of_keys_open_there_is_no_barrier(int width) => host.Visit(
        async page =>
        {
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours });
                await Open(page, $"{BrowserHost.Demo}?depth=1");
                await page.Locator("#picture-2").FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await Expect(page.Locator(".panel")).ToBeFocusedAsync();
                await page.NoBarrier();

                await page.Keyboard.PressAsync("Escape");
                await page.Keyboard.PressAsync("?");
                await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
                await page.NoBarrier();
            }
        },
        width: width,
        examined: true);

    [Theory]
    [InlineData("")]
    [InlineData("?at=2")]
    [InlineData("?focus=2")]
    [InlineData("?q=SGD")]
    [InlineData("/embed")]
    [InlineData("?depth=0")]
    public Task Anyone_can_time_when_a_map_was_drawn_and_usable(string mode) => host.Visit(async page =>
    {
        await Open(page, BrowserHost.Demo + mode);
        Assert.Equal(1, await page.EvaluateAsync<int>("() => performance.getEntriesByName('argmap:usable').length"));
        await page.Locator("[role=treeitem][tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("0");
        await Scaled(page, 1);
        await page.Keyboard.PressAsync("+");
        await Scaled(page, 1.25);
    });

    private static async Task Open(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:first-frame').length > 0");
    }

    private static async Task<string> Press(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        return await page.EvaluateAsync<string>(Focused);
    }

    private static Task Scaled(IPage page, double scale) =>
        page.WaitForFunctionAsync("scale => Math.abs(new DOMMatrix(getComputedStyle(document.querySelector('.diagram')).transform).a - scale) < 0.001", scale);
}
