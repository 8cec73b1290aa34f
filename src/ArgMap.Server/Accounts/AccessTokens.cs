using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Accounts;

/// <summary>An access token as its person sees it in the list.</summary>
/// <param name="Id">Its id; not secret.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, to the hour; null when never.</param>
public sealed record AccessToken(Guid Id, string Label, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>An access token that was just made: the only time it can be seen.</summary>
/// <param name="Id">Its id; not secret.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="Token">The secret itself.</param>
public sealed record NewAccessToken(Guid Id, string Label, string Token);

/// <summary>What an access token looks like, and which of them a person has.</summary>
public static class AccessTokens
{
    /// <summary>Begins every token, so that tools which look for leaked secrets can find it.</summary>
    public const string Prefix = "argmap_";

    /// <summary>A token is the prefix and 32 random bytes in base64url.</summary>
    public const int Length = 7 + 43;

    /// <summary>The person's tokens that work, newest first.</summary>
    public static async Task<IReadOnlyList<AccessToken>> Of(ArgMapDbContext db, Guid person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.AccessTokens.AsNoTracking()
            .Where(token => token.PersonId == person && token.RevokedAt == null)
            .OrderByDescending(token => token.CreatedAt)
            .Select(token => new AccessToken(token.Id, token.Label, token.CreatedAt, token.LastUsedAt))
            .ToListAsync(cancellation);
    }

    internal static string Random() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>Makes an access token.</summary>
public static class CreateAccessToken
{
    /// <summary>More than anyone needs; keeps the list one page long.</summary>
    public const int MaxPerPerson = 50;

    /// <summary>Makes it, or says why not.</summary>
    /// <param name="db">The database.</param>
    /// <param name="clock">When.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="label">What they call it.</param>
    /// <param name="id">The form's own key, which becomes the token's id: so a form that was sent twice makes one token.</param>
    /// <param name="cancellation">Gives up; nothing is made.</param>
    public static async Task<Outcome<NewAccessToken>> Handle(ArgMapDbContext db, TimeProvider clock, Guid person, string? label, Guid? id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        var check = new InputCheck();
        var name = check.Required("label", label, AccessTokenRow.MaxLabelLength, "The label");
        if (check.Refuses(out var refusal))
        {
            return refusal;
        }

        if (id is not null && await db.AccessTokens.AnyAsync(token => token.Id == id, cancellation))
        {
            return Refusal.Conflict("token-made", "This token was made already, and a token is shown only once. If you did not keep it, revoke it below and make another.") with { Title = "Already made" };
        }

        if (await db.AccessTokens.CountAsync(token => token.PersonId == person && token.RevokedAt == null, cancellation) >= MaxPerPerson)
        {
            return Refusal.Conflict("too-many-tokens", $"You have {MaxPerPerson} access tokens, which is as many as one person may have. Revoke one you no longer use.") with { Title = "Too many access tokens" };
        }

        var now = clock.GetUtcNow();
        var secret = AccessTokens.Random();
        var row = new AccessTokenRow { Id = id ?? Guid.CreateVersion7(now), PersonId = person, Label = name, Hash = AccessTokens.HashOf(secret), CreatedAt = now };
        db.AccessTokens.Add(row);
        await db.SaveChangesAsync(cancellation);
        return new NewAccessToken(row.Id, name, secret);
    }
}

/// <summary>Makes an access token useless, for good.</summary>
public static class RevokeAccessToken
{
    /// <summary>Revokes it; revoking it again changes nothing. Another person's token is not found.</summary>
    public static async Task<Refusal?> Handle(ArgMapDbContext db, TimeProvider clock, Guid person, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        var now = clock.GetUtcNow();
        var found = await db.AccessTokens
            .Where(token => token.Id == id && token.PersonId == person)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, token => token.RevokedAt ?? now), cancellation);
        return found == 1 ? null : Refusal.NotFound("You have no access token with this id.");
    }
}
