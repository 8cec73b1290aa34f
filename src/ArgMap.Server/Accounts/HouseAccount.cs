using ArgMap.Server.Database;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Accounts;

/// <summary>An account that owns what no person wrote, such as the demo map. It has no password and no e-mail address: nobody can sign in as it.</summary>
public static class HouseAccount
{
    /// <summary>The account of a name; made when it is not there yet.</summary>
    public static async Task<Actor> FindOrMake(ArgMapDbContext db, TimeProvider clock, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        var normalized = name.ToUpperInvariant();
        var person = await db.People.SingleOrDefaultAsync(known => known.NormalizedUserName == normalized, cancellation);
        if (person is null)
        {
            person = new Person { UserName = name, NormalizedUserName = normalized, JoinedAt = clock.GetUtcNow(), SecurityStamp = normalized, LockoutEnabled = true };
            db.People.Add(person);
            await db.SaveChangesAsync(cancellation);
        }

        return new Actor(person.Id, name);
    }
}
