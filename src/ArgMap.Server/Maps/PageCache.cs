using System.IO.Compression;

namespace ArgMap.Server.Maps;

/// <summary>Pages as they were sent to readers who have not signed in, each of a revision of its map. Limited by bytes; what was asked for least lately goes first.</summary>
public sealed class PageCache(MapCacheSettings settings)
{
    private readonly Lock access = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, CachedPage Page)>> byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, CachedPage Page)> latestFirst = [];

    /// <summary>How many bytes are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>The page, when it is kept and the map is still as it was drawn.</summary>
    /// <param name="key">All that the page depends on beside the map.</param>
    /// <param name="head">The map as it is now.</param>
    public CachedPage? Find(string key, MapHead head)
    {
        lock (access)
        {
            if (!byKey.TryGetValue(key, out var place))
            {
                return null;
            }

            if (place.Value.Page.Head != head)
            {
                return null;
            }

            latestFirst.Remove(place);
            latestFirst.AddFirst(place);
            return place.Value.Page;
        }
    }

    /// <summary>Keeps a page in place of the one kept under the same key.</summary>
    public void Keep(string key, CachedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        lock (access)
        {
            if (byKey.TryGetValue(key, out var place))
            {
                Forget(place);
            }

            byKey[key] = latestFirst.AddFirst((key, page));
            Bytes += page.Bytes;
            while (Bytes > settings.PageBytes && latestFirst.Last is { } last)
            {
                Forget(last);
            }
        }
    }

    private void Forget(LinkedListNode<(string Key, CachedPage Page)> place)
    {
        latestFirst.Remove(place);
        byKey.Remove(place.Value.Key);
        Bytes -= place.Value.Page.Bytes;
    }
}

/// <summary>A page, compressed in each way that browsers take.</summary>
/// <param name="Head">The map it shows.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Plain">The page itself.</param>
/// <param name="Brotli">The same, by Brotli.</param>
/// <param name="Gzip">The same, by gzip.</param>
public sealed record CachedPage(MapHead Head, string ContentType, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip)
{
    /// <summary>How much memory it takes, about.</summary>
    public long Bytes => Plain.Length + Brotli.Length + Gzip.Length + 1_000;

    /// <summary>A page by gzip.</summary>
    internal static byte[] Gzipped(ReadOnlySpan<byte> plain)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return into.ToArray();
    }
}
