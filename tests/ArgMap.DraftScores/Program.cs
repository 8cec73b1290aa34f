using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.DraftScores;

// Scores drafts of annotated threads: how well claims are told, what kind a link across authors is given, and which passage is chosen as its target.
var (fits, folds) = (args.Contains("--fit"), 0);
var at = Array.IndexOf(args, "--folds");
var isWrong = at >= 0 && (at + 1 == args.Length || !int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out folds) || folds < 2);
var paths = args.Where((argument, index) => !argument.StartsWith("--", StringComparison.Ordinal) && (at < 0 || index != at + 1)).ToList();
if (isWrong || paths.Count != 1 || !Directory.Exists(paths[0]))
{
    await Console.Error.WriteLineAsync("""
        usage: score-draft FOLDER [--folds N | --fit]
        FOLDER holds threads in the format of the annotated ChangeMyView threads, as .xml files at any depth.
        --folds N  scores each thread with numbers fitted to the others, N parts being left out in turn
        --fit      prints the table of cues with the column "claim" fitted to the threads
        """);
    return 2;
}

List<GoldThread> threads = [];
foreach (var file in Directory.EnumerateFiles(paths[0], "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    threads.Add(GoldThread.Read(await File.ReadAllTextAsync(file)));
}

if (threads.Count == 0)
{
    await Console.Error.WriteLineAsync($"{paths[0]} holds no .xml files.");
    return 1;
}

if (fits)
{
    Console.Write(ClaimWeights.Table(ClaimWeights.Fit([.. threads.SelectMany(Score.Labelled)])));
    return 0;
}

if (folds > 0)
{
    foreach (var byOpening in (bool[])[true, false])
    {
        var (held, bayes) = Folds.Scored(threads, folds, byOpening);
        Print(byOpening ? "threads with the same opening left out together" : "each thread for itself", held);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"claim, naive Bayes P {bayes.Precision:0.000}  R {bayes.Recall:0.000}  F1 {bayes.F1:0.000}"));
    }

    return 0;
}

var score = new Score();
threads.ForEach(thread => score.Add(thread, CueTable.English));
Print(null, score);
return 0;

static void Print(string? heading, Score score)
{
    if (heading is not null)
    {
        Console.WriteLine(heading);
    }

    foreach (var line in score.Lines())
    {
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
