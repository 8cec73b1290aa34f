using ArgMap.Server.Database;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Nodes;

/// <summary>Who changed a node or step last, for the notice of a conflict.</summary>
internal static class LastChange
{
    /// <summary>Adds the question to a batch; the list holds the person's name once it has run.</summary>
    public static IReadOnlyList<string> OfNode(ReadBatch batch, string slug, int number) => Of(batch, "nodes", slug, number);

    /// <inheritdoc cref="OfNode"/>
    public static IReadOnlyList<string> OfStep(ReadBatch batch, string slug, int number) => Of(batch, "relations", slug, number);

    private static IReadOnlyList<string> Of(ReadBatch batch, string table, string slug, int number) => batch.Add(
        $"""
        select p.user_name from {table} t join changes c on c.map_id = t.map_id and c.revision = t.revision join people p on p.id = c.actor_id
        where t.map_id = {MapReader.MapId} and t.number = $2
        """,
        row => row.GetString(0),
        slug,
        number);
}
