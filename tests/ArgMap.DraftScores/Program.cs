using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.DraftScores;

// Scores drafts of annotated threads: how well claims are told, what kind a link across authors is given, and which passage is chosen as its target.
var paths = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
if (paths.Count != 1 || !Directory.Exists(paths[0]))
{
    await Console.Error.WriteLineAsync("usage: score-draft FOLDER\nFOLDER holds threads in the format of the annotated ChangeMyView threads, as .xml files at any depth.");
    return 2;
}

var files = Directory.EnumerateFiles(paths[0], "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
var score = new Score();
foreach (var file in files)
{
    score.Add(GoldThread.Read(await File.ReadAllTextAsync(file)), CueTable.English);
}

if (score.Threads == 0)
{
    await Console.Error.WriteLineAsync($"{paths[0]} holds no .xml files.");
    return 1;
}

foreach (var line in score.Lines())
{
    Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

return 0;
