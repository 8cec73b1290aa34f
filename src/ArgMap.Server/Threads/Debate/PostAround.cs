using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Threads.Drafting;

namespace ArgMap.Server.Threads.Debate;

/// <summary>A post with what is known around it: what it answers, what is mapped of both, and what is suggested.</summary>
public sealed class PostAround
{
    private readonly int number;
    private readonly IReadOnlyList<ForumThreadView> threads;
    private readonly IReadOnlyList<PostView> posts;
    private readonly IReadOnlyList<PassageView> passages;
    private readonly IReadOnlyList<(Suggestion Suggestion, bool IsHere, int? Made)> suggestions;
    private readonly int thread;

    private PostAround(
        int thread, int number, IReadOnlyList<ForumThreadView> threads, IReadOnlyList<PostView> posts, IReadOnlyList<PassageView> passages, IReadOnlyList<(Suggestion Suggestion, bool IsHere, int? Made)> suggestions)
    {
        this.thread = thread;
        this.number = number;
        this.threads = threads;
        this.posts = posts;
        this.passages = passages;
        this.suggestions = suggestions;
    }

    /// <summary>Whether there is such a post.</summary>
    public bool IsThere => Thread is not null && posts.Any(post => post.Number == number);

    /// <summary>The thread, or null when it is not there.</summary>
    public ForumThreadView? Thread => threads.FirstOrDefault(each => each.Source == thread);

    /// <summary>The post.</summary>
    public PostView Post => posts.First(post => post.Number == number);

    /// <summary>What it answers, or null.</summary>
    public PostView? Parent => posts.FirstOrDefault(post => post.Number == Post.Parent);

    /// <summary>The post's key in suggestions.</summary>
    public string Key => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The suggestions for the post that nobody has answered.</summary>
    public IEnumerable<Suggestion> Suggestions => suggestions.Where(each => each is { IsHere: true }).Select(each => each.Suggestion);

    /// <summary>The nodes that were made of suggestions, by the numbers of these.</summary>
    public IReadOnlyDictionary<int, int> Made => suggestions.Where(each => each.Made is not null).ToDictionary(each => each.Suggestion.Number, each => each.Made!.Value);

    /// <summary>Adds it to a batch.</summary>
    /// <param name="batch">The page's batch; this is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="thread">The thread's source.</param>
    /// <param name="number">The post.</param>
    public static PostAround AddTo(ReadBatch batch, string slug, int thread, int number)
    {
        ArgumentNullException.ThrowIfNull(batch);
        const string These = """
            (select $3 union select o.parent_number from posts o where o.map_id = m.id and o.source_number = $2 and o.number = $3
             union select (q->>'post')::int from posts o, jsonb_array_elements(o.quotes) q where o.map_id = m.id and o.source_number = $2 and o.number = $3)
            """;
        return new(
            thread,
            number,
            PostReader.AddThreads(batch, slug),
            batch.Add(
                $"select {PostReader.Columns} from maps m join posts p on p.map_id = m.id where m.slug = $1 and p.source_number = $2 and p.number in {These} order by p.position", PostReader.Read, slug, thread, number),
            batch.Add(
                $"""
                {DebateReader.PassageColumns} join maps m on m.id = c.map_id
                where m.slug = $1 and c.source_number = $2 and not c.is_withdrawn and c.post_number in {These} order by c.post_number, c.post_start, c.number
                """,
                DebateReader.ReadPassage,
                slug,
                thread,
                number),
            batch.Add(
                $"""
                select payload, state = 'Open', case when state = 'Accepted' then made_node end from (
                  select s.payload, s.post_number, s.made_node, {KnownSuggestion.StateNow} as state from {KnownSuggestion.From}
                  where s.map_id = {MapReader.MapId} and s.source_number = $2 and (s.post_number = $3 or s.state = 'Accepted' and s.made_node is not null)) now
                where post_number = $3 and state = 'Open' or state = 'Accepted' and made_node is not null
                """,
                row => (ThreadJson.Read<Suggestion>(row.GetString(0)), row.GetBoolean(1), row.NumberOrNull(2)),
                slug,
                thread,
                number));
    }

    /// <summary>Who wrote one of the posts; null when that is not known.</summary>
    public string? AuthorOf(int post) => posts.FirstOrDefault(each => each.Number == post)?.AuthorName;

    /// <summary>The live nodes that cite a post, or a stretch of it, in the order of the words.</summary>
    public IReadOnlyList<int> NodesOf(MapView map, int post, int from = 0, int until = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(map);
        return [.. passages
            .Where(passage => passage.Post == post && passage.About.Kind is ThingKind.Node && (passage.Start ?? 0) < until && (passage.Start ?? int.MaxValue - passage.Length) + passage.Length > from)
            .Select(passage => passage.About.Number)
            .Where(node => map.Nodes.GetValueOrDefault(node) is { IsWithdrawn: false })
            .Distinct()];
    }
}
