using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Npgsql;

namespace ArgMap.Server.Threads.Importing;

/// <summary>An import as a page shows it. Everything is as in <see cref="ThreadImportRow"/>; it is outdated when the thread has been read from what was given later.</summary>
public sealed record ImportView(
    Guid Id,
    int? Source,
    Guid ActorId,
    string ActorName,
    ImportState State,
    string? FormatWanted,
    string? Address,
    bool IsReread,
    bool TakesTitle,
    int PostsStored,
    int? PostsFound,
    string? Message,
    ImportOutcome? Outcome,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    bool IsCancelAsked,
    DateTimeOffset HeartbeatAt,
    long BytesKept,
    bool IsOutdated)
{
    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsFinished => State is ImportState.Done or ImportState.Failed or ImportState.Cancelled;
}

/// <summary>Adds imports to what a page reads in one round trip.</summary>
public static class ImportReader
{
    private const string Query = $"""
        select i.id, i.source_number, i.actor_id, p.user_name, i.state, i.format_wanted, i.address, i.rereads is not null, i.takes_title, i.posts_stored, i.posts_found, i.message, i.outcome,
          i.created_at, i.finished_at, i.is_cancel_asked, i.heartbeat_at, (select coalesce(sum(r.length), 0)::bigint from raw_inputs r where r.map_id = i.map_id and r.import_id in (i.id, i.rereads)),
          exists (select from forum_threads t join thread_imports l on l.id = t.import_id where t.map_id = i.map_id and t.source_number = i.source_number and l.created_at > i.created_at)
        from thread_imports i join people p on p.id = i.actor_id
        where i.map_id = {MapReader.MapId}
        """;

    /// <summary>One import; an empty list when the map has none with this id.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="id">The import.</param>
    public static IReadOnlyList<ImportView> AddOne(ReadBatch batch, string slug, Guid id)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and i.id = $2", Read, slug, id);
    }

    /// <summary>The imports of a map, the newest first.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<ImportView> AddNewest(ReadBatch batch, string slug, int most)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} order by i.created_at desc limit $2", Read, slug, most);
    }

    /// <summary>The refusal when a map has no such import.</summary>
    internal static Refusal Missing() => Refusal.NotFound("There is no such import in this map.");

    private static ImportView Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.NumberOrNull(1),
        row.GetGuid(2),
        row.GetString(3),
        row.Stated<ImportState>(4),
        row.TextOrNull(5),
        row.TextOrNull(6),
        row.GetBoolean(7),
        row.GetBoolean(8),
        row.GetInt32(9),
        row.NumberOrNull(10),
        row.TextOrNull(11),
        row.TextOrNull(12) is { } outcome ? ThreadJson.Read<ImportOutcome>(outcome) : null,
        row.Time(13),
        row.TimeOrNull(14),
        row.GetBoolean(15),
        row.Time(16),
        row.GetInt64(17),
        row.GetBoolean(18));
}
