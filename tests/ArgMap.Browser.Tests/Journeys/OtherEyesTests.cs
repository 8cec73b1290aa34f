using ArgMap.Argumentation.Generation;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Database;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Shell;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Readers whose screen does not hover, who want nothing to move, or who see only colours of their own.</summary>
public sealed class OtherEyesTests(BrowserHost host)
{
    /// <summary>Counts what moves by itself: animations that last, and places at which the picture was on its way to another.</summary>
    private const string CountMovements = """
        async () => {
          // What was asked for before is drawn with the next frame, and does not count.
          await new Promise(requestAnimationFrame);
          window.animations = 0;
          const animate = Element.prototype.animate;
          Element.prototype.animate = function (frames, options) {
            window.animations++;
            return animate.call(this, frames, options);
          };
          const diagram = document.querySelector('.diagram');
          window.places = new Set();
          new MutationObserver(() => window.places.add(diagram.style.transform)).observe(diagram, { attributeFilter: ['style'] });
        }
        """;

    [Theory]
    [InlineData(ReducedMotion.Reduce)]
    [InlineData(ReducedMotion.NoPreference)]
    public Task Nothing_moves_by_itself_for_whoever_wants_that(ReducedMotion motion) => host.Visit(async page =>
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = motion });
        await Open(page, $"{BrowserHost.Demo}?depth=1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.EvaluateAsync(CountMovements);
        await page.Locator("#picture-1").FocusAsync();
        await page.Keyboard.PressAsync("c");
        await page.Locator("#picture-2 a.more").EvaluateAsync("link => link.click()");
        await Expect(page.Locator("#picture-2")).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator(".picture.is-moving")).ToHaveCountAsync(0);

        if (motion == ReducedMotion.NoPreference)
        {
            Assert.NotEqual(0, await page.EvaluateAsync<int>("() => window.animations"));
            return;
        }

        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.animations"));

        // Once to the middle, and once with what was opened.
        var places = await page.EvaluateAsync<string[]>("() => [...window.places]");
        Assert.True(places.Length is 1 or 2, string.Join("; ", places));
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('*')].filter(each => [getComputedStyle(each).transitionDuration, getComputedStyle(each).animationDuration].some(all => all.split(',').some(one => parseFloat(one) > 0.002))).map(each => each.outerHTML.slice(0, 80))"));
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task With_the_readers_own_colours_every_mark_and_line_is_seen(ColorScheme colours) => host.Visit(
        async page =>
        {
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            await Open(page, $"{BrowserHost.Demo}?at=2&depth=2");
            await page.Locator("#picture-3").FocusAsync();
            await page.Keyboard.PressAsync("ArrowUp");
            var faint = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const ground = getComputedStyle(document.body).backgroundColor;
                  const style = (part, pseudo) => getComputedStyle(part, pseudo);
                  return [
                    ...[...document.querySelectorAll('.picture :is(.role, .standing)')].filter(mark => style(mark, '::before').backgroundColor === ground),
                    ...[...document.querySelectorAll('.picture .links path:not(.core)')].filter(line => style(line).stroke === ground || style(line).strokeOpacity !== '1'),
                    ...[...document.querySelectorAll('.picture .node, .picture .step > a, .moves button')].filter(box => style(box).borderTopStyle === 'none' && box.closest('.moves') === null),
                    ...[document.activeElement, document.querySelector('[aria-selected=true]')].filter(part => style(part).outlineStyle === 'none' || style(part).outlineColor === ground),
                    ...[...document.querySelectorAll('main :is(.role, .standing) svg')].filter(mark => style(mark).color === ground),
                  ].map(part => part.outerHTML.slice(0, 100));
                }
                """);
            Assert.Empty(faint);
            await page.NoBarrier();

            // Far away, blocks are told apart by their edges.
            for (var press = 0; press < 8; press++)
            {
                await page.Keyboard.PressAsync("-");
            }

            await Expect(page.Locator(".picture")).ToHaveAttributeAsync("data-lod", "block");
            await Expect(page.Locator(":is(.parts:not(:has(> .cluster)), .cluster, .links):not([data-detail=block])")).ToHaveCountAsync(0);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.picture .node')].filter(node => parseFloat(getComputedStyle(node).borderTopWidth) < 5).length"));
        },
        colours: colours,
        examined: true);

    [Fact]
    public async Task What_a_mouse_learns_by_hovering_a_finger_learns_by_a_tap()
    {
        var map = await host.App.With<ArgMapDbContext, Outcome<LoadGeneratedMap.Loaded>>(db =>
            LoadGeneratedMap.Handle(db, host.App.Clock, new MapPlan(20, 3, MapShape.Debate, TextKind.LongWord), null, CancellationToken.None));
        await host.Visit(page => Tap(page, $"/m/{map.Value.Slug}"), width: 390, touch: true);

        static async Task Tap(IPage page, string map)
        {
            await Open(page, map);

            // Hovering underlines and colours; it shows nothing that is not there without it.
            Assert.Empty(await page.EvaluateAsync<string[]>(
                """
                () => {
                  const rules = (list) => [...list].flatMap(rule => (rule.cssRules?.length ? [rule, ...rules(rule.cssRules)] : [rule]));
                  return [...document.styleSheets].flatMap(sheet => rules(sheet.cssRules))
                    .filter(rule => rule.selectorText?.includes(':hover') && !/:focus/.test(rule.selectorText))
                    .filter(rule => ['display', 'visibility', 'opacity', 'clip-path', 'content', 'height', 'max-height'].some(name => rule.style.getPropertyValue(name) !== ''))
                    .map(rule => rule.selectorText);
                }
                """));

            // A text that is cut off, and is whole in what a mouse would be shown, is whole in the panel.
            var cut = page.Locator(".picture .node > .text[title]").First;
            var whole = (await cut.GetAttributeAsync("title"))!;
            await cut.ScrollIntoViewIfNeededAsync();
            await cut.TapAsync();
            await Expect(page.Locator(".map-body > .panel .statement")).ToContainTextAsync(whole);

            // What is pressed with a finger is large enough for one, or has a row of its own.
            Assert.Empty(await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.moves button, .tools > a, .tools button, .tools summary, .panel > .tools a, nav.views a')].filter(each => each.checkVisibility())
                  .filter(each => each.getBoundingClientRect().height < 43).map(each => each.outerHTML.slice(0, 100))
                """));
            await page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Close" }).TapAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Fit: show the whole picture" }).TapAsync();
            await page.Locator(".tools details.menu summary").First.TapAsync();
            await Expect(page.Locator(".menu-body").First).ToBeInViewportAsync();
        }
    }

    [Fact]
    public Task In_a_small_window_the_list_of_keys_begins_with_its_first() => host.Visit(
        async page =>
        {
            await Open(page, BrowserHost.Demo);
            await page.Locator("[role=treeitem][tabindex='0']").FocusAsync();
            await page.Keyboard.PressAsync("?");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keys in the picture" })).ToBeInViewportAsync();
            await page.Keyboard.PressAsync("End");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            await Expect(page.Locator("[role=treeitem][tabindex='0']")).ToBeFocusedAsync();
        },
        width: 350);

    private static async Task Open(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:usable').length > 0");
    }
}
