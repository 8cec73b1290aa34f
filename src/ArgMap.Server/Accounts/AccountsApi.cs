using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Accounts;

/// <summary>People and their access tokens, for programs.</summary>
public static class AccountsApi
{
    /// <param name="Id">The person's id.</param>
    /// <param name="Name">Their name, as they wrote it.</param>
    public sealed record SignedUp(Guid Id, string Name);

    /// <param name="Id">The person's id.</param>
    /// <param name="Name">Their name, as they wrote it.</param>
    /// <param name="JoinedAt">When they signed up.</param>
    public sealed record Me(Guid Id, string Name, DateTimeOffset JoinedAt);

    /// <param name="Name">The person's name.</param>
    /// <param name="Password">Their password.</param>
    /// <param name="Label">What the token is for, at most 80 characters.</param>
    public sealed record TokenRequest(string? Name, string? Password, string? Label);

    public static void MapAccountsApi(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/v1/people").WithTags("People");
        people.MapPost("", PostPerson).WithName("SignUp").WithSummary("Makes an account: a name and a password; mail if one likes.")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(429).RequireRateLimiting(RateLimits.SigningIn);
        people.MapGet("/me", GetMe).WithName("Me").WithSummary("Whose access token this is.").ProducesProblem(401);

        var tokens = routes.MapGroup("/api/v1/tokens").WithTags("People");
        tokens.MapPost("", PostToken).WithName("CreateToken").WithSummary("Makes an access token. The answer is the only time it can be seen.")
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(409).ProducesProblem(423).ProducesProblem(429).RequireRateLimiting(RateLimits.SigningIn);
        tokens.MapGet("", GetTokens).WithName("ListTokens").WithSummary("The caller's access tokens that work, newest first, without their secrets.").ProducesProblem(401);
        tokens.MapDelete("/{id:guid}", DeleteToken).WithName("RevokeToken").WithSummary("Revokes one of the caller's access tokens, for good.")
            .ProducesProblem(401).ProducesProblem(404).ProducesProblem(429).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<Results<Created<SignedUp>, ProblemHttpResult>> PostPerson(SignUp.Request request, SignInManager<Person> signIn, TimeProvider clock)
    {
        var outcome = await SignUp.Handle(signIn, clock, request, null);
        return outcome.Refusal is { } refusal
            ? ApiProblems.Problem(refusal)
            : TypedResults.Created("/api/v1/people/me", new SignedUp(outcome.Value.Id, outcome.Value.UserName!));
    }

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> GetMe(Actor actor, ArgMapDbContext db, CancellationToken cancellation)
    {
        if (actor.Id is not { } id)
        {
            return ApiProblems.Problem(Refusal.SignedOut());
        }

        return TypedResults.Ok(await db.People.Where(person => person.Id == id).Select(person => new Me(person.Id, person.UserName!, person.JoinedAt)).SingleAsync(cancellation));
    }

    private static async Task<Results<Created<NewAccessToken>, ProblemHttpResult>> PostToken(
        TokenRequest request, HttpContext context, SignInManager<Person> signIn, ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var person = await SignIn.Handle(signIn, clock, new(request.Name, request.Password));
        if (person.Refusal is { } stranger)
        {
            AccountsForms.SayWait(context, stranger);
            return ApiProblems.Problem(stranger);
        }

        var outcome = await CreateAccessToken.Handle(db, clock, person.Value.Id, request.Label, null, cancellation);
        return outcome.Refusal is { } refusal ? ApiProblems.Problem(refusal) : TypedResults.Created("/api/v1/tokens", outcome.Value);
    }

    private static async Task<Results<Ok<IReadOnlyList<AccessToken>>, ProblemHttpResult>> GetTokens(Actor actor, ArgMapDbContext db, CancellationToken cancellation)
    {
        if (actor.Id is not { } id)
        {
            return ApiProblems.Problem(Refusal.SignedOut());
        }

        return TypedResults.Ok(await AccessTokens.Of(db, id, cancellation));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteToken(Guid id, Actor actor, ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var refusal = actor.Id is { } person ? await RevokeAccessToken.Handle(db, clock, person, id, cancellation) : Refusal.SignedOut();
        return refusal is null ? TypedResults.NoContent() : ApiProblems.Problem(refusal);
    }
}
