using System.Buffers.Binary;
using System.IO.Compression;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Files compressed by gzip, as archives and programs that fetch leave them.</summary>
internal static class Gzip
{
    /// <summary>The bytes as far as they can be unpacked, and what stopped it; null when there are more than <paramref name="most"/>.</summary>
    /// <param name="open">Opens what is compressed from its beginning.</param>
    /// <param name="most">The most bytes.</param>
    internal static (PagedList<byte> Bytes, string? Fault)? Unpack(Func<Stream> open, int most)
    {
        var unpacked = new PagedList<byte>();
        using var stream = new GZipStream(open(), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        try
        {
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if (unpacked.Count + read > most)
                {
                    return null;
                }

                unpacked.Add(buffer.AsSpan(0, read));
            }
        }
        catch (InvalidDataException)
        {
            return (unpacked, "The compressed file is damaged here; what comes before was read, what comes after was not.");
        }

        return (unpacked, IsWhole(open, unpacked.Count) ? null : "The compressed file breaks off here; what comes before was read, what comes after was not.");
    }

    /// <summary>The last four bytes say how long the content is, modulo 2³² (RFC 1952). Of several members the last one says only its own length, which is no more than all.</summary>
    private static bool IsWhole(Func<Stream> open, long length)
    {
        using var packed = open();
        var buffer = new byte[81_920];
        var (kept, all) = (0, 0L);
        for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer, kept, buffer.Length - kept))
        {
            all += read;
            var last = Math.Min(sizeof(uint), kept + read);
            buffer.AsSpan(kept + read - last, last).CopyTo(buffer);
            kept = last;
        }

        return all >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(buffer) is var stated && stated <= length && (stated > 0 || length == 0);
    }
}
