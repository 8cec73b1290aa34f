namespace ArgMap.Server.History;

/// <summary>A committed write: the revision it made, and what it did. A retried request gets the same one.</summary>
/// <param name="Slug">The map.</param>
/// <param name="Revision">The map's revision after it; the current one when nothing needed to change.</param>
/// <param name="Effects">What it did; empty when nothing needed to change.</param>
public sealed record Written(string Slug, int Revision, IReadOnlyList<Effect> Effects)
{
    /// <summary>Number of the first node it added, or null.</summary>
    public int? AddedNode => Added<NodeEffect>();

    /// <summary>Number of the first relation it added, or null.</summary>
    public int? AddedRelation => Added<RelationEffect>();

    /// <summary>Number of the first comment it added, or null.</summary>
    public int? AddedComment => Added<CommentEffect>();

    /// <summary>Number of the first source it added, or null.</summary>
    public int? AddedSource => Added<SourceEffect>();

    /// <summary>Number of the first relation between sources it added, or null.</summary>
    public int? AddedSourceLink => Added<SourceLinkEffect>();

    /// <summary>Number of the first citation it added, or null.</summary>
    public int? AddedCitation => Added<CitationEffect>();

    private int? Added<TEffect>()
        where TEffect : Effect =>
        Effects.OfType<TEffect>().FirstOrDefault(effect => effect.IsAddition)?.Number;
}
