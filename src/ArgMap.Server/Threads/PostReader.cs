using ArgMap.Argumentation.Threads;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Npgsql;

namespace ArgMap.Server.Threads;

/// <summary>A post as a page shows it. Everything is as in <see cref="PostRow"/>.</summary>
public sealed record PostView(
    int Number,
    string ExternalId,
    int? Parent,
    ParentFrom ParentFrom,
    int Position,
    int Depth,
    int Replies,
    int Descendants,
    PostKind Kind,
    string? AuthorKey,
    string? AuthorName,
    AuthorState AuthorState,
    DateTimeOffset? CreatedAt,
    string? CreatedAsWritten,
    DateTimeOffset? EditedAt,
    PostState State,
    bool IsVanished,
    int? Score,
    string? Title,
    string Body,
    string? Address,
    int Version,
    int Words,
    IReadOnlyList<StoredQuote> Quotes,
    Guid? NothingToMapBy,
    DateTimeOffset? NothingToMapAt,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset ChangedAt);

/// <summary>A thread as a page shows it. Everything is as in <see cref="ForumThreadRow"/>; the title is its source's.</summary>
public sealed record ForumThreadView(int Source, string Title, string Format, string? Forum, string? Address, int Posts, Guid Import, DateTimeOffset ReadAt, ThreadReport Report)
{
    /// <summary>The newest import of the thread when it has stored a part of the posts and not all: it runs, was stopped or has failed. Else null.</summary>
    public UnfinishedImport? Unfinished { get; init; }
}

/// <summary>An import that has stored a part of a thread.</summary>
/// <param name="Id">The import.</param>
/// <param name="Stored">How many posts it has stored.</param>
/// <param name="Found">How many the thread has.</param>
/// <param name="IsOver">It was stopped or has failed; otherwise it goes on.</param>
public sealed record UnfinishedImport(Guid Id, int Stored, int Found, bool IsOver);

/// <summary>Adds threads and their posts to what a page reads in one round trip.</summary>
public static class PostReader
{
    /// <summary>The most posts one window holds.</summary>
    public const int MostPosts = 200;

    /// <summary>What <see cref="Read"/> reads of <c>posts p</c>, in its order.</summary>
    public const string Columns = """
        p.number, p.external_id, p.parent_number, p.parent_from, p.position, p.depth, p.replies, p.descendants, p.kind, p.author_key, p.author_name, p.author_state,
        p.created_at, p.created_as_written, p.edited_at, p.state, p.is_vanished, p.score, p.title, p.body, p.address, p.version, p.words, p.quotes,
        p.nothing_to_map_by, p.nothing_to_map_at, p.first_seen_at, p.changed_at
        """;

    /// <summary>The threads of a map whose sources have not been withdrawn, by number.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    public static IReadOnlyList<ForumThreadView> AddThreads(ReadBatch batch, string slug)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add(
            $"""
            select t.source_number, s.title, t.format, t.forum, t.address, t.posts, t.import_id, t.read_at, t.report, i.id, i.posts_stored, i.posts_found, i.finished_at is not null
            from forum_threads t join sources s on s.map_id = t.map_id and s.number = t.source_number
              left join lateral (select * from thread_imports n where n.map_id = t.map_id and n.source_number = t.source_number order by n.created_at desc limit 1) i
                on i.state <> 'Done' and i.posts_stored < i.posts_found and (i.posts_stored > 0 or t.posts = 0)
            where t.map_id = {MapReader.MapId} and not s.is_withdrawn order by t.source_number
            """,
            row => new ForumThreadView(
                row.GetInt32(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.GetInt32(5), row.GetGuid(6), row.Time(7), ThreadJson.Read<ThreadReport>(row.GetString(8)))
            {
                Unfinished = row.IsDBNull(9) ? null : new(row.GetGuid(9), row.GetInt32(10), row.GetInt32(11), row.GetBoolean(12)),
            },
            slug);
    }

    /// <summary>Posts in the order of the thread, beginning with a position.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="source">The thread's source.</param>
    /// <param name="from">The first position, from 0.</param>
    /// <param name="count">How many at most; up to <see cref="MostPosts"/>.</param>
    public static IReadOnlyList<PostView> AddWindow(ReadBatch batch, string slug, int source, int from, int count)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostPosts);
        return batch.Add(
            $"select {Columns} from posts p where p.map_id = {MapReader.MapId} and p.source_number = $2 and p.position >= $3 order by p.position limit $4", Read, slug, source, from, count);
    }

    /// <summary>Posts by number.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="source">The thread's source.</param>
    /// <param name="numbers">Their numbers; those that are none of the thread's are left out.</param>
    public static IReadOnlyList<PostView> AddNumbered(ReadBatch batch, string slug, int source, IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add(
            $"select {Columns} from posts p where p.map_id = {MapReader.MapId} and p.source_number = $2 and p.number = any($3) order by p.position", Read, slug, source, numbers.ToArray());
    }

    /// <summary>The post that a query for <see cref="Columns"/> stands on.</summary>
    public static PostView Read(NpgsqlDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.GetInt32(0),
            row.GetString(1),
            row.NumberOrNull(2),
            row.Stated<ParentFrom>(3),
            row.GetInt32(4),
            row.GetInt32(5),
            row.GetInt32(6),
            row.GetInt32(7),
            row.Stated<PostKind>(8),
            row.TextOrNull(9),
            row.TextOrNull(10),
            row.Stated<AuthorState>(11),
            row.TimeOrNull(12),
            row.TextOrNull(13),
            row.TimeOrNull(14),
            row.Stated<PostState>(15),
            row.GetBoolean(16),
            row.NumberOrNull(17),
            row.TextOrNull(18),
            row.GetString(19),
            row.TextOrNull(20),
            row.GetInt32(21),
            row.GetInt32(22),
            ThreadJson.Read<List<StoredQuote>>(row.GetString(23)),
            row.IsDBNull(24) ? null : row.GetGuid(24),
            row.TimeOrNull(25),
            row.Time(26),
            row.Time(27));
    }
}
