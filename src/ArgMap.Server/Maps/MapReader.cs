using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using Npgsql;

namespace ArgMap.Server.Maps;

/// <summary>Reads maps for pages, endpoints and exports alike: one round trip, whatever the size of the map.</summary>
/// <remarks>
/// A map that was read lately is in memory. It is still asked for every time: its head, so that nobody sees what they may not and nothing is
/// out of date, and with it, in the same snapshot, whatever changed since the revision in memory. See docs/decisions/ADR-018-maps-in-memory.md.
/// </remarks>
public sealed class MapReader(NpgsqlDataSource dataSource, MapCache cache)
{
    /// <summary>SQL for the id of the map whose slug is <c>$1</c>; every query of a batch about one map starts from it.</summary>
    internal const string MapId = "(select id from maps where slug = $1)";

    /// <summary>
    /// SQL for the revision since which changes are wanted: null for none at all, because nothing has changed or this reader may not see the map; -1 for
    /// everything. <c>$2</c> and <c>$3</c> are the revision in memory and when it was made (a database restored from a backup has another history),
    /// <c>$4</c> is the reader.
    /// </summary>
    private const string Since = """
        (select case when m.visibility = 2 and m.owner_id is distinct from $4::uuid or known.revision = m.revision then null else coalesce(known.revision, -1) end
         from maps m left join changes known on known.map_id = m.id and known.revision = $2 and known.at = $3 where m.slug = $1)
        """;

    /// <summary>The whole map, or null when there is none for this reader.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="also">Adds what else the page needs of the same moment; discarded with the map when the reader may not see it.</param>
    public async Task<MapView?> Read(string slug, Actor actor, CancellationToken cancellation, Action<ReadBatch>? also = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var known = cache.Find(slug);
        using var turn = known is null ? await cache.Turn(slug, cancellation) : null;
        known ??= cache.Find(slug);
        var batch = new ReadBatch(dataSource);
        var heads = AddHead(batch, slug, known);
        var changes = new MapChanges(batch, [slug, known?.Head.Revision ?? -1, known?.Head.ChangedAt ?? DateTimeOffset.UnixEpoch, actor.Id]);
        also?.Invoke(batch);
        await batch.Run(cancellation);
        if (heads is not [var (head, isKnown)] || !head.IsVisibleTo(actor))
        {
            return null;
        }

        // Threads and their drafts are not in the log: they change within a revision.
        return isKnown && known!.Head.Revision == head.Revision && (known.Head.ThreadsReadAt, known.Head.HasOpenSuggestions) == (head.ThreadsReadAt, head.HasOpenSuggestions) ? known : cache.Keep(changes.Onto(isKnown ? known : null, head, cache.Pictures));
    }

    /// <summary>What is known of the map without its graph, or null when there is none for this reader.</summary>
    /// <inheritdoc cref="Read"/>
    public async Task<MapHead?> ReadHead(string slug, Actor actor, CancellationToken cancellation, Action<ReadBatch>? also = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var batch = new ReadBatch(dataSource);
        var heads = AddHead(batch, slug, null);
        also?.Invoke(batch);
        await batch.Run(cancellation);
        return heads is [var (head, _)] && head.IsVisibleTo(actor) ? head : null;
    }

    /// <param name="batch">The batch.</param>
    /// <param name="slug">The map.</param>
    /// <param name="known">What is in memory; the flag beside the head tells whether it is a moment in this map's history.</param>
    private static IReadOnlyList<(MapHead Head, bool IsKnown)> AddHead(ReadBatch batch, string slug, MapView? known) => batch.Add(
        """
        select m.id, m.slug, m.title, m.about, m.root, m.visibility, m.owner_id, p.user_name, m.revision, m.created_at, m.changed_at,
          exists (select from changes known where known.map_id = m.id and known.revision = $2 and known.at = $3),
          (select max(t.read_at) from forum_threads t join sources s on s.map_id = t.map_id and s.number = t.source_number where t.map_id = m.id and not s.is_withdrawn),
          exists (select from suggestions g join sources s on s.map_id = g.map_id and s.number = g.source_number where g.map_id = m.id and g.state = 'Open' and not s.is_withdrawn)
        from maps m join people p on p.id = m.owner_id where m.slug = $1
        """,
        row => (new MapHead(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.TextOrNull(3),
            row.NumberOrNull(4),
            (Visibility)row.GetInt32(5),
            row.GetGuid(6),
            row.GetString(7),
            row.GetInt32(8),
            row.Time(9),
            row.Time(10))
        {
            ThreadsReadAt = row.TimeOrNull(12),
            HasOpenSuggestions = row.GetBoolean(13),
        }, row.GetBoolean(11)),
        slug,
        known?.Head.Revision ?? -1,
        known?.Head.ChangedAt ?? DateTimeOffset.UnixEpoch);

    /// <summary>The rows of a map that were made or changed after a revision: all of them, when there is none in memory.</summary>
    private sealed class MapChanges(ReadBatch batch, object?[] arguments)
    {
        // The first condition holds no column of the tables, so PostgreSQL answers it once and reads no row when nothing has changed.
        private readonly IReadOnlyList<NodeView> nodes = batch.Add(
            $"""
            select n.number, n.kind, n.text, n.detail, n.author_id, p.user_name, n.promoted_from, n.is_withdrawn, n.revision, n.created_at, n.changed_at
            from nodes n join people p on p.id = n.author_id where {Since} is not null and n.map_id = {MapId} and n.revision > {Since} order by n.number
            """,
            ReadNode,
            arguments);

        private readonly IReadOnlyList<(int Relation, int Node)> premises = batch.Add(
            $"""
            select e.relation_number, e.node_number from premises e join relations r on r.map_id = e.map_id and r.number = e.relation_number
            where {Since} is not null and e.map_id = {MapId} and r.map_id = {MapId} and r.revision > {Since} order by e.relation_number, e.position
            """,
            row => (Relation: row.GetInt32(0), Node: row.GetInt32(1)),
            arguments);

        private readonly IReadOnlyList<RelationView> relations = batch.Add(
            $"""
            select r.number, r.kind, r.target_node, r.target_relation, r.author_id, p.user_name, r.is_withdrawn, r.revision, r.created_at
            from relations r join people p on p.id = r.author_id where {Since} is not null and r.map_id = {MapId} and r.revision > {Since} order by r.number
            """,
            ReadRelation,
            arguments);

        private readonly IReadOnlyList<(int About, int Count)> comments = Counts(batch, "comments", "true", arguments);

        private readonly IReadOnlyList<(int About, int Count)> citations = Counts(batch, "citations", "about_comment is null", arguments);

        /// <summary>The map after these changes.</summary>
        /// <param name="known">The map before them; null when they are all there is.</param>
        /// <param name="head">Its head now.</param>
        /// <param name="pictures">Where its pictures are kept.</param>
        public MapView Onto(MapView? known, MapHead head, PictureCache pictures)
        {
            var byRelation = premises.ToLookup(premise => premise.Relation, premise => premise.Node);
            return new MapView(
                head,
                Merged(known?.Nodes, nodes.Select(node => (node.Number, node))),
                Merged(known?.Relations, relations.Select(relation => (relation.Number, relation with { Premises = [.. byRelation[relation.Number]] }))),
                Merged(known?.CommentCounts, comments),
                Merged(known?.CitationCounts, citations))
            { Pictures = pictures };
        }

        /// <summary>How many live rows each thing has, for the things that have a changed one: none is said too, it may have been some.</summary>
        private static IReadOnlyList<(int About, int Count)> Counts(ReadBatch batch, string table, string which, object?[] arguments) => batch.Add(
            $"""
            select coalesce(about_node, about_relation), count(*) filter (where not is_withdrawn)::int from {table}
            where {Since} is not null and map_id = {MapId} and {which} group by 1 having max(revision) > {Since}
            """,
            row => (About: row.GetInt32(0), Count: row.GetInt32(1)),
            arguments);

        private static Dictionary<int, T> Merged<T>(IReadOnlyDictionary<int, T>? known, IEnumerable<(int Number, T Thing)> changed)
        {
            var all = known is null ? [] : new Dictionary<int, T>(known);
            foreach (var (number, thing) in changed)
            {
                if (thing is 0)
                {
                    all.Remove(number);
                }
                else
                {
                    all[number] = thing;
                }
            }

            return all;
        }
    }

    private static NodeView ReadNode(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        (NodeKind)row.GetInt32(1),
        row.GetString(2),
        row.TextOrNull(3),
        row.GetGuid(4),
        row.GetString(5),
        row.NumberOrNull(6),
        row.GetBoolean(7),
        row.GetInt32(8),
        row.Time(9),
        row.Time(10));

    private static RelationView ReadRelation(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        (RelationKind)row.GetInt32(1),
        ImmutableArray<int>.Empty,
        Thing.FromColumns(row.NumberOrNull(2), row.NumberOrNull(3)),
        row.GetGuid(4),
        row.GetString(5),
        row.GetBoolean(6),
        row.GetInt32(7),
        row.Time(8));
}
