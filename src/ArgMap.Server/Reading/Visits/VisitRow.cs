using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Reading.Visits;

/// <summary>When somebody who is signed in last opened a map: enough to say what is new to them, and no more. Shown to nobody else; gone with the account.</summary>
public sealed class VisitRow
{
    public Guid PersonId { get; set; }

    public long MapId { get; set; }

    /// <summary>When they last opened the map.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>When they last opened it in the visit before this one; null when this is the first.</summary>
    public DateTimeOffset? PreviousEnd { get; set; }
}

internal sealed class VisitConfiguration : IEntityTypeConfiguration<VisitRow>
{
    public void Configure(EntityTypeBuilder<VisitRow> builder)
    {
        builder.ToTable("visits", table => table.HasCheckConstraint("ck_visits_order", "previous_end < last_at"));
        builder.HasKey(visit => new { visit.PersonId, visit.MapId });
        builder.HasIndex(visit => visit.MapId);
        builder.HasOne<Person>().WithMany().HasForeignKey(visit => visit.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<MapRow>().WithMany().HasForeignKey(visit => visit.MapId).OnDelete(DeleteBehavior.Cascade);
    }
}
