using System.Globalization;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Importing;

/// <summary>How imports are spoken of.</summary>
internal static class ImportWords
{
    /// <summary>An import in a list, such as "42 posts from news.example".</summary>
    public static string Of(ImportView import)
    {
        var from = import.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $" from {uri.Host}" : "";
        return import.State switch
        {
            ImportState.Done when import.Outcome is { IsUnchanged: true } => $"Nothing new{from}",
            ImportState.Done => $"{Plural.Of(import.PostsStored, "post")}{from}",
            ImportState.Failed => $"Failed{from}",
            ImportState.Cancelled => $"Stopped{from}",
            _ => $"Being read{from}",
        };
    }

    /// <summary>What an import is doing, as a heading.</summary>
    public static string Heading(ImportView import) => import.State switch
    {
        ImportState.Waiting => "The thread will be read in a moment",
        ImportState.Fetching => "Fetching the thread",
        ImportState.Reading => "Reading the thread",
        ImportState.Storing => "Storing the posts",
        ImportState.Drafting => "Looking for claims and objections",
        ImportState.Done when import.Outcome is { IsUnchanged: true } => "Nothing has changed there",
        ImportState.Done => import.Source is not null && import.Outcome is { New: > 0, Unchanged: 0, Changed: 0 } ? "The thread is here" : "The thread is up to date",
        ImportState.Failed => "The thread could not be read",
        _ => "Stopped",
    };

    /// <summary>What an import changed, a sentence each; what is zero is not said.</summary>
    public static IEnumerable<string> Changes(ImportOutcome outcome)
    {
        if (outcome.WasThere)
        {
            yield return "The map had this thread already, so it was brought up to date and not added once more.";
        }

        if (outcome.Changed + outcome.Unchanged + outcome.Vanished > 0)
        {
            yield return $"{Number(outcome.New, "post is", "posts are")} new, {Number(outcome.Changed, "has", "have")} changed, {Number(outcome.Unchanged, "is", "are")} as before.";
        }

        if (outcome.Vanished > 0)
        {
            yield return $"{Number(outcome.Vanished, "post is", "posts are")} not in the thread any more; {(outcome.Vanished == 1 ? "it is" : "they are")} kept here and marked.";
        }

        if (outcome.IsMended)
        {
            yield return "What was given is damaged, so it was read together with what was given before.";
        }

        if (outcome.Unseen > 0)
        {
            yield return $"{Number(outcome.Unseen, "post that was here before is", "posts that were here before are")} not in what was read. As that is damaged, lacks parts or came in another way than before, {(outcome.Unseen == 1 ? "it is" : "they are")} not taken to be gone.";
        }

        if (outcome.DraftedPosts is { } drafted)
        {
            yield return $"The thread is very long: suggestions were made of the first {Number(drafted, "post", "posts")}. Passages of all others can be taken by hand.";
        }

        foreach (var said in (outcome.Notes ?? []).Concat(outcome.NotFetched ?? []))
        {
            yield return said;
        }
    }

    /// <summary>What became of the passages that the map cites; null when all stand as they were cited.</summary>
    public static string? Passages(ImportOutcome outcome)
    {
        var parts = new[] { (outcome.Moved, Number(outcome.Moved, "stands elsewhere in its post", "stand elsewhere in their posts")), (outcome.Uncertain, $"{Number(outcome.Uncertain, "needs", "need")} a look"), (outcome.Orphaned, $"{Number(outcome.Orphaned, "is", "are")} gone") };
        var said = string.Join(", ", parts.Where(part => part.Item1 > 0).Select(part => part.Item2));
        return said.Length == 0 ? null : $"Of the passages cited, {said}.";
    }

    /// <summary>A format in words.</summary>
    public static string Format(string names) => string.Join(", ", names.Split(',', StringSplitOptions.TrimEntries)
        .Select(name => ThreadReading.Formats.FirstOrDefault(format => format.Name == name).Description ?? name));

    /// <summary>A size in words: "640 kB", "7.5 MB".</summary>
    public static string Bytes(long bytes) => bytes < 1048576
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024):N0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:N1} MB");

    private static string Number(int number, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : several)}");
}
