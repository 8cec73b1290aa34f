using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Says what a map made from a thread is about: a thesis or a question, in words of one's own or in those of a suggestion. Whoever may edit the map's first node may.</summary>
public static partial class TakeThesis
{
    /// <param name="Thread">Number of the thread's source.</param>
    /// <param name="Kind"><c>Claim</c> or <c>Question</c>; a claim when missing.</param>
    /// <param name="Text">What it says; the suggestion's words when missing.</param>
    /// <param name="Suggestion">The suggestion whose words it takes; it counts as accepted.</param>
    public sealed record Request(int Thread, string? Kind, string? Text, int? Suggestion);

    /// <summary>The number of the node that is still to be said what the map is about: its root, while it is as it was made and nothing hangs from it; null when that is settled.</summary>
    public static int? Unsettled(MapView map, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Head.Root is { } root && map.Nodes.TryGetValue(root, out var node) && node is { IsWithdrawn: false, Revision: 1 } && map.Graph.Onto(root).Count == 0 && map.CitationCounts.GetValueOrDefault(root) == 0
            && map.Head.MayChange(actor, node.AuthorId) ? root : null;
    }

    /// <summary>The thesis that a title says, without what forums put around it, and whether it asks.</summary>
    public static (string Text, NodeKind Kind) FromTitle(string title)
    {
        var text = AroundTitles().Replace(PlainWords.Of(title), "").Trim();
        text = text.Length > 1 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        return (PlainWords.Shortened(text, Node.MaxTextLength), text.TrimEnd('"', '”', ')').EndsWith('?') ? NodeKind.Question : NodeKind.Claim);
    }

    public static async Task<Outcome<Written>> Handle(
        MapWriter writer, ArgMapDbContext db, TimeProvider clock, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        var input = new InputCheck();
        var kind = input.Choice<NodeKind>("kind", request.Kind ?? nameof(NodeKind.Claim), "What the map is about");
        var typed = request.Suggestion is null ? input.Required("thesis", request.Text, Node.MaxTextLength, "The thesis or question") : input.Optional("thesis", request.Text, Node.MaxTextLength, "The thesis or question");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, request.Suggestion is null ? ChangeKind.EditNode : ChangeKind.AcceptSuggestions, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (await map.FindSource(request.Thread, cancel) is not { IsWithdrawn: false } || !await db.ForumThreads.AnyAsync(thread => thread.MapId == map.Map.Id && thread.SourceNumber == request.Thread, cancel))
                {
                    return Refusal.Invalid("thread", $"Source {request.Thread} of this map is no imported thread, or it has been withdrawn. Look at the draft as it is now.");
                }

                if (map.Map.Root is not { } root || await map.FindNode(root, cancel) is not { IsWithdrawn: false } node)
                {
                    return Refusal.Conflict("no-root", "This map is about nothing yet. Choose a node that it is about in its settings.");
                }

                if (!map.MayChange(node.AuthorId))
                {
                    return Refusal.Forbidden($"#{root} was added by somebody else. Its author and the map's owner can say what the map is about.");
                }

                if (request.Suggestion is not { } number)
                {
                    map.Change(node, node.State with { Kind = kind, Text = typed! });
                    return null;
                }

                var known = await KnownSuggestions.Around(db, map.Map.Id, request.Thread, [number], cancel);
                if (!known.TryGetValue(number, out var suggestion) || suggestion.State == SuggestionState.Accepted)
                {
                    return Refusal.Conflict("answered", "This sentence is in the map already, or the thread was read anew. Look at the draft as it is now.");
                }

                map.Change(node, node.State with { Kind = kind, Text = string.IsNullOrEmpty(typed) ? SuggestedText.Of(suggestion)[0] : typed });
                var acceptance = new Acceptance(map, request.Thread, known);
                if (await acceptance.Add(new(number, nameof(AcceptedAs.Citation), null, $"#{root}"), cancel) is { } not)
                {
                    return not;
                }

                await acceptance.Keep(db, clock.GetUtcNow(), cancel);
                return null;
            },
            cancellation);
    }

    [GeneratedRegex(@"^\s*(?:[\[(](?:cmv|d|r|p|discussion|question|meta|serious)[\])]\s*[:\-–]?|(?:cmv|ask hn|show hn|tell hn|eli5|re|fwd?)\s*[:\-–])\s*|\s+\(self\.\w+\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AroundTitles();
}
