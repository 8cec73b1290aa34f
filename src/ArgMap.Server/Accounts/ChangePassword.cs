using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Identity;

namespace ArgMap.Server.Accounts;

/// <summary>Gives a person another password and ends all their sessions but the one they do it in.</summary>
public static class ChangePassword
{
    /// <param name="Current">The password they have.</param>
    /// <param name="New">The one they want.</param>
    public sealed record Request(string? Current, string? New);

    /// <summary>Changes it, or says why not.</summary>
    public static async Task<Refusal?> Handle(SignInManager<Person> signIn, TimeProvider clock, Person person, Request request)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(request);
        var check = new InputCheck();
        if (string.IsNullOrEmpty(request.Current))
        {
            check.Wrong("current", "Your present password is missing. Type it, so that nobody else can change it.");
        }

        var next = PersonPassword.Check(check, "new", request.New);
        if (check.Refuses(out var refusal))
        {
            return refusal;
        }

        if (await SignIn.CheckPassword(signIn, clock, person, request.Current!) is { } wrong)
        {
            return wrong is LockedOut ? wrong : Refusal.Invalid("current", "This is not your present password. Nothing was changed.");
        }

        // A new password is a new security stamp: sessions with the old one end with their next request (SessionCheck).
        if (!(await signIn.UserManager.ChangePasswordAsync(person, request.Current!, next)).Succeeded)
        {
            return Refusal.Conflict("account-changed", "Your account was changed at the same moment, perhaps in another window. Send it once more.");
        }

        await signIn.RefreshSignInAsync(person);
        return null;
    }
}
