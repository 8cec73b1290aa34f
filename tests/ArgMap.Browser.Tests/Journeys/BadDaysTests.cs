using ArgMap.Argumentation.Generation;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Database;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Shell;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Maps that no one wishes for: they are legible on a desk, on a phone, and at a zoom of 400 %, which leaves a window of 350 pixels; and they are walked by keyboard.</summary>
public sealed class BadDaysTests(BrowserHost host)
{
    /// <summary>Whether what has the focus is an item of the tree, the only one with a tab stop, and within sight.</summary>
    // A view that is moved is drawn in the next frame.
    private const string FocusIsSeen = """
        async () => {
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          const [part, picture] = [document.activeElement, document.querySelector('.picture').getBoundingClientRect()];
          const box = part.getBoundingClientRect();
          const stops = [...document.querySelectorAll('[role=treeitem][tabindex="0"]')];
          return stops.length === 1 && stops[0] === part
            && box.right > picture.left && box.left < picture.right && box.bottom > Math.max(0, picture.top) && box.top < Math.min(innerHeight, picture.bottom);
        }
        """;

    private const string TooWide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(1, MapShape.Debate, TextKind.Latin)]
    [InlineData(120, MapShape.Wide, TextKind.Mixed)]
    [InlineData(120, MapShape.Deep, TextKind.Latin)]
    [InlineData(20, MapShape.Debate, TextKind.LongWord)]
    [InlineData(20, MapShape.Debate, TextKind.Arabic)]
    public async Task No_page_is_wider_than_its_window_and_no_text_than_its_box(int nodes, MapShape shape, TextKind texts)
    {
        var map = await Load(nodes, shape, texts);
        foreach (var width in new[] { 350, 1400 })
        {
            await host.Visit(
                async page =>
                {
                    foreach (var scope in new[] { "/outline", "/n/1", "?depth=all&at=1", "" })
                    {
                        await page.GotoAsync(map + scope);
                        Assert.True(await page.EvaluateAsync<int>(TooWide) <= 0, $"{page.Url} is wider than {width} px.");
                        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.picture .node > .text')].filter(text => text.scrollWidth > text.clientWidth + 1).length"));
                        if (!scope.StartsWith('/'))
                        {
                            Assert.Equal(texts == TextKind.Arabic, await page.EvaluateAsync<bool>("() => document.querySelector('.picture .node > .text').matches(':dir(rtl)')"));
                        }
                    }

                    if (width == 350)
                    {
                        await page.NoBarrier();
                    }
                },
                width: width,
                examined: true);
        }
    }

    [Fact]
    public async Task A_mark_keeps_its_distance_from_a_text_from_right_to_left()
    {
        var map = await Load(20, MapShape.Debate, TextKind.Arabic);
        await host.Visit(async page =>
        {
            await page.GotoAsync($"{map}/outline");
            var distances = await page.EvaluateAsync<double[]>(
                """
                () => [...document.querySelectorAll('.item > .text:dir(rtl)')].flatMap(text => {
                  const [last, next] = [[...text.getClientRects()].at(-1), text.nextElementSibling?.getBoundingClientRect()];
                  return next && next.top < last.bottom && next.bottom > last.top ? [next.left - last.right] : [];
                })
                """);
            Assert.NotEmpty(distances);
            Assert.All(distances, each => Assert.True(each >= 4, $"{each} px"));
        });
    }

    [Fact]
    public async Task Three_thousand_answers_to_one_are_gone_through_by_keyboard()
    {
        var map = await Load(3001, MapShape.Wide, TextKind.Latin);
        await host.Visit(
            async page =>
            {
                await Open(page, map);
                Assert.InRange(await page.Locator(".picture .node").CountAsync(), 2, 60);
                await page.Locator("[role=treeitem][tabindex='0']").FocusAsync();
                await page.Keyboard.PressAsync("ArrowRight");
                await page.Keyboard.PressAsync("End");
                await Expect(page.Locator(".further")).ToBeFocusedAsync();
                Assert.True(await page.EvaluateAsync<bool>(FocusIsSeen));

                // What comes next is where one goes on, not the far end of it.
                var drawn = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.picture .node')].map(node => node.id)");
                await page.Keyboard.PressAsync("Enter");
                await Expect(page.Locator(".node:focus")).ToHaveCountAsync(1);
                Assert.DoesNotContain(await page.EvaluateAsync<string>("() => document.activeElement.id"), drawn);
                Assert.True(await page.EvaluateAsync<bool>(FocusIsSeen));
                await page.Keyboard.PressAsync("ArrowUp");
                Assert.Contains(await page.EvaluateAsync<string>("() => document.activeElement.id"), drawn);
                await page.NoBarrier();
            },
            examined: true);
    }

    [Fact]
    public async Task Five_hundred_levels_are_walked_from_the_last_one_up()
    {
        var map = await Load(500, MapShape.Deep, TextKind.Latin);
        await host.Visit(
            async page =>
            {
                await Open(page, $"{map}?at=998");
                await Expect(page.Locator(".panel nav.path .between summary")).ToContainTextAsync("between");
                await page.Locator("#picture-998").FocusAsync();
                foreach (var key in new[] { "ArrowLeft", "ArrowRight", "e", "+", "+", "+", "ArrowDown", "f", "ArrowDown", "0", "ArrowLeft", "ArrowLeft" })
                {
                    await page.Keyboard.PressAsync(key);
                    Assert.True(await page.EvaluateAsync<bool>(FocusIsSeen), $"After {key}, {await page.EvaluateAsync<string>("() => document.activeElement.id")} is out of sight.");
                }

                // The way to a place in the outline is folded, too.
                await page.GotoAsync($"{map}/outline?from=998");
                Assert.InRange(await page.Locator("nav.path > ol > li").CountAsync(), 3, 12);
                await page.NoBarrier();
            },
            examined: true);
    }

    [Fact]
    public async Task However_large_a_picture_is_the_whole_of_it_can_be_seen()
    {
        var map = await Load(500, MapShape.Deep, TextKind.Latin);
        await host.Visit(async page =>
        {
            await Open(page, $"{map}?depth=all");
            await page.Locator("#picture-1").FocusAsync();
            await page.Keyboard.PressAsync("f");
            await page.WaitForFunctionAsync(
                """
                () => {
                  const [room, all] = ['.picture', '.diagram'].map(each => document.querySelector(each).getBoundingClientRect());
                  return all.width > 0 && all.left >= room.left && all.right <= room.right && all.top >= room.top && all.bottom <= room.bottom;
                }
                """);

            // It is further away than any other picture may be, and kept by its address.
            Assert.True(await page.EvaluateAsync<bool>("() => new DOMMatrix(document.querySelector('.diagram').style.transform).a < 0.02"));
            await page.WaitForFunctionAsync("() => /^#view=.*,0\\.0[01]\\d+$/.test(location.hash)");

            // There it opens as a sheet, and none of it is missing when one comes nearer.
            await page.ReloadAsync();
            await page.WaitForFunctionAsync("() => document.querySelector('.far-picture')?.hidden === false && document.querySelectorAll('.cluster').length - document.querySelectorAll('.cluster.is-away').length < 2");
            await page.EvaluateAsync("() => { location.hash = location.hash.replace(/[^,]+$/, '0.5'); }");
            await page.WaitForFunctionAsync("() => document.querySelector('.far-picture')?.hidden === true && !document.querySelector('.is-away')");
        });
    }

    [Fact]
    public async Task A_window_at_400_percent_shows_what_has_the_focus_and_what_is_said_about_it()
    {
        var map = await Load(20, MapShape.Debate, TextKind.LongWord);
        await host.Visit(
            async page =>
            {
                // What is left of 1,400 by 900.
                await page.SetViewportSizeAsync(350, 225);
                await Open(page, map);
                await page.Locator("[role=treeitem][tabindex='0']").FocusAsync();
                foreach (var key in new[] { "ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft" })
                {
                    // All about it comes as a sheet over the lower half, a moment later.
                    await page.Keyboard.PressAsync(key);
                    await Expect(page.Locator($".panel[data-number='{(await page.EvaluateAsync<string>("() => document.activeElement.dataset.number"))}']")).ToBeVisibleAsync();
                    await page.WaitForFunctionAsync(FocusIsSeen);
                }

                await page.Keyboard.PressAsync("Enter");
                await Expect(page.Locator(".panel")).ToBeFocusedAsync();
                Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('.panel').getBoundingClientRect().height >= 100"));
                Assert.True(await page.EvaluateAsync<int>(TooWide) <= 0);
            },
            width: 350);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?at=2")]
    [InlineData("/outline")]
    [InlineData("/n/2")]
    [InlineData("/sources")]
    public Task Letters_of_twice_the_size_widen_no_page(string address) => host.Visit(
        async page =>
        {
            var browser = await page.Context.NewCDPSessionAsync(page);
            await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 32, @fixed = 32 } });
            await page.GotoAsync(BrowserHost.Demo + address);
            Assert.True(await page.EvaluateAsync<int>(TooWide) <= 0, $"{address} is wider than its window.");
        },
        width: 390);

    [Fact]
    public Task A_map_of_one_node_says_how_to_go_on_and_keeps_the_focus() => host.Visit(
        async page =>
        {
            var map = await page.MakeMap();

            // The only node has nowhere to go, and keeps the focus.
            await Open(page, map);
            await page.Locator("#picture-1").FocusAsync();
            foreach (var key in new[] { "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End", "e", " ", "n" })
            {
                await page.Keyboard.PressAsync(key);
                await Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
            }

            foreach (var view in new[] { "", "/outline" })
            {
                await page.GotoAsync(map + view);
                await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Add a claim or" }).First).ToBeVisibleAsync();
                Assert.True(await page.EvaluateAsync<int>(TooWide) <= 0);
                await page.NoBarrier();
            }
        },
        width: 350,
        examined: true);

    private async Task<string> Load(int nodes, MapShape shape, TextKind texts)
    {
        var loaded = await host.App.With<ArgMapDbContext, Outcome<LoadGeneratedMap.Loaded>>(db => LoadGeneratedMap.Handle(db, host.App.Clock, new MapPlan(nodes, 3, shape, texts), null, CancellationToken.None));
        return $"/m/{loaded.Value.Slug}";
    }

    private static async Task Open(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:usable').length > 0");
    }
}
