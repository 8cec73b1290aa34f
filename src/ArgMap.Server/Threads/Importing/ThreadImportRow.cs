using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Threads.Importing;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>Nobody works on it yet.</summary>
    Waiting,

    /// <summary>The thread is being asked for at its address.</summary>
    Fetching,

    /// <summary>What was given or fetched is being read.</summary>
    Reading,

    /// <summary>Posts are being stored.</summary>
    Storing,

    /// <summary>Posts are stored; suggestions are being drafted.</summary>
    Drafting,

    /// <summary>All of it is done.</summary>
    Done,

    /// <summary>It could not be done; the message says why.</summary>
    Failed,

    /// <summary>Somebody stopped it. What was stored stays.</summary>
    Cancelled,
}

/// <summary>A thread on its way into a map. A background job takes it up, and takes it up again when the one who worked on it has died.</summary>
public sealed class ThreadImportRow
{
    public const int MaxMessageLength = 2_000;
    public const int MaxFormatLength = 60;

    /// <summary>Made of the person's key for the request, where they gave one: a request that is sent again finds the import it started.</summary>
    public Guid Id { get; set; }

    public long MapId { get; set; }

    /// <summary>The thread's source; null until the first post is about to be stored, unless the import brings a thread up to date.</summary>
    public int? SourceNumber { get; set; }

    public Guid ActorId { get; set; }

    public ImportState State { get; set; }

    /// <summary>The format to read it as, where the person overruled what is recognised.</summary>
    public string? FormatWanted { get; set; }

    /// <summary>The address to fetch from; null when files or text were given.</summary>
    public string? Address { get; set; }

    /// <summary>The import whose raw inputs are read again, before its own; null for none.</summary>
    public Guid? Rereads { get; set; }

    /// <summary>The map's title comes from the thread, once that is known.</summary>
    public bool TakesTitle { get; set; }

    /// <summary>How many posts are stored so far.</summary>
    public int PostsStored { get; set; }

    /// <summary>How many posts there are to store; null until the thread has been read.</summary>
    public int? PostsFound { get; set; }

    /// <summary>What it is doing in more words, or why it failed.</summary>
    public string? Message { get; set; }

    /// <summary>JSON: the <see cref="ImportOutcome"/>; null until there is something to say.</summary>
    public string? Outcome { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the one who works on it last said so.</summary>
    public DateTimeOffset HeartbeatAt { get; set; }

    /// <summary>Names the one who works on it, so that one who was given up for dead stores nothing more.</summary>
    public Guid? Claim { get; set; }

    /// <summary>How often it was taken up. What has killed several workers is not tried again.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool IsCancelAsked { get; set; }
}

/// <summary>What an import changed, in numbers.</summary>
/// <param name="New">Posts that were not there before.</param>
/// <param name="Changed">Posts with another body than before.</param>
/// <param name="Unchanged">Posts whose body is as it was.</param>
/// <param name="Vanished">Posts that were there before and are not any more.</param>
/// <param name="Moved">Citations whose words stand elsewhere in their post.</param>
/// <param name="Uncertain">Citations that a person has to look at.</param>
/// <param name="Orphaned">Citations whose words are gone.</param>
/// <param name="Suggestions">Suggestions that are open.</param>
/// <param name="NotFetched">What could not be fetched, a sentence each; posts that are not there then have not vanished.</param>
/// <param name="IsUnchanged">The forum said that nothing has changed since the thread was read before.</param>
/// <param name="DraftedPosts">How many posts suggestions were made of, from the first on; null for all.</param>
/// <param name="Unseen">Posts that were there before and are not in what was read, but are not taken to be gone: what was read is damaged or lacks parts.</param>
/// <param name="IsMended">What was given is damaged, and was read together with what was given before.</param>
/// <param name="WasThere">The map had the thread already, and it was brought up to date in place of being added once more.</param>
/// <param name="Alike">The source of a thread of the map that may be the same one, though nothing decides it.</param>
/// <param name="PostsAlike">How many posts stand there too.</param>
/// <param name="Notes">What else is to be known of what was fetched, a sentence each, such as that the address led on to another.</param>
public sealed record ImportOutcome(
    int New = 0, int Changed = 0, int Unchanged = 0, int Vanished = 0, int Moved = 0, int Uncertain = 0, int Orphaned = 0, int Suggestions = 0, IReadOnlyList<string>? NotFetched = null, bool IsUnchanged = false,
    int? DraftedPosts = null, int Unseen = 0, bool IsMended = false, IReadOnlyList<string>? Notes = null,
    bool WasThere = false, int? Alike = null, int PostsAlike = 0);

/// <summary>A file, page or text that an import was given or fetched, compressed: a better reader can read it again.</summary>
public sealed class RawInputRow
{
    public const int MaxNameLength = 300;

    public long MapId { get; set; }

    /// <summary>The import that brought it.</summary>
    public Guid ImportId { get; set; }

    /// <summary>Its place among the import's inputs, from 0.</summary>
    public int Index { get; set; }

    /// <summary>What reports call it, such as the file's name.</summary>
    public required string Name { get; set; }

    /// <summary>Where it was fetched from, if it was.</summary>
    public string? Address { get; set; }

    /// <summary>The content, compressed with Brotli.</summary>
    public required byte[] Bytes { get; set; }

    /// <summary>How many bytes it has uncompressed.</summary>
    public long Length { get; set; }

    /// <summary>SHA-256 of the content, uncompressed.</summary>
    public required byte[] Sha256 { get; set; }
}

internal sealed class ThreadImportConfiguration : IEntityTypeConfiguration<ThreadImportRow>, IEntityTypeConfiguration<RawInputRow>
{
    public void Configure(EntityTypeBuilder<ThreadImportRow> builder)
    {
        builder.ToTable("thread_imports", table => table.HasCheckConstraint("ck_thread_imports_end", "(state in ('Done', 'Failed', 'Cancelled')) = (finished_at is not null)"));
        builder.HasKey(import => import.Id);
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(import => import.FormatWanted).HasMaxLength(ThreadImportRow.MaxFormatLength);
        builder.Property(import => import.Address).HasMaxLength(SourceRow.MaxUrlLength);
        builder.Property(import => import.Message).HasMaxLength(ThreadImportRow.MaxMessageLength);
        builder.Property(import => import.Outcome).HasColumnType("jsonb");
        builder.HasIndex(import => new { import.MapId, import.SourceNumber });
        builder.HasIndex(import => import.CreatedAt).HasFilter("finished_at is null");
        builder.HasOne<MapRow>().WithMany().HasForeignKey(import => import.MapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SourceRow>().WithMany().HasForeignKey(import => new { import.MapId, import.SourceNumber }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(import => import.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ThreadImportRow>().WithMany().HasForeignKey(import => import.Rereads).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RawInputRow> builder)
    {
        builder.ToTable("raw_inputs");
        builder.HasKey(input => new { input.MapId, input.ImportId, input.Index });
        builder.Property(input => input.Index).ValueGeneratedNever();
        builder.Property(input => input.Name).HasMaxLength(RawInputRow.MaxNameLength);
        builder.Property(input => input.Address).HasMaxLength(SourceRow.MaxUrlLength);
        builder.HasOne<ThreadImportRow>().WithMany().HasForeignKey(input => input.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
