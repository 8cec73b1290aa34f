using System.Data.Common;
using ArgMap.Server.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Reads suggestions together with those that they lead to.</summary>
internal static class KnownSuggestions
{
    /// <summary>
    /// SQL for the numbers of suggestions that belong to the numbers in <c>chosen</c>: these, all of the same posts, and whatever they hang from. The map's id and the thread
    /// are given as SQL. Arrays, because what is expected of a subquery of unknown length makes PostgreSQL read every suggestion of a long thread for each step.
    /// </summary>
    internal static string Around(string map, string thread, string chosen) => $"""
        with recursive chosen (number) as materialized ({chosen}), around as (
          (select s.number, s.payload from suggestions s where s.map_id = {map} and s.source_number = {thread} and s.number = any(array(select number from chosen))
            union
            select s.number, s.payload from suggestions s where s.map_id = {map} and s.source_number = {thread} and s.post_number = any(array(
              select c.post_number from suggestions c where c.map_id = {map} and c.source_number = {thread} and c.number = any(array(select number from chosen)))))
          union
          select s.number, s.payload from around a join suggestions s
            on s.map_id = {map} and s.source_number = {thread} and s.number = (a.payload -> 'target' ->> 'suggestion')::int
        )
        select number from around
        """;

    /// <summary>Reads them within the transaction of a write.</summary>
    internal static async Task<IReadOnlyDictionary<int, KnownSuggestion>> Around(ArgMapDbContext db, long map, int thread, int[] numbers, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(
            $"""
            select {KnownSuggestion.Columns} from {KnownSuggestion.From}
            where s.map_id = $1 and s.source_number = $2 and s.number in ({Around("$1", "$2", "select unnest($3)")}) for update of s
            """,
            connection,
            (NpgsqlTransaction?)(DbTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = thread });
        command.Parameters.Add(new() { Value = numbers });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<int, KnownSuggestion>();
        while (await rows.ReadAsync(cancellation))
        {
            var suggestion = KnownSuggestion.Read(rows);
            known[suggestion.Number] = suggestion;
        }

        return known;
    }
}
