using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>Makes a map with the node it is about. Who makes it owns it.</summary>
public static class CreateMap
{
    /// <param name="Title">The debate's name; 1 to 160 characters.</param>
    /// <param name="Root">What the debate is about, as a question or as a thesis; 1 to 500 characters. Node #1.</param>
    /// <param name="RootKind"><c>Question</c> (the default) or <c>Claim</c>, a thesis.</param>
    /// <param name="About">Markdown: where the debate comes from; at most 4,000 characters.</param>
    /// <param name="Visibility"><c>Public</c> (the default), <c>Unlisted</c> or <c>Private</c>.</param>
    public sealed record Request(string? Title, string? Root, string? RootKind = null, string? About = null, string? Visibility = null);

    public static Task<Outcome<Written>> Handle(MapWriter writer, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation) =>
        Handle(writer, actor, request, null, idempotencyKey, cancellation);

    /// <param name="writer">The way to write.</param>
    /// <param name="actor">Who makes the map.</param>
    /// <param name="request">What is in it.</param>
    /// <param name="wishedSlug">Its name in addresses, or null to take it from the title.</param>
    /// <param name="idempotencyKey">The person's key for this request.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<Outcome<Written>> Handle(MapWriter writer, Actor actor, Request request, string? wishedSlug, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var title = input.Required("title", request.Title, MapRow.MaxTitleLength, "The title");
        var root = input.Required("root", request.Root, Node.MaxTextLength, "The question or thesis");
        var rootKind = input.Choice<NodeKind>("rootKind", request.RootKind ?? nameof(NodeKind.Question), "What the debate is about");
        var about = input.Optional("about", request.About, MapRow.MaxAboutLength, "The introduction");
        var visibility = input.Choice<Visibility>("visibility", request.Visibility ?? nameof(Visibility.Public), "Who can read the map");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        // A listed map gets the plain name; one that is not listed must not be found by guessing its title.
        var plain = wishedSlug ?? Slug.FromTitle(title);
        var slug = visibility == Visibility.Public ? plain : Slug.WithRandomEnding(plain);
        return await writer.Create(
            new MapWrite(slug, actor, ChangeKind.CreateMap, idempotencyKey, request),
            free => new MapState(free, title, about, 1, visibility, actor.Id ?? Guid.Empty),
            map => map.Add(new NodeState(rootKind, root, null, map.Actor)),
            cancellation);
    }
}
