using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Which suggestions a page of a draft shows.</summary>
/// <param name="Thread">Number of the thread's source; null for the first thread of the map.</param>
/// <param name="State">Those that are open, accepted or rejected.</param>
/// <param name="ByRank">The ones most worth a look first; else in the order of the thread.</param>
/// <param name="From">In the order of the thread: number of the post to begin with; null for the first.</param>
/// <param name="Skip">By rank: how many to leave out.</param>
/// <param name="IsFurther">In the order of the thread: those that were put aside so that the first pass has an end.</param>
/// <param name="IsSettled">Whether its reader has just said that the map is about what its title says, which changes nothing and need not be asked again.</param>
public sealed record DraftPart(int? Thread, SuggestionState State, bool ByRank, int? From, int Skip, bool IsFurther = false, bool IsSettled = false)
{
    /// <summary>How many suggestions a page shows; the last post's are shown all.</summary>
    public const int PageSize = 30;

    /// <summary>Suggestions with a lower rank are put aside, where a draft has more than fit on a page: most of them are rejected.</summary>
    public const double LeastRank = 0.4;

    /// <summary>How many the first pass through a long draft has at most, or as many as the thread has posts. A decision takes about eight seconds with reading: these take five minutes.</summary>
    public const int FirstPass = 36;

    /// <summary>What a further suggestion of the same post loses against the first of another, so that the first pass goes through the whole thread.</summary>
    public const double Turn = 0.1;
}

/// <summary>What is read for the pages of a draft, in one round trip with the map.</summary>
public sealed class DraftReading
{
    /// <summary>SQL for the thread's number: the one that was asked for, else the map's first.</summary>
    private const string Thread = $"""
        coalesce($2::int, (select min(t.source_number) from forum_threads t join sources ts on ts.map_id = t.map_id and ts.number = t.source_number and not ts.is_withdrawn where t.map_id = {MapReader.MapId}))
        """;

    private const string Mine = $"s.map_id = {MapReader.MapId} and s.source_number = {Thread}";

    /// <summary>SQL for the numbers of the first pass: the best of each post before more of one. What was answered stays in it, so that nothing moves up. Sources make no node and come after, and so do courtesies.</summary>
    private static readonly string FirstPass = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        (select number from (
            select f.number, f.rank - {DraftPart.Turn} * (row_number() over (partition by f.post_number order by f.rank desc, f.number) - 1) as worth
            from suggestions f where f.map_id = {MapReader.MapId} and f.source_number = {Thread} and not f.is_from_model and f.rank >= {DraftPart.LeastRank} and f.kind <> '{nameof(SuggestionKind.Source)}' and {IsNoCourtesy("f")}) each
          order by worth desc, number
          limit greatest({DraftPart.FirstPass}, (select count(*) from posts fp where fp.map_id = {MapReader.MapId} and fp.source_number = {Thread})))
        """);

    private static readonly string Few = $"(select count(*) from suggestions few where few.map_id = {MapReader.MapId} and few.source_number = {Thread}) <= {DraftPart.PageSize}";

    /// <summary>SQL for whether suggestion <c>s</c> is in it: of a short draft all are, but for courtesies; and what somebody had a language model asked for comes in addition.</summary>
    private static readonly string IsInFirstPass = $"(s.number in {FirstPass} or s.is_from_model or ({Few} and {IsNoCourtesy("s")}))";

    private readonly IReadOnlyList<(KnownSuggestion Known, int? Place)> read;

    /// <param name="threads">The map's threads.</param>
    /// <param name="read">Suggestions with their places among those shown; null for one that is not.</param>
    private DraftReading(IReadOnlyList<ForumThreadView> threads, IReadOnlyList<(KnownSuggestion Known, int? Place)> read) => (Threads, this.read) = (threads, read);

    /// <summary>The map's threads.</summary>
    public IReadOnlyList<ForumThreadView> Threads { get; }

    /// <summary>The suggestions shown, all of their posts, and those that they hang from.</summary>
    public IEnumerable<KnownSuggestion> Known => read.Select(each => each.Known);

    /// <summary>Numbers of the suggestions shown, in order.</summary>
    public IEnumerable<int> Shown => read.Where(each => each.Place is not null).OrderBy(each => each.Place).Select(each => each.Known.Number);

    /// <summary>The posts that the suggestions shown stand in.</summary>
    public IReadOnlyList<PostView> Posts { get; private init; } = [];

    /// <summary>How many there are of each state and tenth of rank (9 for a rank of at least 0.9, and so on), the best first; and how many of them are put aside from the first pass.</summary>
    public IReadOnlyList<(SuggestionState State, int Tenth, int Count, int Further)> Counts { get; private init; } = [];

    /// <summary>What this reader answered last, one row for each suggestion.</summary>
    public IReadOnlyList<(int Number, SuggestionState State, int? Revision)> Last { get; private init; } = [];

    /// <summary>Adds to a page's batch what a page of a draft shows.</summary>
    public static DraftReading Add(ReadBatch batch, string slug, DraftPart part, Guid? reader)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(part);
        var some = part switch
        {
            { ByRank: true } or { State: not SuggestionState.Open } => "",
            { IsFurther: true } => $" and not {IsInFirstPass}",
            _ => $" and {IsInFirstPass}",
        };
        var asked = $"""
            select s.number, s.post_number, p.position, s.rank from {KnownSuggestion.From} where {Mine} and {KnownSuggestion.StateNow} = $3{some}
            """;
        var shown = part.ByRank
            ? $"select number from ({asked} order by s.rank desc, s.number offset $4 limit {DraftPart.PageSize}) shown"
            : $"""
              select number from ({asked} and coalesce(p.position, 2147483647) >= coalesce((select f.position from posts f where f.map_id = {MapReader.MapId} and f.source_number = {Thread} and f.number = $4), 0)
                order by coalesce(p.position, 2147483647), s.number limit {DraftPart.PageSize}) shown
              """;
        object?[] arguments = [slug, part.Thread, part.State.ToString(), part.ByRank ? part.Skip : part.From ?? 0];
        return new DraftReading(PostReader.AddThreads(batch, slug), AddShown(batch, shown, arguments))
        {
            Posts = batch.Add(
                $"""
                select {PostReader.Columns} from posts p where p.map_id = {MapReader.MapId} and p.source_number = {Thread}
                  and p.number = any(array(select s.post_number from suggestions s where {Mine} and s.number = any(array({shown})))) order by p.position
                """,
                PostReader.Read,
                arguments),
            Counts = batch.Add(
                $"""
                select {KnownSuggestion.StateNow}, floor(s.rank * 10)::int, count(*)::int, (count(*) filter (where not {IsInFirstPass}))::int
                from {KnownSuggestion.From} where {Mine} group by 1, 2 order by 2 desc
                """,
                row => (row.Stated<SuggestionState>(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)),
                slug,
                part.Thread),
            Last = reader is null ? [] : batch.Add(
                $"""
                with mine as (select s.number, {KnownSuggestion.StateNow} as now, s.made_revision, s.answered_at from {KnownSuggestion.From} where {Mine} and s.answered_by = $3)
                select number, now, made_revision from mine where now <> 'Open' and answered_at = (select max(answered_at) from mine where now <> 'Open')
                """,
                row => (row.GetInt32(0), row.Stated<SuggestionState>(1), row.NumberOrNull(2)),
                slug,
                part.Thread,
                reader),
        };
    }

    /// <summary>Adds what a page shows that is about certain suggestions.</summary>
    public static DraftReading Add(ReadBatch batch, string slug, int? thread, IReadOnlyList<int> numbers) =>
        Read(batch, slug, $"select s.number from suggestions s where {Mine} and s.number = any($3)", [slug, thread, numbers.ToArray()]);

    /// <summary>Adds what a page shows of the suggestions that are open: of one post, or of at least a certain rank, or of the first pass.</summary>
    public static DraftReading AddOpen(ReadBatch batch, string slug, int? thread, int? post, double leastRank, bool isFirstPass) =>
        Read(
            batch,
            slug,
            $"select s.number from {KnownSuggestion.From} where {Mine} and {KnownSuggestion.StateNow} = 'Open' and ($3::int is null or s.post_number = $3) and s.rank >= $4{(isFirstPass ? $" and {IsInFirstPass}" : "")} order by s.rank desc limit {AcceptSuggestions.Most}",
            [slug, thread, post, leastRank]);

    /// <summary>SQL for whether a suggestion is more than a courtesy.</summary>
    private static string IsNoCourtesy(string suggestion) => $"(({suggestion}.payload -> 'isCourtesy') is distinct from 'true')";

    /// <summary>Adds the suggestions that are shown, and those around them.</summary>
    private static DraftReading Read(ReadBatch batch, string slug, string shown, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new DraftReading(PostReader.AddThreads(batch, slug), AddShown(batch, shown, arguments));
    }

    private static IReadOnlyList<(KnownSuggestion Known, int? Place)> AddShown(ReadBatch batch, string shown, object?[] arguments) => batch.Add(
        $"""
        with shown as materialized (select number, place::int from unnest(array({shown})) with ordinality as each (number, place))
        select {KnownSuggestion.Columns}, shown.place from {KnownSuggestion.From} left join shown on shown.number = s.number
        where {Mine} and s.number in ({KnownSuggestions.Around(MapReader.MapId, Thread, "select number from shown")})
        """,
        row => (KnownSuggestion.Read(row), row.NumberOrNull(KnownSuggestion.ColumnCount)),
        arguments);
}
