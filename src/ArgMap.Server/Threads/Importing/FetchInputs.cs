using System.Globalization;
using ArgMap.Server.Threads.Fetching;
using Npgsql;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Gets what is at an import's address and keeps it as raw inputs; what was fetched before a crash is not fetched again.</summary>
internal sealed class FetchInputs(NpgsqlDataSource database, ThreadFetcher fetcher, ImportLedger ledger)
{
    /// <summary>What came of it, beside the raw inputs.</summary>
    /// <param name="IsUnchanged">The forum says that nothing has changed since the thread was last read.</param>
    /// <param name="Missing">What could not be fetched, a sentence each.</param>
    /// <param name="Notes">What else is to be known of what was fetched, a sentence each.</param>
    /// <param name="Conditions">What to ask with next time.</param>
    public sealed record Fetched(bool IsUnchanged, IReadOnlyList<string> Missing, IReadOnlyList<string> Notes, FetchConditions Conditions)
    {
        /// <summary>It came by a forum's interface, which gives all that there is.</summary>
        public bool IsOfInterface { get; init; }

        /// <summary>What is read again lacked parts when it was read before.</summary>
        public bool IsPart { get; init; }

        /// <summary>What is known of the import's outcome by now, for whoever takes it up again.</summary>
        public ImportOutcome Outcome => new(NotFetched: Missing.Count == 0 ? null : Missing, Notes: Notes.Count == 0 ? null : Notes);
    }

    /// <summary>Fetches, unless the import has no address or has been fetched.</summary>
    /// <exception cref="ImportRefused">Nothing could be fetched.</exception>
    public async Task<Fetched> Handle(ClaimedImport import, CancellationToken cancellation)
    {
        if (import.Address is null || await HasInputs(import, cancellation))
        {
            var before = import.Outcome is null ? null : ThreadJson.Read<ImportOutcome>(import.Outcome);
            return new Fetched(false, before?.NotFetched ?? [], before?.Notes ?? [], new()) { IsPart = await IsOfPart(import, cancellation) };
        }

        await ledger.Advance(import, ImportState.Fetching, "Asking for the thread.", null, cancellation);
        var progress = new LatestProgress();
        var fetching = fetcher.Fetch(new Uri(import.Address), await Conditions(import, cancellation), progress, cancellation);
        await Tell(import, progress, fetching, cancellation);
        var outcome = await fetching;
        if (outcome.Refusal is { } refusal)
        {
            throw new ImportRefused(refusal.Detail);
        }

        var thread = outcome.Value;
        var fetched = new Fetched(thread.IsUnchanged, thread.Missing, thread.Notes, thread.Conditions) { IsOfInterface = thread.Forum != ThreadFetcher.AnyPage };
        if (thread.Missing.Count + thread.Notes.Count > 0)
        {
            await ledger.Note(import, null, fetched.Outcome, cancellation);
        }

        if (!thread.IsUnchanged)
        {
            await Keep(import, thread, cancellation);
        }

        return fetched;
    }

    /// <summary>Notes how far the fetching is whenever that has changed.</summary>
    private async Task Tell(ClaimedImport import, LatestProgress progress, Task fetching, CancellationToken cancellation)
    {
        while (await Task.WhenAny(fetching, progress.Next()) != fetching)
        {
            if (progress.Take() is { } step)
            {
                await ledger.Advance(import, ImportState.Fetching, InWords(step), step.PostsStated, cancellation);
            }
        }
    }

    private static string InWords(FetchProgress step) => string.Create(
        CultureInfo.InvariantCulture,
        $"{step.Doing} {(step is { Posts: { } posts, PostsStated: { } stated } ? string.Create(CultureInfo.InvariantCulture, $"{posts:N0} of {stated:N0} posts. ") : "")}{step.Requests:N0} {(step.Requests == 1 ? "request" : "requests")}, {step.Bytes / 1024:N0} KB.");

    private async Task Keep(ClaimedImport import, FetchedThread thread, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RawInputs.Store(connection, transaction, import.Map, import.Id, [.. thread.Parts.Select(part => new RawInput(part.Name, part.Bytes, part.Address))], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What the forum said of the state that was read last; asked with only where the thread is fetched from the same address again, as a whole.</summary>
    private async Task<FetchConditions?> Conditions(ClaimedImport import, CancellationToken cancellation)
    {
        if (import.Source is null || import.Rereads is not null || import.FormatWanted is not null)
        {
            return null;
        }

        await using var command = database.CreateCommand("select etag, last_modified from forum_threads where map_id = $1 and source_number = $2 and address = $3");
        command.Parameters.Add(new() { Value = import.Map });
        command.Parameters.Add(new() { Value = import.Source });
        command.Parameters.Add(new() { Value = import.Address });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !(reader.IsDBNull(0) && reader.IsDBNull(1))
            ? new FetchConditions(reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1))
            : null;
    }

    private async Task<bool> IsOfPart(ClaimedImport import, CancellationToken cancellation)
    {
        if (import.Rereads is not { } earlier || import.FormatWanted is not null)
        {
            return false;
        }

        await using var command = database.CreateCommand("select outcome from thread_imports where id = $1");
        command.Parameters.Add(new() { Value = earlier });
        return await command.ExecuteScalarAsync(cancellation) is string outcome && ThreadJson.Read<ImportOutcome>(outcome) is { NotFetched.Count: > 0 } or { Unseen: > 0 };
    }

    private async Task<bool> HasInputs(ClaimedImport import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select exists (select from raw_inputs where map_id = $1 and import_id = $2)");
        command.Parameters.Add(new() { Value = import.Map });
        command.Parameters.Add(new() { Value = import.Id });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Holds the newest report and lets one wait for it: what comes faster than it is noted is passed over.</summary>
    private sealed class LatestProgress : IProgress<FetchProgress>
    {
        private readonly Lock gate = new();
        private TaskCompletionSource next = New();
        private FetchProgress? latest;

        public void Report(FetchProgress value)
        {
            lock (gate)
            {
                latest = value;
                next.TrySetResult();
            }
        }

        public Task Next()
        {
            lock (gate)
            {
                return next.Task;
            }
        }

        public FetchProgress? Take()
        {
            lock (gate)
            {
                var taken = latest;
                (latest, next) = (null, New());
                return taken;
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
