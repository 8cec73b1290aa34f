using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Text;

namespace ArgMap.Server.Threads.Importing;

/// <summary>What a thread is called, where nobody has given it a name.</summary>
internal static partial class ThreadTitle
{
    private const int MostLength = 90;

    /// <summary>Its own title, or its first words.</summary>
    public static string Of(ForumThread thread)
    {
        if (thread.Title is { } title && UserText.Clean(title).Trim() is { Length: > 0 } clean)
        {
            return clean;
        }

        var words = thread.Posts.Select(post => FirstWords(UserText.Clean(post.Body))).FirstOrDefault(words => words.Length > 0);
        return words ?? (thread.Forum is { } forum ? $"A thread of {forum}" : "A thread");
    }

    /// <summary>What its address suggests before it has been fetched: the words at its end, or the name of the site.</summary>
    public static string Of(Uri address)
    {
        var words = address.Segments.Select(segment => Uri.UnescapeDataString(segment).Trim('/'))
            .Where(segment => segment.Length > 12 && segment.Any(character => character is '-' or '_') && segment.All(character => char.IsLetterOrDigit(character) || character is '-' or '_'))
            .MaxBy(segment => segment.Count(character => character is '-' or '_'));
        if (words is null)
        {
            return $"A thread of {address.Host}";
        }

        var title = words.Replace('-', ' ').Replace('_', ' ').Trim();
        return title.Length == 0 ? $"A thread of {address.Host}" : char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>The first line of a text that says something, without marks of quotes and lists, cut at a word.</summary>
    private static string FirstWords(string body)
    {
        foreach (var line in body.EnumerateLines())
        {
            var words = line.TrimStart("> *-#\t_").Trim().ToString().Replace("*", "", StringComparison.Ordinal);
            if (PostPlan.CountWords(words) < 2)
            {
                continue;
            }

            if (words.Length <= MostLength)
            {
                return words.TrimEnd('.', ':', ',');
            }

            // A thread mostly begins with what it is about, and the sentence is better whole than its words cut off.
            if (FirstSentence().Match(words) is { Success: true } sentence && PostPlan.CountWords(sentence.Value) > 3)
            {
                return sentence.Value.TrimEnd('.', ':', ' ');
            }

            var cut = words.LastIndexOf(' ', MostLength);
            return words[..(cut > MostLength / 2 ? cut : MostLength)].TrimEnd('.', ',', ';', ':') + "…";
        }

        return "";
    }

    // At most two lines of a heading.
    [GeneratedRegex(@"^.{8,140}?[.?!](?=\s+\p{Lu})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FirstSentence();
}
