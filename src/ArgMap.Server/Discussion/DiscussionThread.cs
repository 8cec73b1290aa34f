using ArgMap.Server.Database;

namespace ArgMap.Server.Discussion;

/// <summary>One comment as a reader sees it.</summary>
/// <param name="Number">Its number within the map.</param>
/// <param name="About">The node or relation whose thread it is in.</param>
/// <param name="ReplyTo">Number of the comment it replies to, or null at the top of the thread.</param>
/// <param name="Body">Markdown; null when it has been withdrawn.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="AuthorName">Their name.</param>
/// <param name="Revision">The map's revision that changed it last.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="ChangedAt">When it was changed last.</param>
public sealed record CommentView(
    int Number,
    Thing About,
    int? ReplyTo,
    string? Body,
    Guid AuthorId,
    string AuthorName,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>True when it has been withdrawn; it keeps its place and its words are in its history.</summary>
    public bool IsWithdrawn => Body is null;

    /// <summary>True when it no longer says what it said at first, as far as a reader can know.</summary>
    public bool IsEdited => !IsWithdrawn && ChangedAt != CreatedAt;
}

/// <summary>A node that a comment became.</summary>
/// <param name="Number">The node's number.</param>
/// <param name="Comment">The comment's number.</param>
/// <param name="IsWithdrawn">Whether the node has been withdrawn since.</param>
public sealed record Promotion(int Number, int Comment, bool IsWithdrawn);

/// <summary>Whether a thread is settled, who said so last, and when.</summary>
public sealed record Resolution(bool IsResolved, string ByName, DateTimeOffset At);

/// <summary>A comment with its place in the thread.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Depth">How deep it is nested, from 0; the thread as people wrote it, however deep.</param>
/// <param name="Promotions">The nodes it became, first one first.</param>
public sealed record PlacedComment(CommentView Comment, int Depth, IReadOnlyList<Promotion> Promotions)
{
    /// <summary>What is shown nested under it, in reading order. Beyond <see cref="DiscussionThread.MaxShownDepth"/> replies to replies are in the same list.</summary>
    public IReadOnlyList<PlacedComment> Under => UnderIt;

    internal List<PlacedComment> UnderIt { get; } = [];
}

/// <summary>The thread of one node or relation, nested.</summary>
public sealed class DiscussionThread
{
    /// <summary>The deepest nesting that is shown, counted from 0. Deeper replies stand in one list and say what they reply to: a phone has no room for more, and rendering needs no deep stack.</summary>
    public const int MaxShownDepth = 7;

    private DiscussionThread(Thing about, Resolution? resolution, List<PlacedComment> top, List<PlacedComment> inReadingOrder)
    {
        About = about;
        Resolution = resolution;
        Top = top;
        Comments = inReadingOrder;
    }

    /// <summary>The node or relation it discusses.</summary>
    public Thing About { get; }

    /// <summary>Who resolved or reopened it last; null when nobody has.</summary>
    public Resolution? Resolution { get; }

    /// <summary>True while its people consider it settled.</summary>
    public bool IsResolved => Resolution is { IsResolved: true };

    /// <summary>The comments that reply to none, oldest first.</summary>
    public IReadOnlyList<PlacedComment> Top { get; }

    /// <summary>Every comment in reading order: each followed by its replies, oldest first.</summary>
    public IReadOnlyList<PlacedComment> Comments { get; }

    /// <summary>The numbers of the comments that must be unfolded for this one to be in sight, itself included; empty when it is not in this thread.</summary>
    public IReadOnlySet<int> PathTo(int number)
    {
        var byNumber = Comments.ToDictionary(placed => placed.Comment.Number, placed => placed.Comment);
        var path = new HashSet<int>();
        for (var at = byNumber.GetValueOrDefault(number); at is not null; at = at.ReplyTo is { } parent ? byNumber.GetValueOrDefault(parent) : null)
        {
            path.Add(at.Number);
        }

        return path;
    }

    /// <summary>Nests comments, without recursion: people reply to replies as deep as they like.</summary>
    /// <param name="about">What the thread discusses.</param>
    /// <param name="comments">Its comments by number, which is the order they were written in.</param>
    /// <param name="promotions">The nodes they became, by number.</param>
    /// <param name="resolution">Whether it is settled.</param>
    internal static DiscussionThread Of(Thing about, IReadOnlyList<CommentView> comments, IReadOnlyList<Promotion> promotions, Resolution? resolution)
    {
        var replies = comments.ToLookup(comment => comment.ReplyTo);
        var became = promotions.ToLookup(promotion => promotion.Comment);
        var top = new List<PlacedComment>();
        var inOrder = new List<PlacedComment>(comments.Count);
        var waiting = new Stack<(CommentView Comment, int Depth, List<PlacedComment> Into)>();
        Wait(null, 0, top);
        while (waiting.TryPop(out var next))
        {
            var placed = new PlacedComment(next.Comment, next.Depth, [.. became[next.Comment.Number]]);
            next.Into.Add(placed);
            inOrder.Add(placed);
            Wait(next.Comment.Number, next.Depth + 1, next.Depth < MaxShownDepth ? placed.UnderIt : next.Into);
        }

        return new(about, resolution, top, inOrder);

        void Wait(int? parent, int depth, List<PlacedComment> into)
        {
            foreach (var comment in replies[parent].Reverse())
            {
                waiting.Push((comment, depth, into));
            }
        }
    }
}
