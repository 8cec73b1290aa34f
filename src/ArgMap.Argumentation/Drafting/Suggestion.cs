namespace ArgMap.Argumentation.Drafting;

/// <summary>What a suggestion would become.</summary>
public enum SuggestionKind
{
    /// <summary>A claim, on its own or for the target.</summary>
    Claim,

    /// <summary>A claim that objects to the target, which another person wrote or the post quotes.</summary>
    Objection,

    /// <summary>A reason for the target, which the same person wrote.</summary>
    Support,

    /// <summary>One step with several linked premises, all of which the target presupposes.</summary>
    Prerequisites,

    /// <summary>A question about the target.</summary>
    Question,

    /// <summary>How sure its writer is of something: a credence, never a property of the claim itself.</summary>
    View,

    /// <summary>A source that is linked or pointed to.</summary>
    Source,

    /// <summary>A request for a source.</summary>
    Request,
}

/// <summary>Words of a post.</summary>
/// <param name="Post">The post's key.</param>
/// <param name="Start">Where they begin in its body, in UTF-16 units.</param>
/// <param name="Length">How long they are there.</param>
/// <param name="Text">The words as they stand there.</param>
public sealed record DraftPassage(string Post, int Start, int Length, string Text);

/// <summary>What a suggestion is about: another suggestion, a passage, or both where the passage is that suggestion's.</summary>
/// <param name="Suggestion">The other suggestion's number; null when nothing is suggested for the passage.</param>
/// <param name="Passage">The passage or title; null only where the other suggestion stands in no post.</param>
/// <param name="Because">Why this one, in plain words.</param>
public sealed record SuggestedTarget(int? Suggestion, TargetPassage? Passage, string Because);

/// <summary>A view in numbers, as far as the words give them.</summary>
/// <param name="Lowest">The lowest probability, from 0.01 to 0.99; null when the words name none.</param>
/// <param name="Highest">The highest; the same as the lowest for one number.</param>
/// <param name="Words">The words it was read from.</param>
/// <param name="IsTentative">The writer says that it could change, or rests on little.</param>
public sealed record SuggestedCredence(double? Lowest, double? Highest, string Words, bool IsTentative);

/// <summary>One proposal for a map. Nothing enters a map unless a person accepts it.</summary>
public sealed record Suggestion
{
    /// <summary>Its number in the draft, from 1, in the order of the thread.</summary>
    public required int Number { get; init; }

    /// <summary>What it would become.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>What it may be instead, likelier ones first.</summary>
    public IReadOnlyList<SuggestionKind> Instead { get; init; } = [];

    /// <summary>The words it is made from: one passage, or one for each linked premise.</summary>
    public required IReadOnlyList<DraftPassage> Passages { get; init; }

    /// <summary>Where the same words stand again, word for word.</summary>
    public IReadOnlyList<DraftPassage> Again { get; init; } = [];

    /// <summary>What announces the passages, such as the line above a list.</summary>
    public DraftPassage? Header { get; init; }

    /// <summary>The name of the cue that spoke most for it.</summary>
    public required string Cue { get; init; }

    /// <summary>Why it is suggested, in plain words.</summary>
    public required string Reason { get; init; }

    /// <summary>How likely it is worth a place in the map, from 0 to 1; the draft is sorted by it.</summary>
    public required double Rank { get; init; }

    /// <summary>Whether its words only answer somebody, such as "Good point." A node of them would stand for nothing, so it is no part of a first pass, and nothing hangs from it.</summary>
    public bool IsCourtesy { get; init; }

    /// <summary>What it is about.</summary>
    public SuggestedTarget? Target { get; init; }

    /// <summary>Of a view: what it is in numbers.</summary>
    public SuggestedCredence? Credence { get; init; }

    /// <summary>Of a source: its address; null when the text has lost it.</summary>
    public string? Address { get; init; }
}

/// <summary>A draft of a map: suggestions, the ones most worth a look first.</summary>
/// <param name="Suggestions">Sorted by rank.</param>
/// <param name="Posts">How many posts were looked at.</param>
/// <param name="Sentences">How many sentences they have, quoted ones not included.</param>
/// <param name="PostsWithout">Keys of posts that nothing is suggested for.</param>
public sealed record ThreadDraft(IReadOnlyList<Suggestion> Suggestions, int Posts, int Sentences, IReadOnlyList<string> PostsWithout);
