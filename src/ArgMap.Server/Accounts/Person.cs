using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArgMap.Server.Accounts;

/// <summary>Someone who can sign in and write. Their name is how others see them.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public const int MinNameLength = 2;
    public const int MaxNameLength = 40;
    public const int MinPasswordLength = 8;
    public const int MaxPasswordLength = 200;

    public DateTimeOffset JoinedAt { get; set; }
}

/// <summary>A secret by which a program acts as a person through the API. Only its hash is kept.</summary>
public sealed class AccessTokenRow
{
    public const int MaxLabelLength = 80;

    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>What the person calls it.</summary>
    public required string Label { get; set; }

    /// <summary>SHA-256 of the token. The token has 256 random bits, so a slow hash would add nothing.</summary>
    public required byte[] Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last used, to the hour.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A key that protects cookies and forms. In the database, so that sessions survive a restart and are shared by all servers.</summary>
public sealed class DataProtectionKeyRow
{
    public int Id { get; set; }

    public string? FriendlyName { get; set; }

    public required string Xml { get; set; }
}

internal sealed class AccountsConfiguration :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<AccessTokenRow>,
    IEntityTypeConfiguration<DataProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.UserName).HasMaxLength(Person.MaxNameLength).IsRequired();
        builder.Property(person => person.NormalizedUserName).HasMaxLength(Person.MaxNameLength).IsRequired();
    }

    public void Configure(EntityTypeBuilder<AccessTokenRow> builder)
    {
        builder.ToTable("access_tokens");
        builder.HasKey(token => token.Id);
        builder.Property(token => token.Label).HasMaxLength(AccessTokenRow.MaxLabelLength);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasIndex(token => token.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(token => token.PersonId);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKeyRow> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).UseIdentityAlwaysColumn();
    }
}
