using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Npgsql;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Stops an import. What it has stored stays, and can be completed by reading the thread again.</summary>
public sealed class CancelImport(NpgsqlDataSource database, MapReader maps, ImportSignals signals, TimeProvider clock)
{
    /// <summary>Whoever started the import may, and the map's owner. One that has ended already stays as it is.</summary>
    public async Task<Outcome<StartedImport>> Handle(Actor actor, string slug, Guid import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        IReadOnlyList<ImportView> imports = [];
        var head = await maps.ReadHead(slug, actor, cancellation, batch => imports = ImportReader.AddOne(batch, slug, import));
        if (head is null || imports is not [var found])
        {
            return head is null ? Missing.Map(slug) : ImportReader.Missing();
        }

        if (!head.MayChange(actor, found.ActorId))
        {
            return actor.IsSignedIn ? Refusal.Forbidden("Only whoever started the import and the map's owner can stop it.") : Refusal.SignedOut();
        }

        // One that nobody works on has nobody who would see that it is to stop.
        await using var command = database.CreateCommand(
            """
            update thread_imports set is_cancel_asked = true,
              state = case when claim is null then 'Cancelled' else state end, finished_at = case when claim is null then $2::timestamptz end
            where id = $1 and finished_at is null returning finished_at is not null
            """);
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        if (await command.ExecuteScalarAsync(cancellation) is true)
        {
            signals.Ended(import);
        }

        signals.Stop(import);
        return new StartedImport(slug, import);
    }
}
