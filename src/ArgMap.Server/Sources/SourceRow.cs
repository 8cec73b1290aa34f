using System.Collections.Immutable;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Sources;

/// <summary>What a source is, so that a reader knows what following it will ask of them.</summary>
public enum Medium
{
    ForumPost = 0,
    CommentThread = 1,
    Paper = 2,
    Talk = 3,
    Transcript = 4,
    Podcast = 5,
    Book = 6,
    Analysis = 7,
    Other = 8,
}

/// <summary>All that people can change about a source.</summary>
/// <param name="Title">Its title, at most <see cref="SourceRow.MaxTitleLength"/> characters.</param>
/// <param name="Medium">What it is.</param>
/// <param name="Url">Its http or https address; null while nobody knows it, which makes it an open request.</param>
/// <param name="Authors">Who made it, in the order given there.</param>
/// <param name="Published">When: a year, a month or a day (<c>2023</c>, <c>2023-02</c>, <c>2023-02-21</c>).</param>
/// <param name="Minutes">How long it takes to hear or watch, in minutes.</param>
/// <param name="Words">How long it is to read, in words.</param>
/// <param name="Note">Markdown: what is known of it, or asked for.</param>
/// <param name="Text">Its words, when they may be kept here, so that citations lead to the passage.</param>
/// <param name="AddedBy">Who added it to the map.</param>
/// <param name="IsWithdrawn">Withdrawn sources are no longer listed.</param>
public sealed record SourceState(
    string Title,
    Medium Medium,
    string? Url,
    ImmutableArray<string> Authors,
    string? Published,
    int? Minutes,
    int? Words,
    string? Note,
    string? Text,
    Guid AddedBy,
    bool IsWithdrawn = false);

/// <summary>Something outside the map that it rests on: a post, a talk, a paper.</summary>
public sealed class SourceRow : ThingRow<SourceState>
{
    public const int MaxTitleLength = 300;
    public const int MaxUrlLength = 2_000;
    public const int MaxAuthors = 50;
    public const int MaxAuthorLength = 120;
    public const int MaxNoteLength = 4_000;
    public const int MaxTextLength = 200_000;

    public string Title { get; set; } = "";

    public Medium Medium { get; set; }

    public string? Url { get; set; }

    public List<string> Authors { get; set; } = [];

    public string? Published { get; set; }

    public int? Minutes { get; set; }

    public int? Words { get; set; }

    public string? Note { get; set; }

    public string? Text { get; set; }

    public Guid AddedById { get; set; }

    public bool IsWithdrawn { get; set; }

    public override SourceState State
    {
        get => new(Title, Medium, Url, [.. Authors], Published, Minutes, Words, Note, Text, AddedById, IsWithdrawn);
        set => (Title, Medium, Url, Authors, Published, Minutes, Words, Note, Text, AddedById, IsWithdrawn) =
            (value.Title, value.Medium, value.Url, [.. value.Authors], value.Published, value.Minutes, value.Words, value.Note, value.Text, value.AddedBy, value.IsWithdrawn);
    }
}

/// <summary>What one source is to another.</summary>
public enum SourceLinkKind
{
    TranscriptOf = 0,
    RespondsTo = 1,
    Narrates = 2,
}

/// <summary>All there is to a relation between sources: <c>From</c> is a transcript of, responds to, or narrates <c>To</c>.</summary>
public sealed record SourceLinkState(int From, SourceLinkKind Kind, int To, Guid AddedBy, bool IsWithdrawn = false);

/// <summary>A relation between two sources of a map.</summary>
public sealed class SourceLinkRow : ThingRow<SourceLinkState>
{
    public int FromSource { get; set; }

    public SourceLinkKind Kind { get; set; }

    public int ToSource { get; set; }

    public Guid AddedById { get; set; }

    public bool IsWithdrawn { get; set; }

    public override SourceLinkState State
    {
        get => new(FromSource, Kind, ToSource, AddedById, IsWithdrawn);
        set => (FromSource, Kind, ToSource, AddedById, IsWithdrawn) = (value.From, value.Kind, value.To, value.AddedBy, value.IsWithdrawn);
    }
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<SourceRow>, IEntityTypeConfiguration<SourceLinkRow>
{
    public void Configure(EntityTypeBuilder<SourceRow> builder)
    {
        builder.ToTable("sources", table =>
        {
            table.HasCheckConstraint("ck_sources_published", @"published ~ '^\d{4}(-\d{2}(-\d{2})?)?$'");
            table.HasCheckConstraint("ck_sources_length", "minutes > 0 and words > 0");
        });
        builder.HasKey(source => new { source.MapId, source.Number });
        builder.Property(source => source.Number).ValueGeneratedNever();
        builder.Property(source => source.Title).HasMaxLength(SourceRow.MaxTitleLength);
        builder.Property(source => source.Url).HasMaxLength(SourceRow.MaxUrlLength);
        builder.Property(source => source.Published).HasMaxLength(10);
        builder.Property(source => source.Note).HasMaxLength(SourceRow.MaxNoteLength);
        builder.Property(source => source.Text).HasMaxLength(SourceRow.MaxTextLength);
        builder.Ignore(source => source.State);
        builder.HasOne<MapRow>().WithMany().HasForeignKey(source => source.MapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(source => source.AddedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SourceLinkRow> builder)
    {
        builder.ToTable("source_links", table => table.HasCheckConstraint("ck_source_links_two", "from_source <> to_source"));
        builder.HasKey(link => new { link.MapId, link.Number });
        builder.Property(link => link.Number).ValueGeneratedNever();
        builder.Ignore(link => link.State);
        builder.HasOne<SourceRow>().WithMany().HasForeignKey(link => new { link.MapId, link.FromSource }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SourceRow>().WithMany().HasForeignKey(link => new { link.MapId, link.ToSource }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}
