using System.Text;
using ArgMap.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Threads;

/// <summary>Posts that no one wishes for: names and words without an end, tables wider than the page, other scripts, deep answers.</summary>
public sealed class UnusualPostsTests(BrowserHost host)
{
    private static readonly string LongWord = string.Concat(Enumerable.Repeat("Verschlüsselung", 12));

    private static string Thread => System.Text.Json.JsonSerializer.Serialize(new
    {
        comments = new object[]
        {
            new { id = "a", author = "ada", body = "I think the street should be closed to cars, because people stay longer where no cars are.", title = "Should the street be closed?" },
            new { id = "b", parent_id = "a", author = LongWord, body = $"I do not agree, because {LongWord} says so. See https://example.org/{LongWord}?{LongWord}." },
            new { id = "c", parent_id = "b", author = "Tab", body = $"| Year | Cars | {string.Join(" | ", Enumerable.Repeat("Another column", 8))} |\n|---|--:|{string.Concat(Enumerable.Repeat("---|", 8))}\n| 2020 | 3,000 | {string.Join(" | ", Enumerable.Repeat("words", 8))} |\n\nI think that this shows it." },
            new { id = "d", parent_id = "c", author = "يوسف", body = "أعتقد أن إغلاق الشارع فكرة جيدة، لأن الناس يمشون أكثر." },
        }.Concat(Enumerable.Range(0, 40).Select(level => new { id = $"n{level}", parent_id = level == 0 ? "d" : $"n{level - 1}", author = LongWord, body = $"I don't think so, because number {level} is missing." })),
    });

    [Fact]
    public Task They_widen_no_page_and_a_table_scrolls_inside_itself() => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync("/import");
            await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "thread.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Thread) });
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the thread" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The thread is here");
            var map = page.Url[..page.Url.IndexOf("/import/", StringComparison.Ordinal)];
            string[] parts = ["/debate", "/draft", "/draft?order=rank", "/draft/accept?thread=1&first=yes", "/draft/cues", "/debate/1/coverage", "/debate/1/passages", "/debate/1/3/make", "/import?thread=1"];
            foreach (var address in parts.Select(part => map + part).Prepend(page.Url))
            {
                await page.GotoAsync(address);
                Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{address} is wider than the window.");
                await page.NoBarrier(address);
            }

            await page.GotoAsync($"{map}/debate");
            await Expect(page.Locator("#p3 table th").First).ToHaveTextAsync("Year");
            Assert.True(await page.Locator("#p3 .scrolls").EvaluateAsync<bool>("table => table.scrollWidth > table.clientWidth && table.getBoundingClientRect().right <= innerWidth"));
            await page.GotoAsync($"{map}/debate/1/coverage");
            Assert.True(await page.GetByRole(AriaRole.Columnheader, new() { Name = "Posts" }).EvaluateAsync<bool>("cell => cell.getBoundingClientRect().right < innerWidth"), "The names leave no room for the numbers.");
        },
        width: 390,
        examined: true);
}
