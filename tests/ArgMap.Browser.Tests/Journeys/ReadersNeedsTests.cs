using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Readers who need larger letters, and readers on other sites.</summary>
public sealed class ReadersNeedsTests(BrowserHost host)
{
    /// <summary>Texts that lack a line they were promised, and the rows above and below them that do not fit their box.</summary>
    private const string CutOff = """
        [...document.querySelectorAll('.picture .node')].filter(node => {
          const text = node.querySelector('.text');
          return (!text.title && text.scrollHeight > text.clientHeight + 1)
            || [...node.children].some(row => row.getBoundingClientRect().bottom > node.getBoundingClientRect().bottom + 1);
        }).map(node => node.id)
        """;

    private const string LetterHeight = """
        (() => {
          const node = document.querySelector('.picture .node');
          return parseFloat(getComputedStyle(node).getPropertyValue('--text-size')) * node.getBoundingClientRect().width / parseFloat(node.style.width);
        })()
        """;

    [Theory]
    [InlineData("0", 16, false, 15)]
    [InlineData("2", 16, false, 19)]
    [InlineData("1", 24, false, 19.5)]
    [InlineData("0", 24, false, 22.5)]
    [InlineData("0", 24, true, 22.5)]
    [InlineData("2", 24, true, 28.5)]
    public Task Letters_are_as_large_as_the_reader_asks_and_none_is_cut_off(string density, int fontSize, bool scripts, double letters) => host.Visit(
        async page =>
        {
            await page.Context.AddCookiesAsync([new() { Name = "argmap-reader", Value = $"1.0{density}000", Url = host.Address }]);
            var browser = await page.Context.NewCDPSessionAsync(page);
            await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = fontSize, @fixed = fontSize } });
            await page.GotoAsync($"{BrowserHost.Demo}?depth=2");
            if (scripts)
            {
                await page.Locator(".picture.live").WaitForAsync();
            }

            // What is out of sight is laid out when it comes into sight; here all of it is, with the next frame.
            await page.EvaluateAsync("() => { for (const cluster of document.querySelectorAll('.cluster')) cluster.style.contentVisibility = 'visible'; }");
            await page.ScreenshotAsync();
            Assert.Empty(await page.EvaluateAsync<string[]>(CutOff));
            Assert.InRange(await page.EvaluateAsync<double>(LetterHeight), letters * 0.99, letters * 1.05);
        },
        scripts);

    [Fact]
    public Task In_a_frame_the_picture_moves_and_leads_to_the_map_in_a_page_of_its_own() => host.Visit(async page =>
    {
        await page.GotoAsync($"{BrowserHost.Demo}/embed");
        await page.Locator(".picture.live").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"), "The picture does not fit its frame.");
        for (var press = 0; press < 4; press++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        }

        await page.WaitForFunctionAsync("() => document.querySelector('.diagram').getBoundingClientRect().height > document.querySelector('.picture').clientHeight + 200");
        var before = (await page.Locator("#picture-1").BoundingBoxAsync())!;
        await page.Locator(".picture").HoverAsync();
        await page.Mouse.WheelAsync(0, 60);
        await page.WaitForFunctionAsync("top => document.getElementById('picture-1').getBoundingClientRect().top < top - 30", (double)before.Y);
        await page.GetByRole(AriaRole.Button, new() { Name = "Fit: show the whole picture" }).ClickAsync();

        var opened = await page.RunAndWaitForPopupAsync(() => page.Locator("#picture-2 a.text").ClickAsync());
        await opened.WaitForURLAsync(url => url.Contains($"{BrowserHost.Demo}?at=2", StringComparison.Ordinal));

        Assert.EndsWith("/embed", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.True(await opened.EvaluateAsync<bool>("opener === null"));
        await opened.CloseAsync();
    });
}
