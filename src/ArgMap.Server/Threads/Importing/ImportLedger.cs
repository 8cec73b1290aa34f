using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>An import that one worker has taken up.</summary>
internal sealed record ClaimedImport(
    Guid Id, long Map, string Slug, int? Source, Guid Actor, string? FormatWanted, string? Address, Guid? Rereads, bool TakesTitle, int Attempts, string? Outcome, Guid Claim, DateTimeOffset CreatedAt);

/// <summary>What a worker hears when it says that it is still there.</summary>
internal enum Beat
{
    /// <summary>All is well.</summary>
    GoOn,

    /// <summary>Somebody wants the import stopped.</summary>
    Stop,

    /// <summary>Another worker has it, or it has ended.</summary>
    Lost,
}

/// <summary>The book of imports: who works on which, and how far it is. Everything a worker writes is refused when the import is not its own any more.</summary>
internal sealed class ImportLedger(NpgsqlDataSource database, TimeProvider clock, ImportSettings settings)
{
    /// <summary>Takes up the import that has waited longest, or one whose worker has not been heard of; null when there is none.</summary>
    public async Task<ClaimedImport?> Claim(CancellationToken cancellation)
    {
        var (claim, now) = (Guid.NewGuid(), clock.GetUtcNow());
        await using var command = Command(
            """
            update thread_imports i set claim = $1, heartbeat_at = $2, attempts = i.attempts + 1
            from maps m
            where m.id = i.map_id and i.id = (
              select id from thread_imports where finished_at is null and (claim is null or heartbeat_at < $3) order by created_at limit 1 for update skip locked)
            returning i.id, i.map_id, m.slug, i.source_number, i.actor_id, i.format_wanted, i.address, i.rereads, i.takes_title, i.attempts, i.outcome, i.created_at
            """,
            claim, now, now - settings.GivenUpAfter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return !await reader.ReadAsync(cancellation) ? null : new ClaimedImport(
            reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetGuid(4), Text(5), Text(6),
            reader.IsDBNull(7) ? null : reader.GetGuid(7), reader.GetBoolean(8), reader.GetInt32(9), Text(10), claim, reader.GetFieldValue<DateTimeOffset>(11));

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    /// <summary>Says that the worker is still there.</summary>
    public async Task<Beat> Say(ClaimedImport import, CancellationToken cancellation)
    {
        await using var command = Command(
            "update thread_imports set heartbeat_at = $3 where id = $1 and claim = $2 and finished_at is null returning is_cancel_asked", import.Id, import.Claim, clock.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellation) switch
        {
            false => Beat.GoOn,
            true => Beat.Stop,
            _ => Beat.Lost,
        };
    }

    /// <summary>Notes how far the import is.</summary>
    /// <param name="import">The import.</param>
    /// <param name="state">What is done now.</param>
    /// <param name="message">In more words, or null.</param>
    /// <param name="found">How many posts there are, once that is known.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task Advance(ClaimedImport import, ImportState state, string? message, int? found, CancellationToken cancellation)
    {
        await using var command = Command(
            "update thread_imports set state = $3, message = $4, posts_found = coalesce($5, posts_found), heartbeat_at = $6 where id = $1 and claim = $2 and finished_at is null",
            import.Id, import.Claim, state.ToString(), StoredText.Of(message, ThreadImportRow.MaxMessageLength), found, clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Notes what is known of the import besides, for whoever takes it up again.</summary>
    public async Task Note(ClaimedImport import, int? source, ImportOutcome? outcome, CancellationToken cancellation)
    {
        await using var command = Command(
            "update thread_imports set source_number = coalesce($3, source_number), outcome = coalesce($4::jsonb, outcome) where id = $1 and claim = $2",
            import.Id, import.Claim, source, outcome is null ? null : ThreadJson.Write(outcome));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Makes an import one that brings a thread up to date. False when another does so just now.</summary>
    public async Task<bool> Join(ClaimedImport import, int source, ImportOutcome outcome, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            update thread_imports i set source_number = $3, outcome = $4::jsonb where i.id = $1 and i.claim = $2
              and not exists (select from thread_imports o where o.map_id = i.map_id and o.source_number = $3 and o.finished_at is null and o.id <> i.id)
            """,
            import.Id, import.Claim, source, ThreadJson.Write(outcome));
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>Has the import read what was given to it alone.</summary>
    public async Task ReadAlone(ClaimedImport import, CancellationToken cancellation)
    {
        await using var command = Command("update thread_imports set rereads = null where id = $1 and claim = $2", import.Id, import.Claim);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Has what was given of the thread before read together with what is given now. False when nothing was, or the import is not the worker's any more.</summary>
    public async Task<bool> RereadWhatIsKnown(ClaimedImport import, CancellationToken cancellation)
    {
        await using var command = Command(
            "update thread_imports i set rereads = t.import_id from forum_threads t where i.id = $1 and i.claim = $2 and t.map_id = i.map_id and t.source_number = i.source_number and t.import_id <> i.id",
            import.Id, import.Claim);
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>Notes, within the transaction that stores them, how many posts are stored. False when the import is not the worker's any more: then nothing may be stored.</summary>
    public async Task<bool> NoteStored(NpgsqlConnection connection, ClaimedImport import, int stored, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("update thread_imports set posts_stored = greatest(posts_stored, $3), heartbeat_at = $4 where id = $1 and claim = $2 and finished_at is null", connection);
        Fill(command, import.Id, import.Claim, stored, clock.GetUtcNow());
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>Brings the import to an end.</summary>
    public async Task End(ClaimedImport import, ImportState state, string? message, ImportOutcome? outcome, CancellationToken cancellation)
    {
        await using var command = Command(
            "update thread_imports set state = $3, message = $4, outcome = coalesce($5::jsonb, outcome), finished_at = $6, heartbeat_at = $6 where id = $1 and claim = $2 and finished_at is null",
            import.Id, import.Claim, state.ToString(), StoredText.Of(message, ThreadImportRow.MaxMessageLength), outcome is null ? null : ThreadJson.Write(outcome), clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Leaves the import to others, as when the server stops. It does not count as an attempt.</summary>
    public async Task Release(ClaimedImport import)
    {
        await using var command = Command("update thread_imports set claim = null, attempts = attempts - 1 where id = $1 and claim = $2 and finished_at is null", import.Id, import.Claim);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private NpgsqlCommand Command(string sql, params object?[] arguments)
    {
        var command = database.CreateCommand(sql);
        Fill(command, arguments);
        return command;
    }

    private static void Fill(NpgsqlCommand command, params object?[] arguments)
    {
        foreach (var argument in arguments)
        {
            command.Parameters.Add(argument switch
            {
                null => new NpgsqlParameter { Value = DBNull.Value },
                string text => new NpgsqlParameter { Value = text, NpgsqlDbType = NpgsqlDbType.Text },
                _ => new NpgsqlParameter { Value = argument },
            });
        }
    }
}
