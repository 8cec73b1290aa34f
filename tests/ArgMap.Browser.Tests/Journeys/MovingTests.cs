using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Moving in a picture by every means a person has.</summary>
public sealed class MovingTests(BrowserHost host)
{
    private static readonly Regex AView = new(@"#view=-?\d+,-?\d+,[\d.]+$");

    private static readonly string Deep = $"{BrowserHost.Demo}?depth=8";

    [Fact]
    public Task Dragging_moves_the_picture_with_the_hand_and_follows_no_link() => host.Visit(async page =>
    {
        await Open(page);
        var address = page.Url;
        var node = page.Locator(".node").First;
        var from = (await node.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(from.X + 40, from.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 20, new() { Steps = 5 });
        await page.Mouse.UpAsync();

        await Expect(page).ToHaveURLAsync(AView);
        var to = (await node.BoundingBoxAsync())!;
        Assert.Equal(-30, to.X - from.X, 1.0);
        Assert.Equal(-20, to.Y - from.Y, 1.0);
        Assert.StartsWith(address, page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task Zooming_by_wheel_keeps_what_is_under_the_pointer_there() => host.Visit(async page =>
    {
        await Open(page);
        var node = page.Locator(".node").First;
        var before = (await node.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(before.X + 50, before.Y + 30);

        await page.Keyboard.DownAsync("Control");
        await page.Mouse.WheelAsync(0, -60);
        await page.Keyboard.UpAsync("Control");

        await Expect(page).ToHaveURLAsync(AView);
        var after = (await node.BoundingBoxAsync())!;
        var factor = after.Width / before.Width;
        Assert.True(factor > 1.1, $"The width went from {before.Width} to {after.Width}.");
        Assert.Equal(before.X + 50, after.X + (50 * factor), 1.5);
        Assert.Equal(before.Y + 30, after.Y + (30 * factor), 1.5);
    });

    [Fact]
    public Task Rolling_the_wheel_moves_the_picture_and_at_its_end_the_page() => host.Visit(async page =>
    {
        await Open(page);
        await page.EvaluateAsync("() => { document.body.style.paddingBottom = '200vh'; scrollTo(0, 0); }");
        var box = (await page.Locator(".picture").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), Math.Min(box.Y + (box.Height / 2), 800));
        var before = await Transform(page);

        await page.Mouse.WheelAsync(0, 40);
        await page.WaitForFunctionAsync("before => document.querySelector('.diagram').style.transform !== before", before);
        Assert.Equal(0, await page.EvaluateAsync<double>("() => scrollY"));

        for (var turn = 0; turn < 400 && await page.EvaluateAsync<double>("() => scrollY") == 0; turn++)
        {
            await page.Mouse.WheelAsync(0, 400);
        }

        await page.WaitForFunctionAsync("() => scrollY > 0");
    });

    [Fact]
    public Task One_finger_moves_the_picture_and_at_its_end_the_page() => host.Visit(
        async page =>
        {
            await Open(page);
            await page.EvaluateAsync("() => { document.body.style.paddingBottom = '200vh'; document.querySelector('.picture').scrollIntoView(); }");
            var scrolled = await page.EvaluateAsync<double>("() => scrollY");
            var fingers = await Fingers.On(page);
            var box = (await page.Locator(".picture").BoundingBoxAsync())!;
            var node = page.Locator(".node").First;
            var from = (await node.BoundingBoxAsync())!;

            await fingers.Down((box.X + 200, box.Y + 300));
            await fingers.Move((box.X + 190, box.Y + 280));
            await fingers.Move((box.X + 150, box.Y + 220));
            await fingers.Up();

            await Expect(page).ToHaveURLAsync(AView);
            var to = (await node.BoundingBoxAsync())!;
            Assert.True(to.Y < from.Y - 50 && to.X < from.X - 30, $"The node went from {from.X}, {from.Y} to {to.X}, {to.Y}.");
            Assert.Equal(scrolled, await page.EvaluateAsync<double>("() => scrollY"));

            for (var stroke = 0; stroke < 200 && await page.EvaluateAsync<double>("() => scrollY") <= scrolled; stroke++)
            {
                await fingers.Down((box.X + 200, box.Y + 450));
                await fingers.Move((box.X + 200, box.Y + 400));
                await fingers.Move((box.X + 200, box.Y + 20));
                await fingers.Up();
            }

            Assert.True(await page.EvaluateAsync<double>("() => scrollY") > scrolled);
        },
        width: 390,
        touch: true);

    [Theory]
    [InlineData(ReducedMotion.NoPreference)]
    [InlineData(ReducedMotion.Reduce)]
    public Task A_picture_that_a_finger_throws_slides_on_unless_motion_is_reduced(ReducedMotion motion) => host.Visit(
        async page =>
        {
            await page.EmulateMediaAsync(new() { ReducedMotion = motion });
            await Open(page);
            await page.Locator(".picture").ScrollIntoViewIfNeededAsync();
            var box = (await page.Locator(".picture").BoundingBoxAsync())!;
            var (x, y) = (box.X + 300, Math.Max(60, box.Y + 100));
            var node = page.Locator("#picture-2");
            var before = (await node.BoundingBoxAsync())!;
            var fingers = await Fingers.On(page);
            await fingers.Flick(16, (x, y), (x - 20, y), (x - 40, y), (x - 60, y), (x - 80, y), (x - 100, y));

            if (motion == ReducedMotion.NoPreference)
            {
                await page.WaitForFunctionAsync("left => document.getElementById('picture-2').getBoundingClientRect().left < left - 150", (double)before.X);
            }
            else
            {
                await Expect(page.Locator(".picture.is-moving")).ToHaveCountAsync(0);
                Assert.InRange(before.X - (await node.BoundingBoxAsync())!.X, 90, 101);
            }
        },
        width: 390,
        touch: true);

    [Fact]
    public Task A_throw_that_a_slow_browser_tells_of_as_one_movement_is_still_a_throw() => host.Visit(
        async page =>
        {
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
            await Open(page);
            await page.Locator(".picture").ScrollIntoViewIfNeededAsync();
            var box = (await page.Locator(".picture").BoundingBoxAsync())!;
            var (x, y) = (box.X + 300, Math.Max(60, box.Y + 100));
            var before = (await page.Locator("#picture-2").BoundingBoxAsync())!;
            var fingers = await Fingers.On(page);
            await fingers.Flick(40, (x, y), (x - 100, y));
            await page.WaitForFunctionAsync("left => document.getElementById('picture-2').getBoundingClientRect().left < left - 300", (double)before.X);
        },
        width: 390,
        touch: true);

    [Fact]
    public Task Two_fingers_zoom_about_the_place_between_them() => host.Visit(
        async page =>
        {
            await Open(page);
            await page.EvaluateAsync("() => document.querySelector('.picture').scrollIntoView()");
            var fingers = await Fingers.On(page);
            var node = page.Locator(".node").First;
            var before = (await node.BoundingBoxAsync())!;
            var (x, y) = (before.X + 80, before.Y + 60);

            await fingers.Down((x - 30, y), (x + 30, y));
            await fingers.Move((x - 40, y), (x + 40, y));
            await fingers.Move((x - 60, y), (x + 60, y));
            await fingers.Up();

            await Expect(page).ToHaveURLAsync(AView);
            var after = (await node.BoundingBoxAsync())!;
            Assert.Equal(2, after.Width / before.Width, 0.05);
            Assert.Equal(x, after.X + (80 * 2), 4.0);
            Assert.Equal(y, after.Y + (60 * 2), 4.0);
        },
        width: 390,
        touch: true);

    [Fact]
    public Task A_reader_can_have_the_wheel_zoom() => host.Visit(async page =>
    {
        await page.Context.AddCookiesAsync([new() { Name = ReaderSettings.Cookie, Value = new ReaderSettings { Wheel = Wheel.Zooms }.ToString(), Url = host.Address }]);
        await Open(page);
        var before = (await page.Locator(".node").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(before.X + 50, before.Y + 30);
        await page.Mouse.WheelAsync(0, -60);
        await Expect(page).ToHaveURLAsync(AView);
        Assert.True((await page.Locator(".node").First.BoundingBoxAsync())!.Width > before.Width * 1.05);
    });

    [Fact]
    public Task The_small_picture_leads_to_any_place_and_goes_when_all_is_in_view() => host.Visit(async page =>
    {
        await Open(page);
        var small = page.Locator(".small-picture");
        await small.ScrollIntoViewIfNeededAsync();
        var box = (await small.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + box.Height - 6);
        await LooksAt(page, 0.5, 0.95);

        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + box.Height - 6);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 4), box.Y + (box.Height / 2), new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await LooksAt(page, 0.25, 0.5);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show the whole picture" }).ClickAsync();
        await Expect(small).ToBeHiddenAsync();
    });

    [Fact]
    public Task What_must_be_read_before_the_picture_can_be_used_is_small() => host.Visit(async page =>
    {
        await Open(page);
        var scripts = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('script[src], link[rel=modulepreload]')].map(each => new URL(each.src || each.href).pathname)");
        var usable = await page.EvaluateAsync<string[]>(
            """
            () => {
              const usable = performance.getEntriesByName('argmap:usable')[0].startTime;
              return performance.getEntriesByType('resource').filter(each => each.name.endsWith('.js') && each.responseEnd < usable).map(each => new URL(each.name).pathname);
            }
            """);
        // Each is asked for at once, none only when another has been read.
        Assert.Empty(usable.Except(scripts));
        var bytes = 0;
        foreach (var script in scripts)
        {
            var body = await (await page.APIRequest.GetAsync(script)).BodyAsync();
            using var packed = new MemoryStream();
            await using (var packing = new BrotliStream(packed, CompressionLevel.SmallestSize))
            {
                await packing.WriteAsync(body);
            }

            bytes += packed.ToArray().Length;
        }

        Assert.InRange(bytes, 1, 20_000);
    });

    [Fact]
    public Task What_one_looked_at_is_shown_again_after_a_reload_and_after_coming_back() => host.Visit(async page =>
    {
        await Open(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"#view=-?\d+,-?\d+,0\.64$"));
        var there = await Scale(page);

        await page.ReloadAsync();
        await Ready(page);
        Assert.Equal(there, await Scale(page), 0.01);

        await page.GotoAsync($"{BrowserHost.Demo}/outline");
        await page.GoBackAsync();
        await Ready(page);
        Assert.Equal(there, await Scale(page), 0.01);
    });

    [Fact]
    public Task The_whole_picture_can_be_shown_and_details_give_way_to_it() => host.Visit(async page =>
    {
        await Open(page);
        await Expect(page.Locator(".picture")).ToHaveAttributeAsync("data-lod", "full");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the whole picture" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(AView);
        await page.WaitForFunctionAsync(
            """
            () => {
              const picture = document.querySelector('.picture').getBoundingClientRect();
              return [...document.querySelectorAll('.node')].every(node => {
                const box = node.getBoundingClientRect();
                return box.left >= picture.left && box.right <= picture.right && box.top >= picture.top && box.bottom <= picture.bottom;
              });
            }
            """);

        for (var press = 0; press < 20; press++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        }

        await Expect(page.Locator(".picture")).ToHaveAttributeAsync("data-lod", "block");
        // It comes by and by, and to all: parts, and the lines between them.
        await Expect(page.Locator(".parts:not(:has(> .cluster)), .cluster, .links")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(":is(.parts:not(:has(> .cluster)), .cluster, .links):not([data-detail=block])")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Matches_are_counted_while_typing_and_stepped_through() => host.Visit(async page =>
    {
        await Open(page);
        var box = page.GetByRole(AriaRole.Searchbox);
        await box.PressSequentiallyAsync("deception");
        await Expect(page.Locator("form.find output")).ToHaveTextAsync(new Regex(@"^\d+ match(es)?$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Next match" }).ClickAsync();
        await Expect(page.Locator(".match-current")).ToBeInViewportAsync();

        await box.FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".match")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task The_keys_are_listed_in_plain_words() => host.Visit(async page =>
    {
        await Open(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keys", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys in the picture" })).ToContainTextAsync("Arrow keys");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Without_a_script_the_picture_scrolls() => host.Visit(
        async page =>
        {
            await page.GotoAsync(Deep);
            await Expect(page.Locator(".picture.live")).ToHaveCountAsync(0);
            await page.Locator(".node").Last.ScrollIntoViewIfNeededAsync();
            await Expect(page.Locator(".node").Last).ToBeInViewportAsync();
        },
        scripts: false);

    private static async Task Open(IPage page)
    {
        await page.GotoAsync(Deep);
        await Ready(page);
    }

    private static Task Ready(IPage page) => page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:first-frame').length > 0");

    /// <summary>Waits until the middle of the viewport is over a place in the picture.</summary>
    /// <param name="page">The page.</param>
    /// <param name="right">Where from the left, as a share of the picture's width.</param>
    /// <param name="down">Where from the top, as a share of its height.</param>
    private static Task LooksAt(IPage page, double right, double down) => page.WaitForFunctionAsync(
        """
        ([right, down]) => {
          const [room, picture] = ['.picture', '.diagram'].map(each => document.querySelector(each).getBoundingClientRect());
          const [x, y] = [(room.left + room.width / 2 - picture.left) / picture.width, (room.top + room.height / 2 - picture.top) / picture.height];
          return Math.abs(x - right) < 0.05 && Math.abs(y - down) < 0.05;
        }
        """,
        new[] { right, down });

    private static Task<string> Transform(IPage page) => page.EvaluateAsync<string>("() => document.querySelector('.diagram').style.transform");

    private static async Task<double> Scale(IPage page) =>
        double.Parse(Regex.Match(await Transform(page), @"scale\(([\d.]+)\)").Groups[1].Value, CultureInfo.InvariantCulture);
}
