using Npgsql;

namespace ArgMap.Server.Live;

/// <summary>Looks once a second whether another server process has changed a map that somebody watches here: one query for all of them, none when nobody watches.</summary>
internal sealed partial class WatchedMaps(MapSignals signals, NpgsqlDataSource database, TimeProvider clock, ILogger<WatchedMaps> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var maps = signals.Maps;
        if (maps.Count == 0)
        {
            return;
        }

        await using var find = database.CreateCommand("select id, revision from maps where id = any($1)");
        find.Parameters.Add(new() { Value = maps.ToArray() });
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            signals.Changed(rows.GetInt64(0), rows.GetInt32(1));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (NpgsqlException fault)
            {
                // The next look is a second away; pages say themselves that the database does not answer.
                CannotLook(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether watched maps have changed cannot be seen just now")]
    private partial void CannotLook(Exception fault);
}
