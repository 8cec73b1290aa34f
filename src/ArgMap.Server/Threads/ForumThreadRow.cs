using ArgMap.Server.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Threads;

/// <summary>A thread of a forum that was read into a map. It belongs to a source of medium <see cref="Medium.CommentThread"/>; its posts are <see cref="PostRow"/>s.</summary>
/// <remarks>What the forum said, not what people of the map did, so it is not in the log. See docs/decisions/ADR-031-posts-beside-the-log.md.</remarks>
public sealed class ForumThreadRow
{
    public const int MaxFormatLength = 200;
    public const int MaxForumLength = 200;
    public const int MaxValidatorLength = 500;

    public long MapId { get; set; }

    /// <summary>The source that the thread is the inside of.</summary>
    public int SourceNumber { get; set; }

    /// <summary>The format it was read as, such as <c>reddit</c>; several are joined by a comma.</summary>
    public required string Format { get; set; }

    /// <summary>The forum's name or host, where the input says it.</summary>
    public string? Forum { get; set; }

    /// <summary>The address of the thread: where it is fetched from again.</summary>
    public string? Address { get; set; }

    /// <summary>How many posts are stored, those that have vanished included. Numbers of posts run from 1 to this.</summary>
    public int Posts { get; set; }

    /// <summary>The import that stored its present state.</summary>
    public Guid ImportId { get; set; }

    /// <summary>When it was last brought up to date.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>JSON: the <see cref="ArgMap.Argumentation.Threads.ThreadReport"/> of the last reading, as <see cref="ThreadJson"/> writes it.</summary>
    public required string Report { get; set; }

    /// <summary>The table of cues it is drafted by, where somebody gave it one of its own; see <see cref="Drafting.Cues.ThreadCues"/>.</summary>
    public string? Cues { get; set; }

    /// <summary>What the forum's server called the state it sent, for asking whether there is a newer one.</summary>
    public string? ETag { get; set; }

    /// <summary>When the forum's server says that it changed last, in its own words.</summary>
    public string? LastModified { get; set; }
}

internal sealed class ForumThreadConfiguration : IEntityTypeConfiguration<ForumThreadRow>
{
    public void Configure(EntityTypeBuilder<ForumThreadRow> builder)
    {
        builder.ToTable("forum_threads", table => table.HasCheckConstraint("ck_forum_threads_posts", "posts >= 0"));
        builder.HasKey(thread => new { thread.MapId, thread.SourceNumber });
        builder.Property(thread => thread.Format).HasMaxLength(ForumThreadRow.MaxFormatLength);
        builder.Property(thread => thread.Forum).HasMaxLength(ForumThreadRow.MaxForumLength);
        builder.Property(thread => thread.Address).HasMaxLength(SourceRow.MaxUrlLength);
        builder.Property(thread => thread.Report).HasColumnType("jsonb");
        builder.Property(thread => thread.ETag).HasColumnName("etag").HasMaxLength(ForumThreadRow.MaxValidatorLength);
        builder.Property(thread => thread.Cues).HasMaxLength(Drafting.Cues.ThreadCues.MaxLength);
        builder.Property(thread => thread.LastModified).HasMaxLength(ForumThreadRow.MaxValidatorLength);
        builder.HasOne<SourceRow>().WithOne().HasForeignKey<ForumThreadRow>(thread => new { thread.MapId, thread.SourceNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
