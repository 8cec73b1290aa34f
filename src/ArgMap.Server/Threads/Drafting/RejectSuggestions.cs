using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Says of suggestions that they do not belong into the map, or takes that back. The map stays as it is. Whoever may add to a map may, and anybody may bring them back.</summary>
public static class RejectSuggestions
{
    /// <summary>SQL that rejects those of the numbers in $3 that are open; all that are open when there are none.</summary>
    private const string Sql = $"""
        update suggestions u set state = 'Rejected', answered_by = $4, answered_at = $5, made_node = null, made_relation = null, made_citation = null, made_source = null, made_revision = null
        where u.map_id = $1 and u.source_number = $2 and ($3::int[] is null or u.number = any($3)) and u.number in (
          select s.number from {KnownSuggestion.From} where s.map_id = $1 and s.source_number = $2 and {KnownSuggestion.StateNow} = 'Open')
        """;

    /// <summary>Rejects those that are open.</summary>
    /// <param name="database">The database.</param>
    /// <param name="clock">Now.</param>
    /// <param name="slug">The map.</param>
    /// <param name="actor">Who does.</param>
    /// <param name="thread">Number of the thread's source.</param>
    /// <param name="numbers">The suggestions; null for all that are open.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were rejected.</returns>
    public static Task<Outcome<int>> Handle(NpgsqlDataSource database, TimeProvider clock, string slug, Actor actor, int thread, IReadOnlyList<int>? numbers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Answer(
            database,
            slug,
            actor,
            thread,
            numbers,
            Sql,
            [actor?.Id, clock.GetUtcNow()],
            cancellation);
    }

    /// <summary>Rejects those that are open within the transaction of a write.</summary>
    internal static async Task Within(ArgMapDbContext db, long map, int thread, int[] numbers, Actor actor, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var reject = new NpgsqlCommand(Sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var value in new object?[] { map, thread, numbers, actor.Id, at })
        {
            reject.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        await reject.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Brings back those that were rejected.</summary>
    /// <inheritdoc cref="Handle"/>
    public static Task<Outcome<int>> BringBack(NpgsqlDataSource database, string slug, Actor actor, int thread, IReadOnlyList<int> numbers, CancellationToken cancellation) =>
        Answer(
            database,
            slug,
            actor,
            thread,
            numbers,
            "update suggestions set state = 'Open', answered_by = null, answered_at = null where map_id = $1 and source_number = $2 and ($3::int[] is null or number = any($3)) and state = 'Rejected'",
            [],
            cancellation);

    private static async Task<Outcome<int>> Answer(NpgsqlDataSource database, string slug, Actor actor, int thread, IReadOnlyList<int>? numbers, string sql, object?[] more, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(actor);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Whoever accepts holds the map: what they accepted is seen to be answered only by a statement that begins after that.
        await using var find = new NpgsqlCommand("select id from maps where slug = $1 and (visibility <> 2 or owner_id = $2::uuid) for no key update", connection, transaction);
        find.Parameters.Add(new() { Value = slug });
        find.Parameters.Add(new() { Value = (object?)actor.Id ?? DBNull.Value });
        if (await find.ExecuteScalarAsync(cancellation) is not long map)
        {
            return Missing.Map(slug);
        }

        if (!actor.IsSignedIn)
        {
            return Refusal.SignedOut();
        }

        await using var answer = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in new object?[] { map, thread, numbers?.ToArray() }.Concat(more))
        {
            answer.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        var answered = await answer.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return answered;
    }
}
