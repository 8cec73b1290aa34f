using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Reading.Visits;

/// <summary>What others have added to a map since a moment.</summary>
/// <param name="Since">The moment; null when there is none to compare with, and so nothing is new.</param>
/// <param name="Numbers">The numbers of the live nodes, in reading order.</param>
public sealed record NewThings(DateTimeOffset? Since, IReadOnlyList<int> Numbers)
{
    /// <summary>Finds it. Costs nothing when the map has not changed since.</summary>
    /// <param name="map">The map.</param>
    /// <param name="since">The moment.</param>
    /// <param name="actor">Who reads: what they added themselves is not new to them.</param>
    public static NewThings In(MapView map, DateTimeOffset? since, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(actor);
        if (since is not { } moment || map.Head.ChangedAt <= moment)
        {
            return new(since, []);
        }

        var added = map.Nodes.Values.Where(node => node.CreatedAt > moment && !node.IsWithdrawn && node.AuthorId != actor.Id).Select(node => node.Number).ToHashSet();
        return new(since, added.Count == 0 ? [] : [.. ReadingOrder.Of(map).Where(added.Contains)]);
    }
}
