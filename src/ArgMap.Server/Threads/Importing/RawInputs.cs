using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using ArgMap.Argumentation.Threads;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>A file, page or text as it was given or fetched.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Open">Opens the content from its beginning. What was uploaded is on the disk already and is not taken into memory.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Address">Where it was fetched from, or null.</param>
public sealed record RawInput(string Name, Func<Stream> Open, long Length, string? Address = null)
{
    /// <summary>One that is in memory anyway.</summary>
    public RawInput(string name, byte[] bytes, string? address = null)
        : this(name, () => new MemoryStream(bytes, writable: false), bytes.LongLength, address)
    {
    }
}

/// <summary>What an import reads. Long inputs lie compressed in files of the system's temporary folder until this is disposed of.</summary>
internal sealed class KeptInputs(IReadOnlyList<ThreadInput> inputs, IReadOnlyList<Stream> packed) : IDisposable
{
    public IReadOnlyList<ThreadInput> Inputs { get; } = inputs;

    public void Dispose()
    {
        foreach (var stream in packed)
        {
            stream.Dispose();
        }
    }
}

/// <summary>Keeps raw inputs, compressed, and gives them out again.</summary>
internal static class RawInputs
{
    private const int MostInMemory = 1024 * 1024;

    // An import may reread one that rereads another. A page that is sent anew every day is read with those of three years.
    private const string Chain = """
        with recursive chain(map_id, id, rereads, depth) as (
          select map_id, id, rereads, 0 from thread_imports where id = $1
          union all
          select i.map_id, i.id, i.rereads, chain.depth + 1 from thread_imports i join chain on i.id = chain.rereads where chain.depth < 1000
        )
        """;

    /// <summary>Keeps the inputs of an import within a transaction.</summary>
    public static async Task Store(NpgsqlConnection connection, NpgsqlTransaction transaction, long map, Guid import, IReadOnlyList<RawInput> inputs, CancellationToken cancellation)
    {
        foreach (var (index, input) in inputs.Index())
        {
            await using var packed = Scratch(input.Length);
            var sha256 = await Compress(input, packed, cancellation);
            await using var command = new NpgsqlCommand(
                "insert into raw_inputs (map_id, import_id, index, name, address, bytes, length, sha256) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing", connection, transaction);
            command.Parameters.Add(new() { Value = map });
            command.Parameters.Add(new() { Value = import });
            command.Parameters.Add(new() { Value = index });
            command.Parameters.Add(new() { Value = StoredText.Of(input.Name, RawInputRow.MaxNameLength) });
            command.Parameters.Add(new() { Value = (object?)StoredText.Of(input.Address, ArgMap.Server.Sources.SourceRow.MaxUrlLength) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = packed, NpgsqlDbType = NpgsqlDbType.Bytea });
            command.Parameters.Add(new() { Value = input.Length });
            command.Parameters.Add(new() { Value = sha256 });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>What an import reads: the inputs of the imports it rereads, the earliest first, then its own.</summary>
    public static async Task<KeptInputs> Read(NpgsqlDataSource database, Guid import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Chain} select r.name, r.address, r.length, length(r.bytes), r.bytes from raw_inputs r join chain c on c.map_id = r.map_id and c.id = r.import_id order by c.depth desc, r.index");
        command.Parameters.Add(new() { Value = import });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        List<ThreadInput> inputs = [];
        List<Stream> all = [];
        try
        {
            while (await reader.ReadAsync(cancellation))
            {
                var (name, address, length) = (reader.GetString(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1), reader.GetInt64(2));
                var packed = Scratch(reader.GetInt32(3));
                all.Add(packed);
                await using var stored = await reader.GetStreamAsync(4, cancellation);
                await stored.CopyToAsync(packed, cancellation);
                inputs.Add(new ThreadInput(name, () => Unpacked(packed), address, length));
            }
        }
        catch
        {
            new KeptInputs(inputs, all).Dispose();
            throw;
        }

        return new KeptInputs(inputs, all);
    }

    /// <summary>How many bytes, uncompressed, an import would read again with what is kept of it and of those it rereads.</summary>
    public static async Task<long> Length(NpgsqlDataSource database, Guid import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Chain} select coalesce(sum(r.length), 0)::bigint from raw_inputs r join chain c on c.map_id = r.map_id and c.id = r.import_id");
        command.Parameters.Add(new() { Value = import });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The hash of an input, as it is kept with it.</summary>
    public static async Task<byte[]> Hash(RawInput input, CancellationToken cancellation)
    {
        await using var content = input.Open();
        return await SHA256.HashDataAsync(content, cancellation);
    }

    /// <summary>Reads from the beginning. One is read at a time.</summary>
    private static BrotliStream Unpacked(Stream packed)
    {
        packed.Position = 0;
        return new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Compresses an input, and leaves what came of it at its beginning.</summary>
    /// <returns>The hash of the input.</returns>
    private static async Task<byte[]> Compress(RawInput input, Stream packed, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await using var content = input.Open();
            var buffer = new byte[81_920];
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                await brotli.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }

        packed.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <summary>Room for so many bytes: in memory where they are few, else in a file.</summary>
    private static Stream Scratch(long length) => length <= MostInMemory ? new MemoryStream() : ScratchFile.Create();
}
