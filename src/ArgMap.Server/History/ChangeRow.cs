using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.History;

/// <summary>One entry of a map's append-only log. What the entries of a map add up to is the map.</summary>
public sealed class ChangeRow
{
    public const int MaxIdempotencyKeyLength = 100;

    public long MapId { get; set; }

    /// <summary>The map's revision that this change made; 1, 2, 3, … without gaps.</summary>
    public int Revision { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid ActorId { get; set; }

    public ChangeKind Kind { get; set; }

    /// <summary>JSON: the list of <see cref="Effect"/>s.</summary>
    public required string Payload { get; set; }

    /// <summary>The things it touched, as <c>map id/key</c> (<see cref="Effect.Key"/>), by which the log is searched for one thing's history.</summary>
    public required List<string> Things { get; set; }

    /// <summary>The revision of the change that this one undoes.</summary>
    public int? Undoes { get; set; }

    /// <summary>The writer's key for the request: the same key by the same person makes one change.</summary>
    public required string IdempotencyKey { get; set; }

    /// <summary>SHA-256 of the request, so that a key used again for something else is noticed.</summary>
    public required byte[] RequestHash { get; set; }
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<ChangeRow>
{
    public void Configure(EntityTypeBuilder<ChangeRow> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(change => new { change.MapId, change.Revision });
        builder.Property(change => change.Revision).ValueGeneratedNever();
        builder.Property(change => change.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(change => change.Payload).HasColumnType("jsonb");
        builder.Property(change => change.IdempotencyKey).HasMaxLength(ChangeRow.MaxIdempotencyKeyLength);
        builder.HasIndex(change => new { change.MapId, change.ActorId, change.IdempotencyKey }).IsUnique();
        builder.HasIndex(change => change.Things).HasMethod("gin");
        builder.HasIndex(change => new { change.MapId, change.Undoes }).HasFilter("undoes is not null");
        builder.HasOne<MapRow>().WithMany().HasForeignKey(change => change.MapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(change => change.ActorId).OnDelete(DeleteBehavior.Restrict);
    }
}
