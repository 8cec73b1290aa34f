using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Threads.Debate;

/// <summary>What words of a post could become, proposed to whoever has marked them.</summary>
/// <param name="Use">What they would be.</param>
/// <param name="Target">Number of the node that they would be about, or null.</param>
/// <param name="Because">Why, in plain words; null where there is nothing to say.</param>
/// <param name="Suggestion">Number of the suggestion it comes from, or null.</param>
public sealed record MapProposal(PassageUse Use, int? Target, string? Because, int? Suggestion)
{
    /// <summary>Makes the proposal: what drafting suggests for the place; else by who answers whom, an objection to another person's words and support for one's own.</summary>
    /// <param name="map">The map.</param>
    /// <param name="read">The post, and what is known around it.</param>
    /// <param name="place">Where the words stand in the post; null when that is not known.</param>
    /// <param name="words">The words; null when none were marked.</param>
    public static MapProposal Of(MapView map, PostAround read, (int Start, int Length)? place, string? words)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(read);
        return (place is { } marked ? Suggested(map, read, marked) : null) ?? ByStructure(map, read, place, words);
    }

    /// <summary>The nodes that the words are most likely about, the likeliest first.</summary>
    public static IReadOnlyList<int> Candidates(MapView map, PostAround read, int? proposed)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(read);
        const int Most = 8;
        var answered = read.Parent is { } parent ? read.NodesOf(map, parent.Number) : [];
        return [.. new[] { proposed }.OfType<int>().Concat(answered.Reverse()).Concat(read.NodesOf(map, read.Post.Number).Reverse()).Concat(map.Tree.Roots.Where(map.Nodes.ContainsKey)).Distinct().Take(Most)];
    }

    private static MapProposal? Suggested(MapView map, PostAround read, (int Start, int Length) place)
    {
        foreach (var suggestion in read.Suggestions.OrderByDescending(each => each.Rank))
        {
            if (UseOf(suggestion.Kind) is not { } use || !suggestion.Passages.Any(passage => passage.Post == read.Key && passage.Start < place.Start + place.Length && passage.Start + passage.Length > place.Start))
            {
                continue;
            }

            var target = suggestion.Target is { } about ? TargetOf(map, read, about) : null;
            if (target is null && use is not (PassageUse.Claim or PassageUse.Question))
            {
                // What it is about is not in the map yet: the structure says what else there is.
                return null;
            }

            return new(target is null || use is not PassageUse.Claim ? use : PassageUse.Support, target, suggestion.Reason, suggestion.Number);
        }

        return null;
    }

    private static int? TargetOf(MapView map, PostAround read, SuggestedTarget target)
    {
        if (target.Suggestion is { } other && read.Made.TryGetValue(other, out var made) && map.Nodes.GetValueOrDefault(made) is { IsWithdrawn: false })
        {
            return made;
        }

        return target.Passage is { Start: { } start } passage && int.TryParse(passage.Post, out var post)
            ? read.NodesOf(map, post, start, start + passage.Length).Cast<int?>().LastOrDefault()
            : null;
    }

    private static MapProposal ByStructure(MapView map, PostAround read, (int Start, int Length)? place, string? words)
    {
        var isQuestion = words?.TrimEnd().EndsWith('?') == true;
        var (target, by) = About(map, read, place);
        if (target is not { } number)
        {
            var root = map.Head.Root is { } about && map.Nodes.GetValueOrDefault(about) is { IsWithdrawn: false } node ? node : null;
            return isQuestion ? new(PassageUse.Question, root?.Number, null, null)
                : root is { Kind: NodeKind.Question } ? new(PassageUse.Answer, root.Number, null, null)
                : new(PassageUse.Claim, null, null, null);
        }

        if (isQuestion)
        {
            return new(PassageUse.Question, number, "It ends with a question mark.", null);
        }

        return map.Nodes[number].Kind is NodeKind.Question ? new(PassageUse.Answer, number, "What it answers is a question.", null)
            : (by is null && read.Post.AuthorName is null) || PostAuthor.AreSame(by, read.Post.AuthorName) ? new(PassageUse.Support, number, "The same person said both.", null)
            : new(PassageUse.Objection, number, $"It answers {by ?? "somebody else"}.", null);
    }

    /// <summary>The node made of the words that were quoted last before the place; else of the post that is answered; else of the post itself.</summary>
    private static (int? Target, string? By) About(MapView map, PostAround read, (int Start, int Length)? place)
    {
        foreach (var quote in read.Post.Quotes.Where(quote => quote is { Post: not null, PassageStart: not null } && (place is null || quote.Start <= place.Value.Start)).OrderByDescending(quote => quote.Start))
        {
            if (read.NodesOf(map, quote.Post!.Value, quote.PassageStart!.Value, quote.PassageStart.Value + (quote.PassageLength ?? 0)) is [.., var quoted])
            {
                return (quoted, read.AuthorOf(quote.Post.Value) ?? quote.StatedAuthor);
            }
        }

        if (read.Parent is { } parent && read.NodesOf(map, parent.Number) is [.., var answered])
        {
            return (answered, parent.AuthorName);
        }

        return read.NodesOf(map, read.Post.Number) is [.., var own] ? (own, read.Post.AuthorName) : (null, null);
    }

    private static PassageUse? UseOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Claim => PassageUse.Claim,
        SuggestionKind.Objection => PassageUse.Objection,
        SuggestionKind.Support => PassageUse.Support,
        SuggestionKind.Prerequisites => PassageUse.Prerequisite,
        SuggestionKind.Question => PassageUse.Question,
        _ => null,
    };
}
