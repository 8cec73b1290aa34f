using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Threads.Debate;

/// <summary>How much of what one author wrote has been dealt with.</summary>
/// <param name="Author">The name; null for authors the forum does not name.</param>
/// <param name="Posts">Their posts that have words.</param>
/// <param name="Words">The words of those.</param>
/// <param name="Mapped">Those that something in the map cites.</param>
/// <param name="Passages">The passages that are cited.</param>
/// <param name="Nothing">Those that nothing cites, of which somebody said that there is nothing to map.</param>
public sealed record AuthorCoverage(string? Author, int Posts, int Words, int Mapped, int Passages, int Nothing);

/// <summary>A post that waits to be mapped, with what speaks for reading it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Suggestions">How many open suggestions drafting has for it.</param>
/// <param name="Quoted">How often other posts quote it.</param>
public sealed record WaitingPost(PostView Post, int Suggestions, int Quoted);

/// <summary>Reads how much of a thread is mapped, by author, and what to read first.</summary>
public sealed class CoverageReader
{
    /// <summary>The most authors that are listed.</summary>
    public const int MostAuthors = 200;

    /// <summary>The most posts that are listed to be read first.</summary>
    public const int MostWaiting = 25;

    private readonly IReadOnlyList<DebateCounts> counts;

    private CoverageReader(IReadOnlyList<ForumThreadView> threads, IReadOnlyList<DebateCounts> counts, IReadOnlyList<AuthorCoverage> authors, IReadOnlyList<WaitingPost> waiting)
    {
        Threads = threads;
        this.counts = counts;
        Authors = authors;
        Waiting = waiting;
    }

    /// <summary>The threads of the map.</summary>
    public IReadOnlyList<ForumThreadView> Threads { get; }

    /// <summary>All of the thread together.</summary>
    public DebateCounts Counts => counts is [var all] ? all : new(0, 0, 0, 0, 0);

    /// <summary>By author, those who wrote most first.</summary>
    public IReadOnlyList<AuthorCoverage> Authors { get; }

    /// <summary>What waits, what is most worth reading first.</summary>
    public IReadOnlyList<WaitingPost> Waiting { get; }

    /// <summary>Adds it to a batch.</summary>
    /// <param name="batch">The page's batch; this is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="thread">The thread's source.</param>
    public static CoverageReader AddTo(ReadBatch batch, string slug, int thread)
    {
        ArgumentNullException.ThrowIfNull(batch);
        const string Cited = $"select c.post_number, count(*)::int as passages from citations c where c.map_id = {MapReader.MapId} and c.source_number = $2 and c.post_number is not null and not c.is_withdrawn group by 1";
        const string OfThread = $"p.map_id = {MapReader.MapId} and p.source_number = $2";
        return new(
            PostReader.AddThreads(batch, slug),
            batch.Add(
                $"""
                select count(*)::int, count(c.post_number)::int, (count(*) filter (where c.post_number is null and p.nothing_to_map_by is not null))::int,
                  (count(*) filter (where c.post_number is null and p.nothing_to_map_by is null and p.words = 0))::int
                from posts p left join ({Cited}) c on c.post_number = p.number where {OfThread}
                """,
                row => new DebateCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), 0),
                slug,
                thread),
            batch.Add(
                $"""
                select p.author_name, count(*)::int, sum(p.words)::int, count(c.post_number)::int, coalesce(sum(c.passages), 0)::int,
                  (count(*) filter (where c.post_number is null and p.nothing_to_map_by is not null))::int
                from posts p left join ({Cited}) c on c.post_number = p.number where {OfThread} and p.words > 0
                group by p.author_name order by sum(p.words) desc, p.author_name limit {MostAuthors}
                """,
                row => new AuthorCoverage(row.TextOrNull(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
                slug,
                thread),
            // What drafting finds in a post counts most; then that others went into it; then votes, which say least. In a few words there is little to map, whatever speaks for them.
            batch.Add(
                $"""
                with suggested as (select s.post_number, count(*)::int as suggestions, sum(s.rank) as rank from {KnownSuggestion.From}
                    where s.map_id = {MapReader.MapId} and s.source_number = $2 and {KnownSuggestion.StateNow} = 'Open' group by 1),
                quoted as (select (q->>'post')::int as post, count(*)::int as times from posts p, jsonb_array_elements(p.quotes) q where {OfThread} and q->>'post' is not null group by 1)
                select {PostReader.Columns}, coalesce(s.suggestions, 0), coalesce(q.times, 0) from posts p
                left join suggested s on s.post_number = p.number left join quoted q on q.post = p.number left join ({Cited}) c on c.post_number = p.number
                where {OfThread} and c.post_number is null and p.nothing_to_map_by is null and p.words > 0
                order by (coalesce(s.rank, 0) + ln(1 + p.descendants) / 2 + ln(1 + coalesce(q.times, 0)) + ln(1 + greatest(coalesce(p.score, 0), 0)) / 6) * least(1, p.words / 12.0) desc, p.position
                limit {MostWaiting}
                """,
                row => new WaitingPost(PostReader.Read(row), row.GetInt32(28), row.GetInt32(29)),
                slug,
                thread));
    }
}
