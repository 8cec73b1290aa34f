using System.Globalization;
using ArgMap.Argumentation.Generation;
using ArgMap.Peers;
using Microsoft.Playwright;

// Called by scripts/compare-canvases, which makes what is needed: the server with generated maps, the bundled pages of the peers.
if (args is not [var ours, var folder, var sizeList, var roundCount, var diaryFile]
    || !int.TryParse(roundCount, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) || rounds < 1)
{
    await Console.Error.WriteLineAsync("usage: ArgMap.Peers ADDRESS-OF-OUR-SERVER FOLDER-OF-BUNDLED-PAGES SIZES ROUNDS FILE-OF-VISITS   (scripts/compare-canvases calls it)");
    return 2;
}

string[] arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("ARGMAP_TEST_CHROMIUM") ?? "/usr/bin/chromium", Args = arguments });
await using var peers = new PeerSite(folder);
await peers.Start();
var visitor = new Visitor(browser);
var failures = 0;
var diary = Diary.In(diaryFile);

foreach (var size in sizeList.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
{
    var map = $"{ours}/m/generated-{size}-1";
    var drawn = DrawnMap.Of(GeneratedMap.Of(new MapPlan(size)));
    Contender[] contenders =
    [
        Contender.Ours("ArgMap, as it opens", map),
        Contender.Ours("ArgMap, all drawn", $"{map}?depth=all"),
        Contender.ReactFlow("React Flow", peers.Address + peers.Add("react-flow", drawn)),
        Contender.ReactFlow("React Flow, only what is visible", peers.Address + peers.Add("react-flow", drawn) + "?visible"),
        Contender.Cytoscape("Cytoscape.js", peers.Address + peers.Add("cytoscape", drawn)),
        Contender.Cytoscape("Cytoscape.js, tuned", peers.Address + peers.Add("cytoscape", drawn) + "?fast"),
    ];

    // Once each before it counts: the server's caches and the browser's own start. Then turn by turn, beginning with another each time.
    for (var round = 0; round <= rounds; round++)
    {
        foreach (var contender in contenders.Skip(round % contenders.Length).Concat(contenders.Take(round % contenders.Length)))
        {
            if (round > 0 && diary.Has(size, contender.Name, round))
            {
                continue;
            }

            try
            {
                var visit = await visitor.Measure(contender, CancellationToken.None);
                if (round > 0)
                {
                    diary.Add(size, contender.Name, round, visit);
                }

                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size} nodes, round {round} of {rounds}: {contender.Name}: usable {visit.Usable:F0} ms, pan p95 {visit.Pan.Late:F1} ms, zoom p95 {visit.Zoom.Late:F1} ms"));
            }
            catch (Exception e) when (e is TimeoutException or PlaywrightException or InvalidOperationException)
            {
                // The others are worth measuring; what is missing is tried again by the next call.
                failures++;
                await Console.Error.WriteLineAsync($"{size} nodes, round {round} of {rounds}: {contender.Name} failed: {e.Message}");
            }
        }
    }

    Console.WriteLine(Table.Of(size, contenders.Select(contender => (contender.Name, diary.Of(size, contender.Name)))));
}

return failures == 0 ? 0 : 1;
