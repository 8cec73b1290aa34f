using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A record of a post as a reader hands it over, before records of the same post are merged and parents are looked up.</summary>
internal sealed class FoundPost
{
    internal required string Id { get; set; }

    /// <summary>What other interfaces and pages of the forum call this very post: its number in the topic, its key in the whole network. Records that share one are of one post.</summary>
    internal IReadOnlyList<string> SameAs { get; set; } = [];

    /// <summary>The parent the input names, in the form of <see cref="Id"/>.</summary>
    internal string? Parent { get; set; }

    /// <summary>The parent where <see cref="Parent"/> is not in the files and need not be, such as what was reviewed in place of the review.</summary>
    internal string? ParentElse { get; set; }

    /// <summary>What the parent stands under, the nearest first: the post hangs there when the parent is not in the files.</summary>
    internal IReadOnlyList<string> Around { get; init; } = [];

    /// <summary>Where the parent can be had when it is not in the files; null where the format does not tell.</summary>
    internal string? ParentIsAt { get; init; }

    /// <summary>The parent is what the thread is about, by the format's own word and whether or not it is in the files.</summary>
    internal bool ParentIsOpening { get; init; }

    /// <summary>The parent may be what the thread is about: where that is not in the files, the first of such parents to be numbered is.</summary>
    internal bool ParentMayBeOpening { get; init; }

    /// <summary>The parent is a guess of the reader.</summary>
    internal bool ParentIsGuess { get; set; }

    /// <summary>It opens the thread if none of the pages that are given is an earlier one of the thread: boards do not mark how a thread begins.</summary>
    internal bool IsFirstOfPage { get; set; }

    /// <summary>No parent means top of the thread even beside an opening post.</summary>
    internal bool StandsAtTop { get; init; }

    /// <summary>Other names by which this input may call the post, such as its subject; another input may mean another post by them.</summary>
    internal IReadOnlyList<string> OtherNames { get; init; } = [];

    internal PostKind Kind { get; set; }

    internal PostAuthor Author { get; set; } = new(null, null, AuthorState.Unknown);

    /// <summary>The author's name stands in for one that another file gives by the author's key.</summary>
    internal bool IsNamedElsewhere { get; set; }

    internal DateTimeOffset? CreatedAt { get; set; }

    internal string? CreatedAtAsWritten { get; set; }

    internal DateTimeOffset? EditedAt { get; set; }

    internal int? Version { get; set; }

    internal PostState State { get; set; }

    internal int? Score { get; set; }

    internal string? Title { get; set; }

    internal string? Address { get; set; }

    internal ConvertedBody Body { get; set; } = ConvertedBody.Empty;

    internal List<PostReaction> Reactions { get; set; } = [];

    /// <summary>Lines before quotes name authors, as in mail; they are looked for only where that is the custom.</summary>
    internal bool HasAttributionLines { get; init; }

    /// <summary>The forum does not count it among the posts of the thread.</summary>
    internal bool IsUncounted { get; init; }

    /// <summary>A stub made because another record names the post, with nothing of its own.</summary>
    internal bool IsStub { get; init; }
}
