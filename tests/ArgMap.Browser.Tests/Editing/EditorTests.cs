using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Editing;

/// <summary>The editor as a whole: no barriers, and it fits a phone.</summary>
public sealed class EditorTests(BrowserHost host)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1400)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task It_has_no_barrier_and_fits_with_a_form_a_question_and_a_refusal_open(ColorScheme colours, int width) => host.Visit(
        async page =>
        {
            await page.Edit(await page.MakeMap());
            await page.Add(1, "o", "A first reason against it.");
            await page.Part(2).FocusAsync();
            await page.Keyboard.PressAsync("l");
            await page.Part(1).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("[data-ask]")).ToBeVisibleAsync();
            await page.NoBarrier();
            await page.Keyboard.PressAsync("Escape");

            await page.Part(2).FocusAsync();
            await page.Keyboard.PressAsync("s");
            await Expect(page.Field()).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Locator("form[data-form]").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await page.NoBarrier();
            var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(tooWide <= 0, $"The editor is {tooWide} px wider than its window.");
        },
        colours: colours,
        width: width,
        examined: true);
}
