using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Benchmarks;

/// <summary>How the time to read a thread grows with how deep its input is nested, and how long its lists are: twice the depth is twice the input, and should be no more than about twice the time.</summary>
internal static class NestTable
{
    private const int Runs = 5;

    public static void Print()
    {
        Console.WriteLine("| input | depth or number | ms | ms for twice that | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, count, inputOf) in Shapes())
        {
            var (once, twice) = (Least(inputOf(count)), Least(inputOf(2 * count)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {count:N0} | {once:F0} | {twice:F0} | {twice / once:F1} |"));
        }
    }

    private static IEnumerable<(string Name, int Count, Func<int, string> InputOf)> Shapes()
    {
        foreach (var member in new[] { "data", "comment", "children", "items" })
        {
            yield return ($"JSON, objects in \"{member}\"", 10_000, depth => Nested($"{{\"{member}\":", "1", "}", depth));
            yield return ($"JSON, lists in \"{member}\"", 10_000, depth => Nested($"{{\"{member}\":[", "1", "]}", depth));
        }

        yield return ("JSON, lists", 50_000, depth => Nested("[", "1", "]", depth));
        yield return ("JSON, comments in each other", 2_000, depth => Nested("{\"id\":1,\"author\":\"Ada\",\"text\":\"Said.\",\"replies\":[", "", "]}", depth));
        yield return ("JSON, broken, opened in a text", 20_000, depth => "[{\"id\":1,\"author\":\"Ada\",\"text\":\"" + Nested("\"a\":{", "", "", depth));
        yield return ("JSON, members of one object", 20_000, count => "{" + string.Join(',', Enumerable.Range(0, count).Select(number => $"\"k{number}\":1")) + "}");
        yield return ("JSON, parents in a chain", 4_000, count => "[" + string.Join(',', Enumerable.Range(1, count).Select(number => $"{{\"id\":{number},\"parent_id\":{number - 1},\"author\":\"Ada\",\"text\":\"Said.\"}}")) + "]");
        yield return ("page, posts in each other", 1_000, depth => Page(Nested("<div class=\"comment\"><p class=\"meta\"><a class=\"author\" href=\"/u/1\">Ada</a> <time datetime=\"2024-01-01\">x</time></p><div class=\"body\"><p>Said.</p></div>", "", "</div>", depth)));
        yield return ("page, posts of one key", 2_000, count => Page(Nested("<div class=\"comment\" id=\"c1\"><a class=\"author\">Ada</a> <time datetime=\"2024-01-01\">x</time><p>Said.</p></div>", "", "", count)));
        yield return ("page, scripts of data", 2_000, count => Page(Nested("<script type=\"application/ld+json\">{\"@type\":\"Comment\",\"text\":\"Said.\",\"author\":{\"name\":\"Ada\"}}</script>", "", "", count)));
    }

    private static string Page(string body) => $"<html><head><title>T</title></head><body>{body}</body></html>";

    private static string Nested(string opens, string inner, string closes, int depth) =>
        new StringBuilder().Insert(0, opens, depth).Append(inner).Insert((depth * opens.Length) + inner.Length, closes, depth).ToString();

    /// <summary>The least of a number of runs, which other work on the machine disturbs least.</summary>
    private static double Least(string text)
    {
        var (bytes, least) = (Encoding.UTF8.GetBytes(text), double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                ThreadReading.Read([new ThreadInput("nest", bytes)]);
            }
            catch (ThreadFormatException)
            {
                // Nothing in it looks like posts, which takes as long to find out.
            }

            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return least;
    }
}
