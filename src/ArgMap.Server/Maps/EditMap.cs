using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>Changes a map's title, introduction, root or visibility. Its owner may.</summary>
public static class EditMap
{
    /// <param name="Title">The debate's name; 1 to 160 characters.</param>
    /// <param name="About">Markdown: where the debate comes from; at most 4,000 characters.</param>
    /// <param name="Root">Number of the node the debate is about; left as it is when missing.</param>
    /// <param name="Visibility"><c>Public</c>, <c>Unlisted</c> or <c>Private</c>; left as it is when missing.</param>
    /// <param name="BasedOn">The map's revision that the person saw, or null to overwrite.</param>
    public sealed record Request(string? Title, string? About, int? Root = null, string? Visibility = null, int? BasedOn = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var title = input.Required("title", request.Title, MapRow.MaxTitleLength, "The title");
        var about = input.Optional("about", request.About, MapRow.MaxAboutLength, "The introduction");
        Visibility? visibility = request.Visibility is null ? null : input.Choice<Visibility>("visibility", request.Visibility, "Who can read the map");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditMap, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (!map.IsOwner)
                {
                    return Refusal.Forbidden("Only the map's owner can change its title, introduction, root and visibility.");
                }

                if (request.Root is { } root && await map.FindNode(root, cancel) is not { IsWithdrawn: false })
                {
                    return Refusal.Invalid("root", $"There is no node #{root} in this map that the debate could be about.");
                }

                var changedIn = await map.LastChangeOfMapItself(cancel);
                if (map.ConflictIfChanged("The map's description", changedIn, request.BasedOn, $"{map.Map.Title}\n\n{map.Map.About}", $"{title}\n\n{about}") is { } conflict)
                {
                    return conflict;
                }

                var before = map.Map.State;
                map.Change(before with { Title = title, About = about, Root = request.Root ?? before.Root, Visibility = visibility ?? before.Visibility });
                return null;
            },
            cancellation);
    }
}
