using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>A reader who never signs in: everything is there without a script.</summary>
public sealed class ReadingTests(BrowserHost host)
{
    private static readonly Regex PictureName = new("as a picture");
    private static readonly Regex More = new(@"\d+ more");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_newcomer_reads_from_the_front_page_down_to_the_very_words(bool scripts) => host.Visit(
        async page =>
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "Read the example" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Would deception crystallise?");
            await Expect(page.Locator("dl.facts")).ToContainTextAsync("Open objections");
            await Expect(page.Locator("dl.facts")).ToContainTextAsync("Unanswered questions");
            await Expect(page.Locator("dl.facts")).ToContainTextAsync("min");

            await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Outline" }).ClickAsync();
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "#2", Exact = true }).First.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/n/2$"));
            await Expect(page.Locator("nav.path")).ToContainTextAsync("Would a deceptive objective");

            await page.Locator("a[href$='/r/53']").First.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("#18 and #19");

            await page.GotoAsync($"{BrowserHost.Demo}/n/18");
            await page.GetByRole(AriaRole.Main).Locator("blockquote.citation a").First.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex(@"/sources/\d+#q\d+$"));
            await Expect(page.Locator(":target")).ToBeVisibleAsync();
        },
        scripts);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_picture_is_a_picture_of_links_that_leads_everywhere(bool scripts) => host.Visit(
        async page =>
        {
            await page.GotoAsync(BrowserHost.Demo + "?depth=1");
            var picture = page.GetByRole(AriaRole.Tree, new() { NameRegex = PictureName });
            await Expect(picture.GetByText("Deception is unlikely by default.")).ToBeVisibleAsync();

            await picture.GetByRole(AriaRole.Link, new() { NameRegex = More }).First.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex(@"[?&]open=\d+"));
            await Expect(page.GetByRole(AriaRole.Tree, new() { NameRegex = PictureName })).ToBeVisibleAsync();
        },
        scripts);

    [Fact]
    public Task Everything_can_be_reached_by_keyboard_and_shows_where_one_is() => host.Visit(async page =>
    {
        await page.GotoAsync($"{BrowserHost.Demo}/outline");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the text" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        var stops = new List<string>();
        for (var step = 0; step < 40; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement, style = getComputedStyle(at);
                  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                  return seen ? 'seen' : `${at.tagName} ${at.textContent.slice(0, 40)}`;
                }
                """));
        }

        Assert.All(stops, stop => Assert.Equal("seen", stop));
    });

    [Fact]
    public Task No_reading_page_loads_a_framework_script_and_a_page_of_text_only_little_of_ours() => host.Visit(async page =>
    {
        await page.GotoAsync($"{BrowserHost.Demo}/outline");
        Assert.All(await Scripts(page), script => Assert.Contains("/js/enhance.", script, StringComparison.Ordinal));

        // Some of the map's come when the page has long been read.
        await page.GotoAsync(BrowserHost.Demo);
        await page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(each => each.name.includes('/js/map-live'))");
        Assert.All(await Scripts(page), script => Assert.Matches(@"/js/(enhance|map|share|visits)[.-]", script));

        static async Task<string[]> Scripts(IPage page)
        {
            var all = await page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(each => each.name).filter(name => new URL(name).pathname.endsWith('.js'))");
            Assert.NotEmpty(all);
            return all;
        }
    });
}
