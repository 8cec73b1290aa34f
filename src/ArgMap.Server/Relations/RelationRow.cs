using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Relations;

/// <summary>All that people can change about a relation.</summary>
/// <param name="Kind">What the premises do to the target.</param>
/// <param name="Premises">Numbers of the premise nodes, in the order they are read.</param>
/// <param name="Target">The node or relation the step is about.</param>
/// <param name="Author">Who added it.</param>
/// <param name="IsWithdrawn">Withdrawn relations stay readable in the history and take no part in the argument.</param>
public sealed record RelationState(RelationKind Kind, ImmutableArray<int> Premises, Thing Target, Guid Author, bool IsWithdrawn = false);

/// <summary>One step of a map's argument.</summary>
public sealed class RelationRow : ThingRow<RelationState>
{
    public RelationKind Kind { get; set; }

    public int? TargetNode { get; set; }

    public int? TargetRelation { get; set; }

    public Guid AuthorId { get; set; }

    public bool IsWithdrawn { get; set; }

    public List<PremiseRow> Premises { get; } = [];

    public override RelationState State
    {
        get => new(
            Kind,
            [.. Premises.OrderBy(premise => premise.Position).Select(premise => premise.NodeNumber)],
            Thing.FromColumns(TargetNode, TargetRelation),
            AuthorId,
            IsWithdrawn);
        set
        {
            (Kind, AuthorId, IsWithdrawn) = (value.Kind, value.Author, value.IsWithdrawn);
            TargetNode = value.Target.NumberIf(ThingKind.Node);
            TargetRelation = value.Target.NumberIf(ThingKind.Relation);
            Premises.RemoveAll(premise => !value.Premises.Contains(premise.NodeNumber));
            for (var position = 0; position < value.Premises.Length; position++)
            {
                var number = value.Premises[position];
                if (Premises.Find(premise => premise.NodeNumber == number) is { } kept)
                {
                    kept.Position = position;
                }
                else
                {
                    Premises.Add(new PremiseRow { MapId = MapId, RelationNumber = Number, NodeNumber = number, Position = position });
                }
            }
        }
    }
}

/// <summary>One premise of a relation.</summary>
public sealed class PremiseRow
{
    public long MapId { get; set; }

    public int RelationNumber { get; set; }

    public int NodeNumber { get; set; }

    /// <summary>Its place among the relation's premises, from 0.</summary>
    public int Position { get; set; }
}

internal sealed class RelationConfiguration : IEntityTypeConfiguration<RelationRow>, IEntityTypeConfiguration<PremiseRow>
{
    public void Configure(EntityTypeBuilder<RelationRow> builder)
    {
        builder.ToTable("relations", table =>
        {
            table.HasCheckConstraint("ck_relations_kind", "kind between 0 and 5");
            table.HasCheckConstraint("ck_relations_target", "num_nonnulls(target_node, target_relation) = 1");
        });
        builder.HasKey(relation => new { relation.MapId, relation.Number });
        builder.Property(relation => relation.Number).ValueGeneratedNever();
        builder.Ignore(relation => relation.State);
        builder.Navigation(relation => relation.Premises).AutoInclude();
        builder.HasMany(relation => relation.Premises).WithOne().HasForeignKey(premise => new { premise.MapId, premise.RelationNumber });
        builder.HasOne<MapRow>().WithMany().HasForeignKey(relation => relation.MapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(relation => relation.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(relation => new { relation.MapId, relation.TargetNode }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RelationRow>().WithMany().HasForeignKey(relation => new { relation.MapId, relation.TargetRelation }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PremiseRow> builder)
    {
        builder.ToTable("premises");
        builder.HasKey(premise => new { premise.MapId, premise.RelationNumber, premise.NodeNumber });
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(premise => new { premise.MapId, premise.NodeNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
