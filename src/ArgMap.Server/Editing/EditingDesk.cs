using System.Security.Claims;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Npgsql;

namespace ArgMap.Server.Editing;

/// <summary>What open editors ask of the server. A circuit lives long, so everything is asked anew with each call: whether the person is still signed in, whether the map is still theirs to see, how it is now.</summary>
/// <remarks>Each call has a service scope of its own, so that no database context, and no map, lives as long as a circuit does.</remarks>
internal sealed partial class EditingDesk(IServiceScopeFactory scopes, MapReader maps, SessionCheck sessions, EditingPace pace, NpgsqlDataSource database, ILogger<EditingDesk> log)
{
    /// <summary>The map as it is now, when this person may edit in it.</summary>
    public Task<Outcome<MapView>> Read(ClaimsPrincipal person, string slug, CancellationToken cancellation) => Try<MapView>(person, async actor =>
        await maps.Read(slug, actor, cancellation) is { } map ? map : Missing.Map(slug), cancellation);

    /// <summary>Writes by a use case.</summary>
    /// <param name="person">Who.</param>
    /// <param name="useCase">The use case, in a scope of its own.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Written>> Write(ClaimsPrincipal person, Func<IServiceProvider, Actor, Task<Outcome<Written>>> useCase, CancellationToken cancellation) => Try<Written>(person, async actor =>
    {
        if (!pace.Allows(actor.Id!.Value))
        {
            return Refusal.TooManyRequests("More came from you in a short time than this site takes. Nothing was applied; wait a little and try again.");
        }

        await using var scope = scopes.CreateAsyncScope();
        return await useCase(scope.ServiceProvider, actor);
    }, cancellation);

    /// <summary>What this person can undo and redo next.</summary>
    /// <param name="person">Who.</param>
    /// <param name="map">The map's id.</param>
    /// <param name="since">The revision at which they began to edit.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<OwnChanges>> Own(ClaimsPrincipal person, long map, int since, CancellationToken cancellation) =>
        Try<OwnChanges>(person, async actor => await OwnChanges.Read(database, map, actor, since, cancellation), cancellation);

    private async Task<Outcome<T>> Try<T>(ClaimsPrincipal person, Func<Actor, Task<Outcome<T>>> ask, CancellationToken cancellation)
    {
        try
        {
            var actor = Actor.From(person);
            return actor.IsSignedIn && await sessions.IsCurrent(person, cancellation)
                ? await ask(actor)
                : Refusal.SignedOut() with { Detail = "You are not signed in any more. Sign in in a new tab, then load this page again: what you typed is kept in this browser." };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // An exception would end nothing but this call, yet tell the person nothing: they get the words that pages have for it.
            Failed(fault);
            return ApiProblems.Of(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call from an open editor failed")]
    private partial void Failed(Exception fault);
}
