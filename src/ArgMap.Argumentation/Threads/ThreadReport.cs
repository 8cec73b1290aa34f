using System.Globalization;

namespace ArgMap.Argumentation.Threads;

/// <summary>What reading a thread found, merged, missed and dropped, in numbers. Records found = posts + duplicates + older versions.</summary>
public sealed record ThreadReport
{
    /// <summary>Each file in the order given.</summary>
    public required IReadOnlyList<FileReport> Files { get; init; }

    /// <summary>Records of posts in the input, repeated ones included, and posts that only records of others tell of. As many as <see cref="Posts"/>, <see cref="DuplicatesDropped"/> and <see cref="OlderVersions"/> together.</summary>
    public int Found { get; init; }

    /// <summary>Posts of the thread.</summary>
    public int Posts { get; init; }

    /// <summary>How many of <see cref="Posts"/> are pages that the others comment on, of which an export holds little but title and address.</summary>
    public int Pages { get; init; }

    /// <summary>How many posts the forum says there are, the opening post included; null when it does not say. Forums err.</summary>
    public int? StatedCount { get; init; }

    /// <summary>Records that said the same as another one, or less.</summary>
    public int DuplicatesDropped { get; init; }

    /// <summary>Records that an edited version of the same post replaced.</summary>
    public int OlderVersions { get; init; }

    /// <summary>Posts that are named as parents and are not there.</summary>
    public int MissingParents { get; init; }

    /// <summary>Posts whose parent is not there.</summary>
    public int Orphans { get; init; }

    /// <summary>How many of <see cref="MissingParents"/> are what the thread is about, as where only the answers of a forum were saved.</summary>
    public int MissingOpenings { get; init; }

    /// <summary>How many of <see cref="Orphans"/> answer those.</summary>
    public int AnswersToMissingOpenings { get; init; }

    /// <summary>Where missing parents can be had, where the format tells: at most <see cref="MostMissingAt"/> addresses, or names of parts of the forum's interface.</summary>
    public IReadOnlyList<string> MissingAt { get; init; } = [];

    /// <summary>The most places that <see cref="MissingAt"/> lists.</summary>
    public const int MostMissingAt = 3;

    /// <summary>Circles of parents that were cut.</summary>
    public int CirclesCut { get; init; }

    /// <summary>Posts the forum names that the files do not hold.</summary>
    public int NotLoaded { get; init; }

    /// <summary>Numbers that the forum has given to posts which are not there: deleted, or not in the files.</summary>
    public int NumberGaps { get; init; }

    /// <summary>Posts deleted or removed that are kept as stubs.</summary>
    public int Deleted { get; init; }

    /// <summary>E-mail and IP addresses that were left out.</summary>
    public int AddressesDropped { get; init; }

    /// <summary>Quotes recognised.</summary>
    public int Quotes { get; init; }

    /// <summary>Quotes whose passage was found.</summary>
    public int QuotesFound { get; init; }

    /// <summary>How many of <see cref="QuotesFound"/> say the passage in nearly the same words.</summary>
    public int QuotesReworded { get; init; }

    /// <summary>Quotes that fit several passages.</summary>
    public int QuotesAmbiguous { get; init; }

    /// <summary>What was left out on purpose, by reason and number, such as trackbacks.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Places that could not be read as they are. At most <see cref="MostDamages"/> are listed.</summary>
    public IReadOnlyList<Damage> Damages { get; init; } = [];

    /// <summary>How many places could not be read, listed or not.</summary>
    public int DamageCount { get; init; }

    /// <summary>The most damaged places that are listed.</summary>
    public const int MostDamages = 100;

    private const int MostPlaces = 3;

    /// <summary>The report in plain sentences, one a line; what is zero is not said.</summary>
    public IReadOnlyList<string> Sentences()
    {
        List<string> lines = [];
        lines.Add(StatedCount is { } stated
            ? Posts <= stated ? $"{Number(Posts)} of the {Number(stated)} {(stated == 1 ? "post" : "posts")} the forum counts." : $"{Count(Posts, "post")}, where the forum counts {Number(stated)}."
            : Count(Posts, "post") + ".");
        Say(Pages, "of them is a page that the others comment on", "of them are pages that the others comment on");
        Say(DuplicatesDropped, "duplicate dropped", "duplicates dropped");
        Say(OlderVersions, "older version replaced", "older versions replaced");
        if (MissingOpenings > 0)
        {
            lines.Add($"{(MissingOpenings == 1 ? "The post that the thread is about is" : $"{Number(MissingOpenings)} posts that the threads are about are")} not in the files; {Kept(AnswersToMissingOpenings, MissingOpenings)}");
        }

        if (MissingParents > MissingOpenings)
        {
            lines.Add($"{Count(MissingParents - MissingOpenings, "parent")} missing; {Kept(Orphans - AnswersToMissingOpenings, MissingParents - MissingOpenings)}");
        }

        if (MissingAt.Count > 0)
        {
            var more = MissingParents - MissingAt.Count;
            lines.Add($"What is missing may still be had, and added as another file: {string.Join(", ", MissingAt)}{(more > 0 ? $" and {Number(more)} more" : "")}.");
        }

        Say(CirclesCut, "circle of parents cut", "circles of parents cut");
        Say(NotLoaded, "post that the forum names is not in the files", "posts that the forum names are not in the files");
        Say(NumberGaps, "number is missing in the counting of posts", "numbers are missing in the counting of posts");
        Say(Deleted, "post deleted or removed, kept as a stub", "posts deleted or removed, kept as stubs");
        Say(AddressesDropped, "e-mail or IP address left out", "e-mail or IP addresses left out");
        if (Quotes > 0)
        {
            lines.Add($"{Count(Quotes, "quote")}: {Number(QuotesFound)} found in the thread{(QuotesReworded > 0 ? $" ({Number(QuotesReworded)} in nearly the same words)" : "")}, {Number(QuotesAmbiguous)} fitting several passages, {Number(Quotes - QuotesFound - QuotesAmbiguous)} not found.");
        }

        lines.AddRange(LeftOut.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"Left out: {pair.Key}: {Number(pair.Value)}."));
        lines.AddRange(Damages.GroupBy(damage => (damage.File, damage.What), damage => damage.Place).Select(same => $"Damaged: {same.Key.File}, {Places([.. same])}: {same.Key.What}"));
        if (DamageCount > Damages.Count)
        {
            lines.Add($"{Number(DamageCount - Damages.Count)} more damaged places are not listed.");
        }

        return lines;

        void Say(int number, string one, string many)
        {
            if (number > 0)
            {
                lines.Add($"{Number(number)} {(number == 1 ? one : many)}.");
            }
        }
    }

    /// <summary>The first of several places that have the same wrong with them, and how many more there are.</summary>
    private static string Places(IReadOnlyList<string> places) => places.Count <= MostPlaces + 1
        ? string.Join("; ", places)
        : $"{string.Join("; ", places.Take(MostPlaces))} and {Number(places.Count - MostPlaces)} more places";

    private static string Kept(int posts, int parents) => $"{Count(posts, "post")} that {(posts == 1 ? "answers" : "answer")} {(parents == 1 ? "it" : "them")} kept at the top.";

    private static string Count(int number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>What one file held.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Format">The name of the format it was read as.</param>
/// <param name="Overruled">The format was chosen by the reader, not recognised.</param>
/// <param name="Encoding">The character encoding it was read in.</param>
/// <param name="Found">Records of posts in it.</param>
public sealed record FileReport(string Name, string Format, bool Overruled, string Encoding, int Found);

/// <summary>A place that could not be read as it is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Place">Where in it, such as "line 3, byte 118".</param>
/// <param name="What">What is wrong and what was done about it, as a sentence.</param>
public sealed record Damage(string File, string Place, string What);

/// <summary>Input that no thread can be read from. The message names the file and the place, in plain words.</summary>
public sealed class ThreadFormatException : Exception
{
    /// <summary>An error without words; use the constructor that takes the message.</summary>
    public ThreadFormatException()
    {
    }

    /// <summary>An error in plain words.</summary>
    public ThreadFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error in plain words, with what caused it.</summary>
    public ThreadFormatException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
