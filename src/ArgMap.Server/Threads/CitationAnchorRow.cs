using ArgMap.Argumentation.Citations;
using ArgMap.Server.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Threads;

/// <summary>
/// What became of the passage that a citation of a post quotes. Derived from the citation and the post: written by imports, for the citations of posts whose body
/// changed. A citation of a post without such a row is exact: it stands where <see cref="CitationRow.PostStart"/> says, as long as its words.
/// </summary>
public sealed class CitationAnchorRow
{
    public long MapId { get; set; }

    public int CitationNumber { get; set; }

    public AnchorState State { get; set; }

    /// <summary>Where the passage begins in the post's present body, in UTF-16 units; null when orphaned.</summary>
    public int? Start { get; set; }

    /// <summary>How long it is there; 0 when orphaned.</summary>
    public int Length { get; set; }

    /// <summary>The text there now; null when orphaned.</summary>
    public string? Now { get; set; }

    /// <summary>The version of the post that was searched.</summary>
    public int PostVersion { get; set; }
}

internal sealed class CitationAnchorConfiguration : IEntityTypeConfiguration<CitationAnchorRow>
{
    public void Configure(EntityTypeBuilder<CitationAnchorRow> builder)
    {
        builder.ToTable("citation_anchors", table => table.HasCheckConstraint("ck_citation_anchors_place", "(start is null) = (state = 'Orphaned')"));
        builder.HasKey(anchor => new { anchor.MapId, anchor.CitationNumber });
        builder.Property(anchor => anchor.State).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<CitationRow>().WithOne().HasForeignKey<CitationAnchorRow>(anchor => new { anchor.MapId, anchor.CitationNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
