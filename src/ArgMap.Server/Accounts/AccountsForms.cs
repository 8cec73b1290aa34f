using System.Globalization;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Identity;

namespace ArgMap.Server.Accounts;

/// <summary>The forms by which people sign up, in and out and look after their account.</summary>
public static class AccountsForms
{
    public static void MapAccountsForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/sign-up", PostSignUp).RequireRateLimiting(RateLimits.SigningIn);
        routes.MapForm("/sign-in", PostSignIn).RequireRateLimiting(RateLimits.SigningIn);
        routes.MapForm("/sign-out", PostSignOut).DisableRateLimiting(); // Leaving is never refused.
        routes.MapForm("/account/password", PostPassword).RequireRateLimiting(RateLimits.SigningIn);
        routes.MapForm("/account/mail", PostMail);
        routes.MapForm("/account/tokens", PostToken);
        routes.MapForm("/account/tokens/{id:guid}/revoke", PostRevoke);
    }

    private static async Task<IResult> PostSignUp(SubmittedForm form, SignInManager<Person> signIn, TimeProvider clock)
    {
        if (form.Problem is { } problem)
        {
            return FormRoutes.Again<SignUpPage>(problem, form);
        }

        var outcome = await SignUp.Handle(signIn, clock, new(form["name"], form["password"], form["mail"]), KeyOf(form));
        if (outcome.Refusal is { } refusal)
        {
            return FormRoutes.Again<SignUpPage>(refusal, form);
        }

        return await Begin(signIn, outcome.Value, form);
    }

    private static async Task<IResult> PostSignIn(SubmittedForm form, HttpContext context, SignInManager<Person> signIn, TimeProvider clock)
    {
        if (form.Problem is { } problem)
        {
            return FormRoutes.Again<SignInPage>(problem, form);
        }

        var outcome = await SignIn.Handle(signIn, clock, new(form["name"], form["password"]));
        if (outcome.Refusal is { } refusal)
        {
            SayWait(context, refusal);
            return FormRoutes.Again<SignInPage>(refusal, form);
        }

        return await Begin(signIn, outcome.Value, form);
    }

    private static async Task<IResult> PostSignOut(SubmittedForm form, Actor actor, SignInManager<Person> signIn)
    {
        if (actor.IsSignedIn)
        {
            if (form.Problem is { } problem)
            {
                return FormRoutes.Again<SignOutPage>(problem, form);
            }

            await signIn.SignOutAsync();
        }

        return FormRoutes.SeeOther(Address.Home);
    }

    private static async Task<IResult> PostPassword(SubmittedForm form, HttpContext context, SignInManager<Person> signIn, TimeProvider clock)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } person)
        {
            return SignInFirst();
        }

        var refusal = form.Problem ?? await ChangePassword.Handle(signIn, clock, person, new(form["current"], form["new"]));
        SayWait(context, refusal);
        return refusal is null ? FormRoutes.SeeOther(Address.Account + "?done=password") : AccountAgain(refusal, form, AccountPage.Part.Password);
    }

    private static async Task<IResult> PostMail(SubmittedForm form, HttpContext context, UserManager<Person> people)
    {
        if (await people.GetUserAsync(context.User) is not { } person)
        {
            return SignInFirst();
        }

        var refusal = form.Problem ?? await ChangeMail.Handle(people, person, form["mail"]);
        return refusal is null ? FormRoutes.SeeOther(Address.Account + "?done=mail") : AccountAgain(refusal, form, AccountPage.Part.Mail);
    }

    private static async Task<IResult> PostToken(SubmittedForm form, Actor actor, ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (actor.Id is not { } person)
        {
            return SignInFirst();
        }

        if (form.Problem is { } problem)
        {
            return AccountAgain(problem, form, AccountPage.Part.Tokens);
        }

        var outcome = await CreateAccessToken.Handle(db, clock, person, form["label"], KeyOf(form), cancellation);
        return outcome.Refusal is { } refusal
            ? AccountAgain(refusal, form, AccountPage.Part.Tokens)

            // Shown in the answer itself: a redirect would have to carry the secret somewhere.
            : FormRoutes.Page<AccountPage>(StatusCodes.Status200OK, new Dictionary<string, object?> { [nameof(AccountPage.Made)] = outcome.Value });
    }

    private static async Task<IResult> PostRevoke(Guid id, SubmittedForm form, Actor actor, ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (actor.Id is not { } person)
        {
            return SignInFirst();
        }

        var refusal = form.Problem ?? await RevokeAccessToken.Handle(db, clock, person, id, cancellation);
        return refusal is null ? FormRoutes.SeeOther(Address.Account + "?done=revoked") : AccountAgain(refusal, form, AccountPage.Part.Tokens);
    }

    private static async Task<IResult> Begin(SignInManager<Person> signIn, Person person, SubmittedForm form)
    {
        await signIn.SignInAsync(person, isPersistent: true);
        return FormRoutes.SeeOther(ReturnAddress.Local(form[ReturnAddress.Field]));
    }

    private static IResult AccountAgain(Refusal refusal, SubmittedForm form, AccountPage.Part about) =>
        FormRoutes.Again<AccountPage>(refusal, form, (nameof(AccountPage.About), about));

    private static IResult SignInFirst() => FormRoutes.SeeOther(Address.SignIn(Address.Account));

    private static Guid? KeyOf(SubmittedForm form) => Guid.TryParse(form.IdempotencyKey, out var key) ? key : null;

    internal static void SayWait(HttpContext context, Refusal? refusal)
    {
        if (refusal is LockedOut locked)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(locked.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }
}
