using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Reading.Visits;

/// <summary>One opening of a map by somebody who is signed in, and when they were there before.</summary>
public sealed class Visit
{
    /// <summary>How long after a map was last opened the visit has ended.</summary>
    public static readonly TimeSpan EndsAfter = TimeSpan.FromMinutes(30);

    private readonly IReadOnlyList<(DateTimeOffset LastAt, DateTimeOffset? PreviousEnd)> stored;

    private Visit(Guid person, DateTimeOffset at, IReadOnlyList<(DateTimeOffset LastAt, DateTimeOffset? PreviousEnd)> stored)
    {
        Person = person;
        At = at;
        this.stored = stored;
    }

    public Guid Person { get; }

    /// <summary>When they open the map now.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The end of the visit before, since when things are new; null when there was none. To be read when the batch has run.</summary>
    public DateTimeOffset? Since => stored is not [var (lastAt, previousEnd)] ? null : At - lastAt > EndsAfter ? lastAt : previousEnd;

    /// <summary>Asks, along with what else a page reads, when this person was here before; null for people who are not signed in.</summary>
    /// <param name="batch">What the page reads.</param>
    /// <param name="slug">The map.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="at">Now.</param>
    public static Visit? Ask(ReadBatch batch, string slug, Actor actor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Id is not { } person
            ? null
            : new(person, at, batch.Add(
                $"select last_at, previous_end from visits where person_id = $2 and map_id = {MapReader.MapId}",
                row => (row.Time(0), row.IsDBNull(1) ? (DateTimeOffset?)null : row.Time(1)),
                slug,
                person));
    }
}
