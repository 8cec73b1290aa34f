using System.Security.Claims;

namespace ArgMap.Server.Accounts;

/// <summary>Who is reading or writing: a person who has signed in, or nobody in particular.</summary>
/// <param name="Id">The person's id, or null for a reader who has not signed in.</param>
/// <param name="Name">Their name, or null.</param>
public sealed record Actor(Guid? Id, string? Name)
{
    /// <summary>A reader who has not signed in.</summary>
    public static Actor Anonymous { get; } = new(null, null);

    /// <summary>True when they may write at all.</summary>
    public bool IsSignedIn => Id is not null;

    /// <summary>Who the request comes from.</summary>
    public static Actor From(ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new(id, principal.Identity.Name)
            : Anonymous;

    /// <summary>Lets endpoints take an <see cref="Actor"/> as an ordinary parameter.</summary>
    public static ValueTask<Actor?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult<Actor?>(From(context.User));
    }
}
