using System.Xml.Linq;
using ArgMap.Browser.Tests.Editing;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>A map of which there is only what it is about, wherever one looks at it: the least a map can be, as its root cannot be withdrawn.</summary>
public sealed class EmptyMapTests(BrowserHost host)
{
    private const string OnlyThesis = "So far there is only the thesis.";

    [Fact]
    public Task Its_page_shows_the_thesis_and_says_what_to_do_next() => host.Visit(async page =>
    {
        var map = await page.MakeMap();
        await page.GotoAsync(map);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:usable').length > 0");

        await Expect(page.GetByRole(AriaRole.Treeitem)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Treeitem)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.GetByRole(AriaRole.Treeitem)).Not.ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator(".levels")).ToHaveCountAsync(0);
        await Expect(page.Locator(".empty")).ToContainTextAsync(OnlyThesis);
        await Expect(page.Locator(".empty").GetByRole(AriaRole.Link, new() { Name = "Bring in the thread" })).ToBeVisibleAsync();

        await page.Locator("#picture-1").FocusAsync();
        foreach (var key in new[] { "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Space" })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator("#announcer")).Not.ToBeEmptyAsync();
            await Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
        }

        await page.Locator(".empty").GetByRole(AriaRole.Link, new() { Name = "Object to it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("It is so.");
        await page.WaitForURLAsync("**/add?kind=Objection&to=1");
    });

    [Theory]
    [InlineData("/outline")]
    [InlineData("?depth=all")]
    [InlineData("?focus=1")]
    public Task Every_way_to_read_it_shows_the_thesis_without_a_script(string view) => host.Visit(
        async page =>
        {
            var map = await page.MakeMap();
            await page.GotoAsync(map + view);

            await Expect(page.GetByRole(AriaRole.Main).GetByText("It is so.").Last).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(OnlyThesis);
        },
        scripts: false,
        width: 390);

    [Fact]
    public Task A_question_asks_to_be_answered() => host.Visit(async page =>
    {
        await page.SignUp();
        await page.GotoAsync("/maps/new");
        await page.GetByLabel("Title").FillAsync("An open question");
        await page.GetByLabel("The question or thesis").FillAsync("Is it so?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the map" }).ClickAsync();

        await Expect(page.Locator(".empty")).ToContainTextAsync("So far there is only the question.");
        await page.Locator(".empty").GetByRole(AriaRole.Link, new() { Name = "Answer it" }).ClickAsync();
        await page.WaitForURLAsync("**/add?kind=Answer&to=1");
    });

    [Fact]
    public Task It_is_printed_embedded_and_saved_as_it_is() => host.Visit(async page =>
    {
        var map = await page.MakeMap();
        await page.GotoAsync($"{map}/print");
        await Expect(page.Locator(".lines > li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".sheets img")).ToHaveCountAsync(1);
        Assert.True(await page.Locator(".sheets img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));

        await page.GotoAsync($"{map}/embed");
        await Expect(page.GetByRole(AriaRole.Treeitem)).ToContainTextAsync("It is so.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Read and answer it on ArgMap" })).ToBeVisibleAsync();

        await page.GotoAsync(map);
        await page.ClickAsync("summary:has-text(\"Print, save, embed\")");
        var drawing = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[data-export=svg][data-area=whole]"));
        var drawn = XDocument.Parse(await File.ReadAllTextAsync(await drawing.PathAsync()));
        Assert.Contains(drawn.Descendants(), text => text.Value == "It is so.");
        Assert.Contains(drawn.Descendants(), text => text.Value == "1 node and 0 steps of an argument map.");
        var painting = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[data-export=png][data-area=whole]"));
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(await painting.PathAsync()), 1, 3));
    });

    [Fact]
    public Task The_editor_adds_the_first_thing_below_it() => host.Visit(async page =>
    {
        var map = await page.MakeMap();
        await page.Edit(map);
        await page.Add(1, "o", "It is not.");
        await page.GotoAsync(map);
        await Expect(page.GetByRole(AriaRole.Tree)).ToContainTextAsync("It is not.");
        await Expect(page.Locator(".empty")).ToHaveCountAsync(0);
    });
}
