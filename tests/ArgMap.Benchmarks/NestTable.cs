using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Benchmarks;

/// <summary>How the time to read a thread, and to draft a map from it, grows with how deep its input is nested, and how much it holds of one kind: twice the depth is twice the input, and should be no more than about twice the time.</summary>
internal static class NestTable
{
    private const int Runs = 5;

    public static void Print()
    {
        Console.WriteLine("| input | depth or number | ms | ms for twice that | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, count, inputOf) in Shapes())
        {
            Row(name, count, size => Least(() => Read(inputOf(size))));
        }

        foreach (var (name, count, postsOf) in Posts())
        {
            Row($"draft, {name}", count, size => Read(Thread(postsOf(size))) is { } thread ? Least(() => ThreadDrafting.Draft(thread)) : 0);
        }
    }

    private static void Row(string name, int count, Func<int, double> timeOf)
    {
        var (once, twice) = (timeOf(count), timeOf(2 * count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {count:N0} | {once:F0} | {twice:F0} | {twice / once:F1} |"));
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
        yield return ("JSON, empty objects", 100_000, count => $"[{string.Join(',', Enumerable.Repeat("{}", count))}]");
        yield return ("JSON, posts that each quote another", 1_000, count => Thread(Enumerable.Range(0, count).Select(number => $"> {Sentence(number * 7 % (number + 1))}\n\n{Sentence(number)}")));
        yield return ("mails, each above all before it", 60, count => string.Concat(Enumerable.Range(0, count).Select(number => $"From a@example.org Mon Jan  1 10:00:00 2024\nFrom: Ada{number}\nMessage-ID: <m{number}@example.org>\n{(number == 0 ? "" : $"In-Reply-To: <m{number - 1}@example.org>\n")}Subject: Maps\n\n{string.Concat(Enumerable.Range(0, 40).Select(line => Sentence((number * 40) + line) + "\n"))}\n{(number == 0 ? "" : string.Concat(Enumerable.Range(0, 400).Select(line => "> " + Sentence(Math.Max(0, (number * 40) - 1 - line)) + "\n")))}\n")));
        yield return ("text, lines", 10_000, count => Said(count, '\n'));
        yield return ("text, blank lines below a quote", 20_000, count => $"> Said.{new string('\n', count)}No.");
        yield return ("page, posts without a key in each other", 200, depth => Page(Nested("<div class=\"comment\"><a class=\"author\">Ada</a> <time datetime=\"2024-01-01\">x</time><p>Said.</p>", "", "</div>", depth)));
        yield return ("page, posts in each other", 1_000, depth => Page(Nested("<div class=\"comment\"><p class=\"meta\"><a class=\"author\" href=\"/u/1\">Ada</a> <time datetime=\"2024-01-01\">x</time></p><div class=\"body\"><p>Said.</p></div>", "", "</div>", depth)));
        yield return ("page, posts of one key", 2_000, count => Page(Nested("<div class=\"comment\" id=\"c1\"><a class=\"author\">Ada</a> <time datetime=\"2024-01-01\">x</time><p>Said.</p></div>", "", "", count)));
        yield return ("page, scripts of data", 2_000, count => Page(Nested("<script type=\"application/ld+json\">{\"@type\":\"Comment\",\"text\":\"Said.\",\"author\":{\"name\":\"Ada\"}}</script>", "", "", count)));
    }

    /// <summary>What posts say, the first first; each answers the one before.</summary>
    private static IEnumerable<(string Name, int Count, Func<int, IEnumerable<string>> PostsOf)> Posts()
    {
        yield return ("sentences of a post and of its answer", 1_000, count => [Said(count, ' '), Said(count, ' ')]);
        yield return ("the same sentence in one post", 2_000, count => [string.Concat(Enumerable.Repeat("I think that maps help. ", count))]);
        yield return ("quotes of one post", 1_000, count => [Said(count, ' '), string.Join("\n\n", Enumerable.Range(0, count).Select(number => $"> {Sentence(number)}\n\nNo, {Sentence(number + 1)}"))]);
        yield return ("quotes of nothing in one post", 1_000, count => ["Maps?", string.Join("\n\n", Enumerable.Range(0, count).Select(number => $"> {Sentence(number)}\n\nNo, {Sentence(number + 1)}"))]);
        yield return ("links in one line", 1_000, count => [string.Join(' ', Enumerable.Range(0, count).Select(number => $"https://example.org/{number}"))]);
        yield return ("signs in one line", 100_000, count => [new string('[', count)]);
        yield return ("posts in a chain", 1_000, count => Enumerable.Range(0, count).Select(Sentence));
    }

    private static string Said(int count, char between) => string.Join(between, Enumerable.Range(0, count).Select(Sentence));

    /// <summary>A sentence that shares some of its words with many others.</summary>
    private static string Sentence(int number) => $"I think that the map of town {number} should help people in house {number % 97} to decide on road {number % 31}.";

    private static string Thread(IEnumerable<string> posts) =>
        JsonSerializer.Serialize(posts.Select((text, number) => new { id = number + 1, parent_id = number == 0 ? (int?)null : number, author = $"Ada{number % 57}", text }));

    private static string Page(string body) => $"<html><head><title>T</title></head><body>{body}</body></html>";

    private static string Nested(string opens, string inner, string closes, int depth) =>
        new StringBuilder().Insert(0, opens, depth).Append(inner).Insert((depth * opens.Length) + inner.Length, closes, depth).ToString();

    /// <summary>The least of a number of runs, which other work on the machine disturbs least.</summary>
    private static double Least(Action work)
    {
        var least = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return least;
    }

    /// <summary>The thread; null where nothing looks like posts, which takes as long to find out.</summary>
    private static ForumThread? Read(string text)
    {
        try
        {
            return ThreadReading.Read([new ThreadInput("nest", Encoding.UTF8.GetBytes(text))]);
        }
        catch (ThreadFormatException)
        {
            return null;
        }
    }
}
