using ArgMap.Argumentation.Citations;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads;

/// <summary>Looks for the quoted words of citations in their posts as they are now, and notes what became of them: when a thread was read anew, and when a citation is given other words.</summary>
internal static class FindCitationsAgain
{
    /// <summary>What became of the citations that are not exact.</summary>
    internal sealed record Found(int Moved, int Uncertain, int Orphaned);

    /// <summary>All of a thread. Runs within a transaction that holds the map's lock: whoever cites meanwhile waits, and then cites the posts as they are now.</summary>
    public static async Task<Found> OfThread(NpgsqlConnection connection, long map, int source, CancellationToken cancellation)
    {
        await using (var locking = new NpgsqlCommand("select from maps where id = $1 for update", connection))
        {
            locking.Parameters.Add(new() { Value = map });
            await locking.ExecuteNonQueryAsync(cancellation);
        }

        return await Find(connection, map, source, null, cancellation);
    }

    /// <summary>Those whose words or place a write has changed, undoing included; once their rows are saved, in the write's transaction.</summary>
    public static async Task Reworded(ArgMapDbContext db, long map, IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        int[] reworded = [.. effects.OfType<CitationEffect>().Where(changed => changed is { Before.Post: not null } && changed.Before with { IsWithdrawn = changed.After.IsWithdrawn } != changed.After).Select(changed => changed.Number)];
        if (reworded.Length > 0)
        {
            await Find((NpgsqlConnection)db.Database.GetDbConnection(), map, null, reworded, cancellation);
        }
    }

    private static async Task<Found> Find(NpgsqlConnection connection, long map, int? source, int[]? citations, CancellationToken cancellation)
    {
        var anchors = await Anchors(connection, map, source, citations, cancellation);
        await using (var clear = new NpgsqlCommand("delete from citation_anchors where map_id = $1 and citation_number = any($2)", connection))
        {
            clear.Parameters.Add(new() { Value = map });
            clear.Parameters.Add(new() { Value = anchors.Select(anchor => anchor.Row.CitationNumber).ToArray() });
            await clear.ExecuteNonQueryAsync(cancellation);
        }

        // One that stands as it was cited needs no row; where only its formatting has changed it is as exact, and of another length.
        await Store(connection, [.. anchors.Where(anchor => !anchor.IsAsCited).Select(anchor => anchor.Row)], cancellation);
        return new Found(Count(AnchorState.Moved), Count(AnchorState.Uncertain), Count(AnchorState.Orphaned));

        int Count(AnchorState state) => anchors.Count(anchor => anchor.Row.State == state);
    }

    private static async Task<List<(CitationAnchorRow Row, bool IsAsCited)>> Anchors(NpgsqlConnection connection, long map, int? source, int[]? citations, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select c.number, c.exact, c.prefix, c.suffix, c.post_start, p.number, p.body, p.version
            from citations c join posts p on p.map_id = c.map_id and p.source_number = c.source_number and p.number = c.post_number
            where c.map_id = $1 and ($2::int is null or c.source_number = $2) and ($3::int[] is null or c.number = any($3)) order by p.number, c.number
            """,
            connection);
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = (object?)source ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)citations ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(CitationAnchorRow, bool)> anchors = [];
        var (post, text) = (0, (CitableText?)null);
        while (await reader.ReadAsync(cancellation))
        {
            if (text is null || reader.GetInt32(5) != post)
            {
                (post, text) = (reader.GetInt32(5), new CitableText(reader.GetString(6)));
            }

            var exact = reader.GetString(1);
            var anchor = text.Find(new QuoteSelector(exact, reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetInt32(4)));
            var row = new CitationAnchorRow
            {
                MapId = map,
                CitationNumber = reader.GetInt32(0),
                State = anchor.State,
                Start = anchor.Start,
                Length = anchor.Length,
                Now = anchor.Now,
                PostVersion = reader.GetInt32(7),
            };
            anchors.Add((row, anchor.State is AnchorState.Exact && anchor.Length == exact.Length));
        }

        return anchors;
    }

    private static async Task Store(NpgsqlConnection connection, List<CitationAnchorRow> anchors, CancellationToken cancellation)
    {
        foreach (var anchor in anchors)
        {
            await using var command = new NpgsqlCommand("insert into citation_anchors (map_id, citation_number, state, start, length, now, post_version) values ($1, $2, $3, $4, $5, $6, $7)", connection);
            command.Parameters.Add(new() { Value = anchor.MapId });
            command.Parameters.Add(new() { Value = anchor.CitationNumber });
            command.Parameters.Add(new() { Value = anchor.State.ToString() });
            command.Parameters.Add(new() { Value = (object?)anchor.Start ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
            command.Parameters.Add(new() { Value = anchor.Length });
            command.Parameters.Add(new() { Value = (object?)anchor.Now ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = anchor.PostVersion });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
