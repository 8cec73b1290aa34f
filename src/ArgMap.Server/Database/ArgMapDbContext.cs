using ArgMap.Server.Accounts;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Reading.Visits;
using ArgMap.Server.Relations;
using ArgMap.Server.Sources;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Importing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Database;

/// <summary>Everything ArgMap keeps. Each row type is configured beside its declaration, in its slice's folder.</summary>
public sealed class ArgMapDbContext(DbContextOptions<ArgMapDbContext> options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Person> People => Users;

    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<MapRow> Maps => Set<MapRow>();

    public DbSet<NodeRow> Nodes => Set<NodeRow>();

    public DbSet<RelationRow> Relations => Set<RelationRow>();

    public DbSet<PremiseRow> Premises => Set<PremiseRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<ThreadRow> Threads => Set<ThreadRow>();

    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<SourceLinkRow> SourceLinks => Set<SourceLinkRow>();

    public DbSet<CitationRow> Citations => Set<CitationRow>();

    public DbSet<ForumThreadRow> ForumThreads => Set<ForumThreadRow>();

    public DbSet<PostRow> Posts => Set<PostRow>();

    public DbSet<PostVersionRow> PostVersions => Set<PostVersionRow>();

    public DbSet<CitationAnchorRow> CitationAnchors => Set<CitationAnchorRow>();

    public DbSet<SuggestionRow> Suggestions => Set<SuggestionRow>();

    public DbSet<ThreadImportRow> ThreadImports => Set<ThreadImportRow>();

    public DbSet<RawInputRow> RawInputs => Set<RawInputRow>();

    public DbSet<FirstPageRow> FirstPages => Set<FirstPageRow>();

    public DbSet<VisitRow> Visits => Set<VisitRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("person_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("person_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("person_tokens");

        // What Identity's schema version 3 adds. Said here, because the base class adds it only when it finds Identity's options
        // among the services, which the migrator does not have.
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("person_passkeys");
            passkey.HasKey(key => key.CredentialId);
            passkey.Property(key => key.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(key => key.Data).ToJson("data");
            passkey.HasOne<Person>().WithMany().HasForeignKey(key => key.UserId).IsRequired();
        });
        builder.ApplyConfigurationsFromAssembly(typeof(ArgMapDbContext).Assembly);
        SnakeCaseNames.ApplyTo(builder.Model);
    }
}
