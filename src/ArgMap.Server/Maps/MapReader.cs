using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using Npgsql;

namespace ArgMap.Server.Maps;

/// <summary>Reads maps for pages, endpoints and exports alike: one round trip, whatever the size of the map.</summary>
public sealed class MapReader(NpgsqlDataSource dataSource)
{
    /// <summary>SQL for the id of the map whose slug is <c>$1</c>; every query of a batch about one map starts from it.</summary>
    internal const string MapId = "(select id from maps where slug = $1)";

    /// <summary>The whole map, or null when there is none for this reader.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="also">Adds what else the page needs of the same moment; discarded with the map when the reader may not see it.</param>
    public async Task<MapView?> Read(string slug, Actor actor, CancellationToken cancellation, Action<ReadBatch>? also = null)
    {
        var batch = new ReadBatch(dataSource);
        var heads = AddHead(batch, slug);
        var nodes = batch.Add(
            $"""
            select n.number, n.kind, n.text, n.detail, n.author_id, p.user_name, n.promoted_from, n.is_withdrawn, n.revision, n.created_at, n.changed_at
            from nodes n join people p on p.id = n.author_id where n.map_id = {MapId} order by n.number
            """,
            ReadNode,
            slug);
        var premises = batch.Add(
            $"select relation_number, node_number from premises where map_id = {MapId} order by relation_number, position",
            row => (Relation: row.GetInt32(0), Node: row.GetInt32(1)),
            slug);
        var relations = batch.Add(
            $"""
            select r.number, r.kind, r.target_node, r.target_relation, r.author_id, p.user_name, r.is_withdrawn, r.revision, r.created_at
            from relations r join people p on p.id = r.author_id where r.map_id = {MapId} order by r.number
            """,
            ReadRelation,
            slug);
        var comments = batch.Add(
            $"select coalesce(about_node, about_relation), count(*)::int from comments where map_id = {MapId} and not is_withdrawn group by 1",
            row => (About: row.GetInt32(0), Count: row.GetInt32(1)),
            slug);
        var citations = batch.Add(
            $"select coalesce(about_node, about_relation), count(*)::int from citations where map_id = {MapId} and about_comment is null and not is_withdrawn group by 1",
            row => (About: row.GetInt32(0), Count: row.GetInt32(1)),
            slug);
        also?.Invoke(batch);
        await batch.Run(cancellation);
        if (heads.Count == 0 || !heads[0].IsVisibleTo(actor))
        {
            return null;
        }

        var byRelation = premises.ToLookup(premise => premise.Relation, premise => premise.Node);
        return new MapView(
            heads[0],
            nodes,
            [.. relations.Select(relation => relation with { Premises = [.. byRelation[relation.Number]] })],
            comments.ToDictionary(count => count.About, count => count.Count),
            citations.ToDictionary(count => count.About, count => count.Count));
    }

    /// <summary>What is known of the map without its graph, or null when there is none for this reader.</summary>
    /// <inheritdoc cref="Read"/>
    public async Task<MapHead?> ReadHead(string slug, Actor actor, CancellationToken cancellation, Action<ReadBatch>? also = null)
    {
        var batch = new ReadBatch(dataSource);
        var heads = AddHead(batch, slug);
        also?.Invoke(batch);
        await batch.Run(cancellation);
        return heads.Count == 1 && heads[0].IsVisibleTo(actor) ? heads[0] : null;
    }

    private static IReadOnlyList<MapHead> AddHead(ReadBatch batch, string slug) => batch.Add(
        """
        select m.id, m.slug, m.title, m.about, m.root, m.visibility, m.owner_id, p.user_name, m.revision, m.created_at, m.changed_at
        from maps m join people p on p.id = m.owner_id where m.slug = $1
        """,
        row => new MapHead(
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
            row.Time(10)),
        slug);

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
