using ArgMap.Argumentation.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Threads;

/// <summary>One post of an imported thread, as the forum has it now. Changed by imports only; earlier bodies are <see cref="PostVersionRow"/>s.</summary>
public sealed class PostRow
{
    public const int MaxExternalIdLength = 400;
    public const int MaxNameLength = 200;
    public const int MaxTimeAsWrittenLength = 100;
    public const int MaxTitleLength = 500;
    public const int MaxAddressLength = 2_000;

    public long MapId { get; set; }

    public int SourceNumber { get; set; }

    /// <summary>1, 2, 3, … in the order of the first import; later ones are added at the end. Never given again, never changed: <c>#p12</c> stays <c>#p12</c>.</summary>
    public int Number { get; set; }

    /// <summary>What the forum calls the post; unique within the thread. Later imports find the post by it.</summary>
    public required string ExternalId { get; set; }

    /// <summary>Number of the post it answers; null at the top.</summary>
    public int? ParentNumber { get; set; }

    /// <summary>How the parent is known.</summary>
    public ParentFrom ParentFrom { get; set; }

    /// <summary>Its place in the thread as it is now, from 0: depth first, replies to one post by time. Without gaps; posts that have vanished keep a place beside their parent.</summary>
    public int Position { get; set; }

    /// <summary>How deep it is nested: 0 at the top.</summary>
    public int Depth { get; set; }

    /// <summary>How many posts answer it directly.</summary>
    public int Replies { get; set; }

    /// <summary>How many posts are below it. They have the positions right after its own.</summary>
    public int Descendants { get; set; }

    public PostKind Kind { get; set; }

    /// <summary>The forum's own key of the author, where it differs from the name.</summary>
    public string? AuthorKey { get; set; }

    /// <summary>The name shown; null when there is none.</summary>
    public string? AuthorName { get; set; }

    public AuthorState AuthorState { get; set; }

    /// <summary>When it was written; null when the forum does not say, or not exactly.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The time as the input has it.</summary>
    public string? CreatedAsWritten { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public PostState State { get; set; }

    /// <summary>It was in the thread when that was read before, and is not any more. Its words are kept.</summary>
    public bool IsVanished { get; set; }

    /// <summary>Votes; null when hidden or unknown.</summary>
    public int? Score { get; set; }

    public string? Title { get; set; }

    /// <summary>Markdown. All offsets count UTF-16 units of it.</summary>
    public required string Body { get; set; }

    /// <summary>SHA-256 of the body in UTF-8.</summary>
    public required byte[] BodyHash { get; set; }

    /// <summary>The post's own address on the forum.</summary>
    public string? Address { get; set; }

    /// <summary>1 for the body that was read first, counted up whenever an import finds another one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>How many words the body has.</summary>
    public int Words { get; set; }

    /// <summary>JSON: a list of <see cref="StoredQuote"/>, as <see cref="ThreadJson"/> writes it. <c>[]</c> when it quotes nothing.</summary>
    public required string Quotes { get; set; }

    /// <summary>Who said that there is nothing to map here; null while nobody did.</summary>
    public Guid? NothingToMapBy { get; set; }

    /// <summary>When they said it.</summary>
    public DateTimeOffset? NothingToMapAt { get; set; }

    /// <summary>When an import brought it into the map: what is later than a reader's last visit is new to them.</summary>
    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>When an import last found another body; the same as <see cref="FirstSeenAt"/> for the first version.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Words in a post that somebody else wrote, as they are stored with it: the library's <see cref="PostQuote"/> with the numbers of posts.</summary>
/// <param name="Text">The words, without the markup of the quote.</param>
/// <param name="Start">Where the quote begins in this post's body, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Depth">1 for a quote, 2 for a quote within a quote.</param>
/// <param name="StatedAuthor">Who is quoted, if the post says so.</param>
/// <param name="State">Whether the words were found in the thread.</param>
/// <param name="Post">Number of the post they were found in; null when in none.</param>
/// <param name="PassageStart">Where they begin in that post's body; null unless found in one place.</param>
/// <param name="PassageLength">How long the passage is there.</param>
/// <param name="Matches">In how many places they were found.</param>
public sealed record StoredQuote(string Text, int Start, int Length, int Depth, string? StatedAuthor, QuoteState State, int? Post, int? PassageStart, int? PassageLength, int Matches);

/// <summary>An earlier body of a post.</summary>
public sealed class PostVersionRow
{
    public long MapId { get; set; }

    public int SourceNumber { get; set; }

    public int Number { get; set; }

    /// <summary>The version whose body this is; the present one is in <see cref="PostRow"/>.</summary>
    public int Version { get; set; }

    public string? Title { get; set; }

    public required string Body { get; set; }

    /// <summary>When an import found another body in its place.</summary>
    public DateTimeOffset ReplacedAt { get; set; }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<PostRow>, IEntityTypeConfiguration<PostVersionRow>
{
    private const int MaxStateLength = 30;

    public void Configure(EntityTypeBuilder<PostRow> builder)
    {
        builder.ToTable("posts", table =>
        {
            table.HasCheckConstraint("ck_posts_numbers", "number >= 1 and position >= 0 and depth >= 0 and version >= 1 and parent_number <> number");
            table.HasCheckConstraint("ck_posts_nothing_to_map", "num_nonnulls(nothing_to_map_by, nothing_to_map_at) in (0, 2)");
        });
        builder.HasKey(post => new { post.MapId, post.SourceNumber, post.Number });
        builder.Property(post => post.Number).ValueGeneratedNever();
        builder.Property(post => post.ExternalId).HasMaxLength(PostRow.MaxExternalIdLength);
        builder.Property(post => post.ParentFrom).HasConversion<string>().HasMaxLength(MaxStateLength);
        builder.Property(post => post.Kind).HasConversion<string>().HasMaxLength(MaxStateLength);
        builder.Property(post => post.AuthorKey).HasMaxLength(PostRow.MaxNameLength);
        builder.Property(post => post.AuthorName).HasMaxLength(PostRow.MaxNameLength);
        builder.Property(post => post.AuthorState).HasConversion<string>().HasMaxLength(MaxStateLength);
        builder.Property(post => post.CreatedAsWritten).HasMaxLength(PostRow.MaxTimeAsWrittenLength);
        builder.Property(post => post.State).HasConversion<string>().HasMaxLength(MaxStateLength);
        builder.Property(post => post.Title).HasMaxLength(PostRow.MaxTitleLength);
        builder.Property(post => post.Address).HasMaxLength(PostRow.MaxAddressLength);
        builder.Property(post => post.Quotes).HasColumnType("jsonb");
        builder.HasIndex(post => new { post.MapId, post.SourceNumber, post.ExternalId }).IsUnique();
        builder.HasIndex(post => new { post.MapId, post.SourceNumber, post.Position });
        builder.HasIndex(post => new { post.MapId, post.SourceNumber, post.ParentNumber });
        builder.HasOne<ForumThreadRow>().WithMany().HasForeignKey(post => new { post.MapId, post.SourceNumber }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PostVersionRow> builder)
    {
        builder.ToTable("post_versions");
        builder.HasKey(version => new { version.MapId, version.SourceNumber, version.Number, version.Version });
        builder.Property(version => version.Title).HasMaxLength(PostRow.MaxTitleLength);
        builder.HasOne<PostRow>().WithMany().HasForeignKey(version => new { version.MapId, version.SourceNumber, version.Number }).OnDelete(DeleteBehavior.Restrict);
    }
}
