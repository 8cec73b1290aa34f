using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Discussion;

/// <summary>All that people can change about a comment.</summary>
/// <param name="About">The node or relation whose thread it is in.</param>
/// <param name="ReplyTo">Number of the comment it replies to, or null at the top of the thread.</param>
/// <param name="Body">Markdown, at most <see cref="CommentRow.MaxBodyLength"/> characters.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="IsWithdrawn">A withdrawn comment keeps its place, so that its replies stay readable.</param>
public sealed record CommentState(Thing About, int? ReplyTo, string Body, Guid Author, bool IsWithdrawn = false);

/// <summary>One message in the thread of a node or relation.</summary>
public sealed class CommentRow : ThingRow<CommentState>
{
    public const int MaxBodyLength = 20_000;

    public int? AboutNode { get; set; }

    public int? AboutRelation { get; set; }

    public int? ReplyTo { get; set; }

    public string Body { get; set; } = "";

    public Guid AuthorId { get; set; }

    public bool IsWithdrawn { get; set; }

    public override CommentState State
    {
        get => new(Thing.FromColumns(AboutNode, AboutRelation), ReplyTo, Body, AuthorId, IsWithdrawn);
        set
        {
            AboutNode = value.About.NumberIf(ThingKind.Node);
            AboutRelation = value.About.NumberIf(ThingKind.Relation);
            (ReplyTo, Body, AuthorId, IsWithdrawn) = (value.ReplyTo, value.Body, value.Author, value.IsWithdrawn);
        }
    }
}

/// <summary>All that people can change about a thread as a whole.</summary>
/// <param name="About">The node or relation it discusses.</param>
/// <param name="IsResolved">Whether its people consider it settled; anyone may reopen it.</param>
/// <param name="By">Who resolved or reopened it last.</param>
public sealed record ThreadResolution(Thing About, bool IsResolved, Guid By);

/// <summary>The thread of the node or relation with the same number; there is a row once it has been resolved.</summary>
public sealed class ThreadRow : ThingRow<ThreadResolution>
{
    public int? AboutNode { get; set; }

    public int? AboutRelation { get; set; }

    public bool IsResolved { get; set; }

    public Guid ById { get; set; }

    public override ThreadResolution State
    {
        get => new(Thing.FromColumns(AboutNode, AboutRelation), IsResolved, ById);
        set
        {
            AboutNode = value.About.NumberIf(ThingKind.Node);
            AboutRelation = value.About.NumberIf(ThingKind.Relation);
            (IsResolved, ById) = (value.IsResolved, value.By);
        }
    }
}

internal sealed class DiscussionConfiguration : IEntityTypeConfiguration<CommentRow>, IEntityTypeConfiguration<ThreadRow>
{
    public void Configure(EntityTypeBuilder<CommentRow> builder)
    {
        builder.ToTable("comments", table => table.HasCheckConstraint("ck_comments_about", "num_nonnulls(about_node, about_relation) = 1"));
        builder.HasKey(comment => new { comment.MapId, comment.Number });
        builder.Property(comment => comment.Number).ValueGeneratedNever();
        builder.Property(comment => comment.Body).HasMaxLength(CommentRow.MaxBodyLength);
        builder.Ignore(comment => comment.State);
        builder.HasOne<MapRow>().WithMany().HasForeignKey(comment => comment.MapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(comment => comment.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(comment => new { comment.MapId, comment.AboutNode }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RelationRow>().WithMany().HasForeignKey(comment => new { comment.MapId, comment.AboutRelation }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CommentRow>().WithMany().HasForeignKey(comment => new { comment.MapId, comment.ReplyTo }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ThreadRow> builder)
    {
        builder.ToTable("threads", table => table.HasCheckConstraint("ck_threads_about", "coalesce(about_node, about_relation) = number and num_nonnulls(about_node, about_relation) = 1"));
        builder.HasKey(thread => new { thread.MapId, thread.Number });
        builder.Property(thread => thread.Number).ValueGeneratedNever();
        builder.Ignore(thread => thread.State);
        builder.HasOne<Person>().WithMany().HasForeignKey(thread => thread.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(thread => new { thread.MapId, thread.AboutNode }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RelationRow>().WithMany().HasForeignKey(thread => new { thread.MapId, thread.AboutRelation }).OnDelete(DeleteBehavior.Restrict);
    }
}
