using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Editing;

/// <summary>Several people, and several windows of one person, in one picture.</summary>
public sealed class TogetherTests(BrowserHost host)
{
    [Fact]
    public Task Two_people_see_where_the_other_is_and_what_the_other_adds_and_one_undoes_their_own_after_it() => host.Visit(ada => host.Visit(async ben =>
    {
        var map = await ada.MakeMap();
        await ben.SignUp("Ben");
        await ada.Edit(map);
        await ben.Edit(map);
        await ada.Part(1).ClickAsync();
        await Expect(ben.Part(1)).ToHaveAttributeAsync("data-here", new System.Text.RegularExpressions.Regex("^Ada"));
        await Expect(ben.Locator(".edit-at")).ToContainTextAsync("Also here: Ada");

        await ada.Add(1, "o", "Ada objects.");
        await Expect(ben.Part(2)).ToContainTextAsync("Ada objects.");
        await ben.Add(2, "o", "Ben objects to that.");
        await Expect(ada.Part(2)).ToContainTextAsync("1 open");

        await ada.Add(1, "s", "Ada supports it.");
        await ben.Add(1, "q", "Ben asks?");
        await Expect(ada.Locator(".picture")).ToContainTextAsync("Ben asks?");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(ada.Locator(".picture")).Not.ToContainTextAsync("Ada supports it.");
        await Expect(ada.Locator(".picture")).ToContainTextAsync("Ben asks?");
        await Expect(ben.Locator(".picture")).Not.ToContainTextAsync("Ada supports it.");
    }));

    [Fact]
    public Task Who_was_second_to_save_sees_both_texts_and_loses_none() => host.Visit(async first =>
    {
        var map = await first.MakeMap();
        await first.Edit(map);
        var second = await first.Context.NewPageAsync();
        await second.Edit(map);
        await first.Part(1).ClickAsync();
        await first.Keyboard.PressAsync("Enter");
        await first.Field().FillAsync("It is so, in most cases.");
        await second.Part(1).ClickAsync();
        await second.Keyboard.PressAsync("Enter");
        await second.Field().FillAsync("It is always so.");
        await second.Keyboard.PressAsync("Control+Enter");
        await Expect(second.Part(1)).ToContainTextAsync("It is always so.");

        await first.Keyboard.PressAsync("Control+Enter");
        await Expect(first.Locator("[data-theirs=text]")).ToHaveTextAsync("It is always so.");
        await Expect(first.Field()).ToHaveValueAsync("It is so, in most cases.");

        await first.GetByRole(AriaRole.Button, new() { Name = "Put both into mine" }).ClickAsync();
        await Expect(first.Field()).ToHaveValueAsync("It is always so. It is so, in most cases.");
        await first.Keyboard.PressAsync("Control+Enter");
        await Expect(first.Part(1)).ToContainTextAsync("It is always so. It is so, in most cases.");
        await Expect(first.Field()).ToHaveCountAsync(0);
        await Expect(second.Part(1)).ToContainTextAsync("It is always so. It is so, in most cases.");
    });

    [Fact]
    public Task What_one_has_changed_in_another_window_is_undone_first() => host.Visit(async page =>
    {
        var map = await page.MakeMap();
        await page.Edit(map);
        await page.Add(1, "o", "It is not.");
        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync($"{map}/n/2/edit");
        await elsewhere.Locator("textarea[name=text]").FillAsync("It was not.");
        await elsewhere.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Part(2)).ToContainTextAsync("It was not.");

        // What one undoes is the later change; then the earlier one fits again.
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(2)).ToContainTextAsync("It is not.");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(2)).ToHaveCountAsync(0);
    });
}
