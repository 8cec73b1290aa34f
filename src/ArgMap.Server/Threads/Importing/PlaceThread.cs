using System.Globalization;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Where in its map a thread is stored.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Format">What it was read as when it was stored before.</param>
/// <param name="WasThere">The map had it already, though it was given as one more.</param>
/// <param name="Alike">The source of another thread that may be the same one.</param>
/// <param name="PostsAlike">How many posts stand there too.</param>
internal sealed record ThreadPlace(int Source, string Format, bool WasThere, int? Alike, int PostsAlike);

/// <summary>Finds the place of a thread in its map: the source that is brought up to date, the one that the map has of the same thread already, or one more.</summary>
internal sealed class PlaceThread(NpgsqlDataSource database, IServiceScopeFactory scopes, ImportLedger ledger, TimeProvider clock)
{
    /// <summary>Finds it.</summary>
    /// <exception cref="ImportRefused">The map has the thread already, and this person may not bring it up to date, or somebody does so just now.</exception>
    public async Task<ThreadPlace> Of(ClaimedImport import, ForumThread thread, FetchInputs.Fetched fetched, CancellationToken cancellation)
    {
        if (import.Source is { } given)
        {
            var before = import.Outcome is null ? null : ThreadJson.Read<ImportOutcome>(import.Outcome);
            return await Begun(import, given, thread, before, cancellation);
        }

        // The same thread given twice at once is added once: what is looked for and what is added lie under one lock.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('place-thread', $1))", connection))
        {
            turn.Parameters.Add(new() { Value = import.Map });
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        var found = await SameThread.Find(database, import, thread, cancellation);
        var outcome = fetched.Outcome with { WasThere = found.Same is not null, Alike = found.Alike?.Source, PostsAlike = found.PostsAlike };
        if (found.Same is { } same)
        {
            if (import.Actor != same.AddedBy && import.Actor != same.Owner)
            {
                throw new ImportRefused($"The map has this thread already: it is “{same.Title}”. Whoever brought it in and the map's owner can bring it up to date.");
            }

            if (same.IsBeingRead || !await ledger.Join(import, same.Source, outcome, cancellation))
            {
                throw new ImportRefused($"The map has this thread already: it is “{same.Title}”, which is being read just now. Wait until that has ended, and then bring it up to date.");
            }

            return await Begun(import, same.Source, thread, outcome, cancellation);
        }

        return await Begun(import, await AddSource(import, thread, outcome, cancellation), thread, outcome, cancellation);
    }

    /// <summary>Adds the thread to the map as a source. The import's id is the key, so taking an import up again adds no other.</summary>
    private async Task<int> AddSource(ClaimedImport import, ForumThread thread, ImportOutcome outcome, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var address = Uri.TryCreate(thread.Address ?? import.Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
        var begun = thread.Posts.Select(post => post.CreatedAt).FirstOrDefault(time => time is not null)?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var added = await ImportThread.Handle(
            scope.ServiceProvider.GetRequiredService<MapWriter>(),
            import.Slug,
            new Actor(import.Actor, null),
            new(import.Id, ThreadTitle.Of(thread), address, begun, thread.Posts.Sum(post => PostPlan.CountWords(post.Body)), import.TakesTitle),
            cancellation);
        var source = added.Refusal is { } refusal ? throw new ImportRefused(refusal.Detail) : added.Value.AddedSource!.Value;
        await ledger.Note(import, source, outcome, cancellation);
        return source;
    }

    private async Task<ThreadPlace> Begun(ClaimedImport import, int source, ForumThread thread, ImportOutcome? outcome, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into forum_threads (map_id, source_number, format, forum, address, posts, import_id, read_at, report) values ($1, $2, $3, $4, $5, 0, $6, $7, $8::jsonb)
            on conflict (map_id, source_number) do update set posts = forum_threads.posts returning format
            """);
        command.Parameters.Add(new() { Value = import.Map });
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = StoredText.Of(thread.Format, ForumThreadRow.MaxFormatLength) });
        command.Parameters.Add(new() { Value = (object?)StoredText.Of(thread.Forum, ForumThreadRow.MaxForumLength) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)StoredText.Of(import.Address ?? thread.Address, Sources.SourceRow.MaxUrlLength) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = import.Id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = ThreadJson.Write(thread.Report), NpgsqlDbType = NpgsqlDbType.Text });
        var format = (string)(await command.ExecuteScalarAsync(cancellation))!;
        return new ThreadPlace(source, format, outcome?.WasThere ?? false, outcome?.Alike, outcome?.PostsAlike ?? 0);
    }
}
