using System.Globalization;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.History;

/// <summary>Rebuilds maps from their logs: the proof that what the changes of a map add up to is the map.</summary>
public static class Replay
{
    /// <summary>Every table that holds what is inside maps; people and their accounts are not.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        ["maps", "nodes", "relations", "premises", "comments", "threads", "sources", "source_links", "citations", "changes"];

    /// <summary>Builds one map from its changes, by the same steps as when they were first made, and saves it.</summary>
    /// <param name="db">Where to; the people must be there, the map must not.</param>
    /// <param name="changes">All changes of one map, by revision, the first being its making.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">A revision is missing, or the first change does not make a map.</exception>
    public static async Task Rebuild(ArgMapDbContext db, IReadOnlyList<ChangeRow> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        MapRow? map = null;
        foreach (var change in changes)
        {
            var expected = (map?.Revision ?? 0) + 1;
            if (change.Revision != expected)
            {
                throw new InvalidOperationException($"The log of map {change.MapId} goes on with revision {change.Revision} where {expected} is due.");
            }

            var effects = Effect.Read(change.Payload);
            if (map is null)
            {
                map = Begin(change, effects);
                db.Maps.Add(map);
            }

            await EffectApplication.Apply(db, map, effects, change.Revision, change.At, cancellation);
            db.Changes.Add(change);
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Rebuilds every map of a database in a schema that is thrown away again, and compares it with what is stored.</summary>
    /// <returns>One line for each row that is stored but does not follow from the log, or the other way round; empty when all is well.</returns>
    /// <remarks>One transaction that is rolled back: readers and writers are not disturbed, and writes during the check do not disturb it.</remarks>
    public static async Task<IReadOnlyList<string>> Differences(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<ArgMapDbContext>();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var db = new ArgMapDbContext(options.UseNpgsql(connection).Options);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await Run(connection, "create schema replay; " + string.Join(' ', Tables.Select(table => $"create table replay.{table} (like public.{table} including all);")), cancellation);
        var maps = await db.Maps.AsNoTracking().OrderBy(map => map.Id).Select(map => map.Id).ToListAsync(cancellation);
        var differences = new List<string>();
        foreach (var id in maps)
        {
            // The log is read before the search path hides it behind the empty copy.
            await Run(connection, "set local search_path = public", cancellation);
            var changes = await db.Changes.AsNoTracking().Where(change => change.MapId == id).OrderBy(change => change.Revision).ToListAsync(cancellation);
            await Run(connection, "set local search_path = replay, public", cancellation);
            await Rebuild(db, changes, cancellation);
            db.ChangeTracker.Clear();
        }

        foreach (var table in Tables)
        {
            var (stored, rebuilt) = ($"select to_jsonb(t)::text as row from public.{table} t", $"select to_jsonb(t)::text as row from replay.{table} t");
            differences.AddRange((await Rows(connection, $"{stored} except {rebuilt} order by row", cancellation)).Select(row => $"{table}: stored, but not in the log: {row}"));
            differences.AddRange((await Rows(connection, $"{rebuilt} except {stored} order by row", cancellation)).Select(row => $"{table}: in the log, but not stored: {row}"));
        }

        return differences;
    }

    private static MapRow Begin(ChangeRow change, IReadOnlyList<Effect> effects) =>
        effects is [MapEffect { IsAddition: true } made, ..]
            ? new MapRow
            {
                Id = change.MapId,
                Slug = made.After.Slug,
                Title = made.After.Title,
                OwnerId = made.After.Owner,
                CreationKey = change.IdempotencyKey,
                CreatedAt = change.At,
            }
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The first change of map {change.MapId} does not make it."));

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<string>> Rows(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
