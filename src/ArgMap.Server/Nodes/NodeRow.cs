using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Nodes;

/// <summary>All that people can change about a node.</summary>
/// <param name="Kind">A claim or a question.</param>
/// <param name="Text">What it says, so that it stands alone; at most <see cref="Node.MaxTextLength"/> characters.</param>
/// <param name="Detail">Markdown that explains it, at most <see cref="Node.MaxDetailLength"/> characters.</param>
/// <param name="Author">Who added it.</param>
/// <param name="PromotedFrom">Number of the comment it was promoted from.</param>
/// <param name="IsWithdrawn">Withdrawn nodes stay readable in the history and take no part in the argument.</param>
public sealed record NodeState(NodeKind Kind, string Text, string? Detail, Guid Author, int? PromotedFrom = null, bool IsWithdrawn = false);

/// <summary>One proposition or question of a map.</summary>
public sealed class NodeRow : ThingRow<NodeState>
{
    public NodeKind Kind { get; set; }

    public string Text { get; set; } = "";

    public string? Detail { get; set; }

    public Guid AuthorId { get; set; }

    public int? PromotedFrom { get; set; }

    public bool IsWithdrawn { get; set; }

    public override NodeState State
    {
        get => new(Kind, Text, Detail, AuthorId, PromotedFrom, IsWithdrawn);
        set => (Kind, Text, Detail, AuthorId, PromotedFrom, IsWithdrawn) =
            (value.Kind, value.Text, value.Detail, value.Author, value.PromotedFrom, value.IsWithdrawn);
    }
}

internal sealed class NodeConfiguration : IEntityTypeConfiguration<NodeRow>
{
    public void Configure(EntityTypeBuilder<NodeRow> builder)
    {
        builder.ToTable("nodes", table => table.HasCheckConstraint("ck_nodes_kind", "kind between 0 and 1"));
        builder.HasKey(node => new { node.MapId, node.Number });
        builder.Property(node => node.Number).ValueGeneratedNever();
        builder.Property(node => node.Text).HasMaxLength(Node.MaxTextLength);
        builder.Property(node => node.Detail).HasMaxLength(Node.MaxDetailLength);
        builder.Ignore(node => node.State);
        builder.HasOne<MapRow>().WithMany().HasForeignKey(node => node.MapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(node => node.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}
