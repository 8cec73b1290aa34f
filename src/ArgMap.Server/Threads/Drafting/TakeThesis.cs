using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
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

    /// <summary>The number of the node that is still to be said what the map is about: its root, while that only repeats the map's title and nothing hangs from it; null when that is settled.</summary>
    public static int? Unsettled(MapView map, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Head.Root is { } root && map.Nodes.TryGetValue(root, out var node) && !node.IsWithdrawn && node.Text == map.Head.Title && map.Graph.Onto(root).Count == 0 && map.CitationCounts.GetValueOrDefault(root) == 0
            && map.Head.MayChange(actor, node.AuthorId) ? root : null;
    }

    /// <summary>The thesis that a title says, without what forums put around it, and whether it asks.</summary>
    public static (string Text, NodeKind Kind) FromTitle(string title)
    {
        var text = AroundTitles().Replace(PlainWords.Of(title), "").Trim();
        text = text.Length > 1 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        return (PlainWords.Shortened(text, Node.MaxTextLength), text.TrimEnd('"', '”', ')').EndsWith('?') ? NodeKind.Question : NodeKind.Claim);
    }

    /// <summary>The thesis to propose, and whether it asks: what the title says; where that is the cut off beginning of a sentence, the whole of it.</summary>
    /// <param name="title">The title.</param>
    /// <param name="sentences">Sentences of the opening post.</param>
    public static (string Text, NodeKind Kind) Proposed(string title, IEnumerable<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(title);
        return IsCut(title) && sentences.FirstOrDefault(sentence => Continues(sentence, title)) is { } whole ? (whole, NodeKind.Claim) : FromTitle(title);
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
                    Take(map, node, kind, typed!);
                    return null;
                }

                var known = await KnownSuggestions.Around(db, map.Map.Id, request.Thread, [number], cancel);
                if (!known.TryGetValue(number, out var suggestion) || suggestion.State == SuggestionState.Accepted)
                {
                    return Refusal.Conflict("answered", "This sentence is in the map already, or the thread was read anew. Look at the draft as it is now.");
                }

                Take(map, node, kind, string.IsNullOrEmpty(typed) ? SuggestedText.Of(suggestion)[0] : typed);
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

    /// <summary>A map that was called after the first words of a thread without a title, cut off, is called after what it is about.</summary>
    private static void Take(MapEdit map, NodeRow node, NodeKind kind, string text)
    {
        if (map.IsOwner && map.Map.Title is var title && IsCut(title) && node.Text == title && !Continues(text, title))
        {
            map.Change(map.Map.State with { Title = PlainWords.Shortened(text, MapRow.MaxTitleLength) });
        }

        map.Change(node, node.State with { Kind = kind, Text = text });
    }

    private static bool IsCut(string title) => title.EndsWith('…');

    private static bool Continues(string sentence, string cut) => sentence.StartsWith(cut.TrimEnd('…'), StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:[\[(](?:cmv|d|r|p|discussion|question|meta|serious)[\])]\s*[:\-–]?|(?:cmv|ask hn|show hn|tell hn|eli5|re|fwd?)\s*[:\-–])\s*|\s+\(self\.\w+\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AroundTitles();
}
