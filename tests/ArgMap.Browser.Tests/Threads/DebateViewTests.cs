using ArgMap.Argumentation.Threads;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Threads.Debates;
using ArgMap.Server.Threads.Debate;
using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Threads;

/// <summary>The thread of a forum, read and mapped as a person does it.</summary>
public sealed class DebateViewTests(BrowserHost host)
{
    private static readonly IReadOnlyList<Said> Talk =
    [
        new("Ada", "Pure deception **would crystallise**, I think. See https://example.org/a/very/long/address/without/any/place/to/break/it/at/all/and/on/and/on/it/goes", null, 12),
        new("Bob", "> Pure deception would crystallise\n\nNothing keeps it there. Or does it?", 1, 3) { Quotes = [new("Pure deception would crystallise", 0, 34, 1, null, QuoteState.Folded, 1, 0, 36, 1)] },
        new("Ada", "Gradient descent does.", 2),
        new("Cy", "It does not.", 2) { IsVanished = true },
        new(null, "", 1) { State = PostState.RemovedByModerator },
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_debate_and_its_pages_have_no_barrier_and_fit_a_phone(bool isSignedIn)
    {
        var (slug, thread) = await Begin();
        string[] addresses = [Address.Debate(slug, thread), $"{Address.Debate(slug, thread)}&order=newest&at=2", Address.MakeFromPost(slug, thread, 2), Address.Coverage(slug, thread)];
        foreach (var width in new[] { 390, 1400 })
        {
            await host.Visit(
                async page =>
                {
                    if (isSignedIn)
                    {
                        await page.SignUp();
                    }

                    foreach (var address in addresses)
                    {
                        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
                        {
                            await page.EmulateMediaAsync(new() { ColorScheme = colours });
                            await page.GotoAsync(address);
                            await page.NoBarrier($"{address}, {colours}:");
                        }

                        var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                        Assert.True(tooWide <= 0, $"{address} is {tooWide} px wider than {width}.");
                    }
                },
                width: width,
                examined: true);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dates_and_badges_of_posts_wrap_where_letters_are_twice_as_large(bool byBrowser)
    {
        var (slug, thread) = await Begin();
        await host.Visit(
            async page =>
            {
                var browser = await page.Context.NewCDPSessionAsync(page);
                if (byBrowser)
                {
                    await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 32, @fixed = 32 } });
                }

                await page.GotoAsync(Address.Debate(slug, thread));
                await page.EvaluateAsync("large => { if (large) document.documentElement.style.fontSize = '200%'; }", !byBrowser);

                Assert.Empty(await page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll(".byline :is(time, .badge), .thread-head time")]
                      .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth - 4 || part.closest("p, .tools").scrollWidth > part.closest("p, .tools").clientWidth)
                      .map((part) => part.textContent)
                    """));
            },
            width: 390);
    }

    [Fact]
    public async Task Whoever_comes_back_without_an_account_sees_which_posts_are_new()
    {
        var (slug, thread) = await Begin();
        await host.Visit(async page =>
        {
            await page.GotoAsync(Address.Debate(slug, thread));
            await Assertions.Expect(page.Locator(".new-count")).ToHaveCountAsync(0);
            await page.EvaluateAsync(
                "([slug, thread]) => localStorage.setItem(`argmap-visit ${slug} ${thread}`, JSON.stringify({ since: null, seen: '2020-01-01T00:00:00Z', at: 0 }))",
                new[] { slug, $"{thread}" });
            await page.ReloadAsync();

            await Assertions.Expect(page.Locator(".new-count")).ToHaveTextAsync("5 new since 1 January 2020");
            await Assertions.Expect(page.Locator("#p2.is-new > .byline .new")).ToHaveTextAsync("new");

            // Those who come back within the same visit are told the same.
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator(".new-count")).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task Marked_words_become_an_objection_by_two_keys()
    {
        var (slug, thread) = await Begin();
        await host.Visit(async page =>
        {
            await page.SignUp();
            await page.GotoAsync(Address.Debate(slug, thread));
            await Mark(page, 2, "Nothing keeps it there");
            await Assertions.Expect(page.Locator(".make-bar")).ToBeVisibleAsync();

            await page.Keyboard.PressAsync("m");
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("an objection")).ToBeCheckedAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add it to the map" })).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");

            await Assertions.Expect(page.Locator("#p2 mark.kind-objection")).ToHaveTextAsync("Nothing keeps it there");
            await Assertions.Expect(page.Locator("#p2 sup a")).ToContainTextAsync("objection, stands");
            await page.Locator("#p2 sup a").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing keeps it there" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "post 2 by Bob" }).First.ClickAsync();
            await Assertions.Expect(page.Locator("mark:target")).ToHaveTextAsync("Nothing keeps it there");
        });
    }

    [Fact]
    public async Task Marked_words_can_be_mapped_by_touch()
    {
        var (slug, thread) = await Begin();
        await host.Visit(
            async page =>
            {
                await page.SignUp();
                await page.GotoAsync(Address.Debate(slug, thread));
                await Mark(page, 3, "Gradient descent");
                await page.Locator(".make-bar button").TapAsync();
                await page.GetByRole(AriaRole.Dialog).GetByLabel("a claim by itself").CheckAsync();
                await page.GetByRole(AriaRole.Dialog).GetByLabel("nothing yet").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Add it to the map" }).TapAsync();
                await Assertions.Expect(page.Locator("#p3 mark")).ToHaveTextAsync("Gradient descent");
            },
            width: 390,
            touch: true);
    }

    [Fact]
    public async Task A_branch_is_folded_by_its_line_and_a_post_mapped_by_its_form_without_a_script()
    {
        var (slug, thread) = await Begin();
        await host.Visit(
            async page =>
            {
                await page.SignUp();
                await page.GotoAsync(Address.Debate(slug, thread));
                await page.Locator("#p2 > details > summary").ClickAsync(new() { Position = new() { X = 12, Y = 60 } });
                await Assertions.Expect(page.Locator("#p3")).ToBeHiddenAsync();
                await Assertions.Expect(page.Locator("#p2 > .byline")).ToContainTextAsync("2 replies");
                await page.Locator("#p2 > details > summary").ClickAsync();
                await page.Locator("#p3").GetByRole(AriaRole.Link, new() { Name = "Make a node" }).ClickAsync();
                await page.GetByLabel("The words of the post").FillAsync("Gradient descent does");
                await page.GetByLabel("an objection").CheckAsync();
                await page.GetByLabel("Something else in the map").FillAsync("1");
                await page.GetByLabel("What the node says").FillAsync("Gradient descent keeps it there.");
                await page.GetByRole(AriaRole.Button, new() { Name = "Add it to the map" }).ClickAsync();
                await Assertions.Expect(page.Locator("#p3 mark")).ToHaveTextAsync("Gradient descent does");
                await page.Locator("#p4").GetByRole(AriaRole.Button, new() { Name = "Nothing to map here" }).ClickAsync();
                await Assertions.Expect(page.Locator("#p4").GetByRole(AriaRole.Button, new() { Name = "Take that back" })).ToBeVisibleAsync();
            },
            scripts: false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_post_full_of_links_a_few_keys_lead_to_a_node_of_one_of_its_sentences(bool scripts)
    {
        var ada = await host.App.Person($"ada {Guid.NewGuid().ToString("N")[..8]}");
        var slug = await host.App.MapOf(ada);
        var links = string.Join(' ', Enumerable.Range(1, 20).Select(number => $"[source {number}](https://example.org/{number})"));
        var thread = await StoredThread.In(host.App, slug, ada, [new("Ada", $"Shops need people. {links}\n\nPeople come on foot.", null), new("Bob", "They do not.", 1)]);
        await host.Visit(
            async page =>
            {
                await page.SignUp();
                await page.GotoAsync(Address.Debate(slug, thread));
                await page.Locator("#p1 > details > summary").FocusAsync();
                foreach (var key in scripts ? (string[])["m"] : ["Tab", "Enter", "Tab", "Enter"])
                {
                    await page.Keyboard.PressAsync(key);
                }

                await Assertions.Expect(page.GetByLabel("Shops need people.")).ToBeFocusedAsync();
                while (!await page.GetByLabel("People come on foot.").IsCheckedAsync())
                {
                    await page.Keyboard.PressAsync("ArrowDown");
                }

                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add it to the map" })).ToBeFocusedAsync();
                await Assertions.Expect(page.GetByLabel("What the node says")).ToHaveValueAsync("People come on foot.");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator("#p1 mark")).ToHaveTextAsync("People come on foot.");
            },
            scripts: scripts);
    }

    [Fact]
    public async Task The_focus_goes_from_post_to_post_by_j_and_k()
    {
        var (slug, thread) = await Begin();
        await host.Visit(async page =>
        {
            await page.GotoAsync(Address.Debate(slug, thread));
            await page.Keyboard.PressAsync("j");
            await Assertions.Expect(page.Locator("#p1")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("j");
            await Assertions.Expect(page.Locator("#p2")).ToBeFocusedAsync();
            await page.Locator("#p2 > details > summary").PressAsync("Enter");
            await page.Keyboard.PressAsync("j");
            await Assertions.Expect(page.Locator("#p5")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("k");
            await Assertions.Expect(page.Locator("#p2")).ToBeFocusedAsync();
        });
    }

    private static Task Mark(IPage page, int post, string words) => page.EvaluateAsync(
        """
        ([post, words]) => {
          const walker = document.createTreeWalker(document.querySelector(`#p${post} > details > .prose`), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error(`There is no “${words}” in post ${post}.`);
        }
        """,
        new object[] { post, words });

    private async Task<(string Slug, int Thread)> Begin()
    {
        var ada = await host.App.Person($"ada {Guid.NewGuid().ToString("N")[..8]}");
        var slug = await host.App.MapOf(ada);
        var thread = await StoredThread.In(host.App, slug, ada, Talk);
        Assert.Null((await DebatePageTests.Make(host.App, slug, thread, 1, ada, new(nameof(PassageUse.Answer), new("Pure deception would crystallise"), 1, "Pure deception would crystallise."))).Refusal);
        return (slug, thread);
    }
}
