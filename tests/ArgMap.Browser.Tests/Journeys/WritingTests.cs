using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>A person who answers a debate, with scripts and without.</summary>
public sealed class WritingTests(BrowserHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_newcomer_signs_up_objects_to_a_step_discusses_it_and_links_a_talk(bool scripts) => host.Visit(
        async page =>
        {
            var objection = $"This step takes for granted what it should show ({Guid.NewGuid()}).";
            await page.SignUp();

            await page.GotoAsync($"{BrowserHost.Demo}/r/46");
            await page.GetByRole(AriaRole.Article).Locator("summary", new() { HasTextString = "Object" }).ClickAsync();
            var form = page.GetByRole(AriaRole.Article).Locator("details.action[open]");
            await form.GetByLabel("Your objection").FillAsync(objection);
            await form.GetByRole(AriaRole.Button, new() { Name = "Add the objection" }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex(@"/n/\d+"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(objection);
            var node = new Uri(page.Url).AbsolutePath;

            await page.GotoAsync($"{BrowserHost.Demo}/r/46");
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(objection);

            var thread = page.Locator("#thread");
            await thread.Locator("summary", new() { HasTextString = "Write a comment" }).ClickAsync();
            await thread.GetByRole(AriaRole.Textbox).First.FillAsync("Is it *really* taken for granted?");
            await thread.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).First.ClickAsync();
            await Expect(page.Locator("#thread em", new() { HasTextString = "really" }).Last).ToBeVisibleAsync();

            await page.GotoAsync(node);
            await page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link, new() { Name = "Cite", Exact = true }).ClickAsync();
            await page.Locator("summary", new() { HasTextString = "A source that is not listed" }).ClickAsync();
            await page.GetByLabel("Title").FillAsync("A talk on taking things for granted");
            await page.GetByLabel("Address").FillAsync("https://talks.example/granted");
            await page.GetByLabel("What it is").SelectOptionAsync("Talk");
            await page.GetByLabel("From").FillAsync("12:34");
            await page.GetByLabel("To", new() { Exact = true }).FillAsync("13:10");
            await page.GetByRole(AriaRole.Button, new() { Name = "Cite it" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("A talk on taking things for granted");
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("12:34");

            await page.GotoAsync($"{BrowserHost.Demo}/history");
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(objection);
        },
        scripts);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task What_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(bool scripts) => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync($"{BrowserHost.Demo}/add?kind=Objection&to=2");
            var tooLong = new string('x', 600);
            await page.GetByLabel("Your objection").FillAsync(tooLong);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("500");
            await Expect(page.GetByLabel("Your objection")).ToHaveValueAsync(tooLong);
        },
        scripts);

    [Fact]
    public Task A_map_is_made_in_one_go() => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync("/maps/new");
            await page.GetByLabel("Title").FillAsync("Should the park be open at night?");
            await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("question or thesis|what it is about|root", RegexOptions.IgnoreCase) }).First.FillAsync("Should the park be open at night?");
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("make", RegexOptions.IgnoreCase) }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/m/should-the-park-be-open-at-night"));
        },
        scripts: false);

    [Fact]
    public Task Signed_out_in_the_meantime_nothing_typed_is_lost() => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync($"{BrowserHost.Demo}/add?kind=Support&to=3");
            await page.GetByLabel("What speaks for it").FillAsync("Words that must not be lost.");
            await page.Context.ClearCookiesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
            await Expect(page.GetByText("Words that must not be lost.")).ToBeVisibleAsync();
        },
        scripts: false);

    [Fact]
    public Task A_draft_outlives_a_reload() => host.Visit(async page =>
    {
        await page.SignUp();
        await page.GotoAsync($"{BrowserHost.Demo}/add?kind=Question&to=3");
        await page.GetByLabel("Your question").FillAsync("Half a thought");
        await page.ReloadAsync();

        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync("Half a thought");
    });
}
