using System.Diagnostics.CodeAnalysis;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Threads.Drafting;
using ArgMap.Server.Threads.Drafting.Cues;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Something about an import that its message tells the person: it fails, and nothing is wrong with the server.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is thrown and caught in this folder only, and never without words.")]
internal sealed class ImportRefused(string message) : Exception(message);

/// <summary>One import from what was given to what is stored. Every step can be done again, so it can be taken up after a crash: what is stored already is left as it is.</summary>
internal sealed class RunImport(NpgsqlDataSource database, ImportLedger ledger, FetchInputs fetching, PlaceThread placing, TimeProvider clock, ImportSettings settings)
{
    private const int ManyPosts = 5_000;

    /// <summary>Does it.</summary>
    /// <exception cref="ImportRefused">It cannot be done, for a reason that concerns the person.</exception>
    /// <exception cref="ThreadFormatException">No thread can be read from what was given.</exception>
    /// <exception cref="OperationCanceledException">It is to stop.</exception>
    public async Task<ImportOutcome> Handle(ClaimedImport import, CancellationToken cancellation)
    {
        var fetched = await fetching.Handle(import, cancellation);
        if (fetched is { IsUnchanged: true } && import.Source is { } same)
        {
            await Run("update forum_threads set read_at = $3 where map_id = $1 and source_number = $2", cancellation, import.Map, same, clock.GetUtcNow());
            return new ImportOutcome(IsUnchanged: true);
        }

        await ledger.Advance(import, ImportState.Reading, null, null, cancellation);
        var stored = await ReadAndStore(import, fetched, cancellation);
        LetGo(stored.Posts);
        await ledger.Advance(import, ImportState.Drafting, null, null, cancellation);
        var suggestions = await Draft(import, stored, cancellation);
        return fetched.Outcome with
        {
            New = stored.New,
            Changed = stored.Changed,
            Unchanged = stored.Posts - stored.New - stored.Changed,
            Vanished = stored.Vanished,
            Moved = stored.Anchors.Moved,
            Uncertain = stored.Anchors.Uncertain,
            Orphaned = stored.Anchors.Orphaned,
            Suggestions = suggestions,
            DraftedPosts = stored.Part.Posts.Count == stored.Posts ? null : stored.Part.Posts.Count,
            Unseen = stored.Unseen,
            IsMended = stored.IsMended,
            WasThere = stored.Place.WasThere,
            Alike = stored.Place.Alike,
            PostsAlike = stored.Place.PostsAlike,
        };
    }

    /// <summary>What is left of a thread when it has been stored.</summary>
    private sealed record StoredThread(ThreadPlace Place, ForumThread Part, IReadOnlyDictionary<string, int> Numbers, int Posts, int New, int Changed, int Vanished, int Unseen, bool IsMended, FindCitationsAgain.Found Anchors, DateTimeOffset At);

    // The whole thread is held in here only: what comes after it has the memory that it took.
    private async Task<StoredThread> ReadAndStore(ClaimedImport import, FetchInputs.Fetched fetched, CancellationToken cancellation)
    {
        var thread = await Read(import, cancellation);
        var place = await placing.Of(import, thread, fetched, cancellation);
        import = import with { Source = place.Source };
        var isMended = CanBeMended(import, thread) && await ledger.RereadWhatIsKnown(import, cancellation);
        if (isMended)
        {
            thread = await Read(import, cancellation);
        }

        var at = clock.GetUtcNow();
        var plan = await Plan(import, place, thread, fetched, at, cancellation);
        if (!isMended && place.WasThere && import is { Rereads: null, FormatWanted: null } && plan.Absent.Count > plan.Vanished && await WithWhatIsKnown(import, place, plan, fetched, at, cancellation) is var (together, whole))
        {
            (thread, plan) = (together, whole);
        }

        await ledger.Advance(import, ImportState.Storing, null, thread.Posts.Count, cancellation);
        var (added, changed) = await Store(import, plan, cancellation);
        var anchors = await Finish(import, place, thread, plan, fetched, at, cancellation);
        return new StoredThread(place, DraftedPart.Of(thread), plan.Numbers, plan.Count, added, changed, plan.Vanished, plan.Absent.Count - plan.Vanished, isMended, anchors, at);
    }

    private async Task<PostPlan> Plan(ClaimedImport import, ThreadPlace place, ForumThread thread, FetchInputs.Fetched fetched, DateTimeOffset at, CancellationToken cancellation)
    {
        var known = await PostStore.Known(database, import.Map, place.Source, cancellation);
        var isOther = known.Count > 0 && place.Format != StoredText.Of(thread.Format, ForumThreadRow.MaxFormatLength);
        var reworded = await RewordedPosts.Find(database, import.Map, place.Source, thread, known, isOther, cancellation);
        // A page shows less than an interface gives; and who gave a thread as one more did not say that it is all there is.
        var isWhole = !fetched.IsPart && fetched.Missing.Count == 0 && thread.Report is { NotLoaded: 0, DamageCount: 0 } && (import.Address is null ? !place.WasThere : fetched.IsOfInterface || !isOther);
        return PostPlan.Of(import.Map, place.Source, thread, known, reworded, isWhole, import.CreatedAt, at);
    }

    /// <summary>The thread read together with what was given of it before, as for a later page of it; null when posts would come twice, as where two formats call them by other names.</summary>
    private async Task<(ForumThread Thread, PostPlan Plan)?> WithWhatIsKnown(ClaimedImport import, ThreadPlace place, PostPlan alone, FetchInputs.Fetched fetched, DateTimeOffset at, CancellationToken cancellation)
    {
        if (!await ledger.RereadWhatIsKnown(import, cancellation))
        {
            return null;
        }

        var thread = await Read(import, cancellation);
        var plan = await Plan(import, place, thread, fetched, at, cancellation);
        if (plan.Count + plan.Absent.Count <= alone.Count + alone.Absent.Count)
        {
            return (thread, plan);
        }

        await ledger.ReadAlone(import, cancellation);
        return null;
    }

    /// <summary>Has the memory of what is held no more used again by what comes next, in the background. Left to itself that would happen only when much more had been taken.</summary>
    private static void LetGo(int posts)
    {
        if (posts > ManyPosts)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }

    /// <summary>
    /// Whether what is damaged is to be read together with what was given of the thread before. Posts that are told by their words would come twice then: once as they were, once with a piece gone.
    /// </summary>
    private static bool CanBeMended(ClaimedImport import, ForumThread thread) =>
        import is { Source: not null, Rereads: null, FormatWanted: null } && thread.Report.DamageCount > 0 && !thread.Posts.Any(post => post.Id.StartsWith(ThreadPost.ToldByWords, StringComparison.Ordinal));

    private async Task<ForumThread> Read(ClaimedImport import, CancellationToken cancellation)
    {
        var kept = await RawInputs.Read(database, import.Id, cancellation);

        // It is waited for when the import is stopped: else the next one would be read beside it, and take as much memory once more.
        var reading = () =>
        {
            using (kept)
            {
                return ThreadReading.Read(kept.Inputs, import.FormatWanted, settings.MostPosts, cancellation);
            }
        };
        var thread = await Task.Run(reading, CancellationToken.None);
        LetGo(thread.Posts.Count);
        return thread;
    }

    private async Task<(int New, int Changed)> Store(ClaimedImport import, PostPlan plan, CancellationToken cancellation)
    {
        var (stored, added, changed) = (0, 0, 0);
        foreach (var batch in plan.Posts.Chunk(PostStore.BatchSize))
        {
            stored += batch.Length;
            added += batch.Count(plan.IsNew);
            changed += batch.Count(plan.IsChanged);
            var soFar = stored;
            await InTransaction(
                async connection =>
                {
                    await Own(connection, import, soFar, cancellation);
                    await PostStore.Store(connection, batch, cancellation);
                },
                cancellation);
        }

        return (added, changed);
    }

    /// <summary>When all posts are stored: places of those that are gone, what became of citations, and what is said of the thread.</summary>
    private async Task<FindCitationsAgain.Found> Finish(ClaimedImport import, ThreadPlace place, ForumThread thread, PostPlan plan, FetchInputs.Fetched fetched, DateTimeOffset at, CancellationToken cancellation)
    {
        var found = new FindCitationsAgain.Found(0, 0, 0);
        await InTransaction(
            async connection =>
            {
                await Own(connection, import, plan.Count, cancellation);
                await PostStore.Place(connection, import.Map, place.Source, plan.Absent, cancellation);
                found = await FindCitationsAgain.OfThread(connection, import.Map, place.Source, cancellation);
                await using var update = new NpgsqlCommand(
                    """
                    update forum_threads set format = $3, forum = $4, address = coalesce($5, address), posts = $6, import_id = $7, read_at = $8, report = $9::jsonb, etag = $10, last_modified = $11
                    where map_id = $1 and source_number = $2
                    """,
                    connection);
                Fill(
                    update,
                    import.Map,
                    place.Source,
                    // Posts that another format gave keep what that calls them, so it is remembered.
                    StoredText.Of(import.FormatWanted is null ? string.Join(", ", place.Format.Split(", ").Concat(thread.Format.Split(", ")).Distinct()) : thread.Format, ForumThreadRow.MaxFormatLength),
                    StoredText.Of(thread.Forum, ForumThreadRow.MaxForumLength),
                    // It stays where it is fetched from, if it was given by another address of it.
                    place.WasThere ? null : StoredText.Of(import.Address ?? thread.Address, Sources.SourceRow.MaxUrlLength),
                    plan.Count + plan.Absent.Count,
                    import.Id,
                    at,
                    ThreadJson.Write(thread.Report),
                    !place.WasThere && fetched.Conditions.ETag is { Length: <= ForumThreadRow.MaxValidatorLength } tag ? tag : null,
                    !place.WasThere && fetched.Conditions.LastModified is { Length: <= ForumThreadRow.MaxValidatorLength } time ? time : null);
                await update.ExecuteNonQueryAsync(cancellation);
            },
            cancellation);
        return found;
    }

    private async Task<int> Draft(ClaimedImport import, StoredThread thread, CancellationToken cancellation)
    {
        // Nothing waits for it: no transaction is open.
        var cues = ThreadCues.Of(await Cues(import.Map, thread.Place.Source, cancellation));
        var draft = await Task.Run(() => ThreadDrafting.Draft(thread.Part, cues, cancellation), CancellationToken.None);
        var open = 0;
        await InTransaction(
            async connection =>
            {
                await Own(connection, import, thread.Posts, cancellation);
                open = await DraftThread.Handle(connection, import.Map, thread.Place.Source, draft, thread.Numbers, thread.At, cancellation);
            },
            cancellation);
        return open;
    }

    private async Task<string?> Cues(long map, int source, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select cues from forum_threads where map_id = $1 and source_number = $2");
        Fill(command, map, source);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>Makes sure, within a transaction, that the import is still this worker's: nobody else can take it up before the transaction ends.</summary>
    private async Task Own(NpgsqlConnection connection, ClaimedImport import, int stored, CancellationToken cancellation)
    {
        if (!await ledger.NoteStored(connection, import, stored, cancellation))
        {
            throw new OperationCanceledException("Another worker has taken the import up.");
        }
    }

    private async Task InTransaction(Func<NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await work(connection);
        await transaction.CommitAsync(cancellation);
    }

    private async Task Run(string sql, CancellationToken cancellation, params object?[] arguments)
    {
        await using var command = database.CreateCommand(sql);
        Fill(command, arguments);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Fill(NpgsqlCommand command, params object?[] arguments)
    {
        foreach (var argument in arguments)
        {
            command.Parameters.Add(argument is null or string ? new() { Value = argument ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new() { Value = argument });
        }
    }
}
