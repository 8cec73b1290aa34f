using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Threads;

/// <summary>Somebody makes a map of a pasted thread by keyboard alone.</summary>
public sealed class DraftingTests(BrowserHost host)
{
    private const string Thread = """
        > Pure deception would crystallise in the trained model.

        I don't think that is right. This is suboptimal with respect to the base objective.

        Deception requires:

        - Strong coherence
        - High situational awareness

        Why would training favour deception over the base objective?

        I am leaning towards deception being unlikely by default.
        """;

    [Fact]
    public Task Every_answer_is_one_key_and_the_focus_goes_on_to_the_next_suggestion() => host.Visit(async page =>
    {
        await Import(page, "One key each");
        var cards = page.Locator("article.suggestion");
        var count = await cards.CountAsync();
        Assert.True(count > 3, $"Only {count} are suggested.");

        // What it is about, by its own key.
        await page.Locator("#thesis").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("#thesis")).ToHaveCountAsync(0);
        await Expect(cards.First).ToBeFocusedAsync();

        // Next and back.
        await page.Keyboard.PressAsync("j");
        await Expect(cards.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(cards.First).ToBeFocusedAsync();

        // Reject and take it back.
        var first = await cards.First.GetAttributeAsync("id");
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator($"#{first}")).ToHaveCountAsync(0);
        await Expect(page.Locator(".last-answer")).ToContainTextAsync("You rejected");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("left");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator($"#{first}")).ToBeFocusedAsync();

        // Change, and leave that by Escape.
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator($"#{first} textarea").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator($"#{first}")).ToBeFocusedAsync();

        // Everything else, without waiting for the page in between.
        for (var left = await cards.CountAsync(); left > 0; left = await cards.CountAsync())
        {
            await page.Keyboard.PressAsync("a");
            await Expect(cards).Not.ToHaveCountAsync(left);
        }

        await Expect(page.GetByText("Nothing is left: every suggestion has been answered.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at the map" }).ClickAsync();
        await Expect(page.Locator("svg .node, .picture [role=treeitem]").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_whole_list_enters_the_map_by_one_key_on_any_of_its_boxes() => host.Visit(async page =>
    {
        await Import(page, "The whole list");
        await page.GotoAsync($"{page.Url.Split('?', '#')[0]}/accept?first=yes");
        var boxes = page.Locator("input[name=take]");
        var count = await boxes.CountAsync();

        await boxes.Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".last-answer")).ToContainTextAsync($"You accepted {count - 1} suggestions");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task A_draft_has_no_barrier_and_fits(ColorScheme colours, int width) => host.Visit(
        async page =>
        {
            await Import(page, $"No barrier {colours}");
            await Examine(page);
            await page.Locator("article.suggestion details summary").First.ClickAsync();
            await Examine(page);
            var draft = page.Url;
            await page.GotoAsync($"{draft.Split('?')[0]}/accept?rank=1");
            await Examine(page);
            await page.GotoAsync(draft.Replace("/draft?", "/draft/cues?", StringComparison.Ordinal));
            await Expect(page.Locator("#cues")).ToBeVisibleAsync();
            await Examine(page);
        },
        colours: colours,
        width: width,
        examined: true);

    [Fact]
    public Task Without_a_script_the_same_buttons_are_there() => host.Visit(
        async page =>
        {
            await Import(page, "No script");
            var cards = page.Locator("article.suggestion");
            var count = await cards.CountAsync();

            await cards.First.GetByRole(AriaRole.Button, new() { NameRegex = new("^Accept( both)?$") }).ClickAsync();

            await Expect(page.Locator(".last-answer")).ToContainTextAsync("You accepted");
            Assert.True(await cards.CountAsync() < count);
        },
        scripts: false,
        width: 390);

    [Fact]
    public Task What_was_typed_for_one_suggestion_and_not_sent_comes_back_there_alone() => host.Visit(async page =>
    {
        await Import(page, "Not sent");
        var cards = page.Locator("article.suggestion");
        await cards.Nth(1).Locator("summary").ClickAsync();
        await cards.Nth(1).Locator("textarea").First.FillAsync("In my own words");

        await page.ReloadAsync();

        await Expect(cards.Nth(1).Locator("textarea").First).ToHaveValueAsync("In my own words");
        await Expect(page.GetByText("The text has changed since you wrote this")).ToHaveCountAsync(0);
        await Expect(page.Locator("article.suggestion details[open]")).ToHaveCountAsync(1);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task What_hangs_from_a_suggestion_that_is_unticked_follows_it_or_says_where_it_goes(bool scripts) => host.Visit(
        async page =>
        {
            await Import(page, $"Unticking {scripts}");
            await page.GotoAsync($"{page.Url.Split('?')[0]}/accept?first=yes");
            var above = page.Locator(".entering > li:has(.entering)").First;
            var (box, below, note) = (above.Locator("input").First, above.Locator(".entering input").First, above.Locator(".if-left").First);
            await Expect(note).ToBeHiddenAsync();

            await box.UncheckAsync();
            if (!scripts)
            {
                await Expect(below).ToBeCheckedAsync();
                await Expect(note).ToBeVisibleAsync();
                return;
            }

            await Expect(below).Not.ToBeCheckedAsync();
            await Expect(page.Locator("#announcer")).ToContainTextAsync("unticked, too");
            await box.CheckAsync();
            await Expect(below).ToBeCheckedAsync();

            // Whoever leaves out one by itself, or takes one without what is above it, has said so.
            await below.UncheckAsync();
            await box.UncheckAsync();
            await box.CheckAsync();
            await Expect(below).Not.ToBeCheckedAsync();
            await box.UncheckAsync();
            await below.CheckAsync();
            await Expect(note).ToBeVisibleAsync();
        },
        scripts: scripts);

    private static async Task Import(IPage page, string title)
    {
        await page.SignUp();
        await page.GotoAsync("/import");
        await page.Locator("main textarea[name=text]").FillAsync(Thread);
        await page.Locator("main input[name=title]").FillAsync(title);
        await page.Locator("main form[enctype] button:not(.link)").First.ClickAsync();
        await page.WaitForURLAsync("**/import/*");
        var next = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Go through the") });
        await Expect(next).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await next.ClickAsync();
        await Expect(page.Locator("article.suggestion").First).ToBeVisibleAsync();
    }

    private static async Task Examine(IPage page)
    {
        await page.NoBarrier();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "It is wider than the window.");
    }
}
