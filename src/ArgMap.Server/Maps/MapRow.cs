using ArgMap.Server.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Maps;

/// <summary>Who can read a map.</summary>
public enum Visibility
{
    /// <summary>Everyone, and it is listed.</summary>
    Public = 0,

    /// <summary>Everyone who has its address; it is not listed.</summary>
    Unlisted = 1,

    /// <summary>Its owner. For everyone else it does not exist.</summary>
    Private = 2,
}

/// <summary>All that people can change about a map itself.</summary>
/// <param name="Slug">Its name in addresses; never changes.</param>
/// <param name="Title">Its name, at most <see cref="MapRow.MaxTitleLength"/> characters.</param>
/// <param name="About">Markdown: what the debate is about and where it comes from.</param>
/// <param name="Root">Number of the node the debate is about: a question, or a thesis.</param>
/// <param name="Visibility">Who can read it.</param>
/// <param name="Owner">The person who may edit all of it.</param>
public sealed record MapState(string Slug, string Title, string? About, int? Root, Visibility Visibility, Guid Owner);

/// <summary>One debate. Its nodes, relations, threads and sources are keyed by its id; its row is the lock for writing to any of them.</summary>
public sealed class MapRow
{
    public const int MaxTitleLength = 160;
    public const int MaxAboutLength = 4_000;
    public const int MaxSlugLength = 80;

    public long Id { get; set; }

    /// <summary>Its name in addresses: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

    /// <summary>How many changes it has had; the number of the last one.</summary>
    public int Revision { get; set; }

    /// <summary>The number the next node or relation gets. Never goes back.</summary>
    public int NextNumber { get; set; } = 1;

    /// <summary>The number the next comment, source, source link or citation gets. Never goes back.</summary>
    public int NextEntry { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The idempotency key of its first change, by which a retried creation finds the map it made.</summary>
    public required string CreationKey { get; set; }

    public required string Title { get; set; }

    public string? About { get; set; }

    public int? Root { get; set; }

    public Visibility Visibility { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>The part of the row that changes are about.</summary>
    public MapState State
    {
        get => new(Slug, Title, About, Root, Visibility, OwnerId);
        set => (Slug, Title, About, Root, Visibility, OwnerId) = (value.Slug, value.Title, value.About, value.Root, value.Visibility, value.Owner);
    }
}

internal sealed class MapConfiguration : IEntityTypeConfiguration<MapRow>
{
    public void Configure(EntityTypeBuilder<MapRow> builder)
    {
        builder.ToTable("maps", table =>
        {
            table.HasCheckConstraint("ck_maps_revision", "revision >= 0 and next_number >= 1 and next_entry >= 1");
            table.HasCheckConstraint("ck_maps_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
        });
        builder.HasKey(map => map.Id);
        builder.Property(map => map.Id).UseIdentityByDefaultColumn();
        builder.Property(map => map.Slug).HasMaxLength(MapRow.MaxSlugLength);
        builder.Property(map => map.Title).HasMaxLength(MapRow.MaxTitleLength);
        builder.Property(map => map.About).HasMaxLength(MapRow.MaxAboutLength);
        builder.Property(map => map.CreationKey).HasMaxLength(100);
        builder.Ignore(map => map.State);
        builder.HasIndex(map => map.Slug).IsUnique();
        builder.HasIndex(map => new { map.OwnerId, map.CreationKey }).IsUnique();
        builder.HasIndex(map => new { map.Visibility, map.ChangedAt, map.Id }).IsDescending(false, true, true);
        builder.HasIndex(map => new { map.OwnerId, map.ChangedAt }).IsDescending(false, true);
        builder.HasOne<Person>().WithMany().HasForeignKey(map => map.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
