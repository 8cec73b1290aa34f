using System.IO.Compression;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Files compressed by gzip, as archives and programs that fetch leave them.</summary>
internal static class Gzip
{
    /// <summary>The bytes as far as they can be unpacked, and what stopped it; null when there are more than <paramref name="most"/>.</summary>
    internal static (byte[] Bytes, string? Fault)? Unpack(byte[] packed, int most)
    {
        using var unpacked = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        try
        {
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if (unpacked.Length + read > most)
                {
                    return null;
                }

                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return (unpacked.ToArray(), "The compressed file is damaged here; what comes before was read, what comes after was not.");
        }

        return (unpacked.ToArray(), IsWhole(packed, unpacked.Length) ? null : "The compressed file breaks off here; what comes before was read, what comes after was not.");
    }

    /// <summary>The last four bytes say how long the content is, modulo 2³² (RFC 1952). Of several members the last one says only its own length, which is no more than all.</summary>
    private static bool IsWhole(byte[] packed, long length) =>
        packed.Length >= 18 && System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4)) is var stated && stated <= length && (stated > 0 || length == 0);
}
