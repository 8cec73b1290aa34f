using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Gives a citation of a post other words of that post, as when the post was changed since. Whoever cited and the map's owner may. It stays the same citation, with its note and its author.</summary>
public static class CiteOtherWords
{
    /// <param name="Exact">The words, as they stand in the post now; at most 4,000 characters.</param>
    /// <param name="Prefix">Words right before them, to tell several places apart; at most 200 characters.</param>
    /// <param name="Suffix">Words right after them; at most 200 characters.</param>
    /// <param name="Start">Where they begin in the post's body, in UTF-16 units; looked for when missing.</param>
    /// <param name="Length">How long they are there.</param>
    public sealed record Request(string? Exact, string? Prefix = null, string? Suffix = null, int? Start = null, int? Length = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        var input = new InputCheck();
        var exact = input.Required("exact", request.Exact, Sources.CitationRow.MaxExactLength, "The quote");
        var prefix = input.Optional("prefix", request.Prefix, Sources.CitationRow.MaxContextLength, "The text before the quote");
        var suffix = input.Optional("suffix", request.Suffix, Sources.CitationRow.MaxContextLength, "The text after the quote");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditCitation, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindCitation(number, cancel) is not { IsWithdrawn: false } citation)
                {
                    return Refusal.NotFound($"There is no citation {number} in this map, or it has been withdrawn.");
                }

                if (citation.PostNumber is not { } inPost || await map.FindPost(citation.SourceNumber, inPost, cancel) is not { } post)
                {
                    return Refusal.Conflict("no-post", $"Citation {number} quotes no post of a thread. Withdraw it, and cite the other words.");
                }

                if (!map.MayChange(citation.AuthorId))
                {
                    return Refusal.Forbidden("This citation was added by somebody else. They and the map's owner can change it.");
                }

                var cited = PassageCitation.Of(post, new(exact, prefix, suffix, request.Start, request.Length), citation.State.About, citation.AuthorId, citation.Note);
                if (cited.Refusal is { } wrong)
                {
                    return wrong;
                }

                map.Change(citation, cited.Value);
                return null;
            },
            cancellation);
    }
}
