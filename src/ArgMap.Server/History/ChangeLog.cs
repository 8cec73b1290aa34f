using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Npgsql;

namespace ArgMap.Server.History;

/// <summary>A change of a map, as it was made.</summary>
/// <param name="Revision">The map's revision that it made.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Who made it.</param>
/// <param name="By">Their name.</param>
/// <param name="Kind">What they did.</param>
/// <param name="Undoes">The revision of the change that it undid, or null.</param>
/// <param name="UndoneIn">The revision that undid it last, or null when none did, or when that was undone in its turn.</param>
/// <param name="Effects">What it did to each thing: before and after.</param>
public sealed record ChangeView(int Revision, DateTimeOffset At, Guid ById, string By, ChangeKind Kind, int? Undoes, int? UndoneIn, IReadOnlyList<Effect> Effects);

/// <summary>Some of the changes of a map, in the order they were asked for.</summary>
/// <param name="Map">The map they are of.</param>
/// <param name="Changes">The changes.</param>
/// <param name="HasMore">True when there are more beyond them.</param>
public sealed record ChangeLogPage(MapHead Map, IReadOnlyList<ChangeView> Changes, bool HasMore);

/// <summary>Reads the log of a map, forwards for programs that keep up with it, backwards for people. One round trip, whatever the length of the log.</summary>
public sealed class ChangeLog(MapReader reader)
{
    public const int MaxPageSize = 500;

    private const string Columns =
        $"""
        select c.revision, c.at, c.actor_id, p.user_name, c.kind, c.undoes,
            (select max(u.revision) from changes u where u.map_id = c.map_id and u.undoes = c.revision
                and not exists (select from changes v where v.map_id = u.map_id and v.undoes = u.revision)),
            c.payload::text
        from changes c join people p on p.id = c.actor_id where c.map_id = {MapReader.MapId}
        """;

    /// <summary>The changes after a revision, the oldest first; null when there is no such map for this reader.</summary>
    public async Task<ChangeLogPage?> Since(string slug, int revision, int size, Actor actor, CancellationToken cancellation)
    {
        IReadOnlyList<ChangeView> rows = [];
        var head = await reader.ReadHead(slug, actor, cancellation, batch => rows = batch.Add($"{Columns} and c.revision > $2 order by c.revision limit $3", Read, slug, revision, size + 1));
        return head is null ? null : new(head, [.. rows.Take(size)], rows.Count > size);
    }

    /// <summary>The changes before a revision, the newest first; null when there is no such map for this reader.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="before">A revision, or null to begin with the newest.</param>
    /// <param name="of">Only changes of the thing with this key (<see cref="Effect.Key"/>), or null for all.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="also">What else is read in the same round trip.</param>
    public async Task<ChangeLogPage?> Before(string slug, int? before, string? of, int size, Actor actor, CancellationToken cancellation, Action<ReadBatch>? also = null)
    {
        IReadOnlyList<ChangeView> rows = [];
        var head = await reader.ReadHead(slug, actor, cancellation, batch =>
        {
            rows = of is null
                ? batch.Add($"{Columns} and c.revision < $2 order by c.revision desc limit $3", Read, slug, before ?? int.MaxValue, size + 1)
                : batch.Add($"{Columns} and c.revision < $2 and c.things @> array[{MapReader.MapId} || '/' || $4::text] order by c.revision desc limit $3", Read, slug, before ?? int.MaxValue, size + 1, of);
            also?.Invoke(batch);
        });
        return head is null ? null : new(head, [.. rows.Take(size)], rows.Count > size);
    }

    private static ChangeView Read(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.Time(1),
        row.GetGuid(2),
        row.GetString(3),
        row.Stated<ChangeKind>(4),
        row.NumberOrNull(5),
        row.NumberOrNull(6),
        Effect.Read(row.GetString(7)));
}
