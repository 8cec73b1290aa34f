using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Threads.Drafting;
using Npgsql;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Notes that a suggestion has been answered by whoever made a node of its passage in the debate view, so that it is not offered again.</summary>
internal static class TakenByHand
{
    public static async Task Note(
        NpgsqlDataSource database, string slug, int thread, int suggestion, Guid person, Written made, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            update suggestions u set state = 'Accepted', answered_by = $4, answered_at = $5, made_node = $6, made_relation = $7, made_citation = $8, made_revision = $9
            where u.map_id = {MapReader.MapId} and u.source_number = $2 and u.number = $3 and exists (
              select from {KnownSuggestion.From} where s.map_id = u.map_id and s.source_number = u.source_number and s.number = u.number and {KnownSuggestion.StateNow} = 'Open')
            """);
        object?[] values = [slug, thread, suggestion, person, at, made.AddedNode, made.AddedRelation, made.AddedCitation, made.Revision];
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
