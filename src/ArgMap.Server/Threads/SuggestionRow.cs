using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Threads;

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    /// <summary>Nobody has answered it.</summary>
    Open,

    /// <summary>Somebody put it into the map, as it was or changed.</summary>
    Accepted,

    /// <summary>Somebody said that it does not belong into the map.</summary>
    Rejected,
}

/// <summary>What drafting suggests that a passage of a thread could become. Open ones are made anew whenever the thread is read again; answered ones stay.</summary>
public sealed class SuggestionRow
{
    public long MapId { get; set; }

    public int SourceNumber { get; set; }

    /// <summary>Its number within the thread, from 1. Never given again: a suggestion that is made anew keeps it.</summary>
    public int Number { get; set; }

    /// <summary>
    /// JSON: the <see cref="Suggestion"/>, as <see cref="ThreadJson"/> writes it, with <see cref="Suggestion.Number"/> and
    /// <see cref="SuggestedTarget.Suggestion"/> as in this table and every <see cref="DraftPassage.Post"/> the number of a <see cref="PostRow"/> in digits.
    /// </summary>
    public required string Payload { get; set; }

    /// <summary>How likely it is worth a place in the map, from 0 to 1.</summary>
    public double Rank { get; set; }

    public SuggestionKind Kind { get; set; }

    /// <summary>Number of the post that its first passage is in; null when it stands in none.</summary>
    public int? PostNumber { get; set; }

    public SuggestionState State { get; set; }

    public Guid? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The node that was made of it.</summary>
    public int? MadeNode { get; set; }

    /// <summary>The relation that was made of it.</summary>
    public int? MadeRelation { get; set; }

    /// <summary>The citation that was made of it: of its first passage. While that is withdrawn, by an undo as by a person, the suggestion is open again.</summary>
    public int? MadeCitation { get; set; }

    /// <summary>The source that was made of it or that it gave the address of.</summary>
    public int? MadeSource { get; set; }

    /// <summary>The map's revision that put it into the map.</summary>
    public int? MadeRevision { get; set; }

    /// <summary>It was suggested by a language model that somebody asked, not by the rules. Reading the thread again leaves it.</summary>
    public bool IsFromModel { get; set; }

    public DateTimeOffset DraftedAt { get; set; }
}

internal sealed class SuggestionConfiguration : IEntityTypeConfiguration<SuggestionRow>
{
    public void Configure(EntityTypeBuilder<SuggestionRow> builder)
    {
        builder.ToTable("suggestions", table => table.HasCheckConstraint("ck_suggestions_answer", "(state = 'Open') = (answered_at is null)"));
        builder.HasKey(suggestion => new { suggestion.MapId, suggestion.SourceNumber, suggestion.Number });
        builder.Property(suggestion => suggestion.Number).ValueGeneratedNever();
        builder.Property(suggestion => suggestion.Payload).HasColumnType("jsonb");
        builder.Property(suggestion => suggestion.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(suggestion => suggestion.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(suggestion => suggestion.IsFromModel).HasDefaultValue(false);
        builder.HasIndex(suggestion => new { suggestion.MapId, suggestion.SourceNumber, suggestion.PostNumber });

        // Every page of a map asks whether there is one; of long threads, thousands may be answered.
        builder.HasIndex(suggestion => suggestion.MapId).HasFilter("state = 'Open'");
        builder.HasOne<ForumThreadRow>().WithMany().HasForeignKey(suggestion => new { suggestion.MapId, suggestion.SourceNumber }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(suggestion => suggestion.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
    }
}
