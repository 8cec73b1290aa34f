using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Accounts;

/// <summary>Makes an account.</summary>
public static class SignUp
{
    /// <param name="Name">How others will see the person.</param>
    /// <param name="Password">At least 8 characters, of any kind.</param>
    /// <param name="Mail">A mail address, or nothing. It is shown to nobody else.</param>
    public sealed record Request(string? Name, string? Password, string? Mail);

    /// <summary>Makes the account, or says what is wrong with which input, or that the name is taken.</summary>
    /// <param name="signIn">Identity.</param>
    /// <param name="clock">When they join.</param>
    /// <param name="request">Who.</param>
    /// <param name="id">The form's own key, which becomes the person's id: so a form that was sent twice makes one account and answers the same.</param>
    public static async Task<Outcome<Person>> Handle(SignInManager<Person> signIn, TimeProvider clock, Request request, Guid? id)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        var check = new InputCheck();
        var name = PersonName.Check(check, "name", request.Name);
        var password = PersonPassword.Check(check, "password", request.Password);
        var mail = ChangeMail.Check(check, "mail", request.Mail);
        if (check.Refuses(out var refusal))
        {
            return refusal;
        }

        var people = signIn.UserManager;
        if (await people.FindByNameAsync(name) is { } namesake)
        {
            return await SentTwice(namesake) is { } before ? before : Taken(name);
        }

        // A form found again in the browser's history carries the key of the account it made before.
        if (id is { } used && await people.FindByIdAsync(used.ToString()) is not null)
        {
            id = null;
        }

        var now = clock.GetUtcNow();
        var person = new Person { Id = id ?? Guid.CreateVersion7(now), UserName = name, Email = mail, JoinedAt = now };
        try
        {
            var made = await people.CreateAsync(person, password);
            return made.Succeeded ? person
                : made.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? Taken(name)
                : throw new InvalidOperationException($"Identity refused what ArgMap allows: {string.Join(", ", made.Errors.Select(error => error.Code))}");
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Somebody, perhaps this same form, was faster by a moment.
            return await people.FindByNameAsync(name) is { } faster && await SentTwice(faster) is { } same ? same : Taken(name);
        }

        // The password is asked for like at any sign-in, lockout included: knowing a key proves nothing.
        async Task<Person?> SentTwice(Person found) =>
            found.Id == id && await signIn.CheckPasswordSignInAsync(found, password, lockoutOnFailure: true) is { Succeeded: true } ? found : null;
    }

    private static Refusal Taken(string name) =>
        new(StatusCodes.Status409Conflict, "name-taken", "This name is taken", $"Somebody is already called “{name}”. If it is you, sign in; if not, choose another name.", "name");
}
