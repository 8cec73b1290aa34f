using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Says what one source is to another: a transcript of it, a response to it, a narration of it.</summary>
public static class LinkSources
{
    /// <param name="From">Number of the source that is a transcript, a response or a narration.</param>
    /// <param name="Kind"><c>TranscriptOf</c>, <c>RespondsTo</c> or <c>Narrates</c>.</param>
    /// <param name="To">Number of the source that it transcribes, responds to or narrates.</param>
    public sealed record Request(int From, string? Kind, int To);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var kind = input.Choice<SourceLinkKind>("kind", request.Kind, "What one source is to another");
        if (request.From == request.To)
        {
            input.Wrong("to", "A source cannot be joined to itself. Choose another one.");
        }

        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.LinkSources, idempotencyKey, request),
            async (map, cancel) =>
            {
                foreach (var (field, number) in new[] { ("from", request.From), ("to", request.To) })
                {
                    if (await map.FindSource(number, cancel) is not { IsWithdrawn: false })
                    {
                        return Refusal.Invalid(field, $"There is no source {number} in this map, or it has been withdrawn.");
                    }
                }

                var links = await map.SourceLinksOf(request.From, cancel);
                if (links.Exists(link => link.FromSource == request.From && link.Kind == kind && link.ToSource == request.To))
                {
                    return Refusal.Conflict("already-linked", "The map says this already. There is nothing left to do.");
                }

                if (kind is not SourceLinkKind.RespondsTo && links.Exists(link => link.FromSource == request.To && link.Kind == kind && link.ToSource == request.From))
                {
                    return Refusal.Conflict("linked-the-other-way", $"The map says the opposite: that source {request.To} {SourceLinkWords.Forward(kind)} source {request.From}. Take that away first if it is wrong.");
                }

                map.Add(new SourceLinkState(request.From, kind, request.To, map.Actor));
                return null;
            },
            cancellation);
    }
}
