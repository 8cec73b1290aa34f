using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Npgsql;

namespace ArgMap.Server.Threads.Debate;

/// <summary>Says of a post that there is nothing to map in it, or takes that back. It is about the reading of the thread, not about the argument, so it is not in the log.</summary>
public static class SayNothingToMap
{
    /// <summary>Does it; whoever may add to the map may say so, and take back what another said.</summary>
    /// <returns>True, or why not.</returns>
    public static async Task<Outcome<bool>> Handle(
        MapReader maps, NpgsqlDataSource database, string slug, int thread, int number, Actor actor, bool isNothing, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Id is not { } person)
        {
            return Refusal.SignedOut();
        }

        if (await maps.ReadHead(slug, actor, cancellation) is not { } head)
        {
            return Refusal.NotFound("There is no such map, or not for you.");
        }

        await using var command = database.CreateCommand(
            "update posts set nothing_to_map_by = $4, nothing_to_map_at = $5 where map_id = $1 and source_number = $2 and number = $3");
        object[] values = [head.Id, thread, number, isNothing ? person : DBNull.Value, isNothing ? at : DBNull.Value];
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellation) == 1 ? true : Refusal.NotFound($"There is no post {number} in thread {thread} of this map.");
    }
}
