using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ArgMap.Server.Accounts;

/// <summary>Ends a session whose person has changed their password, or is gone, with its next request.</summary>
/// <remarks>
/// Identity's own validator looks every 30 minutes, so a thief would stay for as long. One look by primary key a page is cheap,
/// and only people who are signed in pay it.
/// </remarks>
internal sealed class SessionCheck(NpgsqlDataSource database, IOptions<IdentityOptions> options) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // A stylesheet is the same for everyone. And the page about a fault must not ask the database that may be the fault.
        var request = context.HttpContext;
        if (request.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || request.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return;
        }

        if (!await IsCurrent(context.Principal, request.RequestAborted))
        {
            context.RejectPrincipal();
            await request.SignOutAsync(context.Scheme.Name);
        }
    }

    /// <summary>False when the person of this session has changed their password since, or is gone.</summary>
    public async Task<bool> IsCurrent(ClaimsPrincipal? session, CancellationToken cancellation) =>
        session?.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) is { } stamp
        && Guid.TryParse(session.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
        && stamp == await StampOf(person, cancellation);

    private async Task<string?> StampOf(Guid person, CancellationToken cancellation)
    {
        await using var find = database.CreateCommand("select security_stamp from people where id = $1");
        find.Parameters.Add(new() { Value = person });
        return await find.ExecuteScalarAsync(cancellation) as string;
    }
}
