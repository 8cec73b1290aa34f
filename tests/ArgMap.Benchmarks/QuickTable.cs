using System.Diagnostics;
using System.Globalization;
using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Benchmarks;

/// <summary>The layout in a few seconds, as a table: time, what is allocated, and both for one box, which stay the same as long as the layout is linear.</summary>
internal static class QuickTable
{
    private static readonly int[] Counts = [1_000, 10_000, 100_000];

    public static void Print()
    {
        Console.WriteLine("| tree | boxes | ms | ns per box | MB allocated | bytes per box | Graphviz dot ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var dot = FindDot();
        foreach (var (name, parentsOf) in new (string, Func<int, int[]>)[] { ("random", Random), ("debate", Debate), ("one parent", Wide), ("chain", Chain), ("two of each", Binary) })
        {
            foreach (var count in Counts)
            {
                var parents = parentsOf(count);
                var sizes = Sizes(parents.Length);
                var (milliseconds, bytes) = Measure(() => TidyTree.Place(sizes, parents, siblingGap: 14, levelGap: 26));

                // dot takes minutes for more, and seconds for one level of a thousand.
                var theirs = dot is not null && count <= 1_000 && name is ("random" or "debate")
                    ? DotTime(dot, sizes, parents).ToString("F0", CultureInfo.InvariantCulture)
                    : "–";
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {parents.Length:N0} | {milliseconds:F2} | {milliseconds * 1_000_000 / parents.Length:F0} | {bytes / 1_000_000.0:F2} | {bytes / (double)parents.Length:F0} | {theirs} |"));
            }
        }

        Console.WriteLine(dot is null ? "\nGraphviz is not installed, so dot was not measured (Debian's package graphviz)." : "");
    }

    /// <summary>The least of a number of runs, which other work on the machine disturbs least, after some that let the compiler finish.</summary>
    private static (double Milliseconds, long Bytes) Measure(Action work)
    {
        for (var warm = 0; warm < 10; warm++)
        {
            work();
        }

        var times = new List<double>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        const int Runs = 15;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;
        return (times.Min(), bytes);
    }

    private static Size[] Sizes(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => new Size(252, 54 + (20 * random.Next(1, 9))))];
    }

    private static int[] Random(int count)
    {
        var random = new Random(2);
        return [TidyTree.NoParent, .. Enumerable.Range(1, count - 1).Select(before => random.Next(before))];
    }

    private static int[] Wide(int count) => [TidyTree.NoParent, .. Enumerable.Repeat(0, count - 1)];

    private static int[] Chain(int count) => [.. Enumerable.Range(-1, count)];

    private static int[] Binary(int count) => [TidyTree.NoParent, .. Enumerable.Range(1, count - 1).Select(index => (index - 1) / 2)];

    private static int[] Debate(int count)
    {
        var map = GeneratedMap.Of(new MapPlan(count, Texts: TextKind.Latin)).Map;
        var tree = MapTree.Of(map);
        var at = map.Nodes.Select(node => node.Number).Index().ToDictionary(each => each.Item, each => each.Index);
        return [.. map.Nodes.Select(node => tree.PathToRoot(node.Number).Skip(1).Where(at.ContainsKey).Select(number => at[number]).FirstOrDefault(TidyTree.NoParent))];
    }

    private static string? FindDot() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "dot")).FirstOrDefault(File.Exists);

    /// <summary>From starting the program to its end, without reading the graph in: an empty graph's time is taken off.</summary>
    private static double DotTime(string dot, Size[] sizes, int[] parents)
    {
        var nodes = sizes.Select((size, index) => string.Create(CultureInfo.InvariantCulture, $"n{index} [shape=box fixedsize=true width={size.Width / 72:F2} height={size.Height / 72:F2}]"));
        var edges = parents.Select((parent, index) => parent == TidyTree.NoParent ? "" : $"n{parent}->n{index}");
        return Run(string.Join('\n', nodes.Concat(edges))) - Run("");

        double Run(string body)
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(dot, "-Tplain") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            var reading = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write($"digraph g {{ {body} }}");
            process.StandardInput.Close();
            process.WaitForExit();
            reading.GetAwaiter().GetResult();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
