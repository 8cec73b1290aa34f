using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Threads;

/// <summary>A thread as JSON, for programs. Offsets count UTF-16 units of a post's <c>body</c>; times are in UTC.</summary>
internal static class ThreadDocument
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private sealed record Document(string Format, string? Forum, string? Title, string? Address, ThreadReport Report, IReadOnlyList<string> Summary, IEnumerable<Post> Posts);

    private sealed record Post(
        string ExternalId, string? Parent, ParentFrom ParentFrom, string? StatedParent, PostKind Kind, PostAuthor Author, DateTimeOffset? CreatedAt, string? CreatedAtAsWritten,
        DateTimeOffset? EditedAt, int? Version, PostState State, int? Score, string? Title, string? Address, string Body, IEnumerable<Quote> Quotes, IReadOnlyList<string> Links,
        IReadOnlyList<PostReaction> Reactions);

    private sealed record Quote(string Text, int Start, int Length, int Depth, string? StatedAuthor, string? StatedPost, QuoteState State, string? Post, Passage? Passage, int Matches);

    private sealed record Passage(int Start, int Length, string Text);

    internal static async Task Write(ForumThread thread, Stream output, CancellationToken cancellation)
    {
        var posts = thread.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        var document = new Document(thread.Format, thread.Forum, thread.Title, thread.Address, thread.Report, thread.Report.Sentences(), thread.Posts.Select(post => Of(post, posts)));
        await JsonSerializer.SerializeAsync(output, document, Options, cancellation);
        await output.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private static Post Of(ThreadPost post, Dictionary<string, ThreadPost> posts) => new(
        post.Id, post.ParentId, post.ParentFrom, post.StatedParentId, post.Kind, post.Author, post.CreatedAt, post.CreatedAtAsWritten, post.EditedAt, post.Version, post.State, post.Score,
        post.Title, post.Address, post.Body, post.Quotes.Select(quote => Of(quote, posts)), post.Links, post.Reactions);

    private static Quote Of(PostQuote quote, Dictionary<string, ThreadPost> posts) => new(
        quote.Text, quote.Start, quote.Length, quote.Depth, quote.StatedAuthor, quote.StatedPostId, quote.State, quote.PostId,
        quote is { PassageStart: { } start, PassageLength: { } length, PostId: { } post } ? new Passage(start, length, posts[post].Body.Substring(start, length)) : null, quote.Matches);
}
