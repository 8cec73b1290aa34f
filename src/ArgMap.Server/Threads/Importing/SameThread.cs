using System.Security.Cryptography;
using System.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Threads.Fetching;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Tells whether a thread that has been read is one that its map has already, by its address or by its posts.</summary>
internal static class SameThread
{
    // Shorter ones, such as "I agree.", stand in many threads.
    private const int LeastWords = 5;

    /// <summary>A thread that the map has.</summary>
    internal sealed record Known(int Source, string Title, Guid AddedBy, Guid Owner, string? Address, string? Url, int Posts, bool IsBeingRead);

    /// <summary>What was found.</summary>
    /// <param name="Same">The thread that it certainly is; null for none.</param>
    /// <param name="Alike">One that it may be: as much in common, but nothing that decides it.</param>
    /// <param name="PostsAlike">How many posts stand in that one too.</param>
    internal sealed record Found(Known? Same, Known? Alike = null, int PostsAlike = 0);

    private sealed record StoredPost(int Source, string ExternalId, string? Author, byte[] BodyHash, DateTimeOffset? At);

    private sealed record Compared(Known Known, bool IsAtSameAddress, int Shared, int Alike);

    public static async Task<Found> Find(NpgsqlDataSource database, ClaimedImport import, ForumThread thread, CancellationToken cancellation)
    {
        var known = await Threads(database, import, cancellation);
        if (known.Count == 0)
        {
            return new Found(null);
        }

        var from = await Places(database, import, cancellation);
        var identities = Identities(import, thread, from);
        var posts = await Posts(database, import.Map, known, thread, cancellation);
        var compared = known.ConvertAll(one => Compare(one, thread, identities, posts[one.Source].ToList()));
        var sure = compared.Where(one => IsSure(one, thread, from.Count > 0)).OrderByDescending(one => one.IsAtSameAddress).ThenByDescending(one => one.Shared).FirstOrDefault();
        var near = compared.Where(one => one.IsAtSameAddress || one.Shared > 0 || one.Alike * 2 >= Math.Min(thread.Posts.Count, one.Known.Posts)).Where(one => one.Shared + one.Alike > 0).MaxBy(one => one.Shared + one.Alike);
        return sure is not null ? new Found(sure.Known) : new Found(null, near?.Known, near is null ? 0 : Math.Max(near.Shared, near.Alike));
    }

    /// <summary>Files say what they like of their address, so that alone does not decide it; and a post may stand in two threads, as in a feed of all that is new.</summary>
    private static bool IsSure(Compared one, ForumThread thread, bool isFromAddress) =>
        (one.IsAtSameAddress && (isFromAddress || one.Shared + one.Alike > 0 || StoredText.Of(ThreadTitle.Of(thread), Sources.SourceRow.MaxTitleLength) == one.Known.Title))
            || (one.Shared > 0 && one.Shared * 2 >= Math.Min(thread.Posts.Count, one.Known.Posts));

    /// <summary>What the thread's addresses tell it by: where it was had from, and what it says of itself where that is of the same site.</summary>
    private static HashSet<string> Identities(ClaimedImport import, ForumThread thread, IReadOnlyList<Uri> from)
    {
        var own = import.Address is { } address ? [new Uri(address)] : from;
        var said = Uri.TryCreate(thread.Address, UriKind.Absolute, out var place) && place.AbsolutePath.Length + place.Query.Length > 1 && (from.Count == 0 || from.Any(one => PageLinks.IsSameSite(one, place))) ? place : null;
        return [.. own.Append(said).OfType<Uri>().Select(ThreadIdentity.Of).OfType<string>()];
    }

    private static Compared Compare(Known known, ForumThread thread, HashSet<string> identities, List<StoredPost> stored)
    {
        var (byId, byBody) = (stored.ToLookup(post => post.ExternalId, StringComparer.Ordinal), stored.ToLookup(post => Convert.ToHexString(post.BodyHash)));
        var (shared, alike) = (0, 0);
        foreach (var post in thread.Posts)
        {
            var (author, at, hash) = (StoredText.Of(post.Author.Name, PostRow.MaxNameLength), post.CreatedAt?.ToUniversalTime(), HashOf(post));
            shared += post.OtherIds.Prepend(post.Id).SelectMany(id => byId[PostPlan.Key(id)]).Any(other => Agreeing(other) >= 2) ? 1 : 0;
            alike += byBody[Convert.ToHexString(hash)].Any(other => other.Author == author) && PostPlan.CountWords(post.Body) >= LeastWords ? 1 : 0;

            int Agreeing(StoredPost other) => (author is not null && other.Author == author ? 1 : 0) + (at is not null && other.At == at ? 1 : 0) + (other.BodyHash.AsSpan().SequenceEqual(hash) ? 1 : 0);
        }

        return new Compared(known, ((string?[])[known.Address, known.Url]).Any(address => ThreadIdentity.Of(address) is { } identity && identities.Contains(identity)), shared, alike);
    }

    private static byte[] HashOf(ThreadPost post) => SHA256.HashData(Encoding.UTF8.GetBytes(StoredText.Of(post.Body)));

    private static async Task<List<Known>> Threads(NpgsqlDataSource database, ClaimedImport import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select t.source_number, s.title, s.added_by_id, m.owner_id, t.address, s.url, t.posts,
              exists (select from thread_imports i where i.map_id = t.map_id and i.source_number = t.source_number and i.finished_at is null and i.id <> $2)
            from forum_threads t join sources s on s.map_id = t.map_id and s.number = t.source_number join maps m on m.id = t.map_id
            where t.map_id = $1 and not s.is_withdrawn order by t.source_number
            """);
        command.Parameters.Add(new() { Value = import.Map });
        command.Parameters.Add(new() { Value = import.Id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Known> known = [];
        while (await reader.ReadAsync(cancellation))
        {
            known.Add(new(
                reader.GetInt32(0), reader.GetString(1), reader.GetGuid(2), reader.GetGuid(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetInt32(6), reader.GetBoolean(7)));
        }

        return known;
    }

    /// <summary>Where what was given came from: where it was fetched, or the page that somebody sent.</summary>
    private static async Task<IReadOnlyList<Uri>> Places(NpgsqlDataSource database, ClaimedImport import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select distinct address from raw_inputs where map_id = $1 and import_id = $2 and address is not null");
        command.Parameters.Add(new() { Value = import.Map });
        command.Parameters.Add(new() { Value = import.Id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string?> addresses = [import.Address];
        while (await reader.ReadAsync(cancellation))
        {
            addresses.Add(reader.GetString(0));
        }

        return [.. addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var place) ? place : null).OfType<Uri>()];
    }

    private static async Task<ILookup<int, StoredPost>> Posts(NpgsqlDataSource database, long map, List<Known> known, ForumThread thread, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select source_number, external_id, author_name, body_hash, created_at from posts where map_id = $1 and source_number = any($2) and (external_id = any($3) or body_hash = any($4))");
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = known.Select(one => one.Source).ToArray() });
        command.Parameters.Add(new() { Value = thread.Posts.SelectMany(post => post.OtherIds.Prepend(post.Id)).Select(PostPlan.Key).Distinct().ToArray() });
        command.Parameters.Add(new() { Value = thread.Posts.Select(HashOf).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<StoredPost> posts = [];
        while (await reader.ReadAsync(cancellation))
        {
            posts.Add(new(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return posts.ToLookup(post => post.Source);
    }
}
