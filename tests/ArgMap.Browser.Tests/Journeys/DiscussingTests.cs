using System.Text.RegularExpressions;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Threads as their people use them, with scripts and without.</summary>
public sealed class DiscussingTests(BrowserHost host)
{
    /// <summary>More comments than a thread shows unfolded.</summary>
    private const int Many = 34;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_permalink_opens_the_folded_comments_above_the_one_it_names(bool scripts) => host.Visit(
        async page =>
        {
            var name = await page.SignUp();
            var (first, last) = await Discuss(name, node: scripts ? 3 : 4);

            await page.GotoAsync($"{BrowserHost.Demo}/n/{(scripts ? 3 : 4)}");
            await Expect(page.Locator($"#c{first}")).ToBeVisibleAsync();
            await Expect(page.Locator($"#c{last}")).ToBeHiddenAsync();

            await page.GotoAsync($"{BrowserHost.Demo}/c/{last}");
            await Expect(page).ToHaveURLAsync(new Regex($"#c{last}$"));
            await Expect(page.Locator($"#c{last}").GetByText($"Words {Many}.")).ToBeVisibleAsync();
            await Expect(page.Locator($"#c{last}")).ToBeInViewportAsync();
        },
        scripts);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Whoever_edits_what_changed_meanwhile_sees_both_texts_and_can_save_theirs(bool scripts) => host.Visit(
        async page =>
        {
            await page.SignUp();
            await page.GotoAsync($"{BrowserHost.Demo}/n/5");
            await page.Locator("#thread summary", new() { HasTextString = "Write a comment" }).ClickAsync();
            await page.GetByLabel("Your comment").FillAsync("As first written.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex(@"#c\d+$"));
            var edit = $"{BrowserHost.Demo}/c/{Regex.Match(page.Url, @"\d+$").Value}/edit";

            await page.GotoAsync(edit);
            var other = await page.Context.NewPageAsync();
            await other.GotoAsync(edit);
            await Save(other, "From the other window.");
            await Expect(other).ToHaveURLAsync(new Regex(@"#c\d+$"));
            await Save(page, "From this window.");

            var conflict = page.Locator(".notice-conflict");
            await Expect(conflict).ToContainTextAsync("From the other window.");
            await Expect(conflict).ToContainTextAsync("From this window.");
            await Expect(page.GetByLabel("The comment")).ToHaveValueAsync("From this window.");

            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.Locator("#thread")).ToContainTextAsync("From this window.");
        },
        scripts);

    [Fact]
    public Task Back_from_a_form_that_was_opened_in_place_leads_to_where_it_stood() => host.Visit(async page =>
    {
        await page.SignUp();
        await page.GotoAsync($"{BrowserHost.Demo}/outline");
        await page.GotoAsync($"{BrowserHost.Demo}/n/2");
        var heading = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        await page.GetByRole(AriaRole.Article).Locator("summary", new() { HasTextString = "Object" }).First.ClickAsync();
        await page.GetByLabel("Your objection").First.FillAsync("Half an objection");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^More") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Object to #2");

        await page.GoBackAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await Expect(page.GetByLabel("Your objection").First).ToHaveValueAsync("Half an objection");
    });

    private static async Task Save(IPage page, string text)
    {
        await page.GetByLabel("The comment").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    /// <summary>A chain of replies, longer than what a thread shows unfolded.</summary>
    /// <returns>The numbers of the first comment and of the last.</returns>
    private async Task<(int First, int Last)> Discuss(string name, int node)
    {
        var actor = await host.App.With<ArgMapDbContext, Actor>(async db =>
        {
            var person = await db.People.SingleAsync(person => person.UserName == name);
            return new Actor(person.Id, person.UserName);
        });
        List<int> comments = [];
        for (var index = 1; index <= Many; index++)
        {
            var request = new AddComment.Request($"Words {index}.", comments.Count == 0 ? null : comments[^1]);
            var added = await host.App.With<MapWriter, Outcome<Written>>(writer =>
                AddComment.Handle(writer, DemoMap.Current.LoadedSlug, node, actor, request, null, CancellationToken.None));
            comments.Add(added.Value.AddedComment!.Value);
        }

        return (comments[0], comments[^1]);
    }
}
