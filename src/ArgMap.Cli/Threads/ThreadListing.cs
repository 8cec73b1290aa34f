using System.Globalization;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Threads;

/// <summary>A thread as text for a person at a terminal: the report, then every post under the one it answers.</summary>
internal static class ThreadListing
{
    private const int DeepestIndent = 20;

    internal static async Task Write(ForumThread thread, TextWriter output)
    {
        await output.WriteLineAsync(thread.Title ?? "(no title)");
        foreach (var line in (string?[])[thread.Forum, thread.Address])
        {
            if (line is not null)
            {
                await output.WriteLineAsync(line);
            }
        }

        foreach (var file in thread.Report.Files)
        {
            await output.WriteLineAsync($"{file.Name}: {file.Format}{(file.Overruled ? " (as asked)" : " (recognised)")}, {file.Encoding}, {file.Found.ToString("N0", CultureInfo.InvariantCulture)} found");
        }

        foreach (var sentence in thread.Report.Sentences())
        {
            await output.WriteLineAsync(sentence);
        }

        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var post in thread.Posts)
        {
            var depth = post.ParentId is { } parent ? depths[parent] + 1 : 0;
            depths[post.Id] = depth;
            await WritePost(post, new string(' ', 2 * Math.Min(depth, DeepestIndent)), output);
        }
    }

    private static async Task WritePost(ThreadPost post, string indent, TextWriter output)
    {
        var author = post.Author.Name ?? (post.Author.State == AuthorState.Deleted ? "[deleted]" : "[unknown]");
        var time = post.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? post.CreatedAtAsWritten;
        var notes = string.Join(", ", ((string?[])
        [
            post.Kind == PostKind.Reply ? null : post.Kind.ToString().ToLowerInvariant(),
            time,
            post.Score is { } score ? $"score {score.ToString(CultureInfo.InvariantCulture)}" : null,
            post.State == PostState.Live ? null : post.State.ToString(),
            post.ParentFrom is ParentFrom.Missing or ParentFrom.CircleCut or ParentFrom.Guessed ? $"parent {post.ParentFrom}" : null,
        ]).OfType<string>());
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{indent}[{post.Id}] {author}{(notes.Length > 0 ? $" ({notes})" : "")}");
        foreach (var line in post.Body.Split('\n'))
        {
            await output.WriteLineAsync(indent + line);
        }

        foreach (var quote in post.Quotes)
        {
            await output.WriteLineAsync($"{indent}  quote: {quote.State}{(quote.PostId is { } source ? $" in [{source}]" : "")}{(quote.PassageStart is { } at ? $" at {at.ToString(CultureInfo.InvariantCulture)}" : "")}: {Short(quote.Text)}");
        }
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 80 ? line : line[..79] + "…";
    }
}
