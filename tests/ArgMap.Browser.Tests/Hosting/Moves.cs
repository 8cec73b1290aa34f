using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>The buttons that move a picture.</summary>
internal static class Moves
{
    /// <summary>Presses one with the mouse. To bring it into sight the browser scrolls the picture as well; the picture scrolls back and moves instead, and the button with it, which must not come between press and release, nor after them.</summary>
    public static async Task Press(this IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name });
        await button.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync(
            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => document.querySelector('.picture').scrollTop === 0 && document.querySelector('.picture').scrollLeft === 0)");
        var box = (await button.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
