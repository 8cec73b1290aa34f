using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Answers an open request: gives the address of a source that has none. Anyone who is signed in may, whoever asked.</summary>
public static class GiveAddress
{
    /// <param name="Url">The source's http or https address.</param>
    public sealed record Request(string? Url);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        input.Required("url", request.Url, SourceRow.MaxUrlLength, "The address");
        var url = SourceInput.CheckUrl(input, "url", request.Url);
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditSource, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindSource(number, cancel) is not { } source)
                {
                    return Missing.Source(number);
                }

                if (source.IsWithdrawn)
                {
                    return Refusal.Conflict("withdrawn", $"The source “{source.Title}” has been withdrawn, so its address is not asked for any more.");
                }

                if (source.Url is { } known && known != url)
                {
                    return Refusal.Conflict("address-known", $"The source “{source.Title}” has an address by now: {known}. If it is wrong, say so in a thread; whoever added the source and the map's owner can change it.");
                }

                map.Change(source, source.State with { Url = url });
                return null;
            },
            cancellation);
    }
}
