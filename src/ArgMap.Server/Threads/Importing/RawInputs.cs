using System.IO.Compression;
using System.Security.Cryptography;
using ArgMap.Argumentation.Threads;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>A file, page or text as it was given or fetched.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Address">Where it was fetched from, or null.</param>
public sealed record RawInput(string Name, byte[] Bytes, string? Address = null);

/// <summary>Keeps raw inputs, compressed, and gives them out again.</summary>
internal static class RawInputs
{
    // An import may reread one that rereads another: that many and no more.
    private const string Chain = """
        with recursive chain(id, rereads, depth) as (
          select id, rereads, 0 from thread_imports where id = $1
          union all
          select i.id, i.rereads, chain.depth + 1 from thread_imports i join chain on i.id = chain.rereads where chain.depth < 100
        )
        """;

    /// <summary>Keeps the inputs of an import within a transaction.</summary>
    public static async Task Store(NpgsqlConnection connection, NpgsqlTransaction transaction, long map, Guid import, IReadOnlyList<RawInput> inputs, CancellationToken cancellation)
    {
        foreach (var (index, input) in inputs.Index())
        {
            await using var command = new NpgsqlCommand(
                "insert into raw_inputs (map_id, import_id, index, name, address, bytes, length, sha256) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing", connection, transaction);
            command.Parameters.Add(new() { Value = map });
            command.Parameters.Add(new() { Value = import });
            command.Parameters.Add(new() { Value = index });
            command.Parameters.Add(new() { Value = StoredText.Of(input.Name, RawInputRow.MaxNameLength) });
            command.Parameters.Add(new() { Value = (object?)StoredText.Of(input.Address, ArgMap.Server.Sources.SourceRow.MaxUrlLength) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = Compress(input.Bytes) });
            command.Parameters.Add(new() { Value = input.Bytes.LongLength });
            command.Parameters.Add(new() { Value = SHA256.HashData(input.Bytes) });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>What an import reads: the inputs of the imports it rereads, the earliest first, then its own.</summary>
    public static async Task<IReadOnlyList<ThreadInput>> Read(NpgsqlDataSource database, Guid import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Chain} select r.name, r.bytes, r.address, r.length from raw_inputs r join chain c on c.id = r.import_id order by c.depth desc, r.index");
        command.Parameters.Add(new() { Value = import });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<ThreadInput> inputs = [];
        while (await reader.ReadAsync(cancellation))
        {
            var packed = reader.GetFieldValue<byte[]>(1);
            inputs.Add(new ThreadInput(reader.GetString(0), () => new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt64(3)));
        }

        return inputs;
    }

    /// <summary>How many bytes, uncompressed, an import would read again with what is kept of it and of those it rereads.</summary>
    public static async Task<long> Length(NpgsqlDataSource database, Guid import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Chain} select coalesce(sum(r.length), 0)::bigint from raw_inputs r join chain c on c.id = r.import_id");
        command.Parameters.Add(new() { Value = import });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }
}
