using ArgMap.Argumentation.Citations;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Reading.Visits;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Reads what the debate view shows, in the one round trip of its page: a window of posts, what cites them, what they answer, and how much is mapped.</summary>
public sealed class DebateReader
{
    /// <summary>The most posts a page shows when they stand one by one, each with what it answers.</summary>
    public const int MostInRow = 100;

    private const int BeginningLength = 600;

    /// <summary>SQL for the thread's source: <c>$2</c>, or the first of the map.</summary>
    internal const string Source = $"""
        coalesce($2::int, (select min(t.source_number) from forum_threads t join sources s on s.map_id = t.map_id and s.number = t.source_number
          where t.map_id = {MapReader.MapId} and not s.is_withdrawn))
        """;

    private const string OfThread = $"p.map_id = {MapReader.MapId} and p.source_number = {Source}";

    private const string Cited = $"select distinct c.post_number from citations c where c.map_id = {MapReader.MapId} and c.source_number = {Source} and c.post_number is not null and not c.is_withdrawn";

    internal const string PassageColumns = """
        select c.number, c.post_number, c.about_node, c.about_relation, c.about_comment, coalesce(a.state, 'Exact'),
          case when a.state is null then c.post_start else a.start end, coalesce(a.length, -1), c.exact
        from citations c left join citation_anchors a on a.map_id = c.map_id and a.citation_number = c.number
        """;

    private readonly IReadOnlyList<(PostView Post, int Branches)> window;
    private readonly IReadOnlyList<DebateCounts> counts;

    private DebateReader(
        IReadOnlyList<ForumThreadView> threads, IReadOnlyList<(PostView Post, int Branches)> window, IReadOnlyList<PassageView> passages, IReadOnlyList<PostAbove> above, IReadOnlyList<DebateCounts> counts)
    {
        Threads = threads;
        this.window = window;
        Passages = passages;
        Above = above;
        this.counts = counts;
    }

    /// <summary>The threads of the map.</summary>
    public IReadOnlyList<ForumThreadView> Threads { get; }

    /// <summary>The posts of the page, in its order.</summary>
    public IEnumerable<PostView> Posts => window.Select(row => row.Post);

    /// <summary>What cites them.</summary>
    public IReadOnlyList<PassageView> Passages { get; }

    /// <summary>What they answer and is not before them on the page.</summary>
    public IReadOnlyList<PostAbove> Above { get; }

    /// <summary>How much of the thread is mapped.</summary>
    public DebateCounts Counts => counts is [var all] ? all : new(0, 0, 0, 0, 0);

    /// <summary>The post that begins the last branch on the page, when there are more branches after it; only when the order is by score.</summary>
    public int? LastBranch
    {
        get
        {
            var begun = window.Where(row => row.Branches > 0).ToList();
            return begun.Count > 0 && begun.Count < begun[0].Branches ? begun[^1].Post.Number : null;
        }
    }

    /// <summary>Adds it all to a batch.</summary>
    /// <param name="batch">The page's batch; this is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="query">What is shown.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="at">Now.</param>
    public static DebateReader AddTo(ReadBatch batch, string slug, DebateQuery query, Actor actor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        var posts = Window(query.Order);
        object?[] arguments = query.Order is DebateOrder.Thread ? [slug, query.Thread, query.From, query.Post] : [slug, query.Thread, query.From];
        return new(
            PostReader.AddThreads(batch, slug),
            batch.Add(posts, row => (PostReader.Read(row), row.GetInt32(28)), arguments),
            batch.Add(
                $"""
                with page as ({posts})
                {PassageColumns}
                where c.map_id = {MapReader.MapId} and c.source_number = {Source} and not c.is_withdrawn and c.post_number in (select number from page)
                order by c.post_number, c.post_start, c.number
                """,
                ReadPassage,
                arguments),
            batch.Add(
                $"""
                with recursive page as ({posts}), up as (
                  select p.number, p.parent_number from posts p where {OfThread} and p.number in (select parent_number from page)
                  {(query.IsNested ? $"union select p.number, p.parent_number from posts p join up on p.number = up.parent_number where {OfThread}" : "")}
                )
                select p.number, p.parent_number, p.author_name, left(p.body, {BeginningLength}) from posts p join up on up.number = p.number
                where {OfThread} {(query.IsNested ? "and p.number not in (select number from page)" : "")}
                """,
                row => new PostAbove(row.GetInt32(0), row.NumberOrNull(1), row.TextOrNull(2), row.GetString(3)),
                arguments),
            batch.Add(
                $"""
                with since as (select case when $4::timestamptz - last_at > $5::interval then last_at else previous_end end as moment from visits where map_id = {MapReader.MapId} and person_id = $3::uuid)
                select count(*)::int, count(c.post_number)::int,
                  (count(*) filter (where c.post_number is null and p.nothing_to_map_by is not null))::int,
                  (count(*) filter (where c.post_number is null and p.nothing_to_map_by is null and p.words = 0))::int,
                  (count(*) filter (where p.changed_at > (select moment from since)))::int,
                  (select count(*)::int from citations u join citation_anchors a on a.map_id = u.map_id and a.citation_number = u.number
                    where u.map_id = {MapReader.MapId} and u.source_number = {Source} and not u.is_withdrawn and a.state = 'Uncertain'),
                  max(p.changed_at)
                from posts p left join ({Cited}) c on c.post_number = p.number where {OfThread}
                """,
                row => new DebateCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.TimeOrNull(6)),
                slug,
                query.Thread,
                actor.Id,
                at,
                Visit.EndsAfter));
    }

    /// <summary>Adds the passages of a thread that a node cites.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="thread">The thread's source; null for the first of the map.</param>
    /// <param name="node">The node.</param>
    public static IReadOnlyList<PassageView> AddPassagesOf(ReadBatch batch, string slug, int? thread, int node)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add(
            $"""
            {PassageColumns}
            where c.map_id = {MapReader.MapId} and c.source_number = {Source} and not c.is_withdrawn and c.post_number is not null and c.about_node = $3
            order by c.post_number, c.post_start, c.number
            """,
            ReadPassage,
            slug,
            thread,
            node);
    }

    /// <summary>The posts of the page; after <see cref="PostReader.Columns"/> how many branches there are from this page on, of a post that begins one.</summary>
    private static string Window(DebateOrder order) => order switch
    {
        DebateOrder.Thread => $"""
            select {PostReader.Columns}, 0 as branches from posts p where {OfThread}
              and p.position >= coalesce((select case when q.position < {PostReader.MostPosts} then 0 else q.position - 20 end from posts q
                where q.map_id = {MapReader.MapId} and q.source_number = {Source} and q.number = $4::int), $3)
            order by p.position limit {PostReader.MostPosts}
            """,
        DebateOrder.Newest => $"""
            select {PostReader.Columns}, 0 as branches from posts p where {OfThread}
              and ($3 = 0 or (coalesce(p.created_at, p.first_seen_at), p.number) <
                (select coalesce(q.created_at, q.first_seen_at), q.number from posts q where q.map_id = {MapReader.MapId} and q.source_number = {Source} and q.number = $3))
            order by coalesce(p.created_at, p.first_seen_at) desc, p.number desc limit {MostInRow}
            """,
        DebateOrder.Unmapped => $"""
            select {PostReader.Columns}, 0 as branches from (
              select p.*, p.nothing_to_map_by is not null or p.words = 0 or c.post_number is not null as is_done
              from posts p left join ({Cited}) c on c.post_number = p.number where {OfThread}) p
            where $3 = 0 or (p.is_done, p.position) > (
              select q.nothing_to_map_by is not null or q.words = 0 or q.number in ({Cited}), q.position
              from posts q where q.map_id = {MapReader.MapId} and q.source_number = {Source} and q.number = $3)
            order by p.is_done, p.position limit {MostInRow}
            """,
        // A branch is what hangs from the opening post, or stands at the top where there is none. As many whole branches as fit, or the beginning of one.
        _ => $"""
            (select {PostReader.Columns}, 0 as branches from posts p where {OfThread} and $3 = 0 and p.depth < {BranchDepth})
            union all
            (with branch as (
              select p.number, p.position, p.descendants, row_number() over best as place, sum(p.descendants + 1) over best as upto
              from posts p where {OfThread} and p.depth = {BranchDepth} window best as (order by p.score desc nulls last, p.position)),
            here as (
              select b.*, b.place - before.place as ahead, b.upto - before.upto as posts, (count(*) over ())::int as branches
              from branch b, (select coalesce(max(place), 0) as place, coalesce(max(upto), 0) as upto from branch where number = $3) before where b.place > before.place)
            select {PostReader.Columns}, case when p.number = here.number then here.branches else 0 end from here join posts p on p.position between here.position and here.position + here.descendants
            where {OfThread} and (here.posts <= {PostReader.MostPosts} or here.ahead = 1)
            order by here.place, p.position limit {PostReader.MostPosts})
            """,
    };

    private const string BranchDepth = $"(select case when count(*) = 1 then 1 else 0 end from posts p where {OfThread} and p.depth = 0)";

    internal static PassageView ReadPassage(Npgsql.NpgsqlDataReader row)
    {
        var exact = row.GetString(8);
        var length = row.GetInt32(7);
        return new(
            row.GetInt32(0),
            row.GetInt32(1),
            Thing.FromColumns(row.NumberOrNull(2), row.NumberOrNull(3), row.NumberOrNull(4)),
            row.Stated<AnchorState>(5),
            row.NumberOrNull(6),
            length < 0 ? exact.Length : length,
            exact);
    }
}
