using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Database;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>What a suggestion would hang from in the map.</summary>
/// <param name="On">A node or step that is in the map; null when it hangs from nothing, or from <paramref name="Suggestion"/>.</param>
/// <param name="Suggestion">Number of another suggestion that would have to be accepted first; null when there is none.</param>
/// <param name="Because">Why, in plain words; null when it is just what the map is about.</param>
/// <param name="IsTurned">An objection between was rejected: what supported that objection objects to what it was about, and the other way round.</param>
public sealed record Hanging(Thing? On, int? Suggestion, string? Because, bool IsTurned = false)
{
    /// <summary>The most suggestions that are accepted with one because it hangs from them.</summary>
    public const int MostWith = 3;

    /// <summary>
    /// Where a suggestion hangs: from what another suggestion became; from that other one while it is open; where that would have hung when it was rejected, is no
    /// node or only a courtesy; else from what the map is about.
    /// </summary>
    /// <param name="suggestion">The suggestion.</param>
    /// <param name="known">Those it may lead to, by number, with what became of them.</param>
    /// <param name="root">The node the map is about; null when there is none.</param>
    public static Hanging Of(Suggestion suggestion, IReadOnlyDictionary<int, KnownSuggestion> known, int? root)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(known);
        var seen = new HashSet<int> { suggestion.Number };
        var target = suggestion.Target;
        var because = target?.Because;

        // Claims of one text stand side by side, under what the first of them is about: they do not each support the one before.
        while (suggestion.Kind is SuggestionKind.Claim && target?.Suggestion is { } beside && !seen.Contains(beside) && known.TryGetValue(beside, out var sibling) && IsBeside(suggestion, sibling.Suggestion))
        {
            seen.Add(beside);
            target = sibling.Suggestion.Target;
            because = target is null ? null : "It stands beside others of the same text that are about it.";
        }

        if (suggestion.Kind is SuggestionKind.Source)
        {
            return OfSource(suggestion, known);
        }

        var isTurned = false;
        while (target?.Suggestion is { } number && seen.Add(number) && known.TryGetValue(number, out var other))
        {
            if (other.Made is { } made)
            {
                return new Hanging(made, null, because, isTurned);
            }

            if (other.State == SuggestionState.Open && other.Kind is not (SuggestionKind.View or SuggestionKind.Source or SuggestionKind.Request) && !other.Suggestion.IsCourtesy)
            {
                return new Hanging(null, number, because, isTurned);
            }

            isTurned ^= other.Kind == SuggestionKind.Objection;
            target = other.Suggestion.Target;
            because = null;
        }

        return new Hanging(root is { } thesis ? new Thing(ThingKind.Node, thesis) : null, null, target is { Suggestion: null, Passage.Start: null } ? target.Because : null, isTurned);
    }

    /// <summary>The suggestions that have to be accepted for it to hang where it is meant to, the first to accept first.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<KnownSuggestion> Before(Suggestion suggestion, IReadOnlyDictionary<int, KnownSuggestion> known, int? root)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var chain = new List<KnownSuggestion>();
        for (var at = suggestion; chain.Count < MostWith && Of(at, known, root).Suggestion is { } number && !chain.Exists(other => other.Number == number) && number != suggestion.Number;)
        {
            chain.Add(known[number]);
            at = known[number].Suggestion;
        }

        chain.Reverse();
        return chain;
    }

    private static bool IsBeside(Suggestion claim, Suggestion other) =>
        other is { Kind: SuggestionKind.Claim, Cue: not "quote", Passages: [var first, ..] } && claim.Passages is [var own, ..] && own.Post == first.Post;

    /// <summary>A source that answers a request hangs from that; another is cited by the node that was last made of the text before it, since it was given for that.</summary>
    private static Hanging OfSource(Suggestion source, IReadOnlyDictionary<int, KnownSuggestion> known)
    {
        if (source.Target?.Suggestion is { } request && known.TryGetValue(request, out var asked) && asked.State == SuggestionState.Open)
        {
            return new Hanging(null, request, source.Target.Because);
        }

        if (source.Passages is not [var passage, ..])
        {
            return new Hanging(null, null, null);
        }

        var before = known.Values
            .Where(other => other is { State: SuggestionState.Accepted, MadeNode: not null } && other.Suggestion.Passages is [var first, ..] && first.Post == passage.Post && first.Start <= passage.Start)
            .MaxBy(other => other.Start);
        return before?.MadeNode is { } node ? new Hanging(new Thing(ThingKind.Node, node), null, "It was given right after this in the same post.") : new Hanging(null, null, null);
    }
}
