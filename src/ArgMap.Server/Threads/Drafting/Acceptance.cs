using System.Collections.Immutable;
using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Adds suggestions to a locked map, one after the other: the nodes, the step onto what they hang from, and the citation of each passage.</summary>
internal sealed class Acceptance(MapEdit map, int thread, IReadOnlyDictionary<int, KnownSuggestion> known)
{
    /// <summary>What was made of a suggestion.</summary>
    internal sealed record MadeOf(int? Node = null, int? Relation = null, int? Citation = null, int? Source = null);

    private readonly Dictionary<int, KnownSuggestion> now = new(known);
    private readonly Dictionary<int, NodeKind> newNodes = [];
    private readonly Dictionary<int, SourceState> newSources = [];

    /// <summary>What was made so far, by the suggestion's number.</summary>
    internal Dictionary<int, MadeOf> Made { get; } = [];

    /// <summary>The suggestion that a target such as <c>S3</c> names; null when it names none.</summary>
    internal static int? SuggestionIn(string? target) =>
        target?.TrimStart() is ['S' or 's', .. var rest] && int.TryParse(rest.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Adds one, or says why not.</summary>
    internal async Task<Refusal?> Add(AcceptSuggestions.Item item, CancellationToken cancellation)
    {
        var suggestion = now[item.Number];
        var input = new InputCheck();
        var kind = item.As is null ? AcceptedAsWords.Default(suggestion.Kind, item.Target is null ? Hanging.Of(suggestion.Suggestion, now, map.Map.Root) : new Hanging(null, null, null), isOnQuestion: false) : input.Choice<AcceptedAs>("as", item.As, "What it becomes");
        var most = kind is AcceptedAs.Source or AcceptedAs.Request ? SourceRow.MaxTitleLength : Node.MaxTextLength;
        var given = item.Texts ?? SuggestedText.Of(suggestion);
        var texts = given.Select((text, index) => (Index: index, Text: input.Optional(index == 0 ? "text" : $"text-{index + 1}", text, most, "The text"))).Where(each => each.Text is not null).ToList();
        if (texts.Count == 0 && kind is not (AcceptedAs.Citation or AcceptedAs.Remark))
        {
            input.Wrong("text", "The text is missing. Write what the node shall say, in one sentence that stands alone.");
        }

        if (texts.Count > Relation.MaxPremises)
        {
            input.Wrong("text", $"A step has at most {Relation.MaxPremises} premises; these are {texts.Count}. Empty those that matter less.");
        }

        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        var target = await Target(suggestion, item.Target, kind, cancellation);
        if (target.Refusal is { } missing)
        {
            return missing;
        }

        if (item.As is null && target.Value.On is { } on && await IsQuestion(on, cancellation))
        {
            kind = AcceptedAsWords.Default(suggestion.Kind, new Hanging(on, null, null), isOnQuestion: true);
        }

        var made = kind switch
        {
            AcceptedAs.Source or AcceptedAs.Request => await AddSource(suggestion, kind, texts[0].Text!, target.Value.On, cancellation),
            AcceptedAs.Remark => await AddRemark(suggestion, texts.FirstOrDefault().Text, target.Value.On, cancellation),
            AcceptedAs.Citation => await Cite(suggestion, target.Value.On, cancellation),
            _ => await AddNodes(suggestion, kind, [.. texts.Select(each => (each.Index, each.Text!))], target.Value.On, cancellation),
        };
        if (made.Refusal is { } not)
        {
            return not;
        }

        Made[item.Number] = made.Value;
        now[item.Number] = suggestion with { State = SuggestionState.Accepted, MadeNode = made.Value.Node, MadeRelation = made.Value.Relation, MadeSource = made.Value.Source };
        return null;
    }

    /// <summary>Notes beside the suggestions what was made of them, within the write's transaction.</summary>
    internal async Task Keep(ArgMapDbContext db, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var (number, made) in Made)
        {
            await db.Suggestions.Where(row => row.MapId == map.Map.Id && row.SourceNumber == thread && row.Number == number).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, SuggestionState.Accepted)
                    .SetProperty(row => row.AnsweredBy, map.Actor)
                    .SetProperty(row => row.AnsweredAt, at)
                    .SetProperty(row => row.MadeNode, made.Node)
                    .SetProperty(row => row.MadeRelation, made.Relation)
                    .SetProperty(row => row.MadeCitation, made.Citation)
                    .SetProperty(row => row.MadeSource, made.Source)
                    .SetProperty(row => row.MadeRevision, map.Map.Revision + 1),
                cancellation);
        }
    }

    private sealed record Found(Thing? On);

    /// <summary>What it hangs from: what the person chose, else what is suggested.</summary>
    private async Task<Outcome<Found>> Target(KnownSuggestion suggestion, string? chosen, AcceptedAs kind, CancellationToken cancellation)
    {
        if (kind is AcceptedAs.Claim)
        {
            return new Found(null);
        }

        if (chosen is null)
        {
            var hanging = Hanging.Of(suggestion.Suggestion, now, map.Map.Root);
            return new Found(hanging.On ?? (hanging.Suggestion is not null && map.Map.Root is { } root && suggestion.Kind is not SuggestionKind.Source ? new Thing(ThingKind.Node, root) : null));
        }

        if (string.IsNullOrWhiteSpace(chosen))
        {
            return new Found(null);
        }

        if (SuggestionIn(chosen) is { } other)
        {
            if (other == suggestion.Number)
            {
                return Refusal.Invalid("target", $"S{other} is this suggestion itself, and nothing can hang from itself. Give another suggestion, a node such as #12, or nothing.");
            }

            return now.TryGetValue(other, out var known) && known.Made is { } became
                ? new Found(became)
                : Refusal.Invalid("target", $"Suggestion S{other} is not in the map yet, so nothing can hang from it. Accept it first.");
        }

        if (TypedNumber.Of(chosen.Trim().TrimStart('#').Split(' ')[0]) is not { } number)
        {
            return Refusal.Invalid("target", $"“{PlainWords.Shortened(chosen, 40)}” is no node of this map. Give a number such as #12, that of another suggestion such as S3, or nothing.");
        }

        var found = await PremisesAndTarget.Find(map, [], number, cancellation);
        return found.Refusal is { } refusal ? refusal : new Found(found.Value);
    }

    private async Task<bool> IsQuestion(Thing target, CancellationToken cancellation) =>
        target.Kind == ThingKind.Node && (newNodes.TryGetValue(target.Number, out var kind) ? kind : (await map.FindNode(target.Number, cancellation))!.Kind) == NodeKind.Question;

    private async Task<Outcome<MadeOf>> AddNodes(KnownSuggestion suggestion, AcceptedAs kind, List<(int Index, string Text)> texts, Thing? target, CancellationToken cancellation)
    {
        var nodeKind = kind == AcceptedAs.Question ? NodeKind.Question : NodeKind.Claim;
        var numbers = new List<int>();
        int? firstCitation = null;
        foreach (var (index, text) in texts)
        {
            var number = map.Add(new NodeState(nodeKind, text, null, map.Actor));
            newNodes[number] = nodeKind;
            numbers.Add(number);
            if (index < suggestion.Suggestion.Passages.Count)
            {
                var cited = await Citation(suggestion.Suggestion.Passages[index], new Thing(ThingKind.Node, number), cancellation);
                if (cited.Refusal is { } refusal)
                {
                    return refusal;
                }

                firstCitation ??= cited.Value;
            }
        }

        int? step = null;
        if (target is { } on && AcceptedAsWords.Step(kind, await IsQuestion(on, cancellation)) is { } relation)
        {
            step = map.Add(new RelationState(relation, [.. numbers], on, map.Actor));
        }

        return new MadeOf(numbers[0], step, firstCitation);
    }

    /// <summary>Cites a passage of the thread.</summary>
    private async Task<Outcome<int>> Citation(DraftPassage passage, Thing about, CancellationToken cancellation)
    {
        if (await Post(passage, cancellation) is not { } post)
        {
            return Refusal.Conflict("post-gone", "The post that these words stood in is not in the thread any more.");
        }

        var length = Math.Min(passage.Length, CitationRow.MaxExactLength);
        var cited = PassageCitation.Of(post, new(passage.Length == length ? passage.Text : null, Start: passage.Start, Length: length), about, map.Actor);
        return cited.Refusal is { } refusal ? refusal : map.Add(cited.Value);
    }

    private Task<PostRow?> Post(DraftPassage passage, CancellationToken cancellation) =>
        int.TryParse(passage.Post, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? map.FindPost(thread, number, cancellation) : Task.FromResult<PostRow?>(null);

    private async Task<Outcome<MadeOf>> Cite(KnownSuggestion suggestion, Thing? target, CancellationToken cancellation)
    {
        if (target is not { Kind: ThingKind.Node } node)
        {
            return Refusal.Invalid("target", "Say which node of the map says this already, such as #12.");
        }

        int? first = null;
        foreach (var passage in suggestion.Suggestion.Passages)
        {
            var cited = await Citation(passage, node, cancellation);
            if (cited.Refusal is { } refusal)
            {
                return refusal;
            }

            first ??= cited.Value;
        }

        return new MadeOf(node.Number, null, first);
    }

    /// <summary>A view is how sure its writer is, not a property of what they are sure of: it goes into the thread of that, in their words.</summary>
    private async Task<Outcome<MadeOf>> AddRemark(KnownSuggestion suggestion, string? text, Thing? target, CancellationToken cancellation)
    {
        if (target is not { } about)
        {
            return Refusal.Invalid("target", "Say what this is a view of: the number of a node of the map, such as #12.");
        }

        var passage = suggestion.Suggestion.Passages[0];
        var own = SuggestedText.Of(suggestion)[0];
        var comment = map.Add(new CommentState(about, null, SuggestedRemark.Of(suggestion, text is null || text == own ? null : text), map.Actor));
        var cited = await Citation(passage, new Thing(ThingKind.Comment, comment), cancellation);
        return cited.Refusal is { } refusal ? refusal : new MadeOf(Citation: cited.Value);
    }

    /// <summary>A source, or the address of one that was asked for. The node it was given for cites it.</summary>
    private async Task<Outcome<MadeOf>> AddSource(KnownSuggestion suggestion, AcceptedAs kind, string title, Thing? target, CancellationToken cancellation)
    {
        var address = kind == AcceptedAs.Source ? SourceInput.CheckUrl(new InputCheck(), "url", suggestion.Suggestion.Address) : null;
        var asked = suggestion.Kind == SuggestionKind.Source && suggestion.Suggestion.Target?.Suggestion is { } request ? now.GetValueOrDefault(request)?.MadeSource : null;
        if (asked is { } wanted)
        {
            var state = newSources.GetValueOrDefault(wanted) ?? (await map.FindSource(wanted, cancellation))?.State;
            if (state is { IsWithdrawn: false, Url: null })
            {
                var words = suggestion.Suggestion.Passages is [var said, ..] ? PlainWords.Of(said.Text) : "";
                await Replace(wanted, state with { Url = address, Note = PlainWords.Shortened($"{state.Note}\n\nAnswered{By(suggestion)}: “{words}”{(address is null ? ", but the text has lost the address." : "")}", SourceRow.MaxNoteLength) }, cancellation);
                return new MadeOf(Source: wanted, Citation: Give(wanted, target));
            }
        }

        var quoted = suggestion.Suggestion.Passages is [var passage, ..] ? PlainWords.Shortened(PlainWords.Of(passage.Text), 600) : "";
        var note = kind == AcceptedAs.Request ? $"Asked for{By(suggestion)}: “{quoted}”" : $"Given{By(suggestion)}: “{quoted}”";
        var source = new SourceState(title, SuggestedMedium.Of(address, $"{title} {quoted}"), address, ImmutableArray<string>.Empty, null, null, null, note, null, map.Actor);
        var number = map.Add(source);
        newSources[number] = source;
        return new MadeOf(Source: number, Citation: Give(number, target));
    }

    private int? Give(int source, Thing? target) =>
        target is { } about ? map.Add(new CitationState(about, source, null, null, null, null, null, null, map.Actor)) : null;

    private Task Replace(int source, SourceState after, CancellationToken cancellation)
    {
        newSources[source] = after;
        return map.ChangeSource(source, after, cancellation);
    }

    private static string By(KnownSuggestion suggestion) =>
        string.Create(CultureInfo.InvariantCulture, $"{(suggestion.Author is { } author ? $" by {author}" : "")}{(suggestion.Post is { } post ? $" in post {post}" : "")}");
}
