using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using System.Threading.Channels;
using ArgMap.Server.Accounts;
using ArgMap.Server.Shell;
using Npgsql;

namespace ArgMap.Server.Maps;

/// <summary>Keeps in the database the pages that large maps open with, and reads a map in the background while its reader looks at such a page. See docs/decisions/ADR-027-the-first-page-of-a-large-map.md.</summary>
public sealed partial class FirstPages(NpgsqlDataSource database, MapReader maps, MapCache cache, MapCacheSettings settings, ILogger<FirstPages> log) : BackgroundService
{
    /// <summary>A page that is larger than this belongs to no first look at a map.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    // Two servers may store pages in the wrong order: the later one counts.
    private const string Store = """
        insert into first_pages (map_id, settings, seal, changed_at, body) values ($1, $2, $3, $4, $5)
        on conflict (map_id, settings) do update set seal = excluded.seal, changed_at = excluded.changed_at, body = excluded.body
        where excluded.changed_at >= first_pages.changed_at
        """;

    private readonly ConcurrentDictionary<(long Map, string Settings), (string Seal, CachedPage Page)> toStore = new();
    private readonly Lock access = new();
    private readonly Dictionary<string, Task> toRead = new(StringComparer.Ordinal);

    // One place: whoever takes the word stores all that waits.
    private readonly Channel<TaskCompletionSource?> word = Channel.CreateUnbounded<TaskCompletionSource?>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The page a map opens with, when the map itself is not in memory and the page was stored as the map is now.</summary>
    /// <param name="head">The map as it is now.</param>
    /// <param name="asked">All that the page depends on beside the map and the build.</param>
    /// <param name="readerSettings">The reader's settings, as their cookie holds them.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CachedPage?> Find(MapHead head, string asked, string readerSettings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (cache.Find(head.Slug) is not null)
        {
            return null;
        }

        await using var command = database.CreateCommand("select body from first_pages where map_id = $1 and settings = $2 and seal = $3");
        command.Parameters.Add(new() { Value = head.Id });
        command.Parameters.Add(new() { Value = readerSettings });
        command.Parameters.Add(new() { Value = SealOf(head, asked) });
        if (await command.ExecuteScalarAsync(cancellation) is not byte[] body)
        {
            return null;
        }

        using var from = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await from.CopyToAsync(plain, cancellation);
        ReadSoon(head.Slug);
        return new CachedPage(head, "text/html; charset=utf-8", plain.ToArray(), body, CachedPage.Gzipped(plain.GetBuffer().AsSpan(0, (int)plain.Length)));
    }

    /// <summary>Stores a page that was drawn, soon, when its map is large.</summary>
    /// <inheritdoc cref="Find"/>
    /// <param name="page">The page.</param>
    public void Keep(CachedPage page, string asked, string readerSettings)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (cache.Find(page.Head.Slug) is { } map && map.Nodes.Count >= settings.FirstPagesFrom && page.Brotli.Length <= MostBytes)
        {
            toStore[(page.Head.Id, readerSettings)] = (SealOf(page.Head, asked), page);
            word.Writer.TryWrite(null);
        }
    }

    /// <summary>Waits until what was kept before is stored, or given up, and what is read in the background has been read.</summary>
    public async Task Done()
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (word.Writer.TryWrite(stored))
        {
            await stored.Task;
        }

        Task[] reading;
        lock (access)
        {
            reading = [.. toRead.Values];
        }

        await Task.WhenAll(reading);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        word.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var waits in word.Reader.ReadAllAsync(CancellationToken.None))
        {
            foreach (var key in toStore.Keys)
            {
                if (toStore.TryRemove(key, out var kept))
                {
                    await StoreOne(key.Map, key.Settings, kept.Seal, kept.Page);
                }
            }

            waits?.TrySetResult();
        }
    }

    private static string SealOf(MapHead head, string asked) => BuildIdentity.Seal($"{asked} {JsonSerializer.Serialize(head)}");

    private async Task StoreOne(long map, string readerSettings, string seal, CachedPage page)
    {
        try
        {
            await using var store = database.CreateCommand(Store);
            foreach (var value in new object[] { map, readerSettings, seal, page.Head.ChangedAt, page.Brotli.ToArray() })
            {
                store.Parameters.Add(new() { Value = value });
            }

            await store.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException failure)
        {
            NotStored(log, failure.SqlState ?? "the database cannot be reached");
        }
    }

    /// <summary>Reads a map for whoever goes on from its first page; once, however many look at it.</summary>
    private void ReadSoon(string slug)
    {
        lock (access)
        {
            if (!toRead.ContainsKey(slug))
            {
                toRead[slug] = ReadOne(slug);
            }
        }
    }

    private async Task ReadOne(string slug)
    {
        // Not on the thread of the reader, who holds the lock.
        await Task.Yield();
        try
        {
            if (await maps.Read(slug, Actor.Anonymous, CancellationToken.None) is { } map)
            {
                // What every page of a map needs is computed when it is first asked for: now.
                _ = (map.Standing, map.Tree, map.Facts);
            }
        }
        catch (NpgsqlException failure)
        {
            NotRead(log, slug, failure.SqlState ?? "the database cannot be reached");
        }
        finally
        {
            lock (access)
            {
                toRead.Remove(slug);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The first page of a map was not stored: {Reason}")]
    private static partial void NotStored(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The map {Slug} was not read in the background: {Reason}")]
    private static partial void NotRead(ILogger log, string slug, string reason);
}
