using Npgsql;

namespace ArgMap.Server.Database;

/// <summary>Several queries answered in one round trip and from one moment: the revision a page shows is the revision of all it shows.</summary>
/// <remarks>
/// EF Core sends one query at a time, and at Read Committed each would see another moment. A read-only Repeatable Read transaction
/// around them would be consistent but cost five round trips; this costs one. See docs/decisions/ADR-009-reading-in-one-batch.md.
/// </remarks>
public sealed class ReadBatch(NpgsqlDataSource dataSource)
{
    private const int MaxAttempts = 3;

    private readonly List<NpgsqlBatchCommand> commands = [];
    private readonly List<Func<NpgsqlDataReader, CancellationToken, Task>> readers = [];
    private readonly List<Action> forget = [];

    /// <summary>Adds a query. Its rows are in the list once <see cref="Run"/> has ended.</summary>
    /// <param name="sql">The query, with <c>$1</c>, <c>$2</c>, … for its arguments. Never put text of a request into it.</param>
    /// <param name="read">Makes one row of what the reader stands on.</param>
    /// <param name="arguments">The arguments, in order; null is SQL's null.</param>
    public IReadOnlyList<T> Add<T>(string sql, Func<NpgsqlDataReader, T> read, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }

        commands.Add(command);
        var rows = new List<T>();
        forget.Add(rows.Clear);
        readers.Add(async (reader, cancellation) =>
        {
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(read(reader));
            }
        });
        return rows;
    }

    /// <summary>Asks the database and fills the lists. Asks again when a connection turns out to have died, as the pooled ones have after the database was restarted.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refused a query.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunOnce(cancellation);
                return;
            }
            catch (NpgsqlException broken) when (attempt < MaxAttempts && (broken.IsTransient || broken.SqlState?.StartsWith("57P", StringComparison.Ordinal) == true))
            {
                forget.ForEach(clear => clear());
            }
        }
    }

    private async Task RunOnce(CancellationToken cancellation)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin isolation level repeatable read read only"));
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var read in readers)
        {
            await read(reader, cancellation);
            await reader.NextResultAsync(cancellation);
        }
    }
}

/// <summary>Short ways to read columns by place.</summary>
internal static class Columns
{
    public static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? NumberOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static DateTimeOffset? TimeOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static DateTimeOffset Time(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    /// <summary>What a column states by its name in the code.</summary>
    public static T Stated<T>(this NpgsqlDataReader reader, int column)
        where T : struct, Enum => Enum.Parse<T>(reader.GetString(column));
}
