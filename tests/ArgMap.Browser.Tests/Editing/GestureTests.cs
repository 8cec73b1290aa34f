using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Editing;

/// <summary>Whatever can be done by hand can be done by keys, with the same outcome.</summary>
public sealed partial class GestureTests(BrowserHost host)
{
    [Fact]
    public Task A_node_is_dragged_elsewhere_and_a_line_shows_where_it_lands() => host.Visit(async page =>
    {
        await Begin(page);
        var (from, to) = (await Middle(page, 4), await Middle(page, 2));

        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 20, from.Y + 5);
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 5 });
        await Expect(page.Part(2)).ToHaveClassAsync(new Regex("is-landing"));
        await Expect(page.Locator(".edit-line")).ToHaveAttributeAsync("data-shown", "");
        await page.Mouse.UpAsync();

        await Expect(page.Part(5)).ToHaveAttributeAsync("data-up", "picture-2");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(5)).ToHaveAttributeAsync("data-up", "picture-1");
    });

    [Fact]
    public Task The_same_is_done_by_walking_there() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Part(4).FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Part(2)).ToBeFocusedAsync();
        await Expect(page.Part(2)).ToHaveClassAsync(new Regex("is-landing"));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Part(5)).ToHaveAttributeAsync("data-up", "picture-2");
    });

    [Fact]
    public Task A_node_is_linked_to_one_thing_more_after_it_is_said_what_it_does_there() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Part(4).FocusAsync();
        await page.Keyboard.PressAsync("l");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "It supports it" }).ClickAsync();

        await Expect(page.Part(4)).ToContainTextAsync("also support for #2");
    });

    [Fact]
    public Task A_node_cannot_hang_below_itself_and_stays_where_it_was() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Part(1).FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Part(2).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".edit-notice")).ToContainTextAsync("hangs below #1 itself");
        await Expect(page.Part(3)).ToHaveAttributeAsync("data-up", "picture-1");
    });

    [Fact]
    public Task Nodes_chosen_together_become_premises_of_one_step_and_are_taken_apart_again() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Part(2).FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(page.Locator("[aria-selected=true]")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("g");
        await Expect(page.Part(4)).ToHaveAttributeAsync("data-up", "picture-3");

        await page.Part(4).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the premises apart" }).ClickAsync();
        await Expect(page.Part(4)).Not.ToHaveAttributeAsync("data-up", "picture-3");
    });

    [Fact]
    public Task What_is_chosen_is_withdrawn_with_what_hangs_below_and_undo_brings_it_back() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Add(2, "o", "That objection overlooks something.");
        await page.Part(2).ClickAsync();
        await page.Part(4).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(page.Locator("[aria-selected=true]")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".picture .node")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(4)).ToBeVisibleAsync();
        await Expect(page.Part(2)).ToContainTextAsync("1 open");
    });

    [Fact]
    public Task What_was_just_added_is_drawn_although_something_else_is_chosen_while_it_is_on_its_way() => host.Visit(async page =>
    {
        await Begin(page);
        var chosen = new TaskCompletionSource();
        await page.RouteAsync(Sixth(), async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });
        await page.Part(2).ClickAsync();
        await page.Keyboard.PressAsync("o");
        await page.Field().FillAsync("That objection overlooks something.");
        await page.RunAndWaitForRequestAsync(() => page.Keyboard.PressAsync("Control+Enter"), Sixth());
        await page.Part(4).ClickAsync();
        await Expect(page.GetByText("#4 is chosen.")).ToBeVisibleAsync();
        chosen.SetResult();

        await Expect(page.Part(6)).ToContainTextAsync("That objection overlooks something.");
    });

    [Fact]
    public Task A_subtree_is_copied_as_text_and_pasted_after_it_is_shown_what_that_adds() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Add(2, "o", "That objection overlooks something.");
        await page.Part(2).ClickAsync();
        var copied = await Copied(page);
        Assert.Contains("That objection overlooks something.", copied, StringComparison.Ordinal);

        await page.Part(4).ClickAsync();
        await Paste(page, copied);
        await Expect(page.Locator("[data-ask]")).ToContainTextAsync("This adds 2 nodes");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Part(8)).ToContainTextAsync("A first reason against it.");
        await Expect(page.Part(8)).ToContainTextAsync("1 open");

        await page.Part(1).ClickAsync();
        await Paste(page, "[no end: \n <- -> nonsense");
        await Expect(page.Locator(".edit-notice, [data-ask]")).ToBeVisibleAsync();
        await Expect(page.Part(12)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task What_is_copied_is_as_the_map_is_now_although_it_was_chosen_before() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Add(2, "o", "That objection overlooks something.");
        await page.Part(2).ClickAsync();
        Assert.Contains("That objection overlooks something.", await Copied(page), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Part(6)).ToHaveCountAsync(0);
        await Expect(page.GetByText("#2 is chosen.")).ToBeVisibleAsync();

        Assert.DoesNotContain("That objection overlooks something.", await Copied(page), StringComparison.Ordinal);
    });

    [Fact]
    public Task Whoever_writes_what_is_there_already_is_shown_it_and_links_it_instead() => host.Visit(async page =>
    {
        await Begin(page);
        await page.Part(2).ClickAsync();
        await page.Keyboard.PressAsync("s");
        await page.Field().FillAsync("A second reason against this");
        await Expect(page.Locator(".edit-similar")).ToContainTextAsync("A second reason against it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Link this one instead" }).ClickAsync();

        await Expect(page.Field()).ToHaveCountAsync(0);
        await Expect(page.Part(4)).ToContainTextAsync("also support for #2");
        await Expect(page.Locator("[data-edit-drafts]")).ToBeEmptyAsync();
    });

    /// <summary>A map about #1, to which #2 and #4 object, by the steps #3 and #5.</summary>
    private static async Task Begin(IPage page)
    {
        await page.Edit(await page.MakeMap());
        await page.Add(1, "o", "A first reason against it.");
        await page.Add(1, "o", "A second reason against it.");
    }

    private static async Task<(float X, float Y)> Middle(IPage page, int number)
    {
        var box = await page.Part(number).BoundingBoxAsync() ?? throw new InvalidOperationException($"#{number} is not drawn.");
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>What a copy would put on the clipboard, as soon as there is something.</summary>
    private static async Task<string> Copied(IPage page)
    {
        var text = await page.WaitForFunctionAsync("""
            () => {
              const data = new DataTransfer();
              document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
              return data.getData('text/plain');
            }
            """);
        return await text.JsonValueAsync<string>();
    }

    private static Task Paste(IPage page, string text) => page.EvaluateAsync("""
        (text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, text);

    [GeneratedRegex(@"/picture\?at=6&", RegexOptions.None, 1000)]
    private static partial Regex Sixth();
}
