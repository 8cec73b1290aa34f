using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace ArgMap.Browser.Tests;

/// <summary>axe finds nothing on any page, in light and dark; and nothing on a phone has to be scrolled sideways.</summary>
public sealed class AccessibilityTests(BrowserHost host)
{
    [Theory]
    [MemberData(nameof(Pages.Reading), MemberType = typeof(Pages))]
    public Task A_page_for_readers_has_no_barrier(string address) => host.Visit(page => Check(page, address), examined: true);

    [Fact]
    public Task The_pages_for_writers_have_no_barrier() => host.Visit(
        async page =>
        {
            await page.SignUp();
            foreach (var address in Pages.ForWriters)
            {
                await Check(page, address);
            }
        },
        examined: true);

    [Fact]
    public Task The_pages_for_owners_have_no_barrier_and_fit_a_phone() => host.Visit(
        async page =>
        {
            var map = await MakeMapInUse(page);
            foreach (var path in Pages.ForOwners)
            {
                await Check(page, map + path);
                await Fits(page);
            }
        },
        width: 390,
        examined: true);

    [Theory]
    [MemberData(nameof(Pages.Reading), MemberType = typeof(Pages))]
    public Task A_page_for_readers_fits_a_phone(string address) =>
        host.Visit(
            async page =>
            {
                await page.GotoAsync(address);
                await Fits(page);
            },
            scripts: false,
            width: 390);

    [Fact]
    public Task The_pages_for_writers_fit_a_phone() =>
        host.Visit(
            async page =>
            {
                await page.SignUp();
                foreach (var address in Pages.ForWriters)
                {
                    await page.GotoAsync(address);
                    await Unfold(page);
                    await Fits(page);
                }
            },
            width: 390);

    private static async Task Check(IPage page, string address)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Before the page is loaded: what is folded away keeps the colours it was first styled with.
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.GotoAsync(address);
            await Unfold(page);
            await page.NoBarrier($"{address}, {colours}:");
        }
    }

    /// <summary>Makes a map with an objection to its thesis, a source and a comment.</summary>
    /// <returns>Its path.</returns>
    private static async Task<string> MakeMapInUse(IPage page)
    {
        var map = await page.MakeMap();
        await page.GotoAsync($"{map}/add?kind=Objection&to=1");
        await page.GetByLabel("Your objection").FillAsync("It is not.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await page.WaitForURLAsync("**/n/2");

        await page.GotoAsync($"{map}/sources");
        await page.GetByLabel("Title").FillAsync("A book about it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the source" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "A book about it" }).First).ToBeVisibleAsync();

        await page.GotoAsync($"{map}/thread/1");
        await page.GetByRole(AriaRole.Textbox).First.FillAsync("Who says so?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
        await page.WaitForURLAsync("**/n/1**");
        return map;
    }

    /// <summary>What is folded away counts as well.</summary>
    private static Task Unfold(IPage page) =>
        page.EvaluateAsync("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }");

    private static async Task Fits(IPage page)
    {
        var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{page.Url} is {tooWide} px wider than the phone.");
    }
}
