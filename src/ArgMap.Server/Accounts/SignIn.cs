using System.Globalization;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Identity;

namespace ArgMap.Server.Accounts;

/// <summary>Finds out whether somebody is who they say. What they get for it (a session, an access token) is the caller's.</summary>
public static class SignIn
{
    /// <param name="Name">The name they signed up with, in any case.</param>
    /// <param name="Password">Their password.</param>
    public sealed record Request(string? Name, string? Password);

    /// <summary>The person; or that name and password do not belong together; or until when the account is locked.</summary>
    public static async Task<Outcome<Person>> Handle(SignInManager<Person> signIn, TimeProvider clock, Request request)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(request);
        var check = new InputCheck();
        if (string.IsNullOrWhiteSpace(request.Name))
        {
            check.Wrong("name", "The name is missing. Type the name you signed up with.");
        }

        if (string.IsNullOrEmpty(request.Password))
        {
            check.Wrong("password", "The password is missing. Type it.");
        }

        if (check.Refuses(out var refusal))
        {
            return refusal;
        }

        // What nobody can be called and no password can be is not worth a look into the database, or a hash.
        var isPossible = request.Name!.Length <= Person.MaxNameLength * 4 && request.Password!.Length <= Person.MaxPasswordLength;
        var person = isPossible ? await signIn.UserManager.FindByNameAsync(PersonName.Clean(request.Name)) : null;
        return person is null ? Wrong() : await CheckPassword(signIn, clock, person, request.Password!) is { } no ? no : person;
    }

    /// <summary>Null when it is their password; else why not. Wrong ones count towards the lockout.</summary>
    internal static async Task<Refusal?> CheckPassword(SignInManager<Person> signIn, TimeProvider clock, Person person, string password)
    {
        var result = await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.IsLockedOut ? LockedOut.Until(person.LockoutEnd ?? clock.GetUtcNow(), clock.GetUtcNow())
            : Wrong();
    }

    private static Refusal Wrong() => new(
        StatusCodes.Status401Unauthorized,
        "wrong-credentials",
        "Name or password is wrong",
        "There is no account with this name and this password. Check both: case matters in the password, not in the name.");
}

/// <summary>Too many wrong passwords in a row.</summary>
/// <param name="Detail">Until when, in words.</param>
/// <param name="End">From when on the password is looked at again.</param>
/// <param name="Wait">How long that is from now.</param>
public sealed record LockedOut(string Detail, DateTimeOffset End, TimeSpan Wait)
    : Refusal(StatusCodes.Status423Locked, "locked-out", "Too many wrong passwords", Detail)
{
    /// <summary>The refusal for an account that is locked until <paramref name="end"/>.</summary>
    internal static LockedOut Until(DateTimeOffset end, DateTimeOffset now)
    {
        var wait = end > now ? end - now : TimeSpan.Zero;
        var minutes = (int)Math.Max(1, Math.Ceiling(wait.TotalMinutes));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"There were too many wrong passwords for this name, so it is locked until {end.UtcDateTime.AddSeconds(59):HH:mm} UTC ({(minutes == 1 ? "one minute" : $"{minutes} minutes")} from now). Then try again."),
            end,
            wait);
    }
}
