using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Maps;

/// <summary>The page a large map opens with, as readers who have not signed in last got it: so that a server that has just started need not read the map to show it. Nothing is lost when one is.</summary>
public sealed class FirstPageRow
{
    public long MapId { get; set; }

    /// <summary>The reader's settings it was drawn for, as their cookie holds them.</summary>
    public string Settings { get; set; } = "";

    /// <summary>A digest of all that the page follows from: the map's head with its revision, the server's build, the address. Whoever finds another one has no use for the page.</summary>
    public string Seal { get; set; } = "";

    /// <summary>When the map was changed last, as drawn.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The page, compressed by Brotli.</summary>
    public byte[] Body { get; set; } = [];
}

internal sealed class FirstPageConfiguration : IEntityTypeConfiguration<FirstPageRow>
{
    public void Configure(EntityTypeBuilder<FirstPageRow> builder)
    {
        builder.ToTable("first_pages");
        builder.HasKey(page => new { page.MapId, page.Settings });
        builder.Property(page => page.Settings).HasMaxLength(16);
        builder.Property(page => page.Seal).HasMaxLength(64);
        builder.HasOne<MapRow>().WithMany().HasForeignKey(page => page.MapId).OnDelete(DeleteBehavior.Cascade);
    }
}
