using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using Microsoft.AspNetCore.Components;

namespace ArgMap.Server.Discussion;

/// <summary>What the pages about one comment have in common.</summary>
public abstract class OneCommentPage : ThingPage
{
    private IReadOnlyList<CommentView> found = [];
    private CommentVersions? versions;

    /// <summary>The comment's number.</summary>
    [Parameter]
    public int Number { get; set; }

    /// <summary>The comment; null when there is none for this reader.</summary>
    protected CommentView? Comment { get; private set; }

    /// <summary>Its versions, oldest first.</summary>
    protected IReadOnlyList<CommentVersion> Versions { get; private set; } = [];

    /// <summary>Where the comment stands in its thread.</summary>
    protected string Back => Shell.Address.Comment(Slug, Comment!.About, Number);

    /// <inheritdoc/>
    protected override void AlsoRead(ReadBatch batch)
    {
        found = ThreadReader.AddCommentTo(batch, Slug, Number);
        versions = CommentVersions.AddTo(batch, Slug, Number);
    }

    /// <inheritdoc/>
    protected override bool Find(MapView map)
    {
        Comment = found is [var comment] ? comment : null;
        Versions = versions?.All ?? [];
        return Comment is not null;
    }

    /// <summary>Why this person cannot change the comment, or null when they can.</summary>
    /// <param name="verb">What they want to do to it.</param>
    protected string? WhyNot(string verb) =>
        Comment!.IsWithdrawn ? $"The comment by {Comment.AuthorName} has been withdrawn. The map's history can bring it back."
        : Map!.Head.MayChange(Person, Comment.AuthorId) ? null
        : $"The comment was written by {Comment.AuthorName}. Its author and the map's owner can {verb} it; you can reply to it.";
}
