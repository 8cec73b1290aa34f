using System.Security.Cryptography;
using System.Text;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Drafting;
using ArgMap.Server.Threads.Fetching;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>An import that waits for the background job.</summary>
/// <param name="Slug">The map.</param>
/// <param name="Import">The import.</param>
public sealed record StartedImport(string Slug, Guid Import);

/// <summary>Starts to bring a thread into a map: checks what is given and keeps it. The background job does the rest.</summary>
public sealed class StartImport(NpgsqlDataSource database, MapReader maps, MapWriter writer, ImportSettings settings, ThreadFetcher fetcher, ImportSignals signals, TimeProvider clock)
{
    /// <summary>What the new map is called and who can read it.</summary>
    /// <param name="Title">Its title; null to take the thread's.</param>
    /// <param name="Root">The question or thesis it is about; null to take the title.</param>
    /// <param name="RootKind"><c>Question</c> or <c>Claim</c>; null to take what the title is, where that is taken, else a question.</param>
    /// <param name="Visibility"><c>Public</c> (the default), <c>Unlisted</c> or <c>Private</c>.</param>
    public sealed record NewMap(string? Title, string? Root = null, string? RootKind = null, string? Visibility = null);

    /// <summary>Makes a map and starts to bring a thread into it.</summary>
    /// <param name="actor">Who does.</param>
    /// <param name="map">The new map.</param>
    /// <param name="given">The thread.</param>
    /// <param name="key">The person's key for the request: sent again, it starts nothing more.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<StartedImport>> IntoNewMap(Actor actor, NewMap map, GivenThread given, string? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(map);
        if (!actor.IsSignedIn)
        {
            return Refusal.SignedOut();
        }

        var input = new InputCheck();
        var thread = CheckedThread.Of(given, settings, fetcher, input);
        var title = input.Optional("title", map.Title, MapRow.MaxTitleLength, "The title");
        var root = input.Optional("root", map.Root, ArgMap.Argumentation.Maps.Node.MaxTextLength, "The question or thesis");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        if (await TooMany(actor, key, cancellation) is { } many)
        {
            return many;
        }

        var named = title ?? StoredText.Of(thread!.Title, MapRow.MaxTitleLength);
        var made = await CreateMap.Handle(writer, actor, new(named, root ?? named, map.RootKind ?? (root is null ? TakeThesis.FromTitle(named).Kind.ToString() : null), null, map.Visibility), key, cancellation);
        return made.Refusal is { } not ? not : await Add(actor, made.Value.Slug, null, thread!, null, title is null && !thread!.IsTitleSure, key, cancellation);
    }

    /// <summary>Starts to bring a thread into a map, as one more source. Everybody who may add to the map may.</summary>
    /// <inheritdoc cref="IntoNewMap"/>
    /// <param name="slug">The map.</param>
    public async Task<Outcome<StartedImport>> IntoMap(Actor actor, string slug, GivenThread given, string? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await maps.ReadHead(slug, actor, cancellation) is null)
        {
            return Missing.Map(slug);
        }

        if (!actor.IsSignedIn)
        {
            return Refusal.SignedOut();
        }

        var input = new InputCheck();
        var thread = CheckedThread.Of(given, settings, fetcher, input);
        return input.Refuses(out var refusal) ? refusal
            : await TooMany(actor, key, cancellation) is { } many ? many
            : await Add(actor, slug, null, thread!, null, false, key, cancellation);
    }

    /// <summary>Starts to bring a thread of a map up to date. Whoever brought it in may, and the map's owner.</summary>
    /// <inheritdoc cref="IntoMap"/>
    /// <param name="source">The thread's source.</param>
    /// <param name="given">What it is now; null to fetch it from the address it has.</param>
    /// <param name="adds">What is given is a part that was missing, and is read together with what was given before; otherwise it is all of the thread as it is now.</param>
    public async Task<Outcome<StartedImport>> Update(Actor actor, string slug, int source, GivenThread? given, bool adds, string? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await Find(actor, slug, source, cancellation);
        if (found.Refusal is { } not)
        {
            return not;
        }

        if (given is null && found.Value.Address is null)
        {
            return Refusal.Invalid("address", "The address of this thread is not known, so it cannot be fetched. Give it, or the thread as it is now as text or files.");
        }

        var input = new InputCheck();
        // Posts of a text are known again by their words, and by other keys in a layout.
        given = found.Value.IsText && given is not null ? given with { Layout = null } : given;
        var thread = CheckedThread.Of(given ?? new(found.Value.Address, null, [], null), settings, fetcher, input);
        return input.Refuses(out var refusal) ? refusal
            : await TooMany(actor, key, cancellation) is { } many ? many
            : await Add(actor, slug, source, thread!, adds ? found.Value.Import : null, false, key, cancellation);
    }

    /// <summary>Starts to read what was given of a thread again, by a reader that has become better or as another format.</summary>
    /// <inheritdoc cref="Update"/>
    /// <param name="format">The format to read it as; null or empty to have it recognised.</param>
    public async Task<Outcome<StartedImport>> ReadAgain(Actor actor, string slug, Guid import, string? format, string? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        IReadOnlyList<ImportView> imports = [];
        var head = await maps.ReadHead(slug, actor, cancellation, batch => imports = ImportReader.AddOne(batch, slug, import));
        if (head is null || imports is not [var before])
        {
            return head is null ? Missing.Map(slug) : ImportReader.Missing();
        }

        if (!head.MayChange(actor, before.ActorId))
        {
            return actor.IsSignedIn ? Refusal.Forbidden("Only whoever brought the thread in and the map's owner can have it read again.") : Refusal.SignedOut();
        }

        if (!before.IsFinished)
        {
            return Refusal.Conflict("import-running", "The thread is being read just now. Stop that first, or wait until it has ended.");
        }

        if (before.IsOutdated)
        {
            return Refusal.Conflict("import-outdated", "The thread has been read since from what was given later, and this would bring back how it was before. Have the latest import read again, or bring the thread up to date.");
        }

        var input = new InputCheck();
        var known = CheckedThread.FormatOf(format, input);
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        if (await TooMany(actor, key, cancellation) is { } many)
        {
            return many;
        }

        if (await RawInputs.Length(database, import, cancellation) == 0)
        {
            return before.Address is { } address
                ? await Add(actor, slug, before.Source, new(new Uri(address), [], known, "", true), null, before.TakesTitle, key, cancellation)
                : Refusal.Invalid("format", "Nothing is kept of this import that could be read again. Give the thread once more.");
        }

        return await Add(actor, slug, before.Source, new(null, [], known, "", true), import, before.TakesTitle, key, cancellation);
    }

    private sealed record FoundThread(string? Address, Guid Import, bool IsText);

    private async Task<Outcome<FoundThread>> Find(Actor actor, string slug, int source, CancellationToken cancellation)
    {
        IReadOnlyList<(string? Address, Guid Import, bool IsText, Guid AddedBy, bool IsWithdrawn)> threads = [];
        var head = await maps.ReadHead(slug, actor, cancellation, batch => threads = batch.Add(
            $"""
            select t.address, t.import_id, t.format = 'text', s.added_by_id, s.is_withdrawn from forum_threads t join sources s on s.map_id = t.map_id and s.number = t.source_number
            where t.map_id = {MapReader.MapId} and t.source_number = $2
            """,
            row => (row.TextOrNull(0), row.GetGuid(1), row.GetBoolean(2), row.GetGuid(3), row.GetBoolean(4)),
            slug,
            source));
        return head is null ? Missing.Map(slug)
            : threads is not [{ IsWithdrawn: false } thread] ? Refusal.NotFound($"Source {source} of this map is no imported thread, or it has been withdrawn.")
            : !actor.IsSignedIn ? Refusal.SignedOut()
            : !head.MayChange(actor, thread.AddedBy) ? Refusal.Forbidden("Only whoever brought the thread in and the map's owner can bring it up to date.")
            : new FoundThread(thread.Address, thread.Import, thread.IsText);
    }

    /// <summary>Refuses what would be one too many; what was begun already with this key is not, sent again.</summary>
    private async Task<Refusal?> TooMany(Actor actor, string? key, CancellationToken cancellation)
    {
        List<(Guid Id, string Slug)> running = [];
        await using var command = database.CreateCommand("select i.id, m.slug from thread_imports i join maps m on m.id = i.map_id where i.actor_id = $1 and i.finished_at is null");
        command.Parameters.Add(new() { Value = actor.Id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            running.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return running.Count < settings.MostUnfinished || (key is not null && running.Exists(import => import.Id == FromKey(actor, import.Slug, key))) ? null
            : Refusal.TooManyRequests($"{Plural.Of(running.Count, "thread")} of yours {(running.Count == 1 ? "is" : "are")} being read already. Wait until one is done, or stop one.");
    }

    private async Task<Outcome<StartedImport>> Add(Actor actor, string slug, int? source, CheckedThread thread, Guid? rereads, bool takesTitle, string? key, CancellationToken cancellation)
    {
        // A map that was made for a thread that could not be had is called after the first one that can.
        var (id, now) = (key is null ? Guid.CreateVersion7() : FromKey(actor, slug, key), clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var insert = new NpgsqlCommand(
            """
            insert into thread_imports (id, map_id, source_number, actor_id, state, format_wanted, address, rereads, takes_title, posts_stored, created_at, heartbeat_at, attempts, is_cancel_asked)
            select $1, m.id, $3, $4, 'Waiting', $5, $6, $7, $8 or (m.revision = 1 and exists (select from thread_imports i where i.map_id = m.id and i.takes_title)), 0, $9, $9, 0, false
            from maps m where m.slug = $2
              and ($3::int is null or not exists (select from thread_imports i where i.map_id = m.id and i.source_number = $3 and i.finished_at is null and i.id <> $1))
            on conflict (id) do nothing returning map_id
            """,
            connection,
            transaction);
        insert.Parameters.Add(new() { Value = id });
        insert.Parameters.Add(new() { Value = slug });
        insert.Parameters.Add(new() { Value = (object?)source ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        insert.Parameters.Add(new() { Value = actor.Id });
        insert.Parameters.Add(new() { Value = (object?)thread.Format ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = (object?)thread.Address?.AbsoluteUri ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = (object?)rereads ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        insert.Parameters.Add(new() { Value = takesTitle });
        insert.Parameters.Add(new() { Value = now });
        if (await insert.ExecuteScalarAsync(cancellation) is long map)
        {
            await RawInputs.Store(connection, transaction, map, id, thread.Inputs, cancellation);
            await transaction.CommitAsync(cancellation);
            signals.Waits();
            return new StartedImport(slug, id);
        }

        return await IsOfSameRequest(connection, id, source, thread, rereads, cancellation) switch
        {
            true => new StartedImport(slug, id),
            false => Refusal.KeyReused(),
            null => Refusal.Conflict("import-running", "This thread is being brought up to date just now. Wait until that has ended."),
        };
    }

    /// <summary>Whether the import that a key belongs to was started with the same thread; null when there is none. What an import reads together with others is decided later on, so it says nothing.</summary>
    private static async Task<bool?> IsOfSameRequest(NpgsqlConnection connection, Guid id, int? source, CheckedThread thread, Guid? rereads, CancellationToken cancellation)
    {
        await using var known = new NpgsqlCommand(
            """
            select i.source_number, i.format_wanted, i.address, i.rereads, array(select r.sha256 from raw_inputs r where r.map_id = i.map_id and r.import_id = i.id order by r.index)
            from thread_imports i where i.id = $1
            """,
            connection);
        known.Parameters.Add(new() { Value = id });
        await using var reader = await known.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return null;
        }

        var isReread = thread.Address is null && thread.Inputs.Count == 0;
        if ((source is not null && source != (reader.IsDBNull(0) ? null : reader.GetInt32(0))) || thread.Format != (reader.IsDBNull(1) ? null : reader.GetString(1))
            || thread.Address?.AbsoluteUri != (reader.IsDBNull(2) ? null : reader.GetString(2)) || (isReread && rereads != (reader.IsDBNull(3) ? null : reader.GetGuid(3))))
        {
            return false;
        }

        var kept = reader.GetFieldValue<byte[][]>(4).Select(Convert.ToHexString).ToList();
        List<string> given = [];
        foreach (var input in thread.Inputs)
        {
            given.Add(Convert.ToHexString(await RawInputs.Hash(input, cancellation)));
        }

        // What was fetched from an address may have changed since.
        return thread.Address is not null || kept.SequenceEqual(given);
    }

    private static Guid FromKey(Actor actor, string slug, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.Id} {slug} {key}")).AsSpan(0, 16));
}
