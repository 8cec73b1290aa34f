using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using Npgsql;

namespace ArgMap.Server.History;

/// <summary>What a person can undo and redo next in a map: of their own changes to the graph, in the order in which they made them.</summary>
/// <param name="Undo">Revision of the change that an undo would undo, or null.</param>
/// <param name="Redo">Revision of the undo that a redo would undo, or null.</param>
public sealed record OwnChanges(int? Undo, int? Redo)
{
    /// <summary>How far back one can go without the history page.</summary>
    private const int MostLookedAt = 200;

    private static readonly ChangeKind[] Kinds =
    [
        ChangeKind.AddNode, ChangeKind.AddRelation, ChangeKind.EditNode, ChangeKind.EditRelation, ChangeKind.WithdrawNode, ChangeKind.WithdrawRelation,
        ChangeKind.MoveNode, ChangeKind.GroupPremises, ChangeKind.UngroupPremises, ChangeKind.AddSubtree, ChangeKind.WithdrawSubtree, ChangeKind.Undo,
    ];

    /// <summary>Reads it from the log.</summary>
    /// <param name="database">The database.</param>
    /// <param name="map">The map's id.</param>
    /// <param name="actor">The person.</param>
    /// <param name="since">Changes up to this revision are left to the history page: those from before the person sat down to edit.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<OwnChanges> Read(NpgsqlDataSource database, long map, Actor actor, int since, CancellationToken cancellation)
    {
        if (actor.Id is not { } person)
        {
            return new(null, null);
        }

        await using var find = database.CreateCommand(
            $"select revision, undoes from changes where map_id = $1 and actor_id = $2 and revision > $3 and kind = any($4) order by revision desc limit {MostLookedAt}");
        find.Parameters.Add(new() { Value = map });
        find.Parameters.Add(new() { Value = person });
        find.Parameters.Add(new() { Value = since });
        find.Parameters.Add(new() { Value = Kinds.Select(kind => kind.ToString()).ToArray() });
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        var changes = new List<(int Revision, int? Undoes)>();
        while (await rows.ReadAsync(cancellation))
        {
            changes.Add((rows.GetInt32(0), rows.NumberOrNull(1)));
        }

        changes.Reverse();
        return Of(changes);
    }

    /// <summary>Replays a person's changes, oldest first, as the two stacks every editor has.</summary>
    internal static OwnChanges Of(IEnumerable<(int Revision, int? Undoes)> changes)
    {
        var done = new List<int>();
        var undone = new List<int>();
        foreach (var (revision, undoes) in changes)
        {
            if (undoes is { } earlier && undone.Remove(earlier))
            {
                // A redo: what it brought back can be undone again, by undoing this change.
                done.Add(revision);
            }
            else if (undoes is { } target && done.Remove(target))
            {
                undone.Add(revision);
            }
            else if (undoes is null)
            {
                done.Add(revision);
                undone.Clear();
            }
        }

        return new(done.Count > 0 ? done[^1] : null, undone.Count > 0 ? undone[^1] : null);
    }
}
