using System.Threading.Channels;
using Npgsql;

namespace ArgMap.Server.Reading.Visits;

/// <summary>Stores visits after the pages have gone out: no page waits for it, and none fails with it.</summary>
/// <remarks>A visit that is lost, because the server dies or the database cannot be written to, costs somebody a few dots that say "new".</remarks>
public sealed partial class VisitNotes(NpgsqlDataSource database, ILogger<VisitNotes> log) : BackgroundService
{
    private const int MostWaiting = 10_000;

    // Two servers may store visits in the wrong order: the later one counts.
    private const string Store = """
        insert into visits (person_id, map_id, last_at) values ($1, $2, $3)
        on conflict (person_id, map_id) do update set
          previous_end = case when excluded.last_at - visits.last_at > $4 then visits.last_at else visits.previous_end end,
          last_at = excluded.last_at
        where excluded.last_at > visits.last_at
        """;

    private readonly Channel<(Visit Visit, long Map, TaskCompletionSource? Stored)> waiting =
        Channel.CreateBounded<(Visit, long, TaskCompletionSource?)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Notes a visit; it is stored soon.</summary>
    /// <param name="visit">The visit; null, of somebody who is not signed in, is passed over.</param>
    /// <param name="map">The id of the map.</param>
    public void Note(Visit? visit, long map)
    {
        if (visit is not null)
        {
            waiting.Writer.TryWrite((visit, map, null));
        }
    }

    /// <summary>Notes a visit and waits until it, and every one before it, is stored or given up.</summary>
    public Task Stored(Visit visit, long map)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting.Writer.TryWrite((visit, map, stored)) ? stored.Task : Task.CompletedTask;
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What waits when the server stops is stored still, which takes milliseconds.
        await foreach (var (visit, map, stored) in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await using var store = database.CreateCommand(Store);
                store.Parameters.Add(new() { Value = visit.Person });
                store.Parameters.Add(new() { Value = map });
                store.Parameters.Add(new() { Value = visit.At });
                store.Parameters.Add(new() { Value = Visit.EndsAfter });
                await store.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (NpgsqlException failure)
            {
                NotStored(log, failure.SqlState ?? "the database cannot be reached");
            }

            stored?.TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A visit was not stored: {Reason}")]
    private static partial void NotStored(ILogger log, string reason);
}
