using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Sources;

/// <summary>All that people can change about a citation: a thing of the map tied to a passage of a source.</summary>
/// <remarks>The quoted words follow the W3C Web Annotation TextQuoteSelector (exact, prefix, suffix), <see href="https://www.w3.org/TR/annotation-model/#text-quote-selector"/>.</remarks>
/// <param name="About">The node, relation or comment that cites.</param>
/// <param name="Source">Number of the source.</param>
/// <param name="Exact">The quoted words, or null when the source is cited as a whole or by time.</param>
/// <param name="Prefix">Words right before, to tell several places apart.</param>
/// <param name="Suffix">Words right after.</param>
/// <param name="StartSeconds">Where the passage starts in a recording, in seconds from its beginning.</param>
/// <param name="EndSeconds">Where it ends; after the start.</param>
/// <param name="Note">A short remark, plain text.</param>
/// <param name="Author">Who added it.</param>
/// <param name="IsWithdrawn">Withdrawn citations are no longer shown.</param>
/// <param name="Post">Number of the post of the thread that the words are in; null when the source is no imported thread, or is cited as a whole.</param>
/// <param name="PostStart">Where they began in the post's body when they were cited, in UTF-16 units; null without a post.</param>
public sealed record CitationState(
    Thing About,
    int Source,
    string? Exact,
    string? Prefix,
    string? Suffix,
    int? StartSeconds,
    int? EndSeconds,
    string? Note,
    Guid Author,
    bool IsWithdrawn = false,
    int? Post = null,
    int? PostStart = null);

/// <summary>Ties a node, relation or comment to a passage of a source.</summary>
public sealed class CitationRow : ThingRow<CitationState>
{
    public const int MaxExactLength = 4_000;
    public const int MaxContextLength = 200;
    public const int MaxNoteLength = 500;

    public int? AboutNode { get; set; }

    public int? AboutRelation { get; set; }

    public int? AboutComment { get; set; }

    public int SourceNumber { get; set; }

    public string? Exact { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public int? StartSeconds { get; set; }

    public int? EndSeconds { get; set; }

    public string? Note { get; set; }

    public Guid AuthorId { get; set; }

    public bool IsWithdrawn { get; set; }

    /// <summary>A post of the thread that the source is. No foreign key: the log, which must suffice to rebuild the citations, has no posts. Posts are never deleted.</summary>
    public int? PostNumber { get; set; }

    public int? PostStart { get; set; }

    public override CitationState State
    {
        get => new(Thing.FromColumns(AboutNode, AboutRelation, AboutComment), SourceNumber, Exact, Prefix, Suffix, StartSeconds, EndSeconds, Note, AuthorId, IsWithdrawn, PostNumber, PostStart);
        set
        {
            AboutNode = value.About.NumberIf(ThingKind.Node);
            AboutRelation = value.About.NumberIf(ThingKind.Relation);
            AboutComment = value.About.NumberIf(ThingKind.Comment);
            (SourceNumber, Exact, Prefix, Suffix) = (value.Source, value.Exact, value.Prefix, value.Suffix);
            (StartSeconds, EndSeconds, Note, AuthorId, IsWithdrawn) = (value.StartSeconds, value.EndSeconds, value.Note, value.Author, value.IsWithdrawn);
            (PostNumber, PostStart) = (value.Post, value.PostStart);
        }
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<CitationRow>
{
    public void Configure(EntityTypeBuilder<CitationRow> builder)
    {
        builder.ToTable("citations", table =>
        {
            table.HasCheckConstraint("ck_citations_about", "num_nonnulls(about_node, about_relation, about_comment) = 1");
            table.HasCheckConstraint("ck_citations_times", "start_seconds >= 0 and end_seconds > start_seconds");
            table.HasCheckConstraint("ck_citations_post", "num_nonnulls(post_number, post_start) in (0, 2) and (post_number is null or exact is not null) and post_start >= 0");
        });
        builder.HasKey(citation => new { citation.MapId, citation.Number });
        builder.Property(citation => citation.Number).ValueGeneratedNever();
        builder.Property(citation => citation.Exact).HasMaxLength(CitationRow.MaxExactLength);
        builder.Property(citation => citation.Prefix).HasMaxLength(CitationRow.MaxContextLength);
        builder.Property(citation => citation.Suffix).HasMaxLength(CitationRow.MaxContextLength);
        builder.Property(citation => citation.Note).HasMaxLength(CitationRow.MaxNoteLength);
        builder.Ignore(citation => citation.State);
        builder.HasIndex(citation => new { citation.MapId, citation.SourceNumber, citation.PostNumber });
        builder.HasOne<SourceRow>().WithMany().HasForeignKey(citation => new { citation.MapId, citation.SourceNumber }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(citation => citation.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(citation => new { citation.MapId, citation.AboutNode }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RelationRow>().WithMany().HasForeignKey(citation => new { citation.MapId, citation.AboutRelation }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CommentRow>().WithMany().HasForeignKey(citation => new { citation.MapId, citation.AboutComment }).OnDelete(DeleteBehavior.Restrict);
    }
}
