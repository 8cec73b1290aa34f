using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Editing;

/// <summary>Adding beside nodes and changing what they say, in the picture.</summary>
public sealed class AddingTests(BrowserHost host)
{
    [Fact]
    public Task A_person_adds_beside_a_node_edits_it_in_place_and_goes_back_and_forth_by_keys_alone() => host.Visit(async page =>
    {
        var map = await page.MakeMap();
        await page.Edit(map);
        await page.Part(1).FocusAsync();

        await page.Keyboard.PressAsync("o");
        await Expect(page.Field()).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("It is not.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Part(2)).ToBeFocusedAsync();
        await Expect(page.Part(2)).ToContainTextAsync("It is not.");

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field()).ToHaveValueAsync("It is not.");
        await page.Field().FillAsync("It is hardly so.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Part(2)).ToContainTextAsync("It is hardly so.");

        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(2)).ToContainTextAsync("It is not.");
        await page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(page.Part(2)).ToContainTextAsync("It is hardly so.");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(2)).ToContainTextAsync("It is not.");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(2)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task What_is_refused_is_said_in_the_form_and_what_was_typed_stays() => host.Visit(async page =>
    {
        await page.Edit(await page.MakeMap());
        await page.Part(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Support" }).ClickAsync();
        await page.Locator("form[data-form] summary").ClickAsync();
        await page.Locator("form[data-form] textarea[name=detail]").FillAsync("Only a detail.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the support" }).ClickAsync();

        await Expect(page.Locator("form[data-form]").GetByRole(AriaRole.Alert)).ToContainTextAsync("The text");
        await Expect(page.Locator("form[data-form] textarea[name=detail]")).ToHaveValueAsync("Only a detail.");

        await page.Field().FillAsync("It has always been so.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Part(2)).ToContainTextAsync("It has always been so.");
    });

    [Fact]
    public Task Somebody_who_may_not_change_a_node_is_told_what_they_can_do_instead() => host.Visit(async page =>
    {
        await page.SignUp("Ben");
        await page.GotoAsync($"{BrowserHost.Demo}/edit?at=2");
        await page.Ready();
        await page.Part(2).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".edit-notice")).ToContainTextAsync("you can object to it");
        await Expect(page.Field()).ToHaveCountAsync(0);
    });

    [Fact]
    public Task The_map_leads_whoever_is_signed_in_to_its_editor_and_back_with_the_same_thing_chosen() => host.Visit(async page =>
    {
        var map = await page.MakeMap();
        await page.GotoAsync($"{map}?at=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the picture" }).ClickAsync();
        await page.Ready();
        await Expect(page.Part(1)).ToHaveAttributeAsync("aria-selected", "true");
        await page.Add(1, "s", "It was seen to be so.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Done" }).ClickAsync();
        await page.WaitForURLAsync($"**{map}?at=2**");
    });

    [Fact]
    public Task Without_a_script_the_editor_says_so_and_leads_to_the_forms() => host.Visit(
        async page =>
        {
            var map = await page.MakeMap();
            await page.GotoAsync($"{map}/edit?at=1");
            await Expect(page.GetByText("Editing in the picture needs a script")).ToBeVisibleAsync();
            await Expect(page.Part(1)).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Add a claim or a question" }).ClickAsync();
            await page.WaitForURLAsync($"**{map}/add-node");
        },
        scripts: false);
}
