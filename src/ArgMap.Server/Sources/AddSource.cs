using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Adds a source to a map. Title and medium are enough; nothing is fetched from its address.</summary>
public static class AddSource
{
    /// <param name="Title">Its title; 1 to 300 characters.</param>
    /// <param name="Medium"><c>ForumPost</c>, <c>CommentThread</c>, <c>Paper</c>, <c>Talk</c>, <c>Transcript</c>, <c>Podcast</c>, <c>Book</c>, <c>Analysis</c> or <c>Other</c>.</param>
    /// <param name="Url">Its http or https address; missing while nobody knows it, which makes it an open request.</param>
    /// <param name="Authors">Who made it, in order; at most 50 names of at most 120 characters.</param>
    /// <param name="Published">When: <c>2023</c>, <c>2023-02</c> or <c>2023-02-21</c>.</param>
    /// <param name="Minutes">How long it takes to hear or watch, in minutes; 1 to 100,000.</param>
    /// <param name="Words">How long it is to read, in words; 1 to 20,000,000. Counted when a text is given and this is not.</param>
    /// <param name="Note">Markdown: what is known of it, or asked for; at most 4,000 characters.</param>
    /// <param name="Text">Its words, when they may be kept here; at most 200,000 characters.</param>
    public record Request(
        string? Title,
        string? Medium,
        string? Url = null,
        IReadOnlyList<string>? Authors = null,
        string? Published = null,
        int? Minutes = null,
        int? Words = null,
        string? Note = null,
        string? Text = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var source = SourceInput.Check(input, request);
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AddSource, idempotencyKey, request),
            (map, _) =>
            {
                map.Add(source with { AddedBy = map.Actor });
                return Task.FromResult<Refusal?>(null);
            },
            cancellation);
    }
}
