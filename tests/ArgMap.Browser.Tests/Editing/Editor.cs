using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Editing;

/// <summary>A person who edits a picture.</summary>
internal static class Editor
{
    /// <summary>Opens a map for editing and waits until every gesture answers.</summary>
    public static async Task Edit(this IPage page, string map)
    {
        await page.GotoAsync($"{map}/edit");
        await page.Ready();
    }

    /// <summary>Waits until every gesture answers.</summary>
    public static async Task Ready(this IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await Expect(page.Locator("[data-edit-state]")).ToBeEmptyAsync();
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('argmap:usable').length > 0");
    }

    /// <summary>A node or step in the picture.</summary>
    public static ILocator Part(this IPage page, int number) => page.Locator($"#picture-{number}");

    /// <summary>The field for the text in the form that is open.</summary>
    public static ILocator Field(this IPage page) => page.Locator("form[data-form] textarea[name=text]");

    /// <summary>Adds something to a node by its key and waits until it is drawn.</summary>
    public static async Task Add(this IPage page, int to, string key, string text)
    {
        await page.Part(to).ClickAsync();
        await page.Keyboard.PressAsync(key);
        await page.Field().FillAsync(text);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".picture [aria-selected=true]").First).ToContainTextAsync(text);
        await Expect(page.Field()).ToHaveCountAsync(0);
    }
}
