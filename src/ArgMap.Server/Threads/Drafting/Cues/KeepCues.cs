using System.Globalization;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Importing;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Drafting.Cues;

/// <summary>Keeps a table of cues with a thread and has the thread drafted again by it. The map's owner may; what was answered in the draft stays as it was answered.</summary>
public sealed class KeepCues(NpgsqlDataSource database, MapReader maps, StartImport start)
{
    /// <summary>Keeps it and starts.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">The thread's source.</param>
    /// <param name="actor">Who does.</param>
    /// <param name="typed">The table; null for the ordinary one.</param>
    /// <param name="key">The person's key for the request.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The reading that drafts again.</returns>
    public async Task<Outcome<StartedImport>> Handle(string slug, int thread, Actor actor, string? typed, string? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        IReadOnlyList<(Guid Import, string? Format)> found = [];
        var head = await maps.ReadHead(slug, actor, cancellation, batch => found = batch.Add(
            $"""
            select t.import_id, i.format_wanted from forum_threads t join sources s on s.map_id = t.map_id and s.number = t.source_number join thread_imports i on i.id = t.import_id
            where t.map_id = {MapReader.MapId} and t.source_number = $2 and not s.is_withdrawn
            """,
            row => (row.GetGuid(0), row.TextOrNull(1)),
            slug,
            thread));
        if (head is null || found is not [var read])
        {
            return head is null ? Missing.Map(slug) : Refusal.NotFound($"Source {thread} of this map is no imported thread, or it has been withdrawn.");
        }

        if (head.OwnerId != actor.Id)
        {
            return actor.IsSignedIn ? Refusal.Forbidden("Only the map's owner can change what its drafts go by.") : Refusal.SignedOut();
        }

        var text = typed is null ? null : StoredText.Of(ThreadCues.Normal(typed));
        if (text?.Length > ThreadCues.MaxLength)
        {
            return Refusal.Invalid("cues", string.Create(CultureInfo.InvariantCulture, $"The table is {text.Length:N0} characters long; at most {ThreadCues.MaxLength:N0} can be kept."));
        }

        if (text is not null && ThreadCues.Problems(text) is { Count: > 0 } problems)
        {
            return Refusal.Invalid("cues", string.Join('\n', problems));
        }

        await using (var keep = database.CreateCommand("update forum_threads set cues = $3 where map_id = $1 and source_number = $2"))
        {
            keep.Parameters.Add(new() { Value = head.Id });
            keep.Parameters.Add(new() { Value = thread });
            keep.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            await keep.ExecuteNonQueryAsync(cancellation);
        }

        var started = await start.ReadAgain(actor, slug, read.Import, read.Format, key, cancellation);
        return started.Refusal is { } refusal
            ? refusal with { Detail = $"The table is kept, and the next draft of this thread goes by it. It could not be made just now: {refusal.Detail}" }
            : started;
    }
}
