using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Npgsql;

namespace ArgMap.Server.Sources;

/// <summary>Adds what is about to cite to what a page reads in one round trip.</summary>
internal static class CitingThing
{
    /// <summary>The node, relation or comment and its words; an empty list when there is none or it has been withdrawn.</summary>
    /// <param name="batch">The page's batch.</param>
    /// <param name="slug">The map.</param>
    /// <param name="about">Number of the node or relation, or null.</param>
    /// <param name="comment">Number of the comment, or null.</param>
    public static IReadOnlyList<(Thing Thing, string Words)> Add(ReadBatch batch, string slug, int? about, int? comment) => comment is { } number
        ? batch.Add(
            $"select number, body from comments where map_id = {MapReader.MapId} and number = $2 and not is_withdrawn",
            row => (new Thing(ThingKind.Comment, row.GetInt32(0)), row.GetString(1)),
            slug,
            number)
        : batch.Add(
            $"""
            select number, text, null::int, null::int[], null::int from nodes where map_id = {MapReader.MapId} and number = $2 and not is_withdrawn
            union all
            select r.number, null, r.kind, (select array_agg(p.node_number order by p.position) from premises p where p.map_id = r.map_id and p.relation_number = r.number),
              coalesce(r.target_node, r.target_relation)
            from relations r where r.map_id = {MapReader.MapId} and r.number = $2 and not r.is_withdrawn
            """,
            ReadNodeOrRelation,
            slug,
            about ?? 0);

    private static (Thing Thing, string Words) ReadNodeOrRelation(NpgsqlDataReader row) => row.TextOrNull(1) is { } text
        ? (new Thing(ThingKind.Node, row.GetInt32(0)), text)
        : (new Thing(ThingKind.Relation, row.GetInt32(0)), StepInWords((RelationKind)row.GetInt32(2), row.GetFieldValue<int[]>(3), row.GetInt32(4)));

    private static string StepInWords(RelationKind kind, int[] premises, int target) =>
        $"The {kind.ToString().ToLowerInvariant()} step from {string.Join(", ", premises.Select(premise => $"#{premise}"))} to #{target}";
}
