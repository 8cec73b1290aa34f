using System.Buffers.Binary;
using System.Xml.Linq;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Taking a picture along.</summary>
public sealed class SavingTests(BrowserHost host)
{
    private const string Menu = "summary:has-text(\"Print, save, embed\")";

    [Fact]
    public Task What_is_in_view_is_saved_as_a_painting_of_its_size() => host.Visit(async page =>
    {
        await page.GotoAsync(BrowserHost.Demo);
        await page.ClickAsync(Menu);
        var view = (await page.Locator(".picture").BoundingBoxAsync())!;

        var saved = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[data-export=png][data-area=view]"));
        var painting = await File.ReadAllBytesAsync(await saved.PathAsync());

        Assert.EndsWith(".png", saved.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(painting, 1, 3));
        // Painted at twice its full size, of which the screen may show a little less to have all of it in view.
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(painting.AsSpan(16)), 100, (2 * view.Width / 0.7) + 4);
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(painting.AsSpan(20)), 100, (2 * view.Height / 0.7) + 4);
        await Assertions.Expect(page.Locator("[data-share] [role=status]")).ToContainTextAsync("Saved:");
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_whole_map_is_saved_as_a_drawing(bool scripts) => host.Visit(
        async page =>
        {
            await page.GotoAsync($"{BrowserHost.Demo}?at=2");
            await page.ClickAsync(Menu);

            var saved = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[data-export=svg][data-area=whole]"));

            Assert.EndsWith(".svg", saved.SuggestedFilename, StringComparison.Ordinal);
            var drawn = XDocument.Parse(await File.ReadAllTextAsync(await saved.PathAsync()));
            Assert.Contains(drawn.Descendants(), text => text.Value == "#41");
            Assert.Equal(scripts, await page.Locator("a[data-export=png][data-area=whole]").IsVisibleAsync());
        },
        scripts);

    [Fact]
    public Task A_drawing_opened_by_itself_has_its_colours() => host.Visit(async page =>
    {
        await page.GotoAsync($"{BrowserHost.Demo}/picture.svg?depth=1");

        Assert.Equal("Georgia, \"Liberation Serif\", serif", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.t')).fontFamily"));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task On_paper_the_words_follow_the_picture_or_a_line_says_where_they_are(bool scripts) => host.Visit(
        async page =>
        {
            await page.GotoAsync(BrowserHost.Demo);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            if (scripts)
            {
                await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
                Assert.True(await page.Locator(".printed .lines > li").CountAsync() > 41);
                await Assertions.Expect(page.Locator(".print-hint")).ToBeHiddenAsync();
                await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
            }

            await Assertions.Expect(page.Locator(".printed")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator(".print-hint")).ToContainTextAsync($"{BrowserHost.Demo}/print");
            var picture = (await page.Locator(".diagram").BoundingBoxAsync())!;
            Assert.True(picture is { Width: <= 660, Height: <= 955 }, $"{picture.Width} by {picture.Height} does not fit a page.");
        },
        scripts);
}
