using System.Globalization;
using ArgMap.EditorMemory;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

// Called by scripts/measure-editors, which makes what is needed: a server with the maps, and in it the hook that tells its memory.
if (args is not [var server, var socket, var mapList, var countList])
{
    await Console.Error.WriteLineAsync("usage: ArgMap.EditorMemory ADDRESS-OF-THE-SERVER SOCKET-OF-THE-HOOK PATHS-OF-MAPS COUNTS   (scripts/measure-editors calls it)");
    return 2;
}

// A closed editor may be missed for as long as the server keeps a lost connection.
const int MostRounds = 30;
var pause = TimeSpan.FromSeconds(6);
var counts = countList.Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).Order().ToList();
string[] arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
SetDefaultExpectTimeout(120_000);
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("ARGMAP_TEST_CHROMIUM") ?? "/usr/bin/chromium", Args = arguments });
await using var context = await browser.NewContextAsync(new() { BaseURL = server, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1400, Height = 900 } });
context.SetDefaultTimeout(120_000);
await SignUp();

Console.WriteLine("| map | open editors | managed kB each | resident kB each | managed MB before → open → closed | resident MB before → open → closed |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var map in mapList.Split(','))
{
    foreach (var count in counts)
    {
        // What the first ones leave behind stays whoever comes next: code, caches, the map itself.
        await Close(await Open(map, Math.Max(5, count / 2)));
        var before = await Settled(null);
        var editors = await Open(map, count);
        var open = await Memory.Of(socket);
        await Close(editors);
        var closed = await Settled(before);
        var (managed, resident) = (open.Managed - Math.Min(before.Managed, closed.Managed), open.Resident - Math.Min(before.Resident, closed.Resident));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {map} | {count} | {managed / 1000.0 / count:F0} | {resident / 1000.0 / count:F0} | {before.Managed / 1e6:F1} → {open.Managed / 1e6:F1} → {closed.Managed / 1e6:F1} | {before.Resident / 1e6:F0} → {open.Resident / 1e6:F0} → {closed.Resident / 1e6:F0} |"));
    }
}

return 0;

async Task SignUp()
{
    var page = await context.NewPageAsync();
    await page.GotoAsync("/sign-up");
    await page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Measuring {Guid.NewGuid().ToString("N")[..8]}");
    await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Guid.NewGuid().ToString());
    await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign up" }).ClickAsync();
    await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Measuring" })).ToBeVisibleAsync();
    await page.CloseAsync();
}

// Each has chosen a node and begun to write, as a person at work has.
async Task<List<IPage>> Open(string map, int count)
{
    var editors = new List<IPage>();
    for (var i = 0; i < count; i++)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{map}/edit");
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await Expect(page.Locator("[data-edit-state]")).ToBeEmptyAsync();
        await page.Locator(".picture .node").First.FocusAsync();
        await page.Keyboard.PressAsync("o");
        await page.Locator("form[data-form] textarea[name=text]").FillAsync($"What editor {i} is about to say.");
        editors.Add(page);
    }

    return editors;
}

static async Task Close(List<IPage> editors)
{
    foreach (var page in editors)
    {
        await page.CloseAsync(new() { RunBeforeUnload = false });
    }
}

// The memory when it falls no more, or is what it was.
async Task<Memory> Settled(Memory? target)
{
    using var timer = new PeriodicTimer(pause);
    var now = await Memory.Of(socket);
    for (var round = 0; round < MostRounds && (target is null ? round < 2 : now.Managed > target.Managed * 1.01); round++)
    {
        await timer.WaitForNextTickAsync();
        now = await Memory.Of(socket);
    }

    return now;
}
