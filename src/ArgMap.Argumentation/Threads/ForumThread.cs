namespace ArgMap.Argumentation.Threads;

/// <summary>A discussion as it was found on a forum: its posts, whoever wrote them, and what they quote of each other.</summary>
/// <param name="Format">The name of the format it was read from, such as <c>reddit</c>; the formats of several files are joined by a comma.</param>
/// <param name="Forum">The forum's name or host, where the files say it.</param>
/// <param name="Title">The title of the thread, where it has one.</param>
/// <param name="Address">The address of the thread, where the files say it.</param>
/// <param name="Posts">All posts, parents before children: depth first, replies to one post by time (as found where a time is unknown).</param>
/// <param name="Report">What was found, merged, missing and dropped.</param>
public sealed record ForumThread(string Format, string? Forum, string? Title, string? Address, IReadOnlyList<ThreadPost> Posts, ThreadReport Report);

/// <summary>One post of a thread.</summary>
public sealed record ThreadPost
{
    /// <summary>How the id of a post begins that has none of its own, as in pasted text: the rest is told from its author and words, so that it is the same when it is read again and another when it was edited.</summary>
    public const string ToldByWords = "text-";

    /// <summary>What the forum calls the post; unique within the thread.</summary>
    public required string Id { get; init; }

    /// <summary>What other interfaces and pages of the forum call the same post.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>The post it answers, which is in the thread; null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>How <see cref="ParentId"/> is known.</summary>
    public ParentFrom ParentFrom { get; init; }

    /// <summary>The parent that the input names, whether or not it is in the thread.</summary>
    public string? StatedParentId { get; init; }

    /// <summary>What part it plays in the thread.</summary>
    public PostKind Kind { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PostAuthor Author { get; init; }

    /// <summary>When it was written, in UTC; null when the input does not say, or not exactly ("2y").</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The time as the input has it.</summary>
    public string? CreatedAtAsWritten { get; init; }

    /// <summary>When it was last changed, in UTC; null when it was not, or the input does not say.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The number of the version, from 1, where the forum counts them.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it can still be read, and if not, who saw to that.</summary>
    public PostState State { get; init; }

    /// <summary>Votes as the forum adds them up; null when hidden or unknown, which is not 0.</summary>
    public int? Score { get; init; }

    /// <summary>The title of the post, where it has its own.</summary>
    public string? Title { get; init; }

    /// <summary>What was written, as Markdown without HTML. Every offset of a <see cref="PostQuote"/> counts UTF-16 units of this text.</summary>
    /// <remarks>It is held as UTF-8, of a long thread in a temporary file, and made anew each time it is asked for: ask once and keep it.</remarks>
    public required string Body
    {
        get => Text.ToString();
        init => Text = PackedText.Of(value);
    }

    /// <summary>What holds <see cref="Body"/>.</summary>
    internal PackedText Text { get; init; } = PackedText.Of("");

    /// <summary>The post's own address, where it is known or can be made from what is.</summary>
    public string? Address { get; init; }

    /// <summary>What the post quotes, in order.</summary>
    public IReadOnlyList<PostQuote> Quotes { get; init; } = [];

    /// <summary>Addresses the post links to, each once, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Reactions, with the words they are about where the forum says so.</summary>
    public IReadOnlyList<PostReaction> Reactions { get; init; } = [];
}

/// <summary>Who wrote a post. E-mail and IP addresses are never kept.</summary>
/// <param name="Id">The forum's own key of the person, where it differs from the name.</param>
/// <param name="Name">The name shown; of several who wrote together all their names, divided by <see cref="Between"/>; null when there is none.</param>
/// <param name="State">Whether the person is known.</param>
public sealed record PostAuthor(string? Id, string? Name, AuthorState State)
{
    /// <summary>What stands between the names of several.</summary>
    public const string Between = ", ";

    /// <summary>Whether two posts that go under these names have the same author, or one was written together with the author of the other.</summary>
    /// <param name="one">What one goes under.</param>
    /// <param name="other">What the other goes under.</param>
    public static bool AreSame(string? one, string? other) =>
        one is not null && other is not null && (one == other || one.Split(Between).Contains(other, StringComparer.Ordinal) || other.Split(Between).Contains(one, StringComparer.Ordinal));
}

/// <summary>People's reaction to a post or to words in it.</summary>
/// <param name="Name">The forum's name of the reaction, such as <c>insightful</c> or <c>+1</c>.</param>
/// <param name="Count">How many people.</param>
/// <param name="Quotes">The exact words of this post it is about; empty when it is about all of it.</param>
public sealed record PostReaction(string Name, int Count, IReadOnlyList<string> Quotes);

/// <summary>Words in a post that were written by somebody else.</summary>
/// <param name="Text">The words, without quote marks and markup of the quote itself.</param>
/// <param name="Start">Where the quote begins in <see cref="ThreadPost.Body"/>, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Depth">1 for a quote, 2 for a quote within a quote, and so on.</param>
/// <param name="StatedAuthor">Who is quoted, if the post says so.</param>
/// <param name="StatedPostId">Which post is quoted, if the forum says so.</param>
/// <param name="State">Whether the words were found in the thread.</param>
/// <param name="PostId">The post in which they were found.</param>
/// <param name="PassageStart">Where they begin in that post's body, in UTF-16 units; null unless found in one place.</param>
/// <param name="PassageLength">How long the passage is there.</param>
/// <param name="Matches">In how many places the words were found; more than 1 only when <see cref="QuoteState.Ambiguous"/>.</param>
public sealed record PostQuote(
    string Text, int Start, int Length, int Depth, string? StatedAuthor, string? StatedPostId, QuoteState State, string? PostId, int? PassageStart, int? PassageLength, int Matches)
{
    /// <summary>The words, without quote marks and markup of the quote itself.</summary>
    /// <remarks>As with <see cref="ThreadPost.Body"/>, ask once and keep it.</remarks>
    public string Text
    {
        get => Words.ToString();
        init => Words = PackedText.Of(value);
    }

    /// <summary>What holds <see cref="Text"/>.</summary>
    internal PackedText Words { get; init; } = PackedText.Of(Text);
}

/// <summary>What part a post plays.</summary>
public enum PostKind
{
    /// <summary>An answer to another post or to the thread.</summary>
    Reply,

    /// <summary>What the thread is about, written on the forum.</summary>
    Opening,

    /// <summary>An answer to a question, where the forum tells answers from comments.</summary>
    Answer,

    /// <summary>A page or article that the posts comment on; an export holds little of it but title and address.</summary>
    Page,
}

/// <summary>How a post's parent is known.</summary>
public enum ParentFrom
{
    /// <summary>It has none: it stands at the top.</summary>
    None,

    /// <summary>The input names it.</summary>
    Stated,

    /// <summary>The input names none, so it answers the thread: its opening post.</summary>
    Thread,

    /// <summary>The input names none, but the post quotes it.</summary>
    Quote,

    /// <summary>The input names one that is not there; it hangs on what that stands under, where the input tells, else on the opening post, or at the top where there is none.</summary>
    Missing,

    /// <summary>The input's parents go in a circle, which was cut here.</summary>
    CircleCut,

    /// <summary>Guessed: by subject and time in mail, by indentation or order in text.</summary>
    Guessed,
}

/// <summary>Whether a post can still be read.</summary>
public enum PostState
{
    /// <summary>It is there.</summary>
    Live,

    /// <summary>Deleted, by its author.</summary>
    DeletedByAuthor,

    /// <summary>Removed, by a moderator.</summary>
    RemovedByModerator,

    /// <summary>Deleted; the input does not say by whom.</summary>
    Deleted,

    /// <summary>Hidden or collapsed by the forum, such as spam or what was flagged.</summary>
    Hidden,

    /// <summary>Taken back by its author, and still readable.</summary>
    Retracted,
}

/// <summary>Whether an author is known.</summary>
public enum AuthorState
{
    /// <summary>The input names the author.</summary>
    Known,

    /// <summary>The account is gone.</summary>
    Deleted,

    /// <summary>The forum keeps the name back.</summary>
    Hidden,

    /// <summary>The input has no name.</summary>
    Unknown,
}

/// <summary>Whether a quote's words were found.</summary>
public enum QuoteState
{
    /// <summary>Found, letter by letter.</summary>
    Exact,

    /// <summary>Found, apart from case, spaces, typographic marks or formatting.</summary>
    Folded,

    /// <summary>Found in pieces, as where the quote leaves words out; the passage spans them.</summary>
    Pieces,

    /// <summary>Found but for a few words, which whoever quotes has changed, or whoever wrote it since; the passage is the one that is most like it.</summary>
    Reworded,

    /// <summary>Found in several places, and nothing decides between them.</summary>
    Ambiguous,

    /// <summary>The quoted post is in the thread; these words are not in it.</summary>
    Changed,

    /// <summary>The quoted post is not in the thread.</summary>
    SourceMissing,

    /// <summary>These words are nowhere in the thread.</summary>
    NotFound,
}
