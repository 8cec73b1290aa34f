using System.Security.Claims;
using System.Text.Encodings.Web;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace ArgMap.Server.Accounts;

/// <summary>Knows the callers of the API by the access token in <c>Authorization: Bearer argmap_…</c>. Cookies count for nothing there.</summary>
/// <remarks>No token is fine: everyone may read public maps. A token that is not good is refused at once, even where none is needed, so that nobody takes an anonymous answer for their own.</remarks>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    NpgsqlDataSource database) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder), IAuthenticationRequestHandler
{
    public const string SchemeName = "AccessToken";

    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromHours(1);

    /// <summary>Whether a request is the API's, and so this handler's.</summary>
    public static bool Concerns(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public async Task<bool> HandleRequestAsync()
    {
        if (!Concerns(Context))
        {
            return false;
        }

        // RFC 9110, section 11.6.1: every 401 says how one could authenticate.
        Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            if (response.StatusCode == StatusCodes.Status401Unauthorized)
            {
                response.Headers.WWWAuthenticate = "Bearer realm=\"ArgMap\"";
            }

            return Task.CompletedTask;
        }, Response);

        if ((await AuthenticateAsync()).Failure is not { } failure)
        {
            return false;
        }

        await Refuse(failure.Message);
        return true;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        const string Bearer = "Bearer ";
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("The API takes access tokens only. Send the header “Authorization: Bearer argmap_…”.");
        }

        var token = header[Bearer.Length..].Trim();
        if (token.Length != AccessTokens.Length || !token.StartsWith(AccessTokens.Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.Fail($"This is not an access token: one begins with {AccessTokens.Prefix} and has {AccessTokens.Length} characters. Copy the whole of it.");
        }

        return await Find(token);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refuse(Refusal.SignedOut().Detail);

    private async Task<AuthenticateResult> Find(string token)
    {
        var cancellation = Context.RequestAborted;
        var batch = new ReadBatch(database);
        var found = batch.Add(
            """
            select token.id, token.person_id, person.user_name, token.last_used_at, token.revoked_at
            from access_tokens token join people person on person.id = token.person_id
            where token.hash = $1
            """,
            row => (
                Id: row.GetGuid(0),
                Person: row.GetGuid(1),
                Name: row.GetString(2),
                UsedAt: row.IsDBNull(3) ? (DateTimeOffset?)null : row.Time(3),
                IsRevoked: !row.IsDBNull(4)),
            AccessTokens.HashOf(token));
        await batch.Run(cancellation);
        if (found is not [var owned])
        {
            return AuthenticateResult.Fail("Nobody has this access token. Copy it again, or make a new one at /account or with POST /api/v1/tokens.");
        }

        if (owned.IsRevoked)
        {
            return AuthenticateResult.Fail("This access token was revoked. Make a new one at /account or with POST /api/v1/tokens.");
        }

        var now = TimeProvider.GetUtcNow();
        if (owned.UsedAt is not { } used || now - used >= UseIsNotedEvery)
        {
            await NoteUse(owned.Id, now, cancellation);
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, owned.Person.ToString()), new(ClaimTypes.Name, owned.Name)],
            Scheme.Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    private async Task NoteUse(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var note = database.CreateCommand("update access_tokens set last_used_at = $2 where id = $1");
        note.Parameters.Add(new() { Value = id });
        note.Parameters.Add(new() { Value = now });
        await note.ExecuteNonQueryAsync(cancellation);
    }

    private Task Refuse(string detail) =>
        ApiProblems.Problem(new Refusal(StatusCodes.Status401Unauthorized, "wrong-token", "This access token does not work", detail)).ExecuteAsync(Context);
}
